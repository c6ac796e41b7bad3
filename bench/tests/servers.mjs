import { Buffer } from 'node:buffer';
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import dynalite from 'dynalite';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { test } from 'vitest';
import { operations } from './operations.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 200;
const CALLS = 500;
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const { output: item } = operations.find(({ name }) => name === 'GetItem');
const { output: object } = operations.find(({ name }) => name === 'GetObject');

/** The same calls to HTTP mock servers on the loopback interface: what they and the SDK take together. */
export function run() {
  test('GetItem of dynalite', async () => {
    const server = dynalite({ createTableMs: 0 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${server.address().port}`;
    const client = new DynamoDBClient({ region: 'us-east-1', endpoint, credentials });
    const TableName = 'orders';
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
    await client.send(new PutItemCommand({ TableName, Item: item.Item }));
    const get = () => client.send(new GetItemCommand({ TableName, Key: { id: { S: 'order-1' } } }));
    await measure('server GetItem', get);
    client.destroy();
    server.close();
  });

  test('GetObject of s3rver', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-s3rver-'));
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory });
    const { port } = await server.run();
    const client = new S3Client({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      credentials,
      // It is older than the checksums that the SDK adds by itself.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    const where = { Bucket: 'reports', Key: '2025/11/summary.json' };
    await client.send(new CreateBucketCommand({ Bucket: where.Bucket }));
    const Body = Buffer.alloc(object.ContentLength, '{"total":42}');
    await client.send(new PutObjectCommand({ ...where, Body }));
    await measure('server GetObject', async () => {
      const received = await client.send(new GetObjectCommand(where));
      if (received.Body instanceof Readable) await received.Body.transformToByteArray();
    });
    client.destroy();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
}

async function measure(row, call) {
  for (let i = 0; i < WARM_UP; i += 1) await call();
  const begin = process.cpuUsage();
  for (let i = 0; i < CALLS; i += 1) await call();
  record(row, 'theirs', cpuSince(begin) / CALLS);
}
