import { isPlainObject, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many keys of a bucket a message names. */
const MAX_KEYS = 12;

/** The bucket has an object of this key, and with this body where one is given. */
export function toHaveObject(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveObject', actual, args, ['key', 'body?']);
  const [key, body] = args;
  check(thing, key, body);
  const bytes = thing.object?.(key as string);
  const how = comparisonOf(this);
  const found = bytes && readAs(body, bytes);
  const pass = found !== undefined && (body === undefined || fits(comparable(body), found, how));
  return {
    pass,
    message: () => {
      const { printExpected, diff } = this.utils;
      const named = args.length > 1 ? ['key', 'body'] : ['key'];
      const view = viewOf(comparable(body), found, how);
      return message(
        thingHint(this, 'toHaveObject', thing, ...named),
        pass
          ? `Expected no object ${printExpected(key)}${body === undefined ? '' : ' with this body'}`
          : `Expected an object ${printExpected(key)}${body === undefined ? '' : ', with this body'}`,
        bytes === undefined ? keysOf(thing) : undefined,
        pass || bytes === undefined ? undefined : (diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

function check(thing: ThingView, key: unknown, body: unknown): void {
  const from = `expect(…).toHaveObject()`;
  if (thing.object === undefined) {
    throw new WrongUseError(
      `${from} looks at a bucket, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  if (typeof key !== 'string' || key === '') {
    throw new WrongUseError(
      `${from} takes the object's key first, such as 'orders/1.json'.`,
      'what-a-matcher-takes',
    );
  }
  const isBody =
    body === undefined ||
    typeof body === 'string' ||
    ArrayBuffer.isView(body) ||
    isJson(body) ||
    isAsymmetric(body);
  if (!isBody) {
    throw new WrongUseError(
      `${from} takes the body as a text, as bytes, as what its JSON should have ({ total: 3 }), or as a matcher of its text.`,
      'what-a-matcher-takes',
    );
  }
}

function isJson(body: unknown): boolean {
  return isPlainObject(body) || Array.isArray(body) || isExactly(body);
}

/** Bytes as numbers, whatever holds them. */
function comparable(body: unknown): unknown {
  if (!ArrayBuffer.isView(body)) return body;
  return [...new Uint8Array(body.buffer, body.byteOffset, body.byteLength)];
}

/** What was stored, in the form of what is expected. */
function readAs(body: unknown, bytes: Uint8Array): unknown {
  if (ArrayBuffer.isView(body)) return comparable(bytes);
  const text = Buffer.from(bytes).toString('utf8');
  if (!isJson(body)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function keysOf(thing: ThingView): string {
  if (thing.state() === undefined) return `The ${thing.title} is gone`;
  const keys = thing.keys?.() ?? [];
  if (keys.length === 0) return `The ${thing.title} is empty`;
  const lines = linesOf(keys, MAX_KEYS, (key) => key);
  return [`${count(keys.length, 'object')} in the ${thing.title}:`, ...lines].join('\n');
}
