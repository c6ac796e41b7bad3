import {
  DynamoDBClient,
  ConditionalCheckFailedException,
  GetItemCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as lib from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { getUser, ordersOf } from './app.js';

const { DynamoDBDocument, DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } =
  lib;
const mock = mockClient(DynamoDBDocumentClient);
const plain = mockClient(DynamoDBClient);

beforeEach(() => {
  mock.reset();
  plain.reset();
});

class User {
  constructor(id) {
    this.id = id;
  }
}

test.each([
  ['Query', { TableName: 't' }, { Items: [{ id: 1 }] }],
  ['Get', { TableName: 't', Key: { id: 1 } }, { Item: { id: 1, tags: new Set(['a']) } }],
  ['Update', { TableName: 't', Key: { id: 1 } }, { Attributes: { n: 1n } }],
  ['Put', { TableName: 't', Item: new User(1) }, {}],
  ['TransactWrite', { TransactItems: [{ Put: { TableName: 't', Item: {} } }] }, {}],
  [
    'BatchGet',
    { RequestItems: { t: { Keys: [{ id: 1 }] } } },
    { Responses: { t: [{ at: new Date(0) }] } },
  ],
  ['Scan', { TableName: 't' }, { Items: [undefined, null], Count: 2 }],
  ['BatchWrite', { RequestItems: { t: [] } }, { UnprocessedItems: {} }],
  ['Delete', { TableName: 't', Key: { id: undefined } }, undefined],
])('%s', async (operation, input, output) => {
  const Command = lib[`${operation}Command`];
  mock.on(Command, input).resolves(output);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  expect(await client.send(new Command(input))).toBe(output);
  expect(mock).toHaveReceivedCommandWith(Command, input);
  expect(mock.commandCalls(Command)[0].args[0].input).toEqual(input);
  expect(plain.calls()).toEqual([]);
});

test('the code’s own client', async () => {
  mock.on(GetCommand).resolvesOnce({ Item: { id: '1' } });
  expect(await getUser('1')).toEqual({ id: '1' });
  expect(await getUser('2')).toBeUndefined();
});

test('all pages', async () => {
  mock
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ n: 1 }], LastEvaluatedKey: { n: 1 } })
    .resolvesOnce({ Items: [{ n: 2 }], LastEvaluatedKey: { n: 2 } })
    .resolves({ Items: [{ n: 3 }] });
  expect(await ordersOf('1')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(mock).toHaveReceivedCommandTimes(QueryCommand, 3);
});

test('a failed condition', async () => {
  mock
    .on(GetCommand)
    .rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));
  await expect(getUser('1')).rejects.toThrow(ConditionalCheckFailedException);
});

test('a cancelled transaction, with its reasons', async () => {
  const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }];
  mock
    .on(TransactWriteCommand)
    .rejects(
      new TransactionCanceledException({ message: 'no', $metadata: {}, CancellationReasons }),
    );
  const written = DynamoDBDocument.from(new DynamoDBClient({})).transactWrite({
    TransactItems: [],
  });
  await expect(written).rejects.toMatchObject({ CancellationReasons });
});

test('the methods of DynamoDBDocument', async () => {
  mock.on(GetCommand).resolves({ Item: { id: 1 } });
  const { Item } = await DynamoDBDocument.from(new DynamoDBClient({})).get({
    TableName: 't',
    Key: { id: 1 },
  });
  expect(Item).toEqual({ id: 1 });
});

test('the plain client beside it', async () => {
  plain.on(GetItemCommand).resolves({ Item: { id: { S: '1' } } });
  const output = await new DynamoDBClient({}).send(
    new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } }),
  );
  expect(output.Item).toEqual({ id: { S: '1' } });
  expect(mock).not.toHaveReceivedAnyCommand();
});
