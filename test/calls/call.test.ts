import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  type CreateVpcCommandInput,
} from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { configure, stub } from '../../src/index.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('a call is recorded', () => {
  test('with who was called, with what, and what the caller got', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const client = new EC2Client({});
    const output = await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));

    const [call, ...others] = stub(EC2Client).calls();
    expect({ ...call }).toEqual({
      service: 'EC2',
      operation: 'CreateVpc',
      input: { CidrBlock: '10.0.0.0/16' },
    });
    expect(call?.client).toBe(client);
    expect(call?.output).toBe(output);
    expect(call?.attempts).toBe(1);
    expect(others).toEqual([]);
  });

  test('with the error that it was refused with', async () => {
    stub(EC2Client).on(CreateVpcCommand).rejects('VpcLimitExceeded');
    const error: unknown = await new EC2Client({})
      .send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
      .catch((refusal: unknown) => refusal);

    const [call] = stub(EC2Client).calls();
    expect(call?.error).toBe(error);
    expect(call?.output).toBeUndefined();
  });

  test('at once, before its answer has come', async () => {
    vi.useFakeTimers();
    stub(EC2Client).on(DescribeVpcsCommand).resolves({ Vpcs: [] }).after(1000);
    const answer = new EC2Client({}).send(new DescribeVpcsCommand({}));

    const [call] = stub(EC2Client).calls();
    expect(call).toMatchObject({ operation: 'DescribeVpcs', input: {} });
    expect(call?.output).toBeUndefined();
    expect(call?.error).toBeUndefined();

    await vi.advanceTimersByTimeAsync(1000);
    expect(call?.output).toBe(await answer);
  });

  test('also where nothing answers it', async () => {
    stub(EC2Client, { unstubbed: 'throw' });
    await expect(new EC2Client({}).send(new DescribeVpcsCommand({}))).rejects.toThrow();
    expect(stub(EC2Client).calls()).toHaveLength(1);
  });
});

describe('DESIGN: the input changed later by its owner', () => {
  test('the call keeps what was sent', async () => {
    stub(EC2Client).on('CreateVpc').resolves();
    const input: CreateVpcCommandInput = {
      CidrBlock: '10.0.0.0/16',
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'first' }] }],
    };
    const client = new EC2Client({});
    await client.send(new CreateVpcCommand(input));
    input.CidrBlock = '10.1.0.0/16';
    input.TagSpecifications![0]!.Tags![0]!.Value = 'second';
    await client.send(new CreateVpcCommand(input));

    const values = stub(EC2Client)
      .calls(CreateVpcCommand)
      .map(({ input }) => [input.CidrBlock, input.TagSpecifications?.[0]?.Tags?.[0]?.Value]);
    expect(values).toEqual([
      ['10.0.0.0/16', 'first'],
      ['10.1.0.0/16', 'second'],
    ]);
  });

  test('a call is matched as it was sent, also when its reply is delayed', async () => {
    vi.useFakeTimers();
    stub(EC2Client)
      .on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })
      .answers(({ CidrBlock }) => ({ Vpc: { CidrBlock } }))
      .after(1000);
    const input = { CidrBlock: '10.0.0.0/16' };
    const answer = new EC2Client({}).send(new CreateVpcCommand(input));
    input.CidrBlock = '10.1.0.0/16';
    await vi.advanceTimersByTimeAsync(1000);

    expect((await answer).Vpc?.CidrBlock).toBe('10.0.0.0/16');
    expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
  });
});

describe('stub(target).calls()', () => {
  test('gives the calls in the order they were made', async () => {
    stub(EC2Client, { unstubbed: 'empty' });
    const client = new EC2Client({});
    await client.send(new DescribeVpcsCommand({}));
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    await client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));

    const operations = stub(EC2Client)
      .calls()
      .map((call) => call.operation);
    expect(operations).toEqual(['DescribeVpcs', 'CreateVpc', 'DescribeVpcs']);
  });

  test('gives those of one operation, by name and by class, and those with some parameters', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    const client = new EC2Client({});
    await client.send(new DescribeVpcsCommand({ MaxResults: 5 }));
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    await client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'], MaxResults: 10 }));

    expect(ec2.calls('DescribeVpcs')).toHaveLength(2);
    expect(ec2.calls(DescribeVpcsCommand)).toHaveLength(2);
    const some = ec2.calls(DescribeVpcsCommand, {
      MaxResults: expect.any(Number),
      VpcIds: ['vpc-1'],
    });
    expect(some.map(({ input }) => input.MaxResults)).toEqual([10]);
    expect(ec2.calls('RunInstances')).toEqual([]);
  });

  test('gives those of its target only; of every client for stub()', async () => {
    configure({ unstubbed: 'empty' });
    const [one, other] = [new EC2Client({}), new EC2Client({})];
    await one.send(new DescribeVpcsCommand({}));
    await other.send(new DescribeVpcsCommand({}));
    await new S3Client({}).send(new ListBucketsCommand({}));

    expect(stub(one).calls()).toHaveLength(1);
    expect(stub(EC2Client).calls()).toHaveLength(2);
    expect(stub('S3').calls()).toHaveLength(1);
    expect(
      stub()
        .calls()
        .map(({ service }) => service),
    ).toEqual(['EC2', 'EC2', 'S3']);
  });

  test('gives a list that later calls do not change', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    const before = ec2.calls();
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(before).toEqual([]);
    expect(ec2.calls()).toHaveLength(1);
  });

  test('refuses parameters that are no object', () => {
    expect(() => stub(EC2Client).calls('DescribeVpcs', 'vpc-1' as never)).toThrow(
      "stub(EC2Client).calls() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got a string.",
    );
  });

  test('refuses an operation that the service does not have', () => {
    expect(() => stub(EC2Client).calls('DescribeVpc')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).calls(): EC2Client has no operation 'DescribeVpc'. Did you mean 'DescribeVpcs'?]`,
    );
  });
});
