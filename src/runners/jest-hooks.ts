import { createRequire } from 'node:module';
// Jest's fake timers replace the global one.
import { setTimeout } from 'node:timers';
import { matchers } from '../../matchers/index.js';
import {
  finishFile,
  finishTest,
  isRunning,
  onViolation,
  projectFolders,
  setRunner,
  startTest,
  workOf,
  type RunningTest,
} from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import { intercept, keepEnvironment, patch } from '../intercept/index.js';
import { keepCode } from '../loading/index.js';
import { NOT_SET_UP, setupAdvice } from '../setup-advice.js';
import { configure, type Settings } from '../stubs/index.js';
import { currentBlock, prepareBlocks } from './jest-blocks.js';
import {
  attempts,
  blocksIn,
  circus,
  failuresOf,
  testsIn,
  type Attempt,
  type Entry,
} from './jest-circus.js';
import { withEnds } from './jest-concurrent.js';
import { copiesFor } from './jest-copies.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from './jest-own-functions.js';
import { closeRealEnvironment, isOfMachine, openRealEnvironment } from './jest-environment.js';
import { asItself, isOver, markOver, tellLate } from './jest-file.js';
import type { Act } from './jest-functions.js';
import { isJestWorker } from './jest-worker.js';
import {
  enterFile,
  guardOfFile,
  guardOfTests,
  leaveFile,
  onNextFile,
  startedBy,
} from './test-file.js';
import { isTimedOut, verdict } from './verdict.js';

interface ExpectState {
  readonly testPath?: string;
  /** From Jest 30.5 on. */
  readonly currentTestIdentity?: () => Entry | undefined;
}

/**
 * Stubs every client of the AWS SDK in the test file that runs, and adds the matchers.
 *
 * `setupFilesAfterEnv: ['aws-sdk-stubber/jest']` does this. A setup file of your own may call it
 * with settings.
 *
 * @param settings - as `configure` takes them
 * @throws WrongUseError in setupFiles, and under another test runner than jest-circus
 * @example
 * import { install } from 'aws-sdk-stubber/jest';
 * install({ unstubbed: 'throw' });
 */
export function install(settings: Settings = {}): void {
  if (typeof (beforeAll as unknown) !== 'function') {
    throw new WrongUseError(
      `aws-sdk-stubber was named in setupFiles of Jest, which are run too early for it. ${setupAdvice(false)}`,
      NOT_SET_UP,
    );
  }
  if (circus() === undefined) {
    throw new WrongUseError(
      'aws-sdk-stubber works with the test runner that comes with Jest, jest-circus. ' +
        'Take testRunner out of the Jest config: another one does not tell which test runs.',
      'this-package-is-not-set-up',
    );
  }
  setRunner({
    currentTest,
    currentBlock,
    failFinished,
    testPath,
    // Each test file has a sandbox, and a state, of its own.
    isSetUp: () => true,
    isLoading: () => circus()?.hasStarted !== true && !isOver(),
    beforeEach: addBeforeEach,
  });
  const isInBand = !isJestWorker();
  intercept(isOfMachine(), () => guardOfFile(isInBand), guardOfTests);
  closeRealEnvironment();
  enterFile();
  onNextFile(isLoaded, leave);
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

/** On the global object of the file's sandbox: an entry that is imported and its `install` both come here. */
const HOOKED = Symbol.for('aws-sdk-stubber.jest.hooked');

function addHooks(): void {
  const home = globalThis as { [HOOKED]?: true };
  if (home[HOOKED] === true) return;
  home[HOOKED] = true;
  beforeAll(prepare);
  beforeEach(begin);
  afterEach(end);
  afterAll(endOfFile);
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
  runLast(root, endOfFile);
  prepareBlocks(root);
  for (const { hooks = [] } of [root, ...blocksIn(root)]) {
    // Our own leave nothing behind, and are found by their functions: see `ownHooksOf`.
    for (const hook of hooks) {
      if (!ownHooks.has(hook.fn as () => void)) runAsItself(hook, () => undefined);
    }
  }
  for (const test of testsIn(root)) {
    if (test.concurrent === true) {
      endByItself(test);
      runAsItself(test, () => attemptAnew(test));
    } else runAsItself(test, () => attempts.of(test));
  }
}

/**
 * A user's own `afterEach` still belongs to the test, and an `afterAll` to the file; Jest runs those of a file after ours
 * otherwise. The list of hooks to run is made already, so they change places by what they hold.
 */
function runLast({ hooks = [] }: Entry, fn: unknown): void {
  const ours = hooks.find((hook) => hook.fn === fn);
  if (ours === undefined) return;
  const same = hooks.filter(({ type }) => type === ours.type);
  const held = [...same.filter((hook) => hook !== ours), ours].map((hook) => ({ ...hook }));
  same.forEach((hook, i) => Object.assign(hook, held[i]));
}

/**
 * So that what a test or a hook leaves behind is not told to the next test, or to the next file: Jest before 30.5
 * knows only which test runs.
 */
function runAsItself(held: { fn?: unknown }, attempt: () => Attempt | undefined): void {
  const { fn } = held;
  if (typeof fn === 'function') held.fn = asItself(fn as Act, attempt);
}

/** Runs of concurrent tests that have not ended: by itself one that times out never does. */
const unended = new Set<Attempt>();

function endTimedOut(): void {
  for (const attempt of unended) {
    if (attempt.key.task.status !== 'done') continue;
    unended.delete(attempt);
    finishTest(attempt, true);
  }
}

/** A run of a concurrent test that begins. */
function attemptAnew(entry: Entry): Attempt {
  endTimedOut();
  // Jest leaves it from the run before.
  entry.status = null;
  return attempts.begin(entry);
}

/** Jest runs neither `beforeEach` nor `afterEach` for a concurrent test, so its function does. */
function endByItself(entry: Entry): void {
  if (typeof entry.fn !== 'function') return;
  entry.fn = withEnds(entry.fn as Act, () => {
    const attempt = attempts.of(entry);
    return {
      start: () => {
        start(attempt);
        unended.add(attempt);
        for (const act of ownHooksOf(entry)) act();
      },
      left: () => workOf(attempt),
      end: (failures) => {
        unended.delete(attempt);
        return verdict(finishTest(attempt, false), failures);
      },
      failAlso: (error) => {
        if (entry.failing !== true) failFinished(attempt, error);
      },
    };
  });
}

function begin(): void {
  endTimedOut();
  const entry = presentEntry();
  if (entry === undefined) return;
  const last = attempts.of(entry);
  start(isRunning(last) ? last : attempts.begin(entry));
}

function start(test: RunningTest): void {
  keepEnvironment(startTest(test));
}

function end(): Promise<void> | undefined {
  const entry = presentEntry();
  if (entry === undefined) return undefined;
  const left = workOf(attempts.of(entry));
  if (left === undefined) finish(entry);
  return left?.then(() => {
    finish(entry);
  });
}

function finish(entry: Entry): void {
  const failures = failuresOf(entry);
  const problem = verdict(finishTest(attempts.of(entry), isTimedOut(failures)), failures);
  // A test that is to fail has failed: one that has not has an error of Jest's by now.
  const isAsMeant = entry.failing === true && failures.length === 0;
  if (problem !== undefined && !isAsMeant) throw problem;
}

/** Longer than a timer of no delay takes, in milliseconds: what a test forgot to await mostly comes within. */
const GRACE = 2;

async function endOfFile(): Promise<void> {
  // Once the results are made no test can fail any more.
  await new Promise((resolve) => setTimeout(resolve, GRACE));
  // Jest's reporters and its global teardown share the process, and find it as it was.
  if (!isJestWorker()) leave();
  keepCode();
  const problem = verdict(finishFile(), []);
  const path = testPath();
  markOver();
  onViolation((violation) => {
    tellLate(violation, path);
  });
  if (problem !== undefined) throw problem;
}

/**
 * Whether a sandbox that is made is the next file's: while a file is loaded its own code may make one too. A file that could
 * not be loaded never starts; then the stack tells.
 */
function isLoaded(): boolean {
  return circus()?.hasStarted !== false || /[\\/]jest-environment/.test(new Error().stack ?? '');
}

/** Gives the process back, but for what is known to be of this file. */
function leave(): void {
  openRealEnvironment();
  leaveFile();
}

function currentTest(): RunningTest | undefined {
  const started = startedBy() as Attempt | undefined;
  // Once the file is over Jest takes its own state apart.
  if (started !== undefined || isOver()) return started;
  const entry = presentEntry();
  return entry && attempts.of(entry);
}

/** The test that Jest says is running. */
function presentEntry(): Entry | undefined {
  return state().currentTestIdentity?.() ?? circus()?.currentlyRunningTest ?? undefined;
}

/** Jest makes the results of a file's tests once they are all over. */
function failFinished({ key }: RunningTest, error: Error): boolean {
  const { errors } = (key as Attempt['key']).task;
  // The same error again says something else now, by itself.
  const isKnown = errors?.some((each) => Array.isArray(each) && each[0] === error) === true;
  if (!isKnown) errors?.push([error, error]);
  return errors !== undefined && !isOver();
}

function testPath(): string | undefined {
  return isOver() ? undefined : state().testPath;
}

function state(): ExpectState {
  return expect.getState() as ExpectState;
}
