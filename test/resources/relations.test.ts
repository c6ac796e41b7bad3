import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));
const s3 = resource(new S3Client({}));

describe('a sub-resource', () => {
  test('has its owner’s identifiers and those it is given, and needs no call', () => {
    expect(String(s3.Bucket('b').Object('k'))).toBe('s3.Object(bucketName="b", key="k")');
    expect(String(s3.Bucket('b').Object('k').Version('v'))).toBe(
      's3.ObjectVersion(bucketName="b", objectKey="k", id="v")',
    );
    expect(String(s3.Bucket('b').Acl())).toBe('s3.BucketAcl(bucketName="b")');
    expect(String(s3.Bucket('b').Object('k').Bucket())).toBe('s3.Bucket(name="b")');
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('may be identified by a number', async () => {
    stub(S3Client).on('UploadPart', { PartNumber: 2, UploadId: 'u' }).resolves({ ETag: '"e"' });
    const part = s3.Bucket('b').Object('k').MultipartUpload('u').Part(2);

    expect(part.partNumber).toBe(2);
    expect(await part.upload({ Body: 'text' })).toMatchObject({ ETag: '"e"' });
  });

  test('names its owner where an identifier is missing', async () => {
    // @ts-expect-error -- the key is missing
    expect(await messageOf(() => s3.Bucket('b').Object())).toBe(
      'WrongUseError: bucket.Object() was not given its key: ' +
        'write bucket.Object(key) or bucket.Object({ key }).',
    );
  });
});

describe('a reference', () => {
  test('loads what it needs', async () => {
    stub(EC2Client)
      .on('DescribeSubnets', { SubnetIds: ['subnet-1'] })
      .resolves({ Subnets: [{ VpcId: 'vpc-1' }] });

    const vpc = await ec2.Subnet('subnet-1').vpc();

    expect(String(vpc)).toBe('ec2.Vpc(id="vpc-1")');
    expect(EC2Client).toHaveCalledOnlyOperations([
      ['DescribeSubnets', { SubnetIds: ['subnet-1'] }],
    ]);
  });

  test('needs no call where the resource is loaded', async () => {
    stub(EC2Client)
      .on('DescribeSubnets')
      .resolves({ Subnets: [{ SubnetId: 's', VpcId: 'vpc-1' }] });
    const [subnet] = await ec2.Vpc('vpc-1').subnets.toArray();

    expect((await subnet?.vpc())?.id).toBe('vpc-1');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeSubnets');
  });

  test('is undefined where the attribute is', async () => {
    stub(EC2Client)
      .on('DescribeInstances')
      .resolves({ Reservations: [{ Instances: [{}] }] });

    expect(await ec2.Instance('i-1').subnet()).toBeUndefined();
  });

  test('is several where the attribute is a list, with their attributes', async () => {
    stub(EC2Client)
      .on('DescribeRouteTables')
      .resolves({
        RouteTables: [
          {
            Routes: [
              { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-6' },
              { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-4' },
            ],
            Associations: [{ RouteTableAssociationId: 'rtbassoc-1', SubnetId: 'subnet-1' }],
          },
        ],
      });
    const table = ec2.RouteTable('rtb-1');

    // An IPv6 route has not what a Route is identified by; boto3 gives the other one its attributes.
    const routes = await table.routes();
    expect(routes?.map(String)).toEqual([
      'ec2.Route(routeTableId="rtb-1", destinationCidrBlock="0.0.0.0/0")',
    ]);
    expect(routes?.[0]?.data.GatewayId).toBe('igw-4');
    const associations = await table.associations();
    expect((await associations?.[0]?.subnet())?.id).toBe('subnet-1');
  });

  test('is nothing where the attribute is not there', async () => {
    stub(EC2Client)
      .on('DescribeRouteTables')
      .resolves({ RouteTables: [{ RouteTableId: 'rtb-1' }] });

    expect(await ec2.RouteTable('rtb-1').routes()).toBeUndefined();
    expect(await ec2.RouteTable('rtb-1').associations()).toBeUndefined();
  });

  test('is an empty list where there is none', async () => {
    stub(IAMClient)
      .on('GetInstanceProfile')
      .resolves({
        InstanceProfile: {
          Path: '/',
          InstanceProfileName: 'web',
          InstanceProfileId: 'AIPA',
          Arn: 'arn',
          CreateDate: new Date(0),
          Roles: [],
        },
      });

    expect(await resource('iam').InstanceProfile('web').roles()).toEqual([]);
  });

  test('is named by the error where nothing answers its load', async () => {
    configure({ unstubbed: 'throw' });

    expect(await messageOf(ec2.Subnet('subnet-1').vpc())).toContain(
      'It was called to load ec2.Subnet(id="subnet-1") for its reference vpc.',
    );
  });
});
