import { expect, test } from 'vitest';
import { clientOf } from './client.mjs';
import { orders } from './orders.mjs';
import { cpuSince, record } from './record.mjs';

/** How many commands are made at a time, before the clock starts. */
const BATCH = 1000;
const { Client, Command, params, output } = orders;

/** Calls in tests that make very many, or have very many stubs or expectations to find one among. */
export function run({ side, mock, answer, expectAll }) {
  const isOurs = side === 'ours';
  mock(Client);
  const client = clientOf(Client);

  among(10, 1000, 5);
  calls(10_000);
  calls(100_000);
  among(10, 1000, 5, 'stubs-10');
  // Theirs takes 7 ms for each call here, and 14 times that among 10,000.
  among(1000, isOurs ? 1000 : 20, isOurs ? 5 : 1, 'stubs-1000');
  if (!isOurs) return;
  among(10_000, 10_000, 1, 'stubs-10000');
  expectations(100, 20);
  expectations(100, 50, 'expectations-100');
  expectations(10_000, 1, 'expectations-10000');

  function calls(count) {
    test(`${count} calls`, async () => {
      answer(Client, Command, params(0), output(0));
      record(`calls-${count}`, side, (await timeCalls(count, () => 0)) / count);
    });
  }

  function among(stubs, count, tests, row) {
    measure(`${count} calls among ${stubs} stubs`, tests, row, async () => {
      for (let n = 0; n < stubs; n++) answer(Client, Command, params(n), output(n));
      return (await timeCalls(count, (n) => scattered(n, stubs))) / count;
    });
  }

  function expectations(count, tests, row) {
    measure(`${count} expectations`, tests, row, async () => {
      const expected = Array.from({ length: count }, (_, n) => [params(n), output(n)]);
      expectAll(Client, Command, expected);
      return (await timeCalls(count, (n) => scattered(n, count))) / count;
    });
  }

  /** Several tests, and their mean for a row; without a row they only warm up. */
  function measure(name, tests, row, time) {
    let sum = 0;
    for (let i = 1; i <= tests; i++) {
      test(`${name}, test ${i}`, async () => {
        sum += await time();
        if (i === tests && row !== undefined) record(row, side, sum / tests);
      });
    }
  }

  async function timeCalls(count, which) {
    let spent = 0;
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      const wanted = Array.from({ length: size }, (_, i) => which(done + i));
      const commands = wanted.map((n) => new Command(params(n)));
      let last;
      const begin = process.cpuUsage();
      for (const command of commands) last = await client.send(command);
      spent += cpuSince(begin);
      expect(last.Item).toEqual(output(wanted.at(-1)).Item);
    }
    return spent;
  }
}

/** Every number below `count` once, in no order: 7919 is prime. */
function scattered(n, count) {
  return (n * 7919) % count;
}
