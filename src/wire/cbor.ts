import type { Shape, StructureShape } from '../model/index.js';
import { asText, toBytes } from './text.js';

/**
 * Values as CBOR, for Smithy RPC v2.
 *
 * Sources: RFC 8949; https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const TAG = 6;

const TAG_TIME = 1;
const TAG_BIG = 2;
const TAG_NEGATIVE_BIG = 3;
const TAG_DECIMAL = 4;

/** A structure, and members beside its own (an error's `__type`). */
export function cborDocument(
  shape: StructureShape | undefined,
  value: object,
  beside: Readonly<Record<string, string>> = {},
): Buffer {
  const parts: Buffer[] = [];
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const member = shape?.members.get(name);
    return each === undefined || member === undefined ? [] : [[name, member, each] as const];
  });
  const others = Object.entries(beside);
  parts.push(head(MAP, entries.length + others.length));
  for (const [name, text] of others) parts.push(cborText(name), cborText(text));
  for (const [name, member, each] of entries) {
    parts.push(cborText(name));
    write(member, each, parts);
  }
  return Buffer.concat(parts);
}

function write(shape: Shape, value: unknown, parts: Buffer[]): void {
  if (value === null || value === undefined) {
    parts.push(Buffer.of(0xf6));
    return;
  }
  switch (shape.kind) {
    case 'list': {
      const values = value as readonly unknown[];
      parts.push(head(LIST, values.length));
      for (const each of values) write(shape.member, each, parts);
      return;
    }
    case 'map': {
      const entries = Object.entries(value).filter(([, each]) => each !== undefined);
      parts.push(head(MAP, entries.length));
      for (const [key, each] of entries) {
        parts.push(cborText(key));
        write(shape.value, each, parts);
      }
      return;
    }
    case 'structure':
    case 'union':
      parts.push(cborDocument(shape, value));
      return;
    case 'unit':
      parts.push(head(MAP, 0));
      return;
    default:
      writeScalar(shape, value, parts);
  }
}

function writeScalar(shape: Shape, value: unknown, parts: Buffer[]): void {
  switch (shape.kind) {
    case 'timestamp':
      parts.push(head(TAG, TAG_TIME), number((value as Date).getTime() / 1000));
      return;
    case 'blob':
    case 'stream': {
      const bytes = toBytes(value);
      parts.push(head(BYTES, bytes.length), bytes);
      return;
    }
    case 'bigint':
      parts.push(...integer(value as bigint));
      return;
    case 'bigdecimal':
      parts.push(...decimal((value as { readonly string: string }).string));
      return;
    case 'number':
      parts.push(number(value as number));
      return;
    case 'boolean':
      parts.push(Buffer.of(value === true ? 0xf5 : 0xf4));
      return;
    default:
      parts.push(cborText(asText(value)));
  }
}

function number(value: number): Buffer {
  // A negative zero is only a floating-point number.
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    return value >= 0 ? head(UNSIGNED, value) : head(NEGATIVE, -1 - value);
  }
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xfb;
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function integer(value: bigint): Buffer[] {
  const isNegative = value < 0n;
  const magnitude = isNegative ? -1n - value : value;
  const digits = magnitude.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return [head(TAG, isNegative ? TAG_NEGATIVE_BIG : TAG_BIG), head(BYTES, bytes.length), bytes];
}

/** A decimal fraction: an exponent of ten and a mantissa. */
function decimal(text: string): Buffer[] {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(`${whole}${fraction}`);
  const exponent = Number(power) - fraction.length;
  const asNumber = Number(digits);
  const written = Number.isSafeInteger(asNumber) ? [number(asNumber)] : integer(digits);
  return [head(TAG, TAG_DECIMAL), head(LIST, 2), number(exponent), ...written];
}

function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}

/** The first bytes of an item: its major type and a number, in as few bytes as it takes. */
function head(major: number, count: number): Buffer {
  const type = major << 5;
  if (count < 24) return Buffer.of(type | count);
  if (count < 0x100) return Buffer.of(type | 24, count);
  if (count < 0x1_0000) return Buffer.of(type | 25, count >> 8, count & 0xff);
  const isLong = count >= 0x1_0000_0000;
  const bytes = Buffer.alloc(isLong ? 9 : 5);
  bytes[0] = type | (isLong ? 27 : 26);
  if (isLong) bytes.writeBigUInt64BE(BigInt(count), 1);
  else bytes.writeUInt32BE(count, 1);
  return bytes;
}
