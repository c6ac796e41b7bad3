import { performance } from 'node:perf_hooks';
import { test } from 'vitest';
import { cpuSince, record } from './record.mjs';

/** An empty test: by then the file has paid for all that it loads. */
export function run(side) {
  test('nothing', () => {
    const { cpu, wall } = globalThis.benchStart;
    record('cpu', side, cpuSince(cpu) / 1000);
    record('wall', side, performance.now() - wall);
  });
}
