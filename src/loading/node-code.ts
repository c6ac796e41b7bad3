import Module from 'node:module';
import { dirname } from 'node:path';
import { isWorthKeeping, KeptCode } from './kept-code.js';
import { keptCode, setKeptCode } from './node-code-home.js';

type Compile = (this: NodeJS.Module, code: string, filename: string, ...more: unknown[]) => unknown;

type Run = (
  this: unknown,
  exports: unknown,
  require: unknown,
  module: NodeJS.Module,
  filename: string,
  folder: string,
) => unknown;

/** Node's loader, with what it has but does not document. */
const loader = Module as unknown as {
  readonly wrapper: readonly [string, string];
  readonly _extensions: object;
  readonly _cache: object;
  _resolveFilename(
    request: string,
    parent: NodeJS.Module,
    isMain: boolean,
    options?: object,
  ): string;
  _resolveLookupPaths(request: string, parent: NodeJS.Module): string[] | null;
  readonly prototype: { _compile: Compile };
};

/**
 * Lets Node's loader take the SDK's and this package's large files from a cache in place of compiling them.
 *
 * @param folder - where the cache is
 */
export function cacheNodeCode(folder: string): void {
  // Node has a cache of its own from 22.1 on, where somebody asked for it.
  if (keptCode() !== undefined || process.env['NODE_COMPILE_CACHE'] !== undefined) return;
  const kept = new KeptCode(folder);
  setKeptCode(kept);
  const { prototype } = loader;
  const original = prototype._compile;
  prototype._compile = function (code, filename, ...more) {
    const run = isWorthKeeping(code, filename) ? compile(kept, code, filename) : undefined;
    if (run === undefined) return original.call(this, code, filename, ...more);
    const exports: unknown = this.exports;
    return run.call(exports, exports, requireOf(this), this, filename, dirname(filename));
  };
}

function compile(kept: KeptCode, code: string, filename: string): Run | undefined {
  try {
    const [before, after] = loader.wrapper;
    const script = kept.script(`${before}${code}${after}`, {
      filename,
      // Stacks have the columns that they have without the wrapper.
      columnOffset: -before.length,
      importModuleDynamically:
        process.getBuiltinModule('node:vm').constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    return script.runInThisContext() as Run;
  } catch {
    // Node's own way says best what is wrong.
    return undefined;
  }
}

/** What Node's own `require` of a module has: `makeRequireFunction` in its lib/internal/modules/helpers.js. */
function requireOf(module: NodeJS.Module): unknown {
  const resolve = (request: string, options?: object): string =>
    loader._resolveFilename(request, module, false, options);
  return Object.assign((path: string): unknown => module.require(path), {
    resolve: Object.assign(resolve, {
      paths: (request: string) => loader._resolveLookupPaths(request, module),
    }),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the same as `require.main`, which this is
    main: process.mainModule,
    extensions: loader._extensions,
    cache: loader._cache,
  });
}
