import type { CallExpression, Node } from '@babel/types';
import type { Place } from '../../syntax.js';
import { matcherOn } from '../matchers.js';
import type { Plan } from '../plan.js';
import { Stays } from '../stays.js';
import { nameOf, type Suite } from '../suite.js';

/** Ours, and where the input stands among the arguments. */
const OURS: Readonly<Record<string, readonly [string, number?]>> = {
  toHaveReceivedCommand: ['toHaveCalledOperation'],
  toHaveReceivedCommandTimes: ['toHaveCalledOperationTimes'],
  toHaveReceivedCommandWith: ['toHaveCalledOperation', 1],
  toHaveReceivedNthCommandWith: ['toHaveNthCalledOperation', 2],
  toHaveReceivedNoOtherCommands: ['toHaveCalledOnlyOperations'],
};

/** What a matcher of aws-sdk-vitest-mock is here: inputs are compared as a whole there. */
export function planVitestMockMatcher(
  suite: Suite,
  expectation: Place<CallExpression>,
  plan: Plan,
): void {
  const { property, call } = matcherOn(expectation).matcher;
  const name = nameOf(property) ?? '';
  const [ours, at] = OURS[name] ?? [];
  if (ours === undefined) throw new Stays(property, `${name} has no equal here`);
  plan.replace(property, ours);
  if (name === 'toHaveReceivedNoOtherCommands' && call.arguments.length === 0) {
    plan.insertAt((call.end ?? 0) - 1, '[]');
  }
  if (at === undefined) return;
  const input = call.arguments[at];
  if (input === undefined) throw new Stays(property, `${name} has no input`);
  if (isOfRunner(suite, input)) return;
  plan.exactly(input);
}

/** `expect.objectContaining(…)` says by itself how much of an input is meant. */
function isOfRunner(suite: Suite, input: Node): boolean {
  return input.type === 'CallExpression' && /^expect\./.test(suite.textOf(input.callee));
}
