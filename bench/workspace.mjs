import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Buffer } from 'node:buffer';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './usage-error.mjs';

const BENCH = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(BENCH);
const TESTS = join(BENCH, 'tests');

/**
 * A project as a user has one, in a temporary folder: this package as it is built now, installed
 * beside the packages of the repository, and the tests that measure.
 *
 * A copy of `dist`, because runners treat what lies in `node_modules` otherwise than a repository's
 * own code, and because somebody may build meanwhile.
 */
export class Workspace {
  #folder = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-bench-'));
  #files = join(this.#folder, 'files');
  #figures = join(this.#folder, 'figures.jsonl');

  constructor() {
    process.once('exit', () => {
      rmSync(this.#folder, { recursive: true, force: true });
    });
    process.once('SIGINT', () => process.exit(130));
    cpSync(TESTS, this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'package.json'), '{ "type": "module" }');
    this.#install();
  }

  /**
   * Runs test files in Vitest, one at a time, each in a process of its own.
   *
   * @param {Readonly<Record<string, string>>} files - by name, `01.ours.test.mjs`; run in that order
   * @returns {Promise<{ row: string, side: string, value: number }[]>} what they recorded
   */
  vitest(files) {
    return this.#run(files, ['vitest/vitest.mjs', 'run']);
  }

  /**
   * Runs test files in Jest, one after the other in one process, as its workers do.
   *
   * @param {Readonly<Record<string, string>>} files - by name, `01.test.cjs`
   * @param {readonly string[]} setupFiles - for `setupFilesAfterEnv`
   */
  jest(files, setupFiles) {
    const config = {
      rootDir: this.#folder,
      testMatch: ['**/files/*.test.cjs'],
      moduleFileExtensions: ['js', 'cjs', 'mjs', 'json'],
      transform: {},
      setupFilesAfterEnv: setupFiles,
      cacheDirectory: join(this.#folder, 'jest-cache'),
      watchman: false,
    };
    const args = ['--runInBand', '--config', JSON.stringify(config)];
    return this.#run(files, ['jest/bin/jest.js', ...args]);
  }

  #install() {
    const modules = join(this.#folder, 'node_modules');
    const own = join(modules, 'aws-sdk-stubber');
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (name.startsWith('.') || name === 'aws-sdk-stubber') continue;
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
    }
    if (!existsSync(join(ROOT, 'dist', 'vitest.js'))) {
      throw new UsageError('There is nothing in dist to measure; run `npm run build` first.');
    }
    cpSync(join(ROOT, 'dist'), join(own, 'dist'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(own, 'package.json'));
    cpSync(join(TESTS, 'native-import'), join(modules, 'native-import'), { recursive: true });
  }

  async #run(files, [script, ...args]) {
    rmSync(this.#files, { recursive: true, force: true });
    mkdirSync(this.#files);
    for (const [name, code] of Object.entries(files)) writeFileSync(join(this.#files, name), code);
    writeFileSync(this.#figures, '');
    await this.#node([join(ROOT, 'node_modules', script), ...args]);
    const lines = readFileSync(this.#figures, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  #node(args) {
    const env = {
      ...process.env,
      BENCH_FIGURES: this.#figures,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    };
    const child = spawn(process.execPath, args, { cwd: this.#folder, env });
    const said = [];
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`A measured run failed.\n${Buffer.concat(said).toString()}`));
      });
    });
  }
}
