import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './blocks.js';

const WORKFLOWS = join(ROOT, '.github/workflows');
const { homepage, repository, scripts } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as { homepage: string; repository: { url: string }; scripts: Record<string, string> };

test.each(readdirSync(WORKFLOWS))('%s runs scripts that exist', (file) => {
  const text = readFileSync(join(WORKFLOWS, file), 'utf8');
  const named = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, name = '']) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('templates and policies lead to the homepage and the repository of package.json', () => {
  const source = repository.url.replace(/^git\+|\.git$/g, '');
  const templates = readdirSync(join(ROOT, '.github/ISSUE_TEMPLATE'));
  const files = templates.map((name) => join('.github/ISSUE_TEMPLATE', name));
  for (const file of [...files, 'SECURITY.md', 'CODE_OF_CONDUCT.md']) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const links = text.match(/https:[^\s)"]+/g) ?? [];
    expect(links.filter((link) => !link.startsWith(homepage) && !link.startsWith(source))).toEqual(
      [],
    );
  }
});
