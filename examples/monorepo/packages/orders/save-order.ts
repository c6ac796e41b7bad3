import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export interface Order {
  readonly id: string;
  readonly total: number;
}

/** Saves an order that is not there yet. */
export async function saveOrder(order: Order): Promise<void> {
  await orders.send(
    new PutCommand({
      TableName: 'orders',
      Item: order,
      ConditionExpression: 'attribute_not_exists(id)',
    }),
  );
}
