import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { anchorOf } from '../../docs/.vitepress/anchor.mjs';
import { currentScope } from '../../src/calls/index.js';
import { StubberError } from '../../src/errors.js';
import { configure } from '../../src/index.js';
import { ROOT, textOf } from '../documentation/blocks.js';
import { linkTo } from '../link-to.js';
import { elsewhere, toldInParts } from './elsewhere.js';
import { ofFixtures } from './of-fixtures.js';
import { ofMatchers } from './of-matchers.js';
import { ofResources } from './of-resources.js';
import { ofStubs } from './of-stubs.js';
import { madeInSources, type Made } from './sources.js';

const provocations = [ofStubs, ofFixtures, ofMatchers, ofResources].flatMap(Object.entries) as [
  string,
  readonly (() => unknown)[],
][];

interface Row {
  readonly heading: string;
  /** A message; `…` in it stands for anything. */
  readonly text: string;
}

/** What stands in the tables of the page, below the nearest heading. */
function rowsOf(page: string): Row[] {
  let heading = '';
  return page.split('\n').flatMap((line) => {
    const title = /^##+ (.*)$/.exec(line)?.[1];
    if (title !== undefined) heading = anchorOf(title);
    const text = /^\| (`+) ?(.*?) ?\1 +\| .*\|$/.exec(line)?.[2];
    return text === undefined || heading === ''
      ? []
      : [{ heading, text: text.replaceAll('\\|', '|') }];
  });
}

const rows = rowsOf(textOf('docs/messages.md'));

function isShownBy({ text }: Row, message: string): boolean {
  const parts = text.split('…').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(message.replaceAll(/\s+/g, ' '));
}

/** The row of a message, which is the one with most of its words. */
function rowOf(message: string, heading: string): Row | undefined {
  return rows
    .filter((row) => row.heading === heading && isShownBy(row, message))
    .sort((one, other) => other.text.length - one.text.length)[0];
}

async function thrownBy(action: () => unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    return error;
  }
}

beforeEach(() => {
  const { homepage } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    homepage: string;
  };
  vi.stubGlobal('HOMEPAGE', homepage);
  configure({ unstubbed: 'throw' });
  return () => vi.unstubAllGlobals();
});

const shown = new Set<Row>();

describe.each(provocations)('%s', (heading, all) => {
  test.each(all.map((act) => [String(act).replaceAll(/\s+/g, ' '), act] as const))(
    '%s',
    async (_, act) => {
      const error = await thrownBy(act);
      currentScope().violations.splice(0);
      expect(error).toBeInstanceOf(StubberError);
      const { message } = error as Error;
      const link = `\n\n${linkTo(heading)}`;
      expect(message.slice(-link.length)).toBe(link);
      const row = rowOf(message.slice(0, -link.length), heading);
      expect(row, message).toBeDefined();
      if (row !== undefined) shown.add(row);
    },
  );
});

test('every row of the page is provoked, here or where a list says', () => {
  const unprovoked = rows.filter((row) => !shown.has(row)).map(({ text }) => text);
  const begins = Object.keys(elsewhere);
  const isElsewhere = (text: string): boolean => begins.some((begin) => text.startsWith(begin));
  expect(unprovoked.filter((text) => !isElsewhere(text))).toEqual([]);
  expect(begins.filter((begin) => !unprovoked.some((text) => text.startsWith(begin)))).toEqual([]);
  const tests = Object.values(elsewhere).filter((where) => where.startsWith('test/'));
  expect(tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

const PAGE = textOf('docs/messages.md').replaceAll('\\|', '|').replaceAll(/\s+/g, ' ');

/** In a row, or by the longest of its texts in what a block of code shows. */
function isOnPage({ parts }: Made): boolean {
  const filled = parts.join('X').trim();
  if (rows.some((row) => isShownBy(row, filled))) return true;
  const [longest = ''] = parts
    .flatMap((part) => part.split(/\n+/))
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .sort((one, other) => other.length - one.length);
  return longest.length > 5 && PAGE.includes(longest);
}

test('every message of the sources is on the page, but those that a list says why not', () => {
  const missing = madeInSources()
    .filter((made) => !isOnPage(made))
    .map(({ file, parts }) => `${file}: ${parts.join('…')}`);
  expect(missing.filter((made) => !Object.hasOwn(toldInParts, made))).toEqual([]);
  expect(Object.keys(toldInParts).filter((made) => !missing.includes(made))).toEqual([]);
});

test('every heading that the sources link to is on the page', () => {
  const headings = new Set(
    Array.from(textOf('docs/messages.md').matchAll(/^##+ (.*)$/gm), ([, title = '']) =>
      anchorOf(title),
    ),
  );
  const reasons = ['unstubbed', 'order', 'parameters', 'used-up'];
  const linked = madeInSources().flatMap(({ others }) => others);
  expect(linked.length).toBeGreaterThan(100);
  expect(linked.filter((each) => !headings.has(each) && !reasons.includes(each))).toEqual([]);
});
