import { builtinTag, isPlainObject } from './copy.js';

/** How deep a value is shown before `…` stands for the rest. */
const MAX_DEPTH = 6;
/** How many entries of one list or map are shown. */
const MAX_ENTRIES = 20;
/** How much of a text is shown, in characters. */
const MAX_TEXT = 200;

/**
 * A value as a test's author would write it: `{ CidrBlock: '10.0.0.0/16' }`; cut where it is long.
 *
 * @param value - what to show
 * @param width - how long a line may get, in characters, before members get lines of their own
 * @param indent - by how many spaces lines after the first are moved in
 */
export function toCode(value: unknown, width = 80, indent = 0): string {
  return print(value, { width, indent, depth: 0, inside: [], showAbsent: false });
}

/**
 * A value on one line.
 *
 * @param options - `length`: how long it may get, in characters, before its end is cut; `showAbsent`:
 *   show undefined members, which parameters have a use for
 */
export function toLine(
  value: unknown,
  { length = 120, showAbsent = false }: { length?: number; showAbsent?: boolean } = {},
): string {
  const line = print(value, { width: Infinity, indent: 0, depth: 0, inside: [], showAbsent });
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

interface Place {
  readonly width: number;
  readonly indent: number;
  readonly depth: number;
  readonly inside: readonly object[];
  readonly showAbsent: boolean;
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
  const matcher = printMatcher(value, place);
  if (matcher !== undefined) return matcher;
  if (place.inside.includes(value)) return '[Circular]';
  if (place.depth > MAX_DEPTH) return '…';
  const members = { ...place, depth: place.depth + 1, inside: [...place.inside, value] };
  if (Array.isArray(value)) return block('[', ']', value, (each, at) => print(each, at), members);
  if (isPlainObject(value)) {
    const entries = Object.entries(value).filter(
      ([, member]) => place.showAbsent || member !== undefined,
    );
    return block(
      '{',
      '}',
      entries,
      ([key, member], at) => `${name(key)}: ${print(member, at)}`,
      members,
    );
  }
  return printOther(value, members);
}

function printOther(value: object, place: Place): string {
  if (ArrayBuffer.isView(value))
    return `[${value.constructor.name} of ${String(value.byteLength)} bytes]`;
  switch (builtinTag(value)) {
    case 'Date':
      return printDate(value as Date);
    case 'Set':
      return `new Set(${print([...(value as Set<unknown>)], place)})`;
    case 'Map':
      return `new Map(${print([...(value as Map<unknown, unknown>)], place)})`;
    case 'RegExp':
      return (value as RegExp).toString();
    case 'Error':
      return `[${(value as Error).toString()}]`;
    default:
      return `[${(value.constructor as { name?: string } | undefined)?.name ?? 'Object'}]`;
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
  const shown = entries.slice(0, MAX_ENTRIES);
  const rest = entries.length - shown.length;
  const more = rest > 0 ? [`… ${String(rest)} more`] : [];
  const gap = open === '{' ? ' ' : '';
  const flat = { ...place, width: Infinity };
  const line = `${open}${gap}${[...shown.map((each) => printEntry(each, flat)), ...more].join(', ')}${gap}${close}`;
  if (line.length + place.indent <= place.width && !line.includes('\n')) return line;
  if (place.width === Infinity) return line;
  const indent = place.indent + 2;
  const lines = [...shown.map((each) => printEntry(each, { ...place, indent })), ...more];
  return `${open}\n${lines.map((each) => `${' '.repeat(indent)}${each},\n`).join('')}${' '.repeat(place.indent)}${close}`;
}

function quote(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  const escaped = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

function name(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
