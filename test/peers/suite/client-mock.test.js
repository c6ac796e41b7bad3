import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { stub } from 'aws-sdk-stubber';
import { mockClient } from 'aws-sdk-stubber/client-mock';
import { ListBucketsCommand, S3Client } from 's3-3.600';
import * as code from './clients.js';
import './client-mock-matchers.js';

const ec2 = mockClient(EC2Client);

afterEach(() => {
  ec2.reset();
});

test('mockClient: a class, and both packages’ matchers', async () => {
  ec2.on(DescribeVpcsCommand).resolvesOnce({ NextToken: 'first' }).resolves({ NextToken: 'next' });
  expect((await code.describeVpcs()).NextToken).toBe('first');
  expect((await code.aggregated()).NextToken).toBe('next');
  expect(ec2).toHaveReceivedCommandTimes(DescribeVpcsCommand, 2);
  expect(ec2).toHaveReceivedNthCommandWith(1, DescribeVpcsCommand, {});
  expect(ec2).toHaveReceivedLastCommandWith(DescribeVpcsCommand, {});
  expect('EC2').toHaveCalledOperationTimes('DescribeVpcs', 2);
});

test('mockClient: the mock as the client', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ NextToken: 'mocked' });
  const pageOf = (client) => client.send(new DescribeVpcsCommand({ MaxResults: 5 }));
  expect((await pageOf(ec2)).NextToken).toBe('mocked');
  expect(ec2).toHaveReceivedCommandOnce(DescribeVpcsCommand);
  for (const target of [ec2, EC2Client, 'EC2']) {
    expect(target).toHaveCalledOperationOnce('DescribeVpcs', { MaxResults: 5 });
  }
});

test('mockClient: a client, and its end', async () => {
  const client = new EC2Client({});
  const mock = mockClient(client);
  mock.rejects('no network');
  const ask = () => client.send(new DescribeVpcsCommand({}));
  await expect(ask()).rejects.toThrow('no network');
  expect(mock.calls()).toHaveLength(1);
  mock.restore();
  ec2.restore();
  stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
  expect((await ask()).NextToken).toBe('ours');
});

test('mockClient: a document client, and an older client', async () => {
  const documents = mockClient(DynamoDBDocumentClient);
  documents.on(GetCommand, { Key: { id: 1 } }).resolves({ Item: { id: 1 } });
  expect((await code.getItem()).Item).toEqual({ id: 1 });
  expect(documents).toHaveReceivedCommandWith(GetCommand, { TableName: 't' });
  const s3 = mockClient(S3Client);
  s3.on(ListBucketsCommand).resolves({ Buckets: [] });
  expect((await code.listBuckets()).Buckets).toEqual([]);
  expect(S3Client).toHaveCalledOperationOnce('ListBuckets');
  documents.restore();
  s3.restore();
});
