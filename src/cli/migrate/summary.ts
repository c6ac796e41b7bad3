import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileReport, Remark } from './report.js';

/** What is told after the diffs. */
export function summaryOf(
  folder: string,
  reports: readonly FileReport[],
  { write, columns }: { readonly write: boolean; readonly columns: number },
): string {
  const changed = reports.filter(({ before, after }) => before !== after);
  const lines: string[] = [];
  if (changed.length > 0) {
    lines.push(`${write ? 'Changed' : 'To be changed'}: ${count(changed.length, 'file')}`);
    lines.push(...counted(reports.flatMap(({ changes }) => changes)));
  }
  const failed = reports.filter(({ failure }) => failure !== undefined);
  if (failed.length > 0) {
    lines.push('', `Left alone, for they cannot be read: ${count(failed.length, 'file')}`);
    for (const { path, failure } of failed) lines.push(...told(path, failure, columns));
  }
  const left = reports.reduce((sum, report) => sum + report.left.length, 0);
  if (left > 0) {
    lines.push('', `Left to you: ${count(left, 'place')}`);
    for (const { path, left: remarks } of reports) {
      for (const remark of remarks) lines.push(...told(path, remark, columns));
    }
  }
  if (lines.length === 0) return 'Nothing to do: no file names aws-sdk-client-mock or its kin.';
  const installs = changed.some(({ path }) => /(^|\/)package\.json$/.test(path));
  lines.push('', ...nextSteps(folder, write, installs));
  return lines.join('\n').trim();
}

function nextSteps(folder: string, write: boolean, installs: boolean): string[] {
  if (!write) return ['Nothing is written yet. Add --write to do it.'];
  return installs ? [`Now install, and run your tests: ${installerOf(folder)} install`] : [];
}

function installerOf(folder: string): string {
  const locks = { pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', bun: 'bun.lock' };
  for (const [name, lock] of Object.entries(locks)) if (existsSync(join(folder, lock))) return name;
  const parent = dirname(folder);
  if (parent === folder || existsSync(join(folder, '.git'))) return 'npm';
  return installerOf(parent);
}

function counted(changes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(change, (counts.get(change) ?? 0) + 1);
  return [...counts].map(([change, times]) => `  ${String(times).padStart(4)} × ${change}`);
}

/** `file:line`, which terminals make a link of, and the reason, wrapped. */
function told(path: string, remark: Remark | undefined, columns: number): string[] {
  if (remark === undefined) return [];
  const width = Math.max(columns - 4, 20);
  const lines = [''];
  for (const word of remark.text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return [`  ${path}:${remark.line}`, ...lines.map((line) => `    ${line}`)];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
