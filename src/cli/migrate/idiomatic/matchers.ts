import type { CallExpression, MemberExpression, Node } from '@babel/types';
import type { Place } from '../syntax.js';
import type { Plan } from './plan.js';
import { Stays } from './stays.js';
import { nameOf, type Suite } from './suite.js';

/** Those whose arguments stay as they are. */
const SAME: Readonly<Record<string, string>> = {
  toHaveReceivedAnyCommand: 'toHaveCalledAnyOperation',
  toHaveReceivedCommand: 'toHaveCalledOperation',
  toHaveReceivedCommandOnce: 'toHaveCalledOperationOnce',
  toHaveReceivedCommandTimes: 'toHaveCalledOperationTimes',
  toHaveReceivedCommandWith: 'toHaveCalledOperation',
};

/** What a matcher of theirs on a mock is here. */
export function planMatcher(suite: Suite, expectation: Place<CallExpression>, plan: Plan): void {
  const { matcher, isNot } = matcherOn(expectation);
  const { property, call } = matcher;
  const name = (nameOf(property) ?? '').replace(/^toReceive/, 'toHaveReceived');
  const args = call.arguments;
  const ours = SAME[name];
  if (ours !== undefined) {
    plan.replace(property, ours);
    planInput(suite, args[name.endsWith('With') ? 1 : -1], isNot, plan);
    return;
  }
  const [first, second, input] = args;
  if (first === undefined || second === undefined || args.length > 3) {
    throw new Stays(property, `${name} has no equal here`);
  }
  if (name === 'toHaveReceivedNthCommandWith' && isCommand(second)) {
    plan.replace(property, 'toHaveNthCalledOperation');
  } else if (name === 'toHaveReceivedNthCommandWith' && isCommand(first)) {
    plan.replace(property, 'toHaveNthCallOfOperation');
  } else if (name === 'toHaveReceivedNthSpecificCommandWith' && isCommand(second)) {
    plan.replace(property, 'toHaveNthCallOfOperation');
    plan.replace(first, suite.textOf(second));
    plan.replace(second, suite.textOf(first));
  } else {
    throw new Stays(property, `${name} has no equal here`);
  }
  planInput(suite, input, isNot, plan);
}

/** The matcher that is called on `expect(…)`. */
export function matcherOn(expectation: Place): {
  matcher: { property: Node; call: CallExpression };
  isNot: boolean;
} {
  let member = expectation.parent;
  let isNot = false;
  while (isMember(member) && nameOf(member.node.property) === 'not') {
    isNot = !isNot;
    member = member.parent;
  }
  const call = member?.parent?.node;
  if (!isMember(member) || call?.type !== 'CallExpression' || call.callee !== member.node) {
    throw new Stays(expectation.node, 'it is expected in a way of its own');
  }
  const name = nameOf(member.node.property) ?? '';
  if (!/^to(Have)?Receive/.test(name))
    throw new Stays(member.node.property, `it is expected with ${name}`);
  return { matcher: { property: member.node.property, call }, isNot };
}

function isMember(place: Place | undefined): place is Place<MemberExpression> {
  return place?.node.type === 'MemberExpression';
}

function isCommand(node: Node): boolean {
  const name = node.type === 'MemberExpression' ? nameOf(node.property) : nameOf(node);
  return node.type !== 'StringLiteral' && name?.endsWith('Command') === true;
}

/** Theirs compare each member that is given as a whole, ours in part. */
function planInput(suite: Suite, input: Node | undefined, isNot: boolean, plan: Plan): void {
  if (input === undefined) return;
  if (input.type !== 'ObjectExpression') {
    if (isNot)
      throw new Stays(input, 'ours take an input in part, and this must not be there whole');
    return;
  }
  for (const property of input.properties) {
    if (property.type !== 'ObjectProperty') continue;
    if (property.value.type === 'ObjectExpression') {
      plan.imports.add('exactly');
      plan.wrap(property.value, 'exactly(', ')');
    }
  }
}
