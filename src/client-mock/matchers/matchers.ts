import {
  commandIn,
  hasInput,
  mockIn,
  numberIn,
  refuseUnless,
  type MatcherContext,
  type MatcherResult,
  type ReadCall,
} from './received.js';
import { wordingOfVitest } from './wording-of-vitest.js';
import type { Finding, Wording } from './wording.js';

/** With any `this`: each runner has a type of its own for it. */
export type Matcher = (this: any, received: any, ...given: any[]) => MatcherResult;

/**
 * The matchers of aws-sdk-client-mock-jest and aws-sdk-client-mock-vitest, by all their names.
 *
 * @param wording - what those that both packages have say
 * @param otherOrder - what `toHaveReceivedNthCommandWith` says with the arguments in the other package's order, by
 *   whether the number comes first
 */
export function matchersWith(
  wording: Wording,
  { numberFirst, commandFirst }: { numberFirst: Wording; commandFirst: Wording },
) {
  const toHaveReceivedAnyCommand: Matcher = function (this: MatcherContext, received, ...others) {
    noMore(others);
    const mock = mockIn(received);
    const found = mock.calls().length;
    return result(found > 0, wording.any, finding(this, { mock, found }));
  };
  const toHaveReceivedCommand: Matcher = function (
    this: MatcherContext,
    received,
    command,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    return result(calls.found > 0, wording.command, finding(this, calls));
  };
  const toHaveReceivedCommandTimes: Matcher = function (
    this: MatcherContext,
    received,
    command,
    number: number,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    return result(calls.found === number, wording.times, finding(this, { ...calls, number }));
  };
  const toHaveReceivedCommandOnce: Matcher = function (
    this: MatcherContext,
    received,
    command,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    return result(calls.found === 1, wordingOfVitest.once, finding(this, calls));
  };
  const toHaveReceivedCommandWith: Matcher = function (
    this: MatcherContext,
    received,
    command,
    input: unknown,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    const found = calls.calls.filter((call) => hasInput(this, input, call)).length;
    return result(found > 0, wording.with, finding(this, { ...calls, input, found }));
  };
  const toHaveReceivedCommandExactlyOnceWith: Matcher = function (
    this: MatcherContext,
    received,
    command,
    input: unknown,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    const pass = calls.calls.some((call) => hasInput(this, input, call)) && calls.found === 1;
    return result(pass, wordingOfVitest.onceWith, finding(this, { ...calls, input }));
  };
  const toHaveReceivedLastCommandWith: Matcher = function (
    this: MatcherContext,
    received,
    command,
    input: unknown,
    ...others
  ) {
    noMore(others);
    const calls = callsOf(received, command);
    const call = calls.calls.at(-1);
    const pass = call !== undefined && hasInput(this, input, call);
    return result(pass, wordingOfVitest.lastWith, finding(this, { ...calls, input, call }));
  };
  const toHaveReceivedNthSpecificCommandWith: Matcher = function (
    this: MatcherContext,
    received,
    ...given
  ) {
    const [n, command, input] = inOrder(given, true);
    return nthOfCommand(this, received, numberIn(n), command, input, wording);
  };
  /** `(n, Command, input)`: of all calls; `(Command, n, input)`: of that command's. */
  const toHaveReceivedNthCommandWith: Matcher = function (
    this: MatcherContext,
    received,
    ...given
  ) {
    if (typeof given[1] === 'number') {
      const [n, command, input] = inOrder(given, true);
      return nthOfCommand(this, received, n as number, command, input, commandFirst);
    }
    const [n, command, input] = inOrder(given, false);
    const number = numberIn(n);
    const calls = callsOf(received, command);
    const call = calls.mock.calls()[number - 1];
    const pass =
      call !== undefined && call.args[0] instanceof calls.command && hasInput(this, input, call);
    return result(pass, numberFirst.nth, finding(this, { ...calls, number, input, call }));
  };
  return {
    toHaveReceivedAnyCommand,
    toHaveReceivedCommand,
    toHaveReceivedCommandTimes,
    toHaveReceivedCommandOnce,
    toHaveReceivedCommandWith,
    toHaveReceivedCommandExactlyOnceWith,
    toHaveReceivedLastCommandWith,
    toHaveReceivedNthCommandWith,
    toHaveReceivedNthSpecificCommandWith,
  };
}

/** The same matchers, by their shorter names too. */
export function withAliases<M extends Readonly<Record<string, Matcher>>>(matchers: M): Aliased<M> {
  const aliases = Object.entries(matchers).map(([name, matcher]) => [
    name.replace('toHaveReceived', 'toReceive'),
    matcher,
  ]);
  const all: unknown = { ...matchers, ...(Object.fromEntries(aliases) as object) };
  return all as Aliased<M>;
}

export type Aliased<M> = M & {
  readonly [
    Name in keyof M as Name extends `toHaveReceived${infer Rest}` ? `toReceive${Rest}` : never
  ]: M[Name];
};

/** Number, command and input, whichever of the first two comes first. */
function inOrder(given: readonly unknown[], mayTurn: boolean): [unknown, unknown, unknown] {
  const [first, second, input, ...others] = given;
  noMore(others);
  return mayTurn && typeof second === 'number' ? [second, first, input] : [first, second, input];
}

function nthOfCommand(
  context: MatcherContext,
  received: unknown,
  number: number,
  command: unknown,
  input: unknown,
  wording: Wording,
): MatcherResult {
  const calls = callsOf(received, command);
  const call = calls.calls[number - 1];
  const pass = call !== undefined && hasInput(context, input, call);
  return result(pass, wording.nthOfCommand, finding(context, { ...calls, number, input, call }));
}

function callsOf(received: unknown, given: unknown) {
  const mock = mockIn(received);
  const command = commandIn(given);
  const calls = mock.commandCalls(command);
  return { mock, command, calls, found: calls.length };
}

type Found = Pick<Finding, 'mock'> & Partial<Finding> & { readonly calls?: readonly ReadCall[] };

function finding(context: MatcherContext, given: Found): Finding {
  const nothing = { command: undefined, number: 0, input: undefined, found: 0, call: undefined };
  return { ...nothing, ...given, context };
}

function result(
  pass: boolean,
  message: (finding: Finding) => string,
  found: Finding,
): MatcherResult {
  return { pass, message: () => message(found) };
}

function noMore(others: readonly unknown[]): void {
  refuseUnless(others.length === 0, 'Too many matcher arguments');
}
