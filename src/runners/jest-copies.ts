import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import process from 'node:process';
import { cacheFolder } from '../loading/index.js';
import { isJestWorker } from './jest-worker.js';

/**
 * The packages that have held the SDK's `Client` class or its waiters, and the file in them that
 * does: today's, that of 2023 to 2025, and that of the first years; and those that ask the machine for credentials.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  '@smithy/core': 'dist-cjs/submodules/client/index.js',
  '@smithy/smithy-client': 'dist-cjs/index.js',
  '@smithy/util-waiter': 'dist-cjs/index.js',
  '@aws-sdk/smithy-client': 'dist-cjs/index.js',
  '@aws-sdk/util-waiter': 'dist-cjs/index.js',
  '@aws-sdk/credential-provider-http': 'dist-cjs/index.js',
  '@smithy/credential-provider-imds': 'dist-cjs/index.js',
  '@aws-sdk/credential-provider-imds': 'dist-cjs/index.js',
  '@aws-sdk/ec2-metadata-service': 'dist-cjs/index.js',
};

/**
 * The files of every copy of the SDK's base packages that code in these folders can load.
 *
 * The search walks all of `node_modules`, so it is done once a run: its result is kept beside the
 * packages for the other test files and workers of the run.
 *
 * @param folders - the test file's own, and the project's root: in a monorepo they see other packages
 */
export function copiesFor(folders: readonly string[]): string[] {
  const roots = [...new Set(folders.flatMap(modulesFolders))];
  const plugAndPlay = folders.map(plugAndPlayOf).find((api) => api !== undefined);
  const run = runId(roots, plugAndPlay);
  const place = cachePlace(folders);
  const kept = readKept(place);
  if (kept?.run === run) return kept.copies;
  const copies = [...new Set([...search(roots), ...copiesIn(plugAndPlay)])].sort();
  keep(place, { run, copies });
  return copies;
}

interface Kept {
  readonly run: string;
  readonly copies: string[];
}

/** The `node_modules` that a file in this folder resolves packages from, nearest first. */
function modulesFolders(folder: string): string[] {
  const parent = dirname(folder);
  const above = parent === folder ? [] : modulesFolders(parent);
  const here = join(folder, 'node_modules');
  return statOf(here) === undefined ? above : [here, ...above];
}

function search(roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (modules: string): void => {
    const real = realPath(modules);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    for (const name of packageNames(real)) {
      const file = PACKAGES[name];
      const folder = join(real, name);
      const copy = file === undefined ? undefined : realPath(join(folder, file));
      if (copy !== undefined) found.add(copy);
      visit(join(realPath(folder) ?? folder, 'node_modules'));
    }
    // pnpm keeps the packages themselves here, each with a node_modules of its own.
    for (const stored of namesIn(join(real, '.pnpm'))) {
      if (/^@(smithy|aws-sdk)\+/.test(stored)) visit(join(real, '.pnpm', stored, 'node_modules'));
    }
  };
  roots.forEach(visit);
  return [...found];
}

/** What Yarn's Plug'n'Play tells of packages: it has no `node_modules`. Source: https://yarnpkg.com/advanced/pnpapi */
interface PlugAndPlay {
  resolveToUnqualified(request: 'pnpapi', issuer: string): string | null;
  getAllLocators(): readonly { readonly name: string | null }[];
  getPackageInformation(locator: object): { readonly packageLocation: string } | null;
}

function plugAndPlayOf(folder: string): PlugAndPlay | undefined {
  if (process.versions['pnp'] === undefined) return undefined;
  // Yarn puts it on Node's own module, which is not the one that Jest lets tests import.
  const { findPnpApi } = process.getBuiltinModule('node:module') as unknown as {
    findPnpApi?: (path: string) => PlugAndPlay | null;
  };
  return findPnpApi?.(`${folder}/`) ?? undefined;
}

function copiesIn(plugAndPlay: PlugAndPlay | undefined): string[] {
  if (plugAndPlay === undefined) return [];
  return plugAndPlay.getAllLocators().flatMap((locator) => {
    const file = PACKAGES[locator.name ?? ''];
    if (file === undefined) return [];
    const { packageLocation } = plugAndPlay.getPackageInformation(locator) ?? {};
    const copy = packageLocation && realPath(join(packageLocation, file));
    return copy === undefined || copy === '' ? [] : [copy];
  });
}

function packageNames(modules: string): string[] {
  return namesIn(modules).flatMap((name) => {
    if (name.startsWith('.')) return [];
    if (!name.startsWith('@')) return [name];
    return namesIn(join(modules, name)).map((inside) => `${name}/${inside}`);
  });
}

/**
 * The same for all test files of a run: the process that started the workers, and when packages
 * were last installed (watch mode lives through installations).
 */
function runId(roots: readonly string[], plugAndPlay: PlugAndPlay | undefined): string {
  const packages = plugAndPlay?.resolveToUnqualified('pnpapi', `${process.cwd()}/`) ?? '';
  const installed = roots.flatMap((root) =>
    ['.package-lock.json', '.modules.yaml', '.yarn-integrity', '.yarn-state.yml'].map(
      (name) => statOf(join(root, name))?.mtimeMs ?? 0,
    ),
  );
  const starter = isJestWorker() && isMainThread ? process.ppid : process.pid;
  return [starter, ...installed, packages, statOf(packages)?.mtimeMs ?? 0, ...roots].join(' ');
}

function cachePlace([nearest = process.cwd()]: readonly string[]): string | undefined {
  const folder = cacheFolder(nearest);
  return folder && join(folder, 'copies.json');
}

function readKept(place: string | undefined): Kept | undefined {
  if (place === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept (a read-only disk), each test file searches for itself. */
function keep(place: string | undefined, kept: Kept): void {
  if (place === undefined) return;
  try {
    mkdirSync(dirname(place), { recursive: true });
    // Workers write at the same time: each its own file, put in place at once.
    const own = `${place}.${String(process.pid)}`;
    writeFileSync(own, JSON.stringify(kept));
    renameSync(own, place);
  } catch {
    return;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string): { mtimeMs: number } | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
