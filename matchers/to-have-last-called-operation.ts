import type { MatcherContext, MatcherResult } from './context.js';
import { argument } from './message.js';
import { Received } from './received.js';
import { callAt } from './to-have-nth-called-operation.js';

/** The target's last call was of this operation, with these parameters where they are given. */
export function toHaveLastCalledOperation(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operation', 'params?'];
  const received = new Received(this, 'toHaveLastCalledOperation', actual, args, signature);
  const wanted = received.wanted(args[0], args[1]);
  return callAt(received, wanted, received.calls.length, argument(wanted), 'the last call');
}
