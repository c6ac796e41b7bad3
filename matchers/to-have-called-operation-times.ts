import type { MatcherContext, MatcherResult } from './context.js';
import { argument, callList, count, expectedCall, hint, message, nearestCall } from './message.js';
import { Received, type Wanted } from './received.js';

/** The operation was called this often, with these parameters where they are given. */
export function toHaveCalledOperationTimes(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operation', 'times', 'params?'];
  const received = new Received(this, 'toHaveCalledOperationTimes', actual, args, signature);
  const wanted = received.wanted(args[0], args[2]);
  const times = received.number(args[1], 0, 'how often as its second argument');
  const [operation = '', ...params] = argument(wanted);
  return calledTimes(received, wanted, times, [operation, String(times), ...params]);
}

/** What both matchers that count say. */
export function calledTimes(
  received: Received,
  wanted: Wanted,
  times: number,
  args: readonly string[],
): MatcherResult {
  const found = received.matching(wanted);
  const pass = found.length === times;
  const expected = expectedCall(received, wanted);
  return {
    pass,
    message: () =>
      message(
        hint(received, ...args),
        pass
          ? `Expected any number of calls of ${expected} but ${times}`
          : `Expected ${count(times, 'call')} of ${expected}, but there ${found.length === 1 ? 'was' : 'were'} ${String(found.length)}`,
        found.length < times ? nearestOther(received, wanted, found.length) : undefined,
        callList(received, [wanted], found),
      ),
  };
}

/** A diff helps where a call was to fit and none did. */
function nearestOther(received: Received, wanted: Wanted, found: number): string | undefined {
  return found === 0 ? nearestCall(received, wanted) : undefined;
}
