import { AsyncLocalStorage } from 'node:async_hooks';
// Some exports are not in every version from 3.2 on, so they are looked for, not imported by name.
import * as vitest from 'vitest';
import {
  finishFile,
  finishTest,
  setRunner,
  startTest,
  type Block,
  type RunningTest,
} from '../calls/index.js';
import { matchers } from '../../matchers/index.js';
import { hookLoading, intercept, keepEnvironment } from '../intercept/index.js';
import { configure, type Settings } from '../stubs/index.js';
import { verdict } from './verdict.js';
import { prepareBlocks, prepareTests } from './vitest-blocks.js';
import {
  blockOf,
  failuresIn,
  isConcurrent,
  isSuite,
  runningTest,
  type Task,
} from './vitest-tasks.js';
export type { AwsMatchers } from './vitest-matchers.js';

interface Tracking {
  /** The test, or the block whose hook it is, that the code being run was started by. */
  readonly storage: AsyncLocalStorage<Task>;
  /** The sequential test that runs: for code that the async context does not reach. */
  current: Task | undefined;
  /** The test file, once a test of it has begun. */
  file: Task | undefined;
  /** The file's tests are all known: hooks that are added now would never run. */
  hasStarted: boolean;
}

/** On the global object: hooks of several files, and of several copies of this module, share it. */
const TRACKING = Symbol.for('aws-sdk-stubber.vitest');
const home = globalThis as unknown as { [TRACKING]: Tracking | undefined };
const tracking = (home[TRACKING] ??= {
  storage: new AsyncLocalStorage(),
  current: undefined,
  file: undefined,
  hasStarted: false,
});

/**
 * Stubs every client of the AWS SDK in the test file that runs, and adds the matchers.
 *
 * `setupFiles: ['aws-sdk-stubber/vitest']` does this. A setup file of your own calls it, instead of
 * only importing this entry: Vitest evaluates the import once where test files share a worker.
 *
 * @param settings - as `configure` takes them
 * @example
 * import { install } from 'aws-sdk-stubber/vitest';
 * install({ unstubbed: 'throw' });
 */
export function install(settings: Settings = {}): void {
  setRunner({
    currentTest,
    currentBlock,
    testPath: () => vitest.expect.getState().testPath,
    beforeEach,
    failFinished,
  });
  intercept(regionOfConfig());
  hookLoading();
  vitest.expect.extend(matchers as never);
  addHooks();
  configure(settings);
}

interface WorkerState {
  readonly config?: { readonly env?: Readonly<Record<string, string>> };
  readonly rpc?: {
    onTaskUpdate?(
      results: readonly [id: string, result: object, meta: object][],
      events: [],
    ): unknown;
  };
}

/** Vitest's state of a worker has no public name, and the same one from 3.2 to 5. */
function stateOfWorker(): WorkerState | undefined {
  return (globalThis as { __vitest_worker__?: WorkerState }).__vitest_worker__;
}

/** Vitest has sent the test's result to its reporters already: it is sent again, as failed. */
function failFinished({ key }: RunningTest, { name, message, stack }: Error): boolean {
  const { id, result, meta, file } = key as Task;
  const { rpc } = stateOfWorker() ?? {};
  if (id === undefined || result === undefined || rpc?.onTaskUpdate === undefined) return false;
  result.state = 'fail';
  result.errors = [...(result.errors ?? []), { name, message, stack }];
  const results: [string, object, object][] = [[id, result, meta ?? {}]];
  // Vitest takes its exit code from the files' results, and this one's may have been made before.
  if (file?.id !== undefined && file.result?.state === 'pass') {
    file.result.state = 'fail';
    results.push([file.id, file.result, file.meta ?? {}]);
  }
  // It fails where the worker is closing: nobody can be told of anything then.
  Promise.resolve(rpc.onTaskUpdate(results, [])).catch(() => undefined);
  return true;
}

/** What `test.env` of the config says: the project's own, unlike the machine's environment. */
function regionOfConfig(): string | undefined {
  const env = stateOfWorker()?.config?.env;
  return env?.['AWS_REGION'] ?? env?.['AWS_DEFAULT_REGION'];
}

function currentTest(): RunningTest | undefined {
  const started = tracking.storage.getStore();
  // What a block's hook made (a server) works for the test that runs.
  const task = started === undefined || isSuite(started) ? tracking.current : started;
  return task && runningTest(task);
}

function currentBlock(): Block | undefined {
  const started = tracking.storage.getStore();
  return started !== undefined && isSuite(started) ? blockOf(started) : undefined;
}

function beforeEach(act: () => void): boolean {
  if (tracking.hasStarted) return false;
  vitest.beforeEach(() => {
    act();
  });
  return true;
}

function addHooks(): void {
  tracking.hasStarted = false;
  const { aroundEach } = vitest as Partial<typeof vitest>;
  vitest.beforeAll(async function prepare() {
    tracking.hasStarted = true;
    // Vitest gives the file last, from 4.1 on after fixtures; a hook that names parameters asks for those.
    // eslint-disable-next-line prefer-rest-params
    const file = [...arguments].at(-1) as Task;
    const runIn = (task: Task, act: () => unknown): unknown => tracking.storage.run(task, act);
    await prepareBlocks(file, runIn);
    if (aroundEach === undefined) await prepareTests(file, runIn);
  });
  if (aroundEach === undefined) addHooksBefore41();
  else {
    aroundEach(async (run, { task }) => {
      begin(task);
      await tracking.storage.run(task, run);
      end(task);
    });
  }
  vitest.afterAll(() => {
    const problem = verdict(
      finishFile(),
      tracking.file === undefined ? [] : failuresIn(tracking.file),
    );
    tracking.file = undefined;
    tracking.hasStarted = false;
    if (problem !== undefined) throw problem;
  });
}

/** Vitest before 4.1 has no hook around a test: the context of its hooks begins in `beforeEach`. */
function addHooksBefore41(): void {
  vitest.beforeEach(({ task }) => {
    begin(task);
    if (isConcurrent(task)) tracking.storage.enterWith(task);
    // What concurrent tests entered lasts for the sequential ones after them.
    else if (tracking.storage.getStore() !== undefined) {
      tracking.storage.enterWith(undefined as unknown as Task);
    }
  });
  vitest.afterEach(({ task }) => {
    end(task);
  });
}

function begin(task: Task): void {
  keepEnvironment(startTest(runningTest(task)));
  tracking.file = task.file;
  if (!isConcurrent(task)) tracking.current = task;
}

function end(task: Task): void {
  if (tracking.current === task) tracking.current = undefined;
  const failures = task.result?.state === 'fail' ? (task.result.errors ?? [{}]) : [];
  const problem = verdict(finishTest(runningTest(task)), failures);
  if (problem !== undefined) throw problem;
}

install();
