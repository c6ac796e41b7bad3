import type {
  CallExpression,
  Expression,
  Function as FunctionNode,
  Node,
  ObjectExpression,
  ObjectProperty,
  SpreadElement,
} from '@babel/types';
import { dirname, resolve } from 'node:path';
import { childrenOf, walk } from '../migrate/syntax.js';
import type { Files, Located, SourceFile } from './files.js';

/** How far names are followed: a circle of them ends here. */
const MOST_STEPS = 30;

/**
 * Finds what the expressions of a config stand for, as far as it is written down: through variables, `as` and `satisfies`,
 * functions, branches, calls that take a config and give it back, and modules of the project.
 */
export class Values {
  constructor(private readonly files: Files) {}

  /** What a module exports as its config, in every branch; undefined where that cannot be told. */
  exportedBy(file: SourceFile, name = 'default', steps = 0): Located[] | undefined {
    if (file.language === 'json') {
      return file.tree === undefined ? undefined : [{ file, node: file.tree }];
    }
    const node = exportOf(file, name);
    return node === undefined ? undefined : this.of({ file, node }, steps);
  }

  /** The literals that an expression may be: objects, lists, texts; undefined where one cannot be told. */
  of({ file, node }: Located, steps = 0): Located[] | undefined {
    if (steps > MOST_STEPS) return undefined;
    const next = (child: Node): Located[] | undefined => this.of({ file, node: child }, steps + 1);
    switch (node.type) {
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'StringLiteral':
      case 'BooleanLiteral':
        return [{ file, node }];
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
        return next(node.expression);
      case 'AwaitExpression':
        return next(node.argument);
      case 'ConditionalExpression':
        return all([node.consequent, node.alternate].map(next));
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return all(returnedBy(node).map(next));
      case 'CallExpression':
        return this.#ofCall(file, node, steps + 1);
      case 'Identifier':
        return this.#ofName(file, node.name, steps + 1);
      case 'MemberExpression': {
        const { property, computed } = node;
        if (computed || property.type !== 'Identifier') return undefined;
        return this.#memberOf(next(node.object), property.name, steps + 1);
      }
      default:
        return undefined;
    }
  }

  /** Where a property of an object is written, in it or in what is spread into it, as far as can be told. */
  propertyOf(object: Located<ObjectExpression>, name: string): Located<ObjectProperty> | undefined {
    return [...object.node.properties]
      .reverse()
      .flatMap((each): Located<ObjectProperty>[] => {
        if (each.type === 'ObjectProperty') {
          return nameOf(each) === name ? [{ file: object.file, node: each }] : [];
        }
        if (each.type !== 'SpreadElement') return [];
        return (this.spread({ file: object.file, node: each }) ?? []).flatMap(
          (part) => this.propertyOf(part, name) ?? [],
        );
      })
      .at(0);
  }

  /** The objects that a spread may bring in; undefined where that cannot be told. */
  spread({ file, node }: Located<SpreadElement>): Located<ObjectExpression>[] | undefined {
    const found = all(branchesOf(node.argument).map((each) => this.of({ file, node: each })));
    return found?.every(isObject) === true ? found : undefined;
  }

  /** The list or text that a name, a member or a literal stands for where it stands for one alone. */
  single(located: Located): Located | undefined {
    const found = this.of(located);
    return found?.length === 1 ? found[0] : undefined;
  }

  /** The module of the project that a name was imported from. */
  moduleOf(file: SourceFile, specifier: string): SourceFile | undefined {
    if (!specifier.startsWith('.')) return undefined;
    const path = resolve(dirname(file.path), specifier);
    const withoutEnding = path.replace(/\.([cm]?)js$/, '.$1ts');
    const candidates = [path, withoutEnding, ...ENDINGS.map((ending) => `${path}${ending}`)];
    for (const each of candidates) {
      const found = /\.([cm]?[jt]s|json)$/.test(each) ? this.files.source(each) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #memberOf(objects: Located[] | undefined, name: string, steps: number): Located[] | undefined {
    if (objects?.every(isObject) !== true) return undefined;
    return all(
      objects.map((each) => {
        const property = this.propertyOf(each, name);
        return property && this.of({ file: property.file, node: property.node.value }, steps);
      }),
    );
  }

  #ofName(file: SourceFile, name: string, steps: number): Located[] | undefined {
    const binding = bindingOf(file, name);
    if (binding === undefined) return undefined;
    if ('imported' in binding) {
      const module = this.moduleOf(file, binding.from);
      return module && this.exportedBy(module, binding.imported, steps);
    }
    return this.of({ file, node: binding.node }, steps);
  }

  #ofCall(
    file: SourceFile,
    { callee, arguments: given }: CallExpression,
    steps: number,
  ): Located[] | undefined {
    if (callee.type !== 'Identifier') {
      return callee.type === 'ArrowFunctionExpression' || callee.type === 'FunctionExpression'
        ? this.of({ file, node: callee }, steps)
        : undefined;
    }
    const first = given[0];
    if (callee.name === 'require') {
      const module = first?.type === 'StringLiteral' && this.moduleOf(file, first.value);
      return module ? this.exportedBy(module, 'default', steps) : undefined;
    }
    // Source: `mergeConfig` of Vite, which puts lists together: an entry in any of them holds.
    if (callee.name === 'mergeConfig') return this.#lastOf(file, given, steps);
    const binding = bindingOf(file, callee.name);
    if (binding !== undefined && 'node' in binding && isFunction(binding.node)) {
      return this.of({ file, node: binding.node }, steps);
    }
    // `defineConfig` and its kin, what `nextJest()` gives, wrappers: a config goes in, and comes out.
    return given.length === 1 && first !== undefined
      ? this.of({ file, node: first }, steps)
      : undefined;
  }

  #lastOf(
    file: SourceFile,
    given: CallExpression['arguments'],
    steps: number,
  ): Located[] | undefined {
    const known = given.flatMap((node) => {
      const found = this.of({ file, node }, steps);
      return found?.every(isObject) === true ? [found] : [];
    });
    const withTest = known.findLast((found) =>
      found.every((each) => this.propertyOf(each, 'test')),
    );
    return withTest ?? known.at(-1);
  }
}

const ENDINGS = ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.json', '/index.ts', '/index.js'];

/** All of them where all are known. */
function all(found: readonly (Located[] | undefined)[]): Located[] | undefined {
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return found.flatMap((each) => each ?? []);
}

export function isObject(located: Located): located is Located<ObjectExpression> {
  return located.node.type === 'ObjectExpression';
}

/** The name of a property, where it is written as one. */
export function nameOf(property: ObjectProperty): string | undefined {
  if (property.key.type === 'StringLiteral') return property.key.value;
  return property.key.type === 'Identifier' && !property.computed ? property.key.name : undefined;
}

/** What a spread may spread: `...(isCi && { … })`, `...(isCi ? a : b)`. */
function branchesOf(node: Node): Node[] {
  if (node.type === 'LogicalExpression') {
    return node.operator === '&&' ? branchesOf(node.right) : [node.left, node.right];
  }
  return [node];
}

function isFunction(node: Node): node is FunctionNode {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type);
}

/** What a function returns, without the functions in it. */
function returnedBy({ body }: FunctionNode): Node[] {
  if (body.type !== 'BlockStatement') return [body];
  const found: Node[] = [];
  const look = (node: Node): void => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    if (isFunction(node)) return;
    for (const child of childrenOf(node)) look(child);
  };
  look(body);
  return found;
}

/** What a module exports under a name; `module.exports` and `export =` are its default. */
function exportOf({ tree }: SourceFile, name: string): Node | undefined {
  if (tree?.type !== 'File') return undefined;
  let found: Node | undefined;
  for (const statement of tree.program.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      found = statement.declaration;
    } else if (statement.type === 'TSExportAssignment' && name === 'default') {
      found = statement.expression;
    } else if (statement.type === 'ExportNamedDeclaration') {
      found ??= namedExport(statement.declaration, name);
      for (const each of statement.specifiers) {
        if (each.type !== 'ExportSpecifier' || exportedName(each.exported) !== name) continue;
        found ??= each.local;
      }
    } else if (statement.type === 'ExpressionStatement') {
      found ??= commonJsExport(statement.expression, name);
    }
  }
  return found;
}

function exportedName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : undefined;
}

function namedExport(declaration: Node | null | undefined, name: string): Node | undefined {
  if (declaration?.type === 'FunctionDeclaration' && declaration.id?.name === name)
    return declaration;
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  const found = declaration.declarations.find(
    ({ id }) => id.type === 'Identifier' && id.name === name,
  );
  return found?.init ?? undefined;
}

function commonJsExport(expression: Expression, name: string): Node | undefined {
  if (expression.type !== 'AssignmentExpression') return undefined;
  const { left, right } = expression;
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return undefined;
  const { object, property } = left;
  const isModule = object.type === 'Identifier' && object.name === 'module';
  if (name === 'default' && isModule && property.name === 'exports') return right;
  const isExports =
    (object.type === 'Identifier' && object.name === 'exports') ||
    (object.type === 'MemberExpression' &&
      object.property.type === 'Identifier' &&
      object.property.name === 'exports');
  return isExports && property.name === name ? right : undefined;
}

type Binding = { readonly node: Node } | { readonly imported: string; readonly from: string };

/** What a name stands for in a file; undefined where it is declared twice, or not at all. */
export function bindingOf({ tree }: SourceFile, name: string): Binding | undefined {
  if (tree === undefined) return undefined;
  const found: Binding[] = [];
  walk(tree, ({ node }) => {
    if (node.type === 'VariableDeclarator' && node.init) {
      if (node.id.type === 'Identifier' && node.id.name === name) found.push({ node: node.init });
      else if (node.id.type === 'ObjectPattern')
        found.push(...destructured(node.id, node.init, name));
    } else if (node.type === 'FunctionDeclaration' && node.id?.name === name) {
      found.push({ node });
    } else if (node.type === 'ImportDeclaration') {
      for (const each of node.specifiers) {
        if (each.local.name !== name || each.type === 'ImportNamespaceSpecifier') continue;
        const imported =
          each.type === 'ImportSpecifier' ? (exportedName(each.imported) ?? name) : 'default';
        found.push({ imported, from: node.source.value });
      }
    }
  });
  return found.length === 1 ? found[0] : undefined;
}

/** `const { name } = require('…')`. */
function destructured(pattern: Node, init: Node, name: string): Binding[] {
  if (pattern.type !== 'ObjectPattern') return [];
  const from =
    init.type === 'CallExpression' &&
    init.callee.type === 'Identifier' &&
    init.callee.name === 'require' &&
    init.arguments[0]?.type === 'StringLiteral'
      ? init.arguments[0].value
      : undefined;
  if (from === undefined) return [];
  return pattern.properties.flatMap((each) =>
    each.type === 'ObjectProperty' && each.value.type === 'Identifier' && each.value.name === name
      ? [{ imported: nameOf(each) ?? name, from }]
      : [],
  );
}
