import type { Outcome } from '../runners/project.js';
import { blocksOf, textOf, type Block } from './blocks.js';
import { isOf, titleOf } from './page-files.js';

/** A block that must fail, and the block of text that shows what it says then. */
export interface Failure {
  readonly block: Block;
  readonly shown: Block | undefined;
}

export function failuresOf(page: string): Failure[] {
  const blocks = blocksOf(page);
  return blocks.flatMap((block, i) => {
    if (!block.words.includes('fails')) return [];
    const next = blocks[i + 1];
    return [{ block, shown: next !== undefined && isOutput(next) ? next : undefined }];
  });
}

export function isOutput({ language }: Block): boolean {
  return language === 'text' || language === '';
}

/** Outputs that no block before them gives. */
export function unprovokedOutputs(page: string): Block[] {
  const shown = failuresOf(page).map((failure) => failure.shown?.line);
  return blocksOf(page).filter(
    (block) => isOutput(block) && !block.words.includes('not-run') && !shown.includes(block.line),
  );
}

/** What the tests of a block failed with. */
export function messageOf(block: Block, outcomes: Readonly<Record<string, Outcome>>): string {
  const title = titleOf(block);
  const own = Object.entries(outcomes).filter(
    ([name, { status }]) => status === 'failed' && isOf(title, name),
  );
  const messages = new Set(own.flatMap(([, { messages }]) => messages));
  return [...messages]
    .map((text) => text.replace(/^(?:Assertion)?Error: /, '').replaceAll(`${title} > `, ''))
    .join('\n\n');
}

/** A page's text with all outputs as they came; one that is shown in other places of a file, or in part, stays. */
export function textAsItComes(page: string, outcomes: Readonly<Record<string, Outcome>>): string {
  const lines = textOf(page).split('\n');
  for (const { block, shown } of failuresOf(page).reverse()) {
    if (shown === undefined) continue;
    const message = messageOf(block, outcomes);
    if (isShownBy(shown.code, message)) continue;
    const named = message.replaceAll(PLACE, (_, line: string, column: string) => {
      const inBlock = Number(line) - block.line;
      return `example.test.ts:${inBlock > 0 ? inBlock : line}:${column}`;
    });
    lines.splice(shown.line, shown.end - shown.line - 1, ...named.split('\n'));
  }
  return lines.join('\n');
}

const PLACE = /[\w./-]+\.test\.[jt]s:(\d+):(\d+)/g;

/** What is otherwise in each run: places, which are those of generated files, and how far a loop got. */
function inEachRun(text: string): string {
  return text.replaceAll(PLACE, '@').replaceAll(/called [\d,]+ times/g, 'called n times');
}

/** A line that is `…` stands for any lines. */
function isShownBy(shown: string, message: string): boolean {
  const parts = inEachRun(shown).split(/^ *…$/m).map(escaped);
  return new RegExp(`^${parts.join('[^]*')}$`).test(inEachRun(message).trimEnd());
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
