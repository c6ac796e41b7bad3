import { elementShape, hasSensitive, memberShape, type Shape } from '../model/index.js';
import { builtinTag, isPlainObject } from './copy.js';

/** Up to where a value is shown. */
export interface Limits {
  /** How deep, before `…` stands for the rest. */
  readonly depth: number;
  /** How many entries of one list or map. */
  readonly entries: number;
  /** How much of a text, in characters. */
  readonly text: number;
  /** Keeps members that are undefined, which parameters have a use for. */
  readonly absent?: boolean;
  /** How many values in all. */
  readonly values: number;
  /** Tells long texts and bytes apart by a sum, where a printer compares by what it prints. */
  readonly sums?: boolean;
}

/** For what a runner prints by itself: long enough for nearly all that tests compare. */
export const RUNNER_LIMITS: Limits = {
  depth: 12,
  entries: 100,
  text: 1000,
  values: 2000,
  sums: true,
};

/** What `exactly` of the stubs wraps its parameters in. */
const EXACTLY = Symbol.for('aws-sdk-stubber.exactly');
/** Where Node looks for how an object prints itself. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** What stands for a value, or a part of one, that is not shown as it is. */
export class Mark {
  constructor(readonly text: string) {}

  toJSON(): string {
    return this.text;
  }

  toString(): string {
    return this.text;
  }

  [INSPECT](): string {
    return this.text;
  }
}

/** Stands for what the service's model says no log may show. */
export const SENSITIVE = new Mark('[sensitive]');

/**
 * A value as it may be printed: without what is sensitive, and without what is long, so that printing takes no
 * longer than reading it.
 *
 * @param shape - of the value; undefined where no model says it (clients from before 3.930): there members of
 *   well-known names are taken for sensitive
 */
export function shown(value: unknown, shape: Shape | undefined, limits: Limits): unknown {
  return shownAt(value, shape, [], limits);
}

/** The names that AWS's models give to passwords, keys and tokens that open something. */
const SECRET_NAMES = new Set(
  (
    'password newPassword oldPassword currentPassword proposedPassword previousPassword masterUserPassword ' +
    'adminPassword userPassword temporaryPassword authToken secretString secretBinary secretAccessKey ' +
    'secretKey sessionToken securityToken accessToken refreshToken idToken webIdentityToken sAMLAssertion ' +
    'clientSecret privateKey keyMaterial sSECustomerKey copySourceSSECustomerKey plaintext'
  )
    .toLowerCase()
    .split(' '),
);

const printers = new WeakMap<Shape, PropertyDescriptorMap>();

/**
 * Lets an input that may hold something sensitive print itself without it, wherever a test, a runner or a
 * reporter prints it. It is compared as it is.
 *
 * @param value - no one else's: a copy
 */
export function printedAs(value: unknown, shape: Shape | undefined): unknown {
  if (shape !== undefined && isPlainObject(value) && hasSensitive(shape)) {
    Object.defineProperties(value, printerOf(shape));
  }
  return value;
}

function printerOf(shape: Shape): PropertyDescriptorMap {
  let printer = printers.get(shape);
  if (printer === undefined) {
    const print = {
      value(this: unknown): unknown {
        return shown(this, shape, RUNNER_LIMITS);
      },
      configurable: true,
      writable: true,
    };
    printers.set(shape, (printer = { toJSON: print, [INSPECT]: print }));
  }
  return printer;
}

/** The way to a part of a value: names of members and places in lists. */
export type Path = readonly (string | number)[];

/** The same for a value that is a part of another, of which the shape is known. */
export function shownAt(
  value: unknown,
  whole: Shape | undefined,
  path: Path,
  limits: Limits,
): unknown {
  const byName = whole === undefined;
  let shape = whole;
  for (const key of path) {
    const isSecret = byName && typeof key === 'string' && SECRET_NAMES.has(key.toLowerCase());
    if (isSecret || shape?.traits.sensitive !== undefined) return hidden(value);
    shape = typeof key === 'number' ? elementShape(shape) : memberShape(shape, key);
  }
  return show(value, { shape, byName, limits, budget: { left: limits.values }, inside: [] });
}

function hidden(value: unknown): unknown {
  return value === undefined || value === null || isAnyMatcher(value) ? value : SENSITIVE;
}

interface Place {
  readonly shape: Shape | undefined;
  /** No model tells what is sensitive. */
  readonly byName: boolean;
  readonly limits: Limits;
  readonly budget: { left: number };
  readonly inside: readonly object[];
}

function show(value: unknown, place: Place): unknown {
  const { shape, limits, budget } = place;
  if (value instanceof Mark) return value;
  budget.left -= 1;
  if (shape?.traits.sensitive !== undefined) return hidden(value);
  if (typeof value === 'string') return cutText(value, limits);
  if (typeof value !== 'object' || value === null) return value;
  if (EXACTLY in value && shape !== undefined && hasSensitive(shape)) {
    return show(value[EXACTLY], place);
  }
  if (isMatcher(value)) return showMatcher(value, shape);
  if (place.inside.includes(value)) return new Mark('[Circular]');
  if (place.inside.length > limits.depth || budget.left < 0) return new Mark('…');
  const inner = { ...place, inside: [...place.inside, value] };
  if (Array.isArray(value)) return showList(value, inner);
  if (isPlainObject(value)) return showMembers(value, inner);
  return showOther(value, inner);
}

function showList(value: readonly unknown[], place: Place): unknown[] {
  const inner = { ...place, shape: elementShape(place.shape) };
  const result: unknown[] = [];
  const length = Math.min(value.length, place.limits.entries);
  for (let i = 0; i < length; i++) result.push(show(read(value, i), inner));
  const rest = value.length - length;
  if (rest > 0) result.push(more(rest));
  return result;
}

function showMembers(value: object, place: Place): unknown {
  const { shape, limits, byName } = place;
  if (shape?.kind === 'map' && shape.key.traits.sensitive !== undefined) return SENSITIVE;
  const result: Record<string, unknown> = {};
  const keys = Object.keys(value);
  let left = limits.entries;
  let rest = 0;
  for (const key of keys) {
    if (left === 0) {
      rest += 1;
      continue;
    }
    const member = read(value, key);
    if (member === undefined && limits.absent !== true) continue;
    left -= 1;
    const isSecret = byName && SECRET_NAMES.has(key.toLowerCase());
    const each = isSecret
      ? hidden(member)
      : show(member, { ...place, shape: memberShape(shape, key) });
    Object.defineProperty(result, cutText(key, limits), {
      value: each,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (rest > 0) result['…'] = more(rest);
  return result;
}

function showOther(value: object, place: Place): unknown {
  if (ArrayBuffer.isView(value)) return bytesMark(value, place.limits);
  const { entries } = place.limits;
  switch (builtinTag(value)) {
    case 'Date':
    case 'RegExp':
    case 'Error':
      return value;
    case 'Set':
      return new Set(showList(firstOf(value as Set<unknown>, entries), place));
    case 'Map': {
      const list = firstOf(value as Map<unknown, unknown>, entries);
      return new Map(list.map(([key, each]) => [show(key, place), show(each, place)]));
    }
    default:
      return place.limits.sums === true && Object.keys(value).length > 0 && !isStream(value)
        ? showMembers(value, place)
        : new Mark(`[${nameOf(value)}]`);
  }
}

function firstOf<T>(values: Iterable<T>, n: number): T[] {
  const result: T[] = [];
  for (const each of values) {
    if (result.length === n) break;
    result.push(each);
  }
  return result;
}

function isStream(value: object): boolean {
  return (
    'pipe' in value ||
    'getReader' in value ||
    'arrayBuffer' in value ||
    Symbol.asyncIterator in value
  );
}

/** What a test's author wrote is no copy, and may have getters. */
function read(value: object, key: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[key];
  } catch {
    return new Mark('[Getter that throws]');
  }
}

function cutText(text: string, { text: length, sums = false }: Limits): string {
  if (text.length <= length) return text;
  const told = sums ? ` (${text.length} characters, sha256 ${sumOf(text)})` : '';
  return `${text.slice(0, length)}…${told}`;
}

function bytesMark(value: ArrayBufferView, { sums = false }: Limits): Mark {
  const told = sums
    ? `, sha256 ${sumOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`
    : '';
  return new Mark(`[${nameOf(value)} of ${value.byteLength} bytes${told}]`);
}

/** Enough of it to tell two values apart. */
function sumOf(value: string | Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(value).digest('hex').slice(0, 8);
}

function more(n: number): Mark {
  return new Mark(`… ${n} more`);
}

function nameOf(value: object): string {
  return (value.constructor as { name?: string } | undefined)?.name ?? 'Object';
}

interface Matcher {
  readonly asymmetricMatch: unknown;
  readonly sample?: unknown;
}

/** The runners' asymmetric matchers, and `ANY`. */
function isMatcher(value: unknown): value is Matcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Matcher>).asymmetricMatch === 'function'
  );
}

/** A matcher that says nothing of the value: `ANY`, `expect.any(String)`. */
function isAnyMatcher(value: unknown): boolean {
  return (
    isMatcher(value) &&
    !(EXACTLY in value) &&
    (value.sample === undefined || typeof value.sample === 'function')
  );
}

function showMatcher(value: Matcher & object, shape: Shape | undefined): unknown {
  const tells = value.sample !== undefined && shape !== undefined && hasSensitive(shape);
  return tells && !isAnyMatcher(value) ? new Mark(`${nameOf(value)}<[sensitive]>`) : value;
}
