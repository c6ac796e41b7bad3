import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { canBeOfMessage, oneOfMessages } from './one-of-messages.js';
import { receivedThing } from './received-thing.js';

/** The queue has a message: any at all, one with this body, or one with these attributes too. */
export function toHaveMessage(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveMessage';
  const from = `expect(…).${name}()`;
  const thing = receivedThing(name, actual, args, ['body?', 'attributes?']);
  const messages = thing.messages?.();
  if (messages === undefined) {
    throw new WrongUseError(
      `${from} looks at a queue, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  if (!canBeOfMessage(args)) {
    throw new WrongUseError(
      `${from} takes a message's body, a text or what its JSON has, and then some of its attributes: ({ orderId: 1 }, { type: 'created' }).`,
      'what-a-matcher-takes',
    );
  }
  return oneOfMessages(this, { name, thing, messages, args, argument: 'body' });
}
