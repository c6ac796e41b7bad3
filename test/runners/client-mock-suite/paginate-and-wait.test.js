import { DescribeInstancesCommand, EC2Client, waitUntilInstanceRunning } from '@aws-sdk/client-ec2';
import {
  HeadBucketCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
  waitUntilBucketExists,
  waitUntilBucketNotExists,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

const ec2 = mockClient(EC2Client);
const s3 = mockClient(S3Client);
const Bucket = 'bucket';
const notFound = () => Object.assign(new Error('no'), { name: 'NotFound' });
const instances = (Name) => ({ Reservations: [{ Instances: [{ State: { Name } }] }] });

beforeEach(() => {
  ec2.reset();
  s3.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

test('pages', async () => {
  s3.on(ListObjectsV2Command)
    .resolves({ Contents: [{ Key: 'b' }] })
    .on(ListObjectsV2Command, { ContinuationToken: undefined })
    .resolves({ Contents: [{ Key: 'a' }], NextContinuationToken: 'next' })
    .on(ListObjectsV2Command, { ContinuationToken: 'next' })
    .resolves({ Contents: [{ Key: 'b' }] });
  const keys = [];
  for await (const { Contents } of paginateListObjectsV2({ client: new S3Client({}) }, { Bucket }))
    keys.push(...Contents.map(({ Key }) => Key));
  expect(keys).toEqual(['a', 'b']);
});

test('pages until the loop has enough', async () => {
  s3.on(ListObjectsV2Command).resolves({ NextContinuationToken: 'the same for ever' });
  let pages = 0;
  for await (const page of paginateListObjectsV2({ client: new S3Client({}) }, { Bucket })) {
    expect(page.NextContinuationToken).toBe('the same for ever');
    if (++pages === 50) break;
  }
  expect(s3).toHaveReceivedCommandTimes(ListObjectsV2Command, 50);
});

test('a page without an output', async () => {
  const pages = paginateListObjectsV2({ client: new S3Client({}) }, { Bucket });
  expect(await pages.next()).toEqual({ done: false, value: undefined });
});

test('pages with a token that stops', async () => {
  s3.on(ListObjectsV2Command).resolves({ NextContinuationToken: 'same' });
  const pages = paginateListObjectsV2(
    { client: new S3Client({}), stopOnSameToken: true },
    { Bucket },
  );
  const taken = [];
  for await (const page of pages) taken.push(page);
  expect(taken).toHaveLength(2);
});

test('a waiter that need not wait', async () => {
  s3.on(HeadBucketCommand).resolves({});
  const { state } = await waitUntilBucketExists(
    { client: new S3Client({}), maxWaitTime: 10 },
    { Bucket },
  );
  expect(state).toBe('SUCCESS');
});

test('a waiter with the mock as its client', async () => {
  s3.on(HeadBucketCommand).rejects(notFound());
  const { state } = await waitUntilBucketNotExists({ client: s3, maxWaitTime: 10 }, { Bucket });
  expect(state).toBe('SUCCESS');
});

test('a waiter that fails', async () => {
  ec2.on(DescribeInstancesCommand).resolves(instances('terminated'));
  const waiting = waitUntilInstanceRunning({ client: new EC2Client({}), maxWaitTime: 30 }, {});
  await expect(waiting).rejects.toThrow('FAILURE');
});

test('a waiter waits on a clock that the test moves', async () => {
  vi.useFakeTimers();
  ec2.on(DescribeInstancesCommand).resolves(instances('pending'));
  const client = new EC2Client({});
  const waiting = waitUntilInstanceRunning(
    { client, maxWaitTime: 60, minDelay: 5, maxDelay: 5 },
    {},
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(ec2).toHaveReceivedCommandTimes(DescribeInstancesCommand, 1);
  ec2.on(DescribeInstancesCommand).resolves(instances('running'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await waiting).state).toBe('SUCCESS');
});

test('a waiter waits for what the test does meanwhile', async () => {
  s3.on(HeadBucketCommand).rejects(notFound());
  const options = { client: new S3Client({}), maxWaitTime: 5, minDelay: 0.01, maxDelay: 0.01 };
  const waiting = waitUntilBucketExists(options, { Bucket });
  setTimeout(() => s3.on(HeadBucketCommand).resolves({}), 30);
  expect((await waiting).state).toBe('SUCCESS');
});

test('a waiter that is given up', async () => {
  s3.on(HeadBucketCommand).rejects(notFound());
  const abort = new AbortController();
  const options = { client: new S3Client({}), maxWaitTime: 100, abortSignal: abort.signal };
  const waiting = waitUntilBucketExists(options, { Bucket });
  setTimeout(() => abort.abort(), 10);
  await expect(waiting).rejects.toThrow();
});
