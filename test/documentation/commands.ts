import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { blocksOf, ROOT, type Block } from './blocks.js';
import { titleOf } from './page-files.js';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** The commands of `npx aws-sdk-stubber`, and what they take. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  init: ['--dry-run'],
  migrate: ['--write', '--idiomatic'],
};
/** What stands at the beginning of a line of a shell block, and is no concern of ours. */
const OTHERS = /^(?:npx (?:vitest|jest|tsc|vite|esbuild)\b|node |git |rm |cd )/;

/** What is wrong with a page's blocks of JSON and of shell commands. */
export function problemsOf(page: string): string[] {
  return blocksOf(page).flatMap((block) => {
    if (block.words.includes('not-run')) return [];
    if (block.language === 'json') return inJson(block);
    return block.language === 'sh' ? inCommands(block) : [];
  });
}

function inJson(block: Block): string[] {
  const { error } = ts.parseConfigFileTextToJson('block.json', block.code);
  return error === undefined
    ? []
    : [`${titleOf(block)}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`];
}

function inCommands(block: Block): string[] {
  const commands = block.code
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*/, '').split('&&'));
  return commands
    .map((command) => command.trim())
    .filter((command) => command !== '' && !isKnown(command))
    .map((command) => `${titleOf(block)}: there is no ${command}`);
}

function isKnown(command: string): boolean {
  const script = /^npm run ([\w:-]+)(?: --(?: .*)?)?$/.exec(command)?.[1];
  if (script !== undefined) return script in scripts;
  if (/^npm (?:ci|test)$/.test(command)) return true;
  if (/^npm (?:install|i) --save-dev [\w@/ .-]+$/.test(command)) return true;
  const [, ours, rest = ''] = /^npx aws-sdk-stubber (\w+)(.*)$/.exec(command) ?? [];
  if (ours !== undefined) {
    const flags = rest.split(' ').filter((word) => word.startsWith('-'));
    return (
      flags.every((flag) => COMMANDS[ours]?.includes(flag)) &&
      existsSync(join(ROOT, 'src/cli', ours))
    );
  }
  return OTHERS.test(command);
}
