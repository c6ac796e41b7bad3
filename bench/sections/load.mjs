import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns } from './files.mjs';

const TARGET = 0.15;
/** What a test file imports to write stubs. */
const PACKAGES = { neither: undefined, ours: 'aws-sdk-stubber', theirs: 'aws-sdk-client-mock' };
/** What is loaded before it can: a setup file brings it for ours. */
const ENTRIES = { ours: 'aws-sdk-stubber/vitest', theirs: 'aws-sdk-client-mock' };
const JEST_FILES = 21;

export const about = 'what loading costs each test file: our setup entry, an import of theirs';
export const title = 'loading for one test file, ms more than without';

export async function measure(workspace, quick) {
  return [
    ...(await vitestFiles(workspace, quick ? 9 : 20)),
    ...(await imports(workspace, quick ? 3 : 9)),
    ...(await jestFiles(workspace, quick ? 2 : 3)),
  ];
}

export function ratiosOf(rows) {
  return ratioOf(rows.find(({ key }) => key === 'file'));
}

/** From before the setup files to the first line of the file's one test. */
async function vitestFiles(workspace, rounds) {
  const file = (side) => () => {
    const used = PACKAGES[side] === undefined ? '' : `import '${PACKAGES[side]}';\n`;
    return `${used}import { run } from '../load.mjs';\nrun('${side}');\n`;
  };
  const sides = { neither: file('neither'), ours: file('ours'), theirs: file('theirs') };
  const figures = new Figures(await workspace.vitest(inTurns(rounds, sides)));
  const more = (row, side) => figures.median(row, side) - figures.median(row, 'neither');
  const both = (row) => ({ ours: more(row, 'ours'), theirs: more(row, 'theirs') });
  return [
    { key: 'file', name: 'a file in Vitest, CPU', ...both('cpu'), target: TARGET },
    { key: 'wall', name: 'a file in Vitest, wall clock', ...both('wall') },
  ];
}

/** The import and nothing around it, done by Node itself; Vitest's own modules are there before. */
async function imports(workspace, rounds) {
  const file = (side, row) => () =>
    `import { run } from '../load-import.mjs';\nawait run('${side}', '${row}', '${ENTRIES[side]}');\n`;
  const sides = {
    'ours-bare.import': file('ours', 'bare'),
    'theirs-bare.import': file('theirs', 'bare'),
    'ours-client.import': file('ours', 'client'),
    'theirs-client.import': file('theirs', 'client'),
  };
  const figures = new Figures(await workspace.vitest(inTurns(rounds, sides)));
  const both = (row) => ({
    ours: figures.median(row, 'ours'),
    theirs: figures.median(row, 'theirs'),
  });
  return [
    { key: 'bare', name: 'the import alone, CPU', ...both('bare') },
    { key: 'client', name: 'the import alone, EC2 client loaded before, CPU', ...both('client') },
  ];
}

/** Jest has one process for many files, so a file costs what lies between its test and the next. */
async function jestFiles(workspace, rounds) {
  const records = [];
  for (let round = 0; round < rounds; round++) {
    for (const [side, used] of Object.entries(PACKAGES)) {
      const files = Array.from({ length: JEST_FILES }, (_, i) => [
        `${String(i).padStart(3, '0')}.test.cjs`,
        jestFile(used),
      ]);
      const setupFiles = side === 'ours' ? ['aws-sdk-stubber/jest'] : [];
      const readings = await workspace.jest(Object.fromEntries(files), setupFiles);
      for (let i = 1; i < readings.length; i++) {
        const value = readings[i].value - readings[i - 1].value;
        records.push({ row: 'jest', side, value });
      }
    }
  }
  const figures = new Figures(records);
  const more = (side) => figures.median('jest', side) - figures.median('jest', 'neither');
  return [{ key: 'jest', name: 'a file in Jest, CPU', ours: more('ours'), theirs: more('theirs') }];
}

/** CommonJS: Jest reads ES modules only behind a flag. */
function jestFile(used) {
  return `
    ${used === undefined ? '' : `require('${used}');`}
    const { appendFileSync } = require('node:fs');
    test('nothing', () => {
      const { user, system } = process.cpuUsage();
      const reading = { value: (user + system) / 1000 };
      appendFileSync(process.env.BENCH_FIGURES, JSON.stringify(reading) + '\\n');
    });
  `;
}
