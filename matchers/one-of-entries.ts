import type { ThingView } from '../src/calls/index.js';
import { fits } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message, oneLine } from './message.js';
import { thingHint } from './received-thing.js';

/** How many entries a message shows. */
const MAX_ENTRIES = 5;

/** What an assertion that one of a thing's entries has something works with. */
export interface Entries {
  /** The matcher's name. */
  readonly name: string;
  readonly thing: ThingView;
  /** What happened to the thing, or is in it: events, messages. */
  readonly entries: readonly unknown[];
  /** Such as `invocation`. */
  readonly noun: string;
  /** What one of them must have; undefined where any will do. */
  readonly partial: unknown;
  /** As the first line names it: `event`. */
  readonly argument: string;
}

/** One of the entries has what is expected: every given member, deeply; lists match whole. */
export function oneOfEntries(
  context: MatcherContext,
  { name, thing, entries, noun, partial, argument }: Entries,
): MatcherResult {
  const how = comparisonOf(context);
  const meant = entries.filter((each) => partial === undefined || fits(partial, each, how));
  const pass = meant.length > 0;
  return {
    pass,
    message: () => {
      const { EXPECTED_COLOR, RECEIVED_COLOR, stringify, diff } = context.utils;
      const [only] = entries;
      const view = viewOf(partial, only, how);
      const isNear = !pass && entries.length === 1 && partial !== undefined;
      const lines = (): string =>
        entries.length === 0
          ? `There was no ${noun}`
          : [
              `${count(entries.length, noun)} of the ${thing.title}:`,
              ...linesOf(entries, MAX_ENTRIES, (each) => RECEIVED_COLOR(oneLine(stringify(each)))),
            ].join('\n');
      const withThis =
        partial === undefined ? '' : ` with ${EXPECTED_COLOR(oneLine(stringify(partial)))}`;
      return message(
        thingHint(context, name, thing, ...(partial === undefined ? [] : [argument])),
        `Expected ${pass ? `no ${noun}` : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`}${withThis}`,
        isNear ? `The only ${noun} differs:` : lines(),
        isNear ? (diff(view.expected, view.actual) ?? undefined) : undefined,
      );
    },
  };
}
