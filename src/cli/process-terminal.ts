import type { Terminal } from './command.js';

/** As wide as a terminal is taken for that does not say it: a pipe, a file, CI's log. */
const COLUMNS = 80;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    folder: process.cwd(),
    columns: stdout.columns > 0 ? stdout.columns : COLUMNS,
    // https://no-color.org and Node's own https://nodejs.org/api/cli.html#force_color1-2-3
    colours: stdout.isTTY
      ? !env['NO_COLOR']
      : Boolean(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0',
    print: (text) => {
      stdout.write(`${text}\n`);
    },
    complain: (text) => {
      stderr.write(`${text}\n`);
    },
  };
}
