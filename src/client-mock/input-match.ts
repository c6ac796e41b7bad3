import { builtinTag, isPlainObject } from '../calls/index.js';
import { fits, type Comparison } from '../stubs/index.js';

/** A matcher of sinon (`sinon.match.string`), known by what it does. */
interface Matcher {
  test(actual: unknown): boolean;
}

/** True for a matcher of sinon, of any copy of it. */
export function isMatcher(value: unknown): value is Matcher {
  if (typeof value !== 'object' || value === null || !('test' in value)) return false;
  return typeof value.test === 'function' && builtinTag(value) !== 'RegExp';
}

const PART: Comparison = {
  test: (actual, expected) => (isMatcher(expected) ? expected.test(actual) : undefined),
};

const WHOLE: Comparison = {
  whole: true,
  test: (actual, expected) => {
    if (isMatcher(expected)) return expected.test(actual);
    // A member that is there and undefined is one more, as aws-sdk-client-mock has it.
    return hasOtherMembers(actual, expected) ? false : undefined;
  },
};

function hasOtherMembers(actual: unknown, expected: unknown): boolean {
  if (!isPlainObject(expected) || typeof actual !== 'object' || actual === null) return false;
  return Object.keys(actual).length !== Object.keys(expected).length;
}

/**
 * True where a value has what is expected: the members of objects, deeply, lists whole; matchers of sinon and of the
 * runners hold at any depth.
 */
export function matches(expected: unknown, actual: unknown): boolean {
  return fits(expected, actual, PART);
}

/** True where a value is what is expected, and no more. */
export function equals(expected: unknown, actual: unknown): boolean {
  return fits(expected, actual, WHOLE);
}
