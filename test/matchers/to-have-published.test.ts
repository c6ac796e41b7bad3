import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const orders = useAwsFixture('topic', { name: 'orders' });

describe('toHavePublished', () => {
  test('passes for a text, for members of JSON, for a matcher, and for attributes', () => {
    orders.publish({ id: 1, items: ['a'] }, { attributes: { kind: 'order', price: 9.5 } });
    orders.publish('hello');
    expect(orders).toHavePublished();
    expect(orders).toHavePublished({ id: 1 });
    expect(orders).toHavePublished({ id: 1, items: ['a'] }, { kind: 'order', price: 9.5 });
    expect(orders).toHavePublished('hello');
    expect(orders).toHavePublished(expect.stringContaining('ell'));
    expect(orders).toHavePublished('{"id":1,"items":["a"]}');
    expect(orders).toHavePublished(expect.stringContaining('"id":1'));
    expect(orders).toHavePublished(undefined, { kind: expect.any(String) as string });
    expect(orders).not.toHavePublished({ id: 2 });
    expect(orders).not.toHavePublished('hello', { kind: 'order' });
    expect(useAwsFixture('topic')).not.toHavePublished();
  });

  test('says what was published instead', async () => {
    orders.publish({ id: 1 });
    orders.publish('hello');
    expect(
      await messageOf(() => {
        expect(orders).toHavePublished({ id: 2 }, { kind: 'order' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic orders).toHavePublished(partial, attributes)

      Expected a message with { "id": 2 } and attributes { "kind": "order" }

      2 messages of the topic orders:
        { "id": 1 }
        "hello""
    `);
    expect(
      await messageOf(() => {
        expect(useAwsFixture('topic', { name: 'other' })).toHavePublished();
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic other).toHavePublished()

      Expected a message

      There was no message"
    `);
  });

  test('says in what the attributes differ', async () => {
    orders.publish({ id: 1 }, { attributes: { kind: 'bill', price: 1 } });
    expect(
      await messageOf(() => {
        expect(orders).toHavePublished({ id: 1 }, { kind: 'order' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic orders).toHavePublished(partial, attributes)

      Expected a message with { "id": 1 } and attributes { "kind": "order" }

      The only message has other attributes:

      - Expected
      + Received

        {
      -   "kind": "order",
      +   "kind": "bill",
        }"
    `);
  });

  test('says which messages there are, where several have other attributes', async () => {
    orders.publish({ id: 1 }, { attributes: { kind: 'bill' } });
    orders.publish({ id: 1 });
    orders.publish('x'.repeat(300));
    expect(
      await messageOf(() => {
        expect(orders).toHavePublished({ id: 1 }, { kind: 'order' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic orders).toHavePublished(partial, attributes)

      Expected a message with { "id": 1 } and attributes { "kind": "order" }

      3 messages of the topic orders:
        { "id": 1 } with { "kind": "bill" }
        { "id": 1 }
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    `);
    expect(
      await messageOf(() => {
        expect(orders).toHavePublished(undefined, { kind: 'order' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic orders).toHavePublished(partial, attributes)

      Expected a message with attributes { "kind": "order" }

      3 messages of the topic orders:
        { "id": 1 } with { "kind": "bill" }
        { "id": 1 }
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    `);
  });

  test('says what should not have been published', async () => {
    orders.publish({ id: 1 });
    expect(
      await messageOf(() => {
        expect(orders).not.toHavePublished({ id: 1 });
      }),
    ).toMatchInlineSnapshot(`
      "expect(topic orders).not.toHavePublished(partial)

      Expected no message with { "id": 1 }

      1 message of the topic orders:
        { "id": 1 }"
    `);
  });

  test('refuses what is no topic, and what no message can be', async () => {
    const bucket = useAwsFixture('bucket', { name: 'docs' });
    await expect(
      messageOf(() => {
        expect(bucket).toHavePublished({ id: 1 });
      }),
    ).resolves.toBe(
      'WrongUseError: expect(…).toHavePublished() looks at a topic, but got the bucket docs.',
    );
    await expect(
      messageOf(() => {
        expect(orders).toHavePublished(1 as never);
      }),
    ).resolves.toBe(
      "WrongUseError: expect(…).toHavePublished() takes a message's text, or what its JSON should have, and then what its attributes should have: ({ id: 1 }, { kind: 'order' }).",
    );
  });
});
