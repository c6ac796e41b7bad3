import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { addOrder } from './orders-table.js';

/** `POST /orders`: takes an order once, however often it is sent. */
export async function handler(
  event: Pick<APIGatewayProxyEventV2, 'body'>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { id, customer, total } = JSON.parse(event.body ?? '{}') as Record<string, unknown>;
  if (typeof id !== 'string' || typeof customer !== 'string' || typeof total !== 'number') {
    return { statusCode: 400, body: 'An order has an id, a customer and a total.' };
  }
  const isNew = await addOrder({ id, customer, total, status: 'placed' });
  return { statusCode: isNew ? 201 : 200, body: JSON.stringify({ id }) };
}
