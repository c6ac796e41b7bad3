import type { Context } from 'node:vm';
import { isWorthKeeping, type KeptCode, type OfFile } from './kept-code.js';

/** What Jest compiles a file with; from 30.5 on as a function, before as a script. */
type OfFunction = OfFile & { readonly parsingContext?: Context };

const vm = process.getBuiltinModule('node:vm');

/**
 * Lets Jest take the SDK's and this package's large files from a cache in place of compiling them: it compiles them anew for
 * each test file, by Node's `vm`. Whoever else compiles these files gets the same.
 *
 * @param kept - the cache
 */
export function cacheVmCode(kept: KeptCode): void {
  const { compileFunction, Script } = vm;
  const compile = (code: string, parameters: readonly string[], options: OfFunction): unknown => {
    const { parsingContext, ...others } = options;
    const before = `(function (${parameters.join(', ')}) {`;
    const script = kept.script(`${before}${code}\n})`, {
      ...others,
      ...(parsingContext !== undefined && importingWhileAlive(others, parsingContext)),
      // Stacks have the columns that they have without the wrapper.
      columnOffset: (others.columnOffset ?? 0) - before.length,
    });
    return parsingContext === undefined
      ? script.runInThisContext()
      : script.runInContext(parsingContext);
  };
  Object.assign(vm, {
    compileFunction: new Proxy(compileFunction, {
      apply(target, self, args: [string, (readonly string[])?, Partial<OfFunction>?]) {
        const [code, parameters = [], options] = args;
        if (isWorth(code, options) && isPlain(options)) {
          try {
            return compile(code, parameters, options);
          } catch {
            // Node's own way says best what is wrong.
          }
        }
        return Reflect.apply(target, self, args) as unknown;
      },
    }),
    Script: new Proxy(Script, {
      construct(target, args: [string, Partial<OfFile>?], made) {
        const make = (...own: unknown[]): InstanceType<typeof Script> =>
          Reflect.construct(target, own, made) as InstanceType<typeof Script>;
        const [code, options] = args;
        if (isWorth(code, options) && isPlain(options)) {
          try {
            return kept.script(code, options, make);
          } catch {
            // The same.
          }
        }
        return make(...args);
      },
    }),
  });
}

type Import = Exclude<OfFile['importModuleDynamically'], number | undefined>;

/** What imports for the code of a context; that is let go of with the context. */
const imports = new WeakMap<Context, Import[]>();

/**
 * V8 holds a script that it compiled, and with it what imports for the script, through some collections of all garbage; of
 * a function it does not. Jest's has all of a sandbox in its hands: gigabytes, in a suite of 200 files.
 */
function importingWhileAlive(
  { importModuleDynamically: own }: OfFile,
  context: Context,
): Pick<OfFile, 'importModuleDynamically'> {
  if (typeof own !== 'function') return {};
  const alive = imports.get(context);
  if (alive === undefined) imports.set(context, [own]);
  else alive.push(own);
  const reference = new WeakRef(own);
  return {
    importModuleDynamically: (...args) => {
      const present = reference.deref();
      if (present === undefined) throw new Error('The test file that imports this is over.');
      return present(...args);
    },
  };
}

function isWorth(code: unknown, options: Partial<OfFile> | undefined): options is OfFile {
  return (
    typeof code === 'string' &&
    typeof options?.filename === 'string' &&
    isWorthKeeping(code, options.filename)
  );
}

/** Nothing that a cache of our own would come in the way of. */
function isPlain(options: object): boolean {
  return ['cachedData', 'produceCachedData', 'contextExtensions'].every(
    (name) => (options as Record<string, unknown>)[name] === undefined,
  );
}
