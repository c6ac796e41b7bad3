import type { Node } from '@babel/types';
import { endOf, startOf, type Place } from '../syntax.js';
import type { Link } from './chain.js';
import type { Plan } from './plan.js';
import { Stays } from './stays.js';
import { nameOf, type Suite } from './suite.js';

/** Methods of a list whose function gets a call first. */
const EACH = new Set([
  'map',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'some',
  'every',
  'forEach',
  'flatMap',
]);
const CASTS = new Set(['TSNonNullExpression', 'ParenthesizedExpression']);
const TYPE_CASTS = new Set(['TSAsExpression', 'TSTypeAssertion', 'TSSatisfiesExpression']);

/** What `.commandCalls(X)[0].args[0].input` and its kin are here. */
export function planCalls(suite: Suite, link: Link, mock: string, plan: Plan): void {
  const { name, args, property, call } = link;
  switch (name) {
    case 'calls':
      planList(suite, call, plan);
      return;
    case 'commandCalls':
      if (args.length > 2) throw new Stays(property, 'it asks for the calls with a strict input');
      plan.replace(property, 'calls');
      planList(suite, call, plan);
      return;
    case 'call': {
      const [index] = args;
      if (index?.type !== 'NumericLiteral')
        throw new Stays(property, 'it asks for a call by a value');
      plan.replaceRange(startOf(property), endOf(call.node), `calls()[${index.value}]`);
      planCall(suite, call, plan);
      return;
    }
    case 'commandCall': {
      const [index, command, input] = args;
      if (index?.type !== 'NumericLiteral' || command === undefined || args.length > 3) {
        throw new Stays(property, 'it asks for a call by a value');
      }
      const given = [command, ...(input === undefined ? [] : [input])].map((each) =>
        suite.textOf(each),
      );
      plan.replaceRange(
        startOf(property),
        endOf(call.node),
        `calls(${given.join(', ')})[${index.value}]`,
      );
      planCall(suite, call, plan);
      return;
    }
    default:
      throw new Stays(property, `it uses ${mock}.${name}()`);
  }
}

/** `calls()` of aws-sdk-vitest-mock, which are the commands that were sent. */
export function planCommands(
  suite: Suite,
  { name, property, call }: Link,
  mock: string,
  plan: Plan,
): void {
  if (name !== 'calls') throw new Stays(property, `it uses ${mock}.${name}()`);
  planList(suite, call, plan, planSent);
}

/** What is done with one of a list. */
type PlanOne = (suite: Suite, one: Place, plan: Plan) => void;

/** What is done with a list of calls. */
function planList(suite: Suite, list: Place, plan: Plan, planOne: PlanOne = planCall): void {
  const { node, parent } = list;
  const around = parent?.node;
  if (parent === undefined || around === undefined) return;
  if (CASTS.has(around.type) || around.type === 'ExpressionStatement') {
    if (around.type !== 'ExpressionStatement') planList(suite, parent, plan, planOne);
    return;
  }
  if (around.type === 'VariableDeclarator' && around.init === node) {
    if (around.id.type === 'Identifier') {
      if (around.id.typeAnnotation)
        throw new Stays(around, 'the type of its calls is written down');
      for (const reference of referencesOf(suite, around.id))
        planList(suite, reference, plan, planOne);
      return;
    }
    if (around.id.type === 'ArrayPattern') {
      for (const element of around.id.elements) planElement(suite, element, plan, planOne);
      return;
    }
  }
  if (isMember(around) && around.object === node) {
    if (around.computed) {
      planOne(suite, parent, plan);
      return;
    }
    const name = nameOf(around.property) ?? '';
    if (name === 'length') return;
    const call = parent.parent;
    if (call !== undefined && isCallOf(call.node, around)) {
      if (name === 'at') {
        planOne(suite, call, plan);
        return;
      }
      if (EACH.has(name)) {
        planEach(suite, call.node, plan, planOne);
        if (name === 'find' || name === 'findLast') planOne(suite, call, plan);
        if (name === 'filter') planList(suite, call, plan, planOne);
        return;
      }
      if (name === 'slice') {
        planList(suite, call, plan, planOne);
        return;
      }
    }
  }
  if (
    around.type === 'CallExpression' &&
    nameOf(around.callee) === 'expect' &&
    onlyCounts(parent)
  ) {
    return;
  }
  throw new Stays(node, 'its calls are used in a way of their own');
}

/** What is done with one command that was sent. */
function planSent(suite: Suite, command: Place, plan: Plan): void {
  if (!planHandling(suite, command, plan, planSent)) {
    planCommand(suite, command, endOf(command.node), plan);
  }
}

/** What is done with one call. */
function planCall(suite: Suite, call: Place, plan: Plan): void {
  if (planHandling(suite, call, plan, planCall)) return;
  const { node, parent } = call;
  const around = parent?.node;
  if (parent === undefined || around === undefined) return;
  if (isMember(around) && around.object === node && !around.computed) {
    const name = nameOf(around.property);
    if (name === 'firstArg' || name === 'lastArg') {
      planCommand(suite, parent, endOf(node), plan);
      return;
    }
    const first = parent.parent;
    if (name === 'args' && first !== undefined && isFirstOf(first.node, around)) {
      planCommand(suite, first, endOf(node), plan);
      return;
    }
  }
  throw new Stays(node, 'its calls are used in a way of their own');
}

/** Casts, variables, and whether it is there: true where that is all that is done with one. */
function planHandling(
  suite: Suite,
  { node, parent }: Place,
  plan: Plan,
  planOne: PlanOne,
): boolean {
  const around = parent?.node;
  if (parent === undefined || around === undefined) return true;
  if (CASTS.has(around.type)) {
    planOne(suite, parent, plan);
    return true;
  }
  if (
    around.type === 'VariableDeclarator' &&
    around.init === node &&
    around.id.type === 'Identifier'
  ) {
    if (around.id.typeAnnotation) throw new Stays(around, 'the type of its calls is written down');
    for (const reference of referencesOf(suite, around.id)) planOne(suite, reference, plan);
    return true;
  }
  return (
    around.type === 'CallExpression' &&
    nameOf(around.callee) === 'expect' &&
    onlyAsksWhetherThere(parent)
  );
}

/**
 * `.input` of a command: the only member that a call has too.
 *
 * @param start - where the call ends: what stands from there to `.input` goes
 */
function planCommand(suite: Suite, command: Place, start: number, plan: Plan): void {
  const { node, parent } = command;
  const around = parent?.node;
  if (parent === undefined || around === undefined) return;
  if (CASTS.has(around.type) || TYPE_CASTS.has(around.type)) {
    // `(call.args[0] as PutCommand).input`: its type is that of the call.
    const opening = startOf(around);
    plan.replaceRange(opening, startOf(node), '');
    removeParentheses(around, plan);
    planCommandCast(suite, parent, start, plan);
    return;
  }
  if (
    isMember(around) &&
    around.object === node &&
    nameOf(around.property) === 'input' &&
    !around.computed
  ) {
    plan.replaceRange(start, endOf(around.object), optionalTo(suite, start, endOf(around.object)));
    return;
  }
  throw new Stays(node, 'its calls are used in a way of their own');
}

function planCommandCast(suite: Suite, cast: Place, start: number, plan: Plan): void {
  const { node, parent } = cast;
  const around = parent?.node;
  if (parent === undefined || around === undefined) return;
  if (CASTS.has(around.type) || TYPE_CASTS.has(around.type)) {
    removeParentheses(around, plan);
    planCommandCast(suite, parent, start, plan);
    return;
  }
  if (!isMember(around) || around.object !== node || nameOf(around.property) !== 'input') {
    throw new Stays(node, 'its calls are used in a way of their own');
  }
  // From the call's end to `.input`: `.args[0] as PutCommand)`.
  const dot =
    startOf(around.property) -
    (around.type === 'OptionalMemberExpression' && around.optional ? 2 : 1);
  plan.replaceRange(start, dot, optionalTo(suite, start, dot));
}

/** `call?.args[0].input` is `call?.input`. */
function optionalTo({ syntax: { text } }: Suite, start: number, end: number): string {
  return text.startsWith('?.', start) && !text.startsWith('?.', end) ? '?' : '';
}

function removeParentheses(node: Node, plan: Plan): void {
  const { parenthesized, parenStart } = (node.extra ?? {}) as {
    parenthesized?: boolean;
    parenStart?: number;
  };
  if (parenthesized === true && parenStart !== undefined)
    plan.replaceRange(parenStart, startOf(node), '');
}

function planEach(suite: Suite, call: Node, plan: Plan, planOne: PlanOne): void {
  if (call.type !== 'CallExpression' && call.type !== 'OptionalCallExpression') return;
  const [each] = call.arguments;
  if (each?.type !== 'ArrowFunctionExpression' && each?.type !== 'FunctionExpression') {
    throw new Stays(call, 'its calls are used in a way of their own');
  }
  const [parameter] = each.params;
  if (parameter !== undefined) planElement(suite, parameter, plan, planOne);
}

function planElement(suite: Suite, element: Node | null, plan: Plan, planOne: PlanOne): void {
  if (element === null) return;
  if (element.type !== 'Identifier') {
    throw new Stays(element, 'its calls are used in a way of their own');
  }
  if (element.typeAnnotation) {
    if (!suite.textOf(element.typeAnnotation).endsWith('any')) {
      throw new Stays(element, 'the type of its calls is written down');
    }
  }
  for (const reference of referencesOf(suite, element)) planOne(suite, reference, plan);
}

function referencesOf(suite: Suite, identifier: Node): readonly Place[] {
  return suite.bindingOf(identifier)?.references ?? [];
}

function isMember(
  node: Node,
): node is Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }> {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

function isCallOf(node: Node, callee: Node): boolean {
  return (
    (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') &&
    node.callee === callee
  );
}

/** `args[0]` */
function isFirstOf(node: Node, args: Node): boolean {
  return (
    isMember(node) &&
    node.object === args &&
    node.computed &&
    node.property.type === 'NumericLiteral' &&
    node.property.value === 0
  );
}

/** `expect(calls).toHaveLength(2)` */
function onlyCounts(expectation: Place): boolean {
  return /^(toHaveLength|lengthOf)$/.test(matcherOf(expectation) ?? '');
}

function onlyAsksWhetherThere(expectation: Place): boolean {
  return /^(toBeDefined|toBeUndefined|toBeTruthy|toBeFalsy)$/.test(matcherOf(expectation) ?? '');
}

/** The name of the matcher, `.not` before it or not. */
function matcherOf(expectation: Place): string | undefined {
  const member = expectation.parent;
  if (member?.node.type !== 'MemberExpression') return undefined;
  const name = nameOf(member.node.property);
  return name === 'not' ? matcherOf(member) : name;
}
