import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';

const ec2 = new EC2Client({});

export async function createNetwork(cidrBlock) {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: cidrBlock }));
  return Vpc?.VpcId;
}
