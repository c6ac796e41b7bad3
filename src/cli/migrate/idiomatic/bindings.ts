import type { File, Identifier, LVal, Node, PatternLike } from '@babel/types';
import { walk, type Place } from '../syntax.js';

/** A name that a file declares, with every place that it is meant in. */
export interface Binding {
  readonly name: string;
  /** The identifier that declares it. */
  readonly declaration: Place<Identifier>;
  /** What its scope is: the program, a block or a function. */
  readonly scope: Node;
  /** All other identifiers that mean it, in types too. */
  readonly references: Place<Identifier>[];
}

type Scope = Map<string, Binding>;

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);
const BLOCKS = new Set([
  ...FUNCTIONS,
  'Program',
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'CatchClause',
  'SwitchStatement',
  'TSModuleBlock',
  'StaticBlock',
]);

/** True for a function of any kind. */
export function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.type);
}

/** The names that a file declares. */
export function bindingsOf(tree: File): Binding[] {
  const scopes = new Map<Node, Scope>();
  const identifiers: Place<Identifier>[] = [];
  const declared = new Set<Node>();
  const all: Binding[] = [];
  const declare = (place: Place<Identifier>, scope: Node): void => {
    const names = scopes.get(scope) ?? new Map<string, Binding>();
    scopes.set(scope, names);
    declared.add(place.node);
    if (names.has(place.node.name)) return;
    const binding = { name: place.node.name, declaration: place, scope, references: [] };
    names.set(place.node.name, binding);
    all.push(binding);
  };
  walk(tree.program, (place) => {
    if (place.node.type === 'Identifier') identifiers.push(place as Place<Identifier>);
    for (const [names, scope] of declarationsIn(place)) {
      for (const name of namesIn(names, place)) declare(name, scope);
    }
  });
  for (const place of identifiers) {
    if (declared.has(place.node) || !isReference(place)) continue;
    for (let above = place.parent; above !== undefined; above = above.parent) {
      const binding = scopes.get(above.node)?.get(place.node.name);
      if (binding === undefined) continue;
      binding.references.push(place);
      break;
    }
  }
  return all;
}

function* declarationsIn(place: Place): Generator<[LVal | PatternLike, Node]> {
  const { node, parent } = place;
  switch (node.type) {
    case 'VariableDeclarator':
      if (node.id.type === 'VoidPattern') return;
      if (parent?.node.type === 'VariableDeclaration' && parent.node.kind === 'var') {
        yield [node.id, functionAround(place)];
      } else {
        yield [node.id, blockAround(place)];
      }
      return;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      yield [node.local, blockAround(place)];
      return;
    case 'TSImportEqualsDeclaration':
      yield [node.id, blockAround(place)];
      return;
    case 'CatchClause':
      if (node.param) yield [node.param, node];
      return;
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      if (node.id && parent !== undefined) yield [node.id, blockAround(place)];
      break;
    case 'FunctionExpression':
    case 'ClassExpression':
      if (node.id) yield [node.id, node];
  }
  if (isFunction(node) && 'params' in node) {
    for (const param of node.params as Node[]) {
      yield [param.type === 'TSParameterProperty' ? param.parameter : (param as LVal), node];
    }
  }
}

/** The identifiers that a pattern declares, with the places above them. */
function namesIn(pattern: Node, above: Place): Place<Identifier>[] {
  const names: Place<Identifier>[] = [];
  walk(
    pattern,
    (place) => {
      if (place.node.type === 'Identifier' && isDeclaredBy(place, pattern)) {
        names.push(place as Place<Identifier>);
      }
    },
    above,
  );
  return names;
}

/** Not a key, a default, or a type in the pattern. */
function isDeclaredBy({ node, parent }: Place, pattern: Node): boolean {
  if (node === pattern) return true;
  const around = parent?.node;
  if (parent === undefined || around === undefined) return false;
  switch (around.type) {
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
      return around === pattern || isDeclaredBy(parent, pattern);
    case 'AssignmentPattern':
      return around.left === node && (around === pattern || isDeclaredBy(parent, pattern));
    case 'ObjectProperty':
      return around.value === node && isDeclaredBy(parent, pattern);
    default:
      return false;
  }
}

function functionAround(place: Place): Node {
  return around(place, (node) => isFunction(node) || node.type === 'Program');
}

function blockAround(place: Place): Node {
  return around(place, ({ type }) => BLOCKS.has(type));
}

function around(place: Place, isWanted: (node: Node) => boolean): Node {
  for (let above = place.parent; above !== undefined; above = above.parent) {
    if (isWanted(above.node)) return above.node;
  }
  return place.node;
}

/** Not the name of a member, a key or a label. */
function isReference({ node, parent }: Place): boolean {
  const around = parent?.node;
  switch (around?.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return around.property !== node || around.computed;
    case 'ObjectProperty':
    case 'ObjectMethod':
    case 'ClassProperty':
    case 'ClassMethod':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return around.key !== node || around.computed === true;
    case 'ImportSpecifier':
      return false;
    case 'ExportSpecifier':
      return around.local === node;
    case 'TSQualifiedName':
      return around.left === node;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return false;
    default:
      return true;
  }
}
