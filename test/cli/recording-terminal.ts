import type { Terminal } from '../../src/cli/command.js';

/** A terminal that keeps what is written to it. */
export function recordingTerminal(folder: string, columns = 80) {
  const printed: string[] = [];
  const complained: string[] = [];
  return {
    folder,
    columns,
    colours: false,
    print: (text: string) => void printed.push(`${text}\n`),
    complain: (text: string) => void complained.push(`${text}\n`),
    printed: () => printed.join(''),
    complained: () => complained.join(''),
  } satisfies Terminal & Record<string, unknown>;
}
