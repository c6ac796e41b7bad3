import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A block of code in a page of the documentation, or of an HTML comment, which readers do not see. */
export interface Block {
  /** The page's path from the repository's root. */
  readonly page: string;
  /** Where the block's fence stands; lines count from 1. */
  readonly line: number;
  /** Where its closing fence stands. */
  readonly end: number;
  /** What the fence names: `ts`, `js`, `json`, `sh`, `text`, `diff`, or nothing. */
  readonly language: string;
  /** What the fence says besides. */
  readonly words: readonly string[];
  readonly hidden: boolean;
  readonly code: string;
}

/** Pages that are made by commands of their own, or from the declarations, and have no blocks. */
const MADE = /^docs\/(?:api\/|\.vitepress\/|conformance\.md|compatibility\.md)/;

/** The paths of README.md and of all pages below docs/. */
export function pages(): string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path))
    .filter((path) => !MADE.test(path) && !path.includes('node_modules'));
  return ['README.md', ...inDocs.sort()];
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** All blocks of a page, in order; those in comments begin with `<!-- ts` and end with `-->`. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; info: string; hidden: boolean; closing: string } | undefined;
  const lines = textOf(page).split('\n');
  for (const [i, text] of lines.entries()) {
    if (open === undefined) {
      const fence = /^ *(`{3,})(.*)$/.exec(text);
      const comment = /^<!-- ((?:ts|js|json|sh|text)(?: [\w -]+)?)$/.exec(text);
      if (fence !== null)
        open = { line: i + 1, info: fence[2] ?? '', hidden: false, closing: fence[1] ?? '' };
      else if (comment !== null)
        open = { line: i + 1, info: comment[1] ?? '', hidden: true, closing: '-->' };
    } else if (text.trim() === open.closing) {
      const [language = '', ...words] = open.info.trim().split(/\s+/);
      const code = lines.slice(open.line, i).join('\n');
      blocks.push({
        page,
        line: open.line,
        end: i + 1,
        language,
        words,
        hidden: open.hidden,
        code,
      });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: this block has no end.`);
  return blocks;
}

/** The name that a block's first line gives its file: `// vitest.config.ts`. */
export function fileNameOf({ code }: Block): string | undefined {
  return /^\/\/ ([\w./-]+\.(?:d\.ts|[cm]?[jt]s|json))\b/.exec(code)?.[1];
}

/** A page's name for folders and files: `docs/start/vitest.md` is `docs-start-vitest`. */
export function slugOf(page: string): string {
  return relative('', page).replace(/\.md$/, '').replaceAll('/', '-');
}

export function isCode({ language }: Block): boolean {
  return ['ts', 'js'].includes(language);
}
