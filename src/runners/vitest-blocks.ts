import * as vitest from 'vitest';
import { finishBlock } from '../calls/index.js';
import { verdict } from './verdict.js';
import { before41, type Hook, type Hooks } from './vitest-suite.js';
import { blockOf, failuresIn, suitesIn, testsIn, type Task } from './vitest-tasks.js';

export type { Hook };

/** From Vitest 4.1 on; `vitest/suite` before. */
interface TestRunner {
  readonly getSuiteHooks?: (suite: Task) => Hooks;
}

const prepared = new WeakSet<Task>();

/**
 * Lets the hooks around all tests of each block run as that block's, and ends its scope after them.
 *
 * @param file - whose tests and blocks are all known
 * @param run - runs a hook so that calls in it can be told to the block
 */
export async function prepareBlocks(
  file: Task,
  run: (suite: Task, hook: () => unknown) => unknown,
): Promise<void> {
  const suites = suitesIn(file).filter((suite) => !prepared.has(suite));
  if (suites.length === 0) return;
  const hooksOf = await hooksGetter();
  for (const suite of suites) {
    prepared.add(suite);
    const { beforeAll, afterAll, aroundAll } = hooksOf(suite);
    const lists = [beforeAll, afterAll, aroundAll ?? []];
    if (lists.every((list) => list.length === 0)) continue;
    for (const list of lists) {
      list.forEach((hook, i) => {
        list[i] = inBlock(hook, (act) => run(suite, act));
      });
    }
    const end = (): void => {
      const problem = verdict(finishBlock(blockOf(suite)), failuresIn(suite));
      if (problem !== undefined) throw problem;
    };
    // The first `aroundAll` is the outermost; the first `afterAll` the last, in the order of a stack.
    if (aroundAll === undefined) afterAll.unshift(end);
    else {
      aroundAll.unshift(async (runSuite) => {
        await (runSuite as () => Promise<void>)();
        end();
      });
    }
  }
}

/**
 * Adds a hook that runs before all others of a file's tests. One that is added by Vitest's own functions would run after
 * the set-up of fixtures that are `auto`: Vitest makes them for the first hook of all.
 *
 * @param hook - gets what Vitest gives its hooks, and asks for no fixtures
 */
export async function addOutermost(
  file: Task,
  kind: 'aroundEach' | 'beforeEach',
  hook: Hook,
): Promise<void> {
  const hooksOf = await hooksGetter();
  hooksOf(file)[kind]?.unshift(hook);
}

/**
 * Lets each test's function run so that calls in it can be told to the test, also when it is over.
 *
 * Only for Vitest before 4.1, which has no hook around a test.
 *
 * @param run - runs the function so
 */
export async function prepareTests(
  file: Task,
  run: (test: Task, act: () => unknown) => unknown,
): Promise<void> {
  const { getFn, setFn } = await before41();
  for (const test of testsIn(file).filter((each) => !prepared.has(each))) {
    prepared.add(test);
    const act = getFn(test);
    if (act !== undefined) setFn(test, (...args) => run(test, () => act(...args)));
  }
}

async function hooksGetter(): Promise<(suite: Task) => Hooks> {
  const { TestRunner } = vitest as unknown as { readonly TestRunner?: TestRunner };
  if (TestRunner?.getSuiteHooks !== undefined) return TestRunner.getSuiteHooks;
  return (await before41()).getHooks;
}

/** A hook with what Vitest wrote on it; the clean-up that it may return belongs to the block as well. */
function inBlock(hook: Hook, run: (act: () => unknown) => unknown): Hook {
  const wrapped = async (...args: unknown[]): Promise<unknown> => {
    const result = await run(() => hook(...args));
    return typeof result === 'function' ? () => run(result as () => unknown) : result;
  };
  return Object.assign(wrapped, hook);
}
