import { InvokeCommand, LambdaClient } from 'lambda-3.840';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
  SelectObjectContentCommand,
  type SelectObjectContentEventStream,
} from 's3-3.840';
import { SendMessageCommand as Send600, SQSClient as Sqs600 } from 'sqs-3.600';
import { SendMessageCommand as Send840, SQSClient as Sqs840 } from 'sqs-3.840';
import { describe, expect, test } from 'vitest';
import { configure, stub, UnstubbedOperationError, useAwsFixture } from '../../src/index.js';

const message = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/q', MessageBody: 'hello' };

describe('DESIGN: a client older than the runtime schemas', () => {
  test.each([
    ['3.600', () => new Sqs600({}).send(new Send600(message))],
    ['3.840', () => new Sqs840({}).send(new Send840(message))],
  ])('%s is stubbed and asserted', async (_version, send) => {
    stub('SQS').on('SendMessage', { MessageBody: 'hello' }).resolves({ MessageId: 'message-1' });
    expect((await send()).MessageId).toBe('message-1');
    expect('SQS').toHaveCalledOperationOnce('SendMessage', message);
  });

  test('by its class and its command class', async () => {
    stub(Sqs600).on(Send600).resolves({ MessageId: 'message-1' });
    const { MessageId } = await new Sqs600({}).send(new Send600(message));
    expect(MessageId).toBe('message-1');
    expect(Sqs600).toHaveCalledOperationOnce(Send600, { MessageBody: 'hello' });
  });

  test('gets errors with the name of their code', async () => {
    stub(Sqs600).on('SendMessage').rejects('QueueDoesNotExist', { message: 'No queue.' });
    const send = new Sqs600({}).send(new Send600(message));
    await expect(send).rejects.toBeAwsError('QueueDoesNotExist', { message: 'No queue.' });
  });

  test('is refused an unstubbed call', async () => {
    configure({ unstubbed: 'throw' });
    const send = new Sqs840({}).send(new Send840(message));
    await expect(send).rejects.toBeInstanceOf(UnstubbedOperationError);
  });
});

describe('bodies of a client older than the runtime schemas', () => {
  const object = { Bucket: 'orders', Key: 'k' };
  const read = async (): Promise<string | undefined> =>
    (await new S3Client({}).send(new GetObjectCommand(object))).Body?.transformToString();

  test.each([
    ['a text', () => 'hello'],
    ['bytes', () => Buffer.from('hello')],
    ['a stream', () => Readable.from([Buffer.from('hel'), Buffer.from('lo')])],
    ['a Blob', () => new Blob(['hello'])],
  ])('%s is the body of a stream, for each caller', async (_kind, body) => {
    stub(S3Client)
      .on(GetObjectCommand)
      .resolves({ Body: body() as never, ETag: '"e"' });
    expect([await read(), await read()]).toEqual(['hello', 'hello']);
    expect((await new S3Client({}).send(new GetObjectCommand(object))).ETag).toBe('"e"');
  });

  test('a text is a payload of bytes', async () => {
    stub(LambdaClient)
      .on(InvokeCommand)
      .resolves({ Payload: '{"a":1}' as never, ExecutedVersion: '1' });
    const output = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'f' }));
    expect(output.Payload?.transformToString()).toBe('{"a":1}');
    expect(output.ExecutedVersion).toBe('1');
  });

  test('a list is a stream of events', async () => {
    const given: SelectObjectContentEventStream[] = [
      { Records: { Payload: Buffer.from('a') } },
      { End: {} },
    ];
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: given as never });
    const input = { ...object, Expression: 'select *', ExpressionType: 'SQL' as const };
    const { Payload } = await new S3Client({}).send(
      new SelectObjectContentCommand({
        ...input,
        InputSerialization: {},
        OutputSerialization: {},
      }),
    );
    const events: unknown[] = [];
    for await (const event of Payload ?? []) events.push(event);
    expect(events).toEqual(given);
  });

  test('an output without one stays what was given', async () => {
    stub(S3Client)
      .on(ListBucketsCommand)
      .resolves({ Buckets: [{ Name: 'orders' }], Prefix: 'o' });
    const output = await new S3Client({}).send(new ListBucketsCommand());
    expect(output).toMatchObject({ Buckets: [{ Name: 'orders' }], Prefix: 'o' });
  });

  test.each([
    ['a stream', () => Readable.from([Buffer.from('h'), Buffer.from('i')])],
    ['a Blob', () => new Blob(['hi'])],
  ])('%s in an input is seen by its bytes', async (_kind, body) => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    await new S3Client({}).send(new PutObjectCommand({ ...object, Body: body() as Readable }));
    expect(S3Client).toHaveCalledOperation(PutObjectCommand, { Body: Buffer.from('hi') });
  });

  describe('in a bucket', () => {
    const bucket = useAwsFixture('bucket', { name: 'orders', objects: { k: 'hello' } });

    test('can be read, and written from a stream', async () => {
      expect(await read()).toBe('hello');
      const Body = Readable.from([Buffer.from('bye')]);
      await new S3Client({}).send(new PutObjectCommand({ ...object, Body, ContentLength: 3 }));
      expect(await read()).toBe('bye');
      expect(bucket).toHaveObject('k', 'bye');
    });
  });
});
