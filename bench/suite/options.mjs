import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.mjs';
import { RUNNERS } from './runners.mjs';
import { SUITES } from './suites.mjs';

const OPTIONS =
  `[--files 200] [--runs 5] [--runner ${Object.keys(RUNNERS).join(',')}] ` +
  `[--suite ${Object.keys(SUITES).join(',')}] [--json]`;

export const HELP = `Usage: npm run bench:suite -- ${OPTIONS}

Runs whole suites with aws-sdk-stubber, as it is built in dist/, with aws-sdk-client-mock and its
matchers, and with client.send replaced by hand (the floor), in turn. Prints the medians of CPU
and wall clock, what each side costs above the floor, and the whole by the floor.

Options:
  --files   test files of a suite; 20 for a look
  --runs    counted runs of each side, after one that fills caches
  --runner  these runners only: ${Object.keys(RUNNERS).join(', ')}
  --suite   these suites only:
${Object.entries(SUITES)
  .map(([name, { about }]) => `            ${name.padEnd(7)} ${about}`)
  .join('\n')}
  --json    prints the ratios as one JSON object on the last line
  --help    shows this text

With 200 files a run takes up to two minutes on two cores, so all of it takes hours; bench/README.md
says how to read it.`;

/**
 * @param {readonly string[]} args - what follows `npm run bench:suite --`
 * @throws {UsageError} for an option, a number or a name that there is not
 */
export function parseOptions(args) {
  const { files, runs, runner, suite, ...flags } = parse(args);
  return {
    ...flags,
    files: numberOf('--files', files),
    runs: numberOf('--runs', runs),
    runners: namesOf('--runner', runner, Object.keys(RUNNERS)),
    suites: namesOf('--suite', suite, Object.keys(SUITES)),
  };
}

function parse(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        files: { type: 'string', default: '200' },
        runs: { type: 'string', default: '5' },
        runner: { type: 'string' },
        suite: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(
      `${error.message.split('. ')[0]}. Write: npm run bench:suite -- ${OPTIONS}`,
      { cause: error },
    );
  }
}

function numberOf(option, text) {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UsageError(`${option} takes a whole number from 1 on, but got '${text}'.`);
}

function namesOf(option, list, known) {
  if (list === undefined) return known;
  const asked = list.split(',').map((name) => name.trim());
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length === 0) return known.filter((name) => asked.includes(name));
  throw new UsageError(
    `There is no '${unknown.join("', '")}' for ${option}. Write one or more of ${known.join(',')}`,
  );
}
