// The code under test: clients of every kind and age. It knows nothing of tests.
import { DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { ListBucketsCommand, S3Client } from 's3-3.600';
import { ListQueuesCommand, SQSClient } from 'sqs-3.840';
import { listTopics as topicsOfDependency } from 'notifier';

import { lookup } from 'node:dns';
import { lookup as lookUpByPromise } from 'node:dns/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

const early = new EC2Client({});

export const describeVpcs = () => new EC2Client({}).send(new DescribeVpcsCommand({}));
export const aggregated = () => new EC2({}).describeVpcs({});
export const fromStart = () => early.send(new DescribeVpcsCommand({}));
export const getItem = () =>
  DynamoDBDocumentClient.from(new DynamoDBClient({})).send(
    new GetCommand({ TableName: 't', Key: { id: 1 } }),
  );
export const listQueues = () => new SQSClient({}).send(new ListQueuesCommand({}));
export const listBuckets = () => new S3Client({}).send(new ListBucketsCommand({}));
export const listTopics = () => topicsOfDependency();
export const assumedRole = () =>
  fromTemporaryCredentials({
    params: { RoleArn: 'arn:aws:iam::123456789012:role/r', RoleSessionName: 's' },
  })();

/** Calls in a thread of its own, and fails as it does. */
export const inThread = () =>
  new Promise((resolve, reject) => {
    const source = `
      const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
      new EC2Client({}).send(new DescribeVpcsCommand({}));`;
    new Worker(source, { eval: true }).on('error', reject).on('exit', resolve);
  });

export const lookUp = (name) => promisify(lookup)(name);
export const resolveName = (name) => lookUpByPromise(name);
