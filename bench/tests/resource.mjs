import {
  CreateSubnetCommand,
  DeleteVpcCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { resource } from 'aws-sdk-stubber/resource';
import { expect, test } from 'vitest';
import { clientOf } from './client.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 20;
const TESTS = 30;
const CALLS = 200;
const VpcId = 'vpc-a01106c2';
const SUBNETS = Array.from({ length: 10 }, (_, i) => ({ SubnetId: `subnet-${i}`, VpcId }));

/** The same calls by the client and by a resource, in turns: what the resource costs above. */
export function run({ side, stub }) {
  const client = clientOf(EC2Client);
  const ec2 = resource(client);
  const vpc = ec2.Vpc(VpcId);

  const input = { CidrBlock: '10.0.1.0/24' };
  compare('action', {
    client: () => client.send(new CreateSubnetCommand({ VpcId, ...input })),
    resource: () => vpc.createSubnet(input),
  });
  compare('answer', {
    client: () => client.send(new DeleteVpcCommand({ VpcId })),
    resource: () => vpc.delete(),
  });
  compare('attribute', {
    client: async () =>
      (await client.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }))).Vpcs[0].CidrBlock,
    resource: () => ec2.Vpc(VpcId).get('CidrBlock'),
  });
  const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
  compare('collection', {
    client: async () => (await client.send(new DescribeSubnetsCommand({ Filters }))).Subnets,
    resource: () => vpc.subnets.toArray(),
  });

  function compare(row, ways) {
    const spent = { client: 0, resource: 0 };
    for (let i = 0; i < WARM_UP + TESTS; i++) {
      test(`${row}, test ${i}`, async () => {
        answerAll();
        // The first of the two finds the collector's work of the other's test.
        const names = i % 2 === 0 ? ['client', 'resource'] : ['resource', 'client'];
        for (const name of names) {
          const way = ways[name];
          const begin = process.cpuUsage();
          for (let n = 0; n < CALLS; n++) await way();
          if (i >= WARM_UP) spent[name] += cpuSince(begin);
        }
        expect(stub(client).calls()).toHaveLength(2 * CALLS);
      });
    }
    test(`${row}, the figure`, () => {
      record(row, side, (spent.resource - spent.client) / TESTS / CALLS);
    });
  }

  function answerAll() {
    const stubs = stub(EC2Client);
    stubs.on('CreateSubnet').resolves({ Subnet: { SubnetId: 'subnet-1', VpcId } });
    stubs.on('DeleteVpc').resolves();
    stubs.on('DescribeVpcs').resolves({ Vpcs: [{ VpcId, CidrBlock: '10.0.0.0/16' }] });
    stubs.on('DescribeSubnets').resolves({ Subnets: SUBNETS });
  }
}
