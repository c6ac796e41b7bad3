import { builtinTag, copyOf, isPlainObject, toCode, type Path } from '../calls/index.js';
import type { Shape } from '../model/index.js';
import { knownBytes } from '../replies/index.js';

/** The runners' asymmetric matchers, and `ANY`. */
export interface AsymmetricMatcher {
  asymmetricMatch(other: unknown): boolean;
}

const EXACTLY = Symbol.for('aws-sdk-stubber.exactly');

/** Parameters beside which nothing else may be there; made by {@link exactly}. */
export interface Exactly<Params> {
  readonly [EXACTLY]: Params;
}

// Both are instances of classes, so that they are never taken for parameters and copied.
class Any implements AsymmetricMatcher {
  /** How both runners recognise a matcher when they print it. */
  readonly $$typeof = Symbol.for('jest.asymmetricMatcher');
  asymmetricMatch(other: unknown): boolean {
    return other !== undefined;
  }
  toAsymmetricMatcher(): string {
    return 'ANY';
  }
  toString(): string {
    return 'ANY';
  }
}

/** A matcher too, for where the runner compares: inside `expect.objectContaining()`. */
class ExactParams<Params> implements Exactly<Params>, AsymmetricMatcher {
  readonly $$typeof = Symbol.for('jest.asymmetricMatcher');
  readonly [EXACTLY]: Params;
  constructor(params: Params) {
    this[EXACTLY] = copyOf(params);
  }
  asymmetricMatch(other: unknown): boolean {
    return fits(this, other);
  }
  toAsymmetricMatcher(): string {
    return this.toString();
  }
  toString(): string {
    return `exactly(${toCode(this[EXACTLY], undefined)})`;
  }
}

/**
 * Fits every value that is there; botocore's `ANY`.
 *
 * @example
 * stub(EC2Client).expects(CreateVpcCommand, { CidrBlock: ANY });
 */
export const ANY: AsymmetricMatcher = new Any();

/**
 * Parameters that a call must have, and nothing beside them, at any depth.
 *
 * @example
 * stub(EC2Client).on(CreateVpcCommand, exactly({ CidrBlock: '10.0.0.0/16' }));
 * expect(EC2Client).toHaveCalledOperation('CreateVpc', exactly({ CidrBlock: '10.0.0.0/16' }));
 */
export function exactly<Params>(params: Params): Exactly<Params> {
  return new ExactParams(params);
}

export function isExactly(value: unknown): value is Exactly<unknown> {
  return typeof value === 'object' && value !== null && EXACTLY in value;
}

export function isAsymmetric(value: unknown): value is AsymmetricMatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<AsymmetricMatcher>).asymmetricMatch === 'function'
  );
}

/** What stands inside an `exactly`, or the value itself. */
export function insideExactly(value: unknown): unknown {
  return isExactly(value) ? value[EXACTLY] : value;
}

/** One place where a call is not as it should be. */
export interface Difference {
  /** `['Filters', 0, 'Name']`; empty for the whole input. */
  readonly path: Path;
  /** What was to be there; `undefined` where nothing was. */
  readonly expected: unknown;
  /** What was there; `undefined` where nothing was. */
  readonly actual: unknown;
  /** Something that was there beside what was expected. */
  readonly isExtra: boolean;
}

/** How many differences are looked for: of more than these nobody reads. */
const MAX_DIFFERENCES = 1000;

/** How two values are compared beyond members and elements; the runner's `equals` for matchers. */
export interface Comparison {
  /** Nothing but the expected members may be there. */
  readonly whole?: boolean;
  /** For asymmetric matchers, and for what is neither list nor plain object. */
  readonly equals?: (actual: unknown, expected: unknown) => boolean;
  /** A user's equality testers: asked before members are looked at; undefined for "not mine". */
  readonly test?: (actual: unknown, expected: unknown) => boolean | undefined;
}

/**
 * True where an input is as the parameters say: every given member matches, deeply; lists match
 * whole; `undefined` means absent; asymmetric matchers and `exactly` hold at any depth.
 */
export function fits(expected: unknown, actual: unknown, how: Comparison = {}): boolean {
  return compareWith({ how, report: undefined, seen: undefined }, expected, actual);
}

/** The places where an input is not as the parameters say, up to 1000. */
export function differences(
  expected: unknown,
  actual: unknown,
  how: Comparison = {},
): Difference[] {
  const report: Difference[] = [];
  compareWith({ how, report, seen: undefined }, expected, actual);
  return report;
}

/**
 * Differences as a diff of lines, `-` for what was expected and `+` for what came.
 *
 * @param shape - of the whole input
 */
export function printDifferences(
  found: readonly Difference[],
  shape: Shape | undefined,
  indent: string,
  limit = 8,
): string {
  const lines = found.slice(0, limit).flatMap(({ path, expected, actual, isExtra }) => {
    const at = path.length === 0 ? '' : `${pathText(path)}: `;
    const shown = (value: unknown, none: string): string =>
      value === undefined ? none : toCode(value, shape, { indent: indent.length + 2, path });
    return [
      ...(isExtra ? [] : [`- ${at}${shown(expected, '(absent)')}`]),
      `+ ${at}${shown(actual, '(not given)')}`,
    ];
  });
  const rest = found.length - limit;
  if (rest > 0) lines.push(`… ${String(rest)} more differences`);
  return lines.map((line) => indent + line).join('\n');
}

/** `Filters[0].Name` */
function pathText(path: Path): string {
  return path
    .map((key, i) => {
      if (typeof key === 'number') return `[${String(key)}]`;
      return `${i === 0 ? '' : '.'}${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}`;
    })
    .join('');
}

/** One comparison of two values, with all that is in them. */
interface Comparing {
  readonly how: Comparison;
  readonly report: Difference[] | undefined;
  /** Pairs of objects that were met, from a depth on that nearly no input has: they may stand inside themselves. */
  seen: Map<object, Map<object, boolean>> | undefined;
}

/** From which depth on pairs of objects are remembered. */
const MAX_UNSEEN = 4;
/** No input of AWS is deeper; what is differs there, before the stack ends somewhere in the runner's code. */
const MAX_DEPTH = 500;

/** Where a value stands; put together to a path only for what differs. */
interface At {
  readonly parent: At | undefined;
  readonly key: string | number;
  readonly depth: number;
}

function compareWith(comparing: Comparing, expected: unknown, actual: unknown): boolean {
  try {
    return compare(comparing, expected, actual, comparing.how.whole === true, undefined);
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return differs(comparing, expected, actual, undefined);
  }
}

/** Of values nested in each other 10,000 times and more nobody can say how they differ. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

function compare(
  comparing: Comparing,
  expected: unknown,
  actual: unknown,
  whole: boolean,
  at: At | undefined,
): boolean {
  // Most values are texts and numbers.
  if (typeof expected !== 'object' || expected === null) {
    const { equals = equalValues, test } = comparing.how;
    const same = test?.(actual, expected) ?? equals(actual, expected);
    return same || differs(comparing, expected, actual, at);
  }
  if (isExactly(expected)) return compare(comparing, expected[EXACTLY], actual, true, at);
  if (at !== undefined && at.depth > MAX_DEPTH) return differs(comparing, expected, actual, at);
  const { how } = comparing;
  let same: boolean;
  const tested = isAsymmetric(expected) ? undefined : how.test?.(actual, expected);
  if (tested !== undefined) same = tested;
  else if (isAsymmetric(expected)) {
    same = how.equals?.(actual, expected) ?? expected.asymmetricMatch(actual);
  } else if (Array.isArray(expected)) {
    if (Array.isArray(actual) && actual.length === expected.length) {
      return (
        isSeen(comparing, expected, actual, true, at) ||
        compareLists(comparing, expected, actual, at)
      );
    }
    same = false;
  } else if (isPlainObject(expected)) {
    // An input may hold an instance of a user's class (lib-dynamodb takes them).
    if (hasMembers(actual)) {
      return (
        isSeen(comparing, expected, actual, whole, at) ||
        compareMembers(comparing, expected, actual, whole, at)
      );
    }
    same = false;
  } else same = (how.equals ?? equalValues)(actual, expected);
  return same || differs(comparing, expected, actual, at);
}

/** True where this pair is being compared already, or was: what differs in it is told once. */
function isSeen(
  comparing: Comparing,
  expected: object,
  actual: object,
  whole: boolean,
  at: At | undefined,
): boolean {
  if (at === undefined || at.depth < MAX_UNSEEN) return false;
  comparing.seen ??= new Map<object, Map<object, boolean>>();
  let others = comparing.seen.get(expected);
  if (others === undefined) {
    others = new Map<object, boolean>();
    comparing.seen.set(expected, others);
  }
  const before = others.get(actual);
  if (before === true || before === whole) return true;
  others.set(actual, whole);
  return false;
}

function differs(
  { report }: Comparing,
  expected: unknown,
  actual: unknown,
  at: At | undefined,
  isExtra = false,
): false {
  report?.push({ path: pathOf(at), expected, actual, isExtra });
  return false;
}

function pathOf(at: At | undefined): Path {
  const path: (string | number)[] = [];
  for (let each = at; each !== undefined; each = each.parent) path.push(each.key);
  return path.reverse();
}

function inside(parent: At | undefined, key: string | number): At {
  return { parent, key, depth: parent === undefined ? 1 : parent.depth + 1 };
}

/** True where nothing more is to be found: one difference is enough, or there are too many. */
function isEnough({ report }: Comparing): boolean {
  return report === undefined || report.length >= MAX_DIFFERENCES;
}

function compareLists(
  comparing: Comparing,
  expected: readonly unknown[],
  actual: readonly unknown[],
  at: At | undefined,
): boolean {
  let same = true;
  for (let i = 0; i < expected.length; i++) {
    // Lists match whole: an element with members beside the expected ones is another element.
    if (!compare(comparing, expected[i], actual[i], true, inside(at, i))) {
      if (isEnough(comparing)) return false;
      same = false;
    }
  }
  return same;
}

function compareMembers(
  comparing: Comparing,
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  whole: boolean,
  at: At | undefined,
): boolean {
  let same = true;
  for (const key of Object.keys(expected)) {
    if (!compare(comparing, expected[key], actual[key], whole, inside(at, key))) {
      if (isEnough(comparing)) return false;
      same = false;
    }
  }
  if (!whole) return same;
  for (const key of Object.keys(actual)) {
    if (actual[key] === undefined || Object.hasOwn(expected, key)) continue;
    same = differs(comparing, undefined, actual[key], inside(at, key), true);
    if (isEnough(comparing)) return false;
  }
  return same;
}

/** An object whose members can be compared one by one: no list, date, map, bytes, stream. */
function hasMembers(value: unknown): value is Record<string, unknown> {
  return (
    isPlainObject(value) ||
    (typeof value === 'object' && value !== null && builtinTag(value) === 'Object')
  );
}

/** Equality of what has no members to look at one by one: values, dates, bytes, sets, maps, instances. */
export function equalValues(actual: unknown, expected: unknown): boolean {
  if (Object.is(actual, expected)) return true;
  if (isReadable(expected)) return equalBody(actual, expected);
  if (typeof actual === 'number' && typeof expected === 'number') return actual === expected;
  if (typeof actual !== 'object' || typeof expected !== 'object') return false;
  if (actual === null || expected === null) return false;
  if (ArrayBuffer.isView(actual) && ArrayBuffer.isView(expected))
    return equalBytes(actual, expected);
  const tag = builtinTag(expected);
  if (tag !== builtinTag(actual)) return false;
  if (tag === 'Date') return Object.is((actual as Date).getTime(), (expected as Date).getTime());
  if (tag === 'Set') return equalSets(actual as Set<unknown>, expected as Set<unknown>);
  if (tag === 'Map')
    return equalMaps(actual as Map<unknown, unknown>, expected as Map<unknown, unknown>);
  // Instances, such as lib-dynamodb's NumberValue: the same class, the same members.
  return (
    tag === 'Object' &&
    actual.constructor === expected.constructor &&
    fits({ ...expected }, { ...actual }, { whole: true })
  );
}

/** A stream or Blob, which is compared by its bytes. */
function isReadable(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('pipe' in value || 'getReader' in value || 'arrayBuffer' in value)
  );
}

function equalBody(actual: unknown, expected: object): boolean {
  const given = ArrayBuffer.isView(actual) ? actual : knownBytes(actual);
  const wanted = knownBytes(expected);
  return given !== undefined && wanted !== undefined && equalBytes(given, wanted);
}

function equalBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  return (
    Buffer.compare(
      Buffer.from(a.buffer, a.byteOffset, a.byteLength),
      Buffer.from(b.buffer, b.byteOffset, b.byteLength),
    ) === 0
  );
}

function equalSets(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  if (a.size !== b.size) return false;
  const left = new Set(a);
  return [...b].every((wanted) => {
    const found = left.has(wanted)
      ? wanted
      : [...left].find((each) => fits(wanted, each, { whole: true }));
    // Each element counts once: two that are equal by their members are still two.
    return left.delete(found);
  });
}

function equalMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  return [...b].every(([key, wanted]) => a.has(key) && fits(wanted, a.get(key), { whole: true }));
}
