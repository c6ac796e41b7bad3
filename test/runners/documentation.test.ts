import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf, fileNameOf, pages, ROOT, slugOf } from '../documentation/blocks.js';
import { filesOf, isOf, titleOf, titlesOf, type PageFiles } from '../documentation/page-files.js';
import { problemsOf } from '../documentation/commands.js';
import { textAsItComes, unprovokedOutputs } from '../documentation/outputs.js';
import { project, runJest, runVitest, type Outcome } from './project.js';

/** All of them, or those that `PAGE` is a part of: `PAGE=docs/stubs npx vitest run …`. */
const all = pages().filter((page) => page.includes(process.env['PAGE'] ?? ''));
if (all.length === 0) throw new Error(`No page is named ${process.env['PAGE'] ?? ''}.`);
const allFiles = all.map((page) => filesOf(page));

const VITEST = `{ test: { globals: true, setupFiles: ['aws-sdk-stubber/vitest'] } }`;
const JEST_TEST = `
  const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');
  test('this config sets it up', async () => {
    stub(EC2Client).on(CreateVpcCommand).resolves({ Vpc: { VpcId: 'vpc-1' } });
    await new EC2Client({}).send(new CreateVpcCommand({}));
    expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
  });`;
const VITEST_TEST = `
  import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
  import { stub } from 'aws-sdk-stubber';
  import { expect, test } from 'vitest';
  ${JEST_TEST.slice(JEST_TEST.indexOf('test('))}`;

let folder: string;
let removeFolder: () => void;
const outcomes: Record<string, Outcome> = {};
/** What the tests of each folder gave: those of several have the same names. */
const inFolders: Record<string, Readonly<Record<string, Outcome>>> = {};
const failedFiles: string[] = [];

/** The folder of a page's files; those of a runner's config are in one of their own. */
function placed({ page, runner, files, configs, compiled }: PageFiles): Record<string, string> {
  const slug = slugOf(page);
  const own = Object.entries({ ...files, ...compiled });
  const placed = own.map(([path, text]) => [`${runner}/${slug}/${path}`, text]);
  const named = own.filter(([path]) => !/^(?:page|line-\d+)\./.test(path));
  for (const config of configs) {
    const name = fileNameOf(config) ?? '';
    const of = name.startsWith('jest') ? 'jest' : 'vitest';
    const place = `${of}-configs/${slug}-${config.line}`;
    placed.push([`${place}/${name}`, config.code]);
    if (of === runner) placed.push(...named.map(([path, text]) => [`${place}/${path}`, text]));
    if (of === 'jest') placed.push([`${place}/setup.test.js`, JEST_TEST]);
    else placed.push([`${place}/setup.test.ts`, VITEST_TEST]);
  }
  return Object.fromEntries(placed) as Record<string, string>;
}

const COMPILER_OPTIONS = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  strict: true,
  allowJs: true,
  skipLibCheck: true,
  noEmit: true,
};

function tsconfig(types: string[], include: string[], exclude: string[] = []): string {
  return JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, types }, include, exclude });
}

/** Services whose names the pages use. */
const SERVICES = ['dynamodb', 'ec2', 'lib-dynamodb', 's3', 'sns', 'sqs'];
const REGISTERS = /aws-sdk-stubber\/services\/|interface AwsServices/;

beforeAll(async () => {
  const files = Object.assign({}, ...allFiles.map(placed)) as Record<string, string>;
  const paths = Object.keys(files);
  const jestConfigs = paths.filter((path) => /^jest-configs\/.*\/jest\.config/.test(path));
  const contents = {
    ...files,
    'vitest/vitest.config.js': `export default ${VITEST};`,
    'vitest.config.js': `export default { test: { projects: ['./vitest', './vitest-configs/*'] } };`,
    'jest/jest.config.js': `module.exports = {
      setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: { '\\\\.ts$': '@swc/jest' } };`,
    'jest/none.test.js': `test('runs', () => undefined);`,
    'jest.config.js': `module.exports = { projects: ${JSON.stringify([
      '<rootDir>/jest',
      ...jestConfigs.map((path) => `<rootDir>/${path.slice(0, path.lastIndexOf('/'))}`),
    ])} };`,
    'registered.d.ts': SERVICES.map((name) => `import 'aws-sdk-stubber/services/${name}';`).join(
      '\n',
    ),
    'vitest.d.ts': `import 'aws-sdk-stubber/vitest';`,
    'jest.d.ts': `import 'aws-sdk-stubber/jest';`,
    'tsconfig.json': tsconfig(
      ['vitest/globals', 'node'],
      ['registered.d.ts', 'vitest.d.ts', 'vitest', 'vitest-configs'],
    ),
    'tsconfig.unregistered.json': tsconfig(
      ['vitest/globals', 'node'],
      ['vitest.d.ts', 'vitest', 'vitest-configs'],
      paths.filter((path) => REGISTERS.test(files[path] ?? '')),
    ),
    'tsconfig.jest.json': tsconfig(
      ['jest', 'node'],
      ['registered.d.ts', 'jest.d.ts', 'jest', 'jest-configs'],
    ),
  };
  folder = project(contents, (remove) => (removeFolder = remove));
  // Projects of tests have the package without its declarations.
  cpSync(join(ROOT, 'dist'), join(folder, 'node_modules/aws-sdk-stubber/dist'), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || /\.d\.c?ts$/.test(path),
  });
  const run = await runVitest(folder);
  Object.assign(outcomes, run.tests);
  const jest = await runJest(folder);
  Object.assign(outcomes, jest.tests);
  failedFiles.push(...run.fileFailures, ...jest.fileFailures);
  for (const path of paths.filter((path) => /\.test\.[jt]s$/.test(path))) {
    const place = path.split('/', 2).join('/');
    inFolders[place] = { ...run.in(place).tests, ...jest.in(place).tests };
  }
});

afterAll(() => {
  removeFolder();
});

test('every block does what it says, and those that show a failure fail', () => {
  const mustFail = all.flatMap((page) =>
    blocksOf(page)
      .filter(({ words }) => words.includes('fails'))
      .map(titleOf),
  );
  expect(failedFiles).toEqual([]);
  const ran = Object.values(inFolders).flatMap((tests) => Object.entries(tests));
  const wrong = ran.filter(
    ([name, { status }]) => status !== 'passed' && !mustFail.some((title) => isOf(title, name)),
  );
  expect(wrong).toEqual([]);
  const failed = ran.filter(([, { status }]) => status === 'failed').map(([name]) => name);
  expect(mustFail.filter((title) => !failed.some((name) => isOf(title, name)))).toEqual([]);
});

test('every block is run, and so are the tests beside every config', () => {
  const names = Object.values(inFolders).flatMap((tests) => Object.keys(tests));
  const titles = all.flatMap(titlesOf);
  expect(titles.filter((title) => !names.some((name) => isOf(title, name)))).toEqual([]);
  const empty = Object.entries(inFolders).filter(([, tests]) => Object.keys(tests).length === 0);
  expect(empty).toEqual([]);
});

test.each(all)('%s shows what comes', async (page) => {
  await expect(textAsItComes(page, outcomes)).toMatchFileSnapshot(join(ROOT, page));
  expect(unprovokedOutputs(page).map(titleOf)).toEqual([]);
});

const tsconfigs = all.flatMap((page) =>
  blocksOf(page).filter((block) => /^\/\/ tsconfig.json$/m.test(block.code)),
);

test.each(tsconfigs.map((block) => [titleOf(block), block] as const))(
  'a project with %s compiles',
  async (title, block) => {
    const { files } = filesOf(block.page);
    const place = title.replaceAll(/\W+/g, '-');
    mkdirSync(join(folder, place));
    for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': block.code }))
      if (!/^(?:page|line-\d+)\./.test(path)) writeFileSync(join(folder, place, path), text);
    expect(await tsc(place)).toBe('');
  },
);

const withCommands = [...all, 'CONTRIBUTING.md', 'bench/README.md'];

test.each(withCommands)('the JSON and the commands of %s are right', (page) => {
  expect(problemsOf(page)).toEqual([]);
});

test.each([
  ['with operation names registered', 'tsconfig.json'],
  ['without', 'tsconfig.unregistered.json'],
  ['with the globals of Jest', 'tsconfig.jest.json'],
])('every block compiles %s', async (_, config) => {
  expect(await tsc(config)).toBe('');
});

test('at most one block in twenty is not run', () => {
  const blocks = all.flatMap((page) => blocksOf(page)).filter(({ hidden }) => !hidden);
  const left = blocks.filter(({ words }) => words.includes('not-run'));
  expect(left.length / blocks.length).toBeLessThanOrEqual(1 / 20);
});

function tsc(config: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = join(ROOT, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [script, '-p', config], { cwd: folder });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', () => {
      resolve(stripVTControlCharacters(output).trimEnd());
    });
  });
}
