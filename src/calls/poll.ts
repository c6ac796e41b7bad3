import { AsyncLocalStorage } from 'node:async_hooks';

/** One look of a waiter of the SDK, and whether it was answered here: then the next one may come at once. */
export interface Poll {
  isAnswered: boolean;
}

/** On the global object: several copies of this package may be there. */
const POLL = Symbol.for('aws-sdk-stubber.poll');
const home = globalThis as unknown as { [POLL]: AsyncLocalStorage<Poll> | undefined };

/** Runs a look of a waiter; its calls say where they were answered. */
export function duringPoll<R>(poll: Poll, look: () => R): R {
  return (home[POLL] ??= new AsyncLocalStorage()).run(poll, look);
}

/**
 * Says whether a call is answered here. It is not if it goes on to an endpoint, also one on this machine. A call that
 * never comes here, since something else stands for `send` (a `mockClient`, a spy), says nothing.
 */
export function answeredHere(isAnswered: boolean): void {
  const poll = home[POLL]?.getStore();
  if (poll !== undefined) poll.isAnswered = isAnswered;
}
