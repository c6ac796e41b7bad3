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
 * Where the SDK's packages have their CommonJS. They have no `type`, and for those Node gives a hook no format: it compiles
 * the file first to see whether it is an ES module.
 */
const COMMONJS_FOLDER = /\/dist-cjs\//;

/**
 * Lets Node make an `import` of the SDK by `require`, where it has a hook for that: for CommonJS it runs a lexer over all
 * of a package otherwise, to find the names that it exports. What is loaded is the same file, in the same instance.
 */
export function hookImports(): void {
  if (registerHooks === undefined || home[HOOKED] === true) return;
  home[HOOKED] = true;
  registerHooks({
    load(url, context, next) {
      const isImport = context.conditions.includes('import') && SDK_FILE.test(url);
      return isImport && isCommonJs(url, context.format)
        ? requiringModule(url)
        : next(url, context);
    },
  });
}

function isCommonJs(url: string, format: LoadContext['format']): boolean {
  return (
    format === 'commonjs' ||
    ((format === null || format === undefined) && COMMONJS_FOLDER.test(url))
  );
}

function requiringModule(url: string): Loaded {
  const file = fileURLToPath(url);
  const exported = createRequire(file)(file) as object;
  const names = Object.keys(exported).filter((name) => !OWN_EXPORTS.has(name));
  const constants = names.filter(isConstant);
  const others = constants.length === names.length ? [] : names.filter((name) => !isConstant(name));
  return {
    format: 'module',
    source:
      `import { createRequire as own_require } from 'node:module';\n` +
      `const own_exports = own_require(import.meta.url)(${JSON.stringify(file)});\n` +
      `export { own_exports as default, own_exports as 'module.exports' };\n` +
      // Less than each by itself would cost: EC2 has 5,000.
      `export const { ${constants.join(', ')} } = own_exports;\n` +
      others.map((name, i) => otherExport(JSON.stringify(name), `own_${String(i)}`)).join(''),
    shortCircuit: true,
  };
}

function otherExport(name: string, constant: string): string {
  return `const ${constant} = own_exports[${name}];\nexport { ${constant} as ${name} };\n`;
}

const OWN_EXPORTS = new Set(['default', 'module.exports']);

const RESERVED =
  'arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|' +
  'for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|' +
  'switch|this|throw|true|try|typeof|var|void|while|with|yield';

let constant: RegExp | undefined;

/** Whether an export can be called so as a constant of a module, beside its own (`own_…`). */
function isConstant(name: string): boolean {
  // Half a millisecond to make, of each test file: so it is made where it is asked.
  constant ??= new RegExp(`^(?!own_|(?:${RESERVED})$)[\\p{ID_Start}$_][\\p{ID_Continue}$]*$`, 'u');
  return constant.test(name);
}
