import { isPlainObject, Mark, RUNNER_LIMITS, SENSITIVE, shown } from '../src/calls/index.js';
import { elementShape, memberShape, type Shape } from '../src/model/index.js';
import {
  equalValues,
  exactly,
  fits,
  insideExactly,
  isAsymmetric,
  isExactly,
  type Comparison,
} from '../src/stubs/index.js';
import type { MatcherContext } from './context.js';

/** How a matcher compares: as stubs do, with the runner's equality and the user's own testers. */
export function comparisonOf(context: MatcherContext): Comparison {
  const testers = context.customTesters ?? [];
  const equals = (actual: unknown, expected: unknown): boolean =>
    equalValues(actual, expected) ||
    // The runner compares bytes one by one.
    (!areBytes(actual, expected) &&
      context.equals(actual, expected, [...testers, context.utils.iterableEquality]));
  if (testers.length === 0) return { equals };
  const test = (actual: unknown, expected: unknown): boolean | undefined => {
    for (const tester of testers) {
      const result = tester.call({ equals: context.equals }, actual, expected, testers);
      if (result !== undefined) return result;
    }
    return undefined;
  };
  return { equals, test };
}

function areBytes(actual: unknown, expected: unknown): boolean {
  return ArrayBuffer.isView(actual) && ArrayBuffer.isView(expected);
}

/** Two values to be shown beside each other. */
export interface View {
  readonly expected: unknown;
  readonly actual: unknown;
}

/** How long a list, and how large a map may be before only what differs is shown of it. */
const MAX_ENTRIES = 50;
const MAX_DEPTH = RUNNER_LIMITS.depth;
/** How many elements are shown before the first that differs. */
const LEAD = 3;

/** Where a view is in what it shows. */
interface Looking {
  readonly how: Comparison;
  /** Nothing may be there but what is expected. */
  readonly whole: boolean;
  readonly shape: Shape | undefined;
  readonly depth: number;
  /** How many values are still looked at: what stands inside itself has no end. */
  readonly budget: { left: number };
}

/**
 * What a diff of parameters and input should show: without the members that the parameters do not mention,
 * with the value in place of a matcher that accepts it, without what is sensitive, and of what is long the
 * part that differs.
 *
 * @param shape - what the service's model says of both
 */
export function viewOf(expected: unknown, actual: unknown, how: Comparison, shape?: Shape): View {
  const view = look(expected, actual, {
    how,
    whole: false,
    shape,
    depth: 0,
    budget: { left: RUNNER_LIMITS.values },
  });
  return {
    expected: shown(view.expected, shape, RUNNER_LIMITS),
    actual: shown(view.actual, shape, RUNNER_LIMITS),
  };
}

const OTHER = new Mark('[sensitive], another one');

function look(expected: unknown, actual: unknown, looking: Looking): View {
  if (isExactly(expected))
    return look(insideExactly(expected), actual, { ...looking, whole: true });
  const { how, whole, shape, depth } = looking;
  const isWhole = whole ? exactly(expected) : expected;
  const isSecret =
    shape?.traits.sensitive !== undefined && expected !== undefined && actual !== undefined;
  if (isSecret)
    return { expected: SENSITIVE, actual: fits(isWhole, actual, how) ? SENSITIVE : OTHER };
  if (!isContainer(expected) || how.test?.(actual, expected) !== undefined) {
    return fits(isWhole, actual, how) ? { expected: actual, actual } : { expected, actual };
  }
  looking.budget.left -= 1;
  if (depth > MAX_DEPTH || looking.budget.left < 0) return { expected, actual };
  const inner = { ...looking, depth: depth + 1 };
  if (Array.isArray(expected)) {
    return Array.isArray(actual) ? listView(expected, actual, inner) : { expected, actual };
  }
  return isPlainObject(expected) && isPlainObject(actual)
    ? membersView(expected, actual, inner)
    : { expected, actual };
}

function listView(
  expected: readonly unknown[],
  actual: readonly unknown[],
  looking: Looking,
): View {
  const inner = { ...looking, whole: true, shape: elementShape(looking.shape) };
  const start = firstShown(expected, actual, looking.how);
  const end = start + MAX_ENTRIES;
  const before = start === 0 ? [] : [new Mark(`… ${String(start)} more`)];
  const shownOf = (list: readonly unknown[], views: readonly unknown[]): unknown[] => {
    const rest = list.length - end;
    return [
      ...before,
      ...views.slice(0, Math.max(0, Math.min(end, list.length) - start)),
      ...(rest > 0 ? [new Mark(`… ${String(rest)} more`)] : []),
    ];
  };
  const views: View[] = [];
  for (let i = start; i < end && i < Math.max(expected.length, actual.length); i++) {
    views.push(
      i < expected.length && i < actual.length
        ? look(expected[i], actual[i], inner)
        : { expected: expected[i], actual: actual[i] },
    );
  }
  return {
    expected: shownOf(
      expected,
      views.map((view) => view.expected),
    ),
    actual: shownOf(
      actual,
      views.map((view) => view.actual),
    ),
  };
}

/** Of a list that is too long to be shown, the place shortly before what differs. */
function firstShown(
  expected: readonly unknown[],
  actual: readonly unknown[],
  how: Comparison,
): number {
  if (Math.max(expected.length, actual.length) <= MAX_ENTRIES) return 0;
  const both = Math.min(expected.length, actual.length);
  let i = 0;
  while (i < both && fits(exactly(expected[i]), actual[i], how)) i += 1;
  return Math.max(0, i - LEAD);
}

function membersView(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  looking: Looking,
): View {
  const result: { expected: Record<string, unknown>; actual: Record<string, unknown> } = {
    expected: {},
    actual: {},
  };
  const { how, whole } = looking;
  const keys = new Set([...Object.keys(expected), ...(whole ? Object.keys(actual) : [])]);
  let left = MAX_ENTRIES;
  for (const key of keys) {
    if (left === 0) break;
    if (
      keys.size > MAX_ENTRIES &&
      fits(whole ? exactly(expected[key]) : expected[key], actual[key], how)
    )
      continue;
    left -= 1;
    const shape = memberShape(looking.shape, key);
    const view = look(expected[key], actual[key], { ...looking, shape });
    // An absent member and an undefined one are the same; neither is worth a line.
    if (view.expected !== undefined) result.expected[key] = view.expected;
    if (view.actual !== undefined) result.actual[key] = view.actual;
  }
  return result;
}

function isContainer(value: unknown): boolean {
  return !isAsymmetric(value) && (Array.isArray(value) || isPlainObject(value));
}
