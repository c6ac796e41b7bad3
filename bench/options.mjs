import { parseArgs } from 'node:util';
import { sections } from './sections/index.mjs';
import { UsageError } from './usage-error.mjs';

const names = Object.keys(sections);

const OPTIONS = `[--only ${names.join(',')}] [--quick] [--json]`;

export const HELP = `Usage: npm run bench -- ${OPTIONS}

Measures aws-sdk-stubber, as it is built in dist/, against aws-sdk-client-mock: both in real
Vitest and Jest runs, a process of its own for each side, sides taking turns, on this machine.

${names.map((name) => `  ${name.padEnd(8)} ${sections[name].about}`).join('\n')}

Options:
  --only  measures these sections only: --only call,load
  --quick takes fewer rounds; good for a look, not for a comparison
  --json  prints the ratios as one JSON object on the last line
  --help  shows this text

Being over a target is said, and does not fail the run. bench/README.md says how everything is
measured, and how to read it.`;

/**
 * @param {readonly string[]} args - what follows \`npm run bench --\`
 * @returns {{ only: string[], quick: boolean, json: boolean, help: boolean }}
 * @throws {UsageError} for an option or a section that there is not
 */
export function parseOptions(args) {
  const { only, ...flags } = parse(args);
  return { ...flags, only: only === undefined ? names : sectionsOf(only) };
}

function parse(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error.message.split('. ')[0]}. Write: npm run bench -- ${OPTIONS}`, {
      cause: error,
    });
  }
}

function sectionsOf(list) {
  const asked = list.split(',').map((name) => name.trim());
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `There is no section '${unknown.join("', '")}' to measure. Write one or more of --only ${names.join(',')}`,
    );
  }
  return names.filter((name) => asked.includes(name));
}
