import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateRouteCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { exactly, stub } from 'aws-sdk-stubber';
import { beforeEach, describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { befriendAws } from './friendly-aws.js';

const plan = { name: 'shop', cidrBlock: '10.0.0.0/16', zones: 2, bucket: 'manifests' };

beforeEach(befriendAws);

describe('a network', () => {
  test('is built from the VPC to the routes of its public subnets, and recorded last', async () => {
    await buildNetwork(plan);

    expect(EC2Client).toHaveCalledOperationsInOrder([
      [CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }],
      [DescribeVpcsCommand, { VpcIds: ['vpc-1'] }],
      [CreateSubnetCommand, { VpcId: 'vpc-1' }],
      'CreateInternetGateway',
      [AttachInternetGatewayCommand, { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' }],
      'CreateRouteTable',
      [CreateRouteCommand, { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }],
      [AssociateRouteTableCommand, { RouteTableId: 'rtb-1', SubnetId: 'subnet-1' }],
      [AssociateRouteTableCommand, { RouteTableId: 'rtb-1', SubnetId: 'subnet-2' }],
    ]);
    expect(stub()).toHaveLastCalledOperation('PutObject');
  });

  test('has a public and a private subnet in each zone, the first zones by name', async () => {
    await buildNetwork(plan);

    expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 4);
    expect(EC2Client).toHaveCalledOperationsInOrder([
      ['CreateSubnet', { CidrBlock: '10.0.0.0/18', AvailabilityZone: 'eu-central-1a' }],
      ['CreateSubnet', { CidrBlock: '10.0.64.0/18', AvailabilityZone: 'eu-central-1b' }],
      ['CreateSubnet', { CidrBlock: '10.0.128.0/18', AvailabilityZone: 'eu-central-1a' }],
      ['CreateSubnet', { CidrBlock: '10.0.192.0/18', AvailabilityZone: 'eu-central-1b' }],
    ]);
    expect(EC2Client).not.toHaveCalledOperation(CreateSubnetCommand, {
      AvailabilityZone: 'eu-central-1c',
    });
  });

  test('routes nothing but its public subnets to the internet', async () => {
    const { subnets } = await buildNetwork({ ...plan, zones: 1 });

    expect(subnets.map(({ access }) => access)).toEqual(['public', 'private']);
    expect(EC2Client).toHaveCalledOperationOnce('AssociateRouteTable', { SubnetId: 'subnet-1' });
    expect(EC2Client).not.toHaveCalledOperation('AssociateRouteTable', { SubnetId: 'subnet-2' });
  });

  test('can be found by its tags, each part under a name of its own', async () => {
    await buildNetwork(plan);

    const belongs = { Key: 'netkit:network', Value: 'shop' };
    expect(EC2Client).toHaveCalledOperation('CreateVpc', {
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'shop' }, belongs] }],
    });
    expect(EC2Client).toHaveCalledOperation(CreateSubnetCommand, {
      CidrBlock: '10.0.192.0/18',
      TagSpecifications: [
        {
          ResourceType: 'subnet',
          Tags: expect.arrayContaining([{ Key: 'Name', Value: 'shop-private-eu-central-1b' }]),
        },
      ],
    });
    for (const operation of ['CreateVpc', 'CreateInternetGateway', 'CreateRouteTable'] as const) {
      expect(EC2Client).toHaveCalledOperationOnce(operation, {
        TagSpecifications: [
          { ResourceType: expect.any(String), Tags: expect.arrayContaining([belongs]) },
        ],
      });
    }
  });

  test('is recorded in S3, where nothing else is touched', async () => {
    const manifest = await buildNetwork(plan);

    expect(manifest).toMatchObject({
      region: 'eu-central-1',
      vpcId: 'vpc-1',
      internetGatewayId: 'igw-1',
      routeTableId: 'rtb-1',
      associationIds: ['rtbassoc-1', 'rtbassoc-2'],
    });
    expect(S3Client).toHaveCalledOperationOnce(
      PutObjectCommand,
      exactly({
        Bucket: 'manifests',
        Key: 'networks/shop.json',
        Body: JSON.stringify(manifest, null, 2),
        ContentType: 'application/json',
        IfNoneMatch: '*',
      }),
    );
    expect(S3Client).toHaveCalledOnlyOperations(['HeadObject', 'PutObject']);
  });
});

describe('a new VPC', () => {
  test('is waited for while it is unknown or pending', async () => {
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .rejectsOnce('InvalidVpcID.NotFound')
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolves({ Vpcs: [{ State: 'available' }] });

    await buildNetwork(plan);

    expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 4);
    expect(EC2Client).toHaveNthCalledOperation(6, 'DescribeVpcs');
    expect(EC2Client).toHaveNthCalledOperation(7, 'CreateSubnet');
  });
});

describe('progress', () => {
  test('is told step by step', async () => {
    const steps: string[] = [];

    await buildNetwork({ ...plan, zones: 1 }, { onProgress: (step) => steps.push(step) });

    expect(steps).toEqual([
      'creating VPC 10.0.0.0/16',
      'waiting for VPC vpc-1',
      'creating public subnet 10.0.0.0/17 in eu-central-1a',
      'creating private subnet 10.0.128.0/17 in eu-central-1a',
      'creating internet gateway',
      'attaching internet gateway igw-1',
      'creating public route table',
      'routing 0.0.0.0/0 to igw-1',
      'associating rtb-1 with subnet-1',
      'saving s3://manifests/networks/shop.json',
    ]);
  });
});

describe('a plan that cannot be built', () => {
  test('is refused before anything is asked of AWS where its block has no room', async () => {
    await expect(buildNetwork({ ...plan, cidrBlock: '10.0.0.0/28' })).rejects.toThrow('no room');

    expect(stub()).not.toHaveCalledAnyOperation();
  });

  test('is refused before anything is made where the region has too few zones', async () => {
    stub(EC2Client)
      .on('DescribeAvailabilityZones')
      .resolves({ AvailabilityZones: [{ ZoneName: 'eu-central-1a' }] });

    await expect(buildNetwork(plan)).rejects.toThrow('only 1 zones are available');

    expect(stub()).toHaveCalledOnlyOperations(['HeadObject', 'DescribeAvailabilityZones']);
  });
});
