import { isPlainObject, type ThingMessage, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly, type Comparison } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message, oneLine } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many messages of a queue a message shows. */
const MAX_MESSAGES = 5;

/** The queue has a message: any at all, one with this body, or one with these attributes too. */
export function toHaveMessage(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveMessage', actual, args, ['body?', 'attributes?']);
  const [body, attributes] = args;
  check(thing, args);
  const how = comparisonOf(this);
  const messages = thing.state() === undefined ? [] : (thing.messages?.() ?? []);
  const meant = messages.filter((each) => hasBody(body, each, how));
  const pass = meant.some(
    (each) => attributes === undefined || fits(attributes, each.attributes, how),
  );
  return {
    pass,
    message: () => {
      const { printExpected, diff } = this.utils;
      const named = ['body', 'attributes'].slice(0, args.length);
      const like = args.length === 0 ? '' : ` ${oneLine(printExpected(body))}`;
      const also = attributes === undefined ? '' : ' and these attributes';
      // What it is compared with: the message with this body, or the only one that there is.
      const [nearest] = meant.length > 0 || messages.length > 1 ? meant : messages;
      const isOther = meant.length === 0;
      const view =
        nearest &&
        viewOf(isOther ? body : attributes, isOther ? nearest.body : nearest.attributes, how);
      return message(
        thingHint(this, 'toHaveMessage', thing, ...named),
        `Expected ${pass ? 'no' : 'a'} message${like}${also}`,
        pass || view === undefined ? undefined : (diff(view.expected, view.actual) ?? undefined),
        pass || view === undefined ? messagesOf(thing, messages, this) : undefined,
      );
    },
  };
}

/** As it is parsed, or as it was sent. */
function hasBody(expected: unknown, { body, text }: ThingMessage, how: Comparison): boolean {
  if (expected === undefined || fits(expected, body, how)) return true;
  const isOfText = typeof expected === 'string' || isAsymmetric(expected);
  return isOfText && fits(expected, text, how);
}

function check(thing: ThingView, args: readonly unknown[]): void {
  const from = `expect(…).toHaveMessage()`;
  if (thing.messages === undefined) {
    throw new WrongUseError(`${from} looks at a queue, but got the ${thing.title}.`);
  }
  const [body, attributes] = args;
  const isBody =
    body === undefined || typeof body === 'string' || Array.isArray(body) || isObject(body);
  if (isBody && (attributes === undefined || isObject(attributes))) return;
  throw new WrongUseError(
    `${from} takes a message's body, a text or what its JSON has, and then some of its attributes: ({ orderId: 1 }, { type: 'created' }).`,
  );
}

function isObject(given: unknown): boolean {
  return isPlainObject(given) || isExactly(given) || isAsymmetric(given);
}

function messagesOf(
  thing: ThingView,
  messages: readonly ThingMessage[],
  { utils: { printReceived } }: MatcherContext,
): string {
  if (thing.state() === undefined) return `The ${thing.title} is gone`;
  if (messages.length === 0) return `The ${thing.title} is empty`;
  const lines = linesOf(messages, MAX_MESSAGES, ({ body, attributes }) => {
    const has = Object.keys(attributes).length > 0;
    return oneLine(`${printReceived(body)}${has ? ` with ${printReceived(attributes)}` : ''}`);
  });
  return [`${count(messages.length, 'message')} in the ${thing.title}:`, ...lines].join('\n');
}
