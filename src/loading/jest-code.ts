import { isWorthKeeping, KeptCode, type Script, type ScriptOptions } from './kept-code.js';

/*
 * Loaded by Node itself, once for a process, and not into the sandbox of a test file: what is compiled here serves all
 * test files of a worker, and holds none of them.
 */
const vm = process.getBuiltinModule('node:vm');
const { Script: OwnScript, compileFunction } = vm;

type FunctionOptions = Parameters<typeof compileFunction>[2];
type ImportModule = (...args: readonly unknown[]) => unknown;

interface Compiled {
  readonly source: string;
  readonly script: Script;
  /** Of the test file that runs. */
  importModule: ImportModule | undefined;
}

const compiled = new Map<string, Compiled>();
let kept: KeptCode | undefined;

/**
 * Lets Jest, which compiles each module anew for each test file, take the SDK's large files from memory, and from a cache
 * for the first time.
 *
 * @param folder - where the cache is
 */
export function cacheJestCode(folder: string): void {
  // Of the file before.
  for (const each of compiled.values()) each.importModule = undefined;
  if (kept !== undefined) return;
  kept = new KeptCode(folder);
  // Jest asks the module for these each time: for functions from 30.5 on, for scripts before.
  Object.assign(vm, {
    compileFunction: compileSdkFunction,
    Script: new Proxy(OwnScript, {
      construct: (target, [source, options]: [string, ScriptOptions | undefined], asked) =>
        sdkScript(source, options) ??
        (Reflect.construct(target, [source, options], asked) as Script),
    }),
  });
}

/** Keeps what was compiled since: done once the code has run. */
export function keepJestCode(): void {
  kept?.keep();
}

function compileSdkFunction(
  code: string,
  params?: readonly string[],
  options?: FunctionOptions,
): ReturnType<typeof compileFunction> {
  const { filename, parsingContext, importModuleDynamically } = options ?? {};
  if (parsingContext !== undefined && filename !== undefined && isWorthKeeping(code, filename)) {
    const head = `(function (${(params ?? []).join(', ')}) {`;
    const script = sdkScript(`${head}${code}\n})`, {
      filename,
      // Stacks have the columns that they have without the head.
      columnOffset: -head.length,
      ...(importModuleDynamically && { importModuleDynamically: importModuleDynamically as never }),
    });
    if (script !== undefined) return script.runInContext(parsingContext) as never;
  }
  return compileFunction(code, params, options);
}

function sdkScript(source: string, options: ScriptOptions | undefined): Script | undefined {
  const { filename, importModuleDynamically } = options ?? {};
  if (kept === undefined || filename === undefined || !isWorthKeeping(source, filename))
    return undefined;
  const importModule = importModuleDynamically as ImportModule | undefined;
  const known = compiled.get(filename);
  if (known?.source === source) {
    known.importModule = importModule;
    return known.script;
  }
  try {
    const script = kept.script(source, {
      ...options,
      filename,
      importModuleDynamically: importFor(filename) as never,
    });
    compiled.set(filename, { source, script, importModule });
    return script;
  } catch {
    // Jest's own way says best what is wrong.
    return undefined;
  }
}

/** One script serves many test files; a module that its code imports is the running one's. */
function importFor(filename: string): ImportModule {
  return (...args) =>
    compiled.get(filename)?.importModule?.(...args) ??
    Promise.reject(new Error(`${String(args[0])} was imported after its test file was over.`));
}
