import { refuseAsSetupFile } from '../setup-advice.js';
import { inlinedSource } from './inlined-source.js';

const SETUP = 'aws-sdk-stubber/vitest';

/** What the plugin uses of Vite's config. */
interface UserConfig {
  test?: { setupFiles?: string | string[] };
}

/** A Vite plugin, as far as this one goes; every version from 5 on takes it. */
export interface AwsSdkStubberPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly config: (config: object) => void;
  readonly transform: (code: string, id: string) => { code: string; map: null } | undefined;
}

/**
 * A plugin for Vitest's config that adds the setup file by itself, before all others, and stubs clients
 * of an SDK that Vite builds in from its ES modules (`resolve.mainFields: ['module']`).
 *
 * @example
 * // vitest.config.ts
 * import awsSdkStubber from 'aws-sdk-stubber/vite';
 * export default defineConfig({ plugins: [awsSdkStubber()] });
 */
export default function awsSdkStubber(): AwsSdkStubberPlugin {
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
      };
    },
    transform(code, id) {
      const patched = inlinedSource(code, id);
      return patched === undefined ? undefined : { code: patched, map: null };
    },
  };
}

refuseAsSetupFile();
