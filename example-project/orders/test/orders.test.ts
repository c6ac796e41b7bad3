import { S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { request, useShop } from './shop.js';
import { timers } from './timers.js';

/** In ms: how long a message is hidden from others once a function has it. */
const VISIBILITY = 30_000;

describe('an order', () => {
  const shop = useShop();

  afterEach(() => {
    timers.useRealTimers();
  });

  test('is kept, told, shipped and paid', async () => {
    expect(await shop.placeOrder.invoke(request('o-1'))).toEqual({
      statusCode: 201,
      body: '{"id":"o-1"}',
    });
    await shop.account.settled();

    expect(shop.topic).toHavePublished({ id: 'o-1', total: 500 }, { size: 'small' });
    expect(shop.labels).toHaveObject('o-1.json', { to: 'Ann', total: 500 });
    expect(shop.orders).toHaveItem({ id: 'o-1' }, { status: 'paid' });
    expect(shop.shipping.messages()).toEqual([]);
    expect(shop.account).toHaveDelivered({ from: shop.topic, to: shop.shipping });
  });

  test('that is sent twice is taken once', async () => {
    await shop.placeOrder.invoke(request('o-1'));
    expect(await shop.placeOrder.invoke(request('o-1', { total: 900 }))).toMatchObject({
      statusCode: 200,
    });
    await shop.account.settled();

    expect(shop.ship).toHaveBeenInvokedTimes(1);
    expect(shop.orders).toHaveItem({ id: 'o-1' }, { total: 500 });
  });

  test('that S3 is too busy for is shipped when it comes again; the others are not', async () => {
    timers.useFakeTimers();
    stub(S3Client).on('PutObject', { Key: 'o-1.json' }).rejectsOnce('SlowDown');
    await shop.placeOrder.invoke(request('o-1'));
    await shop.placeOrder.invoke(request('o-2'));
    await shop.account.settled();
    expect(shop.labels.keys).toEqual(['o-2.json']);

    await timers.advanceTimersByTimeAsync(VISIBILITY);
    await shop.account.settled();
    expect(shop.labels.keys).toEqual(['o-1.json', 'o-2.json']);
    expect(shop.ship.invocations.map(({ Records }) => Records.length)).toEqual([2, 1]);
  });

  test('that nobody can read ends in the dead-letter queue', async () => {
    timers.useFakeTimers();
    shop.shipping.send('no order at all');
    await shop.account.settled();
    await timers.advanceTimersByTimeAsync(VISIBILITY);
    await shop.account.settled();
    await timers.advanceTimersByTimeAsync(VISIBILITY);
    await shop.account.settled();

    expect(shop.ship).toHaveBeenInvokedTimes(2);
    expect(shop.shipping.messages()).toEqual([]);
    expect(shop.shipping.deadLetterQueue).toHaveMessage('no order at all');
  });

  test('has its label told by S3, through the rule', async () => {
    await shop.placeOrder.invoke(request('o-1'));
    await shop.account.settled();

    expect(shop.bus).toHaveReceivedEvent({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { bucket: { name: 'labels' }, object: { key: 'o-1.json' }, reason: 'PutObject' },
    });
    expect(shop.pay).toHaveBeenInvoked({
      Records: [expect.objectContaining({ body: '{"label":"o-1.json"}' })],
    });
  });
});

describe('payments', () => {
  const shop = useShop();

  beforeEach(() => {
    timers.useFakeTimers();
  });

  afterEach(() => {
    timers.useRealTimers();
  });

  test('of one label are taken once within five minutes', async () => {
    shop.payments.send({ label: 'o-1.json' }, {}, { groupId: 'a', deduplicationId: 'o-1' });
    shop.payments.send({ label: 'o-1.json' }, {}, { groupId: 'a', deduplicationId: 'o-1' });
    await shop.account.settled();
    expect(shop.pay).toHaveBeenInvokedTimes(1);
  });

  test('of a group wait for the one before them, and other groups do not', async () => {
    for (const id of ['o-1', 'o-2']) {
      shop.account.call('DynamoDB', 'PutItem', {
        TableName: 'orders',
        Item: { id: { S: id }, status: { S: 'placed' } },
      });
    }
    shop.payments.send({ noLabel: true }, {}, { groupId: 'a' });
    shop.payments.send({ label: 'o-1.json' }, {}, { groupId: 'a' });
    shop.payments.send({ label: 'o-2.json' }, {}, { groupId: 'b' });
    await shop.account.settled();
    expect(shop.orders).toHaveItem({ id: 'o-1' }, { status: 'placed' });
    await timers.advanceTimersByTimeAsync(VISIBILITY);
    await shop.account.settled();
    await timers.advanceTimersByTimeAsync(VISIBILITY);
    await shop.account.settled();

    expect(shop.payments.deadLetterQueue).toHaveMessage({ noLabel: true });
    expect(shop.orders).toHaveItem({ id: 'o-1' }, { status: 'paid' });
    expect(shop.orders).toHaveItem({ id: 'o-2' }, { status: 'paid' });
  });
});
