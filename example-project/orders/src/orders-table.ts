import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from './order.js';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = 'orders';

/** @returns false where an order with this id is there already */
export async function addOrder(order: Order): Promise<boolean> {
  try {
    const ConditionExpression = 'attribute_not_exists(id)';
    await client.send(new PutCommand({ TableName, Item: order, ConditionExpression }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** @returns false where it was paid before */
export async function markPaid(id: string): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { id },
        UpdateExpression: 'SET #status = :paid',
        ConditionExpression: '#status = :placed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':paid': 'paid', ':placed': 'placed' },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}
