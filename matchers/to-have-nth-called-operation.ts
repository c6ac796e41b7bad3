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

/**
 * What both matchers that look at one call say.
 *
 * @param which - the call, in words: `call 3`, `the last call`
 */
export function callAt(
  received: Received,
  wanted: Wanted,
  n: number,
  args: readonly string[],
  which = `call ${n}`,
): MatcherResult {
  const call = received.calls[n - 1];
  const pass = call !== undefined && received.isWanted(call, wanted);
  const isSameOperation = call !== undefined && received.isOf(call, wanted);
  return {
    pass,
    message: () =>
      message(
        hint(received, ...args),
        `Expected ${which} ${pass ? 'not ' : ''}to be ${expectedCall(received, wanted)}${butWas(received, wanted, n)}`,
        pass || !isSameOperation
          ? undefined
          : diffOfCall(received, wanted, call, 'What differs in'),
        callList(received, [wanted], call === undefined ? [] : [call]),
      ),
  };
}

function butWas(received: Received, wanted: Wanted, n: number): string {
  const call = received.calls[n - 1];
  if (call !== undefined)
    return received.isOf(call, wanted) ? '' : `, but it was ${call.names.alias}`;
  const { length } = received.calls;
  return length === 0 ? ', but there was none' : `, but there were only ${length}`;
}
