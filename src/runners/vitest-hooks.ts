import process from 'node:process';
// Some exports are not in every version from 3.2 on, so they are looked for, not imported by name.
import * as vitest from 'vitest';
import {
  environment,
  finishFile,
  finishTest,
  onViolation,
  setRunner,
  startTest,
  workOf,
  type Block,
  type RunningTest,
} from '../calls/index.js';
import { matchers } from '../../matchers/index.js';
import {
  hookLoading,
  intercept,
  keepChanges,
  keepEnvironment,
  openEnvironment,
  snapshot,
} from '../intercept/index.js';
import { keepCode } from '../loading/index.js';
import { configure, type Settings } from '../stubs/index.js';
import { tellAfterEnd } from './after-end.js';
import {
  beginFile as takeProcess,
  enterAs,
  guardOfFile,
  leaveFile,
  onNextFile,
  runAs,
  startedBy,
} from './test-file.js';
import { isTimedOut, verdict, type Failure } from './verdict.js';
import { addOutermost, prepareBlocks, prepareTests, type Hook } from './vitest-blocks.js';
import { guardUnstubbing, isOfMachine } from './vitest-environment.js';
import { mockedPackages } from './vitest-mocks.js';
import { prepareFixtures } from './vitest-fixtures.js';
import {
  attempts,
  blockOf,
  failuresIn,
  isConcurrent,
  type Attempt,
  type Task,
} from './vitest-tasks.js';

/** The set-up of a fixture that lasts for the file or the worker. */
interface FixtureSetup {
  isDone: boolean;
}

/** The run of a test, the block whose hook it is, or the fixture that the code being run was started by. */
type Starter = Attempt | Task | FixtureSetup;

function starter(): Starter | undefined {
  return startedBy() as Starter | undefined;
}

interface Tracking {
  /** The sequential test that runs: for code that the async context does not reach. */
  current: Attempt | undefined;
  /** What the test before stood in, where that was a sequential one: a block, or the file. */
  block: Task | undefined;
  /** The test file, once its tests are known. */
  file: Task | undefined;
  /** The file's tests are all known: hooks that are added now would never run. */
  hasStarted: boolean;
  /** The path of the test file that began, until it ends. */
  path: string | undefined;
  /** The run of a file that this package was set up for last. */
  setUpFor: FileRun | undefined;
}

/** On the global object: hooks of several files, and of several copies of this module, share it. */
const TRACKING = Symbol.for('aws-sdk-stubber.vitest');
const home = globalThis as unknown as { [TRACKING]: Tracking | undefined };
const tracking = (home[TRACKING] ??= {
  current: undefined,
  block: undefined,
  file: undefined,
  hasStarted: false,
  path: undefined,
  setUpFor: undefined,
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
  endAbandoned();
  tracking.setUpFor = presentRun();
  setRunner({
    currentTest,
    currentBlock,
    testPath: () => vitest.expect.getState().testPath,
    isSetUp: () => isSameRun(tracking.setUpFor, presentRun()),
    isLoading: () => !tracking.hasStarted && tracking.path !== undefined,
    beforeEach,
    failFinished,
    mockedPackages,
  });
  onViolation(undefined);
  const before = snapshot(environment());
  // Before the next: Vitest imports what this wraps, and `intercept` tells importers of it.
  onNextFile(isTornDown, () => {
    openEnvironment(environment(), before);
    leaveFile();
  });
  intercept(isOfMachine(stateOfWorker()?.config?.env), () => guardOfFile());
  guardUnstubbing();
  takeProcess();
  hookLoading();
  prepareFixtures(runSetup);
  vitest.expect.extend(matchers as never);
  addHooks();
  configure(settings);
}

/**
 * A file of which no test runs has no end, since Vitest runs no hook of it: it ends as the next one begins, where files
 * share a worker.
 */
function endAbandoned(): void {
  const path = stateOfWorker()?.filepath;
  const before = tracking.path;
  tracking.path = path;
  if (before === undefined || before === path) return;
  const problem = verdict(finishFile(), []);
  if (problem !== undefined) tellAfterEnd(process, problem, before);
}

interface WorkerState {
  /** Of the test file that is set up or runs. */
  readonly filepath?: string;
  /** Until Vitest 4, whose workers are of one project. */
  readonly environmentTeardownRun?: boolean;
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

/** A test file, as a project of the workspace runs it. */
interface FileRun {
  readonly path: string | undefined;
  readonly config: object | undefined;
}

function presentRun(): FileRun {
  const { filepath, config } = stateOfWorker() ?? {};
  return { path: filepath, config };
}

function isSameRun(one: FileRun | undefined, other: FileRun): boolean {
  return one?.path === other.path && one?.config === other.config;
}

function isTornDown(): boolean {
  return stateOfWorker()?.environmentTeardownRun === true;
}

function failFinished({ key }: RunningTest, error: Error): boolean {
  const { task } = key as Attempt['key'];
  const { file } = task;
  // Vitest takes its exit code from the files' results, and this one's may have been made before.
  const isFileDone = file?.result?.state === 'pass';
  return failAgain(task, error) && (!isFileDone || failAgain(file));
}

/** The same error again says something else now. */
function addFailure(result: { errors?: readonly Failure[] | undefined }, error: Error): void {
  const { name, message, stack } = error;
  const others = (result.errors ?? []).filter((each) => sources.get(each) !== error);
  const failure: Failure = { name, message, stack };
  sources.set(failure, error);
  result.errors = [...others, failure];
}

/** Of which error each failure that was added later is. */
const sources = new WeakMap<Failure, Error>();

/** Vitest has sent the result of a test or a file to its reporters already: it is sent again, as failed. */
function failAgain({ id, result, meta }: Task, error?: Error): boolean {
  const { rpc } = stateOfWorker() ?? {};
  if (id === undefined || result === undefined || rpc?.onTaskUpdate === undefined) return false;
  result.state = 'fail';
  if (error !== undefined) {
    addFailure(result, error);
    // Vitest 5 prints the failures of the runs of a test.
    const run = result.attempts?.at(-1);
    if (run !== undefined) addFailure(Object.assign(run, { state: 'fail' }), error);
  }
  // It fails where the worker is closing: nobody can be told of anything then.
  Promise.resolve(rpc.onTaskUpdate([[id, result, meta ?? {}]], [])).catch(() => undefined);
  return true;
}

function currentTest(): RunningTest | undefined {
  const started = starter();
  if (started !== undefined && isAttempt(started)) return started;
  if (started !== undefined && isSetup(started) && !started.isDone) return undefined;
  // What a block's hook or a fixture made (a server) works for the test that runs.
  return tracking.current;
}

function currentBlock(): Block | undefined {
  const started = starter();
  return started === undefined || isSetup(started) || isAttempt(started)
    ? undefined
    : blockOf(started);
}

function isSetup(started: Starter): started is FixtureSetup {
  return 'isDone' in started;
}

function isAttempt(started: Starter): started is Attempt {
  return 'key' in started;
}

/** What the set-up stubs is the file's, and what it sets in the environment, whichever test asked for the fixture. */
function runSetup(setUp: (done: () => void) => unknown): unknown {
  const setup: FixtureSetup = { isDone: false };
  const keep = keepChanges();
  return runAs(setup)(() =>
    setUp(() => {
      setup.isDone = true;
      keep();
    }),
  );
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
  tracking.file = undefined;
  const { aroundAll } = vitest as Partial<typeof vitest>;
  if (aroundAll === undefined) {
    addHooksBefore41();
    return;
  }
  // The first is the outermost: what a user's own hooks and fixtures clean up belongs to the file.
  aroundAll(async function wholeFile(run) {
    // Vitest gives the file last, after fixtures; a hook that names parameters asks for those.
    // eslint-disable-next-line prefer-rest-params
    const file = [...arguments].at(-1) as Task;
    await addOutermost(file, 'aroundEach', aroundTest as Hook);
    await beginFile(file);
    await run();
    endFile();
  });
}

async function aroundTest(run: () => Promise<void>, { task }: { task: Task }): Promise<void> {
  const attempt = begin(task);
  await runAs(attempt)(run);
  await workOf(attempt);
  end(attempt);
}

/** Vitest before 4.1 has no hook around a test or a file: the context of its hooks begins in `beforeEach`. */
function addHooksBefore41(): void {
  vitest.beforeAll(async (given) => {
    const file = given as unknown as Task;
    await addOutermost(file, 'beforeEach', beforeTest as Hook);
    await beginFile(file);
    await prepareTests(file, (test, act) => runAs(attempts.of(test))(act));
  });
  vitest.afterAll(endFile);
}

interface ContextBefore41 {
  readonly task: Task;
  readonly onTestFinished: (act: () => Promise<void>) => void;
}

function beforeTest({ task, onTestFinished }: ContextBefore41): void {
  const attempt = begin(task);
  // The first is the last that runs, after `afterEach` and what cleans up hooks and fixtures.
  onTestFinished(async () => {
    await workOf(attempt);
    end(attempt);
  });
  if (isConcurrent(task)) enterAs(attempt);
  // What concurrent tests entered lasts for the sequential ones after them.
  else if (starter() !== undefined) enterAs(undefined);
}

async function beginFile(file: Task): Promise<void> {
  tracking.hasStarted = true;
  tracking.file = file;
  await prepareBlocks(file, runIn);
}

function runIn(suite: Task, act: () => unknown): unknown {
  return runAs(suite)(act);
}

function endFile(): void {
  const { file } = tracking;
  const problem = verdict(finishFile(), file === undefined ? [] : failuresIn(file));
  tracking.hasStarted = false;
  tracking.path = undefined;
  // In Vitest before 4.1 the clean-up of hooks comes later; that of a worker's fixtures even after the run.
  const { testPath } = vitest.expect.getState();
  onViolation((violation) => {
    if (file !== undefined) failAgain(file, violation);
    tellAfterEnd(process, violation, testPath);
  });
  keepCode();
  if (problem !== undefined) throw problem;
}

function begin(task: Task): Attempt {
  const attempt = attempts.begin(task);
  const isSequential = !isConcurrent(task);
  const block = isSequential ? (task.suite ?? task.file) : undefined;
  // Between two tests of a block no hook of a block runs.
  keepEnvironment(startTest(attempt), block !== undefined && block === tracking.block);
  tracking.block = block;
  if (isSequential) tracking.current = attempt;
  return attempt;
}

function end(attempt: Attempt): void {
  if (tracking.current === attempt) tracking.current = undefined;
  const { result } = attempt.key.task;
  const failures = result?.state === 'fail' ? (result.errors ?? [{}]) : [];
  const problem = verdict(finishTest(attempt, isTimedOut(failures)), failures);
  if (problem !== undefined) throw problem;
}
