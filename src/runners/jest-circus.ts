import type { Block } from '../calls/index.js';
import { Attempts, type Attempt as AttemptOf } from './attempts.js';
import type { Failure } from './verdict.js';

/** What is used of jest-circus's tests and blocks. */
export interface Entry {
  readonly type?: string;
  readonly name: string;
  readonly parent?: Entry | undefined;
  readonly children?: readonly Entry[];
  readonly hooks?: Hook[];
  readonly concurrent?: boolean;
  /** Whether it is to fail. */
  readonly failing?: boolean;
  /** `done` once it is over, or has timed out; where it is run again, from before. */
  status?: string | null;
  fn?: unknown;
  /** Each an error, or an error and one that has its stack. */
  readonly errors?: (Failure | readonly [Failure, ...unknown[]])[];
}

/** What is used of its hooks. */
export interface Hook {
  readonly type: string;
  fn: unknown;
}

interface CircusState {
  /** All tests are known: hooks that are added now are an error. */
  readonly hasStarted?: boolean;
  readonly currentlyRunningTest?: Entry | null;
  readonly rootDescribeBlock?: Entry;
}

let circusSymbol: symbol | undefined;

/** jest-circus keeps its state on the global object, under a symbol that it does not export. */
export function circus(): CircusState | undefined {
  circusSymbol ??= Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return circusSymbol && (globalThis as { [name: symbol]: CircusState | undefined })[circusSymbol];
}

/** Every test of a block, at any depth. */
export function testsIn({ children = [] }: Entry): Entry[] {
  return children.flatMap((child) => (isBlock(child) ? testsIn(child) : [child]));
}

/** Every block of a block, at any depth. */
export function blocksIn({ children = [] }: Entry): Entry[] {
  return children.filter(isBlock).flatMap((block) => [block, ...blocksIn(block)]);
}

function isBlock({ type }: Entry): boolean {
  return type === 'describeBlock';
}

export type Attempt = AttemptOf<Entry>;
export const attempts = new Attempts<Entry>(nameOf, enclosing);

const blocks = new WeakMap<Entry, Block>();

export function blockOf(entry: Entry): Block {
  let block = blocks.get(entry);
  if (block === undefined) blocks.set(entry, (block = { key: entry, parent: enclosing(entry) }));
  return block;
}

function enclosing({ parent }: Entry): Block | undefined {
  return parent === undefined || isRoot(parent) ? undefined : blockOf(parent);
}

/** The name that Jest's reporters and `currentTestName` give a test: its blocks' names before it. */
function nameOf({ name, parent }: Entry): string {
  return parent === undefined || isRoot(parent) ? name : `${nameOf(parent)} ${name}`;
}

function isRoot({ name }: Entry): boolean {
  return name === 'ROOT_DESCRIBE_BLOCK';
}

/** What a test failed with so far. */
export function failuresOf({ errors = [] }: Entry): Failure[] {
  return errors.map((error) => (Array.isArray(error) ? error[0] : error) as Failure);
}
