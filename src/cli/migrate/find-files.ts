import ignore, { type Ignore } from 'ignore';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { WrongArgumentsError } from '../command.js';
import { pathFrom } from '../path-from.js';

const CODE = /\.[cm]?[jt]sx?$/;
const NEVER = new Set(['node_modules', 'dist', '.git', '.hg', '.svn', '.yarn', 'coverage']);

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The files that are meant: code, and JSON that may configure its tests.
 *
 * @param paths - files, folders and globs; the folder itself where there are none
 * @throws WrongArgumentsError for a path that there is not
 */
export function findFiles(folder: string, paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(folder, path);
    if (existsSync(absolute)) {
      if (statSync(absolute).isFile()) found.add(absolute);
      else for (const file of filesBelow(absolute)) found.add(file);
      continue;
    }
    if (!picomatch.scan(path).isGlob) {
      throw new WrongArgumentsError(`there is no file or folder ${path} in ${folder}.`);
    }
    const { base } = picomatch.scan(path);
    const start = resolve(folder, base);
    if (!existsSync(start)) continue;
    const matches = picomatch(path.replace(/^\.\//, ''), { dot: true });
    for (const file of filesBelow(start)) {
      if (matches(pathFrom(folder, file))) found.add(file);
    }
  }
  return [...found].sort();
}

/** All files below a folder but for those that are made, installed, or ignored by Git. */
export function filesBelow(folder: string): string[] {
  const above = ignoreFilesAbove(folder);
  // A folder that is asked for is meant, also where Git ignores it.
  return [...below(folder, isIgnored(`${folder}/`, above) ? [] : above)];
}

function* below(folder: string, ignored: readonly IgnoreFile[]): Generator<string> {
  const own = ignoreFileOf(folder);
  const all = own === undefined ? ignored : [...ignored, own];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name) && !isIgnored(`${path}/`, all)) yield* below(path, all);
    } else if (entry.isFile() && isOfInterest(entry.name) && !isIgnored(path, all)) {
      yield path;
    }
  }
}

function isOfInterest(name: string): boolean {
  if (CODE.test(name)) return !/\.min\.js$/.test(name);
  return /^(package|[tj]sconfig.*|jest\.config|\.swcrc|\.babelrc)(\.json)?$/.test(name);
}

/** Git looks at the rules nearest to a file last, and those may take others back. */
function isIgnored(path: string, ignored: readonly IgnoreFile[]): boolean {
  let result = false;
  for (const { folder, rules } of ignored) {
    const { ignored: no, unignored: yes } = rules.test(
      pathFrom(folder, path) + (path.endsWith('/') ? '/' : ''),
    );
    if (no) result = true;
    if (yes) result = false;
  }
  return result;
}

function ignoreFileOf(folder: string): IgnoreFile | undefined {
  const path = join(folder, '.gitignore');
  if (!existsSync(path)) return undefined;
  return { folder, rules: ignore().add(readFileSync(path, 'utf8')) };
}

/** Those of the folders around it, up to the repository's own. */
function ignoreFilesAbove(folder: string): IgnoreFile[] {
  if (existsSync(join(folder, '.git'))) return [];
  const parent = dirname(folder);
  if (parent === folder) return [];
  const own = ignoreFileOf(parent);
  const above = ignoreFilesAbove(parent);
  return own === undefined ? above : [...above, own];
}
