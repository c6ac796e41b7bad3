import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

const CALL = 0.4;
const LOAD = 0.3;
const OPERATIONS = {
  CreateVpc: 'EC2 CreateVpc',
  GetObject: 'S3 GetObject',
  GetItem: 'DynamoDB GetItem',
};

export const about = "a suite's mockClient: a stubbed call through client-mock, and loading it";
export const title = 'mockClient, ours by theirs: a call in µs CPU, loading in ms CPU';

export async function measure(workspace, quick) {
  const calls = inTurns(quick ? 3 : 9, {
    facade: runs('call', 'facade'),
    theirs: runs('call', 'theirs'),
  });
  return [...rows(await workspace.vitest(calls), OPERATIONS, CALL), await load(workspace, quick)];
}

export function ratiosOf(measured) {
  return Object.fromEntries(measured.map((row) => [row.key, ratioOf(row)]));
}

function rows(records, names, target) {
  const figures = new Figures(records);
  return Object.entries(names).map(([key, name]) => ({
    key,
    name,
    ours: figures.median(key, 'facade'),
    theirs: figures.median(key, 'theirs'),
    target,
  }));
}

/** What a file pays before its first test that imports the one or the other, less a file that imports neither. */
async function load(workspace, quick) {
  const file = (used, side) => () => `${used}import { run } from '../load.mjs';\nrun('${side}');\n`;
  const files = inTurns(quick ? 9 : 20, {
    neither: file('', 'neither'),
    facade: file("import 'aws-sdk-stubber/client-mock';\n", 'facade'),
    theirs: file("import 'aws-sdk-client-mock';\n", 'theirs'),
  });
  const figures = new Figures(await workspace.vitest(files));
  const more = (side) => figures.median('cpu', side) - figures.median('cpu', 'neither');
  return {
    key: 'load',
    name: 'loading for a file in Vitest',
    ours: more('facade'),
    theirs: more('theirs'),
    target: LOAD,
  };
}
