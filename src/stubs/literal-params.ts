import { builtinTag, isPlainObject, shown } from '../calls/index.js';
import type { Shape } from '../model/index.js';

/** Up to how many elements a list is written out, and up to how many characters a text. */
const MAX_ELEMENTS = 10;
const MAX_TEXT = 100;
/** What is not shown any more is longer than what is written. */
const LIMITS = { depth: 8, entries: 100, text: MAX_TEXT, values: 500 };

/**
 * Of an input, the parameters that can be written down as code and tell the call apart: without
 * streams, bytes, instances, and what is too long. (A stub's parameters need not be all.)
 */
export function literalParams(input: unknown, shape: Shape | undefined): unknown {
  return literal(shown(input, shape, LIMITS), []) ?? {};
}

function literal(value: unknown, inside: readonly unknown[]): unknown {
  switch (typeof value) {
    case 'string':
      return value.length <= MAX_TEXT ? value : undefined;
    case 'number':
    case 'boolean':
    case 'bigint':
      return value;
    case 'object':
      return value === null || inside.includes(value) || inside.length > 4
        ? undefined
        : literalObject(value, [...inside, value]);
    default:
      return undefined;
  }
}

function literalObject(value: object, inside: readonly unknown[]): unknown {
  if (Array.isArray(value)) {
    // Lists match whole, so one is written whole or not at all.
    if (value.length > MAX_ELEMENTS) return undefined;
    const elements = value.map((each) =>
      isWhole(each, inside) ? literal(each, inside) : undefined,
    );
    return elements.includes(undefined) ? undefined : elements;
  }
  if (builtinTag(value) === 'Date') return value;
  if (!isPlainObject(value)) return undefined;
  const members = Object.entries(value).flatMap(([key, member]) => {
    const written = literal(member, inside);
    return written === undefined ? [] : [[key, written] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** True where nothing of a value would be left out. */
function isWhole(value: unknown, inside: readonly unknown[]): boolean {
  if (value === undefined) return true;
  const deeper = [...inside, value];
  if (Array.isArray(value)) {
    return isWritten(value, inside) && value.every((each) => isWhole(each, deeper));
  }
  if (!isPlainObject(value)) return isWritten(value, inside);
  return isWritten(value, inside) && Object.values(value).every((each) => isWhole(each, deeper));
}

function isWritten(value: unknown, inside: readonly unknown[]): boolean {
  return literal(value, inside) !== undefined;
}
