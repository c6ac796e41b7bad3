import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { configure } from 'aws-sdk-stubber';
import { expect, test } from 'vitest';
import { clientOf } from './client.mjs';
import { operations } from './operations.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 10;
const TESTS = 20;
const CALLS = 50;
const REPLIES = 200;

/** Calls that go through the whole SDK, and what preparing a reply for direct calls costs. */
export function run({ side, answer }) {
  for (const { name, Client, Command, params, input, output } of operations) {
    const client = clientOf(Client);
    // A body that can be read again for each of the replies.
    const body = 'Body' in output ? { Body: Buffer.alloc(2048, '{"total":42}') } : {};
    const given = { ...output, ...body };

    test(`${name} on the wire`, async () => {
      configure({ delivery: 'wire' });
      answer(Client, Command, params, given);
      await time(WARM_UP * CALLS);
      record(`wire ${name}`, side, (await time(TESTS * CALLS)) / TESTS / CALLS);
    });

    test(`${name}: the first call of a reply, and the next`, async () => {
      let first = 0;
      let next = 0;
      for (let i = 0; i < 2 * REPLIES; i += 1) {
        answer(Client, Command, params, given);
        const begin = process.cpuUsage();
        await client.send(new Command(input()));
        const spentFirst = cpuSince(begin);
        const again = process.cpuUsage();
        await client.send(new Command(input()));
        if (i < REPLIES) continue;
        next += cpuSince(again);
        first += spentFirst;
      }
      record(`prepare ${name}`, side, (first - next) / REPLIES);
    });

    async function time(count) {
      const commands = Array.from({ length: count }, () => new Command(input()));
      const begin = process.cpuUsage();
      for (const command of commands) {
        const received = await client.send(command);
        if (received.Body instanceof Readable) await received.Body.transformToByteArray();
      }
      const spent = cpuSince(begin);
      expect(spent).toBeGreaterThan(0);
      return spent;
    }
  }
}
