import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { ResourceError, WrongUseError } from '../../errors.js';
import { stateOf } from '../base.js';
import type { Input } from '../context.js';
import { describe } from '../describe.js';
import { checkInput } from '../params.js';
import type { Place } from './place.js';
import { checkText } from './upload.js';

/** Where a download may go. */
export type Sink = Writable | WritableStream;

/** Downloads an object to a file, which is only there once all of it is (as in boto3). */
export async function downloadFile(place: Place, filename: string, input?: Input): Promise<void> {
  checkText(filename, 'downloadFile', place);
  const body = await open(place, input);
  const unfinished = `${filename}.${randomUUID()}`;
  try {
    await pipeline(body, createWriteStream(unfinished));
    await rename(unfinished, filename);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Downloads an object into a stream, and ends it. */
export async function downloadStream(place: Place, sink: Sink, input?: Input): Promise<void> {
  const isWeb = typeof sink === 'object' && 'getWriter' in sink;
  if (!isWeb && !(sink instanceof Writable)) {
    throw new WrongUseError(
      `downloadStream() of ${describe(place.owner)} takes a Writable of Node or a WritableStream.`,
    );
  }
  await pipeline(await open(place, input), isWeb ? Writable.fromWeb(sink as never) : sink);
}

async function open({ owner, Bucket, Key }: Place, input?: Input): Promise<Readable> {
  checkInput(input, `a download of ${describe(owner)}`);
  const { Body } = await stateOf(owner).context.call('GetObject', { ...input, Bucket, Key });
  if (Body instanceof Readable) return Body;
  // What the SDK's handlers for `fetch` give.
  if (Body instanceof ReadableStream) return Readable.fromWeb(Body as NodeReadableStream);
  throw new ResourceError(`GetObject answered without a Body for ${Bucket}/${Key}.`);
}
