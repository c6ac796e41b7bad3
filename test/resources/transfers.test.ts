import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const bucket = resource(new S3Client({})).Bucket('b');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'transfers-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
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
    const modules = join(folder, 'node_modules/@aws-sdk');
    mkdirSync(modules, { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules/@aws-sdk/client-s3'), join(modules, 'client-s3'));
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
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
