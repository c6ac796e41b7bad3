import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { publish, whoAmI } from './app.js';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('@aws-sdk/client-sts', async (importOriginal) => ({
  ...(await importOriginal()),
  STSClient: class {
    send = send;
  },
}));

const mock = mockClient(SNSClient);
beforeEach(() => mock.reset());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a package that is mocked in part', async () => {
  send.mockResolvedValue({ Account: '1' });
  expect(await whoAmI()).toBe('1');
});
test('variables that are stubbed', async () => {
  vi.stubEnv('AWS_REGION', 'ap-south-1');
  mock.callsFake(async (_, getClient) => ({ MessageId: await getClient().config.region() }));
  expect(await publish(['a'])).toEqual(['ap-south-1']);
});
test('promises among what is compared', async () => {
  mock.resolves({});
  const work = vi.fn();
  const answer = publish(['a']);
  work(answer, Promise.resolve(1));
  expect(work).toHaveBeenCalledWith(Promise.resolve(), Promise.resolve(1));
  expect({ answer }).toEqual({ answer: Promise.resolve() });
  expect({ answer }).toMatchInlineSnapshot(`
    {
      "answer": Promise {},
    }
  `);
});
test('globals that are stubbed', async () => {
  vi.stubGlobal('fetch', vi.fn());
  vi.stubGlobal('process', { ...process, env: {} });
  expect(await publish(['a'])).toEqual([undefined]);
});
test('a retry', { retry: 2 }, async ({ task }) => {
  await publish(['a']);
  expect(task.result?.retryCount ?? 0).toBe(2);
  expect(mock).toHaveReceivedCommandTimes(PublishCommand, 1);
});
test.extend({
  topic: async ({}, use) => {
    mock.resolves({ MessageId: 'of a fixture' });
    await use('topic');
  },
})('a fixture', async ({ topic }) => {
  expect(topic).toBe('topic');
  expect(await publish(['a'])).toEqual(['of a fixture']);
});
test('matchers of its own', async () => {
  await publish(['a']);
  expect(mock).toHaveReceivedCommandOnce(PublishCommand);
  expect(mock).toHaveReceivedNthCommandWith(PublishCommand, 1, { Message: 'a' });
  expect(mock).toHaveReceivedLastCommandWith(PublishCommand, { Message: 'a' });
  expect(mock).toHaveReceivedCommandExactlyOnceWith(PublishCommand, { Message: 'a' });
});
test.fails('that must fail', async () => {
  await publish(['a']);
  expect(mock).not.toHaveReceivedAnyCommand();
});
