import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Runner } from './packages.js';

interface Manifest {
  readonly version?: string;
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly jest?: unknown;
}

/**
 * Which runner a test file is for: by what it says itself, else by the package around it.
 *
 * @param path - absolute
 */
export function runnerOf(path: string, text: string): Runner {
  if (/['"]vitest['"]|\bvi\.\w+\(/.test(text)) return 'vitest';
  if (/['"]@jest\/globals['"]|\bjest\.\w+\(/.test(text)) return 'jest';
  return runnerOfFolder(dirname(path));
}

function runnerOfFolder(folder: string): Runner {
  const own = runnerOfPackage(folder, manifestIn(folder) ?? {});
  if (own !== undefined) return own;
  const parent = dirname(folder);
  if (parent === folder || existsSync(join(folder, '.git'))) return undefined;
  return runnerOfFolder(parent);
}

function runnerOfPackage(folder: string, manifest: Manifest): Runner {
  const scripts = Object.values(manifest.scripts ?? {}).join('\n');
  const configs = readdirSync(folder).join('\n');
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  // What is run says more than what is configured, and that more than what is installed.
  const isFor = (runner: 'jest' | 'vitest') => [
    new RegExp(`\\b${runner}\\b`).test(scripts),
    new RegExp(`^${runner}\\.(config|workspace)\\.`, 'm').test(configs),
    (runner === 'jest' && manifest.jest !== undefined) || runner in installed,
  ];
  const jest = isFor('jest');
  const vitest = isFor('vitest');
  for (const [index, isJest] of jest.entries()) {
    const isVitest = vitest[index] === true;
    if (isJest !== isVitest) return isJest ? 'jest' : 'vitest';
  }
  return undefined;
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** The oldest that this package's setup entry works in. */
const OLDEST = { jest: [29, 7], vitest: [3, 2] } as const;

/**
 * Why a file's mocks cannot be stubs of this package, whatever they are used for.
 *
 * @param path - absolute
 */
export function obstacleOf(path: string, runner: Runner): string | undefined {
  if (runner === undefined)
    return 'stub() works in Vitest and Jest, and this file seems to be for neither';
  const version = versionOf(dirname(path), runner);
  const [major = 0, minor = 0] = (/\d+(\.\d+)?/.exec(version ?? '')?.[0] ?? '')
    .split('.')
    .map(Number);
  const [oldest, least] = OLDEST[runner];
  if (version === undefined || major > oldest || (major === oldest && minor >= least))
    return undefined;
  const name = runner === 'jest' ? 'Jest' : 'Vitest';
  return `stub() works in ${name} ${oldest}.${least} and later, and this is ${version}`;
}

/** The version that is installed, else the least that a package.json asks for. */
function versionOf(folder: string, runner: 'jest' | 'vitest'): string | undefined {
  const installed = manifestIn(join(folder, 'node_modules', runner));
  if (installed?.version !== undefined) return installed.version;
  const parent = dirname(folder);
  const above = parent === folder ? undefined : versionOf(parent, runner);
  if (above !== undefined) return above;
  const manifest = manifestIn(folder);
  const range = manifest?.devDependencies?.[runner] ?? manifest?.dependencies?.[runner];
  // `^29.5.0` may be any 29.
  return range === undefined || !/^[~v=]?\d+\.\d/.test(range)
    ? undefined
    : range.replace(/^[~v=]/, '');
}

/**
 * True where a config of the runner, or what it loads, names this package's setup entry: then no file needs to load it.
 *
 * @param path - absolute
 */
export function isSetUp(path: string, runner: Runner): boolean {
  return runner !== undefined && isSetUpIn(dirname(path), runner);
}

function isSetUpIn(folder: string, runner: 'jest' | 'vitest'): boolean {
  const configs = readdirSync(folder).filter((name) =>
    /^((vite|vitest|jest)\.config\.\w+|vitest\.workspace\.\w+|package\.json)$/.test(name),
  );
  const entry = new RegExp(`['"]aws-sdk-stubber/${runner}(-globals)?['"]`);
  const isNamed = configs.some((name) => entry.test(readFileSync(join(folder, name), 'utf8')));
  // The nearest config is the one that counts.
  if (isNamed || configs.some((name) => name.includes('config'))) return isNamed;
  const parent = dirname(folder);
  return parent !== folder && !existsSync(join(folder, '.git')) && isSetUpIn(parent, runner);
}
