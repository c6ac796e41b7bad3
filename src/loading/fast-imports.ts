import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The SDK's own packages; `sqs-3.600`, an alias of one, is found by its file. */
const SDK_PACKAGE = /^@(aws-sdk|smithy)\//;

/** No path, so Vitest neither looks for the file nor leaves the module to Node. */
const PREFIX = '\0aws-sdk-stubber/require:';

/** What a plugin's hook may ask of Vite. */
export interface ResolveContext {
  resolve(
    source: string,
    importer: string | undefined,
    options: object,
  ): Promise<{ readonly id: string; readonly external?: unknown } | null>;
}

/** Which packages the project wants to be built in by Vite: `server.deps.inline`. */
export type Inline = true | readonly (string | RegExp)[] | undefined;

/**
 * Imports of the SDK that Vite would leave to Node's `import` are made by `require`, which is less than half as dear:
 * for an `import` of CommonJS Node runs a lexer over all of the package to find its names. What is loaded is the same
 * file, in the same instance.
 */
export class FastImports {
  readonly #found = new Map<string, Promise<string | undefined>>();

  constructor(private readonly inline: Inline) {}

  /** The module that requires a package in place of importing it, or undefined where the package stays as it is. */
  async resolve(
    context: ResolveContext,
    source: string,
    importer: string | undefined,
    options: object,
  ): Promise<string | undefined> {
    if (importer === undefined || !SDK_PACKAGE.test(source) || this.inline === true)
      return undefined;
    const key = `${source}\n${dirname(importer)}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#look(context, source, importer, options);
      this.#found.set(key, found);
      // A package may be installed later: Vite asks again for what it did not find.
      found.then(
        (id) => id === undefined && this.#found.delete(key),
        () => this.#found.delete(key),
      );
    }
    return found;
  }

  async #look(
    context: ResolveContext,
    source: string,
    importer: string,
    options: object,
  ): Promise<string | undefined> {
    const resolved = await context.resolve(source, importer, { ...options, skipSelf: true });
    if (resolved === null) return undefined;
    // An alias, an ES module, a browser's build: whatever `require` would not find is left alone.
    const file = requiredFile(source, importer);
    if (file === undefined || fileOf(resolved.id) !== file) return undefined;
    if (!isCommonJs(file) || !isLeftToNode(file, this.inline)) return undefined;
    return PREFIX + Buffer.from(file).toString('base64url');
  }
}

/** The code of a module that `FastImports` gave the id of, or undefined for another. */
export function requiringModule(id: string): string | undefined {
  if (!id.startsWith(PREFIX)) return undefined;
  const file = Buffer.from(id.slice(PREFIX.length), 'base64url').toString();
  // `__vite_ssr_exportAll__` is what `export * from` is made of (`ssrExportAllKey` of vite/module-runner). Exports by name
  // would cost 20 ms for EC2's 5,000, in each test file.
  return (
    `import { createRequire } from 'node:module';\n` +
    `const exported = createRequire(${JSON.stringify(file)})(${JSON.stringify(file)});\n` +
    // As it is now, like the names of an import: what is changed in a package later (`vi.mock` with `spy`) is not seen by it.
    '__vite_ssr_exportAll__({ ...exported });\n' +
    'export default exported;\n'
  );
}

function requiredFile(source: string, importer: string): string | undefined {
  try {
    return realpathSync(createRequire(fileOf(importer)).resolve(source));
  } catch {
    return undefined;
  }
}

function fileOf(id: string): string {
  const path = id.replace(/[?#].*$/, '').replace(/^\/@fs\//, '/');
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isCommonJs(file: string): boolean {
  if (file.endsWith('.cjs')) return true;
  return file.endsWith('.js') && typeOfPackage(dirname(file)) !== 'module';
}

/** `type` of the nearest package.json, by which Node tells what a `.js` is. */
function typeOfPackage(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { type?: string })
      .type;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? undefined : typeOfPackage(parent);
  }
}

/** What Vitest does not build in: as there, a text is the start of a package's name, a pattern is tried on the path. */
function isLeftToNode(file: string, inline: Inline): boolean {
  const path = file.replaceAll('\\', '/');
  if (!path.includes('/node_modules/')) return false;
  return !(inline === undefined || inline === true ? [] : inline).some((each) =>
    typeof each === 'string' ? path.includes(`/node_modules/${each}`) : each.test(path),
  );
}
