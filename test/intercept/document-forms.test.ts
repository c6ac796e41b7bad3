import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  paginateScan,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const plain = new DynamoDBClient({});
const client = DynamoDBDocumentClient.from(plain);
const get = new GetCommand({ TableName: 'users', Key: { id: 1 } });
const getItem = new GetItemCommand({ TableName: 'users', Key: { id: { N: '1' } } });

describe('a stub of the plain client answers its document clients', () => {
  test.each([
    ['the service id', 'DynamoDB'],
    ['the class', DynamoDBClient],
    ['the client that it was made from', plain],
  ])('as %s', async (_kind, target) => {
    stub(target)
      .on('GetItem', { Key: { id: { N: '1' } } })
      .resolves({ Item: { id: { N: '1' }, tags: { SS: ['a'] } } });
    expect((await client.send(get)).Item).toEqual({ id: 1, tags: new Set(['a']) });
    expect((await DynamoDBDocument.from(plain).get(get.input)).Item).toMatchObject({ id: 1 });
    expect((await plain.send(getItem)).Item).toEqual({ id: { N: '1' }, tags: { SS: ['a'] } });
  });

  test('but not those made from another client', async () => {
    stub(new DynamoDBClient({})).on('GetItem').resolves({});
    stub(client, { unstubbed: 'throw' });
    await expect(client.send(get)).rejects.toThrow('No stub answers DynamoDB GetItem');
  });

  test('the nearer target first', async () => {
    stub(client)
      .on('Get')
      .resolvesOnce({ Item: { by: 'itself' } });
    stub(plain)
      .on('GetItem')
      .resolvesOnce({ Item: { by: { S: 'the client under it' } } });
    stub(DynamoDBDocumentClient)
      .on('Get')
      .resolvesOnce({ Item: { by: 'its class' } });
    stub('DynamoDB')
      .on('GetItem')
      .resolvesOnce({ Item: { by: { S: 'the service' } } });
    stub()
      .on('Get')
      .resolvesOnce({ Item: { by: 'everyone' } });
    const found: unknown[] = [];
    for (let i = 0; i < 5; i++) found.push((await client.send(get)).Item?.['by']);
    expect(found).toEqual([
      'itself',
      'the client under it',
      'its class',
      'the service',
      'everyone',
    ]);
  });

  test('with settings, on the wire too', async () => {
    stub(DynamoDBClient, { delivery: 'wire' })
      .on('GetItem')
      .resolves({ Item: { id: { N: '12345678901234567890' } } });
    stub(plain, { unstubbed: 'empty' });
    await client.send(new PutCommand({ TableName: 'users', Item: { id: 1 } }));
    expect((await client.send(get)).Item).toEqual({ id: 12345678901234567890n });
  });
});

describe('a stub keeps the form that its operation has', () => {
  test('plain JavaScript for GetCommand, whichever client calls', async () => {
    stub(DynamoDBClient)
      .on(GetCommand, { Key: exactly({ id: 1 }) })
      .resolves({ Item: { id: 1, at: null } });
    expect((await plain.send(get as never as typeof getItem)).Item).toEqual({ id: 1, at: null });
    expect((await plain.send(getItem)).Item).toEqual({ id: { N: '1' }, at: { NULL: true } });
    stub('DynamoDB').on('Put').resolves({});
    await plain.send(new PutItemCommand({ TableName: 'users', Item: { id: { N: '1' } } }));
    expect(plain).toHaveCalledOperation('Put', { Item: { id: 1 } });
  });

  test('attribute values for a function of GetItem, and plain JavaScript for one of Get', async () => {
    const seen: unknown[] = [];
    stub(DynamoDBClient)
      .on('GetItem')
      .answers(({ Key }) => {
        seen.push(Key);
        return { Item: Key };
      });
    expect((await client.send(get)).Item).toEqual({ id: 1 });
    stub(DynamoDBClient)
      .on(GetCommand)
      .answers(({ Key }) => {
        seen.push(Key);
        return { Item: Key };
      });
    expect((await plain.send(getItem)).Item).toEqual({ id: { N: '1' } });
    expect(seen).toEqual([{ id: { N: '1' } }, { id: 1 }]);
  });

  test('and an operation that both have is the target’s', async () => {
    stub(DynamoDBClient)
      .on('Scan')
      .resolves({ Items: [{ id: { N: '1' } }] });
    for await (const { Items } of paginateScan({ client }, { TableName: 'users' })) {
      expect(Items).toEqual([{ id: 1 }]);
    }
  });

  test('any operation has the form of its call', async () => {
    stub(DynamoDBClient)
      .onAnyOperation({ Key: { id: 1 } })
      .resolves({ Item: { id: 1 } });
    expect((await client.send(get)).Item).toEqual({ id: 1 });
  });

  test('expectations too', async () => {
    stub(DynamoDBClient)
      .expects('GetItem', { TableName: 'users', Key: { id: { N: '1' } } })
      .resolves({});
    await client.send(get);
    expect(DynamoDBClient).toHaveNoPendingStubs();
  });
});

describe('an assertion', () => {
  test('on the plain client sees the calls of document clients, in the form of its operation', async () => {
    stub(client).on('Get').resolves({});
    await client.send(get);
    for (const target of [DynamoDBClient, plain, client]) {
      expect(target).toHaveCalledOperation(GetItemCommand, { Key: { id: { N: '1' } } });
      expect(target).toHaveCalledOperation(GetCommand, { Key: { id: 1 } });
    }
    expect(DynamoDBClient).not.toHaveCalledOperation('GetItem', { Key: { id: { N: '2' } } });
    expect(stub('DynamoDB').calls('GetItem', { Key: { id: { N: '1' } } })).toHaveLength(1);
    expect(
      await messageOf(() => {
        expect(DynamoDBClient).toHaveCalledOperation('GetItem', { Key: { id: { N: '2' } } });
      }),
    ).toContain('-       "N": "2",\n+       "N": "1",');
  });
});

describe('a Proxy around a client', () => {
  test('is that client', async () => {
    const proxy = new Proxy(plain, {});
    stub(proxy)
      .on('GetItem')
      .resolves({ Item: { by: { S: 'the Proxy' } } });
    expect((await plain.send(getItem)).Item).toEqual({ by: { S: 'the Proxy' } });
    expect((await client.send(get)).Item).toEqual({ by: 'the Proxy' });
    stub(plain).on('GetItem').resolvesOnce({});
    expect((await proxy.send(getItem)).Item).toBeUndefined();
    for (const target of [proxy, plain]) {
      expect(target).toHaveCalledOperationTimes('GetItem', 3);
    }
  });

  test('is that document client', async () => {
    const proxy = new Proxy(client, {});
    stub(proxy)
      .on('Get')
      .resolves({ Item: { by: 'the Proxy' } });
    expect((await client.send(get)).Item).toEqual({ by: 'the Proxy' });
    stub(client).on('Get').resolvesOnce({});
    expect((await proxy.send(get)).Item).toBeUndefined();
    for (const target of [proxy, client]) expect(target).toHaveCalledOperationTimes('Get', 2);
  });

  test('of two document clients over one plain client each has its own', async () => {
    const other = DynamoDBDocumentClient.from(plain);
    stub(new Proxy(other, {}))
      .on('Get')
      .resolves({ Item: { by: 'other' } });
    stub(client)
      .on('Get')
      .resolves({ Item: { by: 'client' } });
    expect((await other.send(get)).Item).toEqual({ by: 'other' });
    expect((await client.send(get)).Item).toEqual({ by: 'client' });
  });
});
