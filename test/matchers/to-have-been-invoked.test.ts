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
