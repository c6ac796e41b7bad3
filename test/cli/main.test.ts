import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { WrongArgumentsError, type Command, type CommandEntry } from '../../src/cli/command.js';
import { main } from '../../src/cli/main.js';
import { recordingTerminal } from './recording-terminal.js';

const paint: Command = {
  help: 'Usage: npx aws-sdk-stubber paint [options]',
  run: (args, terminal) => {
    const { values } = parseArgs({ args, options: { colour: { type: 'string' } } });
    if (values.colour === 'plaid') throw new WrongArgumentsError('plaid is no colour.');
    terminal.print(`painted ${String(values.colour)}`);
    return Promise.resolve(0);
  },
};
const commands: Record<string, CommandEntry> = {
  paint: { summary: 'paints everything', load: () => Promise.resolve(paint) },
};

async function run(...args: string[]) {
  const terminal = recordingTerminal('/project');
  const code = await main(args, commands, '1.2.3', terminal);
  return { code, printed: terminal.printed(), complained: terminal.complained() };
}

const HELP = `Usage: npx aws-sdk-stubber <command> [options]

Commands:
  paint  paints everything

Options:
  -h, --help     this text; after a command, what that takes
  -v, --version  the version of aws-sdk-stubber

Exit codes:
  0  done, or nothing to do
  1  something is left to you, or a file failed
  2  wrong arguments: nothing was done
`;

test.each([[['--help']], [['-h']], [['help']]])('%j lists the commands', async (args) => {
  expect(await run(...args)).toEqual({ code: 0, printed: HELP, complained: '' });
});

test('no command at all is a mistake, and the help says what there is', async () => {
  expect(await run()).toEqual({ code: 2, printed: '', complained: HELP });
});

test.each([[['--version']], [['-v']]])('%j prints the version', async (args) => {
  expect(await run(...args)).toEqual({ code: 0, printed: '1.2.3\n', complained: '' });
});

test.each([[['paint', '--help']], [['paint', '--wrong', '-h']], [['help', 'paint']]])(
  '%j prints what the command takes, and does nothing',
  async (args) => {
    expect(await run(...args)).toEqual({ code: 0, printed: `${paint.help}\n`, complained: '' });
  },
);

test('a command gets what stands after its name', async () => {
  expect(await run('paint', '--colour', 'red')).toMatchObject({
    code: 0,
    printed: 'painted red\n',
  });
});

test('a command that there is not names the nearest', async () => {
  expect(await run('piant')).toEqual({
    code: 2,
    printed: '',
    complained:
      "aws-sdk-stubber has no command 'piant'. Did you mean 'paint'?\n" +
      'What there is: npx aws-sdk-stubber --help\n',
  });
  expect((await run('--paint-it-black')).complained).toBe(
    "aws-sdk-stubber has no option '--paint-it-black'.\nWhat there is: npx aws-sdk-stubber --help\n",
  );
  expect((await run('constructor')).code).toBe(2);
});

test('wrong arguments of a command say where to look', async () => {
  expect(await run('paint', '--colour', 'plaid')).toEqual({
    code: 2,
    printed: '',
    complained:
      'aws-sdk-stubber paint: plaid is no colour.\nWhat it takes: npx aws-sdk-stubber paint --help\n',
  });
  const { code, complained } = await run('paint', '--size', '3');
  expect(code).toBe(2);
  expect(complained).toContain("Unknown option '--size'");
});
