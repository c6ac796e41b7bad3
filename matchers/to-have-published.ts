import { isPlainObject, type PublishedView, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly, type Comparison } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message, oneLine } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many messages of a topic a message shows. */
const MAX_MESSAGES = 5;

/** A message with this text, or these members of its JSON, was published to the topic, and with these attributes where they are given. */
export function toHavePublished(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHavePublished', actual, args, ['partial?', 'attributes?']);
  const [partial, attributes] = args;
  check(thing, args);
  const how = comparisonOf(this);
  const published = thing.published?.() ?? [];
  const meant = published.filter((each) => isMeant(partial, each, how));
  const pass = meant.some(
    (each) => attributes === undefined || fits(attributes, each.attributes, how),
  );
  return {
    pass,
    message: () => {
      const { EXPECTED_COLOR, stringify, diff } = this.utils;
      const named = ['partial', 'attributes'].slice(0, args.length);
      const [nearest] = attributes === undefined ? [] : meant;
      const view = viewOf(attributes, nearest?.attributes, how);
      const like =
        partial === undefined ? '' : ` like ${EXPECTED_COLOR(oneLine(stringify(partial)))}`;
      const also = attributes === undefined ? '' : `${pass ? '' : ','} with these attributes`;
      return message(
        thingHint(this, 'toHavePublished', thing, ...named),
        `Expected ${pass ? 'no' : 'a'} message${like}${also}`,
        pass || nearest !== undefined ? undefined : messagesOf(thing, published, this),
        pass || nearest === undefined ? undefined : (diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

/** As it is parsed, or as it was published. */
function isMeant(
  partial: unknown,
  { message: read, text }: PublishedView,
  how: Comparison,
): boolean {
  if (partial === undefined || fits(partial, read, how)) return true;
  const isOfText = typeof partial === 'string' || isAsymmetric(partial);
  return isOfText && fits(partial, text, how);
}

function check(thing: ThingView, args: readonly unknown[]): void {
  const from = `expect(…).toHavePublished()`;
  if (thing.published === undefined) {
    throw new WrongUseError(`${from} looks at a topic, but got the ${thing.title}.`);
  }
  const [partial, attributes] = args;
  const isJson = (given: unknown): boolean =>
    isPlainObject(given) || Array.isArray(given) || isExactly(given) || isAsymmetric(given);
  const isRight =
    (partial === undefined || typeof partial === 'string' || isJson(partial)) &&
    (attributes === undefined || (isJson(attributes) && !Array.isArray(attributes)));
  if (isRight) return;
  throw new WrongUseError(
    `${from} takes a message's text, or what its JSON should have, and then what its attributes should have: ({ id: 1 }, { kind: 'order' }).`,
  );
}

function messagesOf(
  thing: ThingView,
  published: readonly PublishedView[],
  { utils: { RECEIVED_COLOR, stringify } }: MatcherContext,
): string {
  if (thing.state() === undefined) return `The ${thing.title} is gone`;
  if (published.length === 0) return `Nothing was published to the ${thing.title}`;
  const lines = linesOf(published, MAX_MESSAGES, (each) =>
    RECEIVED_COLOR(oneLine(stringify(each.message))),
  );
  return [`${count(published.length, 'message')} of the ${thing.title}:`, ...lines].join('\n');
}
