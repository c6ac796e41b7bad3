import { isPlainObject, type Delivered } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { isAsymmetric } from '../src/stubs/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { oneOfEntries } from './one-of-entries.js';
import { receivedThing } from './received-thing.js';

const MEMBERS = ['from', 'to', 'payload', 'status', 'error'];

/** Something went from one thing of the account to another. */
export function toHaveDelivered(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveDelivered';
  const thing = receivedThing(name, actual, args, ['delivery']);
  const deliveries = thing.deliveries?.();
  if (deliveries === undefined) {
    throw new WrongUseError(
      `expect(…).${name}() looks at what useAwsFixture('account') made, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  const [delivery] = args;
  const wanted = isAsymmetric(delivery) ? delivery : byArns(delivery);
  const handles = isPlainObject(delivery) ? arnsOfHandles(delivery) : {};
  return oneOfEntries(this, {
    name,
    thing,
    entries: nearestFirst(deliveries, wanted, handles),
    noun: 'delivery',
    wanted: [{ argument: 'delivery', partial: wanted, of: (each) => [byHandles(each, handles)] }],
    line: lineOf,
  });
}

type Ends = Partial<Record<'from' | 'to', string>>;

const ENDS = ['from', 'to'] as const;

/** Handles stand for their ARNs. */
function byArns(delivery: unknown): object {
  const unknown = isPlainObject(delivery)
    ? Object.keys(delivery).filter((key) => !MEMBERS.includes(key))
    : [''];
  if (unknown.length > 0) {
    throw new WrongUseError(
      'expect(…).toHaveDelivered() takes what a delivery must have: { from: bucket, to: resize, payload: { … } }. ' +
        `Members are ${MEMBERS.join(', ')}.`,
      'what-a-matcher-takes',
    );
  }
  return { ...(delivery as object), ...arnsOfHandles(delivery as object) };
}

function arnsOfHandles(delivery: object): Ends {
  const { from, to } = delivery as Record<string, unknown>;
  const ends: Ends = {};
  const [source, target] = [arnOf(from), arnOf(to)];
  if (source !== undefined) ends.from = source;
  if (target !== undefined) ends.to = target;
  return ends;
}

function arnOf(thing: unknown): string | undefined {
  if (typeof thing !== 'object' || thing === null || isAsymmetric(thing)) return undefined;
  const { arn } = thing as { arn?: unknown };
  return typeof arn === 'string' ? arn : undefined;
}

/** A delivery with the handle's ARN where it comes from, or goes to, a part of what the handle names. */
function byHandles(delivery: Delivered, handles: Ends): Delivered {
  const ends = ENDS.map((end) => {
    const arn = handles[end];
    return [end, arn !== undefined && isPartOf(arn, delivery[end]) ? arn : delivery[end]];
  });
  return { ...delivery, ...(Object.fromEntries(ends) as Ends) };
}

/** A table's stream, a function's alias, a rule of a bus: they have ARNs of their own. */
function isPartOf(arn: string, part: string): boolean {
  if (part.startsWith(`${arn}/`) || part.startsWith(`${arn}:`)) return true;
  const rules = arn.replace(':event-bus/', ':rule/');
  if (rules === arn) return false;
  const ofDefault = /^(.*:rule\/)default$/.exec(rules)?.[1];
  if (ofDefault === undefined) return part.startsWith(`${rules}/`);
  return part.startsWith(ofDefault) && !part.slice(ofDefault.length).includes('/');
}

/** A message shows the first few: those that share an end with what was looked for tell most. */
function nearestFirst(
  deliveries: readonly Delivered[],
  wanted: unknown,
  handles: Ends,
): readonly Delivered[] {
  const { from, to } = wanted as Readonly<Record<string, unknown>>;
  const isNear = (each: Delivered): boolean => {
    const shown = byHandles(each, handles);
    return shown.from === from || shown.to === to;
  };
  return [...deliveries.filter(isNear), ...deliveries.filter((each) => !isNear(each))];
}

/** What tells it from others, its payload last: that may be long. */
function lineOf({ from, to, status, error, payload }: Delivered): string {
  const why = error instanceof Error ? ` (${error.name}: ${error.message})` : '';
  return `${from} → ${to}, ${status}${why}: ${JSON.stringify(payload)}`;
}
