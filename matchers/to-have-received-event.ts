import { isPlainObject, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many events of a bus a message shows. */
const MAX_EVENTS = 5;
/** How many characters of each. */
const MAX_LINE = 200;

/** Some event with these members was put on the bus; any event at all where none are given. */
export function toHaveReceivedEvent(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveReceivedEvent', actual, args, ['event?']);
  const [event] = args;
  check(thing, event);
  const how = comparisonOf(this);
  const events = thing.state() === undefined ? [] : (thing.events?.() ?? []);
  const pass = events.some((each) => event === undefined || fits(event, each, how));
  return {
    pass,
    message: () => {
      const { printExpected, diff } = this.utils;
      const [only, ...others] = events;
      const isOne = !pass && only !== undefined && others.length === 0 && event !== undefined;
      const view = viewOf(event, only, how);
      const like = event === undefined ? '' : ` with ${printExpected(event)}`;
      return message(
        thingHint(this, 'toHaveReceivedEvent', thing, ...(args.length === 0 ? [] : ['event'])),
        `Expected ${pass ? 'no' : 'an'} event${like}`,
        isOne ? 'It got one event, and that differs:' : eventsOf(thing, events),
        isOne ? (diff(view.expected, view.actual) ?? undefined) : undefined,
      );
    },
  };
}

function check(thing: ThingView, event: unknown): void {
  const from = `expect(…).toHaveReceivedEvent()`;
  if (thing.events === undefined) {
    throw new WrongUseError(
      `${from} looks at what useAwsFixture('bus') made, but got the ${thing.title}.`,
    );
  }
  if (event === undefined || isPlainObject(event) || isExactly(event) || isAsymmetric(event))
    return;
  throw new WrongUseError(
    `${from} takes some members of the event as a plain object: ({ source: 'shop', detail: { id: 1 } }).`,
  );
}

function eventsOf(thing: ThingView, events: readonly object[]): string {
  if (thing.state() === undefined) return `The ${thing.title} is gone`;
  if (events.length === 0) return `The ${thing.title} got no events`;
  const lines = linesOf(events, MAX_EVENTS, lineOf);
  return [`The ${thing.title} got ${count(events.length, 'event')}:`, ...lines].join('\n');
}

/** What tells it from others; not all of its detail, where that is long. */
function lineOf(event: object): string {
  const { source, detail, ...rest } = event as Readonly<Record<string, unknown>>;
  const line = JSON.stringify({ source, 'detail-type': rest['detail-type'], detail });
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line;
}
