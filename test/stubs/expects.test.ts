import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANY, configure, exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});

async function createVpc(input: { CidrBlock?: string; DryRun?: boolean }): Promise<unknown> {
  const { Vpc } = await client.send(new CreateVpcCommand(input));
  return Vpc?.VpcId;
}

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

describe('DESIGN: expects params: the whole input must match', () => {
  test('a call with these parameters and no others meets the expectation', async () => {
    stub(EC2Client)
      .expects(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    expect(await createVpc({ CidrBlock: '10.0.0.0/16' })).toBe('vpc-1');
  });

  test('a call with more does not, and neither does one with fewer', async () => {
    stub(EC2Client)
      .expects(CreateVpcCommand, { CidrBlock: '10.0.0.0/16', DryRun: false })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    await expect(createVpc({ CidrBlock: '10.0.0.0/16' })).rejects.toThrow('No stub answers');
    const more = { CidrBlock: '10.0.0.0/16', DryRun: false, AmazonProvidedIpv6CidrBlock: true };
    await expect(createVpc(more)).rejects.toThrow('takes these parameters and no others');
    expect(await createVpc({ CidrBlock: '10.0.0.0/16', DryRun: false })).toBe('vpc-1');
  });

  test('undefined members count as absent on both sides', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateVpc', { CidrBlock: ANY, DryRun: undefined }).resolves();
    ec2.expects('CreateVpc', { CidrBlock: ANY }).resolves();
    await createVpc({ CidrBlock: '10.0.0.0/16' });
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', Ipv6Pool: undefined }));
    expect(ec2).toHaveNoPendingStubs();
  });

  test('exactly(params) says the same', async () => {
    stub(EC2Client)
      .expects('CreateVpc', exactly({ CidrBlock: '10.0.0.0/16' }))
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    await expect(createVpc({ CidrBlock: '10.0.0.0/16', DryRun: true })).rejects.toThrow();
    expect(await createVpc({ CidrBlock: '10.0.0.0/16' })).toBe('vpc-1');
  });

  test('no params mean any input', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
    ec2.expects(CreateVpcCommand, undefined).resolves({ Vpc: { VpcId: 'vpc-2' } });
    expect(await createVpc({ CidrBlock: '10.0.0.0/16', DryRun: true })).toBe('vpc-1');
    expect(await createVpc({})).toBe('vpc-2');
  });

  test('params without members mean an empty input', async () => {
    stub(EC2Client).expects(DescribeVpcsCommand, {}).resolves({ Vpcs: [] });
    await expect(client.send(new DescribeVpcsCommand({ MaxResults: 5 }))).rejects.toThrow();
    expect(await client.send(new DescribeVpcsCommand({}))).toMatchObject({ Vpcs: [] });
  });
});

describe('DESIGN: expects params: a mismatch consumes nothing', () => {
  test('neither with other parameters', async () => {
    stub(EC2Client)
      .expects(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    await expect(createVpc({ CidrBlock: '10.1.0.0/16' })).rejects.toThrow();
    await expect(createVpc({ CidrBlock: '10.2.0.0/16' })).rejects.toThrow();
    expect(await createVpc({ CidrBlock: '10.0.0.0/16' })).toBe('vpc-1');
  });

  test('nor with another operation', async () => {
    stub(EC2Client)
      .expects('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow();
    expect(await createVpc({})).toBe('vpc-1');
  });

  test('the message says which parameters differ', async () => {
    stub(EC2Client)
      .expects(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const call = createVpc({ CidrBlock: '10.1.0.0/16', DryRun: true });
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.

        EC2Client was called with
          { CidrBlock: '10.1.0.0/16', DryRun: true }

      The nearest stub:

        EC2Client CreateVpc { CidrBlock: '10.0.0.0/16' }
           in test/stubs/expects.test.ts:LINE
           takes these parameters and no others
           - CidrBlock: '10.0.0.0/16'
           + CidrBlock: '10.1.0.0/16'
           + DryRun: true

      To answer it, add to the test:

        stub(EC2Client).on('CreateVpc', { CidrBlock: '10.1.0.0/16', DryRun: true }).resolves({ /* Vpc */ });"
    `);
    await createVpc({ CidrBlock: '10.0.0.0/16' });
  });
});

describe('expectations', () => {
  test('are used in the order they were written, each once', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
    ec2.expects('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-2' } });
    ec2.expects('CreateSubnet', { VpcId: 'vpc-2', CidrBlock: ANY }).rejects('InvalidSubnet.Range');
    expect(await createVpc({})).toBe('vpc-1');
    expect(await createVpc({})).toBe('vpc-2');
    const subnet = new CreateSubnetCommand({ VpcId: 'vpc-2', CidrBlock: '10.0.0.0/24' });
    await expect(client.send(subnet)).rejects.toBeAwsError('InvalidSubnet.Range');
    await expect(createVpc({})).rejects.toThrow('No stub answers EC2 CreateVpc');
  });

  test('a call before its turn is refused, with the call that was expected', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({});
    ec2.expects('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }).resolves({});
    const subnet = new CreateSubnetCommand({ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' });
    expect(await messageOf(client.send(subnet))).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateSubnet. Nothing was sent to AWS.

        EC2Client was called with
          { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }

      It is expected later, after this one; next is

        EC2Client CreateVpc { CidrBlock: '10.0.0.0/16' }
           in test/stubs/expects.test.ts:LINE

      If the order does not matter, write

        stub(EC2Client).inAnyOrder();"
    `);
    await createVpc({ CidrBlock: '10.0.0.0/16' });
    await client.send(subnet);
  });

  test('a call after all are met is refused', async () => {
    stub(EC2Client).expects('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({});
    await createVpc({ CidrBlock: '10.0.0.0/16' });
    const call = createVpc({ CidrBlock: '10.0.0.0/16' });
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.

        EC2Client was called with
          { CidrBlock: '10.0.0.0/16' }

      The nearest stub:

        EC2Client CreateVpc { CidrBlock: '10.0.0.0/16' }
           in test/stubs/expects.test.ts:LINE
           was expected once, and that call was made

      To answer it, add to the test:

        stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({ /* Vpc */ });"
    `);
  });

  test('without a reply are met by an empty output', async () => {
    stub(EC2Client).expects(DescribeVpcsCommand);
    const { $metadata, ...output } = await client.send(new DescribeVpcsCommand({}));
    expect(output).toEqual({});
    expect($metadata.httpStatusCode).toBe(200);
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow();
  });

  test('of different targets are queues of their own', async () => {
    const other = new EC2Client({});
    stub(EC2Client).expects('DescribeVpcs').resolves({ NextToken: 'class' });
    stub(other).expects('DescribeVpcs').resolves({ NextToken: 'instance' });
    const [first, second] = await Promise.all([
      other.send(new DescribeVpcsCommand({})),
      client.send(new DescribeVpcsCommand({})),
    ]);
    expect([first.NextToken, second.NextToken]).toEqual(['instance', 'class']);
  });

  test('may be written in one chain', async () => {
    stub(EC2Client)
      .expects('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } })
      .expects('DescribeVpcs')
      .resolves({ Vpcs: [] });
    await createVpc({});
    await client.send(new DescribeVpcsCommand({}));
    expect(EC2Client).toHaveNoPendingStubs();
  });

  test('may be met by resolvesOnce, rejectsOnce and answersOnce, which say the same', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    ec2.expects('CreateVpc').answersOnce(({ CidrBlock }) => ({ Vpc: { VpcId: CidrBlock } }));
    ec2.expects('CreateVpc').rejectsOnce('VpcLimitExceeded');
    expect(await createVpc({})).toBe('vpc-1');
    expect(await createVpc({ CidrBlock: '10.0.0.0/16' })).toBe('10.0.0.0/16');
    await expect(createVpc({})).rejects.toBeAwsError('VpcLimitExceeded');
  });
});

describe('wrong use: an expectation refuses', () => {
  test('a second reply', async () => {
    const expectation = stub(EC2Client).expects('CreateVpc').resolves({});
    expect(() => expectation.rejects('VpcLimitExceeded')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).expects(): an expectation is met once, so it has one reply; write another .expects() for the next call.]`,
    );
    await createVpc({});
  });

  test('params that are no object', () => {
    expect(() =>
      stub(EC2Client).expects('CreateVpc', 5 as never),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).expects() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got 5.]`,
    );
    expect(stub()).toHaveNoPendingStubs();
  });

  test('an operation that the service does not have', () => {
    expect(() => stub(EC2Client).expects('CreateVPC')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).expects(): EC2Client has no operation 'CreateVPC'. Did you mean 'CreateVpc'?]`,
    );
    expect(stub()).toHaveNoPendingStubs();
  });
});
