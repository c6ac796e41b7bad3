import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
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
});
