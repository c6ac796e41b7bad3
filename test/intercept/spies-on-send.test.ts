import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { Client } from '@smithy/core/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});
const createVpc = () => client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));

/** `send` as a test hides it: its overloads are too many for the types of a spy. */
const hidden = (of: object) => vi.spyOn(of as { send: (...args: unknown[]) => unknown }, 'send');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the matchers see the calls that a spy on send hides', () => {
  test.each([
    ['a client', client],
    ['its class', EC2Client.prototype],
    ['the class of all clients', Client.prototype],
  ])('on %s', async (_, spied) => {
    hidden(spied).mockResolvedValue({ Vpc: { VpcId: 'vpc-1' } });
    await createVpc();
    expect(client).toHaveCalledOperationOnce('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    expect(client).toHaveCalledOnlyOperations(['CreateVpc']);
    expect(new S3Client({})).not.toHaveCalledAnyOperation();
    await expect(
      messageOf(() => {
        expect(client).not.toHaveCalledOperation('CreateVpc');
      }),
    ).resolves.toContain('→ 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }');
  });

  test.each([
    ['its class', EC2Client.prototype],
    ['the class of all clients', Client.prototype],
  ])('on %s, for every target', async (_, spied) => {
    hidden(spied).mockResolvedValue({});
    await new EC2({}).createVpc({ CidrBlock: '10.0.0.0/16' });
    for (const target of [EC2Client, EC2, 'EC2', stub(), stub(EC2Client)]) {
      expect(target).toHaveCalledOperationOnce('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    }
    expect('S3').not.toHaveCalledAnyOperation();
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('with how each ended', async () => {
    const refused = new Error('refused');
    hidden(EC2Client.prototype)
      .mockResolvedValueOnce({ Vpc: { VpcId: 'vpc-1' } })
      .mockRejectedValueOnce(refused)
      .mockImplementationOnce(() => {
        throw refused;
      });
    await createVpc();
    await expect(createVpc()).rejects.toBe(refused);
    expect(createVpc).toThrow(refused);
    const calls = stub(EC2Client).calls('CreateVpc');
    await vi.waitFor(() => {
      expect(calls.map(({ error }) => error)).toEqual([undefined, refused, refused]);
    });
    expect(calls[0]?.output).toEqual({ Vpc: { VpcId: 'vpc-1' } });
    expect(calls.map((call) => call.client)).toEqual([client, client, client]);
    expect(stub(EC2Client).calls()[0]).toBe(calls[0]);
  });

  test('in the order of all spies', async () => {
    hidden(S3Client.prototype).mockResolvedValue({});
    hidden(EC2Client.prototype).mockResolvedValue({});
    await createVpc();
    await new S3Client({}).send(new ListBucketsCommand({}));
    await client.send(new DescribeVpcsCommand({}));
    expect(stub()).toHaveCalledOperationsInOrder(['CreateVpc', 'ListBuckets', 'DescribeVpcs']);
    expect(stub().calls()).toHaveLength(3);
  });

  test('until it is restored or cleared', async () => {
    const spy = hidden(client).mockResolvedValue({});
    await createVpc();
    spy.mockClear();
    expect(client).not.toHaveCalledAnyOperation();
    await createVpc();
    expect(client).toHaveCalledOperationOnce('CreateVpc');
    spy.mockRestore();
    expect(client).not.toHaveCalledAnyOperation();
  });
});

describe('a spy on send that hides nothing', () => {
  test.each([
    ['a client', client],
    ['its class', EC2Client.prototype],
    ['the class of all clients', Client.prototype],
  ])('on %s: its calls are answered, and there once', async (_, spied) => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const spy = hidden(spied);
    expect((await createVpc()).Vpc?.VpcId).toBe('vpc-1');
    expect(spy).toHaveBeenCalledTimes(1);
    expect(client).toHaveCalledOperationOnce('CreateVpc');
    expect(stub().calls()).toHaveLength(1);
  });

  test('but for some calls, also of one command', async () => {
    stub(EC2Client).on('CreateVpc').resolves({});
    hidden(EC2Client.prototype).mockResolvedValueOnce({});
    hidden(client);
    const command = new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' });
    await client.send(command);
    await client.send(command);
    expect(client).toHaveCalledOperationTimes('CreateVpc', 2);
  });
});
