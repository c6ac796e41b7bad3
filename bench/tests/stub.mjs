import { afterAll, beforeAll, describe, test } from 'vitest';
import { orders } from './orders.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 12;
const BLOCKS = 6;
const TESTS = 60;
/** How many stubs a test writes where only the writing is timed. */
const STUBS = 5;

/** Blocks of tests that do nothing, in turns with blocks of tests that write a stub. */
export function run({ side, mock, answer }) {
  const { Client, Command, params, output } = orders;
  const spent = { empty: 0, stub: 0, writing: 0 };
  mock(Client);
  for (let block = 0; block < WARM_UP + BLOCKS; block++) {
    const isMeasured = block >= WARM_UP;
    wholeTests('empty', isMeasured, () => undefined);
    wholeTests('stub', isMeasured, () => {
      answer(Client, Command, params(1), output(1));
    });
  }
  for (let i = 0; i < BLOCKS * TESTS; i++) {
    test(`writing, test ${i}`, () => {
      const begin = process.cpuUsage();
      for (let n = 0; n < STUBS; n++) answer(Client, Command, params(n), output(n));
      spent.writing += cpuSince(begin);
    });
  }
  afterAll(() => {
    const tests = BLOCKS * TESTS;
    record('empty', side, spent.empty / tests);
    record('stub', side, spent.stub / tests);
    record('writing', side, spent.writing / tests / STUBS);
  });

  /** With all that happens before, between and after them. */
  function wholeTests(row, isMeasured, body) {
    describe(row, () => {
      let begin;
      beforeAll(() => {
        begin = process.cpuUsage();
      });
      for (let i = 0; i < TESTS; i++) test(`test ${i}`, body);
      afterAll(() => {
        if (isMeasured) spent[row] += cpuSince(begin);
      });
    });
  }
}
