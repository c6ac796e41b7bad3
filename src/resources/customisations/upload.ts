import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { WrongUseError } from '../../errors.js';
import { stateOf } from '../base.js';
import type { Input, Output } from '../context.js';
import { describe } from '../describe.js';
import { forget } from '../load.js';
import { libraryFrom } from '../packages.js';
import { checkInput } from '../params.js';
import type { Place } from './place.js';
import {
  checkTransferOptions,
  sendOptions,
  type Progress,
  type TransferOptions,
} from './transfer-options.js';

const LIB_STORAGE = '@aws-sdk/lib-storage';

/** What lib-storage takes as a body. */
export type Body = Readable | ReadableStream | Blob | Uint8Array | string;

interface Upload {
  done(): Promise<Output>;
  on(event: 'httpUploadProgress', listener: (progress: Partial<Progress>) => void): unknown;
}

type UploadClass = new (options: object) => Upload;

/** Uploads a file; without lib-storage in one PutObject, which AWS takes up to 5 GiB. */
export async function uploadFile(
  place: Place,
  filename: string,
  input?: Input,
  options?: TransferOptions,
): Promise<Output> {
  checkText(filename, 'uploadFile', place);
  const body = createReadStream(filename);
  // A file that is not there must say so before anything is sent.
  await new Promise((resolve, reject) => body.once('open', resolve).once('error', reject));
  try {
    return await send(place, body, input, options);
  } finally {
    body.destroy();
  }
}

/** Uploads what a stream gives, of any length, in parts where it is long. */
export async function upload(
  place: Place,
  body: Body,
  input?: Input,
  options?: TransferOptions,
): Promise<Output> {
  if (isStream(body) && uploadClass(place) === undefined) {
    throw new WrongUseError(
      `uploadStream() of ${describe(place.owner)} needs ${LIB_STORAGE}, since PutObject must know the ` +
        `length of a body first. Install it in this project, or write putObject() with ContentLength.`,
      'what-a-resource-takes',
    );
  }
  return send(place, body, input, options);
}

async function send(
  place: Place,
  body: Body,
  input?: Input,
  given?: TransferOptions,
): Promise<Output> {
  const { owner, Bucket, Key } = place;
  const what = `an upload of ${describe(owner)}`;
  checkInput(input, what);
  const options = checkTransferOptions(given, what);
  const params = { ...input, Bucket, Key, Body: body };
  const Class = uploadClass(place);
  const output =
    Class === undefined
      ? await stateOf(owner).context.call('PutObject', params, sendOptions(options))
      : await inParts(place, Class, params, options);
  forget(owner);
  return output;
}

async function inParts(
  { owner }: Place,
  Class: UploadClass,
  params: Input,
  { partSize, concurrency, onProgress, signal }: TransferOptions,
): Promise<Output> {
  const { context } = stateOf(owner);
  // It hands all of them to each operation that it calls: they are PutObject's.
  context.check(new (context.command('PutObject'))(params));
  const abortController = new AbortController();
  const abort = (): void => {
    abortController.abort(signal?.reason);
  };
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort);
  const upload = new Class({
    client: context.client,
    params,
    abortController,
    ...(partSize === undefined ? {} : { partSize }),
    ...(concurrency === undefined ? {} : { queueSize: concurrency }),
  });
  upload.on('httpUploadProgress', ({ loaded = 0, total }) => onProgress?.({ loaded, total }));
  try {
    return await upload.done();
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function uploadClass({ owner }: Place): UploadClass | undefined {
  const { places } = stateOf(owner).context.settings;
  return libraryFrom(LIB_STORAGE, places)?.['Upload'] as UploadClass | undefined;
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('pipe' in body || 'getReader' in body);
}

export function checkText(value: unknown, method: string, { owner }: Place): void {
  if (typeof value === 'string' && value !== '') return;
  throw new WrongUseError(
    `${method}() of ${describe(owner)} takes the path of a file.`,
    'what-a-resource-takes',
  );
}
