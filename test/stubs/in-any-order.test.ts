import { CreateSubnetCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});

async function createSubnet(CidrBlock: string): Promise<string | undefined> {
  const { Subnet } = await client.send(new CreateSubnetCommand({ VpcId: 'vpc-1', CidrBlock }));
  return Subnet?.SubnetId;
}

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

describe('inAnyOrder()', () => {
  test('lets calls meet expectations in any order', async () => {
    const ec2 = stub(EC2Client).inAnyOrder();
    for (const i of [1, 2, 3]) {
      ec2
        .expects(CreateSubnetCommand, { VpcId: 'vpc-1', CidrBlock: `10.0.${String(i)}.0/24` })
        .resolves({ Subnet: { SubnetId: `subnet-${String(i)}` } });
    }
    const created = await Promise.all([3, 1, 2].map((i) => createSubnet(`10.0.${String(i)}.0/24`)));
    expect(created).toEqual(['subnet-3', 'subnet-1', 'subnet-2']);
    expect(ec2).toHaveNoPendingStubs();
  });

  test('may be said after the expectations', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('CreateSubnet').resolves({ Subnet: { SubnetId: 'subnet-1' } });
    ec2.expects('DescribeVpcs').resolves({});
    ec2.inAnyOrder();
    await client.send(new DescribeVpcsCommand({}));
    expect(await createSubnet('10.0.0.0/24')).toBe('subnet-1');
  });

  test('uses each once; of several that fit, the one written first', async () => {
    const ec2 = stub(EC2Client).inAnyOrder();
    ec2.expects('CreateSubnet').resolves({ Subnet: { SubnetId: 'first' } });
    ec2
      .expects('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24' })
      .resolves({ Subnet: { SubnetId: 'second' } });
    expect(await createSubnet('10.0.1.0/24')).toBe('first');
    expect(await createSubnet('10.0.1.0/24')).toBe('second');
    await expect(createSubnet('10.0.1.0/24')).rejects.toThrow(
      'was expected once, and that call was made',
    );
  });

  test('holds for its target only', async () => {
    const one = new EC2Client({});
    stub(one).inAnyOrder();
    const ec2 = stub(EC2Client);
    ec2.expects('DescribeVpcs').resolves({});
    ec2.expects('CreateSubnet').resolves({});
    await expect(createSubnet('10.0.1.0/24')).rejects.toThrow('It is expected later');
    await client.send(new DescribeVpcsCommand({}));
    await createSubnet('10.0.1.0/24');
  });

  test('a call that meets none is refused with the nearest of all', async () => {
    const ec2 = stub(EC2Client).inAnyOrder();
    ec2.expects('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24' }).resolves({});
    ec2.expects('CreateSubnet', { VpcId: 'vpc-2', CidrBlock: '10.0.2.0/24' }).resolves({});
    expect(await messageOf(createSubnet('10.0.2.0/24'))).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateSubnet. Nothing was sent to AWS.

        EC2Client was called with
          { VpcId: 'vpc-1', CidrBlock: '10.0.2.0/24' }

      The nearest stubs:

        EC2Client CreateSubnet { VpcId: 'vpc-2', CidrBlock: '10.0.2.0/24' }
           in test/stubs/in-any-order.test.ts:LINE
           - VpcId: 'vpc-2'
           + VpcId: 'vpc-1'

        EC2Client CreateSubnet { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24' }
           in test/stubs/in-any-order.test.ts:LINE
           - CidrBlock: '10.0.1.0/24'
           + CidrBlock: '10.0.2.0/24'

      To answer it, add to the test:

        stub(EC2Client).on('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.2.0/24' }).resolves({ /* Subnet */ });"
    `);
    await createSubnet('10.0.1.0/24');
    await client.send(new CreateSubnetCommand({ VpcId: 'vpc-2', CidrBlock: '10.0.2.0/24' }));
  });
});
