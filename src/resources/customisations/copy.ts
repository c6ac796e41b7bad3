import { ResourceError, WrongUseError } from '../../errors.js';
import { stateOf } from '../base.js';
import type { Input, Output } from '../context.js';
import { describe } from '../describe.js';
import { forget } from '../load.js';
import { checkInput } from '../params.js';
import { copySource, type CopySource } from './copy-source.js';
import type { Place } from './place.js';
import {
  CONCURRENCY,
  PART_SIZE,
  checkTransferOptions,
  inTurns,
  rangesOf,
  sendOptions,
  type Range,
  type TransferOptions,
} from './transfer-options.js';

/** From here on a copy goes in parts (`multipart_threshold` of s3transfer), which are as long. */
const THRESHOLD = PART_SIZE;
/** S3 takes no more parts (its documentation of multipart uploads). */
const MAX_PARTS = 10_000;

/** Copies an object within S3: in one request, or in parts where it is long (boto3's `copy`). */
export async function copyObject(
  place: Place,
  source: unknown,
  input?: Input,
  given?: TransferOptions,
): Promise<Output> {
  const what = `copy() to ${describe(place.owner)}`;
  const options = checkTransferOptions(given, what);
  checkInput(input, what);
  const from = checkSource(source, what);
  const { context } = stateOf(place.owner);
  const head = await context.call('HeadObject', { ...from }, sendOptions(options));
  const size = Number(head['ContentLength'] ?? 0);
  const { partSize = PART_SIZE } = options;
  const output =
    size < Math.max(partSize, THRESHOLD)
      ? await inOne(place, from, input, options)
      : await inParts(place, from, { ...describing(head), ...input }, options, size);
  options.onProgress?.({ loaded: size, total: size });
  forget(place.owner);
  return output;
}

function inOne(
  { owner, Bucket, Key }: Place,
  from: CopySource,
  input: Input | undefined,
  options: TransferOptions,
): Promise<Output> {
  const params = { ...input, Bucket, Key, CopySource: copySource(from) };
  return stateOf(owner).context.call('CopyObject', params, sendOptions(options));
}

async function inParts(
  { owner, Bucket, Key }: Place,
  from: CopySource,
  input: Input,
  options: TransferOptions,
  size: number,
): Promise<Output> {
  const { context } = stateOf(owner);
  const call = (operation: string, more: Input): Promise<Output> =>
    context.call(operation, { Bucket, Key, ...more }, sendOptions(options));
  const { partSize = PART_SIZE, concurrency = CONCURRENCY, onProgress } = options;
  const { UploadId } = await call('CreateMultipartUpload', input);
  if (typeof UploadId !== 'string') {
    throw new ResourceError(
      `CreateMultipartUpload answered without UploadId for ${Bucket}/${Key}.`,
    );
  }
  let loaded = 0;
  const copyPart = async ({ start, end }: Range, index: number): Promise<Input> => {
    const PartNumber = index + 1;
    const { CopyPartResult } = await call('UploadPartCopy', {
      UploadId,
      PartNumber,
      CopySource: copySource(from),
      CopySourceRange: `bytes=${String(start)}-${String(end)}`,
    });
    loaded += end - start + 1;
    if (loaded < size) onProgress?.({ loaded, total: size });
    return { PartNumber, ETag: (CopyPartResult as Output | undefined)?.['ETag'] };
  };
  try {
    const ranges = rangesOf(size, Math.max(partSize, Math.ceil(size / MAX_PARTS)));
    const Parts = await inTurns(ranges, concurrency, copyPart);
    return await call('CompleteMultipartUpload', { UploadId, MultipartUpload: { Parts } });
  } catch (error) {
    // What is left behind costs money; where this fails too, the first error says more.
    await context.call('AbortMultipartUpload', { Bucket, Key, UploadId }).catch(() => undefined);
    throw error;
  }
}

/** What CopyObject takes over from the source by itself, and a multipart upload must be told. */
function describing(head: Output): Input {
  const names = [
    'CacheControl',
    'ContentDisposition',
    'ContentEncoding',
    'ContentLanguage',
    'ContentType',
    'Metadata',
  ];
  const given = names.map((name) => [name, head[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function checkSource(source: unknown, what: string): CopySource {
  if (typeof source === 'object' && source !== null) {
    // An object's own resource says where it is.
    const { bucketName, key } = source as { readonly bucketName?: string; readonly key?: string };
    const given = bucketName === undefined ? source : { Bucket: bucketName, Key: key };
    const { Bucket, Key, VersionId } = given as Partial<CopySource>;
    if (typeof Bucket === 'string' && typeof Key === 'string') {
      return { Bucket, Key, ...(VersionId === undefined ? {} : { VersionId }) };
    }
  }
  throw new WrongUseError(
    `${what} takes its source as { Bucket: 'bucket', Key: 'key' }.`,
    'what-a-resource-takes',
  );
}
