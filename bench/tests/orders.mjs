import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

/** An operation whose stubs can be told apart by a number. */
export const orders = {
  Client: DynamoDBClient,
  Command: GetItemCommand,
  params: (n) => ({ TableName: 'orders', Key: { id: { S: `order-${n}` } } }),
  output: (n) => ({ Item: { id: { S: `order-${n}` }, total: { N: String(n) } } }),
};
