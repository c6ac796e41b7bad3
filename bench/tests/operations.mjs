import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** One client, and what a test stubs of it: an input, the parameters to match, and the answer. */
export const operations = [
  {
    name: 'CreateVpc',
    Client: EC2Client,
    Command: CreateVpcCommand,
    params: { CidrBlock: '10.0.0.0/16' },
    input: () => ({
      CidrBlock: '10.0.0.0/16',
      TagSpecifications: [
        {
          ResourceType: 'vpc',
          Tags: [
            { Key: 'Name', Value: 'main' },
            { Key: 'stage', Value: 'test' },
          ],
        },
      ],
    }),
    output: {
      Vpc: {
        VpcId: 'vpc-a01106c2',
        CidrBlock: '10.0.0.0/16',
        DhcpOptionsId: 'dopt-19edf471',
        State: 'pending',
        InstanceTenancy: 'default',
        IsDefault: false,
        OwnerId: '123456789012',
        CidrBlockAssociationSet: [
          {
            AssociationId: 'vpc-cidr-assoc-062c64cfafEXAMPLE',
            CidrBlock: '10.0.0.0/16',
            CidrBlockState: { State: 'associated' },
          },
        ],
        Ipv6CidrBlockAssociationSet: [],
        Tags: [
          { Key: 'Name', Value: 'main' },
          { Key: 'stage', Value: 'test' },
        ],
      },
    },
  },
  {
    name: 'GetObject',
    Client: S3Client,
    Command: GetObjectCommand,
    params: { Bucket: 'reports', Key: '2025/11/summary.json' },
    input: () => ({ Bucket: 'reports', Key: '2025/11/summary.json' }),
    output: {
      Body: Readable.from([Buffer.alloc(2048, '{"total":42}')]),
      AcceptRanges: 'bytes',
      ContentLength: 2048,
      ContentType: 'application/json',
      ETag: '"6805f2cfc46c0f04559748bb039d69ae"',
      LastModified: new Date('2025-11-21T10:00:00Z'),
      Metadata: { owner: 'billing' },
      ServerSideEncryption: 'AES256',
    },
  },
  {
    name: 'GetItem',
    Client: DynamoDBClient,
    Command: GetItemCommand,
    params: { TableName: 'orders', Key: { id: { S: 'order-1' } } },
    input: () => ({ TableName: 'orders', Key: { id: { S: 'order-1' } } }),
    output: {
      Item: {
        id: { S: 'order-1' },
        customer: { S: 'customer-17' },
        total: { N: '99.95' },
        paid: { BOOL: true },
        lines: {
          L: [
            { M: { sku: { S: 'sku-1' }, quantity: { N: '2' } } },
            { M: { sku: { S: 'sku-2' }, quantity: { N: '1' } } },
          ],
        },
      },
    },
  },
];
