import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inject, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const NO_WAY_OUT = join(ROOT, 'test/no-way-out.cjs');

/** How a test of a project ended, and what it failed with. */
export interface Outcome {
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Without colours, stacks and the paths of this run. */
  readonly messages: readonly string[];
}

/** What a run of a project's tests gave. */
export interface Run extends Results {
  /** What the test files below a folder of the project gave. */
  in(folder: string): Results;
  /** All that it printed. */
  readonly output: string;
  readonly exitCode: number | null;
}

export interface Results {
  /** By the test's name, with its blocks' names before it. */
  readonly tests: Readonly<Record<string, Outcome>>;
  /** What failed a file outside its tests; of files that have no failed test. */
  readonly fileFailures: readonly string[];
}

/**
 * A user's project in a folder of its own: the packed library in its `node_modules`, everything
 * else (runners, SDK) from this repository's.
 *
 * @param files - by path, with their text
 * @param whenOver - takes what removes the folder; by itself it goes with the test
 */
export function project(
  files: Readonly<Record<string, string>>,
  whenOver: (remove: () => void) => void = onTestFinished,
): string {
  mkdirSync(join(ROOT, 'test/projects'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'test/projects/project-'));
  whenOver(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const all = { 'package.json': '{ "name": "project", "private": true }', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(inject('packed').folder, join(folder, 'node_modules/aws-sdk-stubber'), {
    recursive: true,
  });
  return folder;
}

/** The machine may be busy: a test that is to be ended sooner says so itself. */
const PATIENT = '--testTimeout=60000';

/** An argument of a runner's command line, or variables of the machine that it runs on. */
type Given = string | { readonly env: Readonly<Record<string, string>> };

/** Runs a project's tests under Vitest, as its own `vitest.config.js` says. */
export async function runVitest(folder: string, ...args: Given[]): Promise<Run> {
  const script = join(ROOT, 'node_modules/vitest/vitest.mjs');
  return run(folder, [
    script,
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile=result.json',
    PATIENT,
    ...args,
  ]);
}

/**
 * Files and a config for Vitest that run the same files in several ways at once, each in a folder of its own (`run.in`).
 *
 * @param ways - options of `test`, each by its folder's name
 */
export function inEachWay(
  ways: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  const projects = Object.entries(ways).map(
    ([name, options]) =>
      `{ root: './${name}', test: { name: '${name}', maxWorkers: 1, ${options} } }`,
  );
  const copies = Object.keys(ways).flatMap((name) =>
    Object.entries(files).map(([path, text]) => [`${name}/${path}`, text] as const),
  );
  return {
    ...Object.fromEntries(copies),
    'vitest.config.js': `export default { test: { projects: [${projects.join(', ')}] } };`,
  };
}

/** Runs a project's tests under Jest, as its own `jest.config.js` says. */
export async function runJest(folder: string, ...args: Given[]): Promise<Run> {
  const script = join(ROOT, 'node_modules/jest/bin/jest.js');
  return run(folder, [
    '--experimental-vm-modules',
    '--no-warnings',
    script,
    '--json',
    '--outputFile=result.json',
    PATIENT,
    ...args,
  ]);
}

/** Runs a program of a project in Node, without a test runner (or as one, with `--test`). */
export async function runNode(
  folder: string,
  ...given: Given[]
): Promise<Pick<Run, 'output' | 'exitCode'>> {
  return processOf(argumentsIn(given), folder, variablesIn(given));
}

interface JsonResult {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: Outcome['status'];
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

async function run(folder: string, given: readonly Given[]): Promise<Run> {
  const { output, exitCode } = await processOf(argumentsIn(given), folder, variablesIn(given));
  let result: JsonResult;
  try {
    result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as JsonResult;
  } catch {
    throw new Error(`The run gave no result:\n${output}`);
  }
  return {
    ...resultsOf(result, folder),
    in: (name) => resultsOf(result, folder, join(folder, name, '/')),
    output,
    exitCode,
  };
}

/** @param place - what the paths of the files begin with */
function resultsOf({ testResults }: JsonResult, folder: string, place = ''): Results {
  const files = testResults.filter(({ name }) => name.startsWith(place));
  const tests: Record<string, Outcome> = {};
  for (const { assertionResults } of files) {
    for (const { fullName, status, failureMessages } of assertionResults) {
      const messages = (failureMessages ?? []).map((text) => withoutStack(text, folder));
      tests[fullName] = { status, messages };
    }
  }
  // Jest's message of a file repeats those of its tests.
  const fileFailures = files
    .filter(({ assertionResults }) => assertionResults.every(({ status }) => status !== 'failed'))
    .map(({ message }) => withoutStack(message, folder))
    .filter((text) => text !== '');
  return { tests, fileFailures };
}

function argumentsIn(given: readonly Given[]): string[] {
  return given.filter((each) => typeof each === 'string');
}

function variablesIn(given: readonly Given[]): object {
  const all = given.filter((each) => typeof each !== 'string').map(({ env }) => env);
  return Object.assign({}, ...all) as object;
}

function processOf(
  args: readonly string[],
  cwd: string,
  variables: object,
): Promise<Pick<Run, 'output' | 'exitCode'>> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  // What this run's own Vitest set is not for the child's runner to see.
  for (const name of Object.keys(env))
    if (/^(VITEST|JEST|NODE_OPTIONS|NODE_ENV|TEST|DEV|PROD|SSR|MODE)/.test(name))
      Reflect.deleteProperty(env, name);
  // Runners that know they run in CI write no snapshots, and report in another way.
  for (const name of ['CI', 'GITHUB_ACTIONS']) Reflect.deleteProperty(env, name);
  Object.assign(env, { NODE_OPTIONS: `--require "${NO_WAY_OUT}"` }, variables);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd, env });
    let output = '';
    const add = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ output: stripVTControlCharacters(output), exitCode });
    });
  });
}

/** An error as a runner reports it, down to what it says. */
function withoutStack(text: string, folder: string): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .replaceAll(`${folder}/`, '')
    .trimEnd();
}
