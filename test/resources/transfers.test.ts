import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { libraryFrom } from '../../src/resources/packages.js';
import { messageOf } from '../message-of.js';

const bucket = resource(new S3Client({})).Bucket('b');
let folder: string;

vi.mock('../../src/resources/packages.js', { spy: true });

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'transfers-'));
});

afterEach(async () => {
  vi.resetAllMocks();
  await rm(folder, { recursive: true });
});

/** What was sent as the body of the only upload. */
async function uploaded(): Promise<string> {
  const [call] = stub(S3Client).calls('PutObject');
  const { Body } = call?.input as { Body: Readable | string | Uint8Array };
  if (typeof Body === 'string') return Body;
  return Body instanceof Uint8Array ? Buffer.from(Body).toString() : text(Body);
}

describe('an upload', () => {
  beforeEach(() => {
    stub(S3Client).on('PutObject').resolves({ ETag: '"e"' });
  });

  test('sends a file', async () => {
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'a report');

    const output = await bucket.uploadFile(file, 'reports/1.txt', { ContentType: 'text/plain' });

    expect(output.ETag).toBe('"e"');
    expect(S3Client).toHaveCalledOperation('PutObject', {
      Bucket: 'b',
      Key: 'reports/1.txt',
      ContentType: 'text/plain',
    });
    expect(await uploaded()).toBe('a report');
  });

  test('sends a stream', async () => {
    await bucket.uploadStream(Readable.from([Buffer.from('a '), Buffer.from('stream')]), 'k');

    expect(await uploaded()).toBe('a stream');
  });

  test('of an object knows its place', async () => {
    await bucket.Object('k').uploadStream('a text');

    expect(S3Client).toHaveCalledOperation('PutObject', { Bucket: 'b', Key: 'k' });
    expect(await uploaded()).toBe('a text');
  });

  test('makes the next read of the object load anew', async () => {
    stub(S3Client)
      .on('HeadObject')
      .resolvesOnce({ ContentLength: 1 })
      .resolves({ ContentLength: 6 });
    const object = await bucket.Object('k').load();

    await object.uploadStream('a text');

    expect(await object.get('ContentLength')).toBe(6);
  });

  test('of a file that is not there sends nothing', async () => {
    await expect(bucket.uploadFile(join(folder, 'none'), 'k')).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('goes in parts where it is long', async () => {
    stub(S3Client).on('CreateMultipartUpload').resolves({ UploadId: 'u' });
    stub(S3Client).on('UploadPart').resolves({ ETag: '"part"' });
    stub(S3Client).on('CompleteMultipartUpload').resolves({ ETag: '"whole"' });

    const output = await bucket.uploadStream(Buffer.alloc(6 * 1024 * 1024), 'k');

    expect(output.ETag).toBe('"whole"');
    expect(S3Client).toHaveCalledOperationTimes('UploadPart', 2);
  });
});

describe('without lib-storage', () => {
  beforeEach(() => {
    vi.mocked(libraryFrom).mockReturnValue(undefined);
    stub(S3Client).on('PutObject').resolves({ ETag: '"e"' });
  });

  test('a file goes in one request', async () => {
    writeFileSync(join(folder, 'a.txt'), 'a file');

    await bucket.uploadFile(join(folder, 'a.txt'), 'k');

    expect(await uploaded()).toBe('a file');
  });

  test('a stream is refused, with what to install', async () => {
    const message = await messageOf(() => bucket.uploadStream(Readable.from(['a']), 'k'));

    expect(message).toContain('uploadStream() of s3.Bucket(name="b") needs @aws-sdk/lib-storage');
  });
});

describe('a download', () => {
  test('goes to a file, of which nothing is left where it fails', async () => {
    const file = join(folder, 'k.txt');
    stub(S3Client).on('GetObject', { Bucket: 'b', Key: 'k' }).resolves({ Body: 'a text' });
    stub(S3Client)
      .on('GetObject', { Key: 'broken' })
      .resolves({
        // eslint-disable-next-line @typescript-eslint/require-await -- it fails before it has anything
        Body: (async function* (): AsyncGenerator<Uint8Array> {
          yield Buffer.from('half');
          throw new Error('cut off');
        })(),
      });

    await bucket.downloadFile('k', file);
    expect(readFileSync(file, 'utf8')).toBe('a text');
    await bucket.Object('k').downloadFile(join(folder, 'other.txt'), { Range: 'bytes=0-5' });
    expect(S3Client).toHaveLastCalledOperation('GetObject', { Range: 'bytes=0-5' });
    await expect(bucket.downloadFile('broken', join(folder, 'none'))).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['k.txt', 'other.txt']);
  });

  test('goes into a stream of Node or of the web', async () => {
    stub(S3Client).on('GetObject').resolves({ Body: 'a text' });
    const node = new PassThrough();
    const read = text(node);
    let web = '';

    await bucket.downloadStream('k', node);
    expect(await read).toBe('a text');
    await bucket.Object('k').downloadStream(
      new WritableStream<Uint8Array>({
        write(chunk) {
          web += Buffer.from(chunk).toString();
        },
      }),
    );
    expect(web).toBe('a text');
  });

  test('says where it goes', async () => {
    // @ts-expect-error -- no file
    expect(await messageOf(bucket.downloadFile('k'))).toContain(
      'downloadFile() of s3.Bucket(name="b") takes the path of a file',
    );
    // @ts-expect-error -- no stream
    expect(await messageOf(bucket.downloadStream('k', 'k.txt'))).toContain('takes a Writable');
  });
});

describe('a transfer', () => {
  const MIB = 1024 * 1024;

  test('of an upload takes the size of parts, how many at once, and tells how far it is', async () => {
    stub(S3Client).on('CreateMultipartUpload').resolves({ UploadId: 'u' });
    stub(S3Client).on('UploadPart').resolves({ ETag: '"part"' });
    stub(S3Client).on('CompleteMultipartUpload').resolves({ ETag: '"whole"' });
    const seen: number[] = [];

    await bucket.uploadStream(
      Buffer.alloc(12 * MIB),
      'k',
      {},
      { partSize: 6 * MIB, concurrency: 1, onProgress: ({ loaded }) => seen.push(loaded / MIB) },
    );

    expect(S3Client).toHaveCalledOperationTimes('UploadPart', 2);
    expect(seen).toEqual([6, 12]);
  });

  test('of a download is made in parts that are put together in their order', async () => {
    const bytes = Buffer.from('abcdefghij');
    stub(S3Client).on('HeadObject').resolves({ ContentLength: bytes.length, ETag: '"e"' });
    stub(S3Client)
      .on('GetObject')
      .answers(({ Range = '' }) => {
        const [start = 0, end = 0] = String(Range).replace('bytes=', '').split('-').map(Number);
        return { Body: bytes.subarray(start, end + 1) };
      });
    const file = join(folder, 'k.txt');
    const seen: number[] = [];

    await bucket.downloadFile(
      'k',
      file,
      {},
      { partSize: 4, concurrency: 2, onProgress: ({ loaded }) => seen.push(loaded) },
    );

    expect(readFileSync(file, 'utf8')).toBe('abcdefghij');
    expect(seen).toEqual([4, 8, 10]);
    const asked = stub(S3Client)
      .calls('GetObject')
      .map(({ input }) => [input.Range, input.IfMatch]);
    expect(asked).toEqual([
      ['bytes=0-3', '"e"'],
      ['bytes=4-7', '"e"'],
      ['bytes=8-9', '"e"'],
    ]);
  });

  test('ends with its signal', async () => {
    const signal = AbortSignal.abort();
    const transfers = [
      bucket.uploadStream('a text', 'k', {}, { signal }),
      bucket.downloadFile('k', join(folder, 'k.txt'), {}, { signal }),
      bucket.copy({ Bucket: 'a', Key: 'k' }, 'k', {}, { signal }),
    ];

    for (const each of transfers) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('has no other options', async () => {
    const options = { partsize: 1 } as object;

    expect(await messageOf(bucket.uploadStream('a', 'k', {}, options))).toBe(
      'WrongUseError: an upload of s3.Bucket(name="b") has no option partsize: ' +
        'it takes { partSize, concurrency, onProgress, signal }.',
    );
    expect(await messageOf(bucket.downloadFile('k', 'f', {}, { partSize: 0 }))).toContain(
      'takes a whole number from 1 on for its partSize',
    );
  });
});

describe('a copy', () => {
  const MIB = 1024 * 1024;

  test('is one request where the object is short', async () => {
    stub(S3Client)
      .on('HeadObject', { Bucket: 'a', Key: 'ä b', VersionId: 'v' })
      .resolves({ ContentLength: 5 });
    stub(S3Client).on('CopyObject').resolves({});

    await bucket.copy({ Bucket: 'a', Key: 'ä b', VersionId: 'v' }, 'k', {
      StorageClass: 'GLACIER',
    });
    await bucket.Object('k2').copy({ Bucket: 'a', Key: 'ä b', VersionId: 'v' });

    expect(S3Client).toHaveNthCalledOperation(2, 'CopyObject', {
      Bucket: 'b',
      Key: 'k',
      CopySource: 'a/%C3%A4%20b?versionId=v',
      StorageClass: 'GLACIER',
    });
    expect(S3Client).toHaveLastCalledOperation('CopyObject', { Bucket: 'b', Key: 'k2' });
  });

  test('is made in parts where it is long, and keeps what describes the object', async () => {
    const s3 = stub(S3Client);
    s3.on('HeadObject').resolves({ ContentLength: 20 * MIB, ContentType: 'text/plain' });
    s3.on('CreateMultipartUpload').resolves({ UploadId: 'u' });
    s3.on('UploadPartCopy').answers(({ PartNumber }) => ({
      CopyPartResult: { ETag: `"${String(PartNumber)}"` },
    }));
    s3.on('CompleteMultipartUpload').resolves({ ETag: '"whole"' });
    const seen: number[] = [];

    await bucket.copy(
      bucket.Object('from'),
      'k',
      {},
      {
        concurrency: 2,
        onProgress: ({ loaded }) => seen.push(loaded / MIB),
      },
    );

    expect(S3Client).toHaveCalledOperation('CreateMultipartUpload', { ContentType: 'text/plain' });
    const ranges = s3.calls('UploadPartCopy').map(({ input }) => input.CopySourceRange);
    expect(ranges).toEqual([
      'bytes=0-8388607',
      'bytes=8388608-16777215',
      'bytes=16777216-20971519',
    ]);
    expect(S3Client).toHaveCalledOperation('CompleteMultipartUpload', {
      UploadId: 'u',
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: '"1"' },
          { PartNumber: 2, ETag: '"2"' },
          { PartNumber: 3, ETag: '"3"' },
        ],
      },
    });
    expect(seen).toEqual([8, 16, 20]);
  });

  test('that fails leaves no parts behind', async () => {
    const s3 = stub(S3Client);
    s3.on('HeadObject').resolves({ ContentLength: 20 * MIB });
    s3.on('CreateMultipartUpload').resolves({ UploadId: 'u' });
    s3.on('UploadPartCopy').rejects('AccessDenied');
    s3.on('AbortMultipartUpload').resolves();

    await expect(bucket.copy({ Bucket: 'a', Key: 'k' }, 'k')).rejects.toBeAwsError('AccessDenied');

    expect(S3Client).toHaveCalledOperation('AbortMultipartUpload', { Key: 'k', UploadId: 'u' });
  });

  test('says what a source is', async () => {
    // @ts-expect-error -- a path is no source
    expect(await messageOf(bucket.copy('a/k', 'k'))).toBe(
      `WrongUseError: copy() to s3.Bucket(name="b") takes its source as { Bucket: 'bucket', Key: 'key' }.`,
    );
  });
});
