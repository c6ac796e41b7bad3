import {
  CreateTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { cpuSince } from './record.mjs';

/** Each operation: the command for the n-th call of it. */
const OPERATIONS = {
  PutItem: (TableName, n) => new PutItemCommand({ TableName, Item: itemOf(n) }),
  GetItem: (TableName, n) => new GetItemCommand({ TableName, Key: keyOf(n) }),
  UpdateItem: (TableName, n) =>
    new UpdateItemCommand({
      TableName,
      Key: keyOf(n),
      UpdateExpression: 'SET #total = #total + :one',
      ConditionExpression: 'attribute_exists(customer) AND #total >= :zero',
      ExpressionAttributeNames: { '#total': 'total' },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':zero': { N: '0' } },
    }),
};

/** Ten items a customer: what a query by key finds. */
export function itemOf(n) {
  return {
    ...keyOf(n),
    status: { S: n % 2 === 0 ? 'open' : 'closed' },
    total: { N: String(n) },
    note: { S: `note ${n}` },
  };
}

function keyOf(n) {
  return { customer: { S: `c-${Math.floor(n / 10)}` }, at: { N: String(n % 10) } };
}

/** Makes a table with so many global indexes; can be written to when this resolves. */
export async function createTable(client, TableName, indexes = 0) {
  await client.send(new CreateTableCommand(tableOf(TableName, indexes)));
  const describe = new DescribeTableCommand({ TableName });
  while ((await client.send(describe)).Table.TableStatus !== 'ACTIVE');
}

function tableOf(TableName, indexes) {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'customer', AttributeType: 'S' },
      { AttributeName: 'at', AttributeType: 'N' },
      ...(indexes > 0 ? [{ AttributeName: 'status', AttributeType: 'S' }] : []),
    ],
    KeySchema: [
      { AttributeName: 'customer', KeyType: 'HASH' },
      { AttributeName: 'at', KeyType: 'RANGE' },
    ],
    ...(indexes > 0 && {
      GlobalSecondaryIndexes: Array.from({ length: indexes }, (_, n) => ({
        IndexName: `index-${n}`,
        KeySchema: [
          { AttributeName: 'status', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  };
}

/** What so many calls of each operation take, on tables of this name that are made here. */
export async function timeItems(client, name, count) {
  await createTable(client, name);
  const times = {};
  for (const [operation, command] of Object.entries(OPERATIONS)) {
    times[operation] = await timeEach(client, count, (n) => command(name, n));
  }
  const { Item } = await client.send(OPERATIONS.GetItem(name, 7));
  expect(Item).toEqual({ ...itemOf(7), total: { N: '8' } });

  await createTable(client, `${name}-indexed`, 5);
  times.indexed = await timeEach(client, count, (n) => OPERATIONS.PutItem(`${name}-indexed`, n));
  return times;
}

/** What queries take that find ten of a table's items by key. */
export async function timeQueries(client, TableName, items, count) {
  const query = (n) =>
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'customer = :customer',
      ExpressionAttributeValues: { ':customer': { S: `c-${(n * 7919) % (items / 10)}` } },
    });
  expect((await client.send(query(1))).Items).toHaveLength(10);
  await timeEach(client, 4 * count, query);
  return timeEach(client, count, query);
}

/** Commands are made before the clock starts. */
async function timeEach(client, count, command) {
  const commands = Array.from({ length: count }, (_, n) => command(n));
  const begin = process.cpuUsage();
  for (const each of commands) await client.send(each);
  return cpuSince(begin);
}
