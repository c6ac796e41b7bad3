import MagicString from 'magic-string';
import { renameModules } from './facade/module-names.js';
import { toIdiomatic } from './idiomatic/index.js';
import { FACADE, mayName, type Runner } from './packages.js';
import type { FileReport, Remark } from './report.js';
import { readSyntax } from './syntax.js';

/** How far a file goes. */
export interface Steps {
  /** Mocks become stubs of this package, where that means the same. */
  readonly idiomatic: boolean;
  /** Why they may not, in this file. */
  readonly obstacle?: string | undefined;
  /** The runner's config names the setup entry: the file need not. */
  readonly isSetUp?: boolean;
}

/**
 * Migrates a file of code; it is not read where it cannot be meant, and not changed where it would not parse any more.
 *
 * @param path - as it is shown
 */
export function migrateFile(
  path: string,
  before: string,
  runner: Runner,
  { idiomatic, obstacle, isSetUp = false }: Steps = { idiomatic: false },
): FileReport {
  const unchanged = { path, before, after: before, changes: [], left: [] };
  if (!mayMigrate(before)) return unchanged;
  try {
    const facade = toFacade(path, before, runner);
    if (!idiomatic || !/\bmockClient(Instance)?\b/.test(before)) return { path, before, ...facade };
    const { after, changes, left } = toIdiomatic(
      path,
      facade.after,
      isSetUp ? undefined : setupOf(before, runner),
      obstacle,
    );
    return {
      path,
      before,
      after: parsed(path, after),
      changes: [...facade.changes, ...changes],
      left: inOrder([...facade.left.filter(({ untilGone }) => isNamed(after, untilGone)), ...left]),
    };
  } catch (error) {
    return { ...unchanged, failure: { line: lineOfError(error), text: messageOf(error) } };
  }
}

/** True where a text names theirs, or what took its place: then it is worth to be read. */
export function mayMigrate(text: string): boolean {
  return mayName(text) || text.includes(FACADE);
}

/** The setup entry of a file's runner. */
function setupOf(text: string, runner: Runner): string {
  if (runner === 'vitest') return 'aws-sdk-stubber/vitest';
  return /['"]@jest\/globals['"]/.test(text)
    ? 'aws-sdk-stubber/jest-globals'
    : 'aws-sdk-stubber/jest';
}

function toFacade(
  path: string,
  before: string,
  runner: Runner,
): Pick<FileReport, 'after' | 'changes' | 'left'> {
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

/** False for a module that the file named, and does not any more. */
function isNamed(text: string, module: string | undefined): boolean {
  return module === undefined || new RegExp(`['"]${module}['"]`).test(text);
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
