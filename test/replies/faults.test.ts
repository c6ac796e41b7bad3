import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectsCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageBatchCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  brokenOff,
  configure,
  connectionReset,
  malformedResponse,
  partialFailure,
  serverError,
  slow,
  stub,
  Stubber,
  throttled,
  timeout,
} from '../../src/index.js';

const describeVpcs = () => new EC2Client({ maxAttempts: 1 }).send(new DescribeVpcsCommand({}));
const getObject = () =>
  new S3Client({ maxAttempts: 1 }).send(new GetObjectCommand({ Bucket: 'documents', Key: 'a' }));

describe.each(['direct', 'wire'] as const)('with %s delivery', (delivery) => {
  beforeEach(() => {
    configure({ delivery });
  });

  test('throttled() has the code and the status of the service', async () => {
    const once = { maxAttempts: 1 };
    const calls: [object, string, () => Promise<unknown>, string, number][] = [
      [EC2Client, 'DescribeVpcs', describeVpcs, 'RequestLimitExceeded', 503],
      [S3Client, 'GetObject', getObject, 'SlowDown', 503],
      [
        LambdaClient,
        'Invoke',
        () => new LambdaClient(once).send(new InvokeCommand({ FunctionName: 'f' })),
        'TooManyRequestsException',
        429,
      ],
      [
        IAMClient,
        'ListUsers',
        () => new IAMClient(once).send(new ListUsersCommand({})),
        'Throttling',
        400,
      ],
      [
        DynamoDBClient,
        'GetItem',
        () => {
          const get = new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } });
          return new DynamoDBClient(once).send(get);
        },
        'ThrottlingException',
        400,
      ],
    ];
    for (const [client, operation, call, code, httpStatusCode] of calls) {
      stub(client as typeof EC2Client)
        .on(operation)
        .rejects(throttled());
      await expect(call()).rejects.toBeAwsError(code, { $metadata: { httpStatusCode } });
    }
  });

  test('serverError() has the status, and is the server’s fault', async () => {
    stub(EC2Client).on('DescribeVpcs').rejectsOnce(serverError()).rejects(serverError(503));
    await expect(describeVpcs()).rejects.toBeAwsError('InternalError', {
      $fault: 'server',
      $metadata: { httpStatusCode: 500 },
    });
    await expect(describeVpcs()).rejects.toBeAwsError('ServiceUnavailable', {
      $metadata: { httpStatusCode: 503 },
    });
  });

  test('timeout() and connectionReset() are what the SDK’s transport throws', async () => {
    stub(EC2Client).on('DescribeVpcs').rejectsOnce(timeout()).rejects(connectionReset());
    await expect(describeVpcs()).rejects.toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT' });
    await expect(describeVpcs()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('malformedResponse() is what the SDK cannot read', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects(malformedResponse());
    await expect(describeVpcs()).rejects.toThrow('XML parse error');
    stub(LambdaClient).on('Invoke').rejects(malformedResponse());
    stub(DynamoDBClient).on('GetItem').rejects(malformedResponse());
    const get = new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } });
    await expect(new DynamoDBClient({}).send(get)).rejects.toThrow('JSON');
  });

  test('brokenOff() gives a stream its first bytes, and then an error', async () => {
    stub(S3Client)
      .on('GetObject')
      .resolves(brokenOff({ Body: 'hello world' }, { after: 5 }));
    const { Body } = await getObject();
    const seen: Buffer[] = [];
    const read = async () => {
      for await (const chunk of Body as AsyncIterable<Buffer>) seen.push(chunk);
    };
    await expect(read()).rejects.toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
    expect(Buffer.concat(seen).toString()).toBe('hello');
  });

  test('brokenOff() refuses an answer that is no stream', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves(brokenOff({ Vpcs: [{ VpcId: 'vpc-1' }] }));
    await expect(describeVpcs()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('slow() answers late, on the test’s clock', async () => {
    vi.useFakeTimers();
    try {
      stub(EC2Client)
        .on('DescribeVpcs')
        .resolves(slow(60_000, { Vpcs: [] }));
      let isDone = false;
      const call = describeVpcs().then((output) => {
        isDone = true;
        return output;
      });
      await vi.advanceTimersByTimeAsync(59_999);
      expect(isDone).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect((await call).Vpcs).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('partialFailure()', () => {
  const put = (id: string) => ({ PutRequest: { Item: { id: { S: id } } } });

  test('leaves items of DynamoDB unprocessed, numbered through all tables', async () => {
    stub(DynamoDBClient)
      .on('BatchWriteItem')
      .resolves(partialFailure({ failed: [1, 2] }));
    const RequestItems = { users: [put('1'), put('2')], orders: [put('3'), put('4')] };
    const { UnprocessedItems } = await new DynamoDBClient({}).send(
      new BatchWriteItemCommand({ RequestItems }),
    );
    expect(UnprocessedItems).toEqual({ users: [put('2')], orders: [put('3')] });
  });

  test('leaves keys of DynamoDB unprocessed, beside what was found', async () => {
    const Responses = { users: [{ id: { S: '2' } }] };
    stub(DynamoDBClient)
      .on('BatchGetItem')
      .resolves(partialFailure({ output: { Responses } }));
    const output = await new DynamoDBClient({}).send(
      new BatchGetItemCommand({
        RequestItems: {
          users: { Keys: [{ id: { S: '1' } }, { id: { S: '2' } }], ConsistentRead: true },
        },
      }),
    );
    expect(output).toMatchObject({
      Responses,
      UnprocessedKeys: { users: { Keys: [{ id: { S: '1' } }], ConsistentRead: true } },
    });
  });

  test('fails entries of SQS and SNS by their ids', async () => {
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/queue';
    configure({ delivery: 'wire' });
    stub(SQSClient)
      .on('SendMessageBatch')
      .resolves(partialFailure({ failed: [1], code: 'ThrottlingException', message: 'Slower.' }));
    stub(SQSClient).on('DeleteMessageBatch').resolves(partialFailure());
    stub(SNSClient)
      .on('PublishBatch')
      .resolves(partialFailure({ failed: (_, i) => i === 1 }));
    const sqs = new SQSClient({});
    const Entries = [
      { Id: 'a', MessageBody: '1' },
      { Id: 'b', MessageBody: '2' },
    ];
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Successful).toMatchObject([{ Id: 'a' }]);
    expect(sent.Failed).toEqual([
      { Id: 'b', Code: 'ThrottlingException', Message: 'Slower.', SenderFault: false },
    ]);
    const handles = [{ Id: 'a', ReceiptHandle: '1' }];
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: handles }));
    expect(deleted.Failed).toMatchObject([{ Id: 'a', Code: 'InternalFailure' }]);
    const published = await new SNSClient({}).send(
      new PublishBatchCommand({
        TopicArn: 'arn:aws:sns:us-east-1:123456789012:topic',
        PublishBatchRequestEntries: [
          { Id: 'a', Message: '1' },
          { Id: 'b', Message: '2' },
        ],
      }),
    );
    expect(published).toMatchObject({ Successful: [{ Id: 'a' }], Failed: [{ Id: 'b' }] });
  });

  test('fails records of Kinesis by their place', async () => {
    stub(KinesisClient).on('PutRecords').resolves(partialFailure());
    const Records = ['a', 'b'].map((text) => ({ Data: Buffer.from(text), PartitionKey: text }));
    const output = await new KinesisClient({}).send(new PutRecordsCommand({ Records }));
    expect(output).toMatchObject({
      FailedRecordCount: 1,
      Records: [{ ErrorCode: 'InternalFailure' }, { ShardId: 'shardId-000000000000' }],
    });
  });

  test('fails objects of S3 by their keys', async () => {
    stub(S3Client)
      .on('DeleteObjects')
      .resolves(partialFailure({ code: 'AccessDenied', message: 'Access Denied' }));
    const Objects = [{ Key: 'a' }, { Key: 'b' }];
    const output = await new S3Client({}).send(
      new DeleteObjectsCommand({ Bucket: 'documents', Delete: { Objects } }),
    );
    expect(output).toMatchObject({
      Deleted: [{ Key: 'b' }],
      Errors: [{ Key: 'a', Code: 'AccessDenied', Message: 'Access Denied' }],
    });
  });

  test('says which operations it knows', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves(partialFailure());
    await expect(describeVpcs()).rejects.toThrow(
      'partialFailure() does not know EC2 DescribeVpcs: it is for DynamoDB BatchWriteItem,',
    );
  });
});

describe('faults', () => {
  test('can be thrown and given by Stubbers, expectations and once-replies alike', async () => {
    stub(EC2Client).expects('DescribeVpcs').rejects(timeout());
    await expect(describeVpcs()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const client = new EC2Client({});
    const stubber = new Stubber(client).activate();
    stubber.addResponse('DescribeVpcs', slow(0, { Vpcs: [] }));
    expect((await client.send(new DescribeVpcsCommand({}))).Vpcs).toEqual([]);
  });

  test('in the wrong place say which is the right one', () => {
    const vpcs = stub(EC2Client).on('DescribeVpcs');
    expect(() => vpcs.resolves(throttled() as object)).toThrow(
      'stub(EC2Client).on().resolves() takes an output; write .rejects(throttled()).',
    );
    expect(() => vpcs.rejects(slow(5) as never)).toThrow(
      'stub(EC2Client).on().rejects() takes an error; write .resolves(slow(5)).',
    );
  });

  test('have outputs that are checked as any', () => {
    expect(() =>
      stub(EC2Client)
        .on('DescribeVpcs')
        .resolves(slow(5, { Vpc: [] })),
    ).toThrow('Vpc: no such member; did you mean Vpcs?');
  });
});
