import type { SQSEvent } from 'aws-lambda';
import { markPaid } from './orders-table.js';

/** Takes the money for each label that was written, once. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { label } = JSON.parse(body) as { label: string };
    await markPaid(label.replace(/\.json$/, ''));
  }
}
