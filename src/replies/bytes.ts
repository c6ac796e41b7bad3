import { Readable } from 'node:stream';
import { breath } from '../calls/index.js';

/** What a body can be read from, whoever made it. */
export type Body =
  | string
  | ArrayBufferView
  | { arrayBuffer(): Promise<ArrayBuffer> }
  | HandMade
  | AsyncIterable<Uint8Array | string>;

/** What a test has in place of an SDK body, as far as it has that. */
interface HandMade {
  transformToByteArray?(): Promise<Uint8Array> | Uint8Array;
  transformToString?(): Promise<string> | string;
}

/** What was read of a body, and the error that it broke off with, where it did. */
export interface Bytes {
  readonly bytes: Buffer;
  readonly error?: unknown;
}

/** Bytes of streams that can be read only once, for all who want them. */
const read = new WeakMap<object, Promise<Bytes> | Bytes>();

export function isStream(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return (
    'pipe' in value ||
    'getReader' in value ||
    'arrayBuffer' in value ||
    Symbol.asyncIterator in value
  );
}

export function bytesOf(value: Body): Promise<Bytes> | Bytes {
  if (typeof value === 'string') return { bytes: Buffer.from(value) };
  if (ArrayBuffer.isView(value)) {
    return { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength) };
  }
  const known = read.get(value);
  if (known !== undefined) return known;
  const reading = readAll(value).then((bytes) => {
    read.set(value, bytes);
    return bytes;
  });
  read.set(value, reading);
  return reading;
}

async function readAll(value: Exclude<Body, string | ArrayBufferView>): Promise<Bytes> {
  const chunks: Buffer[] = [];
  try {
    if ('arrayBuffer' in value && typeof value.arrayBuffer === 'function') {
      const blob = value;
      return { bytes: Buffer.from(await blob.arrayBuffer()) };
    }
    if (!(Symbol.asyncIterator in value)) return { bytes: await readHandMade(value as HandMade) };
    // Node's web streams are asynchronous iterables, as its own are.
    for await (const chunk of value as AsyncIterable<Uint8Array | string>) {
      chunks.push(Buffer.from(chunk as Uint8Array));
      const waiting = breath();
      if (waiting !== undefined) await waiting;
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error };
  }
}

async function readHandMade(body: HandMade): Promise<Buffer> {
  return Buffer.from(
    (await (body.transformToByteArray?.() ?? body.transformToString?.())) as Uint8Array,
  );
}

/** The bytes of a stream or Blob that was read before, or of a text. */
export function knownBytes(value: unknown): Buffer | undefined {
  if (typeof value === 'string') return Buffer.from(value);
  const known = typeof value === 'object' && value !== null ? read.get(value) : undefined;
  return known instanceof Promise ? undefined : known?.bytes;
}

/** Gives its bytes when it is read, and a copy of them: many bodies are never read. */
export class BytesStream extends Readable {
  constructor(
    private readonly bytes: Buffer,
    private readonly error?: unknown,
  ) {
    super();
  }

  override _read(): void {
    if (this.bytes.length > 0) this.push(Buffer.from(this.bytes));
    if (this.error === undefined) this.push(null);
    else this.destroy(this.error as Error);
  }
}
