import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { KinesisClient, SubscribeToShardCommand } from '@aws-sdk/client-kinesis';
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  DescribeEndpointsCommand,
  QueryCommand,
  TimestreamQueryClient,
} from '@aws-sdk/client-timestream-query';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { SQSClient as OldSQSClient, ListQueuesCommand } from 'sqs-3.840';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';
import { messageOf } from '../message-of.js';

beforeEach(() => {
  configure({ delivery: 'wire' });
});

describe('on the wire', () => {
  test('the SDK serialises, finds its endpoint and signs, and the request can be asserted on', async () => {
    stub(S3Client).on('PutObject').resolves({ ETag: '"1"' });
    const s3 = new S3Client({ region: 'eu-west-1' });
    await s3.send(
      new PutObjectCommand({ Bucket: 'documents', Key: 'a b.txt', Body: 'hello', ACL: 'private' }),
    );
    expect(S3Client).toHaveSentRequest({
      method: 'PUT',
      hostname: 'documents.s3.eu-west-1.amazonaws.com',
      path: '/a%20b.txt',
      headers: {
        'X-Amz-Acl': 'private',
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 .*eu-west-1\/s3\/aws4_request/),
      },
      body: 'hello',
    });
  });

  test('the user’s own middleware runs', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    const ec2 = new EC2Client({});
    ec2.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-trace'] = 'abc';
        return next(args);
      },
      { step: 'build' },
    );
    await ec2.send(new DescribeVpcsCommand({}));
    expect(ec2).toHaveSentRequest({ headers: { 'x-trace': 'abc' } });
  });

  test('each caller reads a body of its own', async () => {
    stub(S3Client).on('GetObject').resolves({ Body: 'hello', ContentType: 'text/plain' });
    const s3 = new S3Client({});
    const get = new GetObjectCommand({ Bucket: 'documents', Key: 'a.txt' });
    for (const output of [await s3.send(get), await s3.send(get)]) {
      expect(await output.Body?.transformToString()).toBe('hello');
      expect(output.ContentType).toBe('text/plain');
    }
  });

  test('a streamed input is sent, and its call shows its bytes', async () => {
    stub(S3Client).on('PutObject').resolves({});
    await new S3Client({}).send(
      new PutObjectCommand({
        Bucket: 'documents',
        Key: 'a.txt',
        ContentLength: 5,
        Body: Readable.from([Buffer.from('hel'), Buffer.from('lo')]),
      }),
    );
    expect(S3Client).toHaveCalledOperation('PutObject', { Body: Buffer.from('hello') });
    expect(S3Client).toHaveSentRequest({ body: expect.stringContaining('hello') });
  });

  test('errors are of the service’s classes, with its status', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey', { message: 'Not there.' });
    const get = new S3Client({}).send(new GetObjectCommand({ Bucket: 'documents', Key: 'a' }));
    await expect(get).rejects.toBeAwsError('NoSuchKey', {
      message: 'Not there.',
      $metadata: { httpStatusCode: 404, attempts: 1 },
    });
  });

  test('S3’s 404 to a HEAD has no body', async () => {
    stub(S3Client).on('HeadObject').rejects('NotFound');
    const head = new S3Client({}).send(new HeadObjectCommand({ Bucket: 'documents', Key: 'a' }));
    await expect(head).rejects.toBeAwsError('NotFound', { $metadata: { httpStatusCode: 404 } });
  });

  test('a document client reads and sends attribute values', async () => {
    stub(DynamoDBDocumentClient)
      .on('Get')
      .resolves({ Item: { id: 1, tags: new Set(['a']) } });
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const { Item } = await documents.send(new GetCommand({ TableName: 'users', Key: { id: 1 } }));
    expect(Item).toEqual({ id: 1, tags: new Set(['a']) });
    expect(documents).toHaveSentRequest({
      headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' },
      body: { TableName: 'users', Key: { id: { N: '1' } } },
    });
  });

  test('events arrive one by one, and an exception ends them', async () => {
    const Records = [{ Data: Buffer.from('x'), SequenceNumber: '1', PartitionKey: 'p' }];
    const first = { Records, ContinuationSequenceNumber: '1', MillisBehindLatest: 0 };
    stub(KinesisClient)
      .on('SubscribeToShard')
      .resolves({
        EventStream: [
          { SubscribeToShardEvent: first },
          { ResourceNotFoundException: { message: 'gone' } as never },
        ],
      });
    const { EventStream } = await new KinesisClient({}).send(
      new SubscribeToShardCommand({
        ConsumerARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1',
        ShardId: '1',
        StartingPosition: { Type: 'LATEST' },
      }),
    );
    const seen: unknown[] = [];
    const read = async () => {
      for await (const event of EventStream!) seen.push(event);
    };
    await expect(read()).rejects.toBeAwsError('ResourceNotFoundException', { message: 'gone' });
    expect(seen).toEqual([
      {
        SubscribeToShardEvent: {
          ...first,
          Records: [{ ...Records[0], Data: new Uint8Array([120]) }],
        },
      },
    ]);
  });

  test('a call that nothing answers is refused as ever, before anything is sent', async () => {
    configure({ unstubbed: 'throw' });
    const call = new EC2Client({}).send(new DescribeVpcsCommand({}));
    await expect(call).rejects.toBeInstanceOf(UnstubbedOperationError);
    await expect(call).rejects.not.toHaveProperty('$metadata');
    expect(stub(EC2Client).calls()[0]?.requests).toBeUndefined();
  });

  test('unstubbed: empty answers with an empty response', async () => {
    configure({ unstubbed: 'empty' });
    const { $metadata } = await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect($metadata.httpStatusCode).toBe(200);
    expect(EC2Client).toHaveSentRequest({ body: expect.stringContaining('Action=DescribeVpcs') });
  });

  test('a client can have it for itself', async () => {
    configure({ delivery: 'direct' });
    const [wired, direct] = [new EC2Client({}), new EC2Client({})];
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    stub(wired, { delivery: 'wire' });
    await wired.send(new DescribeVpcsCommand({}));
    await direct.send(new DescribeVpcsCommand({}));
    expect(stub(wired).calls()[0]?.requests).toHaveLength(1);
    expect(stub(direct).calls()[0]?.requests).toBeUndefined();
  });

  test('a stub can have it for itself, and so can an expectation', async () => {
    configure({ delivery: 'direct' });
    const ec2 = stub(EC2Client);
    ec2.on('DescribeVpcs', undefined, { delivery: 'wire' }).resolves({ Vpcs: [] });
    ec2.expects('DescribeVpcs', { MaxResults: 5 }).resolves({ Vpcs: [] });
    const client = new EC2Client({});
    await client.send(new DescribeVpcsCommand({ MaxResults: 5 }));
    await client.send(new DescribeVpcsCommand({}));
    expect(ec2.calls().map(({ requests }) => requests?.length)).toEqual([undefined, 1]);
  });

  test('a client from before 3.930 cannot have it, and is told so', async () => {
    stub(OldSQSClient).on('ListQueues').resolves({});
    const call = new OldSQSClient({ region: 'us-east-1' }).send(new ListQueuesCommand({}));
    await expect(call).rejects.toThrow(
      "delivery: 'wire' needs a client that carries its service's schemas (from 3.930 on)",
    );
  });

  test('a delivery that there is not is refused', async () => {
    const wrong = () => {
      configure({ delivery: 'post' as never });
    };
    expect(await messageOf(wrong)).toContain("configure(): 'delivery' is 'direct' or 'wire'.");
  });
});

describe('what the SDK checks is right without the author’s help:', () => {
  test('SQS’s MD5 sums', async () => {
    const sqs = new SQSClient({});
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/queue';
    stub(SQSClient).on('SendMessage').resolves({ MessageId: '1' });
    stub(SQSClient)
      .on('ReceiveMessage')
      .resolves({ Messages: [{ Body: 'hi' }, { Body: 'ho' }] });
    stub(SQSClient)
      .on('SendMessageBatch')
      .resolves({
        Successful: [
          { Id: 'a', MessageId: '1', MD5OfMessageBody: '49f68a5c8493ec2c0bf489821c21fc3b' },
        ],
        Failed: [],
      });
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hi' }));
    expect(sent.MD5OfMessageBody).toBe('49f68a5c8493ec2c0bf489821c21fc3b');
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages).toHaveLength(2);
    const Entries = [{ Id: 'a', MessageBody: 'hi' }];
    const batch = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(batch.Successful).toHaveLength(1);
  });

  test('S3’s checksums: none is asked for where the author gave none, and a right one passes', async () => {
    const s3 = new S3Client({});
    const get = new GetObjectCommand({ Bucket: 'documents', Key: 'a.txt' });
    stub(S3Client)
      .on('GetObject')
      .resolvesOnce({ Body: 'hello' })
      .resolvesOnce({ Body: 'hello', ChecksumCRC32: 'NhCmhg==' })
      .resolves({ Body: 'hello', ChecksumCRC32: 'AAAAAA==' });
    expect(await (await s3.send(get)).Body?.transformToString()).toBe('hello');
    expect(await (await s3.send(get)).Body?.transformToString()).toBe('hello');
    const wrong = await s3.send(get);
    await expect(wrong.Body?.transformToString()).rejects.toThrow('Checksum mismatch');
  });

  test('S3’s content type: an object that was given none has none', async () => {
    stub(S3Client).on('GetObject').resolves({ Body: 'hello' });
    const get = new GetObjectCommand({ Bucket: 'documents', Key: 'a.txt' });
    expect((await new S3Client({}).send(get)).ContentType).toBeUndefined();
  });

  test('the text of S3’s Expires', async () => {
    stub(S3Client)
      .on('GetObject')
      .resolves({ Expires: new Date(0) });
    const get = new GetObjectCommand({ Bucket: 'documents', Key: 'a.txt' });
    const output = await new S3Client({}).send(get);
    expect(output.ExpiresString).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  });

  test('a wrong MD5 of the author’s own is the SDK’s to refuse', async () => {
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/queue';
    stub(SQSClient).on('SendMessage').resolves({ MD5OfMessageBody: 'wrong' });
    const sent = new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: 'hi' }));
    await expect(sent).rejects.toThrow('InvalidChecksumError');
  });

  test('an answer of S3 that the SDK takes for a failed one where it is empty', async () => {
    stub(S3Client).on('CopyObject').resolves({});
    const copy = new CopyObjectCommand({ Bucket: 'documents', Key: 'a', CopySource: 'b/c' });
    await expect(new S3Client({}).send(copy)).resolves.toHaveProperty('$metadata');
  });
});

describe('calls that the SDK makes by itself', () => {
  const query = new QueryCommand({ QueryString: 'SELECT 1' });
  const answer = { QueryId: '1', Rows: [], ColumnInfo: [] };

  test('are answered, and are none of the test: endpoint discovery', async () => {
    stub(TimestreamQueryClient).on('Query').resolves(answer);
    const timestream = new TimestreamQueryClient({});
    await timestream.send(query);
    expect(timestream).toHaveCalledOnlyOperations(['Query']);
    expect(stub(timestream).calls()[0]?.requests).toHaveLength(1);
  });

  test('are answered by a stub where the author wrote one', async () => {
    stub(TimestreamQueryClient).on('Query').resolves(answer);
    const Endpoints = [
      { Address: 'query-cell9.timestream.us-east-1.amazonaws.com', CachePeriodInMinutes: 1 },
    ];
    stub(TimestreamQueryClient).on(DescribeEndpointsCommand).resolves({ Endpoints });
    const timestream = new TimestreamQueryClient({});
    await timestream.send(query);
    expect(timestream).toHaveCalledOperation('DescribeEndpoints');
    expect(timestream).toHaveSentRequest({
      hostname: 'query-cell9.timestream.us-east-1.amazonaws.com',
    });
  });

  test('are answered, and are none of the test: a session of S3 Express', async () => {
    stub(S3Client).on('PutObject').resolves({});
    const s3 = new S3Client({});
    await s3.send(new PutObjectCommand({ Bucket: 'b--use1-az4--x-s3', Key: 'a', Body: 'x' }));
    expect(s3).toHaveCalledOnlyOperations(['PutObject']);
    expect(s3).toHaveSentRequest({
      headers: { 'x-amz-s3session-token': 'aws-sdk-stubber-session' },
    });
  });
});
