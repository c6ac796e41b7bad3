import type { CallExpression, Identifier, Node } from '@babel/types';
import { FACADE, VITEST_MOCK } from '../packages.js';
import { startOf, type Place } from '../syntax.js';
import { chainOn } from './chain.js';
import type { Binding } from './bindings.js';
import { nameOf, type Suite } from './suite.js';

/** A variable that a mock is kept in. */
export interface Mock {
  readonly binding: Binding;
  /** The calls of `mockClient` that it is given; several where a hook makes it anew. */
  readonly creations: readonly Place<CallExpression>[];
  /** The identifiers that these are assigned to. */
  readonly assigned: ReadonlySet<Node>;
  /** What is mocked, as it is written. */
  readonly target: string;
  /** It is a mock of aws-sdk-vitest-mock, which speaks otherwise. */
  readonly isOfVitestMock: boolean;
}

/** A call of `mockClient` that is kept in no variable of its own: `mockClient(X).on(Y).resolves(z);` */
export interface BareMock {
  readonly creation: Place<CallExpression>;
  readonly target: string;
  readonly isOfVitestMock: boolean;
}

/** Calls of `mockClient`, and the variables that they are kept in. */
export interface Mocks {
  readonly kept: readonly Mock[];
  readonly others: readonly BareMock[];
}

export function mocksOf(suite: Suite): Mocks {
  const ofVitestMock = new Set([
    ...creationsIn(suite, VITEST_MOCK, 'mockClient'),
    ...creationsIn(suite, VITEST_MOCK, 'mockClientInstance'),
  ]);
  const calls = [...creationsIn(suite, FACADE, 'mockClient'), ...ofVitestMock];
  const byBinding = new Map<Binding, Place<CallExpression>[]>();
  const assigned = new Map<Binding, Set<Node>>();
  const others: BareMock[] = [];
  for (const call of calls) {
    const identifier = variableOf(call);
    const binding = identifier === undefined ? undefined : suite.bindingOf(identifier);
    if (identifier === undefined || binding === undefined) {
      others.push({
        creation: call,
        target: targetOf(suite, [call]),
        isOfVitestMock: ofVitestMock.has(call),
      });
      continue;
    }
    byBinding.set(binding, [...(byBinding.get(binding) ?? []), call]);
    assigned.set(binding, (assigned.get(binding) ?? new Set<Node>()).add(identifier));
  }
  const kept = [...byBinding].map(([binding, creations]) => ({
    binding,
    creations,
    assigned: assigned.get(binding) ?? new Set<Node>(),
    target: targetOf(suite, creations),
    isOfVitestMock: creations.some((creation) => ofVitestMock.has(creation)),
  }));
  return { kept: kept.sort((a, b) => position(a) - position(b)), others };
}

/** A document client is over a plain one, which is meant with it. */
export function areKin(a: string, b: string): boolean {
  const kin = /^DynamoDB(Document)?(Client)?$/;
  return a === b || (kin.test(a) && kin.test(b));
}

function position({ binding }: Mock): number {
  return startOf(binding.declaration.node);
}

/** Empty where they differ. */
function targetOf(suite: Suite, creations: readonly Place<CallExpression>[]): string {
  const targets = new Set(
    creations.map(({ node }) => node.arguments.map((each) => suite.textOf(each)).join(', ')),
  );
  return targets.size === 1 ? ([...targets][0] ?? '') : '';
}

/** `mockClient(X)`, and `clientMock.mockClient(X)` of all that was imported. */
function creationsIn(suite: Suite, module: string, maker: string): Place<CallExpression>[] {
  const called = suite.importsOf(module, maker).flatMap(({ references }) => references);
  const members = suite
    .wholeImportsOf(module)
    .flatMap(({ references }) => references)
    .flatMap(({ node, parent }) =>
      parent?.node.type === 'MemberExpression' &&
      parent.node.object === node &&
      nameOf(parent.node.property) === maker
        ? [parent]
        : [],
    );
  return [...called, ...members].flatMap(({ node, parent }) =>
    parent?.node.type === 'CallExpression' && parent.node.callee === node
      ? [parent as Place<CallExpression>]
      : [],
  );
}

/** What a creation, or the chain that goes on from it, is kept in. */
function variableOf(creation: Place<CallExpression>): Identifier | undefined {
  const { node, parent } = chainOn(creation).at(-1)?.call ?? creation;
  const around = parent?.node;
  if (around?.type === 'VariableDeclarator' && around.id.type === 'Identifier') return around.id;
  if (around?.type === 'AssignmentExpression' && around.operator === '=' && around.right === node) {
    const statement = parent?.parent?.node.type;
    const isStatement =
      statement === 'ExpressionStatement' || statement === 'ArrowFunctionExpression';
    if (isStatement && around.left.type === 'Identifier') return around.left;
  }
  return undefined;
}
