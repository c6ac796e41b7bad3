import MagicString from 'magic-string';
import { renameModules } from './facade/module-names.js';
import { mayName, type Runner } from './packages.js';
import type { FileReport, Remark } from './report.js';
import { readSyntax } from './syntax.js';

/**
 * Migrates a file of code; it is not read where it cannot be meant, and not changed where it would not parse any more.
 *
 * @param path - as it is shown
 */
export function migrateFile(path: string, before: string, runner: Runner): FileReport {
  const unchanged = { path, before, after: before, changes: [], left: [] };
  if (!mayName(before)) return unchanged;
  try {
    const { after, changes, left } = toFacade(path, before, runner);
    return { path, before, after, changes, left };
  } catch (error) {
    return { ...unchanged, failure: { line: lineOfError(error), text: messageOf(error) } };
  }
}

function toFacade(
  path: string,
  before: string,
  runner: Runner,
): Omit<FileReport, 'path' | 'before'> {
  const syntax = readSyntax(path, before);
  const edits = new MagicString(before);
  const { changes, left } = renameModules(syntax, edits, runner);
  return { after: parsed(path, edits.toString()), changes, left: inOrder(left) };
}

/** @throws Error where the text is no file of this kind any more */
function parsed(path: string, text: string): string {
  try {
    readSyntax(path, text);
  } catch (error) {
    throw new Error(`would not parse afterwards (${messageOf(error)}); please report this.`, {
      cause: error,
    });
  }
  return text;
}

function inOrder(remarks: readonly Remark[]): Remark[] {
  return [...remarks].sort((a, b) => a.line - b.line);
}

function lineOfError(error: unknown): number {
  const { loc } = error as { loc?: { line?: number } };
  return loc?.line ?? 1;
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\(\d+:\d+\)$/, '');
}
