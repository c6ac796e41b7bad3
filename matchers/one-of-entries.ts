import type { ThingView } from '../src/calls/index.js';
import { fits } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, cut, linesOf, message, oneLine } from './message.js';
import { thingHint } from './received-thing.js';

/** How many entries a message shows. */
const MAX_ENTRIES = 5;
/** How many characters of a line that says what tells an entry from others. */
const MAX_LINE = 200;

/** What an assertion that one of a thing's entries has something works with. */
export interface Entries<Entry> {
  /** The matcher's name. */
  readonly name: string;
  readonly thing: ThingView;
  /** What happened to the thing, or is in it: events, messages. */
  readonly entries: readonly Entry[];
  /** Such as `invocation`. */
  readonly noun: string;
  /** What one of them must have, by the matcher's arguments. */
  readonly wanted: readonly Wanted<Entry>[];
  /** What tells an entry from others, cut where it is long; all of it is shown where nothing is said. */
  readonly line?: (entry: Entry, print: (value: unknown) => string) => string;
}

/** What an argument of a matcher asks of an entry. */
interface Wanted<Entry> {
  /** As the first line names it: `event`. */
  readonly argument: string;
  /** Undefined where any will do. */
  readonly partial: unknown;
  /** What it is compared with, one of which must fit; the entry itself where nothing is said. */
  readonly of?: (entry: Entry) => readonly unknown[];
}

/** One of the entries has all that is expected: every given member, deeply; lists match whole. */
export function oneOfEntries<Entry>(
  context: MatcherContext,
  { name, thing, entries, noun, wanted, line }: Entries<Entry>,
): MatcherResult {
  const how = comparisonOf(context);
  const asked = wanted.filter(({ partial }) => partial !== undefined);
  let left = entries;
  const missed = asked.find(({ partial, of = itself }) => {
    const fitting = left.filter((each) => of(each).some((value) => fits(partial, value, how)));
    if (fitting.length > 0) left = fitting;
    return fitting.length === 0;
  });
  const pass = missed === undefined && entries.length > 0;
  return {
    pass,
    message: () => {
      const { EXPECTED_COLOR, RECEIVED_COLOR, stringify, diff } = context.utils;
      const print = (value: unknown): string => oneLine(stringify(value));
      const [first] = wanted;
      const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
      const having = asked.map((each) => {
        const value = EXPECTED_COLOR(print(each.partial));
        return each === first ? value : `${each.argument} ${value}`;
      });
      const all = (): string => {
        if (entries.length === 0) {
          return thing.state() === undefined
            ? `The ${thing.title} is gone`
            : `There was no ${noun}`;
        }
        const lines = linesOf(entries, MAX_ENTRIES, (each) =>
          RECEIVED_COLOR(line === undefined ? print(each) : cut(line(each, print), MAX_LINE)),
        );
        return [`${count(entries.length, noun)} of the ${thing.title}:`, ...lines].join('\n');
      };
      const difference = (): string[] | undefined => {
        const [only, ...others] = left;
        if (missed === undefined || only === undefined || others.length > 0) return undefined;
        const { partial, argument, of = itself } = missed;
        const values = of(only);
        const nearest = values.find((value) => typeof value === typeof partial) ?? values[0];
        const { expected, actual } = viewOf(partial, nearest, how);
        const such = entries.length > 1 ? 'such ' : '';
        const differs = missed === first ? 'differs' : `has other ${argument}`;
        return [`The only ${such}${noun} ${differs}:`, diff(expected, actual) ?? ''];
      };
      const named = wanted.slice(0, wanted.findLastIndex((each) => asked.includes(each)) + 1);
      return message(
        thingHint(context, name, thing, ...named.map(({ argument }) => argument)),
        `Expected ${pass ? 'no' : article} ${noun}${having.length === 0 ? '' : ` with ${having.join(' and ')}`}`,
        ...(difference() ?? [all()]),
      );
    },
  };
}

function itself(entry: unknown): readonly unknown[] {
  return [entry];
}
