import Module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface LoadContext {
  readonly format?: string | null;
  readonly conditions: readonly string[];
}
interface Loaded {
  readonly format: string;
  readonly source: string;
  readonly shortCircuit: true;
}
type Load = (
  url: string,
  context: LoadContext,
  next: (url: string, context: LoadContext) => unknown,
) => unknown;

/** From Node 22.15 on. Source: https://nodejs.org/api/module.html#moduleregisterhooksoptions */
const { registerHooks } = Module as { registerHooks?: (hooks: { readonly load: Load }) => unknown };

const HOOKED = Symbol.for('aws-sdk-stubber.node-imports');
const home = globalThis as { [HOOKED]?: true };

const SDK_FILE = /^file:.*\/node_modules\/.*@(aws-sdk|smithy)[/+].*\.c?js$/;

/**
 * Lets Node make an `import` of the SDK by `require`, where it has a hook for that: for CommonJS it runs a lexer over all
 * of a package otherwise, to find the names that it exports. What is loaded is the same file, in the same instance.
 */
export function hookImports(): void {
  if (registerHooks === undefined || home[HOOKED] === true) return;
  home[HOOKED] = true;
  registerHooks({
    load(url, context, next) {
      const isImport = context.format === 'commonjs' && context.conditions.includes('import');
      return isImport && SDK_FILE.test(url) ? requiringModule(url) : next(url, context);
    },
  });
}

function requiringModule(url: string): Loaded {
  const file = fileURLToPath(url);
  const exported = createRequire(file)(file) as object;
  const names = Object.keys(exported).filter((name) => name !== 'default' && IDENTIFIER.test(name));
  return {
    format: 'module',
    source:
      `import { createRequire } from 'node:module';\n` +
      `const exported = createRequire(import.meta.url)(${JSON.stringify(file)});\n` +
      `export { exported as default, exported as 'module.exports' };\n` +
      `export const { ${names.join(', ')} } = exported;\n`,
    shortCircuit: true,
  };
}

/** Of an export that can be written as a constant. */
const IDENTIFIER = /^(?!(?:exported|createRequire)$)[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
