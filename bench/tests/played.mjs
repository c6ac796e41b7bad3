import { test } from 'vitest';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 20;
const TESTS = 30;
const CALLS = 200;

/**
 * The mean over tests, each with an account of its own, of what a call takes.
 *
 * @param {string} row - of the figure
 * @param {string} side - of the figure
 * @param {object} client - that calls
 * @param {() => ((n: number) => object)} prepare - puts things in place, and gives what makes the commands that are sent
 */
export function measurePlayed(row, side, client, prepare) {
  let spent = 0;
  for (let i = 0; i < WARM_UP + TESTS; i++) {
    test(`${row}, test ${i}`, async () => {
      const time = await timeCalls(client, CALLS, prepare());
      if (i >= WARM_UP) spent += time;
    });
  }
  test(`${row}, the figure`, () => {
    record(row, side, spent / TESTS / CALLS);
  });
}

/** Commands are made before the clock starts. */
export async function timeCalls(client, count, command) {
  const commands = Array.from({ length: count }, (_, n) => command(n));
  const begin = process.cpuUsage();
  for (const each of commands) await client.send(each);
  return cpuSince(begin);
}
