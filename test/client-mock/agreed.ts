import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListTopicsCommand, PublishCommand, SNS, SNSClient } from '@aws-sdk/client-sns';
import {
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { mockClient as ourMockClient } from '../../src/client-mock/index.js';

/** This package's `client-mock`, or aws-sdk-client-mock itself. */
export interface Library {
  readonly mockClient: typeof ourMockClient;
}

const region = 'eu-west-1';
const publish = (Message: string, more: object = {}) => new PublishCommand({ Message, ...more });

/** What `mockClient` does wherever ours is to agree with the original; run on both, in both runners. */
export function agreed({ mockClient }: Library): void {
  let sns: ReturnType<typeof mockSns>;
  const mockSns = () => mockClient(SNSClient);
  const client = new SNSClient({ region });
  /** The id that a call is answered with, the message that it is rejected with, or `nothing`. */
  const answerOf = async (command: PublishCommand | ListTopicsCommand = publish('a')) => {
    try {
      const output = (await client.send(command as PublishCommand)) as
        { MessageId?: string } | undefined;
      return output === undefined ? 'nothing' : output.MessageId;
    } catch (error) {
      return `rejected: ${(error as Error).message}`;
    }
  };

  beforeEach(() => {
    sns = mockSns();
  });

  afterEach(() => {
    sns.restore();
  });

  describe('a client that is mocked', () => {
    test('gives undefined for what nothing answers, and no promise of it', () => {
      expect(client.send(publish('a')) as unknown).toBeUndefined();
    });

    test('is known by its send, and by its class’s name', () => {
      expect(sns.clientName()).toBe('SNSClient');
      expect((client.send as { isSinonProxy?: boolean }).isSinonProxy).toBe(true);
      sns.restore();
      expect((client.send as { isSinonProxy?: boolean }).isSinonProxy).toBeUndefined();
    });

    test('is mocked for its aggregated client too, in both of that one’s ways', async () => {
      sns.on(PublishCommand).resolves({ MessageId: '1' });
      const aggregated = new SNS({ region });
      expect((await aggregated.publish({ Message: 'a' })).MessageId).toBe('1');
      expect((await aggregated.send(publish('a'))).MessageId).toBe('1');
    });

    test('may be a single one', async () => {
      const [one, other] = [new SNSClient({ region }), new SNSClient({ region })];
      mockClient(one).resolves({ MessageId: 'one' });
      mockClient(other).resolves({ MessageId: 'other' });
      expect((await one.send(publish('a'))).MessageId).toBe('one');
      expect((await other.send(publish('a'))).MessageId).toBe('other');
    });

    test('answers what a second mock of it says', async () => {
      sns.resolves({ MessageId: 'first' });
      const second = mockClient(SNSClient);
      expect(await answerOf()).toBe('nothing');
      second.resolves({ MessageId: 'second' });
      expect(await answerOf()).toBe('second');
      expect(sns.calls()).toHaveLength(0);
      second.restore();
    });

    test('takes options beside the command', async () => {
      sns.resolves({ MessageId: '1' });
      expect((await client.send(publish('a'), {})).MessageId).toBe('1');
    });
  });

  describe.each([
    ['the mock', () => sns],
    ['onAnyCommand()', () => sns.onAnyCommand()],
    ['onAnyCommand(input)', () => sns.onAnyCommand({ Message: 'a' })],
    ['onAnyCommand(input, strict)', () => sns.onAnyCommand({ Message: 'a' }, true)],
    ['on(command)', () => sns.on(PublishCommand)],
    ['on(command, input)', () => sns.on(PublishCommand, { Message: 'a' })],
    ['on(command, input, strict)', () => sns.on(PublishCommand, { Message: 'a' }, true)],
  ])('a reply on %s', (_, behaviorOf) => {
    const output = (MessageId: string) => ({ MessageId, $metadata: {} });

    test('resolves, each time', async () => {
      behaviorOf().resolves(output('1'));
      expect([await answerOf(), await answerOf()]).toEqual(['1', '1']);
    });

    test('resolves with the object itself', async () => {
      const given = output('1');
      behaviorOf().resolves(given);
      expect(await client.send(publish('a'))).toBe(given);
      expect(await client.send(publish('a'))).toBe(given);
    });

    test('resolves with what a promise gives', async () => {
      behaviorOf().resolves(Promise.resolve(output('1')));
      expect(await answerOf()).toBe('1');
    });

    test('resolves once, and then gives undefined', async () => {
      behaviorOf().resolvesOnce(output('1'));
      expect([await answerOf(), await answerOf()]).toEqual(['1', 'nothing']);
    });

    test('is replaced by a later one', async () => {
      const behavior = behaviorOf();
      behavior.resolves(output('1'));
      behavior.resolves(output('2'));
      expect(await answerOf()).toBe('2');
    });

    test.each([
      ['nothing', undefined, ''],
      ['a text', 'No topic', 'No topic'],
      ['an error', new Error('No topic'), 'No topic'],
      ['members', { message: 'No topic', Code: 'NotFound' }, 'No topic'],
    ])('rejects, given %s', async (_given, error, message) => {
      behaviorOf().rejects(error);
      expect(await answerOf()).toBe(`rejected: ${message}`);
      await expect(client.send(publish('a'))).rejects.toBeInstanceOf(Error);
    });

    test('rejects with the error itself, and with the members given', async () => {
      const error = new Error('No topic');
      behaviorOf().rejects(error);
      await expect(client.send(publish('a'))).rejects.toBe(error);
      behaviorOf().rejects({ name: 'NotFoundException', Code: 'NotFound', $fault: 'client' });
      await expect(client.send(publish('a'))).rejects.toMatchObject({
        name: 'NotFoundException',
        Code: 'NotFound',
        $fault: 'client',
      });
    });

    test('rejects once', async () => {
      behaviorOf().rejectsOnce('No topic');
      expect([await answerOf(), await answerOf()]).toEqual(['rejected: No topic', 'nothing']);
    });

    test('calls a function with the input and the client', async () => {
      const seen: unknown[] = [];
      behaviorOf().callsFake((input: { Message: string }, getClient) => {
        seen.push(getClient());
        return Promise.resolve(output(`of ${input.Message}`));
      });
      expect(await answerOf()).toBe('of a');
      expect(seen).toEqual([client]);
    });

    test('rejects with what a function throws', async () => {
      behaviorOf().callsFake(() => {
        throw new Error('No topic');
      });
      expect(await answerOf()).toBe('rejected: No topic');
    });

    test('calls a function once', async () => {
      behaviorOf().callsFakeOnce(() => Promise.resolve(output('1')));
      expect([await answerOf(), await answerOf()]).toEqual(['1', 'nothing']);
    });

    test('chains replies of all kinds for one call each, and one for all others', async () => {
      behaviorOf()
        .resolvesOnce(output('1'))
        .rejectsOnce('2')
        .callsFakeOnce(() => Promise.resolve(output('3')))
        .resolves(output('4'));
      const answers = [await answerOf(), await answerOf(), await answerOf(), await answerOf()];
      expect(answers).toEqual(['1', 'rejected: 2', '3', '4']);
      expect(await answerOf()).toBe('4');
    });
  });

  describe('which reply answers', () => {
    test('is told by the command', async () => {
      sns
        .on(PublishCommand)
        .resolves({ MessageId: '1' })
        .on(ListTopicsCommand)
        .resolves({ Topics: [] });
      expect(await answerOf()).toBe('1');
      expect(await client.send(new ListTopicsCommand({}))).toEqual({ Topics: [] });
    });

    test('is told by some members of the input, deeply', async () => {
      sns
        .on(PublishCommand, { MessageAttributes: { kind: { DataType: 'String' } } })
        .resolves({ MessageId: 'deep' });
      const MessageAttributes = { kind: { DataType: 'String', StringValue: 'x' } };
      expect(await answerOf(publish('a', { MessageAttributes }))).toBe('deep');
      expect(await answerOf(publish('a'))).toBe('nothing');
    });

    test('is told by lists as a whole, by dates and bytes as values, and by what is absent', async () => {
      const s3 = mockClient(S3Client);
      const get = (input: object) => s3Client.send(new GetObjectCommand(input as never)) as unknown;
      const s3Client = new S3Client({ region });
      s3.on(GetObjectCommand, { List: ['a'] } as object).resolves({ ETag: 'list' });
      expect(await get({ List: ['a', 'b'] })).toBeUndefined();
      expect(await get({ List: ['a'] })).toEqual({ ETag: 'list' });
      s3.on(GetObjectCommand, { List: [{ Name: 'a' }] } as object).resolves({ ETag: 'objects' });
      expect(await get({ List: [{ Name: 'a', Values: [] }] })).toBeUndefined();
      s3.on(GetObjectCommand, { At: new Date(5), Bytes: Uint8Array.of(1) } as object).resolves({
        ETag: 'values',
      });
      expect(await get({ At: new Date(5), Bytes: Uint8Array.of(1) })).toEqual({ ETag: 'values' });
      expect(await get({ At: new Date(6), Bytes: Uint8Array.of(1) })).toBeUndefined();
      s3.on(GetObjectCommand, { Bucket: 'b', Key: undefined }).resolves({ ETag: 'absent' });
      expect(await get({ Bucket: 'b' })).toEqual({ ETag: 'absent' });
      s3.restore();
    });

    test('is told by the whole input where it is strict', async () => {
      sns.on(PublishCommand, { Message: 'a' }, true).resolves({ MessageId: '1' });
      expect(await answerOf(publish('a'))).toBe('1');
      expect(await answerOf(publish('a', { TopicArn: 't' }))).toBe('nothing');
      expect(await answerOf(publish('a', { Subject: undefined }))).toBe('nothing');
    });

    test('is the latest that fits, also where an earlier one says more', async () => {
      sns
        .on(PublishCommand)
        .resolves({ MessageId: 'any' })
        .on(PublishCommand, { Message: 'a' })
        .resolves({ MessageId: 'a' });
      expect([await answerOf(publish('a')), await answerOf(publish('b'))]).toEqual(['a', 'any']);
      sns.on(PublishCommand).resolves({ MessageId: 'later' });
      expect([await answerOf(publish('a')), await answerOf(publish('b'))]).toEqual([
        'later',
        'later',
      ]);
    });

    test('of any command comes before what was written before it', async () => {
      sns
        .on(PublishCommand)
        .resolves({ MessageId: 'on' })
        .onAnyCommand()
        .resolves({ MessageId: 'any' });
      expect(await answerOf()).toBe('any');
    });

    test('of the mock itself stays behind what was written after its first', async () => {
      sns.resolves({ MessageId: 'mock' }).on(PublishCommand).resolves({ MessageId: 'on' });
      sns.resolves({ MessageId: 'mock again' });
      expect(await answerOf(publish('a'))).toBe('on');
      expect(await answerOf(new ListTopicsCommand({}))).toBe('mock again');
    });

    test('is none where the queue of the latest is used up', async () => {
      sns
        .on(PublishCommand)
        .resolves({ MessageId: 'earlier' })
        .on(PublishCommand)
        .resolvesOnce({ MessageId: '1' });
      expect([await answerOf(), await answerOf()]).toEqual(['1', 'nothing']);
    });

    test('is that of a later queue, where an `await` lies between', async () => {
      sns.on(PublishCommand).resolvesOnce({ MessageId: 'of beforeEach' });
      await Promise.resolve();
      sns.on(PublishCommand).resolvesOnce({ MessageId: 'of the test' });
      expect([await answerOf(), await answerOf()]).toEqual(['of the test', 'nothing']);
    });

    test('is that of the queue before the one for all others', async () => {
      sns
        .on(PublishCommand)
        .resolvesOnce({ MessageId: '1' })
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- aws-sdk-client-mock marks it so, and suites chain
        .on(ListTopicsCommand)
        .resolvesOnce({ Topics: [] });
      expect([await answerOf(), await answerOf()]).toEqual(['1', 'nothing']);
      expect(await client.send(new ListTopicsCommand({}))).toEqual({ Topics: [] });
      expect((await client.send(new ListTopicsCommand({}))) as unknown).toBeUndefined();
    });
  });

  describe('resetting', () => {
    test('reset() forgets calls and replies, and the client stays mocked', async () => {
      sns.resolves({ MessageId: '1' });
      await answerOf();
      expect(sns.reset()).toBe(sns);
      expect(sns.calls()).toHaveLength(0);
      expect(await answerOf()).toBe('nothing');
    });

    test('reset() after restore() mocks the client again', async () => {
      sns.restore();
      sns.reset();
      sns.resolves({ MessageId: '1' });
      expect(await answerOf()).toBe('1');
    });

    test('replies written after reset() start anew, within a test too', async () => {
      sns.onAnyCommand().rejects('any').on(PublishCommand).rejects('publish');
      sns.reset();
      sns.onAnyCommand().rejects('any');
      expect(await answerOf()).toBe('rejected: any');
    });

    test('resetHistory() forgets the calls, and queues begin anew', async () => {
      sns.resolvesOnce({ MessageId: '1' }).resolves({ MessageId: '2' });
      expect([await answerOf(), await answerOf()]).toEqual(['1', '2']);
      expect(sns.resetHistory()).toBe(sns);
      expect(sns.calls()).toHaveLength(0);
      expect([await answerOf(), await answerOf()]).toEqual(['1', '2']);
    });
  });

  describe('the calls', () => {
    const sent = [
      publish('a'),
      new ListTopicsCommand({}),
      publish('b', { TopicArn: 't' }),
    ] as const;

    beforeEach(async () => {
      sns
        .on(PublishCommand)
        .resolves({ MessageId: '1' })
        .on(ListTopicsCommand)
        .rejects('No topics');
      for (const command of sent) await answerOf(command);
    });

    test('are those of all commands, in order', () => {
      expect(sns.calls().map(({ args }) => args[0])).toEqual([...sent]);
      expect(sns.call(0).args[0]).toBe(sent[0]);
      expect(sns.call(2).args[0].input).toEqual({ Message: 'b', TopicArn: 't' });
      expect(sns.call(-1).args[0]).toBe(sent[2]);
      expect(sns.call(3)).toBeNull();
    });

    test('are those of a command, with an input', () => {
      expect(sns.commandCalls(PublishCommand)).toHaveLength(2);
      expect(sns.commandCalls(ListTopicsCommand)).toHaveLength(1);
      expect(sns.commandCalls(GetObjectCommand as never)).toHaveLength(0);
      expect(sns.commandCalls(PublishCommand, { Message: 'b' })).toHaveLength(1);
      expect(sns.commandCalls(PublishCommand, { Message: 'b' }, true)).toHaveLength(0);
      expect(sns.commandCalls(PublishCommand, { Message: 'b', TopicArn: 't' }, true)).toHaveLength(
        1,
      );
    });

    test('are each one of a command, from either end', () => {
      expect(sns.commandCall(0, PublishCommand).args[0]).toBe(sent[0]);
      expect(sns.commandCall(1, PublishCommand).args[0].input.Message).toBe('b');
      expect(sns.commandCall(-1, PublishCommand).args[0]).toBe(sent[2]);
      expect(sns.commandCall(0, PublishCommand, { Message: 'b' }).args[0]).toBe(sent[2]);
      expect(sns.commandCall(2, PublishCommand)).toBeNull();
      expect(sns.commandCall(-3, PublishCommand)).toBeUndefined();
    });

    test('have what spies know of a call', async () => {
      const [first, second, third] = sns.calls();
      expect(first?.firstArg).toBe(sent[0]);
      expect(first?.lastArg).toBe(sent[0]);
      expect(first?.thisValue).toBe(client);
      expect(await first?.returnValue).toEqual({ MessageId: '1' });
      await expect(second?.returnValue).rejects.toThrow('No topics');
      expect(first?.exception).toBeUndefined();
      expect(second!.callId).toBeGreaterThan(first!.callId);
      expect(first!.calledBefore(second!)).toBe(true);
      expect(first!.calledAfter(second!)).toBe(false);
      expect(first!.calledImmediatelyBefore(third!)).toBe(false);
      expect(second!.calledImmediatelyBefore(third!)).toBe(true);
      expect(first!.calledWith(sent[0])).toBe(true);
      expect(first!.calledWithExactly(sent[0], {})).toBe(false);
      expect(first!.calledOn(client)).toBe(true);
      expect(first!.threw()).toBe(false);
    });

    test('are counted on `send`, which is a spy', () => {
      const { send } = sns;
      expect(send.callCount).toBe(3);
      expect([send.called, send.notCalled, send.calledOnce, send.calledThrice]).toEqual([
        true,
        false,
        false,
        true,
      ]);
      expect(send.firstCall.args[0]).toBe(sent[0]);
      expect(send.secondCall.args[0]).toBe(sent[1]);
      expect(send.lastCall.args[0]).toBe(sent[2]);
      expect(send.getCall(0).args[0]).toBe(sent[0]);
      expect(send.getCall(9)).toBeNull();
      expect(send.getCalls()).toHaveLength(3);
      expect(send.args.map(([command]) => command)).toEqual([...sent]);
      expect(send.thisValues).toEqual([client, client, client]);
      expect(send.returnValues).toHaveLength(3);
      expect(send.calledWith(sent[1] as never)).toBe(true);
      expect(send.neverCalledWith(publish('z') as never)).toBe(true);
      expect(send.alwaysCalledOn(client)).toBe(true);
      expect(send.calledOnceWith(sent[0] as never)).toBe(false);
    });

    test('of two mocks are in one row', async () => {
      const s3 = mockClient(S3Client);
      await new S3Client({ region }).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
      expect(sns.send.calledBefore(s3.send as never)).toBe(true);
      expect(s3.send.calledAfter(sns.send as never)).toBe(true);
      expect(s3.call(0).calledAfter(sns.call(2) as never)).toBe(true);
      s3.restore();
    });
  });

  describe('`send` itself', () => {
    test('is told what to give, for what no on() answers', async () => {
      sns.on(ListTopicsCommand).resolves({ Topics: [] });
      sns.send.callsFake((command: PublishCommand) =>
        Promise.resolve({ MessageId: `of ${command.input.Message ?? ''}` } as never),
      );
      expect(await answerOf()).toBe('of a');
      expect(await client.send(new ListTopicsCommand({}))).toEqual({ Topics: [] });
      sns.send.resolves({ MessageId: '2' });
      expect(await answerOf()).toBe('2');
      sns.send.rejects(new Error('No'));
      expect(await answerOf()).toBe('rejected: No');
      sns.send.returns(Promise.resolve({ MessageId: '3' }));
      expect(await answerOf()).toBe('3');
      sns.send.throws(new Error('thrown'));
      expect(() => client.send(publish('a'))).toThrow('thrown');
      expect(sns.send.lastCall.exception).toEqual(new Error('thrown'));
    });

    test('is told to call back', () => {
      const seen: unknown[] = [];
      const callback = (...given: unknown[]) => seen.push(given);
      sns.send.callsArgWith(1, null, { MessageId: '1' });
      client.send(publish('a'), callback);
      sns.send.yields('error');
      client.send(publish('a'), {}, callback);
      expect(seen).toEqual([[null, { MessageId: '1' }], ['error']]);
    });

    test('is told so for single calls', async () => {
      sns.send.onFirstCall().resolves({ MessageId: '1' });
      sns.send.onCall(1).rejects(new Error('2'));
      expect([await answerOf(), await answerOf()]).toEqual(['1', 'rejected: 2']);
      expect(await answerOf()).toBe('nothing');
    });

    test('forgets on reset', async () => {
      sns.send.resolves({ MessageId: '1' });
      await answerOf();
      sns.send.resetHistory();
      expect(sns.send.callCount).toBe(0);
      expect(await answerOf()).toBe('1');
      sns.send.resetBehavior();
      expect(await answerOf()).toBe('nothing');
      expect(sns.send.callCount).toBe(2);
    });
  });

  describe('the mock in the place of a client', () => {
    test('answers, and records the call', async () => {
      sns.on(PublishCommand).resolves({ MessageId: '1' });
      const handedOver = sns as unknown as SNSClient;
      expect((await handedOver.send(publish('a'))).MessageId).toBe('1');
      expect(sns.commandCalls(PublishCommand)).toHaveLength(1);
      expect(sns.call(0).thisValue).toBe(sns);
    });
  });

  describe('a document client', () => {
    const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));

    test('is mocked by its class, with plain values', async () => {
      const mock = mockClient(DynamoDBDocumentClient);
      mock.on(GetCommand, { Key: { id: 1 } }).resolves({ Item: { id: 1, name: 'x' } });
      const { Item } = await dynamodb.send(new GetCommand({ TableName: 't', Key: { id: 1 } }));
      expect(Item).toEqual({ id: 1, name: 'x' });
      mock.restore();
    });

    test('is mocked by itself', async () => {
      const own = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
      const mock = mockClient(own);
      mock.on(GetCommand).resolves({ Item: { id: 2 } });
      expect((await own.send(new GetCommand({ TableName: 't', Key: { id: 1 } }))).Item).toEqual({
        id: 2,
      });
      expect(mock.commandCalls(GetCommand)[0]?.args[0].input.TableName).toBe('t');
    });

    test('pages through what on() answers for each token', async () => {
      const mock = mockClient(DynamoDBDocumentClient);
      mock
        .on(QueryCommand, { ExclusiveStartKey: undefined })
        .resolves({ Items: [{ id: 1 }], LastEvaluatedKey: { id: 1 } })
        .on(QueryCommand, { ExclusiveStartKey: { id: 1 } })
        .resolves({ Items: [{ id: 2 }] });
      const ids: unknown[] = [];
      for await (const { Items } of paginateQuery({ client: dynamodb }, { TableName: 't' })) {
        ids.push(...(Items ?? []).map(({ id }) => id as unknown));
      }
      expect(ids).toEqual([1, 2]);
      mock.restore();
    });
  });
}
