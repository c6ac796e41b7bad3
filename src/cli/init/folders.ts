import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { pathFrom } from '../path-from.js';

/**
 * The files and folders that paths and globs of `projects` mean, without what one with `!` takes out.
 *
 * @param folder - that they are read from
 */
export function matchesOf(folder: string, patterns: readonly string[]): string[] {
  const isOut = picomatch(
    patterns.flatMap((each) => (each.startsWith('!') ? [plain(each.slice(1))] : [])),
  );
  const found = patterns
    .filter((each) => !each.startsWith('!'))
    .flatMap((each) => matchesOfOne(folder, plain(each)));
  return [...new Set(found)].filter((path) => {
    const name = pathFrom(folder, path);
    return name === '' || !isOut(name);
  });
}

function plain(pattern: string): string {
  return pattern
    .replace(/^<rootDir>\/?/, '')
    .replace(/^\.\//, '')
    .replace(/\/$/, '');
}

function matchesOfOne(folder: string, pattern: string): string[] {
  if (!picomatch.scan(pattern).isGlob) {
    const path = resolve(folder, pattern);
    return existsSync(path) ? [path] : [];
  }
  const matches = picomatch(pattern);
  const start = resolve(folder, picomatch.scan(pattern).base);
  return [...below(start)].filter((path) => matches(pathFrom(folder, path)));
}

function* below(folder: string): Generator<string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (/^(node_modules|\.git|dist)$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    yield path;
    if (entry.isDirectory()) yield* below(path);
  }
}
