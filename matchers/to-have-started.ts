import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { oneOfEntries } from './one-of-entries.js';
import { receivedThing } from './received-thing.js';

/** An execution was started, with an input that has all of this where it is given. */
export function toHaveStarted(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveStarted';
  const thing = receivedThing(name, actual, args, ['input?']);
  const entries = thing.inputs?.();
  if (entries === undefined) {
    throw new WrongUseError(
      `expect(…).${name}() looks at what useAwsFixture('state-machine') made, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  return oneOfEntries(this, {
    name,
    thing,
    entries,
    noun: 'execution',
    wanted: [{ argument: 'input', partial: args[0] }],
  });
}
