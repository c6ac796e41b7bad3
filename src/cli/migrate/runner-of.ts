import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Runner } from './packages.js';

interface Manifest {
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
  const manifest = manifestIn(folder);
  const own = manifest === undefined ? undefined : runnerOfPackage(folder, manifest);
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
