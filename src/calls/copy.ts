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
    return copy(value, undefined, 0) as T;
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
    return copy(value, new Map(), 0) as T;
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

type Seen = Map<object, unknown>;

function copy(value: unknown, seen: Seen | undefined, depth: number): unknown {
  if (typeof value !== 'object') {
    if (typeof value === 'function') seenInCopy.function = true;
    return value;
  }
  if (value === null) {
    seenInCopy.gap = true;
    return value;
  }
  if (seen === undefined && depth > MAX_DEPTH) throw TOO_DEEP;
  const done = seen?.get(value);
  if (done !== undefined) return done;
  if (Array.isArray(value)) {
    const result: unknown[] = new Array(value.length);
    seen?.set(value, result);
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) seenInCopy.gap = true;
      result[i] = copy(value[i], seen, depth + 1);
    }
    return result;
  }
  if (isPlainObject(value) && !isBody(value)) {
    const result: Record<string, unknown> = {};
    seen?.set(value, result);
    for (const key of Object.keys(value)) {
      const member = copy(value[key], seen, depth + 1);
      // An own `__proto__` key, as JSON.parse makes, must stay a member.
      if (key === '__proto__') define(result, key, member);
      else result[key] = member;
    }
    return result;
  }
  return copyBuiltin(value, seen, depth);
}

/** A plain object that is read like a stream: what reads it may ask who it is. */
function isBody(value: object): boolean {
  return Symbol.asyncIterator in value || isFunction(value, 'transformToString');
}

function isFunction(value: object, name: string): boolean {
  return name in value && typeof (value as Record<string, unknown>)[name] === 'function';
}

function define(result: object, key: string, value: unknown): void {
  Object.defineProperty(result, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function copyBuiltin(value: object, seen: Seen | undefined, depth: number): unknown {
  if (ArrayBuffer.isView(value)) {
    if (value instanceof DataView) return value;
    // Buffer.slice() shares memory, so the bytes are copied through their own constructor's `from`.
    const bytes = value as Uint8Array;
    return Buffer.isBuffer(bytes)
      ? Buffer.from(bytes)
      : new (bytes.constructor as new (from: ArrayLike<number>) => Uint8Array)(bytes);
  }
  switch (builtinTag(value)) {
    case 'Date':
      return new Date((value as Date).getTime());
    case 'Map': {
      const result = new Map<unknown, unknown>();
      seen?.set(value, result);
      for (const [key, member] of value as Map<unknown, unknown>) {
        result.set(copy(key, seen, depth + 1), copy(member, seen, depth + 1));
      }
      return result;
    }
    case 'Set': {
      const result = new Set<unknown>();
      seen?.set(value, result);
      for (const member of value as Set<unknown>) result.add(copy(member, seen, depth + 1));
      return result;
    }
    default:
      return value;
  }
}
