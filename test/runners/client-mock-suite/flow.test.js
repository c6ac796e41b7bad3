import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { publish } from './app.js';

describe('tests that run at once, a client each', () => {
  test.concurrent.each(['a', 'b', 'c', 'd'])('%s', async (Message) => {
    const client = new SNSClient({});
    const mock = mockClient(client);
    mock.on(PublishCommand, { Message }).callsFake(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { MessageId: Message };
    });
    expect(await publish([Message], client)).toEqual([Message]);
    expect(mock.calls()).toHaveLength(1);
  });
});

describe('calls of a hook', () => {
  let mock;
  let ids;
  beforeAll(async () => {
    mock = mockClient(SNSClient);
    mock.on(PublishCommand).resolves({ MessageId: 'of beforeAll' });
    ids = await publish(['a', 'b']);
  });
  afterAll(() => mock.restore());
  test('are told by one test', () => {
    expect(ids).toEqual(['of beforeAll', 'of beforeAll']);
  });
  test('and by another', () => {
    expect.assertions(1);
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 2);
  });
  test('go on in a third', async () => {
    expect.hasAssertions();
    await publish(['c']);
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 3);
  });
});

describe('what is not awaited', () => {
  let mock;
  beforeAll(() => {
    mock = mockClient(SNSClient);
  });
  test('ends in its own time', () => {
    mock.resolves({ MessageId: '1' });
    setTimeout(() => publish(['late']), 5);
  });
  test('in another test', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(mock).toHaveReceivedCommandWith(PublishCommand, { Message: 'late' });
  });
  test('and its failure is handled later', async () => {
    mock.rejects('handled later');
    const failed = publish(['a']);
    failed.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(failed).rejects.toThrow('handled later');
  });
});
