import { DynamoDBClient, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, NumberValueImpl } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { libraryFrom } from '../../src/resources/packages.js';
import { messageOf } from '../message-of.js';

const dynamodb = resource(new DynamoDBClient({}));
const table = dynamodb.Table('orders');

vi.mock('../../src/resources/packages.js', { spy: true });

afterEach(() => {
  vi.resetAllMocks();
});

describe('a table of a DynamoDBClient', () => {
  test('takes plain items, and sends what DynamoDB gets', async () => {
    stub(DynamoDBClient).on('PutItem').resolves();

    await table.putItem({ Item: { id: '1', total: 9.5, tags: ['new'], note: undefined } });

    expect(DynamoDBClient).toHaveCalledOperation('PutItem', {
      TableName: 'orders',
      Item: { id: { S: '1' }, total: { N: '9.5' }, tags: { L: [{ S: 'new' }] } },
    });
  });

  test('gives plain items', async () => {
    stub(DynamoDBClient)
      .on('GetItem', { Key: { id: { S: '1' } } })
      .resolves({ Item: { id: { S: '1' }, lines: { L: [{ M: { count: { N: '2' } } }] } } });

    const { Item, $metadata } = await table.getItem({ Key: { id: '1' } });

    expect(Item).toEqual({ id: '1', lines: [{ count: 2 }] });
    expect($metadata.httpStatusCode).toBe(200);
  });

  test('has no item where DynamoDB has none', async () => {
    stub(DynamoDBClient).on('GetItem').resolves({});

    expect((await table.getItem({ Key: { id: '1' } })).Item).toBeUndefined();
  });

  test('queries and scans with plain values', async () => {
    stub(DynamoDBClient)
      .on('Query', { ExpressionAttributeValues: { ':id': { S: '1' } } })
      .resolves({ Items: [{ id: { S: '1' } }], LastEvaluatedKey: { id: { S: '1' } }, Count: 1 });
    stub(DynamoDBClient).on('Scan').resolves({ Items: [] });

    const { Items, LastEvaluatedKey, Count } = await table.query({
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': '1' },
    });

    expect({ Items, LastEvaluatedKey, Count }).toEqual({
      Items: [{ id: '1' }],
      LastEvaluatedKey: { id: '1' },
      Count: 1,
    });
    expect((await table.scan()).Items).toEqual([]);
  });

  test('updates and deletes with plain values', async () => {
    stub(DynamoDBClient)
      .on('UpdateItem', {
        Key: { id: { S: '1' } },
        ExpressionAttributeValues: { ':n': { N: '1' } },
      })
      .resolves({ Attributes: { total: { N: '1' } } });
    stub(DynamoDBClient)
      .on('DeleteItem', { Key: { id: { S: '1' } } })
      .resolves();

    const { Attributes } = await table.updateItem({
      Key: { id: '1' },
      UpdateExpression: 'SET total = :n',
      ExpressionAttributeValues: { ':n': 1 },
    });
    await table.deleteItem({ Key: { id: '1' } });

    expect(Attributes).toEqual({ total: 1 });
    expect(DynamoDBClient).toHaveLastCalledOperation('DeleteItem', { TableName: 'orders' });
  });

  test('reads in batches with plain values', async () => {
    stub(DynamoDBClient)
      .on('BatchGetItem', { RequestItems: { orders: { Keys: [{ id: { S: '1' } }] } } })
      .resolves({ Responses: { orders: [{ id: { S: '1' } }] } });

    const { Responses } = await dynamodb.batchGetItem({
      RequestItems: { orders: { Keys: [{ id: '1' }] } },
    });

    expect(Responses).toEqual({ orders: [{ id: '1' }] });
  });

  test('has attributes, which are not items', async () => {
    stub(DynamoDBClient)
      .on('DescribeTable')
      .resolves({ Table: { TableName: 'orders', ItemCount: 3 } });

    expect(await table.get('ItemCount')).toBe(3);
    await expect(table.reload()).resolves.toBe(table);
  });
});

describe('a table of a DynamoDBDocumentClient', () => {
  test('calls it with its own commands', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    stub(client)
      .on('Put', { Item: { id: '1' } })
      .resolves();
    stub(client)
      .on('ListTables')
      .resolves({ TableNames: ['orders'] });
    const plain = resource(client);

    await plain.Table('orders').putItem({ Item: { id: '1' } });

    expect(client).toHaveCalledOperation('Put', { TableName: 'orders', Item: { id: '1' } });
    expect((await plain.tables.toArray()).map(({ name }) => name)).toEqual(['orders']);
    expect(plain.meta.client).toBe(client);
  });
});

describe('without lib-dynamodb', () => {
  beforeEach(() => {
    vi.mocked(libraryFrom).mockReturnValue(undefined);
  });

  test('items are plain all the same', async () => {
    stub(DynamoDBClient)
      .on('GetItem', { Key: { id: { S: '1' } } })
      .resolves({ Item: { id: { S: '1' }, total: { N: '9.5' } } });

    expect((await table.getItem({ Key: { id: '1' } })).Item).toEqual({ id: '1', total: 9.5 });
  });

  test('a document client is called with DynamoDB’s own commands', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    stub(DynamoDBClient).on('PutItem').resolves();

    await resource(client)
      .Table('orders')
      .putItem({ Item: { id: '1' } });

    expect(DynamoDBClient).toHaveCalledOperation('PutItem', { Item: { id: { S: '1' } } });
  });
});

describe('a value', () => {
  test('of each type that DynamoDB has goes there and comes back', async () => {
    const item = {
      text: 'a',
      number: 1.5,
      large: 12345678901234567890n,
      yes: true,
      nothing: null,
      bytes: new Uint8Array([1, 2]),
      list: ['a', 1, [true]],
      map: { inside: { deep: 'x' } },
      texts: new Set(['a', 'b']),
      numbers: new Set([1, 2]),
    };
    let stored: Record<string, AttributeValue> = {};
    stub(DynamoDBClient)
      .on('PutItem')
      .answers(({ Item = {} }) => {
        stored = Item;
        return {};
      });
    stub(DynamoDBClient)
      .on('GetItem')
      .answers(() => ({ Item: stored }));

    await table.putItem({ Item: { ...item, absent: undefined, run: () => 1 } });

    expect(stored).toEqual({
      text: { S: 'a' },
      number: { N: '1.5' },
      large: { N: '12345678901234567890' },
      yes: { BOOL: true },
      nothing: { NULL: true },
      bytes: { B: new Uint8Array([1, 2]) },
      list: { L: [{ S: 'a' }, { N: '1' }, { L: [{ BOOL: true }] }] },
      map: { M: { inside: { M: { deep: { S: 'x' } } } } },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2'] },
    });
    expect((await table.getItem({ Key: { text: 'a' } })).Item).toEqual(item);
  });

  test('is what lib-dynamodb would send, also of its own numbers', async () => {
    stub(DynamoDBClient).on('PutItem').resolves();
    const Item = {
      id: NumberValueImpl.from('1.00000000000000000001'),
      map: new Map([['a', new Set([1n])]]),
    };

    await table.putItem({ Item });

    expect(DynamoDBClient).toHaveCalledOperation('PutItem', { Item: marshall(Item) });
  });

  test('that DynamoDB has no type for is refused', async () => {
    const put = (value: unknown) => messageOf(table.putItem({ Item: { value } }));

    expect(await put(Number.NaN)).toContain('does not hold the number NaN exactly');
    expect(await put(2 ** 60)).toContain(
      'give a bigint, or a NumberValue of @aws-sdk/lib-dynamodb',
    );
    expect(await put(new Set())).toContain('none empty');
    expect(await put(new Set(['a', 1]))).toContain('each of one kind');
    expect(await put(new Date(0))).toContain('no type for an instance of Date');
    expect(await put(Symbol('x'))).toContain('no type for a symbol');
  });
});

describe('a batch writer', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const sizes = () =>
    stub(DynamoDBClient)
      .calls('BatchWriteItem')
      .map(
        ({ input }) =>
          (input as { RequestItems: { orders: unknown[] } }).RequestItems.orders.length,
      );

  test('sends 25 at a time, and the rest at its end', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});
    const batch = table.batchWriter();

    for (const id of ids(60)) await batch.putItem({ id });
    expect(sizes()).toEqual([25, 25]);
    await batch.deleteItem({ id: 'old' });
    await batch.flush();

    expect(sizes()).toEqual([25, 25, 11]);
    expect(DynamoDBClient).toHaveNthCalledOperation(1, 'BatchWriteItem', {
      RequestItems: {
        orders: expect.arrayContaining([{ PutRequest: { Item: { id: { S: '0' } } } }]),
      },
    });
  });

  test('sends again what DynamoDB did not process', async () => {
    stub(DynamoDBClient)
      .on('BatchWriteItem')
      .resolvesOnce({
        UnprocessedItems: { orders: [{ PutRequest: { Item: { id: { S: '1' } } } }] },
      })
      .resolves({});
    const batch = table.batchWriter();

    for (const id of ids(2)) await batch.putItem({ id });
    await batch.flush();

    expect(sizes()).toEqual([2, 1]);
  });

  test('gives up where nothing is ever processed', async () => {
    const UnprocessedItems = { orders: [{ PutRequest: { Item: { id: { S: '0' } } } }] };
    stub(DynamoDBClient).on('BatchWriteItem').resolves({ UnprocessedItems });
    const batch = table.batchWriter();
    await batch.putItem({ id: '0' });

    expect(await messageOf(batch.flush())).toBe(
      'ResourceError: DynamoDB processed none of 1 writes to dynamodb.Table(name="orders") in 10 ' +
        'requests; they are still waiting: call flush() again later.',
    );
  });

  test('loses nothing where a request fails', async () => {
    stub(DynamoDBClient)
      .on('BatchWriteItem')
      .rejectsOnce('ProvisionedThroughputExceededException')
      .resolves({});
    const batch = table.batchWriter();
    await batch.putItem({ id: '0' });

    await expect(batch.flush()).rejects.toBeAwsError('ProvisionedThroughputExceededException');
    await batch.flush();

    expect(sizes()).toEqual([1, 1]);
  });

  test('lets a later write of the same key take an earlier one’s place', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});
    const batch = table.batchWriter({ overwriteByKeys: ['id'] });

    await batch.putItem({ id: '1', total: 1 });
    await batch.putItem({ id: '1', total: 2 });
    await batch.deleteItem({ id: '2' });
    await batch.flush();

    expect(DynamoDBClient).toHaveCalledOperation('BatchWriteItem', {
      RequestItems: {
        orders: [
          { PutRequest: { Item: { id: { S: '1' }, total: { N: '2' } } } },
          { DeleteRequest: { Key: { id: { S: '2' } } } },
        ],
      },
    });
  });

  test('flushes when it is disposed of', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});
    const batch = table.batchWriter();
    await batch.putItem({ id: '1' });

    await batch[Symbol.asyncDispose]();

    expect(sizes()).toEqual([1]);
  });

  test('takes items and keys as objects', async () => {
    // @ts-expect-error -- no item
    expect(await messageOf(() => table.batchWriter().putItem('1'))).toContain('takes the item');
    // @ts-expect-error -- the key is missing
    expect(await messageOf(() => table.batchWriter().deleteItem())).toContain('takes the key');
  });

  test('is flushed at the end of what is given to it, and gives its result', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});

    const written = await table.batchWriter(async (batch) => {
      for (const id of ids(26)) await batch.putItem({ id });
      return 26;
    });

    expect(written).toBe(26);
    expect(sizes()).toEqual([25, 1]);
  });

  test('is flushed where what is given to it throws, as boto3’s is', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});
    const writing = table.batchWriter(async (batch) => {
      await batch.putItem({ id: '1' });
      throw new Error('no more');
    });

    expect(await messageOf(writing)).toBe('no more');
    expect(sizes()).toEqual([1]);
  });

  test('takes boto3’s form of an item and a key, and never stores that', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});

    await table.batchWriter(async (batch) => {
      await batch.putItem({ Item: { id: '1' } });
      await batch.deleteItem({ Key: { id: '2' } });
      await batch.putItem({ id: '3', Item: { name: 'kept' } });
    });

    expect(DynamoDBClient).toHaveCalledOperation('BatchWriteItem', {
      RequestItems: {
        orders: [
          { PutRequest: { Item: { id: { S: '1' } } } },
          { DeleteRequest: { Key: { id: { S: '2' } } } },
          { PutRequest: { Item: { id: { S: '3' }, Item: { M: { name: { S: 'kept' } } } } } },
        ],
      },
    });
  });

  test('has no other options', async () => {
    // @ts-expect-error -- boto3's name
    expect(await messageOf(() => table.batchWriter({ overwriteByPkeys: ['id'] }))).toBe(
      'WrongUseError: batchWriter() of dynamodb.Table(name="orders") takes a function that writes, and ' +
        "{ overwriteByKeys: ['id'] }.",
    );
  });
});
