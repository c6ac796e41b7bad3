import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { publish, publishPatiently } from './app.js';

const mock = mockClient(SNSClient);
beforeEach(() => {
  mock.reset();
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2020-02-02T02:02:02Z'));
});
afterEach(() => {
  vi.useRealTimers();
});

test('calls need no clock', async () => {
  mock.resolves({ MessageId: '1' });
  expect(await publish(['a'])).toEqual(['1']);
  expect(vi.getTimerCount()).toBe(0);
});
test('retries of the code take the test’s time', async () => {
  mock.rejectsOnce('once').rejectsOnce('twice').resolvesOnce({ MessageId: '3' });
  const published = publishPatiently('a');
  await vi.advanceTimersByTimeAsync(999);
  expect(mock).toHaveReceivedCommandTimes(PublishCommand, 1);
  await vi.runAllTimersAsync();
  expect(await published).toEqual({ MessageId: '3' });
  expect(mock).toHaveReceivedCommandTimes(PublishCommand, 3);
});
test('an answer that takes a while', async () => {
  mock.callsFake(
    () => new Promise((resolve) => setTimeout(resolve, 60_000, { MessageId: 'late' })),
  );
  const published = publish(['a']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await published).toEqual(['late']);
});
test('an answer that never comes', async () => {
  mock.callsFake(() => new Promise(() => undefined));
  const done = vi.fn();
  void publish(['a']).then(done);
  await vi.advanceTimersByTimeAsync(1e9);
  expect(done).not.toHaveBeenCalled();
});
test('dates are the test’s', async () => {
  mock.callsFake(() => ({ MessageId: new Date().toISOString() }));
  expect(await publish(['a'])).toEqual(['2020-02-02T02:02:02.000Z']);
});
