import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import sinon from 'sinon';
import { publish, whoAmI } from './app.js';

const mockSend = jest.fn();
jest.mock('@aws-sdk/client-sts', () => ({
  ...jest.requireActual('@aws-sdk/client-sts'),
  STSClient: jest.fn(() => ({ send: mockSend })),
}));

const mock = mockClient(SNSClient);
beforeEach(() => mock.reset());
afterEach(() => jest.restoreAllMocks());

test('a package that is mocked in part', async () => {
  const { STSClient } = require('@aws-sdk/client-sts');
  mockSend.mockResolvedValue({ Account: '1' });
  expect(await whoAmI(new STSClient())).toBe('1');
});
test('an environment that is replaced', async () => {
  jest.replaceProperty(process, 'env', { AWS_REGION: 'ap-south-1' });
  mock.callsFake(async (_, getClient) => ({ MessageId: await getClient().config.region() }));
  expect(await publish(['a'])).toEqual(['ap-south-1']);
});
test('modules that are isolated', async () => {
  await jest.isolateModulesAsync(async () => {
    const { SNSClient: Anew } = require('@aws-sdk/client-sns');
    mockClient(Anew).resolves({ MessageId: 'isolated' });
    expect(await require('./app.js').publish(['a'])).toEqual(['isolated']);
  });
});
describe('a retry', () => {
  let attempts = 0;
  jest.retryTimes(2);
  test('in the end', async () => {
    attempts += 1;
    await publish(['a']);
    expect(attempts).toBe(3);
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 1);
  });
});
test('a matcher of sinon', async () => {
  mock.on(PublishCommand, { Message: sinon.match(/^a/) }).resolves({ MessageId: 'of a' });
  expect(await publish(['abc', 'bcd'])).toEqual(['of a', undefined]);
});
test('a sandbox of sinon', async () => {
  const sandbox = sinon.createSandbox();
  const inSandbox = mockClient(SNSClient, { sandbox });
  inSandbox.on(PublishCommand).resolves({ MessageId: 'of the sandbox' });
  expect(await publish(['a'])).toEqual(['of the sandbox']);
  expect(inSandbox.clientName()).toBe('SNSClient');
  sandbox.restore();
});
test('with done', (done) => {
  mock.resolves({ MessageId: '1' });
  publish(['a']).then(([id]) => {
    expect(id).toBe('1');
    done();
  }, done);
});
test('the nth call, and the nth of a command', async () => {
  await publish(['a', 'b']);
  expect(mock).toHaveReceivedNthCommandWith(1, PublishCommand, { Message: 'a' });
  expect(mock).toHaveReceivedNthSpecificCommandWith(2, PublishCommand, { Message: 'b' });
});
test.failing('that must fail', async () => {
  await publish(['a']);
  expect(mock).not.toHaveReceivedAnyCommand();
});
