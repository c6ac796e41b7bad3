import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as errors from '../../src/errors.js';
import { SERVICES } from '../../src/fixtures/services.js';
import { ROOT, textOf } from './blocks.js';

/** The matchers' names, by those of their files and pages. */
const matchers = new Map(
  readdirSync(join(ROOT, 'matchers'))
    .filter((file) => /^to-.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .map((name) => [name, name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]),
);

test('README is read in a few minutes: 150 lines at the most, with a picture of a failing test and the commands that try it', () => {
  const readme = textOf('README.md');
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  expect(readme).toContain('/failing-test.svg)');
  expect(readme).toContain('npm ci && npm run example');
  expect(readme).toContain('npm ci && npm test');
});

test('every matcher has a page of its name, and a line in the list of all', () => {
  const list = textOf('docs/matchers/index.md');
  for (const [name, title] of matchers) {
    expect(textOf(`docs/matchers/${name}.md`)).toMatch(new RegExp(`^# ${title}$`, 'm'));
    expect(list).toMatch(new RegExp(`\`${title}\\(.*\\]\\(${name}\\)`));
  }
});

test('every matcher of what fixtures hold has a line in their page', () => {
  const page = textOf('docs/fixtures.md');
  const ofFixtures = [...matchers].filter(([name]) =>
    /\[fixture\]\(|an `account` fixture/.test(textOf(`docs/matchers/${name}.md`)),
  );
  expect(ofFixtures.length).toBeGreaterThan(10);
  expect(ofFixtures.filter(([, title]) => !page.includes(`| \`${title}(`))).toEqual([]);
});

test('every fixture has a paragraph, and every page of a service a link', () => {
  const page = textOf('docs/fixtures.md');
  const names = Object.values(SERVICES).flatMap(({ fixtures }) => fixtures);
  expect(names.filter((name) => !page.includes(`**\`${name}\`**`))).toEqual([]);
  const pages = readdirSync(join(ROOT, 'docs')).filter((file) => /^fixtures-.*\.md$/.test(file));
  expect(pages.filter((file) => !page.includes(`](${file})\n`))).toEqual([]);
});

/** What each service's part of a page has, in this order. */
const ORDER = [
  /^```ts\nimport [^]*?useAwsFixture\(/m,
  /^##+ Set up /m,
  /^##+ Read the .*handle$/m,
  /^##+ Assert on /m,
  /^##+ (?:What is played|Operations of )/m,
  /^##+ What is not played/m,
];

test('every service has an example to paste, then its handle, its matchers, what is played and what is not', () => {
  const pages = readdirSync(join(ROOT, 'docs')).filter((file) => /^fixtures-.*\.md$/.test(file));
  for (const file of pages) {
    const text = textOf(`docs/${file}`);
    expect(text).toMatch(/^# .* in fixtures$/m);
    // Three services share the page of messages.
    const services = file === 'fixtures-messaging.md' ? text.split(/^## /m).slice(1) : [text];
    for (const service of services) {
      const places = ORDER.map((part) => service.search(part));
      expect(places, file).not.toContain(-1);
      expect(places, file).toEqual([...places].sort((one, other) => one - other));
    }
  }
});

test('every error of the package has a place among the messages', () => {
  const page = textOf('docs/messages.md');
  const names = Object.keys(errors).filter((name) => /^(?!Stubber)[A-Z]\w+Error$/.test(name));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(page).toMatch(new RegExp(`^## ${name}$`, 'm'));
});
