import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Order } from './order.js';

const s3 = new S3Client({});

/** Writes a label for each order; those that cannot be shipped come again, and the others do not. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const { messageId, body } of Records) {
    try {
      const { id, customer, total } = JSON.parse(body) as Order;
      const Body = JSON.stringify({ to: customer, total });
      await s3.send(new PutObjectCommand({ Bucket: 'labels', Key: `${id}.json`, Body }));
    } catch {
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
