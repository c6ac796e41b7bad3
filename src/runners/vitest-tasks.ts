import type { Block, RunningTest } from '../calls/index.js';
import type { Failure } from './verdict.js';

/** What is read of Vitest's tests and suites. */
export interface Task {
  readonly id?: string;
  readonly type?: string;
  readonly name: string;
  readonly concurrent?: boolean;
  readonly suite?: Task | undefined;
  readonly file?: Task;
  readonly tasks?: readonly Task[];
  readonly result?: { state?: string; errors?: readonly Failure[] } | undefined;
  readonly meta?: object;
}

/** One run of a test. Vitest may run one again (`retry`, `repeats`), and what an earlier run left is not the next one's. */
export interface Attempt extends RunningTest {
  readonly key: { readonly task: Task };
}

const attempts = new WeakMap<Task, Attempt>();

/** The present run of a test, or its last. */
export function attemptOf(task: Task): Attempt {
  return attempts.get(task) ?? newAttempt(task);
}

export function newAttempt(task: Task): Attempt {
  const attempt: Attempt = {
    key: { task },
    block: enclosing(task),
    get name() {
      return nameOf(task);
    },
  };
  attempts.set(task, attempt);
  return attempt;
}

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
