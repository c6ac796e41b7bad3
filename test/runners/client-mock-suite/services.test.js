import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as kinesis from '@aws-sdk/client-kinesis';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import * as sqs from '@aws-sdk/client-sqs';
import * as sts from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';

const bytes = (text) => new TextEncoder().encode(text);

/** Outputs as tests write them: half of what is required, members of no model, dates of no calendar. */
const CASES = [
  [
    ec2,
    'EC2',
    'DescribeInstances',
    { InstanceIds: ['i-1'] },
    { Reservations: [{ Instances: [] }] },
  ],
  [ec2, 'EC2', 'RunInstances', { ImageId: 'ami-1', MinCount: 1, MaxCount: 1 }, {}],
  [ec2, 'EC2', 'DescribeRegions', {}, { Regions: [{ RegionName: 'nowhere-1' }] }],
  [
    iam,
    'IAM',
    'CreateRole',
    { RoleName: 'r', AssumeRolePolicyDocument: '{}' },
    { Role: { Arn: 'a' } },
  ],
  [iam, 'IAM', 'GetUser', {}, { User: { UserName: 'me', CreateDate: new Date(8.64e15) } }],
  [iam, 'IAM', 'ListRoles', {}, { Roles: [], IsTruncated: false }],
  [lambda, 'Lambda', 'Invoke', { FunctionName: 'f' }, { StatusCode: 200, Payload: bytes('{}') }],
  [lambda, 'Lambda', 'GetFunction', { FunctionName: 'f' }, { Configuration: { State: 'Active' } }],
  [cloudformation, 'CloudFormation', 'DescribeStacks', { StackName: 's' }, { Stacks: [{}] }],
  [cloudformation, 'CloudFormation', 'CreateStack', { StackName: 's' }, { StackId: 'id' }],
  [cloudwatch, 'CloudWatch', 'PutMetricData', { Namespace: 'n', MetricData: [] }, {}],
  [cloudwatch, 'CloudWatch', 'DescribeAlarms', {}, { MetricAlarms: [{ AlarmName: 'a' }] }],
  [
    kinesis,
    'Kinesis',
    'PutRecord',
    { Data: bytes('1'), PartitionKey: 'p' },
    { SequenceNumber: '1' },
  ],
  [
    kinesis,
    'Kinesis',
    'ListStreams',
    { Misspelt: true },
    { StreamNames: ['s'], HasMoreStreams: false },
  ],
  [s3, 'S3', 'ListObjectsV2', { Bucket: 'b' }, { Contents: [{ Key: 'k', Size: 1 }], Made: 'up' }],
  [s3, 'S3', 'HeadObject', { Bucket: 'b', Key: 'k' }, { ContentLength: '12' }],
  [s3, 'S3', 'DeleteObjects', { Bucket: 'b' }, { Deleted: [{ Key: 'k' }], $metadata: {} }],
  [sqs, 'SQS', 'SendMessage', { QueueUrl: 'q', MessageBody: 'm' }, { MessageId: 'id' }],
  [sqs, 'SQS', 'GetQueueAttributes', { QueueUrl: null }, { Attributes: { Depth: 3 } }],
  [sts, 'STS', 'GetCallerIdentity', {}, { Account: '123456789012', $metadata: { attempts: 7 } }],
];

describe.each(CASES)('%#', (sdk, service, operation, input, output) => {
  const Client = sdk[`${service}Client`];
  const Command = sdk[`${operation}Command`];
  const mock = mockClient(Client);
  beforeEach(() => mock.reset());

  test(`${service} ${operation} gives the very output`, async () => {
    mock.on(Command, input).resolves(output);
    expect(await new Client({}).send(new Command(input))).toBe(output);
    expect(mock).toHaveReceivedCommandWith(Command, input);
  });
  test(`${service}.${operation} of the aggregated client fails with its base exception`, async () => {
    const Exception = sdk[`${service}ServiceException`];
    mock.on(Command).rejects(new Exception({ name: 'Throttling', message: 'slow', $metadata: {} }));
    const method = operation[0].toLowerCase() + operation.slice(1);
    await expect(new sdk[service]({})[method](input)).rejects.toBeInstanceOf(Exception);
  });
});
