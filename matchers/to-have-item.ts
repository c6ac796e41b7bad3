import { isPlainObject, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many items of a table a message shows. */
const MAX_ITEMS = 5;

/** The table has an item with this key or these members, and with all of these where they are given. */
export function toHaveItem(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveItem', actual, args, ['item', 'partial?']);
  const [item, partial] = args;
  check(thing, args);
  const how = comparisonOf(this);
  const items = thing.state() === undefined ? [] : (thing.items?.() ?? []);
  const meant = items.filter((each) => fits(item, each, how));
  const pass = meant.some((each) => partial === undefined || fits(partial, each, how));
  return {
    pass,
    message: () => {
      const { printExpected, diff } = this.utils;
      const named = args.length > 1 ? ['item', 'partial'] : ['item'];
      const [nearest] = meant;
      const view = viewOf(partial, nearest, how);
      const also = partial === undefined ? '' : ' and these members';
      return message(
        thingHint(this, 'toHaveItem', thing, ...named),
        `Expected ${pass ? 'no' : 'an'} item with ${printExpected(item)}${also}`,
        nearest === undefined ? itemsOf(thing, items, this) : undefined,
        pass || nearest === undefined ? undefined : (diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

function check(thing: ThingView, args: readonly unknown[]): void {
  const from = `expect(…).toHaveItem()`;
  if (thing.items === undefined) {
    throw new WrongUseError(
      `${from} looks at a table, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  const [item, partial] = args;
  const isItem = (given: unknown): boolean =>
    isPlainObject(given) || isExactly(given) || isAsymmetric(given);
  if (isItem(item) && (args.length < 2 || isItem(partial))) return;
  throw new WrongUseError(
    `${from} takes an item's key or some of its members, and then what else it has, as plain objects: ({ id: 'a' }, { total: 3 }).`,
    'what-a-matcher-takes',
  );
}

function itemsOf(
  thing: ThingView,
  items: readonly object[],
  { utils: { printReceived } }: MatcherContext,
): string {
  if (thing.state() === undefined) return `The ${thing.title} is gone`;
  if (items.length === 0) return `The ${thing.title} is empty`;
  const lines = linesOf(items, MAX_ITEMS, (item) => printReceived(item));
  return [`${count(items.length, 'item')} in the ${thing.title}:`, ...lines].join('\n');
}
