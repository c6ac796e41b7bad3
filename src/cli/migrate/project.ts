import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathFrom } from '../path-from.js';
import { filesBelow } from './find-files.js';
import { changeDependencies } from './facade/package-json.js';
import { renameInJson } from './facade/json-config.js';
import { migrateFile, mayMigrate, type Steps } from './migrate-file.js';
import { mayName, ORIGINALS } from './packages.js';
import type { FileReport } from './report.js';
import { isSetUp, obstacleOf, runnerOf } from './runner-of.js';

/**
 * Migrates files, and the package.json of those that were changed.
 *
 * @param folder - paths are shown from there
 * @param files - absolute
 * @param version - of this package, as it is to stand in a package.json
 * @returns only files that something is to be said of
 */
export function migrateProject(
  folder: string,
  files: readonly string[],
  version: string,
  steps: Steps = { idiomatic: false },
): FileReport[] {
  const reports = new Map<string, FileReport>();
  for (const file of files) {
    if (file.endsWith('.json')) continue;
    const before = readFileSync(file, 'utf8');
    if (!mayMigrate(before)) continue;
    const runner = runnerOf(file, before);
    const facts = steps.idiomatic
      ? { obstacle: obstacleOf(file, runner), isSetUp: isSetUp(file, runner) }
      : {};
    reports.set(file, migrateFile(pathFrom(folder, file), before, runner, { ...steps, ...facts }));
  }
  for (const file of manifestsFor(files, reports)) {
    reports.set(file, migrateJson(folder, file, version, reports));
  }
  return [...reports.values()].filter(
    ({ before, after, left, failure }) =>
      before !== after || left.length > 0 || failure !== undefined,
  );
}

/** JSON that was asked for, and the package.json that a changed file's packages stand in. */
function manifestsFor(
  files: readonly string[],
  reports: ReadonlyMap<string, FileReport>,
): Set<string> {
  const manifests = new Set(files.filter((file) => file.endsWith('.json')));
  for (const [file, { before, after }] of reports) {
    if (before === after) continue;
    const manifest = manifestAbove(dirname(file));
    if (manifest !== undefined) manifests.add(manifest);
  }
  return manifests;
}

/** The nearest package.json that names one of theirs, or this package already. */
function manifestAbove(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  if (
    existsSync(path) &&
    [...ORIGINALS, 'aws-sdk-stubber'].some((name) =>
      readFileSync(path, 'utf8').includes(`"${name}"`),
    )
  ) {
    return path;
  }
  const parent = dirname(folder);
  if (parent === folder || existsSync(join(folder, '.git'))) return undefined;
  return manifestAbove(parent);
}

function migrateJson(
  folder: string,
  file: string,
  version: string,
  reports: ReadonlyMap<string, FileReport>,
): FileReport {
  const path = pathFrom(folder, file);
  const before = readFileSync(file, 'utf8');
  const unchanged = { path, before, after: before, changes: [], left: [] };
  if (!mayName(before)) return unchanged;
  const renamed = renameInJson(before, runnerOf(file, ''));
  if (basename(file) !== 'package.json') {
    return { ...unchanged, after: renamed.text, changes: renamed.changes };
  }
  const texts = codeBelow(dirname(file), reports);
  const changed = changeDependencies(renamed.text, version, (name) => isNamedIn(texts, name));
  return {
    ...unchanged,
    after: changed.text,
    changes: [...renamed.changes, ...changed.changes],
    left: changed.left,
  };
}

/** The texts of all code below a folder, as it will be. */
function codeBelow(folder: string, reports: ReadonlyMap<string, FileReport>): string[] {
  return filesBelow(folder)
    .filter((file) => !file.endsWith('package.json'))
    .map((file) => reports.get(file)?.after ?? readFileSync(file, 'utf8'));
}

/** As a module, or in `/// <reference types="…" />`: not where a comment tells of it. */
function isNamedIn(texts: readonly string[], name: string): boolean {
  const bare = name.replace(/^@types\//, '');
  const named = new RegExp(`(?:\\b(?:from|import)|[(=])\\s*(['"])${bare}(?:/[^'"\\n]*)?\\1`);
  return texts.some((text) => text.includes(bare) && named.test(text));
}
