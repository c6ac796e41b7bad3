import { useAwsFixture } from 'aws-sdk-stubber';
import { handler as api } from '../src/api.js';
import { handler as publishOrders } from '../src/publish-orders.js';
import { handler as shipOrders } from '../src/ship-orders.js';
import { handler as takePayments } from '../src/take-payments.js';

/** The whole shop: what a deployment would make of it, in the account of each test. */
export function useShop() {
  const account = useAwsFixture('account');
  const orders = useAwsFixture('table', {
    name: 'orders',
    key: { id: 'S' },
    stream: 'NEW_AND_OLD_IMAGES',
  });
  const labels = useAwsFixture('bucket', { name: 'labels' });
  const shipping = useAwsFixture('queue', { name: 'shipping', deadLetterQueue: 2 });
  const payments = useAwsFixture('queue', {
    name: 'payments.fifo',
    deadLetterQueue: 2,
    // A rule gives its messages no deduplication ids.
    attributes: { ContentBasedDeduplication: true },
  });
  const topic = useAwsFixture('topic', {
    name: 'orders',
    subscriptions: [{ to: shipping, raw: true }],
  });
  const bus = useAwsFixture('bus', () => ({
    name: 'default',
    rules: [
      {
        name: 'labels-written',
        pattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { bucket: { name: ['labels'] } },
        },
        targets: [
          {
            Arn: payments.arn,
            InputTransformer: {
              InputPathsMap: { label: '$.detail.object.key' },
              InputTemplate: '{"label": <label>}',
            },
            SqsParameters: { MessageGroupId: 'labels' },
          },
        ],
      },
    ],
  }));
  const placeOrder = useAwsFixture('function', { name: 'api', handler: api });
  const publish = useAwsFixture('function', () => ({
    name: 'publish-orders',
    handler: publishOrders,
    environment: { TOPIC: topic.arn },
    on: orders,
  }));
  const ship = useAwsFixture('function', {
    name: 'ship-orders',
    handler: shipOrders,
    on: { queue: shipping, reportBatchItemFailures: true },
  });
  const pay = useAwsFixture('function', {
    name: 'take-payments',
    handler: takePayments,
    on: { queue: payments, batchSize: 1 },
  });
  beforeEach(() => {
    account.call('S3', 'PutBucketNotificationConfiguration', {
      Bucket: 'labels',
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
  });
  return {
    account,
    orders,
    labels,
    shipping,
    payments,
    topic,
    bus,
    placeOrder,
    publish,
    ship,
    pay,
  };
}

/** An order as a browser sends it. */
export function request(id: string, order: { customer?: string; total?: number } = {}) {
  return { body: JSON.stringify({ id, customer: 'Ann', total: 500, ...order }) };
}
