import type { Readable } from 'node:stream';
import { chainOf, copyOf, type ClientLike, type OpenCall, type Scope } from '../calls/index.js';
import { modelOf, type Shape } from '../model/index.js';
import { protocolOf } from '../wire/index.js';
import { bytesOf, BytesStream, isStream, type Body, type Bytes } from './bytes.js';
import { eventsFor, sharedEvents } from './events.js';
import { bodiesOfOlder, EVENTS, STREAM, type NamedShape } from './older-bodies.js';

/** A client that makes SDK bodies of streams; those of services that answer with one have this. */
interface ClientWithStreams extends ClientLike {
  readonly config: ClientLike['config'] & {
    readonly sdkStreamMixin?: (stream: unknown) => unknown;
  };
}

/**
 * Makes an output's bodies what the SDK would have made of AWS's answer: a text, bytes or a stream
 * become a stream of the caller's own with the SDK's mixin (`transformToString` and its kin), a text
 * for a blob becomes bytes, a list of events an asynchronous iterable.
 */
export function withBodies(
  output: Record<string, unknown>,
  given: Readonly<Record<string, unknown>>,
  { client, command, model }: OpenCall,
): object | Promise<object> {
  if (model === undefined) {
    return bodiesOfOlder(command, client).then((members) => fill(output, given, client, members));
  }
  const members = bodiesIn(model.output);
  return members.length === 0 ? output : fill(output, given, client, members);
}

function fill(
  output: Record<string, unknown>,
  given: Readonly<Record<string, unknown>>,
  client: ClientLike,
  members: readonly NamedShape[],
): object | Promise<object> {
  let waiting: Promise<void> | undefined;
  for (const [name, member] of members) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (member.kind === 'blob') {
      output[name] = textBytes(output[name] === undefined ? value : output[name], client);
      continue;
    }
    // What the client itself made of events stays.
    if (member.kind !== 'stream' && output[name] !== value && output[name] !== undefined) continue;
    if (member.kind !== 'stream') output[name] = eventsFor(value, member, client);
    else {
      const bytes = bytesOf(value as Body);
      if (!(bytes instanceof Promise)) output[name] = sdkBody(bytes, client);
      else {
        waiting = bytes.then((read) => {
          output[name] = sdkBody(read, client);
        });
      }
    }
  }
  // An operation has one body at the most.
  return waiting === undefined ? output : waiting.then(() => output);
}

const bodies = new WeakMap<Shape, readonly NamedShape[]>();

/** The members that hold a body or events; looked for once in each shape. */
function bodiesIn(shape: Shape | undefined): readonly NamedShape[] {
  if (shape?.kind !== 'structure') return [];
  let found = bodies.get(shape);
  if (found === undefined) {
    found = [...shape.members].filter(
      ([, { kind, traits }]) =>
        kind === 'stream' ||
        (kind === 'blob' && traits.httpPayload !== undefined) ||
        traits.streaming !== undefined,
    );
    bodies.set(shape, found);
  }
  return found;
}

/** What the events of an input were taken from. */
const sources = new WeakMap<object, AsyncIterable<unknown>>();

/** An input's bodies and events. A client without schemas says nothing of them: what reads like one is one. */
function bodiesOfInput(input: unknown, command: object): readonly NamedShape[] {
  const model = modelOf(command);
  if (model !== undefined) return bodiesIn(model.input);
  return Object.entries(input ?? {}).flatMap(([name, value]: [string, unknown]) => {
    if (sources.has(value as object)) return [[name, EVENTS] as const];
    if (!isStream(value)) return [];
    const isBody = ['pipe', 'getReader', 'arrayBuffer'].some((each) => each in (value as object));
    return [[name, isBody ? STREAM : EVENTS] as const];
  });
}

/**
 * Reads the streams of an input to their end, as sending it would: code may wait for that, and the
 * call shows what was sent.
 */
export async function readBodies(input: unknown, command: object): Promise<void> {
  const members = input as Record<string, unknown>;
  for (const [name, member] of bodiesOfInput(input, command)) {
    const value = members[name];
    if (member.kind === 'stream' && isStream(value)) {
      const { bytes, error } = await bytesOf(value as Body);
      if (error !== undefined) throw error as Error;
      members[name] = Buffer.from(bytes);
    }
  }
}

/** An input for a function that answers: of its events, all that come, as the SDK's type says. */
export function withEvents(input: unknown, command: object): unknown {
  const members = input as Record<string, unknown>;
  const events = bodiesOfInput(input, command).flatMap(([name]) => {
    const source = sources.get(members[name] as object);
    return source === undefined ? [] : [[name, sharedEvents(source)] as const];
  });
  const copy = copyOf(input);
  return events.length === 0 ? copy : Object.assign(copy as object, Object.fromEntries(events));
}

/**
 * Takes the events of an input as sending it would: the call shows those that came so far. Code may hold
 * some back until it is answered, so nobody waits for them.
 */
export function takeEvents(input: unknown, command: object): void {
  const members = input as Record<string, unknown>;
  for (const [name, member] of bodiesOfInput(input, command)) {
    const given = members[name];
    if (member.kind === 'stream' || !isStream(given)) continue;
    const seen: unknown[] = [];
    members[name] = seen;
    sources.set(seen, given as AsyncIterable<unknown>);
    // What it throws is its own code's to see; the SDK's request ends with it, and here there is none.
    collect(sharedEvents(given as AsyncIterable<unknown>), seen).catch(() => undefined);
  }
}

async function collect(events: AsyncIterable<unknown> | unknown[], seen: unknown[]): Promise<void> {
  for await (const event of events) seen.push(copyOf(event));
}

/** Puts what was read of an input's streams into a command that is sent after all. */
export function sendBytes(command: { readonly input: object }, read: unknown): void {
  const bytes = bodiesOfInput(command.input, command).flatMap(([name]) => {
    const value = (read as Record<string, unknown>)[name];
    const given = (command.input as Record<string, unknown>)[name];
    if (!isStream(given)) return [];
    if (Buffer.isBuffer(value)) return [[name, new BytesStream(value)]];
    // Events are read by the SDK and by us: both get all of them.
    return [[name, sharedEvents(given as AsyncIterable<unknown>)]];
  });
  if (bytes.length === 0) return;
  const input = { ...command.input, ...(Object.fromEntries(bytes) as object) };
  Object.assign(command, { input });
}

/** Whether an input may have bodies or events: most operations take none. */
export function mayHaveBodies({ model }: OpenCall): boolean {
  return model === undefined || bodiesIn(model.input).length > 0;
}

/** True where reading the input's bodies takes time. */
export function hasStream(input: unknown, command: object): boolean {
  return bodiesOfInput(input, command).some(
    ([name, { kind }]) => kind === 'stream' && isStream((input as Record<string, unknown>)[name]),
  );
}

function sdkBody({ bytes, error }: Bytes, client: ClientWithStreams): unknown {
  const stream = new BytesStream(bytes, error);
  return client.config.sdkStreamMixin?.(stream) ?? stream;
}

/** Where a body breaks off: after so many bytes, or after half of them. */
export interface BreaksOff {
  readonly after: number | undefined;
}

/** The first bytes of a body, and then the error of a connection that broke. */
export async function brokenBody(body: unknown, { after }: BreaksOff): Promise<Readable> {
  const { bytes } = await bytesOf(body as Body);
  const broken = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  return new BytesStream(bytes.subarray(0, after ?? Math.floor(bytes.length / 2)), broken);
}

/** A body for one reader, of what was given for it. */
export async function bodyStream(body: unknown): Promise<Readable> {
  const { bytes, error } = await bytesOf(body as Body);
  return new BytesStream(bytes, error);
}

/** Streams and Blobs in parameters that are being read, and where those were written. */
const expected = new Map<Promise<Bytes>, Scope>();

/** Begins to read what parameters have for a body, so that the scope's calls can be compared with its bytes. */
export function readExpected(params: unknown, scope: Scope): void {
  for (const value of Object.values(params ?? {})) {
    if (!isStream(value)) continue;
    const bytes = bytesOf(value as Body);
    if (!(bytes instanceof Promise)) continue;
    expected.set(bytes, scope);
    void bytes.finally(() => expected.delete(bytes));
  }
}

/** What must be read to its end before a call in this scope can be compared with parameters; mostly nothing. */
export function expectedIn(scope: Scope): readonly Promise<unknown>[] {
  if (expected.size === 0) return NOTHING;
  const chain = [...chainOf(scope)];
  return [...expected].flatMap(([bytes, writtenIn]) => (chain.includes(writtenIn) ? [bytes] : []));
}

const NOTHING: readonly never[] = [];

/** The SDK's `Uint8ArrayBlobAdapter`: bytes that can be read as a text. */
class TextBytes extends Uint8Array {
  transformToString(encoding: BufferEncoding = 'utf-8'): string {
    return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString(encoding);
  }
}

/** What the client itself made stays. */
function textBytes(value: unknown, client: ClientLike): unknown {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  if (!ArrayBuffer.isView(bytes) || 'transformToString' in bytes) return bytes;
  // Of a body without bytes the SDK makes null there (AwsRestJsonProtocol).
  if (bytes.byteLength === 0 && protocolOf(client)?.id === 'restJson1') return null;
  return new TextBytes(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}
