import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { anchorOf } from '../../docs/.vitepress/anchor.mjs';
import { pages, ROOT, textOf } from './blocks.js';

const { homepage, repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  homepage: string;
  repository: { url: string };
};
const REPOSITORY = repository.url.replace(/^git\+|\.git$/g, '');
const inRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md') && name !== 'README.md');
const READMES = ['bench', 'examples', 'example-project', 'example-project/orders'];
const others = [
  ...inRoot,
  ...READMES.map((folder) => `${folder}/README.md`),
  'docs/conformance.md',
  'docs/compatibility.md',
];
const all = [...new Set([...pages(), ...others])];

/** A page without what is code, where brackets are none of a link. */
function proseOf(page: string): string {
  return textOf(page)
    .replaceAll(/^( *)(`{3,})[^]*?^\1\2$/gm, '')
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/`[^`\n]+`/g, (code) => code.replaceAll(/[[\]()]/g, ''));
}

function linksOf(page: string): string[] {
  const text = proseOf(page);
  const inLine = Array.from(text.matchAll(/\]\(<?([^)\s>]+)>?\)/g), ([, link = '']) => link);
  const named = Array.from(text.matchAll(/^\[[^\]]+\]: (\S+)$/gm), ([, link = '']) => link);
  const inHome = Array.from(text.matchAll(/^ +link: (\S+)$/gm), ([, link = '']) => link);
  return [...inLine, ...named, ...inHome];
}

/** The anchors of a page, as VitePress and GitHub make them of its headings. */
function anchorsOf(page: string): string[] {
  const text = textOf(page).replaceAll(/^( *)(`{3,})[^]*?^\1\2$/gm, '');
  const seen = new Map<string, number>();
  return Array.from(text.matchAll(/^#{1,6} (.*?)(?: \{#([\w-]+)\})?$/gm), ([, title = '', id]) => {
    const anchor = id ?? anchorOf(title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** What is wrong with a link of a page; nothing where it leads somewhere. */
function problemOf(page: string, link: string): string | undefined {
  const [address = '', anchor] = link.split('#');
  let path: string;
  if (link.startsWith(homepage)) path = onSite(address.slice(homepage.length));
  else if (link.startsWith(`${REPOSITORY}/`)) {
    const inRepository = /^\/(?:tree|blob)\/main\/(.*)$/.exec(
      address.slice(REPOSITORY.length),
    )?.[1];
    if (inRepository === undefined) return undefined;
    path = inRepository;
  } else if (/^[a-z]+:/.test(link)) return undefined;
  else if (address.startsWith('/')) path = inFolder(`docs${address}`);
  else if (address === '') path = page;
  else path = inFolder(join(dirname(page), address));
  // Made when the site is built.
  if (path.startsWith('docs/api/')) return undefined;
  if (!existsSync(join(ROOT, path))) return `${page}: ${link} leads nowhere (${path})`;
  if (anchor !== undefined && !anchorsOf(path).includes(anchor))
    return `${page}: ${link}: ${path} has no such heading`;
  return undefined;
}

/** The page that a path without an ending stands for, as the site has it. */
function inFolder(path: string): string {
  if (path.endsWith('/')) return `${path}index.md`;
  return /\.\w+$/.test(path) || existsSync(join(ROOT, path)) ? path : `${path}.md`;
}

function onSite(address: string): string {
  if (/\.\w+$/.test(address)) return `docs/public/${address}`;
  return inFolder(`docs/${address}`);
}

test('every link leads somewhere, and every anchor to a heading', () => {
  const problems = all.flatMap((page) => linksOf(page).map((link) => problemOf(page, link)));
  expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
});

test('links of what npm shows are whole', () => {
  expect(linksOf('README.md').filter((link) => !/^(?:https?:|#)/.test(link))).toEqual([]);
});

test('the homepage and the repository are those of package.json, wherever they are named', () => {
  const [, owner = ''] = /github\.com\/([^/]+)\//.exec(REPOSITORY) ?? [];
  const named = all.flatMap((page) =>
    linksOf(page).filter((link) => link.includes('aws-sdk-stubber')),
  );
  const foreign = named.filter(
    (link) => /^https:/.test(link) && !link.startsWith(homepage) && !link.startsWith(REPOSITORY),
  );
  expect(foreign).toEqual([]);
  expect(homepage).toBe(`https://${owner}.github.io/aws-sdk-stubber/`);
  expect(relative('/', new URL(homepage).pathname)).toBe('aws-sdk-stubber');
});
