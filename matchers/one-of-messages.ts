import { isPlainObject, type ThingMessage, type ThingView } from '../src/calls/index.js';
import { isAsymmetric, isExactly } from '../src/stubs/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { oneOfEntries } from './one-of-entries.js';

/** What an assertion on the messages of a queue or a topic works with. */
interface Messages {
  /** The matcher's name. */
  readonly name: string;
  readonly thing: ThingView;
  readonly messages: readonly ThingMessage[];
  /** What the matcher got: what a message's body must have, and its attributes. */
  readonly args: readonly unknown[];
  /** How the first line names the first of them. */
  readonly argument: string;
}

/** One of the messages has this text, or these members of its JSON, and these attributes. */
export function oneOfMessages(
  context: MatcherContext,
  { name, thing, messages, args: [body, attributes], argument }: Messages,
): MatcherResult {
  return oneOfEntries(context, {
    name,
    thing,
    entries: messages,
    noun: 'message',
    wanted: [
      // As it is parsed, or as it was sent.
      { argument, partial: body, of: (each) => [each.body, each.text] },
      { argument: 'attributes', partial: attributes, of: (each) => [each.attributes] },
    ],
    line: ({ body: sent, attributes: its }, print) =>
      Object.keys(its).length === 0 ? print(sent) : `${print(sent)} with ${print(its)}`,
  });
}

/** Whether these can be asked of a message: a text or what its JSON has, and what its attributes have. */
export function canBeOfMessage([body, attributes]: readonly unknown[]): boolean {
  const isBody =
    body === undefined || typeof body === 'string' || Array.isArray(body) || isPartial(body);
  return isBody && (attributes === undefined || isPartial(attributes));
}

function isPartial(given: unknown): boolean {
  return isPlainObject(given) || isExactly(given) || isAsymmetric(given);
}
