import { describe, expect, test } from 'vitest';
import { exactly, useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const orders = useAwsFixture('table', {
  name: 'orders',
  key: { id: 'S' },
  items: [
    { id: 'a', total: 3, lines: [{ n: 1 }], tags: new Set(['x']) },
    { id: 'b', total: 4 },
  ],
});

describe('toHaveItem', () => {
  test('passes for an item by its key, by some of its members, or by both', () => {
    expect(orders).toHaveItem({ id: 'a' });
    expect(orders).toHaveItem({ total: 4 });
    expect(orders).toHaveItem({ id: 'a' }, { lines: [{ n: 1 }], tags: new Set(['x']) });
    expect(orders).toHaveItem({ id: 'b' }, exactly({ id: 'b', total: 4 }));
    expect(orders).toHaveItem({ id: expect.stringMatching(/b/) });
    expect(orders).not.toHaveItem({ id: 'c' });
    expect(orders).not.toHaveItem({ id: 'a' }, { total: 4 });
  });

  test('says which items there are instead', async () => {
    expect(
      await messageOf(() => {
        expect(orders).toHaveItem({ id: 'c' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(table orders).toHaveItem(item)

      Expected an item with Object {
        "id": "c",
      }

      2 items in the table orders:
        Object {
        "id": "a",
        "lines": Array [
          Object {
            "n": 1,
          },
        ],
        "tags": Set {
          "x",
        },
        "total": 3,
      }
        Object {
        "id": "b",
        "total": 4,
      }"
    `);
  });

  test('says in what the item differs', async () => {
    expect(
      await messageOf(() => {
        expect(orders).toHaveItem({ id: 'b' }, { total: 5 });
      }),
    ).toMatchInlineSnapshot(`
      "expect(table orders).toHaveItem(item, partial)

      Expected an item with Object {
        "id": "b",
      } and these members

      - Expected
      + Received

        {
      -   "total": 5,
      +   "total": 4,
        }"
    `);
  });

  test('is not for other things', () => {
    const bucket = useAwsFixture('bucket', { name: 'docs' });
    expect(() => {
      expect(bucket).toHaveItem({ id: 'a' });
    }).toThrow('expect(…).toHaveItem() looks at a table, but got the bucket docs.');
    expect(() => {
      expect(orders).toHaveItem('a' as never);
    }).toThrow(
      "expect(…).toHaveItem() takes an item's key or some of its members, and then what else it has, as plain objects: ({ id: 'a' }, { total: 3 }).",
    );
  });
});
