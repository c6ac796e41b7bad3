import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { ANY, exactly, useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const s3 = new S3Client({});
const bucket = useAwsFixture('bucket', {
  name: 'docs',
  objects: {
    'a.txt': 'some text',
    'b.bin': new Uint8Array([0, 255, 7]),
    'c.json': { total: 3, lines: [{ n: 1 }] },
  },
});

describe('toHaveObject', () => {
  test('passes for a key that is there', async () => {
    expect(bucket).toHaveObject('a.txt');
    expect(bucket).not.toHaveObject('z.txt');
    await s3.send(new PutObjectCommand({ Bucket: 'docs', Key: 'z.txt', Body: 'z' }));
    expect(bucket).toHaveObject('z.txt', 'z');
    await s3.send(new DeleteObjectCommand({ Bucket: 'docs', Key: 'z.txt' }));
    expect(bucket).not.toHaveObject('z.txt');
    expect(S3Client).toHaveCalledOperationTimes('GetObject', 0);
  });

  test('compares a body with a text, bytes, JSON or a matcher', () => {
    expect(bucket).toHaveObject('a.txt', 'some text');
    expect(bucket).not.toHaveObject('a.txt', 'some');
    expect(bucket).toHaveObject('a.txt', expect.stringContaining('some') as object);
    expect(bucket).toHaveObject('a.txt', ANY);
    expect(bucket).toHaveObject('b.bin', new Uint8Array([0, 255, 7]));
    expect(bucket).toHaveObject('b.bin', Buffer.from([0, 255, 7]));
    expect(bucket).not.toHaveObject('b.bin', new Uint8Array([0, 255]));
    expect(bucket).toHaveObject('c.json', { lines: [{ n: 1 }] });
    expect(bucket).toHaveObject('c.json', { total: expect.any(Number) });
    expect(bucket).not.toHaveObject('c.json', exactly({ total: 3 }));
    expect(bucket).not.toHaveObject('a.txt', { total: 3 });
  });

  test('says what is in the bucket instead', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).toHaveObject('d.txt');
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket docs).toHaveObject(key)

      Expected an object "d.txt"

      3 objects in the bucket docs:
        a.txt
        b.bin
        c.json"
    `);
  });

  test('says how a text differs', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).toHaveObject('a.txt', 'other text');
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket docs).toHaveObject(key, body)

      Expected an object "a.txt", with this body

      - Expected
      + Received

      - other text
      + some text"
    `);
  });

  test('says how JSON differs', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).toHaveObject('c.json', { total: 4, lines: [{ n: 1 }] });
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket docs).toHaveObject(key, body)

      Expected an object "c.json", with this body

      - Expected
      + Received

      @@ -2,7 +2,7 @@
          "lines": [
            {
              "n": 1,
            },
          ],
      -   "total": 4,
      +   "total": 3,
        }"
    `);
  });

  test('says that the object is there, under .not', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).not.toHaveObject('a.txt', 'some text');
      }),
    ).toMatchInlineSnapshot(`
      "expect(bucket docs).not.toHaveObject(key, body)

      Expected no object "a.txt" with this body"
    `);
  });

  test('says that the bucket is empty, or gone', async () => {
    const empty = useAwsFixture('bucket', { name: 'empty' });
    const failing = (): Promise<string> =>
      messageOf(() => {
        expect(empty).toHaveObject('a.txt');
      });
    expect(await failing()).toContain('The bucket empty is empty');
    await s3.send(new DeleteBucketCommand({ Bucket: 'empty' }));
    expect(await failing()).toContain('The bucket empty is gone');
  });
});

describe('wrong use: toHaveObject refuses', () => {
  test('a thing that holds no objects', async () => {
    const instance = useAwsFixture('vpc').vpc;
    expect(
      await messageOf(() => {
        expect(instance).toHaveObject('a.txt');
      }),
    ).toBe(
      `WrongUseError: expect(…).toHaveObject() looks at a bucket, but got the vpc ${instance.id}.`,
    );
  });

  test('what is no key', async () => {
    for (const key of [undefined, '', 7, { Key: 'a.txt' }]) {
      expect(
        await messageOf(() => {
          expect(bucket).toHaveObject(key as never);
        }),
      ).toBe(
        "WrongUseError: expect(…).toHaveObject() takes the object's key first, such as 'orders/1.json'.",
      );
    }
  });

  test('what is no body', async () => {
    expect(
      await messageOf(() => {
        expect(bucket).toHaveObject('a.txt', 7 as never);
      }),
    ).toBe(
      'WrongUseError: expect(…).toHaveObject() takes the body as a text, as bytes, as what its JSON should have ({ total: 3 }), or as a matcher of its text.',
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(bucket).toHaveObject as (...args: unknown[]) => void)('a.txt', 'a', 'b');
      }),
    ).toBe('WrongUseError: expect(…).toHaveObject() takes (key, body?), but got 3 arguments.');
  });
});
