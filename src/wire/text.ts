import type { Shape, TimestampFormat } from '../model/index.js';

/** A value that text stands for: in XML, in a header. */
export function scalarText(shape: Shape, value: unknown, timestamps: TimestampFormat): string {
  switch (shape.kind) {
    case 'timestamp':
      return timestampText(value as Date, shape.format ?? timestamps);
    case 'blob':
    case 'stream':
      return toBase64(value);
    case 'bigdecimal':
      return (value as { readonly string: string }).string;
    default:
      return asText(value);
  }
}

/** Source: https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait */
export function timestampText(date: Date, format: TimestampFormat): string {
  if (format === 'date-time') return date.toISOString();
  return format === 'http-date' ? date.toUTCString() : String(date.getTime() / 1000);
}

export function toBase64(value: unknown): string {
  return toBytes(value).toString('base64');
}

/** Bytes as they were given: a text, or a view of them. */
export function toBytes(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

/** A text, a number or a boolean; the SDK's LazyJsonString is an object that stands for a text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}
