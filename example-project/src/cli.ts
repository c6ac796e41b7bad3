import { parseArgs } from 'node:util';

import type { Arguments } from './arguments.js';
import { type Command, commands } from './commands.js';
import { errorText } from './error-text.js';
import { InputError } from './input-error.js';
import { withSettings } from './settings.js';
import { BuildFailedError } from './undo.js';

const SUCCESS = 0;
const FAILURE = 1;
const USAGE = 2;

interface Output {
  write(text: string): unknown;
}

/** Runs one command line, given without the program's own name; resolves to its exit code. */
export async function main(
  argv: readonly string[],
  { stdout, stderr }: { stdout: Output; stderr: Output },
): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || isHelp(name)) {
    (name ? stdout : stderr).write(overview());
    return name ? SUCCESS : USAGE;
  }
  const command = commands.get(name);
  if (command === undefined) {
    const names = [...commands.keys()].join(', ');
    stderr.write(`netkit: there is no command '${name}': write one of ${names}\n`);
    return USAGE;
  }
  if (args.some(isHelp)) {
    stdout.write(help(command));
    return SUCCESS;
  }
  try {
    await command.run(await withSettings(parse(command, args)), {
      print: (line) => stdout.write(`${line}\n`),
      onProgress: (line) => stderr.write(`${line}\n`),
    });
    return SUCCESS;
  } catch (error) {
    const isOurs = error instanceof InputError || error instanceof BuildFailedError;
    stderr.write(`netkit ${name}: ${isOurs ? error.message : errorText(error)}\n`);
    if (!(error instanceof InputError)) return FAILURE;
    stderr.write(`usage: ${command.usage}\n`);
    return USAGE;
  }
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function parse(command: Command, args: string[]): Arguments {
  const options = Object.keys(command.options).map((name) => [name, { type: 'string' }] as const);
  try {
    return parseArgs({ args, allowPositionals: true, options: Object.fromEntries(options) });
  } catch (error) {
    // Its second sentence is about arguments that start with a dash, which none of ours do.
    throw new InputError(errorText(error).replace(/^TypeError: |\.\s.*/gs, ''), { cause: error });
  }
}

function overview(): string {
  const rows = [...commands.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`);
  return `usage:\n${rows.join('')}  netkit <command> --help\n      says more about a command\n`;
}

function help({ usage, summary, options }: Command): string {
  const rows = Object.entries(options).map(([name, text]) => `  --${name} ${text}\n`);
  return `usage: ${usage}\n\n${summary}\n\n${rows.join('')}`;
}
