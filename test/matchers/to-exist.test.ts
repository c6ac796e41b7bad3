import { DeleteSubnetCommand, EC2Client, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const ec2 = new EC2Client({});

describe('toExist', () => {
  test('passes for what is there, and .not for what is gone', async () => {
    const network = useAwsFixture('vpc', { subnets: 2 });
    const [first, second] = network.subnets;
    expect(first).toExist();
    await ec2.send(new DeleteSubnetCommand({ SubnetId: first!.id }));
    expect(first).not.toExist();
    expect(second).toExist();
  });

  test('takes a handle that is one thing', async () => {
    const bucket = useAwsFixture('bucket');
    expect(bucket).toExist();
    await new S3Client({}).send(new DeleteBucketCommand({ Bucket: bucket.name }));
    expect(bucket).not.toExist();
  });

  test('takes a terminated instance for gone, though AWS still describes it', async () => {
    const instance = useAwsFixture('instance');
    expect(instance).toExist();
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [instance.id] }));
    expect(instance.state.State.Name).toBe('terminated');
    expect(instance).not.toExist();
    expect(
      await messageOf(() => {
        expect(instance).toExist();
      }),
    ).toContain('to exist, but it is terminated');
  });

  test('says what is gone', async () => {
    const bucket = useAwsFixture('bucket');
    await new S3Client({}).send(new DeleteBucketCommand({ Bucket: bucket.name }));
    expect(
      await messageOf(() => {
        expect(bucket).toExist();
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket bucket-1).toExist()

      Expected the bucket bucket-1 to exist, but it is gone"
    `);
  });

  test('says what is there', async () => {
    const bucket = useAwsFixture('bucket');
    expect(
      await messageOf(() => {
        expect(bucket).not.toExist();
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket bucket-1).not.toExist()

      Expected the bucket bucket-1 to be gone, but it exists"
    `);
  });
});

describe('wrong use: toExist refuses', () => {
  const network = useAwsFixture('vpc', { subnets: 2 });

  test.each<[string, () => unknown, string]>([
    ['undefined', () => undefined, 'undefined'],
    ['an id', () => network.vpc.id, 'a string'],
    ['a list', () => network.subnets, 'a list; expect each of it'],
    ['a client', () => ec2, 'a value of type EC2Client'],
    [
      'a fixture of several things',
      () => network,
      'a fixture of several; expect one of them: .vpc, .subnets',
    ],
  ])('%s, also under .not', async (_, received, shown) => {
    const expected = `WrongUseError: expect(…).toExist() looks at one thing of a fixture, such as network.vpc or a bucket, but got ${shown}.`;
    expect(
      await messageOf(() => {
        expect(received()).toExist();
      }),
    ).toBe(expected);
    expect(
      await messageOf(() => {
        expect(received()).not.toExist();
      }),
    ).toBe(expected);
  });

  test('arguments', async () => {
    expect(
      await messageOf(() => {
        expect(network.vpc).toExist(...([true] as unknown as []));
      }),
    ).toBe('WrongUseError: expect(…).toExist() takes no arguments, but got 1 argument.');
  });
});
