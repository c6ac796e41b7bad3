import { AsyncLocalStorage } from 'node:async_hooks';
// Some exports are not in every version from 3.2 on, so they are looked for, not imported by name.
import * as vitest from 'vitest';
import { finishFile, finishTest, setRunner, startTest, type RunningTest } from '../calls/index.js';
import * as matchers from '../../matchers/index.js';
import { hookLoading, intercept, keepEnvironment } from '../intercept/index.js';
import { configure, type Settings } from '../stubs/index.js';
import { verdict, type Failure } from './verdict.js';
export type { AwsMatchers } from './vitest-matchers.js';

/** What is read of Vitest's tests and suites. */
interface Task {
  readonly name: string;
  readonly concurrent?: boolean;
  readonly suite?: Task | undefined;
  readonly file?: Task;
  readonly tasks?: readonly Task[];
  readonly result?: { readonly state?: string; readonly errors?: readonly Failure[] } | undefined;
}

interface Tracking {
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
  setRunner({ currentTest, testPath: () => vitest.expect.getState().testPath, beforeEach });
  intercept(regionOfConfig());
  hookLoading();
  vitest.expect.extend(matchers as never);
  addHooks();
  configure(settings);
}

/** What `test.env` of the config says: the project's own, unlike the machine's environment. */
function regionOfConfig(): string | undefined {
  // Vitest's state of a worker has it in every version, and it has no public name.
  const { __vitest_worker__: worker } = globalThis as {
    __vitest_worker__?: { readonly config?: { readonly env?: Readonly<Record<string, string>> } };
  };
  const env = worker?.config?.env;
  return env?.['AWS_REGION'] ?? env?.['AWS_DEFAULT_REGION'];
}

function currentTest(): RunningTest | undefined {
  const task = tracking.storage.getStore() ?? tracking.current;
  return task && runningTest(task);
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
  vitest.beforeAll(() => {
    tracking.hasStarted = true;
  });
  const { aroundEach } = vitest as Partial<typeof vitest>;
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

/** Vitest before 4.1 has no hook around a test: its context begins in `beforeEach`. */
function addHooksBefore41(): void {
  vitest.beforeEach(({ task }) => {
    begin(task);
    if (isConcurrent(task)) tracking.storage.enterWith(task);
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

function isConcurrent(task: Task): boolean {
  return task.concurrent === true;
}

const runningTests = new WeakMap<Task, RunningTest>();

/** One for each task: this is asked for at every call. */
function runningTest(task: Task): RunningTest {
  let test = runningTests.get(task);
  if (test === undefined) {
    test = {
      key: task,
      get name() {
        return nameOf(task);
      },
    };
    runningTests.set(task, test);
  }
  return test;
}

function nameOf({ name, suite }: Task): string {
  return suite === undefined || suite.name === '' ? name : `${nameOf(suite)} > ${name}`;
}

function failuresIn({ result, tasks = [] }: Task): Failure[] {
  return [...(result?.errors ?? []), ...tasks.flatMap(failuresIn)];
}

install();
