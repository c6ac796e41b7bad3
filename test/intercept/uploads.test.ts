import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, test } from 'vitest';
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
});
