import { CreateSessionCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: getSignedUrl', () => {
  test('needs no stub and consumes none, and is no call', async () => {
    stub(S3Client).expects('GetObject').resolves({ ContentLength: 4 });
    const client = new S3Client({});
    const command = new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' });
    const url = new URL(await getSignedUrl(client, command, { expiresIn: 60 }));
    expect(url.hostname).toBe('docs.s3.us-east-1.amazonaws.com');
    expect(url.pathname).toBe('/a.txt');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
    expect(client).not.toHaveCalledAnyOperation();

    expect(await client.send(command)).toMatchObject({ ContentLength: 4 });
  });

  describe('for a directory bucket (S3 Express One Zone)', () => {
    const get = new GetObjectCommand({ Bucket: 'logs--use1-az4--x-s3', Key: 'k' });

    test('needs no stub for the session, and is no call', async () => {
      const client = new S3Client({});
      const url = new URL(await getSignedUrl(client, get));
      expect(url.hostname).toBe('logs--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com');
      expect(url.searchParams.get('X-Amz-S3session-Token')).toBe('aws-sdk-stubber-session');
      expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
      expect(client).not.toHaveCalledAnyOperation();
    });

    test('uses a stub for the session where the test has one', async () => {
      stub(S3Client)
        .on('CreateSession')
        .resolves({
          Credentials: {
            AccessKeyId: 'AKIATEST',
            SecretAccessKey: 'secret',
            SessionToken: 'of-the-test',
            Expiration: new Date(Date.now() + 300_000),
          },
        });
      const client = new S3Client({});
      const url = new URL(await getSignedUrl(client, get));
      expect(url.searchParams.get('X-Amz-S3session-Token')).toBe('of-the-test');
      expect(client).toHaveCalledOperationOnce('CreateSession');
    });

    test('and a session that the test asks for needs one', async () => {
      stub(S3Client, { unstubbed: 'throw' });
      const create = new CreateSessionCommand({ Bucket: 'logs--use1-az4--x-s3' });
      await expect(new S3Client({}).send(create)).rejects.toThrow(
        'No stub answers S3 CreateSession.',
      );
    });
  });
});
