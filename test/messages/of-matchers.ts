import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { configure, stub, useAwsFixture } from '../../src/index.js';
import type { Provocations } from './provocations.js';

const bucket = () => expect(useAwsFixture('bucket', { name: 'docs' }));
const queue = () => expect(useAwsFixture('queue', { name: 'orders' }));
const topic = () => expect(useAwsFixture('topic', { name: 'orders' }));
const calls = () => expect(EC2Client);

/** A call of a matcher with arguments that its types do not have. */
function given(assertion: object, matcher: string, ...args: unknown[]): unknown {
  return (assertion as Readonly<Record<string, (...args: unknown[]) => unknown>>)[matcher]?.(
    ...args,
  );
}

export const ofMatchers: Provocations = {
  'a-matcher-on-something-else': [
    () => {
      expect(5).toExist();
    },
    () => {
      queue().toHaveObject('a');
    },
    () => {
      expect(() => 5).toBeAwsError('NoSuchKey');
    },
    () => {
      expect(5).toBeAwsError('NoSuchKey');
    },
    () => {
      expect(Promise.resolve()).toBeAwsError('NoSuchKey');
    },
  ],
  'what-a-matcher-takes': [
    () => {
      (calls().toHaveCalledOperation as (...args: unknown[]) => unknown)('CreateVpc', {}, {});
    },
    () => given(bucket(), 'toExist', 1),
    () => {
      calls().toHaveCalledOperation('CreateVpc', [] as never);
    },
    () => {
      calls().toHaveCalledOperationsInOrder('CreateVpc' as never);
    },
    () => {
      calls().toHaveCalledOperationsInOrder([['CreateVpc', {}, {}] as never]);
    },
    () => {
      calls().toHaveCalledOperationsInOrder([]);
    },
    () => {
      calls().toHaveCalledOperationTimes('CreateVpc', -1);
    },
    () => {
      expect(new Error('no')).toBeAwsError(5 as never);
    },
    () => {
      expect(new Error('no')).toBeAwsError('NoSuchKey', 5 as never);
    },
    () => {
      expect(
        useAwsFixture('function', { name: 'work', handler: () => 'done' }),
      ).toHaveBeenInvokedTimes('twice' as never);
    },
    () => {
      expect(useAwsFixture('account')).toHaveDelivered(5 as never);
    },
    () => {
      expect(useAwsFixture('table', { name: 'orders', key: { id: 'S' } })).toHaveItem(5 as never);
    },
    () => {
      queue().toHaveMessage(5 as never);
    },
    () => {
      bucket().toHaveObject(5 as never);
    },
    () => {
      bucket().toHaveObject('a', 5 as never);
    },
    () => {
      expect(useAwsFixture('parameters', {})).toHaveParameter(5 as never);
    },
    () => {
      expect(useAwsFixture('parameters', {})).toHaveParameter('/a', 5 as never);
    },
    () => {
      topic().toHavePublished(5 as never);
    },
    () => {
      expect(useAwsFixture('bus', { name: 'shop' })).toHaveReceivedEvent(5 as never);
    },
    () => {
      bucket().toHaveState(5 as never);
    },
    () => {
      calls().toHaveSentRequest(5 as never);
    },
    () => {
      calls().toHaveSentRequest({ verb: 'GET' } as never);
    },
    () => {
      calls().toHaveSentRequest({ method: 'get' });
    },
    () => {
      calls().toHaveSentRequest({ headers: expect.objectContaining({ 'X-A': 'b' }) as never });
    },
    async () => {
      configure({ delivery: 'wire' });
      await listed();
      expect(S3Client).not.toHaveSentRequest({ headers: { 'user-agnt': 'a' } });
    },
    async () => {
      await listed();
      expect(S3Client).toHaveSentRequest({ method: 'GET' });
    },
  ],
};

async function listed(): Promise<void> {
  const { ListBucketsCommand } = await import('@aws-sdk/client-s3');
  stub(S3Client).on('ListBuckets').resolves({});
  await new S3Client({}).send(new ListBucketsCommand({}));
}
