import type { SimpleKind } from './schema.js';

/** As messages name them. */
export const TYPES: Readonly<Record<Exclude<SimpleKind, 'unit'>, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  bigint: 'a bigint',
  bigdecimal: 'a NumericValue',
  timestamp: 'a Date',
  blob: 'bytes (Uint8Array)',
  stream: 'a body (string, bytes, Blob or stream)',
  document: 'a document (what JSON can hold)',
  native: 'a value',
};

export function isOfKind(
  kind: Exclude<SimpleKind, 'unit'>,
  value: unknown,
  textIsBytes: boolean,
): boolean {
  switch (kind) {
    case 'string':
      // A string with a media type may be given as the SDK's LazyJsonString.
      return typeof value === 'string' || value instanceof String;
    case 'number':
    case 'boolean':
    case 'bigint':
      return typeof value === kind;
    case 'bigdecimal':
      return isRecord(value) && typeof value['string'] === 'string';
    case 'timestamp':
      return isDate(value) && !Number.isNaN(value.getTime());
    case 'blob':
      return ArrayBuffer.isView(value) || (textIsBytes && typeof value === 'string');
    case 'stream':
      return isBody(value);
    case 'document':
    case 'native':
      return typeof value !== 'function' && typeof value !== 'symbol';
  }
}

function isBody(value: unknown): boolean {
  if (typeof value === 'string' || ArrayBuffer.isView(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const body = value as Readonly<Record<string, unknown>>;
  return (
    ['pipe', 'getReader', 'arrayBuffer', 'transformToString', 'transformToByteArray'].some(
      (name) => typeof body[name] === 'function',
    ) || isAsyncIterable(value)
  );
}

export function isAsyncIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** An object that members can be looked for in: no list, no date, no bytes. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    Object.prototype.toString.call(value) === '[object Object]'
  );
}
