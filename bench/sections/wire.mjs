import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

const OPERATIONS = {
  CreateVpc: 'EC2 CreateVpc',
  GetObject: 'S3 GetObject, read',
  GetItem: 'DynamoDB GetItem',
};
const SERVERS = { GetObject: 's3rver', GetItem: 'dynalite' };
const TARGETS = { canned: 1.2, server: 0.2 };
/** In µs. */
const PREPARE = 150;

export const about =
  'CPU time of a call on the wire, beside the SDK alone and beside HTTP mock servers';
export const title = 'a call on the wire, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 5, {
    ours: runs('wire', 'ours'),
    neither: runs('canned', 'neither'),
  });
  const servers = inTurns(quick ? 1 : 3, { neither: runs('servers', 'neither') });
  const figures = new Figures([
    ...(await workspace.vitest(files)),
    ...(await workspace.vitest(servers)),
  ]);
  const ours = (key) => figures.median(key, 'ours');
  const rows = Object.entries(OPERATIONS).flatMap(([key, name]) => [
    {
      key: `canned ${key}`,
      name: `${name}; theirs: the SDK, a canned response`,
      ours: ours(`wire ${key}`),
      theirs: figures.median(`wire ${key}`, 'theirs'),
      target: TARGETS.canned,
    },
  ]);
  const beside = Object.entries(SERVERS).map(([key, server]) => ({
    key: `server ${key}`,
    name: `${OPERATIONS[key]}; theirs: ${server}`,
    ours: ours(`wire ${key}`),
    theirs: figures.median(`server ${key}`, 'theirs'),
    target: TARGETS.server,
  }));
  const prepare = Object.entries(OPERATIONS).map(([key, name]) => ({
    key: `prepare ${key}`,
    name: `preparing a reply of ${name}, once`,
    ours: ours(`prepare ${key}`),
    theirs: undefined,
    limit: PREPARE,
  }));
  return [...rows, ...beside, ...prepare];
}

export function ratiosOf(rows) {
  const compared = rows.filter(({ theirs }) => theirs !== undefined);
  return Object.fromEntries(compared.map((row) => [row.key, ratioOf(row)]));
}
