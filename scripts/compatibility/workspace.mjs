import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomesOf } from './outcomes.mjs';
import { writeSuite } from './suite.mjs';

const ROOT = join(import.meta.dirname, '../..');
const PEERS = join(ROOT, 'test/peers');
const LIMIT_MS = 180_000;

/** Copies of the projects in test/peers, with the library in each as a user would install it. */
export class Workspace {
  #place = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-peers-'));
  #installed = new Set();
  #tarball = '';

  /** Packs what was built last. */
  constructor() {
    if (!existsSync(join(ROOT, 'dist/index.js'))) this.#run('npm', ['run', 'build'], ROOT);
    this.#run('npm', ['pack', '--silent', '--pack-destination', this.#place], ROOT);
    const [tarball] = readdirSync(this.#place);
    this.#tarball = join(this.#place, tarball);
    cpSync(join(PEERS, 'notifier'), join(this.#place, 'notifier'), { recursive: true });
    this.#copy('tools');
    this.#npmCi('tools');
  }

  close() {
    rmSync(this.#place, { recursive: true, force: true });
  }

  /** The Node of a major version, or undefined where this machine cannot have it. */
  nodeOf(major) {
    if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
    const node = join(this.#place, `tools/node_modules/node-${major}/bin/node`);
    const canRun = process.platform === 'linux' && process.arch === 'x64';
    return canRun && existsSync(node) ? node : undefined;
  }

  /** Installs a project from its lock file, and the library with its package manager. */
  install({ folder, layout }) {
    if (this.#installed.has(folder)) return;
    const home = this.#copy(folder);
    if (layout === 'pnpm') {
      this.#tool('pnpm/bin/pnpm.cjs', ['install', '--frozen-lockfile', '--ignore-scripts'], home);
      this.#tool('pnpm/bin/pnpm.cjs', ['add', `file:${this.#tarball}`, '--ignore-scripts'], home);
    } else if (layout === 'Yarn PnP') {
      this.#tool(YARN, ['install', '--immutable', '--mode=skip-build'], home);
      this.#tool(YARN, ['add', `aws-sdk-stubber@file:${this.#tarball}`, '--mode=skip-build'], home);
    } else {
      this.#npmCi(folder);
      // As npm unpacks it; npm itself would look at all other packages again.
      const library = join(home, 'node_modules/aws-sdk-stubber');
      mkdirSync(library);
      this.#run('tar', ['-xzf', this.#tarball, '-C', library, '--strip-components=1'], home);
      // As npm nests packages of other versions. (`npm ci` does not keep to an override that asks for it.)
      for (const name of ['@smithy/core', '@aws-sdk/client-sns']) {
        const copy = join(home, 'node_modules/notifier/node_modules', name);
        cpSync(join(home, 'node_modules', name), copy, { recursive: true });
      }
    }
    this.#installed.add(folder);
  }

  /** Runs the suite in one set-up. */
  run(peer, cell, node) {
    const home = join(this.#place, peer.folder);
    const place = join(home, `run-${peer.runner}`, cell.name.replaceAll(/\W+/g, '-'));
    rmSync(place, { recursive: true, force: true });
    const config = writeSuite(place, peer, cell);
    const report = join(place, 'result.json');
    const flags = ['--json', '--outputFile', report, '--config', config];
    const args =
      peer.runner === 'vitest'
        ? ['run', '--root', place, '--reporter=json', `--outputFile=${report}`, '--config', config]
        : ['--rootDir', place, ...flags];
    const [command, env] = this.#runner(peer, home);
    const { signal, stdout, stderr } = spawnSync(node, [...command, ...args], {
      cwd: home,
      encoding: 'utf8',
      timeout: LIMIT_MS,
      env: { ...process.env, ...env },
    });
    const printed = signal === null ? `${stdout}\n${stderr}` : `It was ended by ${signal}.`;
    return outcomesOf(report, printed.slice(-3000));
  }

  versionOf({ folder, layout, runner }) {
    const home = join(this.#place, folder);
    if (layout === 'Yarn PnP')
      return JSON.parse(readFileSync(join(home, 'package.json'))).dependencies[runner];
    return JSON.parse(readFileSync(join(home, 'node_modules', runner, 'package.json'))).version;
  }

  /** What Node is to run, and in which environment. */
  #runner({ runner, layout }, home) {
    const quiet = {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      // A snapshot or a colour more would make the report of CI another than that of a terminal.
      CI: undefined,
      GITHUB_ACTIONS: undefined,
    };
    const esm =
      runner === 'jest' ? { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' } : {};
    if (layout === 'Yarn PnP') {
      return [
        [join(this.#place, 'tools/node_modules', YARN), 'run', runner],
        { ...quiet, ...esm, ...this.#registry() },
      ];
    }
    const file = runner === 'vitest' ? 'vitest/vitest.mjs' : 'jest/bin/jest.js';
    return [[join(home, 'node_modules', file)], { ...quiet, ...esm }];
  }

  #copy(folder) {
    const home = join(this.#place, folder);
    const isOfProject = (source) => !/[\\/](node_modules|run)$/.test(source);
    cpSync(join(PEERS, folder), home, { recursive: true, filter: isOfProject });
    return home;
  }

  #npmCi(folder) {
    const flags = [
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
    ];
    this.#run('npm', ['ci', ...flags], join(this.#place, folder));
  }

  #tool(file, args, home) {
    const path = join(this.#place, 'tools/node_modules', file);
    this.#run(process.execPath, [path, ...args], home, this.#registry());
  }

  /** Yarn does not read npm's configuration. */
  #registry() {
    const registry = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
    }).trim();
    return {
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_UNSAFE_HTTP_WHITELIST: registry.replace(/^\w+:\/\/([^:/]+).*$/, '$1'),
      YARN_ENABLE_TELEMETRY: 'false',
    };
  }

  #run(command, args, cwd, env = {}) {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CI: undefined, ...env },
    });
    if (status === 0) return;
    throw new Error(
      `${[command, ...args].join(' ')} failed in ${cwd}:\n${error?.message ?? `${stdout}\n${stderr}`.slice(-3000)}`,
    );
  }
}

const YARN = '@yarnpkg/cli-dist/bin/yarn.js';
