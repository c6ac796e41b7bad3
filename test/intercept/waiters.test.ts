import {
  DescribeInstancesCommand,
  EC2Client,
  waitForVpcAvailable,
  waitUntilInstanceRunning,
  waitUntilVpcAvailable,
  waitUntilVpcExists,
} from '@aws-sdk/client-ec2';
import { S3Client, waitUntilObjectExists } from '@aws-sdk/client-s3';
import { describe, expect, test, vi } from 'vitest';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';

const client = new EC2Client({});
const VpcIds = ['vpc-1'];

describe('DESIGN: waiters do not sleep', () => {
  test('a waiter polls until the state that it waits for, and takes no time', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    stub(EC2Client)
      .on('DescribeVpcs', { VpcIds })
      .resolvesOnce({ Vpcs: [{ VpcId: 'vpc-1', State: 'pending' }] })
      .resolvesOnce({ Vpcs: [{ VpcId: 'vpc-1', State: 'pending' }] })
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
    const result = await waitUntilVpcAvailable({ client, maxWaitTime: 600 }, { VpcIds });
    expect(result.state).toBe('SUCCESS');
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 3, { VpcIds });
    expect(timers).not.toHaveBeenCalled();
    timers.mockRestore();
  });

  test('a waiter goes on over errors that mean “not yet”', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .rejectsOnce('InvalidVpcID.NotFound')
      .resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });
    const result = await waitUntilVpcExists({ client, maxWaitTime: 60 }, { VpcIds });
    expect(result.state).toBe('SUCCESS');
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });

  test('a waiter waits for an S3 object', async () => {
    stub(S3Client)
      .on('HeadObject', { Bucket: 'docs', Key: 'a.txt' })
      .rejectsOnce('NotFound', { $metadata: { httpStatusCode: 404 } })
      .resolves({ ContentLength: 4 });
    const s3 = new S3Client({});
    const waited = await waitUntilObjectExists(
      { client: s3, maxWaitTime: 60 },
      { Bucket: 'docs', Key: 'a.txt' },
    );
    expect(waited.state).toBe('SUCCESS');
  });

  test('a waiter fails at once in a state that cannot become the one it waits for', async () => {
    stub(EC2Client)
      .on('DescribeInstances')
      .resolves({ Reservations: [{ Instances: [{ State: { Name: 'terminated' } }] }] });
    await expect(
      waitUntilInstanceRunning({ client, maxWaitTime: 600 }, { InstanceIds: ['i-1'] }),
    ).rejects.toThrow();
    expect(client).toHaveCalledOperationOnce(DescribeInstancesCommand);
  });
});

describe('a waiter that never sees its state', () => {
  test('times out after maxWaitTime, counted and not waited', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'pending' }] });
    const waiting = waitUntilVpcAvailable({ client, maxWaitTime: 200 }, { VpcIds });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    // EC2 waits 15, 30, 60, 120 s: polls at 0, 15, 45 and 105 s, and the next would be at 225 s.
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 4);
  });

  test('polls as often as minDelay and maxDelay say', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'pending' }] });
    const waiting = waitUntilVpcAvailable(
      { client, minDelay: 1, maxDelay: 4, maxWaitTime: 15 },
      { VpcIds },
    );
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    // 1, 2, 4, 4 and 4 s: polls at 0, 1, 3, 7, 11 and 15 s.
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 6);
  });

  test('gives TIMEOUT where the older waitFor form is used', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'pending' }] });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- code under test may still use it
    const result = await waitForVpcAvailable({ client, maxWaitTime: 20 }, { VpcIds });
    expect(result.state).toBe('TIMEOUT');
  });
});

describe('DESIGN: waiters stop at an unstubbed call', () => {
  test('at once, with the unstubbed call’s own error', async () => {
    configure({ unstubbed: 'throw' });
    const error: unknown = await waitUntilVpcAvailable(
      { client, maxWaitTime: 600 },
      { VpcIds },
    ).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(UnstubbedOperationError);
    expect(error).toMatchObject({ operation: 'DescribeVpcs', input: { VpcIds } });
    expect(client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('also where stubs answered before', async () => {
    stub(EC2Client, { unstubbed: 'throw' })
      .on('DescribeVpcs')
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] });
    const waiting = waitUntilVpcAvailable({ client, maxWaitTime: 600 }, { VpcIds });
    await expect(waiting).rejects.toThrow('has given all its replies');
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });
});

describe('an aborted waiter', () => {
  test('ends with AbortError', async () => {
    const controller = new AbortController();
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers(() => {
        controller.abort();
        return { Vpcs: [{ State: 'pending' }] };
      });
    const waiting = waitUntilVpcAvailable(
      { client, maxWaitTime: 600, abortSignal: controller.signal },
      { VpcIds },
    );
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(client).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('a waiter with options that the SDK refuses', () => {
  test('is refused by the SDK', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const waiting = waitUntilVpcAvailable({ client, maxWaitTime: 5, minDelay: 10 }, { VpcIds });
    await expect(waiting).rejects.toThrow('must be greater than WaiterConfiguration.minDelay');
  });
});
