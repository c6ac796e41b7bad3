import { EC2Client } from '@aws-sdk/client-ec2';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { beforeEach, describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { failureOf } from './failure-of.js';
import { befriendAws } from './friendly-aws.js';

const plan = { name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' };

beforeEach(befriendAws);

describe('a name that a network has already', () => {
  test('is refused before EC2 is asked for anything', async () => {
    stub(S3Client)
      .on(HeadObjectCommand, { Bucket: 'manifests', Key: 'networks/shop.json' })
      .resolves({ ContentLength: 702 });

    await expect(buildNetwork(plan)).rejects.toThrow(
      "s3://manifests/networks/shop.json exists already: choose another name, or take 'shop' down first",
    );

    expect(EC2Client).not.toHaveCalledAnyOperation();
    expect(S3Client).not.toHaveCalledOperation('PutObject');
  });

  test('is never overwritten, also where it was taken during the build: that is undone', async () => {
    stub(S3Client).on('PutObject', { IfNoneMatch: '*' }).rejects('PreconditionFailed');
    const ec2 = stub(EC2Client);
    ec2.expects('DisassociateRouteTable', { AssociationId: 'rtbassoc-1' });
    ec2.expects('DeleteRouteTable', { RouteTableId: 'rtb-1' });
    ec2.expects('DetachInternetGateway', { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' });
    ec2.expects('DeleteInternetGateway', { InternetGatewayId: 'igw-1' });
    ec2.expects('DeleteSubnet', { SubnetId: 'subnet-2' });
    ec2.expects('DeleteSubnet', { SubnetId: 'subnet-1' });
    ec2.expects('DeleteVpc', { VpcId: 'vpc-1' });

    const { name, message, cause } = await failureOf(buildNetwork(plan));

    expect(name).toBe('BuildFailedError');
    expect(message).toContain('networks/shop.json exists already');
    expect((cause as Error).cause).toBeAwsError('PreconditionFailed');
  });
});

describe('a name that S3 does not speak about', () => {
  test('is not taken for a free one', async () => {
    stub(S3Client)
      .on(HeadObjectCommand)
      .rejects('AccessDenied', { $metadata: { httpStatusCode: 403 } });

    const { message, cause } = await failureOf(buildNetwork(plan));

    expect(message).toContain(
      'S3 does not say whether s3://manifests/networks/shop.json exists (AccessDenied)',
    );
    expect(cause).toBeAwsError('AccessDenied', { $metadata: { httpStatusCode: 403 } });
    expect(stub()).toHaveCalledOnlyOperations(['HeadObject']);
  });
});
