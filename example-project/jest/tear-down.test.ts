import { DeleteSubnetCommand, DeleteVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';

import { tearDown } from '../src/tear-down.js';
import { failureOf } from '../test/failure-of.js';
import { storeManifest } from '../test/stored-manifest.js';

describe('tear-down', () => {
  beforeEach(() => {
    storeManifest();
  });

  test('removes the latest part first, and the manifest when all parts are gone', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('DisassociateRouteTable', { AssociationId: 'rtbassoc-1' });
    ec2.expects('DeleteRouteTable', { RouteTableId: 'rtb-1' });
    ec2.expects('DetachInternetGateway', { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' });
    ec2.expects('DeleteInternetGateway', { InternetGatewayId: 'igw-1' });
    ec2.expects(DeleteSubnetCommand, { SubnetId: 'subnet-2' });
    ec2.expects(DeleteSubnetCommand, { SubnetId: 'subnet-1' });
    ec2.expects(DeleteVpcCommand, { VpcId: 'vpc-1' });
    stub(S3Client).expects(DeleteObjectCommand, { Bucket: 'manifests', Key: 'networks/shop.json' });

    await tearDown('manifests', 'shop');

    expect(stub()).toHaveLastCalledOperation('DeleteObject');
  });

  test('tries again while a subnet is in use, and passes over one that is gone', async () => {
    stub(EC2Client, { unstubbed: 'empty' })
      .on(DeleteSubnetCommand, { SubnetId: 'subnet-2' })
      .rejectsOnce('DependencyViolation')
      .resolves()
      .on(DeleteSubnetCommand, { SubnetId: 'subnet-1' })
      .rejects('InvalidSubnetID.NotFound');
    stub(S3Client).on(DeleteObjectCommand).resolves();
    const waits: number[] = [];
    const delay = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));

    const { alreadyGone } = await tearDown('manifests', 'shop', { delay });

    expect(alreadyGone).toEqual(['subnet subnet-1']);
    expect(waits).toEqual([1000]);
    expect(EC2Client).toHaveCalledOperationTimes('DeleteSubnet', 2, { SubnetId: 'subnet-2' });
  });

  test('keeps the manifest where a part cannot be removed', async () => {
    stub(EC2Client, { unstubbed: 'empty' }).on(DeleteVpcCommand).rejects('UnauthorizedOperation');

    const { cause } = await failureOf(tearDown('manifests', 'shop'));

    expect(cause).toBeAwsError('UnauthorizedOperation');
    expect(S3Client).not.toHaveCalledOperation(DeleteObjectCommand);
  });
});
