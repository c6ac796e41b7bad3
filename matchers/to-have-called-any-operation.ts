import type { MatcherContext, MatcherResult } from './context.js';
import { callList, hint, message } from './message.js';
import { Received } from './received.js';

/** Some operation was called. */
export function toHaveCalledAnyOperation(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const received = new Received(this, 'toHaveCalledAnyOperation', actual, args, []);
  const pass = received.calls.length > 0;
  return {
    pass,
    message: () =>
      message(
        hint(received),
        pass ? 'Expected no call of any operation' : 'Expected a call of any operation',
        callList(received),
      ),
  };
}
