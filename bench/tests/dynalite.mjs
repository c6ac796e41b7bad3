import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { once } from 'node:events';
import { afterAll, beforeAll, test } from 'vitest';
import { cpuSince, record } from './record.mjs';
import { createTable, itemOf, timeItems, timeQueries } from './tables.mjs';

const WARM_UP = 5;
const TESTS = 10;
const CALLS = 100;
const ITEMS = 10_000;
const BATCH = 25;

export const side = 'theirs';

/** The same items, on a mock server of DynamoDB that listens on the loopback interface. */
export function run() {
  const server = dynalite({ createTableMs: 0 });
  const spent = { PutItem: 0, GetItem: 0, UpdateItem: 0, indexed: 0 };
  let client;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    client = new DynamoDBClient({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${server.address().port}`,
      credentials: { accessKeyId: 'DYNALITE', secretAccessKey: 'DYNALITE' },
    });
  });
  for (let i = 0; i < WARM_UP + TESTS; i++) {
    test(`items, test ${i}`, async () => {
      const times = await timeItems(client, `table-${i}`, CALLS);
      if (i < WARM_UP) return;
      for (const row of Object.keys(spent)) spent[row] += times[row];
    });
  }
  test(`among ${ITEMS} items`, async () => {
    await createTable(client, 'orders');
    const begin = process.cpuUsage();
    for (let n = 0; n < ITEMS; n += BATCH) {
      const writes = Array.from({ length: BATCH }, (_, i) => ({
        PutRequest: { Item: itemOf(n + i) },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { orders: writes } }));
    }
    record(`load-${ITEMS}`, side, cpuSince(begin) / ITEMS);
    record(`query-${ITEMS}`, side, (await timeQueries(client, 'orders', ITEMS, CALLS)) / CALLS);
  });
  afterAll(() => {
    for (const [row, time] of Object.entries(spent)) record(row, side, time / TESTS / CALLS);
    client.destroy();
    server.close();
  });
}
