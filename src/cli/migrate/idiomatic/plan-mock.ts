import type { CallExpression, Identifier, Node } from '@babel/types';
import { endOf, startOf, type Place } from '../syntax.js';
import { chainOn, type Link } from './chain.js';
import type { Dialect } from './dialect.js';
import { dialectOf } from './dialects.js';
import type { Mock } from './mocks.js';
import { Plan } from './plan.js';
import { Stays } from './stays.js';
import { bare, nameOf, type Suite } from './suite.js';
import { isWithin, suiteAround, surroundingsOf } from './surroundings.js';

const RESETS = new Set(['reset', 'resetHistory', 'restore']);
/**
 * What is to be done so that a mock becomes `stub(X)`.
 *
 * @throws Stays for the first use that does not mean the same here, or may not
 */
export function planMock(suite: Suite, mock: Mock): Plan {
  const plan = new Plan();
  const dialect = dialectOf(mock);
  planCreation(suite, mock, plan);
  let stubsOutside: Place | undefined;
  let isReset = false;
  const stubbing: Place[] = [];
  for (const reference of mock.binding.references) {
    if (mock.assigned.has(reference.node)) continue;
    const use = planUse(suite, mock, reference, plan);
    if (use === 'reset') isReset ||= resetsAll(mock, reference);
    if (use !== 'stub') continue;
    stubbing.push(reference);
    if (isOutside(reference)) stubsOutside ??= reference;
  }
  if (isReset && stubsOutside !== undefined && dialect.resetTakesStubs) {
    throw new Stays(stubsOutside.node, 'it is stubbed outside of tests, and reset');
  }
  if (!isReset && !isMadeAnew(mock) && testsUsing(mock) > 1) {
    throw new Stays(
      mock.binding.declaration.node,
      'it is not reset between tests, so that they may see what others stubbed and called',
    );
  }
  if (!dialect.resetTakesStubs) refuseLastingStubs(mock, stubbing);
  dialect.refuse?.(suite, mock);
  return plan;
}

/** A reset that takes the calls alone leaves what a test stubbed to the next one. */
function refuseLastingStubs(mock: Mock, stubbing: readonly Place[]): void {
  if (isMadeAnew(mock) || testsUsing(mock) < 2) return;
  const { declaration, references } = mock.binding;
  const restores = references.some((reference) => {
    const { hook } = surroundingsOf(reference);
    return chainOn(reference)[0]?.name === 'restore' && hook !== 'afterAll' && hook !== 'after';
  });
  if (restores) throw new Stays(declaration.node, 'it is restored, and not made again');
  const stubbed = new Set(stubbing.map(testAround).filter((test) => test !== undefined));
  if (stubbed.size === 0) return;
  const uses = references.find((reference) => {
    const test = testAround(reference);
    return test !== undefined && !stubbed.has(test);
  });
  if (uses !== undefined) {
    throw new Stays(uses.node, 'what other tests stubbed may answer here: its reset leaves that');
  }
}

function testAround(reference: Place): Node | undefined {
  const { kind, call } = surroundingsOf(reference);
  return kind === 'test' ? call?.node : undefined;
}

function planCreation(suite: Suite, mock: Mock, plan: Plan): void {
  const { binding, creations, target } = mock;
  const dialect = dialectOf(mock);
  const { node, parent } = binding.declaration;
  const statement = parent?.parent;
  if (parent?.node.type !== 'VariableDeclarator' || statement === undefined) {
    throw new Stays(node, 'it is given as a parameter');
  }
  if (statement.parent?.node.type === 'ExportNamedDeclaration') {
    throw new Stays(node, 'it is exported: other files use it');
  }
  for (const place of creations) {
    const { node: creation } = place;
    const made = stubFor(suite, creation, dialect);
    if (target === '') throw new Stays(creation, 'it mocks one client, and then another one');
    const links = chainOn(place);
    if (links.length === 0) {
      plan.replaceRange(startOf(creation), endOf(creation), made);
    } else {
      if (mock.isOfVitestMock) throw new Stays(creation, 'what its stubs give is kept');
      dialect.planStubbing(suite, links, plan);
      const next = `${made};\n${indentOf(suite, place)}${binding.name}`;
      plan.replaceRange(startOf(creation), endOf(creation), next);
    }
  }
  planType(suite, node, plan);
}

/** `stub(X, …)` in place of `mockClient(X)`. */
export function stubFor(suite: Suite, creation: CallExpression, { settings }: Dialect): string {
  const [client] = creation.arguments;
  if (client === undefined || creation.arguments.length > 1) {
    throw new Stays(creation, 'mockClient() has settings');
  }
  if (bare(client).type === 'NewExpression') {
    throw new Stays(creation, 'its client is nowhere else');
  }
  return `stub(${suite.textOf(client)}, ${settings})`;
}

/** The blanks before the statement around a place, which must be one by itself. */
function indentOf({ syntax: { text } }: Suite, place: Place): string {
  for (let above: Place | undefined = place; above !== undefined; above = above.parent) {
    const { node, parent } = above;
    if (node.type === 'ArrowFunctionExpression') break;
    if (!node.type.endsWith('Statement') && node.type !== 'VariableDeclaration') continue;
    if (parent?.node.type !== 'BlockStatement' && parent?.node.type !== 'Program') break;
    if (node.type === 'VariableDeclaration' && node.declarations.length > 1) break;
    return /[ \t]*$/.exec(text.slice(0, startOf(node)))?.[0] ?? '';
  }
  throw new Stays(place.node, 'it is made and stubbed in an expression');
}

/** `let mock: AwsClientStub<X>` */
function planType(suite: Suite, { typeAnnotation }: Identifier, plan: Plan): void {
  if (typeAnnotation?.type !== 'TSTypeAnnotation') return;
  const type = typeAnnotation.typeAnnotation;
  if (type.type === 'TSAnyKeyword') return;
  const name = type.type === 'TSTypeReference' ? nameOf(type.typeName) : undefined;
  const [client] =
    (type.type === 'TSTypeReference' ? type.typeParameters?.params : undefined) ?? [];
  if (name === 'AwsStub') {
    plan.imports.add('type TargetStubs');
    plan.replace(type, 'TargetStubs<any>');
    return;
  }
  if (name === 'ReturnType' || (name === 'AwsClientStub' && client === undefined)) {
    const mocks = /^(AwsClientStub|ReturnType<\s*typeof mockClient(Instance)?\s*>)$/;
    if (!mocks.test(suite.textOf(type))) throw new Stays(type, 'its type has no equal here');
    plan.imports.add('type TargetStubs');
    plan.replace(type, 'TargetStubs<any>');
    return;
  }
  if (name !== 'AwsClientStub' || client === undefined) {
    throw new Stays(type, 'its type has no equal here');
  }
  plan.imports.add('type TargetStubs');
  plan.replace(type, `TargetStubs<${suite.textOf(client)}>`);
}

function planUse(
  suite: Suite,
  mock: Mock,
  reference: Place<Identifier>,
  plan: Plan,
): 'stub' | 'reset' | 'look' {
  const { binding } = mock;
  const dialect = dialectOf(mock);
  const { node, parent } = reference;
  const around = parent?.node;
  if (
    around?.type === 'CallExpression' &&
    nameOf(around.callee) === 'expect' &&
    around.arguments[0] === node
  ) {
    dialect.planMatcher(suite, parent as Place<CallExpression>, plan);
    return 'look';
  }
  const links = chainOn(reference);
  const [first] = links;
  if (first === undefined) throw new Stays(node, otherUse(reference, binding.name));
  if (RESETS.has(first.name)) {
    planReset(suite, mock, reference, links, plan);
    return 'reset';
  }
  if (dialect.stubbing.has(first.name)) {
    if (!isLeftAlone(links)) throw new Stays(node, 'what its stubs give is kept');
    dialect.planStubbing(suite, links, plan);
    return 'stub';
  }
  dialect.planCalls(suite, first, binding.name, plan);
  return 'look';
}

function otherUse({ node, parent }: Place, name: string): string {
  const around = parent?.node;
  switch (around?.type) {
    case 'MemberExpression':
      return nameOf(around.property) === 'send'
        ? 'its send is used as a spy'
        : `it uses ${name}.${nameOf(around.property) ?? '[…]'}`;
    case 'CallExpression':
    case 'NewExpression':
    case 'TSAsExpression':
    case 'ReturnStatement':
      return 'it is handed over';
    case 'ArrayExpression':
    case 'ObjectProperty':
    case 'VariableDeclarator':
      return 'it is kept in something else too';
    case 'ExportSpecifier':
      return 'it is exported: other files use it';
    case 'AssignmentExpression':
      return around.left === node
        ? 'it is given another value'
        : 'it is kept in something else too';
    default:
      return 'it is used in a way of its own';
  }
}

/** Nothing is done with what a chain gives. */
export function isLeftAlone(links: readonly Link[]): boolean {
  const parent = links.at(-1)?.call.parent;
  return (
    parent?.node.type === 'ExpressionStatement' || parent?.node.type === 'ArrowFunctionExpression'
  );
}

function planReset(
  suite: Suite,
  mock: Mock,
  reference: Place,
  links: readonly Link[],
  plan: Plan,
): void {
  const [reset, ...further] = links;
  if (reset === undefined) return;
  const { resetTakesStubs, planStubbing } = dialectOf(mock);
  const around = surroundingsOf(reference);
  const statement = reset.call.parent;
  if (around.kind === 'hook') {
    if (further.length > 0) {
      if (!isLeftAlone(links)) throw new Stays(reference.node, 'what its stubs give is kept');
      plan.replaceRange(endOf(reference.node), endOf(reset.call.node), '');
      planStubbing(suite, further, plan);
      return;
    }
    const isExpression = statement?.node.type === 'ArrowFunctionExpression';
    if (statement?.node.type !== 'ExpressionStatement' && !isExpression) {
      throw new Stays(reference.node, 'it is reset in a way of its own');
    }
    const undoes = resetTakesStubs && reset.name === 'reset' && around.hook === 'beforeEach';
    if (undoes && undoesStubs(mock, reference)) return;
    plan.removed.push(isExpression ? reset.call : statement);
    plan.gone.add(reference.node);
    return;
  }
  if (around.kind !== 'test') {
    throw new Stays(
      reference.node,
      around.kind === 'helper' ? 'a function of its own resets it' : 'it is reset outside of tests',
    );
  }
  const body =
    around.callback !== undefined && 'body' in around.callback ? around.callback.body : undefined;
  const isFirst =
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    body.type === 'BlockStatement' &&
    body.body[0] === statement?.node;
  if (!isFirst || reset.name !== 'reset') {
    throw new Stays(reference.node, `${reset.name}() in the middle of a test`);
  }
  if (resetTakesStubs) {
    planStubbing(suite, further, plan);
  } else if (statement !== undefined) {
    plan.removed.push(statement);
    plan.gone.add(reference.node);
  }
}

/** True where a hook before this one, of the same test, stubs something. */
function undoesStubs(mock: Mock, reset: Place): boolean {
  const { references } = mock.binding;
  const own = surroundingsOf(reset);
  return references.some((other) => {
    const { hook, call } = surroundingsOf(other);
    if (hook !== 'beforeEach' || call === undefined || own.call === undefined) return false;
    if (call.node === own.call.node)
      return startOf(other.node) < startOf(reset.node) && isStubbing(mock, other);
    const isBefore =
      suiteAround(call) !== suiteAround(own.call) || startOf(call.node) < startOf(own.call.node);
    return isBefore && isWithin(reset, suiteAround(call)) && isStubbing(mock, other);
  });
}

function isStubbing(mock: Mock, reference: Place): boolean {
  const { stubbing } = dialectOf(mock);
  return chainOn(reference).some(({ name }) => stubbing.has(name));
}

/** True for a reset before or after each test that uses the mock. */
function resetsAll({ binding }: Mock, reference: Place): boolean {
  const { hook, call } = surroundingsOf(reference);
  if (call === undefined || (hook !== 'beforeEach' && hook !== 'afterEach')) return false;
  const suite = suiteAround(call);
  return binding.references.every((other) => isWithin(other, suite));
}

/** A stub that is written while the file is loaded, or in `beforeAll`, lasts for more than a test. */
function isOutside(reference: Place): boolean {
  const { kind, hook } = surroundingsOf(reference);
  return kind === 'body' || hook === 'beforeAll' || hook === 'before';
}

/** It is made in `beforeEach`, or in the test that uses it. */
function isMadeAnew({ creations, binding }: Mock): boolean {
  return creations.every((creation) => {
    const { kind, hook, call } = surroundingsOf(creation);
    if (kind === 'test') return true;
    if (hook !== 'beforeEach' || call === undefined) return false;
    const suite = suiteAround(call);
    return binding.references.every((other) => isWithin(other, suite));
  });
}

/** In how many tests it is used; in a function of its own it may be all. */
function testsUsing({ binding }: Mock): number {
  const tests = new Set(
    binding.references.map((reference) => {
      const { kind, call } = surroundingsOf(reference);
      return kind === 'test' ? call?.node : reference.node;
    }),
  );
  return tests.size;
}
