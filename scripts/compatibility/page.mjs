import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { TESTS } from './suite.mjs';

const PAGE = join(import.meta.dirname, '../../docs/compatibility.md');

/** What the tests of the suite are; several may be told in one line. */
const WHAT_THEY_ARE = [
  [['EC2Client'], 'a client that the code under test builds'],
  [['aggregated EC2'], '`new EC2().describeVpcs()`'],
  [['built at import'], 'a client that is there before any test'],
  [['document client'], '`DynamoDBDocumentClient`, and the client under it'],
  [
    ['SDK 3.840', 'SDK 3.600'],
    'older clients, on `@smithy/smithy-client` 4, and on their own copy of 3',
  ],
  [['in a dependency'], 'a client inside a dependency that has its own copy of `@smithy/core`'],
  [['STS in credentials'], 'the client that `fromTemporaryCredentials` makes'],
  [
    ['after resetModules'],
    'clients loaded again after `vi.resetModules()` or `jest.resetModules()`, and those before',
  ],
  [['in isolateModules'], "clients loaded in Jest's `isolateModulesAsync()`"],
  [['concurrent'], 'tests at once, each with its own stub; two of them have the same name'],
  [
    ['lasting fixture'],
    'a server that a fixture of the file starts, in Vitest: each test answers its calls',
  ],
  [
    ['mockClient'],
    '`aws-sdk-stubber/client-mock`: mocks of classes and clients, its matchers, and ours',
  ],
  [['worker thread'], 'a client in a worker thread that the code under test starts'],
  [
    ['unstubbed'],
    'a test whose code swallows the error of a call that nothing answers: it must fail',
  ],
  [
    ['connection', 'look-up'],
    'tests whose code swallows the error of a connection or of a look-up: they must fail',
  ],
  [
    ['late call'],
    'a test that is over, and still calls: it must fail, and not the test that runs then',
  ],
  [
    ['end of file'],
    "a file's own `afterAll` whose code swallows such an error: the file must fail",
  ],
  [
    ['fast imports'],
    'an `import` of the SDK is made by `require`: by the plugin, or from Node 22.15 on by the setup entry alone',
  ],
];

const CELLS = `In a cell stands what came of a test:

- **stubbed**: the test's stub answered the client, and the call was seen.
- **blocked**: nothing left the machine, and the error says why and what to write:
  [The network](isolation.md#the-network).
- **fails**: the test, or the file, failed at its end, as it must.
- **not loadable**: the SDK itself cannot be loaded there, with or without this package. Vitest gives Vite's condition
  \`module\` to the threads it runs in. By it, Node finds the SDK's ES modules, which it cannot run.
- **fast**: the SDK is loaded the faster way.
- **–**: the runner, or the set-up, does not have it.`;

const HOW = `## How it was tried

\`npm run compatibility\` writes this page. It packs the package, and installs it in each project of \`test/peers\` as a
user would. Then it runs the suite in \`test/peers/suite\` there.

CI runs a part of it (\`npm run peers\`): every runner, every package manager and every Node, but not each with each.`;

/** Writes docs/compatibility.md. */
export async function writePage(rows) {
  writeFileSync(PAGE, await pageOf(rows, TESTS));
}

/** What runs where, in a few lines; then a table for each runner, a row for each set-up and Node. */
export async function pageOf(rows, tests) {
  const runners = [...new Set(rows.map(([runner]) => runner))];
  const summary = runners.map((runner) => {
    const nodes = rows.filter(([name]) => name === runner).map(([, node]) => node);
    return line([runner, [...new Set(nodes)].join(', ')]);
  });
  const tables = runners.map((runner) => {
    const own = rows.filter(([name]) => name === runner);
    // Rows that say the same of several Nodes are one.
    const merged = new Map();
    for (const [, node, setUp, ...words] of own) {
      const key = JSON.stringify([setUp, ...words]);
      merged.set(key, [...(merged.get(key) ?? []), node]);
    }
    const lines = [...merged].map(([key, nodes]) => {
      const [setUp, ...words] = JSON.parse(key);
      return line([setUp, nodes.join(', '), ...words]);
    });
    return `## ${runner}\n\n${table(['set-up', 'Node', ...tests], lines)}`;
  });
  const explained = WHAT_THEY_ARE.filter(([names]) => names.some((name) => tests.includes(name)));
  const text = [
    '# Runners and packages',
    'Every runner, package manager and Node below was tried with the same suite of clients.',
    table(['runner', 'Node'], summary),
    'The tables say what came of it, for each set-up of a runner. [The tests](#the-tests) are explained below them.',
    CELLS,
    ...tables,
    '## The tests',
    table(
      ['test', 'what it is'],
      explained.map(([names, what]) => line([names.join(', '), what])),
    ),
    HOW,
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

function table(head, lines) {
  return [line(head), line(head.map(() => '---')), ...lines].join('\n');
}

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}
