import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));

describe('a waiter', () => {
  test('waits by the SDK’s own waiter, and gives the resource', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', { VpcIds: ['vpc-1'] })
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolves({ Vpcs: [{ State: 'available' }] });
    const vpc = ec2.Vpc('vpc-1');

    expect(await vpc.waitUntilAvailable()).toBe(vpc);
    expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });

  test('outdates what was loaded', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolves({ Vpcs: [{ State: 'available' }] });
    const vpc = await ec2.Vpc('vpc-1').load();

    await vpc.waitUntilAvailable();

    expect(await vpc.get('State')).toBe('available');
  });

  test('gives up after the time that it is given', async () => {
    stub(DynamoDBClient).on('DescribeTable').rejects('ResourceNotFoundException');
    const waiting = resource(new DynamoDBClient({}))
      .Table('orders')
      .waitUntilExists({}, { maxWaitTime: 60, minDelay: 20, maxDelay: 20 });

    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(DynamoDBClient).toHaveCalledOperationTimes('DescribeTable', 4);
  });

  test('ends at once at a refusal that waiting cannot change', async () => {
    stub(DynamoDBClient).on('DescribeTable').rejects('AccessDeniedException');
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.Malformed');
    const waiting = resource(new DynamoDBClient({})).Table('orders').waitUntilExists();

    await expect(waiting).rejects.toBeAwsError('AccessDeniedException');
    await expect(ec2.Vpc('no-id').waitUntilExists()).rejects.toBeAwsError('InvalidVpcID.Malformed');
    expect(DynamoDBClient).toHaveCalledOperationOnce('DescribeTable');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('goes on where it was too much at once, or AWS’s own fault', async () => {
    stub(DynamoDBClient)
      .on('DescribeTable')
      .rejectsOnce('ThrottlingException')
      .rejectsOnce('InternalServerError', { $metadata: { httpStatusCode: 500 } })
      .rejectsOnce('ResourceNotFoundException')
      .resolves({ Table: { TableStatus: 'ACTIVE' } });

    await resource(new DynamoDBClient({})).Table('orders').waitUntilExists();

    expect(DynamoDBClient).toHaveCalledOperationTimes('DescribeTable', 4);
  });

  test('takes a bucket that others may not see for one that exists, as botocore does', async () => {
    stub(S3Client)
      .on('HeadBucket')
      .rejects('Forbidden', { $metadata: { httpStatusCode: 403 } });

    await resource(new S3Client({})).Bucket('b').waitUntilExists();

    expect(S3Client).toHaveCalledOperationOnce('HeadBucket');
  });

  test('ends at once where nothing answers', async () => {
    configure({ unstubbed: 'throw' });

    expect(await messageOf(ec2.Vpc('vpc-1').waitUntilExists())).toContain(
      'No stub answers EC2 DescribeVpcs',
    );
  });
});
