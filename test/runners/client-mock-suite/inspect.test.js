import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishBatchCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { publish, putText } from './app.js';

const mock = mockClient(SNSClient);
const sandbox = sinon.createSandbox();

beforeEach(() => mock.reset());
afterEach(() => sandbox.restore());

describe('calls', () => {
  test('all, the nth, those of a command, the nth of a command', async () => {
    await publish(['a', 'b']);
    expect(mock.calls()).toHaveLength(2);
    expect(mock.call(1).args[0].input.Message).toBe('b');
    expect(mock.call(7)).toBeNull();
    expect(mock.commandCalls(PublishCommand, { Message: 'a' })).toHaveLength(1);
    expect(mock.commandCalls(PublishCommand, { Message: 'a' }, true)).toHaveLength(0);
    expect(mock.commandCall(-1, PublishCommand).args[0].input.Message).toBe('b');
    expect(mock.commandCalls(PublishBatchCommand)).toEqual([]);
  });
  test('with the client and what it returned', async () => {
    mock.resolves({ MessageId: '1' });
    const client = new SNSClient({});
    await publish(['a'], client);
    const { thisValue, returnValue, firstArg } = mock.call(0);
    expect(thisValue).toBe(client);
    expect(await returnValue).toEqual({ MessageId: '1' });
    expect(firstArg).toBeInstanceOf(PublishCommand);
  });
  test('toEqual, toHaveLength, toMatchObject of inputs', async () => {
    await publish(['a']);
    const inputs = mock.calls().map(({ args }) => args[0].input);
    expect(inputs).toEqual([{ TopicArn: process.env.TOPIC_ARN, Message: 'a' }]);
    assert.deepEqual(inputs[0], { TopicArn: process.env.TOPIC_ARN, Message: 'a' });
    expect(mock.call(0).args[0].constructor.name).toBe('PublishCommand');
  });
  test('inline snapshot', async () => {
    await publish(['a']);
    expect(mock.calls().map(({ args }) => args[0].input)).toMatchInlineSnapshot(`
      [
        {
          "Message": "a",
          "TopicArn": "arn:aws:sns:eu-central-1:123456789012:topic",
        },
      ]
    `);
  });
  test('snapshot of a command', async () => {
    await publish(['a']);
    expect(mock.call(0).args[0]).toMatchSnapshot();
  });
  test('snapshot of a client', async () => {
    await publish(['a']);
    expect(Object.keys(mock.call(0).thisValue)).toMatchSnapshot();
    expect(Object.keys(mock.call(0).thisValue.config).sort()).toMatchSnapshot();
  });
});

describe('send', () => {
  test('is a stub of sinon', async () => {
    mock.send
      .onFirstCall()
      .resolves({ MessageId: 'first' })
      .onSecondCall()
      .rejects(new Error('second'));
    expect(await publish(['a'])).toEqual(['first']);
    await expect(publish(['b'])).rejects.toThrow('second');
    sinon.assert.calledTwice(mock.send);
    expect(mock.send.firstCall.args[0]).toBeInstanceOf(PublishCommand);
    expect(SNSClient.prototype.send).toBe(mock.send);
  });
  test('stubbed by sinon alone', async () => {
    const send = sandbox.stub(S3Client.prototype, 'send').resolves({ ETag: '1' });
    expect(await putText('k', 'text')).toEqual({ ETag: '1' });
    sinon.assert.calledOnceWithExactly(send, sinon.match.instanceOf(PutObjectCommand));
  });
  test('spied on the class', async () => {
    const send = vi.spyOn(S3Client.prototype, 'send').mockResolvedValue({ ETag: '1' });
    expect(await putText('k', 'text')).toEqual({ ETag: '1' });
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(expect.any(PutObjectCommand));
    expect(send.mock.calls[0][0].input).toEqual({ Bucket: 'bucket', Key: 'k', Body: 'text' });
    send.mockRestore();
  });
  test('spied on an instance', async () => {
    const client = new S3Client({});
    const send = vi.spyOn(client, 'send').mockImplementation(async () => ({ ETag: '2' }));
    expect(await putText('k', 'text', client)).toEqual({ ETag: '2' });
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({ input: expect.objectContaining({ Key: 'k' }) }),
    );
  });
  test('of a client made by hand', async () => {
    const client = { send: vi.fn().mockResolvedValue({ ETag: '3' }) };
    expect(await putText('k', 'text', client)).toEqual({ ETag: '3' });
    expect(client.send.mock.calls[0][0]).toBeInstanceOf(PutObjectCommand);
  });
  test('put in place by hand', async () => {
    const client = new S3Client({});
    client.send = async ({ input }) => input;
    expect(await putText('k', 'text', client)).toEqual({
      Bucket: 'bucket',
      Key: 'k',
      Body: 'text',
    });
  });
  test('of a class that extends the SDK’s', async () => {
    class Topics extends SNSClient {
      send(command) {
        return super.send(command);
      }
    }
    mock.resolves({ MessageId: 'of the parent' });
    expect(await publish(['a'], new Topics({}))).toEqual(['of the parent']);
  });
});

describe('reset, resetHistory, restore', () => {
  test('reset inside a test', async () => {
    mock.resolves({ MessageId: '1' });
    expect(await publish(['a'])).toEqual(['1']);
    mock.reset();
    expect(await publish(['a'])).toEqual([undefined]);
    expect(mock.calls()).toHaveLength(1);
  });
  test('resetHistory inside a test', async () => {
    mock.resolves({ MessageId: '1' });
    await publish(['a']);
    mock.resetHistory();
    expect(mock.calls()).toEqual([]);
    expect(await publish(['a'])).toEqual(['1']);
  });
  test('restore, and mock again', async () => {
    mock.restore();
    expect(Object.hasOwn(SNSClient.prototype, 'send')).toBe(false);
    const { name, length } = SNSClient.prototype.send;
    expect({ name, length }).toEqual({ name: 'send', length: 3 });
    mockClient(SNSClient).resolves({ MessageId: 'again' });
    expect(await publish(['a'])).toEqual(['again']);
    mock.reset();
  });
  test('a client and then its class', async () => {
    const client = new SNSClient({});
    mock.restore();
    mockClient(client).resolves({ MessageId: 'client' });
    mockClient(SNSClient).resolves({ MessageId: 'class' });
    expect(await publish(['a'])).toEqual(['class']);
    expect(await publish(['a'], client)).toEqual(['client']);
  });
});

describe('matchers', () => {
  test('that hold', async () => {
    await publish(['a', 'b']);
    expect(mock).toHaveReceivedCommand(PublishCommand);
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 2);
    expect(mock).toHaveReceivedCommandWith(PublishCommand, {
      Message: expect.stringContaining('a'),
    });
    expect(mock).toHaveReceivedAnyCommand();
    expect(mock).not.toHaveReceivedCommand(PublishBatchCommand);
  });
  test.each([
    ['toHaveReceivedCommand', (it) => it.toHaveReceivedCommand(PublishBatchCommand)],
    ['toHaveReceivedCommandTimes', (it) => it.toHaveReceivedCommandTimes(PublishCommand, 7)],
    [
      'toHaveReceivedCommandWith',
      (it) => it.toHaveReceivedCommandWith(PublishCommand, { Message: 'z' }),
    ],
    ['not.toHaveReceivedAnyCommand', (it) => it.not.toHaveReceivedAnyCommand()],
  ])('%s that fails, and its message', async (_, assertion) => {
    await publish(['a']);
    expect(() => assertion(expect(mock))).toThrowErrorMatchingSnapshot();
  });
});
