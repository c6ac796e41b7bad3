import type { Node } from '@babel/types';
import MagicString from 'magic-string';
import { VITEST_MOCK } from '../packages.js';
import type { Remark } from '../report.js';
import { lineOf, readSyntax, startOf } from '../syntax.js';
import { chainOn } from './chain.js';
import { loads, planImports, withoutUnused } from './imports.js';
import { areKin, mocksOf, type BareMock, type Mock } from './mocks.js';
import type { Plan } from './plan.js';
import { planBareMock } from './plan-bare-mock.js';
import { planMock } from './plan-mock.js';
import { removeStatements } from './removed.js';
import { Stays } from './stays.js';
import { bare, nameOf, Suite } from './suite.js';
import { isWithin } from './surroundings.js';

/** What becomes of a file on the facade. */
export interface Idiomatic {
  readonly after: string;
  readonly changes: string[];
  readonly left: Remark[];
}

/**
 * Makes stubs of this package of the mocks of the facade where that means the same.
 *
 * @param setup - the entry that the file loads by itself; none where the runner's config names it
 * @param obstacle - why nothing of this file can become a stub
 */
export function toIdiomatic(
  path: string,
  before: string,
  setup: string | undefined,
  obstacle?: string,
): Idiomatic {
  const suite = new Suite(readSyntax(path, before), /\.[cm]?tsx?$/.test(path));
  const { kept, others } = mocksOf(suite);
  const [any] = [
    ...others.map(({ creation }) => creation),
    ...kept.flatMap(({ creations }) => creations),
  ];
  if (any === undefined) return { after: before, changes: [], left: [] };
  if (obstacle !== undefined) {
    return {
      after: before,
      changes: [],
      left: [{ line: lineOf(any.node), text: `stays on the facade: ${obstacle}.` }],
    };
  }
  const left: Remark[] = [];
  const planned: { mock: BareMock | Mock; plan: Plan }[] = [];
  const staying: string[] = [];
  for (const mock of others) {
    try {
      refuseSurroundings(suite, mock.creation.node);
      planned.push({ mock, plan: planBareMock(suite, mock, [...kept, ...others]) });
    } catch (error) {
      if (!(error instanceof Stays)) throw error;
      staying.push(mock.target);
      left.push({ line: lineOf(error.node), text: `stays a mock: ${error.message}.` });
    }
  }
  for (const mock of kept) {
    try {
      refuseSurroundings(suite, mock.binding.declaration.node);
      refuseCompany(mock, kept);
      planned.push({ mock, plan: planMock(suite, mock) });
    } catch (error) {
      if (!(error instanceof Stays)) throw error;
      if (!isRestored(mock)) staying.push(mock.target);
      left.push({
        line: lineOf(error.node),
        text: `${mock.binding.name} stays a mock: ${error.message}.`,
      });
    }
  }
  // A mock that is never restored stands before the stubs of its client, in later tests too.
  const plans = planned.filter(
    ({ mock: { target } }) => !staying.some((other) => areKin(target, other)),
  );
  for (const { mock } of planned.filter((each) => !plans.includes(each))) {
    const isKept = 'binding' in mock;
    const { node } = isKept ? mock.binding.declaration : mock.creation;
    const name = isKept ? `${mock.binding.name} stays` : 'stays';
    const text = `${name} a mock: another one of its client does, and is never restored.`;
    left.push({ line: lineOf(node), text });
  }
  if (plans.length === 0) return { after: before, changes: [], left };
  if (plans.length === kept.length + others.length) removeMatchers(suite, plans[0]?.plan);
  const edits = new MagicString(before);
  const all = plans.map(({ plan }) => plan);
  for (const plan of all) for (const edit of plan.edits) edit(edits);
  for (const { mock, plan } of plans) if ('binding' in mock) nameNoMore(suite, mock, plan, edits);
  removeStatements(suite, all, edits);
  planImports(suite, all, setup, edits);
  const after = withoutUnused(path, edits.toString(), suite);
  return { after, changes: plans.map(() => 'mockClient(…) → stub(…)'), left };
}

/** What of the file makes a stub mean something else, or nothing. */
function refuseSurroundings(suite: Suite, mock: Node): void {
  const taken = suite.bindings.find(({ name }) => name === 'stub' || name === 'exactly');
  if (taken !== undefined) {
    throw new Stays(taken.declaration.node, `${taken.name} means something else in this file`);
  }
  if (!suite.syntax.tree.program.body.some(loads)) {
    throw new Stays(mock, 'the file imports nothing at its top');
  }
  const replaced = suite.find(({ node }) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
    const [module] = node.arguments;
    return (
      /^(jest|vi)$/.test(nameOf(node.callee.object) ?? '') &&
      /^(do)?[mM]ock$|^unstable_mockModule$/.test(nameOf(node.callee.property) ?? '') &&
      module?.type === 'StringLiteral' &&
      /^@(aws-sdk|smithy)\//.test(module.value)
    );
  })[0];
  if (replaced !== undefined) {
    throw new Stays(replaced.node, 'the module of a client is replaced here');
  }
}

/** Other mocks that make a stub mean something else. */
function refuseCompany(mock: Mock, all: readonly Mock[]): void {
  const { declaration } = mock.binding;
  for (const other of all) {
    if (other === mock) continue;
    const overlaps =
      isWithin(declaration, other.binding.scope) ||
      isWithin(other.binding.declaration, mock.binding.scope);
    if (overlaps && areKin(mock.target, other.target)) {
      throw new Stays(
        declaration.node,
        `${other.binding.name} mocks the same client, or one over it`,
      );
    }
  }
}

function isRestored({ binding }: Mock): boolean {
  return binding.references.some((reference) => chainOn(reference)[0]?.name === 'restore');
}

/** `expect.extend(matchers)` of aws-sdk-vitest-mock, once nothing is expected of its mocks. */
function removeMatchers(suite: Suite, plan: Plan | undefined): void {
  for (const { references } of suite.importsOf(VITEST_MOCK, 'matchers')) {
    for (const { node, parent } of references) {
      const call = parent?.node;
      const statement = parent?.parent;
      if (call?.type !== 'CallExpression' || call.arguments[0] !== node) continue;
      if (suite.textOf(call.callee) !== 'expect.extend') continue;
      if (statement?.node.type === 'ExpressionStatement') plan?.removed.push(statement);
    }
  }
}

/** `const mock = stub(X)` that nothing uses any more. */
function nameNoMore(
  suite: Suite,
  { binding, assigned }: Mock,
  plan: Plan,
  edits: MagicString,
): void {
  const isUsed = binding.references.some(({ node }) => !plan.gone.has(node) && !assigned.has(node));
  const declarator = binding.declaration.parent?.node;
  const statement = binding.declaration.parent?.parent?.node;
  if (isUsed || assigned.size > 1 || declarator?.type !== 'VariableDeclarator') return;
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1) return;
  if (!declarator.init) return;
  edits.remove(startOf(statement), startOf(bare(declarator.init)));
}
