import type { MatcherContext, MatcherResult } from './context.js';
import { argument } from './message.js';
import { Received } from './received.js';
import { calledTimes } from './to-have-called-operation-times.js';

/** The operation was called exactly once, with these parameters where they are given. */
export function toHaveCalledOperationOnce(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operation', 'params?'];
  const received = new Received(this, 'toHaveCalledOperationOnce', actual, args, signature);
  const wanted = received.wanted(args[0], args[1]);
  return calledTimes(received, wanted, 1, argument(wanted));
}
