import { Readable } from 'node:stream';
import { AbortMultipartUploadCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: lib-storage Upload', () => {
  test('puts a small body in one call', async () => {
    stub(S3Client).on('PutObject').resolves({ ETag: '"1"' });
    const client = new S3Client({});
    const params = { Bucket: 'docs', Key: 'a.txt', Body: 'text' };
    const output = await new Upload({ client, params }).done();
    expect(output).toMatchObject({ ETag: '"1"', Bucket: 'docs', Key: 'a.txt' });
    expect(client).toHaveCalledOnlyOperations([['PutObject', { Bucket: 'docs', Key: 'a.txt' }]]);
  });

  test('puts a large body in parts', async () => {
    const s3 = stub(S3Client);
    s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
    s3.on('UploadPart').answers(({ PartNumber }) => ({ ETag: `"${String(PartNumber)}"` }));
    s3.on('CompleteMultipartUpload').resolves({ ETag: '"all"' });
    const client = new S3Client({});
    const Body = Readable.from([Buffer.alloc(6 * 1024 * 1024), Buffer.alloc(5 * 1024 * 1024)]);
    const upload = new Upload({ client, params: { Bucket: 'docs', Key: 'big', Body } });
    expect(await upload.done()).toMatchObject({ ETag: '"all"' });
    expect(client).toHaveCalledOperationTimes('UploadPart', 3, { UploadId: 'upload-1' });
    expect(client).toHaveCalledOperation('CompleteMultipartUpload', {
      MultipartUpload: {
        Parts: [1, 2, 3].map((PartNumber) => ({ ETag: `"${String(PartNumber)}"`, PartNumber })),
      },
    });
  });

  test('gives up its parts where one is refused', async () => {
    const s3 = stub(S3Client);
    s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
    s3.on('UploadPart').rejects('SlowDown');
    s3.on('AbortMultipartUpload').resolves({});
    const client = new S3Client({});
    const Body = Buffer.alloc(11 * 1024 * 1024);
    const upload = new Upload({ client, params: { Bucket: 'docs', Key: 'big', Body } });
    await expect(upload.done()).rejects.toBeAwsError('SlowDown');
    expect(client).toHaveCalledOperation('AbortMultipartUpload', { UploadId: 'upload-1' });
  });

  describe('cleans up after itself, without a stub for that', () => {
    const Body = Buffer.alloc(11 * 1024 * 1024);

    test.each(['direct', 'wire'] as const)(
      'where a part fails, by the delivery %s',
      async (delivery) => {
        const s3 = stub(S3Client, { delivery });
        s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
        s3.on('UploadPart').rejects('AccessDenied');
        const client = new S3Client({});
        const upload = new Upload({ client, params: { Bucket: 'docs', Key: 'big', Body } });
        await expect(upload.done()).rejects.toBeAwsError('AccessDenied');
        expect(client).toHaveCalledOperation('AbortMultipartUpload', { UploadId: 'upload-1' });
      },
    );

    test('where it is aborted', async () => {
      const s3 = stub(S3Client);
      const client = new S3Client({});
      const upload = new Upload({ client, params: { Bucket: 'docs', Key: 'big', Body } });
      s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
      s3.on('UploadPart').answers(async () => {
        await upload.abort();
        return { ETag: '"1"' };
      });
      await expect(upload.done()).rejects.toMatchObject({ name: 'AbortError' });
      await vi.waitFor(() => {
        expect(client).toHaveCalledOperation('AbortMultipartUpload', { UploadId: 'upload-1' });
      });
    });

    let goOn: () => void = () => undefined;
    test('where it is aborted, and its part ends after the test', async () => {
      const s3 = stub(S3Client);
      const client = new S3Client({});
      const upload = new Upload({ client, params: { Bucket: 'docs', Key: 'big', Body } });
      s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
      const asking = new Promise<void>((resolve) => {
        s3.on('UploadPart').answers(async () => {
          resolve();
          await new Promise<void>((ended) => (goOn = ended));
          return { ETag: '"1"' };
        });
      });
      const done = upload.done();
      await asking;
      await upload.abort();
      await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    });
    test('and fails no other test with it', async () => {
      goOn();
      await new Promise((resolve) => setImmediate(resolve));
      expect(stub(S3Client).calls()).toEqual([]);
    });

    test('but a call of the test’s own needs one', async () => {
      stub(S3Client, { unstubbed: 'throw' });
      const abort = new AbortMultipartUploadCommand({ Bucket: 'docs', Key: 'big', UploadId: '1' });
      await expect(new S3Client({}).send(abort)).rejects.toThrow(
        'No stub answers S3 AbortMultipartUpload.',
      );
    });
  });
});
