import { WrongUseError } from '../errors.js';
import {
  FastImports,
  requiringModule,
  type Inline,
  type ResolveContext,
} from '../loading/fast-imports.js';
import { SWITCH } from '../loading/switch.js';
import { refuseAsSetupFile } from '../setup-advice.js';
import { inlinedSource } from './inlined-source.js';

const SETUP = 'aws-sdk-stubber/vitest';

/** What the plugin uses of Vite's config. */
interface UserConfig {
  test?: { setupFiles?: string | string[]; env?: Record<string, string> };
}

/** What it uses of a project of Vitest's, whose config is whole. */
interface Project {
  readonly config: {
    readonly pool: string;
    readonly server?: { readonly deps?: { readonly inline?: Inline } };
  };
}

/** Options of the plugin. */
export interface AwsSdkStubberPluginOptions {
  /**
   * Whether the SDK is loaded faster than Node alone loads it: imported by `require`, and with V8's code cache. It is the
   * same files in the same instances. true unless said.
   */
  readonly fastLoading?: boolean;
}

/** A Vite plugin, as far as this one goes; every version from 5 on takes it. */
export interface AwsSdkStubberPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly config: (config: object) => void;
  readonly configureVitest: (context: { readonly project: Project }) => void;
  readonly resolveId: (
    this: ResolveContext,
    source: string,
    importer: string | undefined,
    options: object,
  ) => Promise<string | undefined>;
  readonly load: (id: string) => { code: string; map: null } | undefined;
  readonly transform: (code: string, id: string) => { code: string; map: null } | undefined;
}

/**
 * A plugin for Vitest's config that adds the setup file by itself, before all others, loads the SDK faster, and stubs
 * clients of an SDK that Vite builds in from its ES modules (`resolve.mainFields: ['module']`).
 *
 * @param options - `fastLoading: false` lets Node load the SDK
 * @throws WrongUseError for an option that there is not
 * @example
 * // vitest.config.ts
 * import awsSdkStubber from 'aws-sdk-stubber/vite';
 * export default defineConfig({ plugins: [awsSdkStubber()] });
 */
export default function awsSdkStubber(
  options: AwsSdkStubberPluginOptions = {},
): AwsSdkStubberPlugin {
  const { fastLoading = true } = checked(options);
  let loads = fastLoading;
  let imports: FastImports | undefined;
  return {
    name: 'aws-sdk-stubber',
    enforce: 'pre',
    config(config) {
      const { test = {} } = config as UserConfig;
      const given = test.setupFiles ?? [];
      const setupFiles = typeof given === 'string' ? [given] : given;
      // First: what loads the SDK before it keeps the SDK's own waiters.
      (config as UserConfig).test = {
        ...test,
        setupFiles: [SETUP, ...setupFiles.filter((each) => each !== SETUP)],
        ...(fastLoading ? {} : { env: { ...test.env, [SWITCH]: 'false' } }),
      };
    },
    // The same config may build the program: only Vitest calls this.
    configureVitest({ project: { config } }) {
      // Vitest's vm pools have loaders of their own.
      loads &&= !config.pool.startsWith('vm');
      imports = loads ? new FastImports(config.server?.deps?.inline) : undefined;
    },
    async resolveId(source, importer, given) {
      return imports?.resolve(this, source, importer, given);
    },
    load(id) {
      const code = requiringModule(id);
      return code === undefined ? undefined : { code, map: null };
    },
    transform(code, id) {
      const patched = inlinedSource(code, id);
      return patched === undefined ? undefined : { code: patched, map: null };
    },
  };
}

function checked(options: AwsSdkStubberPluginOptions): AwsSdkStubberPluginOptions {
  for (const [name, value] of Object.entries(options)) {
    if (name === 'fastLoading' && typeof value === 'boolean') continue;
    throw new WrongUseError(
      `awsSdkStubber() takes fastLoading: true or false, but got ${name}: ${JSON.stringify(value)}.`,
      'a-setting-that-there-is-not',
    );
  }
  return options;
}

refuseAsSetupFile();
