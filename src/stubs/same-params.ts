import { builtinTag, isPlainObject } from '../calls/index.js';
import { equalValues, insideExactly, isAsymmetric, isExactly } from './params.js';

/** True where two stubs' parameters fit the same inputs, as far as that can be seen. */
export function sameParams(one: unknown, other: unknown): boolean {
  return (isAnything(one) && isAnything(other)) || same(one, other);
}

/** No parameters, or none in the object: every input fits. */
function isAnything(params: unknown): boolean {
  return params === undefined || (isPlainObject(params) && Object.keys(params).length === 0);
}

function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (isExactly(one) || isExactly(other)) {
    return isExactly(one) && isExactly(other) && same(insideExactly(one), insideExactly(other));
  }
  if (isAsymmetric(one) || isAsymmetric(other)) return sameMatchers(one, other);
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, i) => same(each, other[i]))
    );
  }
  if (!isPlainObject(one) || !isPlainObject(other)) return equalValues(one, other);
  // A member that is undefined says "absent", which is more than saying nothing.
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  );
}

interface RunnersMatcher {
  readonly sample?: unknown;
  readonly inverse?: unknown;
}

/**
 * Of a runner's matchers it is known what they are made of: `expect.any(String)` is the same as another one.
 * What others accept may stand where it cannot be seen, so they are the same by identity only.
 *
 * Source: `AsymmetricMatcher` of @vitest/expect and of Jest's expect.
 */
function sameMatchers(one: unknown, other: unknown): boolean {
  if (!isOfRunner(one) || !isOfRunner(other)) return false;
  return (
    Object.getPrototypeOf(one) === Object.getPrototypeOf(other) &&
    one.inverse === other.inverse &&
    sameSamples(one.sample, other.sample)
  );
}

function isOfRunner(value: unknown): value is RunnersMatcher {
  return isAsymmetric(value) && '$$typeof' in value && Object.hasOwn(value, 'sample');
}

function sameSamples(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other);
  }
  if (builtinTag(one) === 'RegExp' && builtinTag(other) === 'RegExp') {
    return (
      (one as RegExp).source === (other as RegExp).source &&
      (one as RegExp).flags === (other as RegExp).flags
    );
  }
  // An instance may be a schema: large, and with circles in it.
  const isValue = Array.isArray(one) || isPlainObject(one) || isAsymmetric(one);
  return isValue || builtinTag(one) !== 'Object' ? same(one, other) : one === other;
}
