import type { UnknownIn } from './handed-on.js';
import { byNearness, nearest } from './nearest.js';
import { isDate } from './simple-kinds.js';

/** One place where a value is not what the model allows. */
export interface Problem {
  /** `Vpcs[0].VpcId`; empty for the whole value. */
  readonly path: string;
  /** What was given, and what is allowed. */
  readonly text: string;
  /** The value whose member this is, if its shape does not know the member. */
  readonly unknownIn?: UnknownIn;
}

/** How many problems of one value are told. */
const MAX_PROBLEMS = 20;
const MAX_NAMES = 8;

/** Problems as lines of text. */
export function printProblems(problems: readonly Problem[], indent = '  '): string {
  const lines = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, text }) => `${indent}${path === '' ? '' : `${path}: `}${text}`);
  const rest = problems.length - lines.length;
  return [...lines, ...(rest > 0 ? [`${indent}… ${rest} more`] : [])].join('\n');
}

/** Problems that are taken down; undefined where the first one ends the check. */
export type Report = Problem[] | undefined;

/** The same, without what was given. */
export function withoutValue(problem: Problem): Problem {
  return { ...problem, text: problem.text.replace(/, got the \w+ .*$/s, ', got [sensitive]') };
}

export function unknownMember(
  report: Report,
  path: string,
  key: string,
  unknownIn: UnknownIn,
): boolean {
  if (report === undefined) return false;
  const names = [...unknownIn.shape.members.keys()];
  const near = nearest(key, names);
  const meant = near.length === 0 ? '' : `did you mean ${near.join(' or ')}? `;
  const allowed =
    names.length === 0 ? 'it takes no members' : `allowed: ${list(byNearness(key, names))}`;
  return fail(
    report,
    path,
    `no such member; ${meant}${meant === '' ? allowed : `(${allowed})`}`,
    unknownIn,
  );
}

export function wrongType(report: Report, path: string, expected: string, value: unknown): boolean {
  return fail(report, path, () => `expected ${expected}, got ${given(value)}`);
}

export function fail(
  report: Report,
  path: string,
  text: string | (() => string),
  unknownIn?: UnknownIn,
): false {
  report?.push({
    path,
    text: typeof text === 'string' ? text : text(),
    ...(unknownIn && { unknownIn }),
  });
  return false;
}

function given(value: unknown): string {
  if (typeof value === 'string') {
    return `the string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  }
  if (typeof value === 'number' || typeof value === 'boolean')
    return `the ${typeof value} ${value}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (Array.isArray(value)) return 'a list';
  if (isDate(value)) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
  if (ArrayBuffer.isView(value)) return 'bytes';
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  const name = (value.constructor as { name?: string } | undefined)?.name;
  return name === undefined || name === 'Object' ? 'an object' : `an instance of ${name}`;
}

export function list(names: readonly string[]): string {
  const rest = names.length - MAX_NAMES;
  return rest > 0 ? `${names.slice(0, MAX_NAMES).join(', ')}, … ${rest} more` : names.join(', ');
}

export function join(path: string, key: string): string {
  const name = /^[\w$-]+$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? name : `${path}.${name}`;
}
