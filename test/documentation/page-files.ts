import { blocksOf, fileNameOf, isCode, textOf, type Block } from './blocks.js';
import { freeNames } from './free-names.js';
import { importsOf } from './known-names.js';

/** What a page gives a project of tests. */
export interface PageFiles {
  readonly page: string;
  readonly runner: 'vitest' | 'jest';
  /** Its tests and the code that they speak of, by their paths in the page's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Configs of a runner, each of which gets a project of its own. */
  readonly configs: readonly Block[];
  /** What is only compiled. */
  readonly compiled: Readonly<Record<string, string>>;
}

/** How tests are known that come of a block: their names begin with it. */
export function titleOf({ page, line }: Block): string {
  return `${page}:${line}`;
}

/** Whether a test is that of a block, or one of those in it. */
export function isOf(title: string, name: string): boolean {
  return name === title || name.startsWith(`${title} `);
}

/** Of the blocks that are run as tests, and not as files with names of their own. */
export function titlesOf(page: string): string[] {
  const isTest = (block: Block): boolean =>
    isCode(block) &&
    fileNameOf(block) === undefined &&
    !['setup', 'before', 'not-run'].some((word) => block.words.includes(word));
  return blocksOf(page).filter(isTest).map(titleOf);
}

const CONFIG = /^(?:vitest|jest|vite)\.config\.[cm]?[jt]s$/;
const HAS_TESTS = /^\s*(?:test|it|describe|beforeEach|beforeAll|afterAll)\b/m;
const HAS_IMPORTS = /^import\b|^export \{\}|^declare module\b|^(?:const|let) .*= require\(/m;

/**
 * A page's blocks as files. A line of a block is on the same line in its file as in the page, but where the block names
 * its file.
 */
export function filesOf(page: string): PageFiles {
  const code = blocksOf(page).filter(isCode);
  const blocks = code.filter((block) => !isLeftOut(block));
  const configs = blocks.filter((block) => CONFIG.test(fileNameOf(block) ?? ''));
  const runner = configs.some((block) => fileNameOf(block)?.startsWith('vitest'))
    ? 'vitest'
    : 'jest';
  const files: Record<string, string> = {};
  const together: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const name = fileNameOf(block);
    if (configs.includes(block) || isBefore(block)) continue;
    const own = blocks.slice(blocks.slice(0, i).findLastIndex((each) => !isBefore(each)) + 1, i);
    if (name !== undefined) files[name] = `${block.code}\n`;
    else if (HAS_IMPORTS.test(block.code) && !block.words.includes('setup')) {
      const setup = setupOf([...own, block], blocks.slice(0, i));
      files[`line-${block.line}.test.${block.language}`] = inOneFile(page, [
        ...setup,
        ...own,
        block,
      ]);
    } else together.push(...own, block);
  }
  if (together.some(({ words }) => !words.includes('setup')))
    files['page.test.ts'] = inOneFile(page, together);
  const compiled = Object.fromEntries(
    code
      .filter((block) => isLeftOut(block) && block.language === 'ts')
      .map((block) => [`line-${block.line}.ts`, `export {};\n${block.code}\n`]),
  );
  return { page, runner: configs.length > 0 ? runner : 'vitest', files, configs, compiled };
}

/** The blocks of set-up that declare what others use. */
function setupOf(used: readonly Block[], before: readonly Block[]): Block[] {
  const names = freeNames(used.map(({ code }) => code).join('\n'));
  return before.filter(
    ({ words, code }) =>
      words.includes('setup') &&
      [...names].some((name) =>
        new RegExp(`^(?:const|let|(?:async )?function) ${name}\\b`, 'm').test(code),
      ),
  );
}

/** Whether the next block begins with it. */
function isBefore({ words }: Block): boolean {
  return words.includes('before');
}

/** A block that cannot be run says so. */
function isLeftOut({ words }: Block): boolean {
  return words.includes('not-run');
}

/** Blocks where they stand in the page, each as a test, or in a `describe` where it has tests. */
function inOneFile(page: string, blocks: readonly Block[]): string {
  const lines = textOf(page)
    .split('\n')
    .map(() => '');
  const hoisted: string[] = [];
  let isOpen = false;
  for (const [i, block] of blocks.entries()) {
    for (const [j, text] of withoutTopLevel(block.code, hoisted).entries())
      lines[block.line + j] = text;
    if (block.words.includes('setup')) continue;
    if (!isOpen) {
      const meant = blocks.slice(i).find((each) => !isBefore(each)) ?? block;
      const all = blocks.slice(i, blocks.indexOf(meant) + 1).map(({ code }) => code);
      lines[block.line - 1] = wrapper(titleOf(meant), all.join('\n'));
    }
    if (!isBefore(block)) lines[block.end - 1] = '});';
    isOpen = isBefore(block);
  }
  lines[0] = [...hoisted, importLines([...hoisted, ...lines].join('\n'))].join(' ');
  return `${lines.join('\n')}\n`;
}

function wrapper(title: string, code: string): string {
  return HAS_TESTS.test(code) ? `describe('${title}', () => {` : `test('${title}', async () => {`;
}

/**
 * The lines of a block, empty where they may only stand outside of functions.
 *
 * @param topLevel - gets those, each statement as one line
 */
function withoutTopLevel(code: string, topLevel: string[]): string[] {
  let inside = false;
  return code.split('\n').map((text) => {
    const begins = !inside && /^(?:import\b|export \{\}|declare module\b)/.test(text);
    if (!begins && !inside) return text;
    const withoutComment = text.replace(/ *\/\/.*$/, '');
    if (begins) topLevel.push(withoutComment);
    else topLevel.push(`${topLevel.pop() ?? ''} ${withoutComment}`);
    inside = !/;$/.test(withoutComment) || /^declare/.test(topLevel.at(-1) ?? '');
    if (withoutComment === '}') inside = false;
    return '';
  });
}

function importLines(code: string): string {
  const imports = importsOf(freeNames(code));
  return Array.from(
    imports,
    ([module, names]) => `import { ${names.join(', ')} } from '${module}';`,
  ).join(' ');
}
