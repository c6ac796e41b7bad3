import type { Shape } from '../model/index.js';
import { builtinTag, isPlainObject } from './copy.js';
import { Mark, shownAt, type Limits, type Path } from './shown.js';

const LIMITS: Limits = { depth: 6, entries: 20, text: 200, values: 500 };

interface CodeOptions {
  /** How long a line may get, in characters, before members get lines of their own. */
  readonly width?: number;
  /** By how many spaces lines after the first are moved in. */
  readonly indent?: number;
  /** Where in `shape` the value stands. */
  readonly path?: Path;
}

/**
 * A value as a test's author would write it: `{ CidrBlock: '10.0.0.0/16' }`; cut where it is long, and without
 * what is sensitive.
 *
 * @param shape - what the service's model says of it, where there is one
 */
export function toCode(
  value: unknown,
  shape: Shape | undefined,
  { width = 80, indent = 0, path = [] }: CodeOptions = {},
): string {
  return print(shownAt(value, shape, path, LIMITS), { width, indent });
}

/**
 * A value on one line.
 *
 * @param options - `length`: how long it may get, in characters, before its end is cut; `showAbsent`:
 *   show undefined members, which parameters have a use for
 */
export function toLine(
  value: unknown,
  shape: Shape | undefined,
  { length = 120, showAbsent = false }: { length?: number; showAbsent?: boolean } = {},
): string {
  const limits = { ...LIMITS, absent: showAbsent };
  const line = print(shownAt(value, shape, [], limits), { width: Infinity, indent: 0 });
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

interface Place {
  readonly width: number;
  readonly indent: number;
}

function print(value: unknown, place: Place): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `[Function ${value.name || 'anonymous'}]`;
    case 'undefined':
      return 'undefined';
    case 'object':
      return value === null ? 'null' : printObject(value, place);
    default:
      return String(value);
  }
}

function printObject(value: object, place: Place): string {
  if (value instanceof Mark) return value.text;
  const matcher = printMatcher(value, place);
  if (matcher !== undefined) return matcher;
  if (Array.isArray(value)) return block('[', ']', value, print, place);
  if (isPlainObject(value)) return block('{', '}', Object.entries(value), printMember, place);
  return printOther(value, place);
}

function printMember([key, member]: [string, unknown], place: Place): string {
  const isRest = key === '…' && member instanceof Mark;
  return isRest ? member.text : `${name(key)}: ${print(member, place)}`;
}

function printOther(value: object, place: Place): string {
  switch (builtinTag(value)) {
    case 'Date':
      return printDate(value as Date);
    case 'Set':
      return `new Set(${print([...(value as Set<unknown>)], place)})`;
    case 'Map':
      return `new Map(${print([...(value as Map<unknown, unknown>)], place)})`;
    case 'RegExp':
      return (value as RegExp).toString();
    default:
      return `[${(value as Error).toString()}]`;
  }
}

/** `Any<String>`, `StringMatching</^vpc-/>`: as the runners print their asymmetric matchers. */
function printMatcher(value: object, place: Place): string | undefined {
  const matcher = value as {
    asymmetricMatch?: unknown;
    toAsymmetricMatcher?: () => string;
    sample?: unknown;
  };
  if (typeof matcher.asymmetricMatch !== 'function') return undefined;
  if (typeof matcher.toAsymmetricMatcher === 'function') return matcher.toAsymmetricMatcher();
  const own = (value.constructor as { name?: string } | undefined)?.name ?? '';
  const name = own === '' || own === 'Object' ? 'a matcher' : own;
  if (matcher.sample === undefined) return `[${name}]`;
  return `${name}<${print(matcher.sample, { ...place, width: Infinity })}>`;
}

function printDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'new Date(NaN)' : `new Date('${date.toISOString()}')`;
}

function block<T>(
  open: string,
  close: string,
  entries: readonly T[],
  printEntry: (entry: T, place: Place) => string,
  place: Place,
): string {
  if (entries.length === 0) return open + close;
  const gap = open === '{' ? ' ' : '';
  const flat = { ...place, width: Infinity };
  const line = `${open}${gap}${entries.map((each) => printEntry(each, flat)).join(', ')}${gap}${close}`;
  if (line.length + place.indent <= place.width && !line.includes('\n')) return line;
  if (place.width === Infinity) return line;
  const indent = place.indent + 2;
  const lines = entries.map((each) => printEntry(each, { ...place, indent }));
  return `${open}\n${lines.map((each) => `${' '.repeat(indent)}${each},\n`).join('')}${' '.repeat(place.indent)}${close}`;
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

function name(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
