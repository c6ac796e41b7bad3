import { isPlainObject, type Operation } from '../calls/index.js';
import { withoutNulls, type Shape } from '../model/index.js';
import {
  exactly,
  insideExactly,
  isAsymmetric,
  isExactly,
  type AsymmetricMatcher,
} from './params.js';
import { patternOf } from './pattern-of.js';

/** Parameters as a call has them: `null` is absence for the SDK. */
export function givenParams({ model }: Operation, params: unknown): unknown {
  return mayHoldNull(params, 0) ? withAbsence(model?.input, params) : params;
}

/** How deep parameters are looked into for `null` before they are taken to hold one. */
const MAX_DEPTH = 64;

/** Parameters rarely do, and are not written anew then. */
function mayHoldNull(value: unknown, depth: number): boolean {
  if (typeof value !== 'object') return false;
  if (value === null || depth > MAX_DEPTH) return true;
  if (isExactly(value)) return mayHoldNull(insideExactly(value), depth + 1);
  // In a runner's matcher; what is undefined in it is looked at as well.
  if (isAsymmetric(value)) return 'sample' in value && typeof value.sample === 'object';
  if (Array.isArray(value)) {
    // A list loses what is undefined in it, too; it may be a large one with holes.
    for (let i = 0; i < value.length; i += 1) {
      if (value[i] === undefined || mayHoldNull(value[i], depth + 1)) return true;
    }
    return false;
  }
  return isPlainObject(value) && Object.values(value).some((each) => mayHoldNull(each, depth + 1));
}

/**
 * What something is compared with, where `null` says that a member is not there: inside `exactly` and the runner's
 * matchers, too.
 *
 * @param shape - of what it is compared with; undefined where no model is known
 */
export function withAbsence(shape: Shape | undefined, wanted: unknown): unknown {
  return withoutNulls(shape, wanted, (value) => {
    if (isExactly(value)) return { inside: insideExactly(value), wrap: exactly };
    const pattern = patternOf(value);
    if (pattern === undefined) return undefined;
    const matcher = value as RunnersMatcher;
    const inside = pattern.members ?? pattern.elements;
    return {
      inside,
      wrap: (changed) => {
        if (changed === inside) return matcher;
        if (pattern.members !== undefined) return containing(matcher, changed as Members);
        const isEach = pattern.elements !== matcher.sample;
        return changedMatcher(matcher, isEach ? (changed as readonly unknown[])[0] : changed);
      },
    };
  });
}

type Members = Readonly<Record<string, unknown>>;

/** As both runners make theirs; source: `AsymmetricMatcher` of @vitest/expect and of Jest's expect. */
interface RunnersMatcher extends AsymmetricMatcher {
  readonly sample: unknown;
  readonly inverse?: boolean;
  asymmetricMatch(other: unknown, ...more: readonly unknown[]): boolean;
}

/** An `expect.objectContaining()` for which a member is absent that is not there; for the runner's it must be. */
function containing(matcher: RunnersMatcher, members: Members): RunnersMatcher {
  const absent = Object.keys(members).filter((name) => members[name] === undefined);
  const present = Object.entries(members).filter(([name]) => !absent.includes(name));
  const inner = changedMatcher(matcher, Object.fromEntries(present));
  const lacks = (other: unknown): boolean =>
    typeof other === 'object' &&
    other !== null &&
    absent.every((name) => ((other as Members)[name] ?? undefined) === undefined);
  return Object.defineProperty(copyOfMatcher(matcher), 'asymmetricMatch', {
    value: (other: unknown, ...more: readonly unknown[]) => {
      const fits = inner.asymmetricMatch(other, ...more);
      return matcher.inverse === true ? fits || !lacks(other) : fits && lacks(other);
    },
  });
}

/** Prints as the one that its author wrote. */
function changedMatcher(matcher: RunnersMatcher, sample: unknown): RunnersMatcher {
  const inner = Object.defineProperty(copyOfMatcher(matcher), 'sample', { value: sample });
  return Object.defineProperty(copyOfMatcher(matcher), 'asymmetricMatch', {
    value: (...args: [unknown]) => inner.asymmetricMatch(...args),
  });
}

function copyOfMatcher(matcher: RunnersMatcher): RunnersMatcher {
  const own = Object.getOwnPropertyDescriptors(matcher);
  return Object.create(Object.getPrototypeOf(matcher) as object, own) as RunnersMatcher;
}
