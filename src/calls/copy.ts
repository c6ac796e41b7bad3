/**
 * Copies what travels between a caller and AWS, so that neither sees later changes of the other's.
 *
 * Plain objects, arrays, dates, bytes, maps and sets are copied; everything else (streams, blobs,
 * functions, instances of classes such as lib-dynamodb's `NumberValue`) has an identity that code
 * may rely on, and is passed on as it is. Cycles are kept.
 */
export function copyOf<T>(value: T): T {
  return copy(value, undefined) as T;
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

function copy(value: unknown, seen: Map<object, unknown> | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const done = seen?.get(value);
  if (done !== undefined) return done;
  if (Array.isArray(value)) {
    const result: unknown[] = new Array(value.length);
    const inside = (seen ?? new Map<object, unknown>()).set(value, result);
    for (let i = 0; i < value.length; i++) result[i] = copy(value[i], inside);
    return result;
  }
  if (isPlainObject(value)) {
    const result: Record<string, unknown> = {};
    const inside = (seen ?? new Map<object, unknown>()).set(value, result);
    for (const key of Object.keys(value)) {
      const member = copy(value[key], inside);
      // An own `__proto__` key, as JSON.parse makes, must stay a member.
      if (key === '__proto__')
        Object.defineProperty(result, key, { value: member, enumerable: true });
      else result[key] = member;
    }
    return result;
  }
  return copyBuiltin(value, seen ?? new Map<object, unknown>());
}

function copyBuiltin(value: object, seen: Map<object, unknown>): unknown {
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
      seen.set(value, result);
      for (const [key, member] of value as Map<unknown, unknown>) {
        result.set(copy(key, seen), copy(member, seen));
      }
      return result;
    }
    case 'Set': {
      const result = new Set<unknown>();
      seen.set(value, result);
      for (const member of value as Set<unknown>) result.add(copy(member, seen));
      return result;
    }
    default:
      return value;
  }
}
