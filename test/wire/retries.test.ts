import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { configure, serverError, stub, throttled, timeout } from '../../src/index.js';

const get = new GetItemCommand({ TableName: 'users', Key: { id: { S: '1' } } });

beforeEach(() => {
  configure({ delivery: 'wire' });
});

describe.each(['standard', 'adaptive'])('a client that retries in %s mode', (retryMode) => {
  test('has its answer after two throttles, in three attempts', async () => {
    stub(DynamoDBClient)
      .on('GetItem')
      .rejectsOnce(throttled())
      .rejectsOnce(throttled())
      .resolves({ Item: { id: { S: '1' } } });
    const output = await new DynamoDBClient({ retryMode }).send(get);
    expect(output.Item).toEqual({ id: { S: '1' } });
    expect(output.$metadata.attempts).toBe(3);
    expect(stub(DynamoDBClient).calls()).toMatchObject([{ operation: 'GetItem', attempts: 3 }]);
    expect(DynamoDBClient).toHaveCalledOperationOnce('GetItem');
  });

  test('does not sleep: it needs no clock', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'setInterval', 'Date'] });
    try {
      stub(DynamoDBClient).on('GetItem').rejectsOnce(throttled()).resolves({});
      await new DynamoDBClient({ retryMode }).send(get);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('gives up after its last attempt, with the last error', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects(serverError(503));
    const ec2 = new EC2Client({ retryMode, maxAttempts: 5 });
    await expect(ec2.send(new DescribeVpcsCommand({}))).rejects.toBeAwsError('ServiceUnavailable', {
      $metadata: { httpStatusCode: 503, attempts: 5 },
    });
    expect(stub(EC2Client).calls()[0]?.requests).toHaveLength(5);
  });
});

describe('retries', () => {
  test('of what is no passing fault are not made', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.NotFound');
    const call = new EC2Client({}).send(new DescribeVpcsCommand({}));
    await expect(call).rejects.toBeAwsError('InvalidVpcID.NotFound', {
      $metadata: { attempts: 1 },
    });
  });

  test('each use up a reply, so one that no reply is left for is unstubbed', async () => {
    configure({ unstubbed: 'throw' });
    stub(EC2Client).on('DescribeVpcs').rejectsOnce(timeout());
    await expect(new EC2Client({}).send(new DescribeVpcsCommand({}))).rejects.toThrow(
      'has given all its replies',
    );
    expect(stub(EC2Client).calls()[0]?.attempts).toBe(2);
  });

  test('of expectations need one for each attempt', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('DescribeVpcs').rejects(throttled());
    ec2.expects('DescribeVpcs').resolves({ Vpcs: [] });
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(EC2Client).toHaveNoPendingStubs();
  });

  test('go by a strategy of the client’s own where it has one', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects(throttled());
    const asked: unknown[] = [];
    const token = { getRetryCount: () => 0, getRetryDelay: () => 0, getRetryCost: () => 0 };
    const ec2 = new EC2Client({
      retryStrategy: {
        acquireInitialRetryToken: () => Promise.resolve(token),
        refreshRetryTokenForRetry: (_: unknown, { errorType }: { errorType: string }) => {
          asked.push(errorType);
          return Promise.reject(new Error('no more'));
        },
        recordSuccess: () => undefined,
      },
    });
    await expect(ec2.send(new DescribeVpcsCommand({}))).rejects.toBeAwsError(
      'RequestLimitExceeded',
    );
    expect(asked).toEqual(['THROTTLING']);
  });

  test('wait as they do against AWS where they are told to', async () => {
    configure({ retryDelays: true });
    // The strategy takes a random part of its longest delay, which may be none of it.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    stub(EC2Client).on('DescribeVpcs').rejectsOnce(timeout()).resolves({ Vpcs: [] });
    const ec2 = new EC2Client({ retryStrategy: new StandardRetryStrategy({ maxAttempts: 2 }) });
    const { $metadata } = await ec2.send(new DescribeVpcsCommand({}));
    expect($metadata.attempts).toBe(2);
    expect($metadata.totalRetryDelay).toBeGreaterThan(0);
  });
});
