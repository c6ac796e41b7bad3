import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const account = useAwsFixture('account');
const bucket = useAwsFixture('bucket', { name: 'photos' });
const resize = useAwsFixture('function', {
  name: 'resize',
  handler: () => Promise.resolve(),
  on: bucket,
});

describe('toHaveBeenInvoked', () => {
  test('passes for any event, for one with such members, and for a matcher', async () => {
    expect(resize).not.toHaveBeenInvoked();
    await resize.invoke({ key: 'cat.png', size: 3 });
    expect(resize).toHaveBeenInvoked();
    expect(resize).toHaveBeenInvoked({ key: 'cat.png' });
    expect(resize).toHaveBeenInvoked(expect.objectContaining({ size: expect.any(Number) }));
    expect(resize).not.toHaveBeenInvoked({ key: 'dog.png' });
    expect(resize).toHaveBeenInvokedTimes(1);
    expect(resize).not.toHaveBeenInvokedTimes(2);
  });

  test('shows what else there was', async () => {
    const message = () =>
      messageOf(() => {
        expect(resize).toHaveBeenInvoked({ key: 'dog.png' });
      });
    expect(await message()).toMatchInlineSnapshot(`
      "expect(function resize).toHaveBeenInvoked(event)

      Expected an invocation with { "key": "dog.png" }

      There was no invocation"
    `);
    await resize.invoke({ key: 'cat.png' });
    expect(await message()).toMatchInlineSnapshot(`
      "expect(function resize).toHaveBeenInvoked(event)

      Expected an invocation with { "key": "dog.png" }

      The only invocation differs:

      - Expected
      + Received

        {
      -   "key": "dog.png",
      +   "key": "cat.png",
        }"
    `);
    await resize.invoke({ key: 'cow.png' });
    expect(await message()).toMatchInlineSnapshot(`
      "expect(function resize).toHaveBeenInvoked(event)

      Expected an invocation with { "key": "dog.png" }

      2 invocations of the function resize:
        { "key": "cat.png" }
        { "key": "cow.png" }"
    `);
    expect(
      await messageOf(() => {
        expect(resize).toHaveBeenInvokedTimes(3);
      }),
    ).toMatchInlineSnapshot(`
      "expect(function resize).toHaveBeenInvokedTimes(times)

      Expected 3 invocations, and there were 2

      2 invocations of the function resize:
        { "key": "cat.png" }
        { "key": "cow.png" }"
    `);
  });

  test('is refused where it could say nothing', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).toHaveBeenInvoked();
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveBeenInvoked() looks at what useAwsFixture('function') made, but got the bucket photos."`,
    );
    expect(
      await messageOf(() => {
        expect(resize).toHaveBeenInvokedTimes(-1);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveBeenInvokedTimes() takes how often it was invoked, such as 2."`,
    );
  });
});

describe('toHaveDelivered', () => {
  test('takes handles and ARNs', async () => {
    await new S3Client({}).send(new PutObjectCommand({ Bucket: 'photos', Key: 'a.png' }));
    await account.settled();
    expect(account).toHaveDelivered({ from: bucket, to: resize.arn, status: 'delivered' });
    expect(account).not.toHaveDelivered({ from: resize });
  });

  test('takes a handle for its parts: the stream of a table, the rules of a bus', async () => {
    const orders = useAwsFixture('table', { name: 'orders' });
    const copy = useAwsFixture('function', { handler: () => Promise.resolve(), on: orders });
    const news = useAwsFixture('queue', { name: 'news' });
    const rules = [{ name: 'all', pattern: { source: ['shop'] }, targets: [news] }];
    const shop = useAwsFixture('bus', { name: 'shop', rules });
    const fallback = useAwsFixture('bus', { name: 'default', rules });
    const shopping = useAwsFixture('bus', { name: 'shopping' });
    orders.put({ id: '1' });
    shop.put({ source: 'shop' });
    await account.settled();
    expect(account).toHaveDelivered({ from: orders, to: copy });
    expect(account).not.toHaveDelivered({ from: orders.arn });
    expect(account).toHaveDelivered({ from: shop, to: news });
    expect(account).toHaveDelivered({ from: shop.rule('all'), to: news });
    expect(account).not.toHaveDelivered({ from: shopping });
    expect(account).not.toHaveDelivered({ from: fallback });
    fallback.put({ source: 'shop' });
    expect(account).toHaveDelivered({ from: fallback, to: news });
  });

  test('shows where things went, those that are nearest first, and cuts what they carried', async () => {
    const news = useAwsFixture('queue', { name: 'news' });
    const topic = useAwsFixture('topic', {
      name: 'shop',
      subscriptions: [{ to: news, raw: true }],
    });
    for (let n = 1; n <= 5; n++) topic.publish(`${n} ${'x'.repeat(300)}`);
    await new S3Client({}).send(new PutObjectCommand({ Bucket: 'photos', Key: 'a.png' }));
    await account.settled();
    const message = await messageOf(() => {
      expect(account).toHaveDelivered({ from: topic, to: resize });
    });
    expect(message.replace(/("eventTime":").*/g, '$1…')).toMatchInlineSnapshot(`
      "expect(account 123456789012).toHaveDelivered(delivery)

      Expected a delivery with { "from": "arn:aws:sns:us-east-1:123456789012:shop", "to": "arn:aws:lambda:us-east-1:123456789012:function:resize" }

      6 deliveries of the account 123456789012:
        arn:aws:sns:us-east-1:123456789012:shop → arn:aws:sqs:us-east-1:123456789012:news, delivered: "1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        arn:aws:sns:us-east-1:123456789012:shop → arn:aws:sqs:us-east-1:123456789012:news, delivered: "2 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        arn:aws:sns:us-east-1:123456789012:shop → arn:aws:sqs:us-east-1:123456789012:news, delivered: "3 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        arn:aws:sns:us-east-1:123456789012:shop → arn:aws:sqs:us-east-1:123456789012:news, delivered: "4 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        arn:aws:sns:us-east-1:123456789012:shop → arn:aws:sqs:us-east-1:123456789012:news, delivered: "5 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        … and 1 more"
    `);
    expect(
      await messageOf(() => {
        expect(account).toHaveDelivered({ from: news });
      }),
    ).toContain('6 deliveries of the account 123456789012:');
  });

  test('says what was delivered instead, and what it takes', async () => {
    expect(
      await messageOf(() => {
        expect(account).toHaveDelivered({ to: resize });
      }),
    ).toMatchInlineSnapshot(`
      "expect(account 123456789012).toHaveDelivered(delivery)

      Expected a delivery with { "to": "arn:aws:lambda:us-east-1:123456789012:function:resize" }

      There was no delivery"
    `);
    expect(
      await messageOf(() => {
        expect(account).toHaveDelivered({ target: resize } as object);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveDelivered() takes what a delivery must have: { from: bucket, to: resize, payload: { … } }. Members are from, to, payload, status, error."`,
    );
  });
});
