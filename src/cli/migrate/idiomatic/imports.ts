import type { Node } from '@babel/types';
import MagicString from 'magic-string';
import { FACADE, VITEST_MOCK } from '../packages.js';
import { removeLine } from '../remove-line.js';
import { endOf, readSyntax, startOf } from '../syntax.js';
import type { Binding } from './bindings.js';
import type { Plan } from './plan.js';
import { requiredBy, Suite } from './suite.js';

/** Imports what the stubs need, and loads the setup entry before the SDK. */
export function planImports(
  suite: Suite,
  plans: readonly Plan[],
  setup: string | undefined,
  edits: MagicString,
): void {
  const names = ['stub', ...new Set(plans.flatMap((plan) => [...plan.imports]))].sort(byName);
  const statements = suite.syntax.tree.program.body.filter(loads);
  const [first] = statements;
  const facade =
    statements.find((each) => [FACADE, VITEST_MOCK].includes(moduleOf(each) ?? '')) ?? first;
  if (first === undefined || facade === undefined) return;
  const isImported = facade.type === 'ImportDeclaration';
  const [quote = "'"] = /['"](?=aws-sdk-)/.exec(suite.textOf(facade)) ?? [];
  const end = suite.textOf(facade).endsWith(';') ? ';' : '';
  const module = `${quote}aws-sdk-stubber${quote}`;
  const line = isImported
    ? `import { ${names.join(', ')} } from ${module}${end}\n`
    : `const { ${names.filter((name) => !name.startsWith('type ')).join(', ')} } = require(${module})${end}\n`;
  edits.appendLeft(startOf(facade), line);
  if (setup === undefined) return;
  const entry = `${quote}${setup}${quote}`;
  edits.prependLeft(
    startOf(first),
    first.type === 'ImportDeclaration' ? `import ${entry}${end}\n` : `require(${entry})${end}\n`,
  );
}

function byName(a: string, b: string): number {
  return a.replace('type ', '').toLowerCase() < b.replace('type ', '').toLowerCase() ? -1 : 1;
}

/** True for a statement that imports or requires something. */
export function loads(statement: Node): boolean {
  return moduleOf(statement) !== undefined;
}

function moduleOf(statement: Node): string | undefined {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  if (statement.type === 'ExpressionStatement') return requiredBy(statement.expression);
  if (statement.type !== 'VariableDeclaration') return undefined;
  return requiredBy(statement.declarations[0]?.init);
}

/** The text without imports that were used before and are not any more. */
export function withoutUnused(path: string, text: string, before: Suite): string {
  const suite = new Suite(readSyntax(path, text), before.isTypeScript);
  const edits = new MagicString(text);
  const wasUsed = new Set(
    before.bindings
      .filter(({ references }) => references.length > 0)
      .map(({ name, declaration }) => name + kindOf(declaration.parent?.node)),
  );
  const unused = suite.bindings.filter((binding) => isUnused(binding, wasUsed));
  const lists = new Map<Node, Set<Node>>();
  for (const { declaration } of unused) {
    const item = declaration.parent;
    const list = item?.parent?.node;
    if (item === undefined || list === undefined) continue;
    lists.set(list, (lists.get(list) ?? new Set()).add(item.node));
  }
  for (const [list, items] of lists) removeItems(suite, list, items, edits);
  const mocks = /\bto(Have)?Receive|(client|vitest)-mock['"]/.test(edits.toString());
  for (const statement of suite.syntax.tree.program.body) {
    if (mocks || !loads(statement) || statement.type === 'VariableDeclaration') continue;
    const isBare =
      statement.type === 'ExpressionStatement' ||
      (statement.type === 'ImportDeclaration' && statement.specifiers.length === 0);
    if (isBare && /^aws-sdk-(stubber\/client|vitest)-mock\//.test(moduleOf(statement) ?? '')) {
      removeLine(suite.syntax, edits, statement);
    }
  }
  return edits.toString();
}

function kindOf(node: Node | undefined): string {
  return node?.type ?? '';
}

function isUnused(
  { name, declaration, references, scope }: Binding,
  wasUsed: ReadonlySet<string>,
): boolean {
  const around = declaration.parent?.node;
  if (references.length > 0 || scope.type !== 'Program') return false;
  const statement = declaration.parent?.parent?.node;
  const module = statement === undefined ? undefined : moduleOf(statement);
  // Nothing of a library of mocks is kept that is not used.
  if (!wasUsed.has(name + kindOf(around)) && module !== FACADE && module !== VITEST_MOCK) {
    return false;
  }
  if (around?.type === 'ImportSpecifier') return true;
  const pattern = declaration.parent?.parent;
  const declarator = pattern?.parent?.node;
  return (
    around?.type === 'ObjectProperty' &&
    pattern?.node.type === 'ObjectPattern' &&
    declarator?.type === 'VariableDeclarator' &&
    requiredBy(declarator.init) !== undefined
  );
}

function removeItems(suite: Suite, list: Node, items: ReadonlySet<Node>, edits: MagicString): void {
  const all = itemsOf(list);
  if (all.every((item) => items.has(item))) {
    const statement = suite.syntax.tree.program.body.find(
      (each) => startOf(each) <= startOf(list) && endOf(list) <= endOf(each),
    );
    if (statement !== undefined) removeLine(suite.syntax, edits, statement);
    return;
  }
  if (all.some(({ type }) => type === 'ImportDefaultSpecifier')) return;
  const lastKept = all.findLastIndex((item) => !items.has(item));
  for (const [index, item] of all.entries()) {
    if (!items.has(item)) continue;
    const next = all[index + 1];
    const kept = all[lastKept];
    if (index < lastKept && next !== undefined) edits.remove(startOf(item), startOf(next));
    else if (kept !== undefined) edits.remove(endOf(kept), endOf(item));
  }
}

function itemsOf(list: Node): readonly Node[] {
  if (list.type === 'ImportDeclaration') return list.specifiers;
  return list.type === 'ObjectPattern' ? list.properties : [];
}
