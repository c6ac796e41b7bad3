import { isPlainObject } from '../src/calls/index.js';
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
    context.equals(actual, expected, [...testers, context.utils.iterableEquality]);
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

/** Two values to be shown beside each other. */
export interface View {
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * What a diff of parameters and input should show: without the members that the parameters do not
 * mention, and with the value in place of a matcher that accepts it.
 */
export function viewOf(expected: unknown, actual: unknown, how: Comparison, whole = false): View {
  if (isExactly(expected)) return viewOf(insideExactly(expected), actual, how, true);
  const isWhole = whole ? exactly(expected) : expected;
  if (!isContainer(expected) || how.test?.(actual, expected) !== undefined) {
    return fits(isWhole, actual, how) ? { expected: actual, actual } : { expected, actual };
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return { expected, actual };
    const views = expected.map((each, i) => viewOf(each, actual[i], how, true));
    const more: unknown[] = actual.slice(expected.length);
    return {
      expected: views.map((view) => view.expected),
      actual: [...views.slice(0, actual.length).map((view) => view.actual), ...more],
    };
  }
  return isPlainObject(expected) && isPlainObject(actual)
    ? membersView(expected, actual, how, whole)
    : { expected, actual };
}

function membersView(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  how: Comparison,
  whole: boolean,
): View {
  const shown: { expected: Record<string, unknown>; actual: Record<string, unknown> } = {
    expected: {},
    actual: {},
  };
  for (const key of new Set([...Object.keys(expected), ...(whole ? Object.keys(actual) : [])])) {
    const view = viewOf(expected[key], actual[key], how, whole);
    // An absent member and an undefined one are the same; neither is worth a line.
    if (view.expected !== undefined) shown.expected[key] = view.expected;
    if (view.actual !== undefined) shown.actual[key] = view.actual;
  }
  return shown;
}

function isContainer(value: unknown): boolean {
  return !isAsymmetric(value) && (Array.isArray(value) || isPlainObject(value));
}
