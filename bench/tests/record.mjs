import { appendFileSync } from 'node:fs';

/** Hands a figure, in the unit of its section, to the process that runs the benchmark. */
export function record(row, side, value) {
  appendFileSync(process.env.BENCH_FIGURES, `${JSON.stringify({ row, side, value })}\n`);
}

/** What this process took since an earlier reading, in µs: all its threads, user and system. */
export function cpuSince(earlier) {
  const { user, system } = process.cpuUsage(earlier);
  return user + system;
}
