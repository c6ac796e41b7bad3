import { isPlainObject } from '../calls/index.js';
import type { Pattern, Shape } from '../model/index.js';
import { isAsymmetric } from './params.js';

type Kind = Shape['kind'];

const OBJECTS: readonly Kind[] = ['structure', 'union', 'map', 'timestamp', 'bigdecimal'];

/** What `expect.any()` of these classes accepts; of others nothing is known. */
const OF_CLASS: Readonly<Record<string, readonly Kind[]>> = {
  String: ['string'],
  Number: ['number'],
  Boolean: ['boolean'],
  BigInt: ['bigint'],
  Date: ['timestamp'],
  Array: ['list'],
  Object: [...OBJECTS, 'list'],
  Function: [],
  Symbol: [],
};

/**
 * What can be said of the values that an asymmetric matcher accepts; undefined for what is no matcher. Those of
 * Vitest and Jest are known by what both print: `ObjectContaining`, `ObjectNotContaining`.
 */
export function patternOf(value: unknown): Pattern | undefined {
  if (!isAsymmetric(value)) return undefined;
  const { sample } = value as { readonly sample?: unknown };
  switch (nameOf(value)) {
    case 'ObjectContaining':
      return {
        name: 'expect.objectContaining(…)',
        kinds: new Set(OBJECTS),
        members: isPlainObject(sample) ? sample : undefined,
      };
    case 'ArrayContaining':
      return {
        name: 'expect.arrayContaining(…)',
        kinds: new Set(['list']),
        elements: Array.isArray(sample) ? sample : undefined,
      };
    case 'ArrayOf':
      return { name: 'expect.arrayOf(…)', kinds: new Set(['list']), elements: [sample] };
    case 'StringContaining':
      return { name: 'expect.stringContaining(…)', kinds: new Set(['string']) };
    case 'StringMatching':
      return { name: 'expect.stringMatching(…)', kinds: new Set(['string']) };
    case 'NumberCloseTo':
      return { name: 'expect.closeTo(…)', kinds: new Set(['number']) };
    case 'Any': {
      const { name } = sample as { readonly name: string };
      const kinds = Object.hasOwn(OF_CLASS, name) ? OF_CLASS[name] : undefined;
      return { name: `expect.any(${name})`, kinds: kinds && new Set(kinds) };
    }
    default:
      return { name: 'a matcher' };
  }
}

/** `ObjectContaining`, also for `expect.not.objectContaining()`: what can never be there is as wrong in it. */
function nameOf(matcher: object): string | undefined {
  const { $$typeof } = matcher as { readonly $$typeof?: unknown };
  if ($$typeof !== Symbol.for('jest.asymmetricMatcher') || !('sample' in matcher)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- the runners' matchers have one of their own
  return String(matcher).replace('Not', '');
}
