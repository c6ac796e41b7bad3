import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { useAwsFixture } from 'aws-sdk-stubber';
import { expect, test } from 'vitest';
import { measurePlayed } from './played.mjs';
import { cpuSince, record } from './record.mjs';

/** As in played.mjs: code that has run is what is measured. */
const WARM_UP = 20;
const TESTS = 30;
const MESSAGES = 100;
const MANY = 10_000;

const handler = () => Promise.resolve({ done: true });

/** What goes from service to service, to handlers of the test. */
export function run({ side }) {
  measurePlayed('Invoke', side, new LambdaClient({}), () => {
    useAwsFixture('function', { name: 'orders', handler });
    return () => new InvokeCommand({ FunctionName: 'orders', Payload: '{"id":1}' });
  });
  chain(side);
  flow(side);
}

function chain(side) {
  const client = new SNSClient({});
  let spent = 0;
  for (let i = 0; i < WARM_UP + TESTS; i++) {
    test(`a topic, a queue and a function, test ${i}`, async () => {
      const account = useAwsFixture('account');
      const queue = useAwsFixture('queue');
      const topic = useAwsFixture('topic', { subscriptions: [queue] });
      const orders = useAwsFixture('function', { handler, on: { queue, batchSize: 1 } });
      const begin = process.cpuUsage();
      for (let n = 0; n < MESSAGES; n++) {
        await client.send(new PublishCommand({ TopicArn: topic.arn, Message: `{"id":${n}}` }));
      }
      await account.settled();
      if (i >= WARM_UP) spent += cpuSince(begin);
      expect(orders).toHaveBeenInvokedTimes(MESSAGES);
    });
  }
  test('a topic, a queue and a function, the figure', () => {
    record('chain', side, spent / TESTS / MESSAGES);
  });
}

function flow(side) {
  const client = new SQSClient({});
  test('10,000 messages', { timeout: 60_000 }, async () => {
    const account = useAwsFixture('account');
    const queue = useAwsFixture('queue');
    const orders = useAwsFixture('function', { handler, on: queue });
    const begin = process.cpuUsage();
    for (let n = 0; n < MANY; n++) {
      await client.send(
        new SendMessageCommand({ QueueUrl: queue.url, MessageBody: `{"id":${n}}` }),
      );
    }
    await account.settled();
    record('flow', side, cpuSince(begin) / MANY);
    expect(queue.messages()).toEqual([]);
    expect(orders.invocations.length).toBeGreaterThanOrEqual(MANY / 10);
  });
}
