import { finishBlock, type Block } from '../calls/index.js';
import { blockOf, blocksIn, failuresOf, testsIn, type Entry, type Hook } from './jest-circus.js';
import { verdict } from './verdict.js';

/** Jest runs one block after the other, so a variable knows which. */
let current: Block | undefined;

export function currentBlock(): Block | undefined {
  return current;
}

/** Lets each block of a file begin before its own `beforeAll` hooks, and its scope end after its `afterAll`. */
export function prepareBlocks(root: Entry): void {
  for (const entry of blocksIn(root)) {
    const block = blockOf(entry);
    const begin = (): void => {
      current = block;
    };
    const end = (): void => {
      current = block.parent;
      const problem = verdict(finishBlock(block), testsIn(entry).flatMap(failuresOf));
      if (problem !== undefined) throw problem;
    };
    entry.hooks?.unshift(hook('beforeAll', begin, entry));
    entry.hooks?.push(hook('afterAll', end, entry));
  }
}

/** A hook as jest-circus makes them; its own functions take none once all tests are known. */
function hook(type: string, fn: () => void, parent: Entry): Hook {
  return { type, fn, parent, asyncError: new Error(), seenDone: false, timeout: undefined } as Hook;
}
