import type { Node } from '@babel/types';
import { textOf, walk, type Place, type Syntax } from '../syntax.js';
import { bindingsOf, type Binding } from './bindings.js';

/** A file of tests, with what its names mean. */
export class Suite {
  readonly bindings: readonly Binding[];
  readonly #byIdentifier = new Map<Node, Binding>();

  constructor(
    readonly syntax: Syntax,
    readonly isTypeScript: boolean,
  ) {
    this.bindings = bindingsOf(syntax.tree);
    for (const binding of this.bindings) {
      this.#byIdentifier.set(binding.declaration.node, binding);
      for (const { node } of binding.references) this.#byIdentifier.set(node, binding);
    }
  }

  /** What an identifier means in this file. */
  bindingOf(identifier: Node): Binding | undefined {
    return this.#byIdentifier.get(identifier);
  }

  /** The bindings of an export of a module: imported by its name, or required. */
  importsOf(module: string, name: string): Binding[] {
    return this.bindings.filter(({ declaration: { node, parent } }) => {
      if (parent?.node.type === 'ImportSpecifier') {
        const { imported } = parent.node;
        const statement = parent.parent?.node;
        return (
          nameOf(imported) === name &&
          statement?.type === 'ImportDeclaration' &&
          statement.source.value === module
        );
      }
      if (parent?.node.type !== 'ObjectProperty' || nameOf(parent.node.key) !== name) return false;
      const declarator = parent.parent?.parent?.node;
      return (
        declarator?.type === 'VariableDeclarator' &&
        parent.node.value === node &&
        requiredBy(declarator.init) === module
      );
    });
  }

  /** The bindings of all of a module: `import * as x`, `const x = require(…)`. */
  wholeImportsOf(module: string): Binding[] {
    return this.bindings.filter(({ declaration: { node, parent } }) => {
      const around = parent?.node;
      const statement = parent?.parent?.node;
      if (
        around?.type === 'ImportNamespaceSpecifier' ||
        around?.type === 'ImportDefaultSpecifier'
      ) {
        return statement?.type === 'ImportDeclaration' && statement.source.value === module;
      }
      return (
        around?.type === 'VariableDeclarator' &&
        around.id === node &&
        requiredBy(around.init) === module
      );
    });
  }

  textOf(node: Node): string {
    return textOf(this.syntax, node);
  }

  /** What stands where a name is first given a value. */
  initOf(identifier: Node): Node | undefined {
    const declarator = this.bindingOf(identifier)?.declaration.parent?.node;
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') {
      return undefined;
    }
    return declarator.init ?? undefined;
  }

  /** The file's places where something holds. */
  find(isWanted: (place: Place) => boolean): Place[] {
    const found: Place[] = [];
    walk(this.syntax.tree.program, (place) => {
      if (isWanted(place)) found.push(place);
    });
    return found;
  }
}

/** The module of `require('module')`. */
export function requiredBy(node: Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [module] = node.arguments;
  if (node.callee.name !== 'require' || module?.type !== 'StringLiteral') return undefined;
  return module.value;
}

/** Of an identifier or a text. */
export function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : undefined;
}

/** Without casts, `!` and parentheses around it. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
    case 'TypeCastExpression':
      return bare(node.expression);
    default:
      return node;
  }
}
