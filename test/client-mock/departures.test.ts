import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNS, SNSClient } from '@aws-sdk/client-sns';
import { assert as sinonAssert, createSandbox, match } from 'sinon';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mockClient, type AwsClientStub } from '../../src/client-mock/index.js';
import { exactly, stub, WrongUseError } from '../../src/index.js';

const client = new SNSClient({});
const publish = (Message: string, more: object = {}) => new PublishCommand({ Message, ...more });
const idOf = async (from = client, command = publish('a')) =>
  ((await from.send(command)) as { MessageId?: string } | undefined)?.MessageId;

let sns: AwsClientStub<SNSClient>;

beforeEach(() => {
  sns = mockClient(SNSClient);
});

afterEach(() => {
  sns.restore();
});

describe('unlike aws-sdk-client-mock,', () => {
  test('one on() after another continues the queue of the same calls', async () => {
    sns.on(PublishCommand).resolvesOnce({ MessageId: '1' });
    sns.on(PublishCommand).resolvesOnce({ MessageId: '2' }).resolvesOnce({ MessageId: '3' });
    expect([await idOf(), await idOf(), await idOf(), await idOf()]).toEqual([
      '1',
      '2',
      '3',
      undefined,
    ]);
  });

  test('so does the mock itself, and each input has a queue of its own', async () => {
    sns.resolvesOnce({ MessageId: '1' });
    sns.resolvesOnce({ MessageId: '2' });
    expect([await idOf(), await idOf()]).toEqual(['1', '2']);
    sns.on(PublishCommand, { Message: 'a' }).resolvesOnce({ MessageId: 'a1' });
    sns.on(PublishCommand, { Message: 'b' }).resolvesOnce({ MessageId: 'b1' });
    sns.on(PublishCommand, { Message: 'a' }).resolvesOnce({ MessageId: 'a2' });
    const answers = [await idOf(), await idOf(), await idOf(client, publish('b'))];
    expect(answers).toEqual(['a1', 'a2', 'b1']);
  });

  test('a reply for one call is there for the next, whatever was called before', async () => {
    await idOf();
    sns.on(PublishCommand).resolvesOnce({ MessageId: '1' });
    expect(await idOf()).toBe('1');
    sns.on(PublishCommand).resolvesOnce({ MessageId: '2' });
    expect(await idOf()).toBe('2');
  });

  test('a mock of a client leaves the mock of its class where it is', async () => {
    const single = new SNSClient({});
    const mock = mockClient(single);
    mock.resolves({ MessageId: 'single' });
    sns.resolves({ MessageId: 'class' });
    expect([await idOf(single), await idOf()]).toEqual(['single', 'class']);
    mock.restore();
    expect(await idOf(single)).toBe('class');
  });

  test('a mock of an aggregated class leaves that of the class below it', async () => {
    const aggregated = mockClient(SNS);
    sns.resolves({ MessageId: 'class' });
    expect(await idOf()).toBe('class');
    expect(await idOf(new SNS({}))).toBeUndefined();
    aggregated.restore();
    expect(await idOf(new SNS({}))).toBe('class');
  });

  test('restore() of a mock that another one replaced leaves the other', async () => {
    const second = mockClient(SNSClient);
    second.resolves({ MessageId: 'second' });
    sns.restore();
    expect(await idOf()).toBe('second');
    second.restore();
  });

  test('restore() gives back the send that a spy had put there', async () => {
    const spied = new SNSClient({});
    const spy = vi.spyOn(spied, 'send').mockImplementation(() => ({ MessageId: 'spy' }) as never);
    const mock = mockClient(spied);
    mock.resolves({ MessageId: 'mock' });
    expect(await idOf(spied)).toBe('mock');
    mock.restore();
    expect(await idOf(spied)).toBe('spy');
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test('getClient() gives the client of the call, also after an await', async () => {
    const [one, other] = [new SNSClient({}), new SNSClient({})];
    sns.callsFake(async (_input, getClient) => {
      await Promise.resolve();
      return { MessageId: (getClient() as unknown) === one ? 'one' : 'other' };
    });
    expect(await Promise.all([idOf(one), idOf(other)])).toEqual(['one', 'other']);
  });

  test('a function’s plain output comes in a promise', async () => {
    sns.callsFake(() => ({ MessageId: '1' }));
    await client.send(publish('a')).then(({ MessageId }) => {
      expect(MessageId).toBe('1');
    });
  });

  test('a callback is called', async () => {
    sns.on(PublishCommand).resolvesOnce({ MessageId: '1' }).rejectsOnce('No topic');
    const called = (options?: object) =>
      new Promise((resolve) => {
        const callback = (error: unknown, output: unknown) => {
          resolve({ error, output });
        };
        if (options === undefined) client.send(publish('a'), callback);
        else client.send(publish('a'), options, callback);
      });
    expect(await called()).toEqual({ error: null, output: { MessageId: '1' } });
    expect(await called({})).toEqual({ error: new Error('No topic'), output: undefined });
    expect(await called()).toEqual({ error: null, output: undefined });
    expect(await sns.call(0).returnValue).toEqual({ MessageId: '1' });
  });

  test('matchers of the runner, of sinon and our own hold in on() and in commandCalls()', async () => {
    sns
      .on(PublishCommand, { Message: expect.stringMatching(/^r/) as string })
      .resolves({ MessageId: 'runner' })
      .on(PublishCommand, { Message: match((text: string) => text.startsWith('s')) as never })
      .resolves({ MessageId: 'sinon' })
      .on(PublishCommand, exactly({ Message: 'exactly' }) as never)
      .resolves({ MessageId: 'exactly' })
      .on(PublishCommand, expect.objectContaining({ Message: 'whole' }) as never)
      .resolves({ MessageId: 'whole' });
    const answers = ['runner', 'sinon', 'exactly', 'whole', 'none'].map((each) =>
      idOf(client, publish(each)),
    );
    expect(await Promise.all(answers)).toEqual(['runner', 'sinon', 'exactly', 'whole', undefined]);
    expect(await idOf(client, publish('exactly', { Subject: 'x' }))).toBeUndefined();
    expect(sns.commandCalls(PublishCommand, { Message: match('exact') as never })).toHaveLength(2);
    expect(sns.send.calledWithMatch({ input: { Message: match('whole') } })).toBe(true);
  });

  test('what is no client is refused', () => {
    expect(() => mockClient(PublishCommand as never)).toThrow(
      new WrongUseError(
        'mockClient() takes a client class (SNSClient) or a client, but got function. Nothing was mocked.',
      ),
    );
  });
});

test('a sandbox of sinon restores the mock that it was given to', async () => {
  const sandbox = createSandbox();
  const mock = mockClient(SNSClient, { sandbox });
  mock.resolves({ MessageId: 'sandbox' });
  expect(await idOf()).toBe('sandbox');
  sandbox.restore();
  expect(Object.hasOwn(SNSClient.prototype, 'send')).toBe(false);
});

test('the assertions of sinon read `send`', async () => {
  sns.resolves({ MessageId: '1' });
  await idOf();
  await idOf(client, publish('b'));
  sinonAssert.calledTwice(sns.send as never);
  sinonAssert.callCount(sns.send as never, 2);
  sinonAssert.calledWith(sns.send as never, match.has('input', { Message: 'b' }));
  sinonAssert.alwaysCalledWithMatch(sns.send as never, match.instanceOf(PublishCommand));
  expect(() => {
    sinonAssert.notCalled(sns.send as never);
  }).toThrow(
    'expected send to not have been called but was called \n    send(PublishCommand)\n    send(PublishCommand)',
  );
});

describe('with the setup entry', () => {
  test('our matchers and stub().calls() read the calls of a mock, and restore() gives the client to our stubs', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'mock' });
    stub(SNSClient).on('Publish').resolves({ MessageId: 'stub' });
    expect(await idOf()).toBe('mock');
    expect(SNSClient).toHaveCalledOperation('Publish', { Message: 'a' });
    expect(sns).toHaveCalledOperationTimes(PublishCommand, 1);
    expect(stub(SNSClient).calls()).toHaveLength(1);
    sns.restore();
    expect(await idOf()).toBe('stub');
  });

  test('other clients are guarded as always', async () => {
    stub(S3Client, { unstubbed: 'throw' });
    await expect(new S3Client({}).send(new ListBucketsCommand({}))).rejects.toThrow(
      'No stub answers S3 ListBuckets. Nothing was sent to AWS.',
    );
  });
});
