import { expect, test } from 'vitest';
import { clientOf } from './client.mjs';
import { operations } from './operations.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 20;
const TESTS = 30;
const CALLS = 200;
const FIRST_CALLS = 20;

/** Calls in many tests, each with a stub of its own, as tests have them. */
export function run({ side, mock, answer }, round) {
  mock(...operations.map(({ Client }) => Client));
  // Each operation is first in its turn: the later ones find warmer code.
  const first = round % operations.length;
  for (const operation of [...operations.slice(first), ...operations.slice(0, first)]) {
    measure(operation);
  }

  function measure({ name, Client, Command, params, input, output }) {
    const client = clientOf(Client);
    let spent = 0;
    if (name === operations[first].name) {
      test(`the first calls, of ${name}`, async () => {
        answer(Client, Command, params, output);
        record('first', side, (await timeCalls(FIRST_CALLS)) / FIRST_CALLS);
      });
    }
    test(`${name} is answered`, async () => {
      answer(Client, Command, params, output);
      const answered = await client.send(new Command(input()));
      expect(Object.keys(answered)).toEqual(expect.arrayContaining(Object.keys(output)));
    });
    for (let i = 0; i < WARM_UP + TESTS; i++) {
      test(`${name}, test ${i}`, async () => {
        answer(Client, Command, params, output);
        const time = await timeCalls(CALLS);
        if (i >= WARM_UP) spent += time;
      });
    }
    test(`${name}, the figure`, () => {
      record(name, side, spent / TESTS / CALLS);
    });

    async function timeCalls(count) {
      const commands = Array.from({ length: count }, () => new Command(input()));
      const begin = process.cpuUsage();
      for (const command of commands) await client.send(command);
      return cpuSince(begin);
    }
  }
}
