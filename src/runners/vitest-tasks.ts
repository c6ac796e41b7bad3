import type { Block } from '../calls/index.js';
import { Attempts, type Attempt as AttemptOf } from './attempts.js';
import type { Failure } from './verdict.js';

/** What is read of Vitest's tests and suites. */
interface Result {
  state?: string;
  errors?: readonly Failure[] | undefined;
  /** Of each run of the test; from Vitest 5 on. */
  readonly attempts?: { errors?: readonly Failure[] | undefined }[];
}

export interface Task {
  readonly id?: string;
  readonly type?: string;
  readonly name: string;
  readonly concurrent?: boolean;
  readonly suite?: Task | undefined;
  readonly file?: Task;
  readonly tasks?: readonly Task[];
  readonly result?: Result | undefined;
  readonly meta?: object;
}

export type Attempt = AttemptOf<Task>;
export const attempts = new Attempts<Task>(nameOf, enclosing);

const blocks = new WeakMap<Task, Block>();

/** The block that a suite is. */
export function blockOf(suite: Task): Block {
  let block = blocks.get(suite);
  if (block === undefined) blocks.set(suite, (block = { key: suite, parent: enclosing(suite) }));
  return block;
}

/** A file is a suite as well, and its tests name it or nothing. */
function enclosing({ suite, file }: Task): Block | undefined {
  return suite === undefined || suite === file || suite.name === '' ? undefined : blockOf(suite);
}

function nameOf({ name, suite }: Task): string {
  return suite === undefined || suite.name === '' ? name : `${nameOf(suite)} > ${name}`;
}

/** Whether another test may run at the same time: sequential tests of two concurrent blocks do. */
export function isConcurrent({ concurrent, suite }: Task): boolean {
  return concurrent === true || (suite !== undefined && isConcurrent(suite));
}

export function isSuite({ type }: Task): boolean {
  return type === 'suite';
}

/** Every block of a file or a block, at any depth. */
export function suitesIn({ tasks = [] }: Task): Task[] {
  return tasks.filter(isSuite).flatMap((suite) => [suite, ...suitesIn(suite)]);
}

/** Every test of a file or a block, at any depth. */
export function testsIn({ tasks = [] }: Task): Task[] {
  return tasks.flatMap((task) => (isSuite(task) ? testsIn(task) : [task]));
}

/** What a file or a block failed with, and what is in it. */
export function failuresIn({ result, tasks = [] }: Task): Failure[] {
  return [...(result?.errors ?? []), ...tasks.flatMap(failuresIn)];
}
