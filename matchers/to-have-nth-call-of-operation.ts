import type { MatcherContext, MatcherResult } from './context.js';
import { argument, callList, count, diffOfCall, expectedCall, hint, message } from './message.js';
import { Received } from './received.js';

/** The operation's nth call, counted from 1 over its own calls, had these parameters. */
export function toHaveNthCallOfOperation(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operation', 'n', 'params?'];
  const received = new Received(this, 'toHaveNthCallOfOperation', actual, args, signature);
  const wanted = received.wanted(args[0], args[2]);
  const n = received.number(args[1], 1, 'the number of the call as its second argument');
  const calls = received.calls.filter((call) => received.isOf(call, wanted));
  const call = calls[n - 1];
  const pass = call !== undefined && received.isWanted(call, wanted);
  const [operation = '', ...params] = argument(wanted);
  const missing =
    call === undefined
      ? `, but there ${calls.length === 1 ? 'was' : 'were'} ${count(calls.length, 'call')} of it`
      : '';
  return {
    pass,
    message: () =>
      message(
        hint(received, operation, String(n), ...params),
        `Expected the ${ordinal(n)} call of the operation ${pass ? 'not ' : ''}to be ${expectedCall(received, wanted)}${missing}`,
        pass || call === undefined
          ? undefined
          : diffOfCall(received, wanted, call, 'What differs in'),
        callList(received, [wanted], call === undefined ? [] : [call]),
      ),
  };
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
function ordinal(n: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' } as Record<string, string>;
  return `${String(n)}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`;
}
