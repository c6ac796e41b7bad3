import {
  CreateInternetGatewayCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { ANY, stub } from 'aws-sdk-stubber';
import { describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { BuildFailedError } from '../src/undo.js';
import { failureOf } from './failure-of.js';
import { befriendAws } from './friendly-aws.js';

const plan = { name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' };

describe('a build that AWS refuses half-way', () => {
  test('is undone, the latest part first, and nothing else is called', async () => {
    stub(S3Client).expects('HeadObject').rejects('NotFound');
    const ec2 = stub(EC2Client);
    ec2
      .expects('DescribeAvailabilityZones')
      .resolves({ AvailabilityZones: [{ ZoneName: 'eu-central-1a' }] });
    ec2
      .expects(CreateVpcCommand, { CidrBlock: '10.0.0.0/16', TagSpecifications: ANY })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    ec2
      .expects('DescribeVpcs', { VpcIds: ['vpc-1'] })
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
    ec2.expects(CreateSubnetCommand).resolves({ Subnet: { SubnetId: 'subnet-1' } });
    ec2.expects(CreateSubnetCommand).rejects('SubnetLimitExceeded', { message: 'No more.' });
    ec2.expects(DeleteSubnetCommand, { SubnetId: 'subnet-1' });
    ec2.expects(DeleteVpcCommand, { VpcId: 'vpc-1' });

    const failure = await failureOf(buildNetwork(plan));

    expect(failure).toBeInstanceOf(BuildFailedError);
    expect(failure.cause).toBeAwsError('SubnetLimitExceeded', { message: 'No more.' });
    expect(failure.message).toBe(
      'creating private subnet 10.0.128.0/17 in eu-central-1a failed: SubnetLimitExceeded: No more.\n' +
        'undone: subnet subnet-1, VPC vpc-1',
    );
  });

  test('is not undone where nothing was made yet', async () => {
    befriendAws();
    stub(EC2Client)
      .on(CreateVpcCommand)
      .rejects('VpcLimitExceeded', { message: 'Five are enough.' });

    const failure = await failureOf(buildNetwork(plan));

    expect(failure.message).toBe(
      'creating VPC 10.0.0.0/16 failed: VpcLimitExceeded: Five are enough.',
    );
    expect(EC2Client).toHaveLastCalledOperation('CreateVpc');
  });

  test('detaches an internet gateway before it is deleted', async () => {
    befriendAws();
    const ec2 = stub(EC2Client);
    ec2.on('CreateRouteTable').rejects('RouteTableLimitExceeded');
    for (const operation of [
      'DetachInternetGateway',
      'DeleteInternetGateway',
      'DeleteSubnet',
      'DeleteVpc',
    ] as const) {
      ec2.on(operation).resolves();
    }

    const failure = await failureOf(buildNetwork(plan));

    expect(failure.cause).toBeAwsError('RouteTableLimitExceeded');
    expect(EC2Client).toHaveCalledOperationsInOrder([
      ['DetachInternetGateway', { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' }],
      ['DeleteInternetGateway', { InternetGatewayId: 'igw-1' }],
      ['DeleteSubnet', { SubnetId: 'subnet-2' }],
      ['DeleteSubnet', { SubnetId: 'subnet-1' }],
      ['DeleteVpc', { VpcId: 'vpc-1' }],
    ]);
  });

  test('says what could not be undone, and undoes the rest', async () => {
    befriendAws();
    stub(EC2Client)
      .on(CreateInternetGatewayCommand)
      .rejects('InternetGatewayLimitExceeded', { message: 'No more.' })
      .on(DeleteSubnetCommand, { SubnetId: 'subnet-2' })
      .rejects('UnauthorizedOperation', { message: 'You may not.' })
      .on(DeleteSubnetCommand, { SubnetId: 'subnet-1' })
      .resolves()
      .on(DeleteVpcCommand)
      .rejects('DependencyViolation', { message: 'It has a subnet.' });
    const waits: number[] = [];
    const delay = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));

    const failure = await failureOf(buildNetwork(plan, { delay }));

    expect(failure.message).toBe(
      'creating internet gateway failed: InternetGatewayLimitExceeded: No more.\n' +
        'undone: subnet subnet-1\n' +
        'could not be undone, remove by hand: ' +
        'subnet subnet-2 (UnauthorizedOperation: You may not.), ' +
        'VPC vpc-1 (DependencyViolation: It has a subnet.)',
    );
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });
});
