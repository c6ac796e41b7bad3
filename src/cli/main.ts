import { nearest } from '../model/nearest.js';
import { EXIT, WrongArgumentsError, type CommandEntry, type Terminal } from './command.js';

/**
 * Runs the command that the arguments name.
 *
 * @param args - the arguments of the process, without Node and the file
 * @param version - of this package
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  commands: Readonly<Record<string, CommandEntry>>,
  version: string,
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    terminal.print(version);
    return EXIT.done;
  }
  if (name === undefined) {
    terminal.complain(generalHelp(commands));
    return EXIT.wrongArguments;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest[0] === undefined)) {
    terminal.print(generalHelp(commands));
    return EXIT.done;
  }
  // `help migrate` is `migrate --help`, as with npm and git.
  if (name === 'help') return main([...rest, '--help'], commands, version, terminal);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    terminal.complain(unknown(name, Object.keys(commands)));
    return EXIT.wrongArguments;
  }
  const command = await entry.load();
  if (asksForHelp(rest)) {
    terminal.print(command.help);
    return EXIT.done;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isAboutArguments(error)) throw error;
    terminal.complain(
      `aws-sdk-stubber ${name}: ${error.message}\nWhat it takes: npx aws-sdk-stubber ${name} --help`,
    );
    return EXIT.wrongArguments;
  }
}

/** Anywhere before `--`: what is wrong beside it does not matter then. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function generalHelp(commands: Readonly<Record<string, CommandEntry>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length), 0);
  const list = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `Usage: npx aws-sdk-stubber <command> [options]

Commands:
${list.join('\n')}

Options:
  -h, --help     this text; after a command, what that takes
  -v, --version  the version of aws-sdk-stubber

Exit codes:
  ${EXIT.done}  done, or nothing to do
  ${EXIT.leftOver}  something is left to you, or a file failed
  ${EXIT.wrongArguments}  wrong arguments: nothing was done`;
}

function unknown(name: string, names: readonly string[]): string {
  const what = name.startsWith('-') ? `option '${name}'` : `command '${name}'`;
  const [meant] = nearest(name, names, 1);
  const advice = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  return `aws-sdk-stubber has no ${what}.${advice}\nWhat there is: npx aws-sdk-stubber --help`;
}

function isAboutArguments(error: unknown): error is Error {
  if (error instanceof WrongArgumentsError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}
