import process from 'node:process';
import type { Shape, StructureShape } from '../model/index.js';
import { bodyBytes } from './body.js';
import type { Protocol } from './protocol.js';
import { toBytes } from './text.js';

/**
 * Events as the frames that they travel in.
 *
 * Source: https://smithy.io/2.0/aws/amazon-eventstream.html
 */

/** The frames of a stream's events, one after another; an `Error` among them breaks the stream off. */
export async function* frames(
  shape: StructureShape,
  events: AsyncIterable<unknown> | Iterable<unknown>,
  protocol: Protocol,
  first?: Uint8Array,
): AsyncGenerator<Uint8Array, void> {
  if (first !== undefined) yield first;
  for await (const event of events) {
    if (event instanceof Error) throw event;
    yield eventFrame(shape, event as object, protocol);
  }
}

/** RPC protocols have no headers for the members beside the stream: an event before the first has them. */
export function initialResponse(shape: StructureShape, output: object, protocol: Protocol): Buffer {
  const isBeside = ({ traits }: Shape): boolean => traits.streaming === undefined;
  return frame(
    [
      [':message-type', 'event'],
      [':event-type', 'initial-response'],
      [':content-type', contentType(protocol)],
    ],
    bodyBytes(shape, output, protocol, isBeside),
  );
}

function eventFrame(shape: StructureShape, event: object, protocol: Protocol): Buffer {
  const arms: [string, unknown][] = Object.entries(event);
  const [name, value] = arms.find(([, each]) => each !== undefined) ?? ['', {}];
  const member = shape.members.get(name);
  if (member?.kind !== 'structure') {
    return frame(
      [
        [':message-type', 'event'],
        [':event-type', name],
      ],
      Buffer.alloc(0),
    );
  }
  const kind = member.isError ? 'exception' : 'event';
  const headers: Header[] = [
    [':message-type', kind],
    [`:${kind}-type`, name],
  ];
  const given = value as Readonly<Record<string, unknown>>;
  let payload: Buffer | undefined;
  let isBound = false;
  for (const [memberName, each] of member.members) {
    const { eventHeader, eventPayload } = each.traits;
    isBound ||= eventHeader !== undefined || eventPayload !== undefined;
    const one = given[memberName];
    if (one === undefined || one === null) continue;
    if (eventHeader !== undefined) headers.push([memberName, one]);
    else if (eventPayload !== undefined) {
      payload = payloadBytes(each, one, protocol);
      headers.push([':content-type', payloadType(each, protocol)]);
    }
  }
  if (isBound) return frame(headers, payload ?? Buffer.alloc(0));
  headers.push([':content-type', contentType(protocol)]);
  return frame(headers, bodyBytes(member, given, protocol));
}

function payloadBytes(shape: Shape, value: unknown, protocol: Protocol): Buffer {
  return shape.kind === 'structure' || shape.kind === 'union'
    ? bodyBytes(shape, value as object, protocol)
    : toBytes(value);
}

function payloadType(shape: Shape, protocol: Protocol): string {
  if (shape.kind === 'blob') return 'application/octet-stream';
  return shape.kind === 'string' ? 'text/plain' : contentType(protocol);
}

function contentType({ body }: Protocol): string {
  return `application/${body}`;
}

type Header = readonly [name: string, value: unknown];

function frame(headers: readonly Header[], payload: Buffer): Buffer {
  // Loaded late: only test files with event streams pay for it.
  const { crc32 } = process.getBuiltinModule('node:zlib');
  const written = Buffer.concat(headers.map(headerBytes));
  const length = written.length + payload.length + 16;
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(length, 0);
  prelude.writeUInt32BE(written.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const body = Buffer.concat([prelude, written, payload]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([body, checksum]);
}

function headerBytes([name, value]: Header): Buffer {
  const head = Buffer.from(name);
  return Buffer.concat([Buffer.of(head.length), head, typedValue(value)]);
}

function typedValue(value: unknown): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 0 : 1);
  if (typeof value === 'number' && value === (value | 0)) {
    const bytes = Buffer.alloc(5, 4);
    bytes.writeInt32BE(value, 1);
    return bytes;
  }
  if (typeof value === 'number' || typeof value === 'bigint') return long(5, BigInt(value));
  if (value instanceof Date) return long(8, BigInt(value.getTime()));
  const bytes = toBytes(value);
  const head = Buffer.alloc(3, typeof value === 'string' ? 7 : 6);
  head.writeUInt16BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function long(type: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(9, type);
  bytes.writeBigInt64BE(value, 1);
  return bytes;
}
