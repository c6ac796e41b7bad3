import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { publish } from './app.js';

/** What is told of a mock, wherever it was made. */
function behaves(mocked, client) {
  const send = (Message = 'text') => publish([Message], client()).then(([id]) => id);

  test('answers undefined where nothing is said', async () => {
    expect(await client().send(new PublishCommand({ Message: 'text' }))).toBeUndefined();
  });
  test('resolves', async () => {
    mocked().on(PublishCommand).resolves({ MessageId: '1' });
    expect(await send()).toBe('1');
    expect(await send()).toBe('1');
  });
  test('resolves {} and nothing', async () => {
    mocked().on(PublishCommand).resolvesOnce({}).resolves();
    expect(await client().send(new PublishCommand({ Message: 'text' }))).toEqual({});
    expect(await client().send(new PublishCommand({ Message: 'text' }))).toBeUndefined();
  });
  test('resolves once after once', async () => {
    mocked()
      .on(PublishCommand)
      .resolvesOnce({ MessageId: '1' })
      .rejectsOnce('twice')
      .resolves({ MessageId: 'last' });
    expect(await send()).toBe('1');
    await expect(send()).rejects.toThrow('twice');
    expect(await send()).toBe('last');
  });
  test('prefers the later and nearer', async () => {
    mocked()
      .on(PublishCommand)
      .resolves({ MessageId: 'any' })
      .on(PublishCommand, { Message: 'a' })
      .resolves({ MessageId: 'of a' });
    expect(await publish(['a', 'b'], client())).toEqual(['of a', 'any']);
  });
  test('rejects', async () => {
    mocked().on(PublishCommand).rejects('a text with spaces');
    await expect(send()).rejects.toThrow('a text with spaces');
  });
  test('calls a fake with the input and the client', async () => {
    mocked()
      .on(PublishCommand)
      .callsFake(async ({ Message }, getClient) => ({
        MessageId: `${Message} in ${await getClient().config.region()}`,
      }));
    expect(await send()).toBe('text in eu-central-1');
  });
  test('has its calls counted anew', async () => {
    mocked().resolves({ MessageId: 'of any command' });
    expect(await send()).toBe('of any command');
    expect(mocked().calls()).toHaveLength(1);
    expect(mocked().commandCalls(PublishCommand, { Message: 'text' })).toHaveLength(1);
  });
}

const anew = () => new SNSClient({});

describe('mockClient(Class) of the file', () => {
  const mock = mockClient(SNSClient);
  beforeEach(() => mock.reset());
  behaves(() => mock, anew);
  afterAll(() => mock.restore());
});

describe('in beforeEach', () => {
  let mock;
  beforeEach(() => {
    mock = mockClient(SNSClient);
  });
  afterEach(() => mock.restore());
  behaves(() => mock, anew);
});

describe('in beforeAll', () => {
  let mock;
  beforeAll(() => {
    mock = mockClient(SNSClient);
  });
  afterEach(() => {
    mock.reset();
  });
  behaves(() => mock, anew);
  afterAll(() => mock.restore());
});

describe('in a helper, and over what is mocked already', () => {
  const setUp = () => mockClient(SNSClient);
  let mock;
  beforeEach(() => {
    mock = setUp();
  });
  behaves(() => mock, anew);
  afterAll(() => mock.restore());
});

describe('of an instance', () => {
  const client = new SNSClient({});
  const mock = mockClient(client);
  beforeEach(() => mock.reset());
  behaves(
    () => mock,
    () => client,
  );
});

describe('of an instance, in beforeEach', () => {
  let client;
  let mock;
  beforeEach(() => {
    client = new SNSClient({ region: 'eu-central-1' });
    mock = mockClient(client);
  });
  behaves(
    () => mock,
    () => client,
  );
});

describe('handed over as a client', () => {
  const mock = mockClient(SNSClient);
  beforeEach(() => mock.reset());
  test.each(['a', 'b', 'c'])('%s is published', async (Message) => {
    mock.on(PublishCommand, { Message }).resolves({ MessageId: `of ${Message}` });
    expect(await publish([Message], mock)).toEqual([`of ${Message}`]);
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 1);
  });
  test('rejects as well', async () => {
    mock.rejects(new Error('handed over'));
    await expect(publish(['a'], mock)).rejects.toThrow('handed over');
  });
});
