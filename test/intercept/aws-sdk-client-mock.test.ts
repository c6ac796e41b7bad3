import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2,
  EC2Client,
  waitUntilVpcAvailable,
} from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test, vi, type Mock } from 'vitest';
import { stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});
const nextToken = async () => (await client.send(new DescribeVpcsCommand({}))).NextToken;

describe('aws-sdk-client-mock’s mockClient in the same suite', () => {
  afterEach(() => {
    mockClient(EC2Client).restore();
  });

  test('its stub wins for its client, ours answer the others', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
    stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
    mockClient(EC2Client).on(DescribeVpcsCommand).resolves({ NextToken: 'theirs' });
    expect(await nextToken()).toBe('theirs');
    const { Buckets } = await new S3Client({}).send(new ListBucketsCommand({}));
    expect(Buckets).toEqual([]);
  });

  test('its restore() gives the client back to us', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
    const mock = mockClient(EC2Client);
    mock.on(DescribeVpcsCommand).resolves({ NextToken: 'theirs' });
    mock.restore();
    expect(await nextToken()).toBe('ours');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('the same for a single client', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
    const mock = mockClient(client);
    mock.on(DescribeVpcsCommand).resolves({ NextToken: 'theirs' });
    expect(await nextToken()).toBe('theirs');
    expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
    mock.restore();
    expect(await nextToken()).toBe('ours');
  });
});

describe('a waiter whose calls mockClient answers', () => {
  const VpcIds = ['vpc-1'];

  afterEach(() => {
    mockClient(EC2Client).restore();
    vi.useRealTimers();
  });

  test('waits as the SDK does, for what the test does meanwhile', async () => {
    vi.useFakeTimers();
    const mock = mockClient(EC2Client);
    mock.on(DescribeVpcsCommand).resolves({ Vpcs: [{ State: 'pending' }] });
    const waiting = waitUntilVpcAvailable(
      { client, minDelay: 5, maxDelay: 5, maxWaitTime: 60 },
      { VpcIds },
    );
    await vi.advanceTimersByTimeAsync(1000);
    expect(mock.calls()).toHaveLength(1);
    mock.on(DescribeVpcsCommand).resolves({ Vpcs: [{ State: 'available' }] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await waiting).state).toBe('SUCCESS');
  });

  test('the same for a spy on send', async () => {
    vi.useFakeTimers();
    const spied = new EC2Client({});
    const send = vi.spyOn(spied, 'send') as Mock<() => unknown>;
    send.mockReturnValue(Promise.resolve({ Vpcs: [{ State: 'pending' }] }));
    const waiting = waitUntilVpcAvailable(
      { client: spied, minDelay: 5, maxDelay: 5, maxWaitTime: 60 },
      { VpcIds },
    );
    await vi.advanceTimersByTimeAsync(1000);
    expect(send).toHaveBeenCalledTimes(1);
    send.mockReturnValue(Promise.resolve({ Vpcs: [{ State: 'available' }] }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await waiting).state).toBe('SUCCESS');
  });
});

describe('our matchers read the calls that mockClient answered', () => {
  afterEach(() => {
    mockClient(EC2Client).restore();
    mockClient(client).restore();
  });

  test('of a class', async () => {
    mockClient(EC2Client).on(CreateVpcCommand).resolves({});
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    await new EC2({}).createVpc({ CidrBlock: '10.1.0.0/16' });
    expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    expect(EC2Client).toHaveCalledOperationTimes(CreateVpcCommand, 2);
    expect(client).toHaveCalledOperationOnce('CreateVpc');
    expect(EC2Client).not.toHaveCalledOperation('DescribeVpcs');
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('of a client', async () => {
    mockClient(client).on(CreateVpcCommand).resolves({});
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(client).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    expect(new EC2Client({})).not.toHaveCalledAnyOperation();
  });

  test('of what mockClient gave', async () => {
    const ofClass = mockClient(EC2Client);
    ofClass.on(CreateVpcCommand).resolves({});
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(ofClass).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    ofClass.reset();
    expect(ofClass).not.toHaveCalledAnyOperation();

    const ofClient = mockClient(client);
    ofClient.on(DescribeVpcsCommand).resolves({});
    await client.send(new DescribeVpcsCommand({}));
    expect(ofClient).toHaveLastCalledOperation('DescribeVpcs');
  });

  test('with what the caller got, and in the messages of those that fail', async () => {
    mockClient(EC2Client)
      .on(CreateVpcCommand)
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const [call] = stub(EC2Client).calls();
    expect(call).toMatchObject({ service: 'EC2', operation: 'CreateVpc' });
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.9.0.0/16' });
    });
    expect(message).toContain('The nearest call is call 1:');
    expect(message).toContain('→ 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }');
    expect(stub(EC2Client).calls()[0]).toBe(call);
    expect(call?.output).toEqual({ Vpc: { VpcId: 'vpc-1' } });
  });

  test('along with those that stubs of ours answered', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    await nextToken();
    mockClient(EC2Client).on(CreateVpcCommand).resolves({});
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(EC2Client).toHaveCalledOperationsInOrder(['DescribeVpcs', 'CreateVpc']);
  });
});
