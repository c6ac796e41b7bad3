import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const ec2 = resource(new EC2Client({}));

describe('what botocore changes on the way is changed here too:', () => {
  test('user data is given as a text', async () => {
    stub(EC2Client)
      .on('RunInstances')
      .resolves({ Instances: [{ InstanceId: 'i-1' }] });
    const counts = { MinCount: 1, MaxCount: 1 };

    await ec2.createInstances({ ...counts, UserData: '#!/bin/sh' });
    await ec2.Subnet('subnet-1').createInstances({ ...counts, UserData: 'ü' });
    await ec2.createInstances(counts);

    const sent = stub(EC2Client)
      .calls('RunInstances')
      .map(({ input }) => input.UserData);
    expect(sent).toEqual([base64('#!/bin/sh'), base64('ü'), undefined]);
  });

  test('the console’s output comes as a text', async () => {
    stub(EC2Client)
      .on('GetConsoleOutput')
      .resolvesOnce({ InstanceId: 'i-1', Output: base64('Linux version 6…') })
      .resolves({ InstanceId: 'i-1' });

    expect((await ec2.Instance('i-1').consoleOutput()).Output).toBe('Linux version 6…');
    expect(await ec2.Instance('i-1').consoleOutput()).not.toHaveProperty('Output');
  });

  test('IAM’s policies come as objects: loaded, listed and answered', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*' }] };
    const text = encodeURIComponent(JSON.stringify(policy));
    const role = {
      Path: '/',
      RoleName: 'web',
      RoleId: 'AROA',
      Arn: 'arn',
      CreateDate: new Date(0),
      AssumeRolePolicyDocument: text,
    };
    const iam = stub(IAMClient);
    iam.on('GetRole').resolves({ Role: role });
    iam.on('ListRoles').resolves({ Roles: [role], IsTruncated: false });
    iam
      .on('GetRolePolicy')
      .resolves({ RoleName: 'web', PolicyName: 'p', PolicyDocument: 'no JSON' });
    iam.on('GetPolicyVersion').resolves({ PolicyVersion: { VersionId: 'v1', Document: text } });
    const roles = resource(new IAMClient({}));

    expect(await roles.Role('web').get('AssumeRolePolicyDocument')).toEqual(policy);
    const [listed] = await roles.roles.toArray();
    expect(listed?.data.AssumeRolePolicyDocument).toEqual(policy);
    expect(listed?.data.CreateDate).toEqual(new Date(0));
    expect(await roles.PolicyVersion('arn', 'v1').get('Document')).toEqual(policy);
    // One that cannot be read stays what it is.
    expect(await roles.RolePolicy('web', 'p').get('PolicyDocument')).toBe('no JSON');
  });

  test('what is copied is named by an object', async () => {
    stub(S3Client).on('CopyObject').resolves({});
    const object = resource(new S3Client({})).Object('b', 'k');

    await object.copyFrom({ CopySource: { Bucket: 'a', Key: 'ä b/c+d.txt', VersionId: 'v1' } });
    await object.copyFrom({ CopySource: 'a/b%20c' });

    const sent = stub(S3Client)
      .calls('CopyObject')
      .map(({ input }) => input.CopySource);
    expect(sent).toEqual(['a/%C3%A4%20b/c%2Bd.txt?versionId=v1', 'a/b%20c']);
  });
});

describe('a route', () => {
  test('goes by its destination, of whichever kind', async () => {
    const routes = stub(EC2Client);
    routes.on('CreateRoute').resolves({ Return: true });
    routes.on('DeleteRoute').resolves({});
    routes.on('ReplaceRoute').resolves({});
    const table = ec2.RouteTable('rtb-1');

    const made = [
      await table.createRoute({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }),
      await table.createRoute({ DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' }),
      await table.createRoute({ DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1' }),
    ];
    expect(made.map(({ destinationCidrBlock }) => destinationCidrBlock)).toEqual([
      '0.0.0.0/0',
      '::/0',
      'pl-1',
    ]);
    for (const route of made) await route.delete();
    await made[1]?.replace({ GatewayId: 'igw-2' });

    const deleted = routes.calls('DeleteRoute').map(({ input }) => ({ ...input }));
    expect(deleted).toEqual([
      { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' },
      { RouteTableId: 'rtb-1', DestinationIpv6CidrBlock: '::/0' },
      { RouteTableId: 'rtb-1', DestinationPrefixListId: 'pl-1' },
    ]);
    expect(EC2Client).toHaveCalledOperation('ReplaceRoute', {
      RouteTableId: 'rtb-1',
      DestinationIpv6CidrBlock: '::/0',
      GatewayId: 'igw-2',
    });
  });
});
