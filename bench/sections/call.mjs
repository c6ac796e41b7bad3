import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

const TARGET = 0.25;
const OPERATIONS = {
  CreateVpc: 'EC2 CreateVpc',
  GetObject: 'S3 GetObject',
  GetItem: 'DynamoDB GetItem',
};

export const about = 'CPU time of one stubbed call, in a test, the stub matching on parameters';
export const title = 'one stubbed call, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 3 : 9, {
    ours: runs('call', 'ours'),
    theirs: runs('call', 'theirs'),
  });
  const figures = new Figures(await workspace.vitest(files));
  const row = (key, name, target) => ({
    key,
    name,
    ours: figures.median(key, 'ours'),
    theirs: figures.median(key, 'theirs'),
    target,
  });
  return [
    ...Object.entries(OPERATIONS).map(([key, name]) => row(key, name, TARGET)),
    row('first', 'each of the first 20 calls of a process'),
  ];
}

export function ratiosOf(rows) {
  const measured = rows.filter(({ key }) => key in OPERATIONS);
  return Object.fromEntries(measured.map((row) => [row.key, ratioOf(row)]));
}
