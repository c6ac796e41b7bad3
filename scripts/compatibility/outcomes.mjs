import { existsSync, readFileSync } from 'node:fs';
import { FAILING, LOADED, OF_THE_FILE, TESTS } from './suite.mjs';

/** What a cell may say: everything else is a fault. */
const GOOD = new Set(['stubbed', 'blocked', 'fails', 'not loadable', 'fast', '–']);

/** Vitest has no isolateModules, Jest's tests no fixtures; some set-ups have no faster imports. */
const NOT_EVERYWHERE = new Set(['in isolateModules', 'lasting fixture', LOADED]);

/**
 * How each test of a cell ended.
 *
 * @param path - of the runner's report
 * @param printed - what the runner printed, for where there is no report
 * @returns a word for each test, and what is to be said of those that are not as they should be
 */
export function outcomesOf(path, printed) {
  const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : [];
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) {
    const said = results.map(({ message }) => message).join('\n');
    return { words: TESTS.map(() => 'FAILED'), problems: [said.trim() === '' ? printed : said] };
  }
  const problems = [];
  const ofFiles = results.map(({ message }) => message).join('\n');
  const words = TESTS.map((title) => {
    const said = OF_THE_FILE[title];
    if (said !== undefined) {
      if (ofFiles.includes(said)) return 'fails';
      problems.push(`${title}: the file says\n${ofFiles.slice(0, 1200)}`);
      return 'SILENT';
    }
    const own = tests.filter((each) => each.title.split(':')[0] === title);
    const messages = own.flatMap(({ failureMessages }) => failureMessages ?? []);
    const word = wordFor(title, own, messages);
    if (!GOOD.has(word)) problems.push(`${title}: ${messages.join('\n').slice(0, 1200)}`);
    return word;
  });
  return { words, problems };
}

function wordFor(title, tests, messages) {
  if (tests.length === 0) return NOT_EVERYWHERE.has(title) ? '–' : 'FAILED';
  if (FAILING.includes(title)) {
    if (messages.length === 0) return 'SILENT';
    const [, ...others] = tests;
    const isOurs = (message) => /UnstubbedOperation|NetworkBlocked|LateCall/.test(message);
    const isAsItMust = messages.every(isOurs) && others.every(({ status }) => status === 'passed');
    return isAsItMust ? 'fails' : 'FAILED';
  }
  if (tests.every(({ status }) => status === 'passed'))
    return title === LOADED ? 'fast' : 'stubbed';
  const text = messages.join('\n');
  // Everywhere else a client that is only blocked is one that was not reached.
  if (title !== 'worker thread') return 'FAILED';
  if (/in a worker thread, where no stub/.test(text)) return 'blocked';
  return /ERR_MODULE_NOT_FOUND|ERR_UNSUPPORTED_DIR/.test(text) ? 'not loadable' : 'FAILED';
}

export function isGood(words) {
  return words.every((word) => GOOD.has(word));
}
