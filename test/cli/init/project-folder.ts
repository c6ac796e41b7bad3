import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { init } from '../../../src/cli/init/index.js';
import { recordingTerminal } from '../recording-terminal.js';

/** What `init` left in a folder. */
export interface Inited {
  readonly code: number;
  readonly printed: string;
  /** All files of the folder by their paths, as they are now. */
  readonly files: Readonly<Record<string, string>>;
  /** Runs it again. */
  again(...args: string[]): Promise<Inited>;
}

const ROOT = 'package.json';

/** Runs `init` in a folder of its own with these files; a package.json that lists Vitest is there where none is given. */
export async function initIn(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Inited> {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const all = { [ROOT]: manifest({ vitest: '*' }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return runIn(folder, args);
}

/** A package.json that lists this package, and others. */
export function manifest(devDependencies: object, more: object = {}): string {
  const own = { 'aws-sdk-stubber': '*' };
  return `${JSON.stringify({ ...more, devDependencies: { ...own, ...devDependencies } }, undefined, 2)}\n`;
}

async function runIn(folder: string, args: string[]): Promise<Inited> {
  const terminal = recordingTerminal(folder);
  const code = await init.run(args, terminal);
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
  const printed = terminal.printed() + terminal.complained();
  return { code, printed, files, again: (...others) => runIn(folder, others) };
}
