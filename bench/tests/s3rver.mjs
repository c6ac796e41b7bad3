import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, test } from 'vitest';
import { timeObjects } from './objects.mjs';
import { record } from './record.mjs';

const WARM_UP = 5;
const TESTS = 10;
const CALLS = 100;

export const side = 'theirs';

/** The same objects, on a mock server of S3 that listens on the loopback interface. */
export function run() {
  const directory = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-s3rver-'));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory });
  const spent = { PutObject: 0, GetObject: 0 };
  let client;

  beforeAll(async () => {
    const { port } = await server.run();
    client = new S3Client({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      // It is older than the checksums that the SDK adds by itself.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  });
  for (let i = 0; i < WARM_UP + TESTS; i++) {
    test(`objects, test ${i}`, async () => {
      await client.send(new CreateBucketCommand({ Bucket: `bucket-${i}` }));
      const times = await timeObjects(client, `bucket-${i}`, CALLS);
      if (i < WARM_UP) return;
      for (const row of Object.keys(spent)) spent[row] += times[row];
    });
  }
  afterAll(async () => {
    for (const [row, time] of Object.entries(spent)) record(row, side, time / TESTS / CALLS);
    client.destroy();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
}
