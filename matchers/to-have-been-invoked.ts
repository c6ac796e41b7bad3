import type { ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { oneOfEntries } from './one-of-entries.js';
import { receivedThing } from './received-thing.js';

/** The function was invoked, and with such an event where one is given. */
export function toHaveBeenInvoked(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveBeenInvoked';
  const thing = receivedThing(name, actual, args, ['event?']);
  return oneOfEntries(this, {
    name,
    thing,
    entries: invocationsOf(name, thing),
    noun: 'invocation',
    wanted: [{ argument: 'event', partial: args[0] }],
  });
}

/** @throws WrongUseError for what is no function */
export function invocationsOf(name: string, thing: ThingView): readonly unknown[] {
  const events = thing.invocations?.();
  if (events !== undefined) return events;
  throw new WrongUseError(
    `expect(…).${name}() looks at what useAwsFixture('function') made, but got the ${thing.title}.`,
    'a-matcher-on-something-else',
  );
}
