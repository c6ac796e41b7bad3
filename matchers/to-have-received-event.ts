import { isPlainObject, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { isAsymmetric, isExactly } from '../src/stubs/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { oneOfEntries } from './one-of-entries.js';
import { receivedThing } from './received-thing.js';

/** Some event with these members was put on the bus; any event at all where none are given. */
export function toHaveReceivedEvent(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveReceivedEvent';
  const thing = receivedThing(name, actual, args, ['event?']);
  const [event] = args;
  check(thing, event);
  return oneOfEntries(this, {
    name,
    thing,
    entries: thing.state() === undefined ? [] : (thing.events?.() ?? []),
    noun: 'event',
    wanted: [{ argument: 'event', partial: event }],
    line: lineOf,
  });
}

function check(thing: ThingView, event: unknown): void {
  const from = `expect(…).toHaveReceivedEvent()`;
  if (thing.events === undefined) {
    throw new WrongUseError(
      `${from} looks at what useAwsFixture('bus') made, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  if (event === undefined || isPlainObject(event) || isExactly(event) || isAsymmetric(event))
    return;
  throw new WrongUseError(
    `${from} takes some members of the event as a plain object: ({ source: 'shop', detail: { id: 1 } }).`,
    'what-a-matcher-takes',
  );
}

/** What tells it from others, its detail last: that may be long. */
function lineOf(event: object): string {
  const { source, detail, ...rest } = event as Readonly<Record<string, unknown>>;
  return JSON.stringify({ source, 'detail-type': rest['detail-type'], detail });
}
