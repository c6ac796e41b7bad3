import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { WrongUseError } from '../../errors.js';
import { stateOf } from '../base.js';
import type { Input, Output } from '../context.js';
import { describe } from '../describe.js';
import { forget } from '../load.js';
import { fromProject } from '../packages.js';
import { checkInput } from '../params.js';
import type { Place } from './place.js';

const LIB_STORAGE = '@aws-sdk/lib-storage';

/** What lib-storage takes as a body. */
export type Body = Readable | ReadableStream | Blob | Uint8Array | string;

type UploadClass = new (options: object) => { done(): Promise<Output> };

/** Uploads a file; without lib-storage in one PutObject, which AWS takes up to 5 GiB. */
export async function uploadFile(place: Place, filename: string, input?: Input): Promise<Output> {
  checkText(filename, 'uploadFile', place);
  const body = createReadStream(filename);
  // A file that is not there must say so before anything is sent.
  await new Promise((resolve, reject) => body.once('open', resolve).once('error', reject));
  try {
    return await send(place, body, input);
  } finally {
    body.destroy();
  }
}

/** Uploads what a stream gives, of any length, in parts where it is long. */
export function upload(place: Place, body: Body, input?: Input): Promise<Output> {
  if (isStream(body) && uploadClass() === undefined) {
    throw new WrongUseError(
      `uploadStream() of ${describe(place.owner)} needs ${LIB_STORAGE}, for PutObject must know a ` +
        `body's length before: install it in this project, or write putObject() with ContentLength.`,
    );
  }
  return send(place, body, input);
}

async function send({ owner, Bucket, Key }: Place, body: Body, input?: Input): Promise<Output> {
  checkInput(input, `an upload of ${describe(owner)}`);
  const { context } = stateOf(owner);
  const params = { ...input, Bucket, Key, Body: body };
  const Upload = uploadClass();
  const output =
    Upload === undefined
      ? await context.call('PutObject', params)
      : await new Upload({ client: context.client, params }).done();
  forget(owner);
  return output;
}

function uploadClass(): UploadClass | undefined {
  return fromProject(LIB_STORAGE)?.['Upload'] as UploadClass | undefined;
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('pipe' in body || 'getReader' in body);
}

export function checkText(value: unknown, method: string, { owner }: Place): void {
  if (typeof value === 'string' && value !== '') return;
  throw new WrongUseError(`${method}() of ${describe(owner)} takes the path of a file.`);
}
