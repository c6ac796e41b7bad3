import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { stub, useAwsFixture } from 'aws-sdk-stubber';
import { resource } from 'aws-sdk-stubber/resource';
import { describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { tearDown } from '../src/tear-down.js';
import { failureOf } from './failure-of.js';

// The same unhappy ways as in undo.test.ts and down.test.ts, on an account that does the rest.
const account = useAwsFixture('account');
const bucket = useAwsFixture('bucket', { name: 'manifests' });
const plan = { name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' };
const delay = () => Promise.resolve();
const vpcs = () => resource('ec2').vpcs.toArray();

describe('a build that AWS refuses half-way leaves nothing behind', () => {
  test.each([
    'CreateVpc',
    'CreateSubnet',
    'CreateInternetGateway',
    'AttachInternetGateway',
    'CreateRouteTable',
    'CreateRoute',
    'AssociateRouteTable',
  ] as const)('at %s', async (operation) => {
    stub(account).on(operation).rejectsOnce('RequestLimitExceeded');

    const { cause } = await failureOf(buildNetwork(plan));

    expect(cause).toBeAwsError('RequestLimitExceeded');
    expect(await vpcs()).toEqual([]);
  });

  test('at saving its manifest', async () => {
    stub(S3Client).on('PutObject').rejects('AccessDenied');

    await failureOf(buildNetwork(plan));

    expect(await vpcs()).toEqual([]);
    expect(bucket).not.toHaveObject('networks/shop.json');
  });
});

describe('a network that stands', () => {
  const others = useAwsFixture('vpc', {
    CidrBlock: '10.1.0.0/16',
    subnets: 1,
    internetGateway: true,
  });

  test('goes with everything, and its manifest', async () => {
    await buildNetwork(plan);
    await tearDown('manifests', 'shop');

    expect(await vpcs()).toHaveLength(1);
    expect(bucket).not.toHaveObject('networks/shop.json');
  });

  test('goes alone: what is of others stays', async () => {
    const byHand = await others.vpc.createSubnet({ CidrBlock: '10.1.9.0/24' });
    await buildNetwork(plan);
    await tearDown('manifests', 'shop');

    expect(await others.vpc.subnets.toArray()).toHaveLength(2);
    expect(byHand).toExist();
    expect(await others.internetGateway.get('Attachments')).toHaveLength(1);
    // What the test does through a handle is no call: these are the program's own.
    expect(EC2Client).not.toHaveCalledOperation('CreateSubnet', { CidrBlock: '10.1.9.0/24' });
  });

  test('cannot be torn down once its manifest is lost', async () => {
    await buildNetwork(plan);
    await bucket.objects.delete();

    await expect(tearDown('manifests', 'shop')).rejects.toThrow("there is no network 'shop'");
    expect(await vpcs()).toHaveLength(2);
  });

  test('may have lost parts already', async () => {
    const { routeTableId, associationIds } = await buildNetwork(plan);
    const routeTable = resource('ec2').RouteTable(routeTableId);
    for (const association of (await routeTable.associations()) ?? []) await association.delete();

    const { alreadyGone } = await tearDown('manifests', 'shop');

    expect(alreadyGone).toEqual([expect.stringContaining(associationIds[0] ?? '')]);
  });

  test('is kept, with its manifest, while something of others is in it', async () => {
    const { vpcId } = await buildNetwork(plan);
    await resource('ec2').Vpc(vpcId).createSecurityGroup({ GroupName: 'web', Description: 'web' });

    const { cause } = await failureOf(tearDown('manifests', 'shop', { delay }));

    expect(cause).toBeAwsError('DependencyViolation');
    expect(EC2Client).toHaveCalledOperationTimes('DeleteVpc', 5);
    expect(bucket).toHaveObject('networks/shop.json');
  });
});
