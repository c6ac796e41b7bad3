const TOO_DEEP = new Error('too deep to be copied without looking for cycles');

/**
 * Copies what travels between a caller and AWS, so that neither sees later changes of the other's.
 *
 * Plain objects, arrays, dates, bytes, maps and sets are copied; everything else (streams, blobs,
 * functions, instances of classes such as lib-dynamodb's `NumberValue`) has an identity that code
 * may rely on, and is passed on as it is. Cycles are kept.
 */
export function copyOf<T>(value: T): T {
  try {
    return copy(value, 0) as T;
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
    return copyDeep(value) as T;
  }
}

/** What a copied value has in it that the SDK may leave out of a request. */
const seenInCopy = { gap: false, function: false };

/** A copy of an input, and whether it holds `null`, `undefined` in a list, or a function. */
export function copyOfInput<T>(input: T): {
  readonly copy: T;
  readonly hasGap: boolean;
  readonly hasFunction: boolean;
} {
  seenInCopy.gap = false;
  seenInCopy.function = false;
  const copied = copyOf(input);
  return { copy: copied, hasGap: seenInCopy.gap, hasFunction: seenInCopy.function };
}

/** True for `{}` and `Object.create(null)` of any realm (Jest and vmThreads have several). */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}

/** The `[[Class]]` of a built-in, whatever realm it came from: `Date`, `Map`, `Set`, … */
export function builtinTag(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** How deep a value is copied before cycles are looked for: no input or output of AWS is deeper. */
const MAX_DEPTH = 64;
/** How deep a body may stand in an input or an output: it is one of the members. (Smithy, "Streaming trait".) */
const DEEPEST_BODY = 1;
/** From which length on a list may have more holes than elements, which are then not walked through. */
const LARGE = 100_000;

function copy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return simple(value);
  if (depth > MAX_DEPTH) throw TOO_DEEP;
  if (Array.isArray(value)) {
    const result: unknown[] = new Array(value.length);
    if (value.length > LARGE) {
      const places = Object.keys(value);
      if (places.length < value.length) seenInCopy.gap = true;
      for (const i of places) result[Number(i)] = copy(value[Number(i)], depth + 1);
      return result;
    }
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) seenInCopy.gap = true;
      result[i] = copy(value[i], depth + 1);
    }
    return result;
  }
  if (isPlainObject(value)) {
    return depth <= DEEPEST_BODY && Symbol.asyncIterator in value
      ? value
      : copyMembers(value, depth);
  }
  if (ArrayBuffer.isView(value)) return copyBytes(value);
  switch (builtinTag(value)) {
    case 'Date':
      return new Date((value as Date).getTime());
    case 'Map': {
      const result = new Map<unknown, unknown>();
      for (const [key, member] of value as Map<unknown, unknown>) {
        result.set(copy(key, depth + 1), copy(member, depth + 1));
      }
      return result;
    }
    case 'Set': {
      const result = new Set<unknown>();
      for (const member of value as Set<unknown>) result.add(copy(member, depth + 1));
      return result;
    }
    default:
      return value;
  }
}

/** All at once, and then what has parts of its own: that takes a third of the time of one member after another. */
function copyMembers(value: object, depth: number): object {
  const result: Record<string, unknown> = { ...value };
  // Its own ones alone: it is of no class. A list of them would be a fourth of what a call allocates.
  for (const key in result) {
    const member = result[key];
    if (typeof member !== 'object' || member === null) {
      if (typeof member === 'function' && key === READS && depth <= DEEPEST_BODY) return value;
      simple(member);
      continue;
    }
    const copied = copy(member, depth + 1);
    // An own `__proto__` key, as JSON.parse makes, must stay a member.
    if (key === '__proto__') define(result, key, copied);
    else result[key] = copied;
  }
  return result;
}

/** What is not copied; the SDK may leave it out of a request. */
function simple(value: unknown): unknown {
  if (value === null) seenInCopy.gap = true;
  else if (typeof value === 'function') seenInCopy.function = true;
  return value;
}

/** The same for values that stand inside themselves, or are nested deeper than calls can be: in steps, one after another. */
function copyDeep(value: unknown): unknown {
  const copies = new Map<object, unknown>();
  const steps: (() => void)[] = [];
  const begin = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return simple(each);
    if (copies.has(each)) return copies.get(each);
    const { made, fill } = shellOf(each, begin);
    copies.set(each, made);
    if (fill !== undefined) steps.push(fill);
    return made;
  };
  const result = begin(value);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) step();
  return result;
}

/** An empty copy, and what fills it with copies of its parts. */
function shellOf(
  value: object,
  begin: (part: unknown) => unknown,
): { made: unknown; fill?: () => void } {
  if (Array.isArray(value)) {
    const made: unknown[] = new Array(value.length);
    const fill = (): void => {
      const places = Object.keys(value);
      if (places.length < value.length) seenInCopy.gap = true;
      for (const i of places) {
        if (value[Number(i)] === undefined) seenInCopy.gap = true;
        made[Number(i)] = begin(value[Number(i)]);
      }
    };
    return { made, fill };
  }
  if (isPlainObject(value) && !isBody(value)) {
    const made = {};
    const fill = (): void => {
      for (const key of Object.keys(value)) define(made, key, begin(value[key]));
    };
    return { made, fill };
  }
  switch (builtinTag(value)) {
    case 'Map': {
      const made = new Map<unknown, unknown>();
      const fill = (): void => {
        for (const [key, member] of value as Map<unknown, unknown>) {
          made.set(begin(key), begin(member));
        }
      };
      return { made, fill };
    }
    case 'Set': {
      const made = new Set<unknown>();
      const fill = (): void => {
        for (const member of value as Set<unknown>) made.add(begin(member));
      };
      return { made, fill };
    }
    default:
      return { made: copy(value, 0) };
  }
}

/** What a body that a test made by hand has. */
const READS = 'transformToString';

/** A plain object that is read like a stream: what reads it may ask who it is. */
function isBody(value: object): boolean {
  return (
    Symbol.asyncIterator in value || typeof (value as Record<string, unknown>)[READS] === 'function'
  );
}

function define(result: object, key: string, value: unknown): void {
  Object.defineProperty(result, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function copyBytes(value: ArrayBufferView): unknown {
  if (value instanceof DataView) return value;
  // Buffer.slice() shares memory, so the bytes are copied through their own constructor's `from`.
  const bytes = value as Uint8Array;
  return Buffer.isBuffer(bytes)
    ? Buffer.from(bytes)
    : new (bytes.constructor as new (from: ArrayLike<number>) => Uint8Array)(bytes);
}
