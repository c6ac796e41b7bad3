import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { canBeOfMessage, oneOfMessages } from './one-of-messages.js';
import { receivedThing } from './received-thing.js';

/** A message with this text, or these members of its JSON, was published to the topic, and with these attributes where they are given. */
export function toHavePublished(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHavePublished';
  const from = `expect(…).${name}()`;
  const thing = receivedThing(name, actual, args, ['partial?', 'attributes?']);
  const published = thing.published?.();
  if (published === undefined) {
    throw new WrongUseError(
      `${from} looks at a topic, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  if (!canBeOfMessage(args)) {
    throw new WrongUseError(
      `${from} takes a message's text, or what its JSON should have, and then what its attributes should have: ({ id: 1 }, { kind: 'order' }).`,
      'what-a-matcher-takes',
    );
  }
  const messages = published.map(({ message, ...rest }) => ({ body: message, ...rest }));
  return oneOfMessages(this, { name, thing, messages, args, argument: 'partial' });
}
