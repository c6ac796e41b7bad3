import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test, vi } from 'vitest';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';

const client = new EC2Client({});

describe('DESIGN: callbacks', () => {
  test('get the output after null', async () => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const args = await new Promise<unknown[]>((resolve) => {
      const command = new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' });
      client.send(command, (...given: unknown[]) => {
        resolve(given);
      });
    });
    expect(args).toEqual([null, { Vpc: { VpcId: 'vpc-1' }, $metadata: expect.anything() }]);
  });

  test('get the output where options come before them', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    const args = await new Promise<unknown[]>((resolve) => {
      client.send(new DescribeVpcsCommand({}), { requestTimeout: 100 }, (...given: unknown[]) => {
        resolve(given);
      });
    });
    expect(args).toEqual([null, { Vpcs: [], $metadata: expect.anything() }]);
  });

  test('get the error', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('UnauthorizedOperation');
    const error = await new Promise((resolve) => {
      client.send(new DescribeVpcsCommand({}), resolve);
    });
    expect(error).toBeAwsError('UnauthorizedOperation');
  });

  test('get the error of an unstubbed call', async () => {
    configure({ unstubbed: 'throw' });
    const error = await new Promise((resolve) => {
      client.send(new DescribeVpcsCommand({}), resolve);
    });
    expect(error).toBeInstanceOf(UnstubbedOperationError);
  });

  test('get AbortError where their options hold an aborted signal', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const error = await new Promise((resolve) => {
      client.send(new DescribeVpcsCommand({}), { abortSignal: AbortSignal.abort() }, resolve);
    });
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  test('are called later, and send() gives nothing', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const callback = vi.fn();
    const send = client.send.bind(client) as (...args: unknown[]) => unknown;
    const returned = send(new DescribeVpcsCommand({}), callback);
    expect(returned).toBeUndefined();
    expect(callback).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      expect(callback).toHaveBeenCalledOnce();
    });
  });

  test('that throw are not called twice', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const callback = vi.fn(() => {
      throw new Error('in the callback');
    });
    client.send(new DescribeVpcsCommand({}), callback);
    await new Promise((resolve) => setImmediate(resolve));
    expect(callback).toHaveBeenCalledOnce();
  });
});
