import { load } from 'native-import';
import { test } from 'vitest';
import { cpuSince, record } from './record.mjs';

/** Imports an entry, in a process that has Vitest's modules and perhaps a client of the SDK. */
export async function run(side, row, entry) {
  await load('vitest');
  if (row === 'client') await load('@aws-sdk/client-ec2');
  const begin = process.cpuUsage();
  await load(entry);
  record(row, side, cpuSince(begin) / 1000);
  test('nothing', () => undefined);
}
