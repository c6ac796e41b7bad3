import { DeleteEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const bus = useAwsFixture('bus', { name: 'orders' });

describe('toHaveReceivedEvent', () => {
  test('passes for some event with these members, or for any', () => {
    expect(bus).not.toHaveReceivedEvent();
    bus.put({ source: 'shop', detail: { id: 1, total: 3 } });
    bus.put({ source: 'shop', detail: { id: 2, total: 4 } });
    expect(bus).toHaveReceivedEvent();
    expect(bus).toHaveReceivedEvent({ source: 'shop', detail: { id: 2 } });
    expect(bus).toHaveReceivedEvent({ detail: { total: expect.any(Number) } });
    expect(bus).not.toHaveReceivedEvent({ source: 'shop', detail: { id: 3 } });
  });

  test('says in what the only event differs', async () => {
    bus.put({ source: 'shop', detail: { id: 1 } });
    expect(
      await messageOf(() => {
        expect(bus).toHaveReceivedEvent({ source: 'shop', detail: { id: 2 } });
      }),
    ).toMatchInlineSnapshot(`
      "expect(bus orders).toHaveReceivedEvent(event)

      Expected an event with { "detail": { "id": 2 }, "source": "shop" }

      The only event differs:

      - Expected
      + Received

        {
          "detail": {
      -     "id": 2,
      +     "id": 1,
          },
          "source": "shop",
        }"
    `);
  });

  test('says what there was instead', async () => {
    expect(
      await messageOf(() => {
        expect(bus).toHaveReceivedEvent({ source: 'shop' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(bus orders).toHaveReceivedEvent(event)

      Expected an event with { "source": "shop" }

      There was no event"
    `);
    const more = { id: 'e', time: '2026-01-31T12:00:00Z' };
    bus.put({ source: 'a', ...more });
    bus.put({ source: 'b', ...more });
    expect(
      await messageOf(() => {
        expect(bus).toHaveReceivedEvent({ source: 'shop' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(bus orders).toHaveReceivedEvent(event)

      Expected an event with { "source": "shop" }

      2 events of the bus orders:
        {"source":"a","detail-type":"test","detail":{}}
        {"source":"b","detail-type":"test","detail":{}}"
    `);
    expect(
      await messageOf(() => {
        expect(bus).not.toHaveReceivedEvent();
      }),
    ).toMatchInlineSnapshot(`
      "expect(bus orders).not.toHaveReceivedEvent()

      Expected no event

      2 events of the bus orders:
        {"source":"a","detail-type":"test","detail":{}}
        {"source":"b","detail-type":"test","detail":{}}"
    `);
  });

  test('says that the bus is gone', async () => {
    await new EventBridgeClient({}).send(new DeleteEventBusCommand({ Name: 'orders' }));
    expect(
      await messageOf(() => {
        expect(bus).toHaveReceivedEvent();
      }),
    ).toMatchInlineSnapshot(`
      "expect(bus orders).toHaveReceivedEvent()

      Expected an event

      The bus orders is gone"
    `);
  });

  test('looks at a bus, and takes members of an event', () => {
    const bucket = useAwsFixture('bucket', { name: 'files' });
    expect(() => {
      expect(bucket).toHaveReceivedEvent();
    }).toThrow(
      "expect(…).toHaveReceivedEvent() looks at what useAwsFixture('bus') made, but got the bucket files.",
    );
    expect(() => {
      expect(bus).toHaveReceivedEvent('Order Placed' as unknown as object);
    }).toThrow(
      "expect(…).toHaveReceivedEvent() takes some members of the event as a plain object: ({ source: 'shop', detail: { id: 1 } }).",
    );
  });
});
