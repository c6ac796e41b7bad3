import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const s3 = new S3Client({});

async function put(input: object): Promise<void> {
  stub(S3Client, { validate: false }).on('PutObject').resolves({});
  stub(S3Client, { validate: false }).on('DeleteObjects').resolves({});
  await s3.send(new PutObjectCommand({ Bucket: 'docs', Key: 'k', ...input }));
}

function failure(params: object): Promise<string> {
  return messageOf(() => {
    expect(S3Client).toHaveCalledOperation('PutObject', params);
  });
}

test('bytes are told by their length, and told apart', async () => {
  await put({ Body: Buffer.alloc(20_000_000, 'a') });
  expect(await failure({ Body: Buffer.alloc(20_000_000, 'b') })).toMatchInlineSnapshot(`
    "expect(S3Client).toHaveCalledOperation('PutObject', params)

    Expected a call of PutObject with { "Body": "[Buffer of 20000000 bytes]" }

    The nearest call is call 1:

    - Expected
    + Received

      {
    -   "Body": "[Buffer of 20000000 bytes, sha256 11c60adc]",
    +   "Body": "[Buffer of 20000000 bytes, sha256 aded0ea9]",
      }

    1 call of S3Client:
    → 1. PutObject { "Body": "[Buffer of 20000000 bytes]", "Bucket": "docs", "Key": "k" }"
  `);
});

test('a text that is long is cut', async () => {
  await put({ Body: 'a'.repeat(1_000_000) });
  const message = await failure({ Body: `${'a'.repeat(999_999)}b` });
  expect(message.length).toBeLessThan(5000);
  expect(message).toMatch(/^- {3}"Body": "a+… \(1000000 characters, sha256 \w{8}\)",$/m);
  expect(message).toMatch(/^\+ {3}"Body": "a+… \(1000000 characters, sha256 \w{8}\)",$/m);
});

test('of a long list the part that differs is shown', async () => {
  stub(S3Client).on('DeleteObjects').resolves({});
  const Objects = Array.from({ length: 1000 }, (_, i) => ({ Key: `${i}` }));
  await s3.send(new DeleteObjectsCommand({ Bucket: 'docs', Delete: { Objects } }));
  const other = Objects.with(700, { Key: 'other' });
  const message = await messageOf(() => {
    expect(S3Client).toHaveCalledOperation('DeleteObjects', { Delete: { Objects: other } });
  });
  expect(message).toContain('-         "Key": "other",\n+         "Key": "700",');
  expect(message.length).toBeLessThan(6000);
});

test('of a list with holes nothing is filled in', async () => {
  stub(S3Client, { validate: false }).on('DeleteObjects').resolves({});
  const Objects: object[] = [];
  Objects[10_000_000] = { Key: 'last' };
  await s3.send(
    new DeleteObjectsCommand({ Bucket: 'docs', Delete: { Objects: Objects as never } }),
  );
  const message = await messageOf(() => {
    expect(S3Client).toHaveCalledOperation('DeleteObjects', { Bucket: 'other' });
  });
  expect(message.length).toBeLessThan(2000);
});

test('what stands inside itself is printed and compared', async () => {
  const cycle: Record<string, unknown> = { name: 'one' };
  cycle['self'] = cycle;
  cycle['again'] = [cycle, cycle];
  await put({ Metadata: cycle });
  const same: Record<string, unknown> = { name: 'one' };
  same['self'] = same;
  same['again'] = [same, same];
  expect(S3Client).toHaveCalledOperation('PutObject');
  stub(S3Client, { validate: false });
  expect(S3Client).toHaveCalledOperation('PutObject', { Metadata: same as never });
  same['name'] = 'two';
  expect(await failure({ Metadata: same })).toContain('-     "name": "two",\n+     "name": "one",');
});

test('what is nested 100,000 times is printed', async () => {
  let deep: object = {};
  for (let i = 0; i < 100_000; i++) deep = { deep };
  await put({ Metadata: deep });
  expect(await failure({ Key: 'other' })).toContain('→ 1. PutObject');
});

test('what is nested 100,000 times in expected parameters too differs, and says so', async () => {
  const nested = (): object => {
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    return deep;
  };
  await put({ Metadata: nested() });
  for (const params of [{ Metadata: nested() }, exactly({ Metadata: nested() })]) {
    const message = await failure(params);
    expect(message).toContain('Expected a call of PutObject with');
    expect(message).toContain('→ 1. PutObject');
  }
});

test('a large item of many members shows those that differ', async () => {
  stub(DynamoDBClient).on('PutItem').resolves({});
  const Item = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`a${i}`, { N: `${i}` }]));
  await new DynamoDBClient({}).send(new PutItemCommand({ TableName: 'users', Item }));
  const message = await messageOf(() => {
    const other = { ...Item, a4000: { N: 'other' } };
    expect(DynamoDBClient).toHaveCalledOperation('PutItem', { Item: other });
  });
  expect(message).toContain('-       "N": "other",\n+       "N": "4000",');
  expect(message.length).toBeLessThan(2000);
});

test('a getter that throws is shown as one', async () => {
  await put({});
  const params = {
    Key: 'other',
    get Metadata(): never {
      throw new Error('not to be read');
    },
  };
  stub(S3Client, { validate: false });
  expect(await failure(params)).toBeDefined();
});
