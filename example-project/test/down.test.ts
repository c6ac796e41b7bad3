import { DeleteRouteTableCommand, DeleteSubnetCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { describe, expect, test } from 'vitest';

import { tearDown } from '../src/tear-down.js';
import { failureOf } from './failure-of.js';
import { storeManifest } from './stored-manifest.js';

/** Every part goes without resistance; a test stubs what goes differently on top. */
function letEverythingGo(): void {
  for (const operation of [
    'DisassociateRouteTable',
    'DeleteRouteTable',
    'DetachInternetGateway',
    'DeleteInternetGateway',
    'DeleteSubnet',
    'DeleteVpc',
  ] as const) {
    stub(EC2Client).on(operation).resolves();
  }
  stub(S3Client).on(DeleteObjectCommand).resolves();
}

describe('down', () => {
  test('removes every part of a network, the latest first, and its manifest at the end', async () => {
    storeManifest();
    const ec2 = stub(EC2Client);
    ec2.expects('DisassociateRouteTable', { AssociationId: 'rtbassoc-1' });
    ec2.expects('DeleteRouteTable', { RouteTableId: 'rtb-1' });
    ec2.expects('DetachInternetGateway', { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' });
    ec2.expects('DeleteInternetGateway', { InternetGatewayId: 'igw-1' });
    ec2.expects('DeleteSubnet', { SubnetId: 'subnet-2' });
    ec2.expects('DeleteSubnet', { SubnetId: 'subnet-1' });
    ec2.expects('DeleteVpc', { VpcId: 'vpc-1' });
    stub(S3Client).expects(DeleteObjectCommand, {
      Bucket: 'manifests',
      Key: 'networks/shop.json',
    });

    const { removed, alreadyGone } = await tearDown('manifests', 'shop');

    expect(removed).toHaveLength(7);
    expect(alreadyGone).toEqual([]);
    expect(stub()).toHaveLastCalledOperation('DeleteObject');
  });

  test('works in the region that the network was built in', async () => {
    const { region } = storeManifest();
    letEverythingGo();

    await tearDown('manifests', 'shop');

    for (const { client } of stub(EC2Client).calls()) {
      const config = client.config;
      expect(await config.region()).toBe(region);
    }
  });

  test('passes over parts that are gone already', async () => {
    storeManifest();
    letEverythingGo();
    stub(EC2Client)
      .on(DeleteSubnetCommand, { SubnetId: 'subnet-1' })
      .rejects('InvalidSubnetID.NotFound')
      .on('DetachInternetGateway')
      .rejects('Gateway.NotAttached');

    const { removed, alreadyGone } = await tearDown('manifests', 'shop');

    expect(alreadyGone).toEqual(['attachment of internet gateway igw-1', 'subnet subnet-1']);
    expect(removed).toHaveLength(5);
    expect(S3Client).toHaveCalledOperation(DeleteObjectCommand, { Key: 'networks/shop.json' });
  });

  test('tries again while a part is still in use', async () => {
    storeManifest();
    letEverythingGo();
    stub(EC2Client).on('DeleteVpc').rejectsOnce('DependencyViolation').resolves();
    const waits: number[] = [];
    const delay = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));

    await tearDown('manifests', 'shop', { delay });

    expect(EC2Client).toHaveCalledOperationTimes('DeleteVpc', 2);
    expect(waits).toEqual([1000]);
  });

  test('keeps the manifest where a part cannot be removed', async () => {
    storeManifest();
    letEverythingGo();
    stub(EC2Client)
      .on(DeleteRouteTableCommand)
      .rejects('UnauthorizedOperation', { message: 'You may not.' });

    const { message, cause } = await failureOf(tearDown('manifests', 'shop'));

    expect(message).toBe(
      'route table rtb-1 could not be removed: UnauthorizedOperation: You may not.\n' +
        "the manifest is kept: once that is solved, run 'netkit down shop' again",
    );
    expect(cause).toBeAwsError('UnauthorizedOperation');
    expect(EC2Client).toHaveLastCalledOperation('DeleteRouteTable');
    expect(S3Client).not.toHaveCalledOperation(DeleteObjectCommand);
  });

  test('says where to look for the name of a network that there is not', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');

    await expect(tearDown('manifests', 'shop')).rejects.toThrow(
      "there is no network 'shop' in manifests: 'netkit list --bucket manifests' shows those there are",
    );

    expect(EC2Client).not.toHaveCalledAnyOperation();
  });
});
