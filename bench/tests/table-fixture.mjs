import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { useAwsFixture } from 'aws-sdk-stubber';
import { test } from 'vitest';
import { cpuSince, record } from './record.mjs';
import { timeItems, timeQueries } from './tables.mjs';

const WARM_UP = 20;
const TESTS = 30;
const CALLS = 200;
const ITEMS = [10_000, 100_000];

const client = new DynamoDBClient({});

/** Operations on tables of an account, in many tests, each with an account of its own. */
export function run({ side }) {
  const spent = { PutItem: 0, GetItem: 0, UpdateItem: 0, indexed: 0 };
  for (let i = 0; i < WARM_UP + TESTS; i++) {
    test(`items, test ${i}`, async () => {
      useAwsFixture('table', { name: 'another' });
      const times = await timeItems(client, 'orders', CALLS);
      if (i < WARM_UP) return;
      for (const row of Object.keys(spent)) spent[row] += times[row];
    });
  }
  test('items, the figures', () => {
    for (const [row, time] of Object.entries(spent)) record(row, side, time / TESTS / CALLS);
  });

  for (const count of ITEMS) {
    test(`among ${count} items`, async () => {
      const items = Array.from({ length: count }, (_, n) => ({
        customer: `c-${Math.floor(n / 10)}`,
        at: n % 10,
        status: n % 2 === 0 ? 'open' : 'closed',
        total: n,
        note: `note ${n}`,
      }));
      const begin = process.cpuUsage();
      const { name } = useAwsFixture('table', { key: { customer: 'S', at: 'N' }, items });
      record(`load-${count}`, side, cpuSince(begin) / count);
      record(`query-${count}`, side, (await timeQueries(client, name, count, 500)) / 500);
    });
  }
}
