import { DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const queue = useAwsFixture('queue', { name: 'orders', deadLetterQueue: true });

describe('toHaveMessage', () => {
  test('passes for a body, by what it has, and for its attributes', () => {
    queue.send({ orderId: 1, lines: [{ sku: 'a' }] }, { type: 'created', size: 2 });
    queue.send('plain');
    expect(queue).toHaveMessage({ orderId: 1 });
    expect(queue).toHaveMessage({ lines: [{ sku: 'a' }] }, { type: 'created' });
    expect(queue).toHaveMessage({ orderId: expect.any(Number) as number }, { size: 2 });
    expect(queue).toHaveMessage('plain');
    expect(queue).toHaveMessage(expect.stringContaining('lai'));
    expect(queue).toHaveMessage('{"orderId":1,"lines":[{"sku":"a"}]}');
    expect(queue).not.toHaveMessage({ orderId: 2 });
    expect(queue).not.toHaveMessage({ orderId: 1 }, { type: 'deleted' });
    expect(queue).not.toHaveMessage('pla');
    expect(queue).toHaveMessage();
    expect(queue).toHaveMessage(undefined, { type: 'created' });
    expect(queue.deadLetterQueue).not.toHaveMessage();
  });

  test('says in what the only message differs', async () => {
    queue.send({ orderId: 1 });
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage({ orderId: 2 });
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage(body)

      Expected a message with { "orderId": 2 }

      The only message differs:

      - Expected
      + Received

        {
      -   "orderId": 2,
      +   "orderId": 1,
        }"
    `);
  });

  test('says in what the attributes differ', async () => {
    queue.send({ orderId: 1 }, { type: 'created' });
    queue.send({ orderId: 3 });
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage({ orderId: 1 }, { type: 'deleted' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage(body, attributes)

      Expected a message with { "orderId": 1 } and attributes { "type": "deleted" }

      The only such message has other attributes:

      - Expected
      + Received

        {
      -   "type": "deleted",
      +   "type": "created",
        }"
    `);
  });

  test('says which messages there are', async () => {
    queue.send({ orderId: 1 }, { type: 'created' });
    queue.send('plain');
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage({ orderId: 2 });
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage(body)

      Expected a message with { "orderId": 2 }

      2 messages of the queue orders:
        { "orderId": 1 } with { "type": "created" }
        "plain""
    `);
    expect(
      await messageOf(() => {
        expect(queue).not.toHaveMessage('plain');
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).not.toHaveMessage(body)

      Expected no message with "plain"

      2 messages of the queue orders:
        { "orderId": 1 } with { "type": "created" }
        "plain""
    `);
  });

  test('says that there are none', async () => {
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage('a');
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage(body)

      Expected a message with "a"

      There was no message"
    `);
  });

  test('compares a text with what was sent', async () => {
    queue.send({ orderId: 1 });
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage('{"orderId":2}');
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage(body)

      Expected a message with "{"orderId":2}"

      The only message differs:

      - Expected
      + Received

      - {"orderId":2}
      + {"orderId":1}"
    `);
  });

  test('says that the queue is gone', async () => {
    await new SQSClient({}).send(new DeleteQueueCommand({ QueueUrl: queue.url }));
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage();
      }),
    ).toMatchInlineSnapshot(`
      "expect(queue orders).toHaveMessage()

      Expected a message

      The queue orders is gone"
    `);
  });

  test('says what it takes', async () => {
    expect(
      await messageOf(() => {
        expect(queue).toHaveMessage(1 as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveMessage() takes a message's body, a text or what its JSON has, and then some of its attributes: ({ orderId: 1 }, { type: 'created' })."`,
    );
    const bucket = useAwsFixture('bucket', { name: 'files' });
    expect(
      await messageOf(() => {
        expect(bucket).toHaveMessage('a');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveMessage() looks at a queue, but got the bucket files."`,
    );
  });
});
