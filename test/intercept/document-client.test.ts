import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  NumberValue,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const get = new GetCommand({ TableName: 'users', Key: { id: 1 } });

describe('DESIGN: DynamoDBDocumentClient', () => {
  test.each(['Get', 'GetItem', GetCommand])('is stubbed and asserted by %s', async (operation) => {
    const documents = stub(DynamoDBDocumentClient);
    // One of three overloads each.
    documents
      .on(operation as string, { Key: { id: 1 } })
      .resolves({ Item: { id: 1, name: 'Anna' } });
    expect((await client.send(get)).Item).toEqual({ id: 1, name: 'Anna' });
    expect(client).toHaveCalledOperationOnce(operation as string, { TableName: 'users' });
    expect(documents.calls(operation as string)).toHaveLength(1);
  });

  test('of the three names, the stub that was written last answers', async () => {
    const documents = stub(DynamoDBDocumentClient);
    documents.on('Get').resolves({ Item: { by: 'Get' } });
    documents.on('GetItem').resolves({ Item: { by: 'GetItem' } });
    expect((await client.send(get)).Item).toEqual({ by: 'GetItem' });
    documents.on(GetCommand).resolves({ Item: { by: 'GetCommand' } });
    expect((await client.send(get)).Item).toEqual({ by: 'GetCommand' });
  });

  test('takes expectations by either name', async () => {
    const documents = stub(DynamoDBDocumentClient);
    documents.expects('PutItem', { TableName: 'users', Item: { id: 1 } }).resolves({});
    documents.expects('Delete', { TableName: 'users', Key: { id: 1 } }).resolves({});
    await client.send(new PutCommand({ TableName: 'users', Item: { id: 1 } }));
    await client.send(new DeleteCommand({ TableName: 'users', Key: { id: 1 } }));
    expect(documents).toHaveNoPendingStubs();
  });

  test('works through its aggregated client', async () => {
    stub(DynamoDBDocumentClient)
      .on('Get')
      .resolves({ Item: { id: 1 } });
    const { Item } = await DynamoDBDocument.from(new DynamoDBClient({})).get({
      TableName: 'users',
      Key: { id: 1 },
    });
    expect(Item).toEqual({ id: 1 });
    expect(DynamoDBDocument).toHaveCalledOperationOnce('Get');
  });

  test('keeps its own values: sets, numbers, bytes', async () => {
    const Item = {
      tags: new Set(['a', 'b']),
      keys: new Set([Uint8Array.of(1)]),
      total: NumberValue.from('12345678901234567890'),
      big: 12345678901234567890n,
      photo: Uint8Array.of(1, 2, 3),
      nothing: null,
    };
    const documents = stub(DynamoDBDocumentClient);
    documents.on('Put', exactly({ TableName: 'users', Item })).resolves({});
    documents.on('Get').resolves({ Item });
    await client.send(new PutCommand({ TableName: 'users', Item: { ...Item } }));
    const output = await client.send(get);
    expect(output.Item).toEqual({ ...Item, total: Item.big });
    expect(client).toHaveCalledOperation('Put', { Item: { tags: new Set(['b', 'a']) } });
  });

  test('reads numbers as its own translateConfig says', async () => {
    const wrapping = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
      unmarshallOptions: { wrapNumbers: true },
    });
    const total = NumberValue.from('12345678901234567890.5');
    stub(DynamoDBDocumentClient).on('Get').resolves({ Item: { total } });
    expect((await wrapping.send(get)).Item?.['total']).toEqual(total);
    await expect(client.send(get)).rejects.toThrow('Set options.wrapNumbers to get string value');
  });

  test('takes inputs with conditions and lists', async () => {
    stub(DynamoDBDocumentClient)
      .on('TransactWrite')
      .rejects('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
      });
    const write = client.send(
      new TransactWriteCommand({
        TransactItems: [{ Put: { TableName: 'users', Item: { id: 1 } } }],
      }),
    );
    await expect(write).rejects.toBeAwsError('TransactionCanceledException', {
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
    });
    expect(client).toHaveCalledOperation(TransactWriteCommand, {
      TransactItems: [{ Put: { TableName: 'users', Item: { id: 1 } } }],
    });
  });

  test('is the target as an instance, too', async () => {
    stub(client)
      .on('Get')
      .resolves({ Item: { id: 1 } });
    expect((await client.send(get)).Item).toEqual({ id: 1 });
  });
});

describe('wrong use', () => {
  test('an operation that neither DynamoDB nor lib-dynamodb has', async () => {
    const message = await messageOf(() => stub(DynamoDBDocumentClient).on('Gett'));
    expect(message).toMatchInlineSnapshot(
      `"WrongUseError: stub(DynamoDBDocumentClient).on(): DynamoDBDocumentClient has no operation 'Gett'. Did you mean 'Get'?"`,
    );
    expect(await messageOf(() => stub(client).on('PutItm'))).toMatchInlineSnapshot(
      `"WrongUseError: stub(documentClient).on(): this DynamoDBDocumentClient has no operation 'PutItm'. Did you mean 'PutItem'?"`,
    );
  });
});
