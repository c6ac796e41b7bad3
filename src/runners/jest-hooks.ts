import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import * as matchers from '../../matchers/index.js';
import {
  finishFile,
  finishTest,
  projectFolders,
  setRunner,
  startTest,
  type RunningTest,
} from '../calls/index.js';
import { intercept, keepEnvironment, openNetwork, patch } from '../intercept/index.js';
import { configure, type Settings } from '../stubs/index.js';
import { copiesFor } from './jest-copies.js';
import { closeRealEnvironment, openRealEnvironment, regionOfSetup } from './jest-environment.js';
import { isJestWorker } from './jest-worker.js';
import { verdict, type Failure } from './verdict.js';

/** What is used of jest-circus's tests and blocks. */
interface Entry {
  readonly name: string;
  readonly parent?: Entry | undefined;
  readonly children?: readonly Entry[];
  readonly hooks?: { readonly fn: unknown }[];
  readonly concurrent?: boolean;
  fn?: unknown;
  /** Each an error, or an error and one that has its stack. */
  readonly errors?: readonly (Failure | readonly [Failure, ...unknown[]])[];
}

interface CircusState {
  /** All tests are known: hooks that are added now are an error. */
  readonly hasStarted?: boolean;
  readonly currentlyRunningTest?: Entry | null;
  readonly rootDescribeBlock?: Entry;
}

interface ExpectState {
  readonly testPath?: string;
  readonly currentTestName?: string;
  /** From Jest 29.7 on; says which of several concurrent tests runs. */
  readonly currentConcurrentTestName?: () => string | undefined;
  /** From Jest 30.5 on. */
  readonly currentTestIdentity?: () => Entry | undefined;
}

let circusSymbol: symbol | undefined;

/**
 * Stubs every client of the AWS SDK in the test file that runs, and adds the matchers.
 *
 * `setupFilesAfterEnv: ['aws-sdk-stubber/jest']` does this. A setup file of your own may call it
 * with settings.
 *
 * @param settings - as `configure` takes them
 * @example
 * import { install } from 'aws-sdk-stubber/jest';
 * install({ unstubbed: 'throw' });
 */
export function install(settings: Settings = {}): void {
  setRunner({ currentTest, testPath: () => state().testPath, beforeEach: addBeforeEach });
  intercept(regionOfSetup());
  closeRealEnvironment();
  mockCopies();
  expect.extend(matchers as never);
  addHooks();
  configure(settings);
}

/**
 * Jest has a module registry of its own, and forgets patches when it is reset; a mock of each copy
 * is made anew with the registry.
 */
function mockCopies(): void {
  for (const copy of copiesFor(projectFolders())) {
    jest.mock(copy, () => patch(jest.requireActual<object>(copy)));
    // A setup file before this one may have loaded the SDK already.
    if (createRequire(copy).cache[copy] !== undefined) patch(jest.requireActual<object>(copy));
  }
}

function addHooks(): void {
  beforeAll(prepare);
  beforeEach(begin);
  afterEach(end);
  afterAll(endFile);
}

/** Functions that this package runs before each test: Jest itself runs none before concurrent ones. */
const ownHooks = new WeakSet<() => void>();

function addBeforeEach(act: () => void): boolean {
  if (circus()?.hasStarted === true) return false;
  const hook = (): void => {
    act();
  };
  ownHooks.add(hook);
  beforeEach(hook);
  return true;
}

/** What `addBeforeEach` added to the blocks of a test, from the file's on. */
function ownHooksOf({ parent }: Entry): (() => void)[] {
  if (parent === undefined) return [];
  const own = (parent.hooks ?? []).flatMap(({ fn }) =>
    ownHooks.has(fn as () => void) ? [fn as () => void] : [],
  );
  return [...ownHooksOf(parent), ...own];
}

/** Once all tests of the file are known: what Jest's hooks alone cannot do. */
function prepare(): void {
  const root = circus()?.rootDescribeBlock;
  if (root === undefined) return;
  runLast(root, end);
  runLast(root, endFile);
  concurrentTestsIn(root).forEach(endByItself);
}

/** A user's own `afterEach` still belongs to the test; Jest runs those of a file after ours otherwise. */
function runLast({ hooks = [] }: Entry, fn: unknown): void {
  const ours = hooks.findIndex((hook) => hook.fn === fn);
  if (ours !== -1) hooks.push(...hooks.splice(ours, 1));
}

function concurrentTestsIn({ children = [] }: Entry): Entry[] {
  return children.flatMap((child) =>
    child.concurrent === true ? [child] : concurrentTestsIn(child),
  );
}

/** Jest runs neither `beforeEach` nor `afterEach` for a concurrent test, so its function does. */
function endByItself(entry: Entry): void {
  const { fn } = entry;
  if (typeof fn !== 'function') return;
  entry.fn = async function (this: unknown): Promise<unknown> {
    let result: unknown;
    try {
      begin();
      for (const act of ownHooksOf(entry)) act();
      result = await (fn as () => unknown).call(this);
    } catch (error) {
      finish([error as Failure]);
      throw error;
    }
    const problem = finish([]);
    if (problem !== undefined) throw problem;
    return result;
  };
}

function begin(): void {
  const test = currentTest();
  if (test !== undefined) keepEnvironment(startTest(test));
}

function end(): void {
  const errors = circus()?.currentlyRunningTest?.errors ?? [];
  const problem = finish(
    errors.map((error) => (Array.isArray(error) ? error[0] : error) as Failure),
  );
  if (problem !== undefined) throw problem;
}

/** Ends the test that runs; gives what it must fail with. */
function finish(failures: readonly Failure[]): Error | undefined {
  const test = currentTest();
  return test && verdict(finishTest(test), failures);
}

function endFile(): void {
  if (!isJestWorker()) {
    openNetwork();
    openRealEnvironment();
  }
  const problem = verdict(finishFile(), []);
  if (problem !== undefined) throw problem;
}

function currentTest(): RunningTest | undefined {
  const { currentTestIdentity, currentConcurrentTestName } = state();
  const concurrent = currentTestIdentity?.() ?? currentConcurrentTestName?.();
  const test = concurrent ?? circus()?.currentlyRunningTest ?? undefined;
  if (test === undefined) return undefined;
  if (typeof test === 'string') return { key: test, name: test };
  return {
    key: test,
    get name() {
      return nameOf(test);
    },
  };
}

function state(): ExpectState {
  return expect.getState() as ExpectState;
}

/** jest-circus keeps its state on the global object, under a symbol that it does not export. */
function circus(): CircusState | undefined {
  circusSymbol ??= Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return circusSymbol && (globalThis as { [name: symbol]: CircusState | undefined })[circusSymbol];
}

/** The name that Jest's reporters and `currentTestName` give a test: its blocks' names before it. */
function nameOf({ name, parent }: Entry): string {
  return parent === undefined || parent.name === 'ROOT_DESCRIBE_BLOCK'
    ? name
    : `${nameOf(parent)} ${name}`;
}
