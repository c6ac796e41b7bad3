import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { S3Client } from '@aws-sdk/client-s3';
import { stub } from '../../src/index.js';
import { Attr, batch, Key, resource } from '../../src/resources/index.js';
import type { Provocations } from './provocations.js';

const ec2 = resource(new EC2Client({}));
const s3 = resource(new S3Client({}));
const table = () => resource(new DynamoDBClient({})).Table('orders');
const read = (thing: object, name: string): unknown =>
  (thing as Readonly<Record<string, unknown>>)[name];

export const ofResources: Provocations = {
  'what-a-resource-takes': [
    () => resource(EC2Client as never),
    () => resource(new EC2Client({}), { region: 'a' } as never),
    () => resource(new KinesisClient({}) as never),
    () => read(ec2, 'Subnt'),
    () => {
      stub(EC2Client)
        .on('DescribeVpcs')
        .resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });
      return ec2.Vpc('vpc-1').get('CidrBlok' as never);
    },
    () => ec2.Vpc('vpc-1').get(5 as never),
    () => ec2.Vpc('vpc-1').data,
    () => ec2.RouteTableAssociation('a').get('SubnetId'),
    () => (ec2.Tag as (...args: unknown[]) => unknown)('vpc-1'),
    () => ec2.Vpc({} as never),
    () => (ec2.Vpc as (...args: unknown[]) => unknown)('vpc-1', 'main'),
    () => ec2.Vpc({ id: 'vpc-1', other: 'a' } as never),
    () => ec2.Vpc('vpc-1').createSubnet(5 as never),
    () => ec2.vpcs.limit(-1),
    () => batch([]),
    () => batch([ec2.Instance('i-1'), ec2.Vpc('vpc-1')] as never),
    () => batch([ec2.Instance('i-1'), resource(new EC2Client({})).Instance('i-2')]),
    () => batch([ec2.Vpc('vpc-1')] as never),
    () =>
      Attr('a')
        .eq(1)
        .and(5 as never),
    () => table().query({ KeyConditionExpression: Attr('id').eq('a') as never }),
    () => Attr('a').isIn(5 as never),
    () => Key(5 as never),
    () => table().scan({ FilterExpression: Attr('a') as never }),
    () => ec2.Vpc({ id: {} } as never),
    () => table().batchWriter(5 as never),
    () =>
      table()
        .batchWriter()
        .putItem(5 as never),
    () => s3.Bucket('b').copy(5 as never, 'k'),
    () => s3.Bucket('b').downloadStream('k', 5 as never),
    () => s3.Bucket('b').uploadFile(5 as never, 'k'),
    () => s3.Bucket('b').uploadFile(import.meta.filename, 'k', {}, { partsize: 1 } as never),
    () => s3.Bucket('b').uploadFile(import.meta.filename, 'k', {}, { partSize: 0 }),
  ],
};
