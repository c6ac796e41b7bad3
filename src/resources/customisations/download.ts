import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { ResourceError, WrongUseError } from '../../errors.js';
import { stateOf } from '../base.js';
import type { Input, Output } from '../context.js';
import { describe } from '../describe.js';
import { checkInput } from '../params.js';
import type { Place } from './place.js';
import {
  CONCURRENCY,
  PART_SIZE,
  checkTransferOptions,
  rangesOf,
  sendOptions,
  type TransferOptions,
} from './transfer-options.js';
import { checkText } from './upload.js';

/** Where a download may go. */
export type Sink = Writable | WritableStream;

/** Downloads an object to a file, which is only there once all of it is (as in boto3). */
export async function downloadFile(
  place: Place,
  filename: string,
  input?: Input,
  options?: TransferOptions,
): Promise<void> {
  checkText(filename, 'downloadFile', place);
  const body = await open(place, input, options);
  const unfinished = `${filename}.${randomUUID()}`;
  try {
    await pipeline(body, createWriteStream(unfinished), { signal: options?.signal });
    await rename(unfinished, filename);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Downloads an object into a stream, and ends it. */
export async function downloadStream(
  place: Place,
  sink: Sink,
  input?: Input,
  options?: TransferOptions,
): Promise<void> {
  const isWeb = typeof sink === 'object' && 'getWriter' in sink;
  if (!isWeb && !(sink instanceof Writable)) {
    throw new WrongUseError(
      `downloadStream() of ${describe(place.owner)} takes a Writable of Node or a WritableStream.`,
      'what-a-resource-takes',
    );
  }
  const target = isWeb ? Writable.fromWeb(sink as never) : sink;
  await pipeline(await open(place, input, options), target, { signal: options?.signal });
}

async function open(place: Place, input?: Input, given?: TransferOptions): Promise<Readable> {
  const what = `a download of ${describe(place.owner)}`;
  checkInput(input, what);
  const options = checkTransferOptions(given, what);
  const { partSize, concurrency, onProgress } = options;
  const isInParts = partSize !== undefined || concurrency !== undefined;
  const { body, total } = isInParts
    ? await parts(place, input, options)
    : await whole(place, input, options);
  if (onProgress === undefined) return body;
  let loaded = 0;
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      loaded += chunk.length;
      onProgress({ loaded, total });
      done(null, chunk);
    },
  });
  return body.on('error', (error) => counting.destroy(error)).pipe(counting);
}

interface Opened {
  readonly body: Readable;
  readonly total: number | undefined;
}

async function whole(
  place: Place,
  input: Input | undefined,
  options: TransferOptions,
): Promise<Opened> {
  const { Body, ContentLength } = await getObject(place, { ...input }, options);
  return { body: readable(Body, place), total: ContentLength as number | undefined };
}

/** Byte ranges of one and the same object, some of them ahead of the reader. */
async function parts(
  place: Place,
  input: Input | undefined,
  options: TransferOptions,
): Promise<Opened> {
  const { owner, Bucket, Key } = place;
  const { partSize = PART_SIZE, concurrency = CONCURRENCY } = options;
  const head = await stateOf(owner).context.call(
    'HeadObject',
    { ...input, Bucket, Key },
    sendOptions(options),
  );
  const total = Number(head['ContentLength'] ?? 0);
  const ranges = rangesOf(total, partSize);
  if (ranges.length < 2) return whole(place, input, options);
  const fetchPart = async (index: number): Promise<Uint8Array> => {
    const { start = 0, end = 0 } = ranges[index] ?? {};
    const range = { Range: `bytes=${String(start)}-${String(end)}`, IfMatch: head['ETag'] };
    const { Body } = await getObject(place, { ...input, ...range }, options);
    const chunks: Uint8Array[] = [];
    for await (const chunk of readable(Body, place)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  };
  async function* read(): AsyncGenerator<Uint8Array> {
    const coming: Promise<Uint8Array>[] = [];
    for (let index = 0; index < ranges.length; index++) {
      while (coming.length < concurrency && index + coming.length < ranges.length) {
        const part = fetchPart(index + coming.length);
        // Its reader may have ended before.
        part.catch(() => undefined);
        coming.push(part);
      }
      yield (await coming.shift()) ?? new Uint8Array();
    }
  }
  return { body: Readable.from(read()), total };
}

function getObject(
  { owner, Bucket, Key }: Place,
  input: Input,
  options: TransferOptions,
): Promise<Output> {
  return stateOf(owner).context.call('GetObject', { ...input, Bucket, Key }, sendOptions(options));
}

function readable(Body: unknown, { Bucket, Key }: Place): Readable {
  if (Body instanceof Readable) return Body;
  // What the SDK's handlers for `fetch` give.
  if (Body instanceof ReadableStream) return Readable.fromWeb(Body as NodeReadableStream);
  throw new ResourceError(`GetObject answered without a Body for ${Bucket}/${Key}.`);
}
