import { isPlainObject } from '../src/calls/index.js';
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
  return oneOfEntries(this, {
    name,
    thing,
    entries: deliveries,
    noun: 'delivery',
    wanted: [
      { argument: 'delivery', partial: isAsymmetric(delivery) ? delivery : byArns(delivery) },
    ],
  });
}

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
  const wanted = { ...(delivery as Record<string, unknown>) };
  for (const end of ['from', 'to']) {
    const arn = arnOf(wanted[end]);
    if (arn !== undefined) wanted[end] = arn;
  }
  return wanted;
}

function arnOf(thing: unknown): string | undefined {
  if (typeof thing !== 'object' || thing === null || isAsymmetric(thing)) return undefined;
  const { arn } = thing as { arn?: unknown };
  return typeof arn === 'string' ? arn : undefined;
}
