import { EC2Client } from '@aws-sdk/client-ec2';
import { stub } from 'aws-sdk-stubber';
import { beforeEach, describe, expect, test } from 'vitest';

import { findNetwork } from '../src/find-network.js';
import { storeManifest } from './stored-manifest.js';

beforeEach(() => {
  storeManifest();
});

describe('show', () => {
  test('asks for the VPC and its subnets at once', async () => {
    const ec2 = stub(EC2Client).inAnyOrder();
    ec2
      .expects('DescribeSubnets', {
        Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }],
        MaxResults: 100,
      })
      .resolves({
        Subnets: [
          { SubnetId: 'subnet-1', State: 'available' },
          { SubnetId: 'subnet-2', State: 'pending' },
        ],
      });
    ec2
      .expects('DescribeVpcs', { VpcIds: ['vpc-1'] })
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });

    const { vpcState, subnets } = await findNetwork('manifests', 'shop');

    expect(vpcState).toBe('available');
    expect(subnets.map(({ state }) => state)).toEqual(['available', 'pending']);
  });

  test('finds subnets on every page', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'available' }] })
      .on('DescribeSubnets')
      .resolvesPages([
        { Subnets: [{ SubnetId: 'subnet-1', State: 'available' }] },
        { Subnets: [{ SubnetId: 'subnet-2', State: 'available' }] },
      ]);

    const { subnets } = await findNetwork('manifests', 'shop');

    expect(subnets.map(({ state }) => state)).toEqual(['available', 'available']);
    expect(EC2Client).toHaveCalledOperationTimes('DescribeSubnets', 2);
  });

  test('says that a VPC or a subnet is gone', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', { VpcIds: ['vpc-1'] })
      .rejects('InvalidVpcID.NotFound')
      .on('DescribeSubnets')
      .resolves({ Subnets: [] });

    const { vpcState, subnets } = await findNetwork('manifests', 'shop');

    expect(vpcState).toBe('gone');
    expect(subnets.map(({ state }) => state)).toEqual(['gone', 'gone']);
  });

  test('does not take a refusal for a VPC that is gone', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .rejects('UnauthorizedOperation')
      .on('DescribeSubnets')
      .resolves({ Subnets: [] });

    await expect(findNetwork('manifests', 'shop')).rejects.toBeAwsError('UnauthorizedOperation');
  });
});
