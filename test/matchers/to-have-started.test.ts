import { SFN } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import { exactly, useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const machine = useAwsFixture('state-machine', { name: 'orders', outcome: { done: true } });
const secret = useAwsFixture('secret', { name: 'db' });

async function start(...inputs: object[]): Promise<void> {
  for (const input of inputs) {
    await new SFN({}).startExecution({
      stateMachineArn: machine.arn,
      input: JSON.stringify(input),
    });
  }
}

describe('toHaveStarted', () => {
  test('passes for any execution, and for one whose input has what is given', async () => {
    expect(machine).not.toHaveStarted();
    await start({ orderId: 'o-1', lines: [{ n: 1 }] }, { orderId: 'o-2', lines: [] });
    expect(machine).toHaveStarted();
    expect(machine).toHaveStarted({ orderId: 'o-1' });
    expect(machine).toHaveStarted({ lines: [{ n: expect.any(Number) as number }] });
    expect(machine).toHaveStarted(exactly({ orderId: 'o-2', lines: [] }));
    expect(machine).toHaveStarted(expect.objectContaining({ orderId: 'o-2' }));
    expect(machine).not.toHaveStarted({ orderId: 'o-3' });
    expect(machine).not.toHaveStarted(exactly({ orderId: 'o-2' }));
  });

  test('says that nothing was started', async () => {
    expect(
      await messageOf(() => {
        expect(machine).toHaveStarted({ orderId: 'o-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(state machine orders).toHaveStarted(input)

      Expected an execution with { "orderId": "o-1" }

      There was no execution"
    `);
  });

  test('says in what the only execution differs', async () => {
    await start({ orderId: 'o-2', more: true });
    expect(
      await messageOf(() => {
        expect(machine).toHaveStarted({ orderId: 'o-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(state machine orders).toHaveStarted(input)

      Expected an execution with { "orderId": "o-1" }

      The only execution differs:

      - Expected
      + Received

        {
      -   "orderId": "o-1",
      +   "orderId": "o-2",
        }"
    `);
  });

  test('says with what executions were started instead', async () => {
    await start({ orderId: 'o-2' }, { orderId: 'o-3' });
    expect(
      await messageOf(() => {
        expect(machine).toHaveStarted({ orderId: 'o-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(state machine orders).toHaveStarted(input)

      Expected an execution with { "orderId": "o-1" }

      2 executions of the state machine orders:
        { "orderId": "o-2" }
        { "orderId": "o-3" }"
    `);
    expect(
      await messageOf(() => {
        expect(machine).not.toHaveStarted();
      }),
    ).toMatchInlineSnapshot(`
      "expect(state machine orders).not.toHaveStarted()

      Expected no execution

      2 executions of the state machine orders:
        { "orderId": "o-2" }
        { "orderId": "o-3" }"
    `);
  });

  test('refuses what is no state machine, and more than an input', () => {
    expect(() => {
      expect(secret).toHaveStarted();
    }).toThrow(
      "expect(…).toHaveStarted() looks at what useAwsFixture('state-machine') made, but got the secret db.",
    );
    expect(() => {
      // @ts-expect-error -- there is one input
      expect(machine).toHaveStarted({}, {});
    }).toThrow('expect(…).toHaveStarted() takes (input?), but got 2 arguments.');
  });
});
