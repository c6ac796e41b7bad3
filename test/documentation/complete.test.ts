import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as errors from '../../src/errors.js';
import { ROOT, textOf } from './blocks.js';

const matchers = readdirSync(join(ROOT, 'matchers')).filter((file) => /^to-.*\.ts$/.test(file));

test('every matcher has a page of its name, and a line in the list of all', () => {
  const list = textOf('docs/matchers/index.md');
  for (const file of matchers) {
    const name = file.slice(0, -'.ts'.length);
    const title = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(textOf(`docs/matchers/${name}.md`)).toMatch(new RegExp(`^# ${title}$`, 'm'));
    expect(list).toMatch(new RegExp(`\`${title}\\(.*\\]\\(${name}\\)`));
  }
});

test('every error of the package has a place among the messages', () => {
  const page = textOf('docs/messages.md');
  const names = Object.keys(errors).filter((name) => /^(?!Stubber)[A-Z]\w+Error$/.test(name));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(page).toMatch(new RegExp(`^## ${name}$`, 'm'));
});
