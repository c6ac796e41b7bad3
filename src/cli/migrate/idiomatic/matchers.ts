import type { CallExpression, MemberExpression, Node } from '@babel/types';
import { endOf, startOf, type Place } from '../syntax.js';
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
  const { property, call, place } = matcher;
  const name = (nameOf(property) ?? '').replace(/^toReceive/, 'toHaveReceived');
  const args = call.arguments;
  const ours = SAME[name];
  if (ours !== undefined) {
    plan.replace(property, ours);
    planInput(suite, args[name.endsWith('With') ? 1 : -1], isNot, plan);
    return;
  }
  const [first, second, input] = args;
  if (/^toHaveReceived(LastCommand|CommandExactlyOnce)With$/.test(name)) {
    if (first === undefined || second === undefined || args.length > 2 || isNot) {
      throw new Stays(property, `${isNot ? 'not.' : ''}${name} has no equal here`);
    }
    const expected = suite.textOf(expectation.node);
    let nth = '1';
    if (name === 'toHaveReceivedLastCommandWith') {
      nth = `${suite.textOf(expectation.node.arguments[0] ?? first)}.calls(${suite.textOf(first)}).length`;
    } else {
      insertStatement(
        suite,
        place,
        `${expected}.toHaveCalledOperationOnce(${suite.textOf(first)})`,
        plan,
      );
    }
    plan.replace(property, 'toHaveNthCallOfOperation');
    plan.insertAt(endOf(first), `, ${nth}`);
    planInput(suite, second, isNot, plan);
    return;
  }
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

/** Says something more in a line before the statement of a call. */
function insertStatement(suite: Suite, { node, parent }: Place, text: string, plan: Plan): void {
  const statement = parent?.node;
  const around = parent?.parent?.node.type;
  if (
    statement?.type !== 'ExpressionStatement' ||
    (around !== 'BlockStatement' && around !== 'Program')
  ) {
    throw new Stays(node, 'it is expected in an expression, and takes two here');
  }
  const [indent = ''] = /[ \t]*$/.exec(suite.syntax.text.slice(0, startOf(statement))) ?? [];
  const end = suite.textOf(statement).endsWith(';') ? ';' : '';
  plan.insertBefore(statement, `${text}${end}\n${indent}`);
}

/** The matcher that is called on `expect(…)`. */
export function matcherOn(expectation: Place): {
  matcher: { property: Node; call: CallExpression; place: Place };
  isNot: boolean;
} {
  let member = expectation.parent;
  let isNot = false;
  while (isMember(member) && nameOf(member.node.property) === 'not') {
    isNot = !isNot;
    member = member.parent;
  }
  const place = member?.parent;
  const call = place?.node;
  if (
    !isMember(member) ||
    place === undefined ||
    call?.type !== 'CallExpression' ||
    call.callee !== member.node
  ) {
    throw new Stays(expectation.node, 'it is expected in a way of its own');
  }
  const name = nameOf(member.node.property) ?? '';
  if (!/^to(Have)?Receive/.test(name))
    throw new Stays(member.node.property, `it is expected with ${name}`);
  return { matcher: { property: member.node.property, call, place }, isNot };
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
    if (property.value.type === 'ObjectExpression') plan.exactly(property.value);
  }
}
