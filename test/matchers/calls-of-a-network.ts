import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { stub } from '../../src/index.js';

/**
 * What the tests of matchers look at: 1. CreateVpc, 2. and 3. CreateSubnet in two zones, where the
 * second is refused, 4. DescribeVpcs.
 */
export async function createNetwork(client = new EC2Client({})): Promise<void> {
  const ec2 = stub(client);
  ec2.on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
  ec2.on('CreateSubnet').resolves({ Subnet: { SubnetId: 'subnet-1' } });
  ec2.on('CreateSubnet', { CidrBlock: '10.0.2.0/24' }).rejects('InvalidSubnet.Conflict');
  ec2.on('DescribeVpcs').resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });

  await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  for (const [i, zone] of ['a', 'b'].entries()) {
    const CidrBlock = `10.0.${String(i + 1)}.0/24`;
    const AvailabilityZone = `us-east-1${zone}`;
    await client
      .send(new CreateSubnetCommand({ VpcId: 'vpc-1', CidrBlock, AvailabilityZone }))
      .catch(() => undefined);
  }
  const Filters = [{ Name: 'vpc-id', Values: ['vpc-1'] }];
  await client.send(new DescribeVpcsCommand({ Filters }));
}
