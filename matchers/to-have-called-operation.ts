import type { MatcherContext, MatcherResult } from './context.js';
import { argument, callList, expectedCall, hint, message, nearestCall } from './message.js';
import { Received } from './received.js';

/** The operation was called, at least once, with these parameters where they are given. */
export function toHaveCalledOperation(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operation', 'params?'];
  const received = new Received(this, 'toHaveCalledOperation', actual, args, signature);
  const wanted = received.wanted(args[0], args[1]);
  const found = received.matching(wanted);
  const pass = found.length > 0;
  return {
    pass,
    message: () =>
      message(
        hint(received, ...argument(wanted)),
        pass
          ? `Expected no call of ${expectedCall(received, wanted)}`
          : `Expected a call of ${expectedCall(received, wanted)}`,
        pass ? undefined : nearestCall(received, wanted),
        callList(received, [wanted], pass ? found : received.nearest(wanted)),
      ),
  };
}
