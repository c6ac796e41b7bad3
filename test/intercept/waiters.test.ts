import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeInstancesCommand,
  EC2Client,
  waitForVpcAvailable,
  waitUntilInstanceRunning,
  waitUntilVpcAvailable,
  waitUntilVpcExists,
} from '@aws-sdk/client-ec2';
import { S3Client, waitUntilObjectExists } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a waiter whose calls go on to an endpoint', () => {
  /** An emulator, as far as it is needed: what it answers, one after the other. */
  const answers: (() => { readonly status: number; readonly body?: string })[] = [];
  const asked: number[] = [];
  const server = createServer((_, response) => {
    asked.push(Date.now());
    const { status, body } = answers.shift()?.() ?? { status: 404 };
    response.writeHead(status).end(body);
  });
  let s3 = new S3Client({});

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${String(port)}`;
    s3 = new S3Client({ endpoint, forcePathStyle: true, maxAttempts: 1 });
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
    answers.length = 0;
  });

  /** With delays that take a tenth of a second and up. */
  function wait(maxWaitTime = 5): Promise<{ readonly state: string }> {
    return waitUntilObjectExists(
      { client: s3, minDelay: 0.1, maxDelay: 0.2, maxWaitTime },
      { Bucket: 'docs', Key: 'a.txt' },
    );
  }

  test.each<[string, () => void]>([
    ['stub(target).passthrough()', () => stub(S3Client).passthrough()],
    [
      "configure({ unstubbed: 'passthrough' })",
      () => {
        configure({ unstubbed: 'passthrough' });
      },
    ],
  ])('waits as the SDK does between its polls, by %s', async (_, passThrough) => {
    passThrough();
    answers.push(
      () => ({ status: 404 }),
      () => ({ status: 404 }),
      () => ({ status: 200 }),
    );
    expect(await wait()).toMatchObject({ state: 'SUCCESS' });
    const [first = 0, second = 0, third = 0] = asked;
    expect(asked).toHaveLength(3);
    // A timer may be early by a part of a millisecond.
    expect(second - first).toBeGreaterThanOrEqual(99);
    expect(third - second).toBeGreaterThanOrEqual(99);
  });

  test('times out when the SDK would', async () => {
    stub(S3Client).passthrough();
    const began = Date.now();
    await expect(wait(0.5)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(200);
    expect(asked.length).toBeLessThan(6);
  });

  test('takes no time for polls that stubs answer', async () => {
    const s3Stub = stub(S3Client).passthrough();
    s3Stub.on('HeadObject').rejectsOnce('NotFound').rejectsOnce('NotFound').rejectsOnce('NotFound');
    answers.push(
      () => ({ status: 404 }),
      () => ({ status: 200 }),
    );
    const began = Date.now();
    expect(await wait()).toMatchObject({ state: 'SUCCESS' });
    expect(s3).toHaveCalledOperationTimes('HeadObject', 5);
    const [first = 0, second = 0] = asked;
    expect(second - first).toBeGreaterThanOrEqual(99);
    // Three delays more would take 0.5 s.
    expect(first - began).toBeLessThan(400);
  });
});
