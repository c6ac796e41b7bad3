import type { MatcherContext, MatcherResult } from './context.js';
import { argument, callList, diffOfCall, expectedCall, hint, message } from './message.js';
import { Received, type Wanted } from './received.js';

/** The target's nth call, counted from 1 over all its operations, was of this operation. */
export function toHaveNthCalledOperation(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['n', 'operation', 'params?'];
  const received = new Received(this, 'toHaveNthCalledOperation', actual, args, signature);
  const n = received.number(args[0], 1, 'the number of the call as its first argument');
  const wanted = received.wanted(args[1], args[2]);
  return callAt(received, wanted, n, [String(n), ...argument(wanted)]);
}

/** What both matchers that look at one call say. */
export function callAt(
  received: Received,
  wanted: Wanted,
  n: number,
  args: readonly string[],
): MatcherResult {
  const call = received.calls[n - 1];
  const pass = call !== undefined && received.isWanted(call, wanted);
  const expected = expectedCall(received, wanted);
  const isSameOperation = call !== undefined && received.isOf(call, wanted);
  return {
    pass,
    message: () =>
      message(
        hint(received, ...args),
        `Expected call ${String(n)} ${pass ? 'not ' : ''}to be ${expected}` +
          (isSameOperation || call === undefined ? '' : `, but it was ${call.names.alias}`),
        pass || !isSameOperation
          ? undefined
          : diffOfCall(received, wanted, call, 'What differs in'),
        callList(received, [wanted], call === undefined ? [] : [call]),
      ),
  };
}
