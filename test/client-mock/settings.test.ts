import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { match } from 'sinon';
import { afterEach, describe, expect, test } from 'vitest';
import { configure, mockClient, type MockOptions } from '../../src/client-mock/index.js';
import { InvalidInputError, InvalidStubError, UnstubbedOperationError } from '../../src/index.js';
import { currentScope } from '../../src/calls/index.js';
import { messageOf } from '../message-of.js';

const client = new SNSClient({});
const publish = (Message = 'a', more: object = {}) =>
  client.send(new PublishCommand({ Message, ...more }));
const mockSns = (options?: MockOptions) => mockClient(SNSClient, options);

/** What would fail this test at its end; these tests are about that. */
const violations = () => currentScope().violations.splice(0);

afterEach(() => {
  mockSns().restore();
  configure({ validate: false, unstubbed: 'undefined', strict: false, copies: false });
});

describe('a command that nothing answers', () => {
  test('throws what says so, where that is asked for', async () => {
    mockSns({ unstubbed: 'throw' });
    expect(await messageOf(publish())).toBe(
      `UnstubbedOperationError: No reply of mockClient(SNSClient) answers SNS Publish. Nothing was sent to AWS.

  It was called with
    { Message: 'a' }

To answer it, write on the mock:

  .on(PublishCommand).resolves({})`,
    );
    expect(violations()).toEqual([]);
  });

  test('fails the test too', async () => {
    mockSns({ unstubbed: 'fail' });
    await expect(publish()).rejects.toBeInstanceOf(UnstubbedOperationError);
    expect(violations()).toHaveLength(1);
  });

  test('is answered with nothing', async () => {
    mockSns({ unstubbed: 'empty' });
    expect(await publish()).toEqual({});
  });
});

describe('configure()', () => {
  test('says it for all mocks, and a mock says it for itself', async () => {
    const lenient = mockClient(new SNSClient({}), { unstubbed: 'undefined' });
    mockSns();
    expect((await publish()) as unknown).toBeUndefined();
    configure({ unstubbed: 'throw' });
    await expect(publish()).rejects.toBeInstanceOf(UnstubbedOperationError);
    expect(lenient.send(new PublishCommand({ Message: 'a' })) as unknown).toBeUndefined();
  });
});

test('strict: an input is a whole one, unless on() says otherwise', async () => {
  const sns = mockSns({ strict: true });
  sns.on(PublishCommand, { Message: 'a' }).resolves({ MessageId: '1' });
  expect((await publish('a')).MessageId).toBe('1');
  expect((await publish('a', { TopicArn: 't' })) as unknown).toBeUndefined();
  sns.on(PublishCommand, { Message: 'a' }, false).resolves({ MessageId: '2' });
  expect((await publish('a', { TopicArn: 't' })).MessageId).toBe('2');
});

test('copies: each caller has an output of its own, and a call its input as it was', async () => {
  const sns = mockSns({ copies: true });
  const output = { MessageId: '1', Tags: [{ Key: 'k' }] };
  sns.on(PublishCommand).resolves(output);
  const input = { Message: 'before' };
  const [first, second] = [await client.send(new PublishCommand(input)), await publish()];
  expect(first).toEqual(output);
  expect(first).not.toBe(output);
  expect(first).not.toBe(second);
  input.Message = 'after';
  expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.Message).toBe('before');
  expect(sns.commandCalls(PublishCommand, { Message: 'before' })).toHaveLength(1);
});

describe('validate', () => {
  test('lets a wrong output reject what it would answer, and the test go on', async () => {
    const sns = mockSns({ validate: true });
    sns.on(PublishCommand).resolves({ MesageId: '1' } as object);
    await expect(publish()).rejects.toBeInstanceOf(InvalidStubError);
    const [problem] = violations();
    expect(problem?.message.replace(/in .*?test\.ts:\d+:\d+/, 'in TEST')).toBe(
      `mockClient(SNSClient).on(PublishCommand).resolves(): Publish cannot answer this output:

  MesageId: no such member; did you mean MessageId? (allowed: MessageId, SequenceNumber)

  in TEST

For a service that is off its model: mockClient(SNSClient, { validate: false }).`,
    );
  });

  test('tells of parameters that no call has', () => {
    mockSns({ validate: true }).on(PublishCommand, { Mesage: 'a' } as object);
    expect(violations()).toHaveLength(1);
  });

  test('rejects a wrong input, and uses no reply', async () => {
    const sns = mockSns({ validate: true });
    sns.on(PublishCommand).resolvesOnce({ MessageId: '1' });
    await expect(publish(1 as never)).rejects.toBeInstanceOf(InvalidInputError);
    expect(violations()).toHaveLength(1);
    expect((await publish()).MessageId).toBe('1');
  });

  test('takes matchers, null for what is absent, and document clients', async () => {
    const sns = mockSns({ validate: true });
    sns.on(PublishCommand, { Message: match('a') as never }).resolves({ MessageId: 'sinon' });
    expect((await publish('a', { Subject: null })).MessageId).toBe('sinon');
    sns
      .on(PublishCommand, { Message: expect.stringContaining('b') as string })
      .resolves({ MessageId: 'runner' });
    expect((await publish('b')).MessageId).toBe('runner');
    const documents = mockClient(DynamoDBDocumentClient, { validate: true });
    documents.on(PutCommand, { Item: { id: 1 } }).resolves({ Attributes: { id: 1 } });
    const put = new PutCommand({ TableName: 't', Item: { id: 1, at: new Set(['x']) } });
    const { Attributes } = await DynamoDBDocumentClient.from(new DynamoDBClient({})).send(put);
    expect(Attributes).toEqual({ id: 1 });
    documents.restore();
    expect(violations()).toEqual([]);
  });
});
