import { DescribeVpcsCommand, EC2Client, paginateDescribeSubnets } from '@aws-sdk/client-ec2';

import { type Manifest, readManifest, type SubnetRecord } from './manifest.js';
import { present } from './present.js';
import { isGone } from './remove-part.js';

/** A manifest, with the state of its VPC and subnets as EC2 calls it, or `gone`. */
export interface FoundNetwork {
  manifest: Manifest;
  vpcState: string;
  subnets: (SubnetRecord & { state: string })[];
}

/** Compares what the manifest says was built with what EC2 says is there. */
export async function findNetwork(bucket: string, name: string): Promise<FoundNetwork> {
  const manifest = await readManifest(bucket, name);
  const ec2 = new EC2Client({ region: manifest.region });
  const [vpcState, subnetStates] = await Promise.all([
    findVpcState(ec2, manifest.vpcId),
    findSubnetStates(ec2, manifest.vpcId),
  ]);
  const subnets = manifest.subnets.map((subnet) => ({
    ...subnet,
    state: subnetStates.get(subnet.subnetId) ?? 'gone',
  }));
  return { manifest, vpcState, subnets };
}

async function findVpcState(ec2: EC2Client, vpcId: string): Promise<string> {
  try {
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [vpcId] }));
    return present(Vpcs?.[0]?.State, 'State');
  } catch (error) {
    if (isGone(error)) return 'gone';
    throw error;
  }
}

async function findSubnetStates(ec2: EC2Client, vpcId: string): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  // By VPC, not by id: EC2 answers a list of ids with an error as soon as one of them is gone.
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  for await (const page of paginateDescribeSubnets({ client: ec2, pageSize: 100 }, { Filters })) {
    for (const { SubnetId, State } of page.Subnets ?? []) {
      states.set(present(SubnetId, 'SubnetId'), present(State, 'State'));
    }
  }
  return states;
}
