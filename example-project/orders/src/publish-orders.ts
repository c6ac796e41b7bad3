import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Order } from './order.js';

const sns = new SNSClient({});

/** Tells the topic of each new order of the table; changes of old ones are nobody's business. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  for (const { eventName, dynamodb } of Records) {
    if (eventName !== 'INSERT' || dynamodb?.NewImage === undefined) continue;
    const order = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>) as Order;
    await sns.send(
      new PublishCommand({
        TopicArn: process.env['TOPIC'],
        Message: JSON.stringify(order),
        MessageAttributes: {
          size: { DataType: 'String', StringValue: order.total > 10_000 ? 'large' : 'small' },
        },
      }),
    );
  }
}
