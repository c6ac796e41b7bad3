import { dirname } from 'node:path';
import process from 'node:process';
import { replaceMessage } from '../errors.js';
import type { OpenCall } from './call.js';
import { RequestIds } from './request-ids.js';

/** One run of a test, as its runner tells it apart from others, also while several run at once. */
export interface RunningTest {
  /** Equal for the same run, and only for it. */
  readonly key: object;
  /** With the names of its blocks. */
  readonly name: string;
  /** The innermost `describe` that it stands in. */
  readonly block: Block | undefined;
}

/** A `describe` as its runner tells it apart; the file itself is none. */
export interface Block {
  readonly key: object;
  readonly parent: Block | undefined;
}

/** What this package must know of the runner that it runs in. */
export interface Runner {
  /** The test that the code being run belongs to; undefined outside tests, as in `beforeAll`. */
  currentTest(): RunningTest | undefined;
  /** The block whose `beforeAll` or `afterAll` the code being run belongs to. */
  currentBlock(): Block | undefined;
  /**
   * Fails a test that is over already; with the same error again, where that says something else now.
   *
   * @returns false where the runner does not let go back
   */
  failFinished(test: RunningTest, error: Error): boolean;
  /** The path of the test file. */
  testPath(): string | undefined;
  /** The packages that the test file mocks as a whole, so that nothing of them is left; where the runner tells. */
  mockedPackages?(): string[] | undefined;
  /** Whether it was set up for the test file that is run now: files may share a process. */
  isSetUp(): boolean;
  /** Whether the test file is being loaded, or a setup file of it: its tests are not all known. */
  isLoading(): boolean;
  /**
   * Runs a function before each test of the block (`describe`, file, set-up) that is being collected,
   * inside that test.
   *
   * @returns false where the tests have begun, and it is too late for that
   */
  beforeEach(act: () => void): boolean;
}

/**
 * The stubs, the calls and the failures of one test; or of what runs outside tests: in a block's
 * `beforeAll` and `afterAll`, in set-up files and top-level code.
 */
export class Scope {
  readonly calls: OpenCall[] = [];
  readonly requestIds = new RequestIds();
  /** What must fail the test at its end, even where the code under test caught it. */
  readonly violations: Error[] = [];
  /** Asked at the end of the test for what is wrong then. */
  readonly finalChecks: (() => Error | undefined)[] = [];
  /** Asked before the end of a test for what still runs, and has to end first. */
  readonly lastWaits: (() => Promise<void> | undefined)[] = [];
  /** Called when the scope goes, for what lies outside of it (the environment). */
  readonly endings: (() => void)[] = [];
  readonly whereabouts: Whereabouts = { scope: this, finishedTest: undefined, isTimedOut: false };
  readonly #parts = new Map<string, unknown>();

  /**
   * @param name - the test's name, or undefined for what is outside tests
   * @param parent - the scope whose stubs and settings this one falls back to
   */
  constructor(
    readonly name: string | undefined,
    readonly parent: Scope | undefined,
  ) {}

  /** What another part of this package keeps for the scope; it goes when the scope goes. */
  part<T>(name: string, make: (scope: Scope) => T): T {
    if (!this.#parts.has(name)) this.#parts.set(name, make(this));
    return this.#parts.get(name) as T;
  }

  /** The same, without making it. */
  existingPart<T>(name: string): T | undefined {
    return this.#parts.get(name) as T | undefined;
  }

  /** Remembers what must fail the test, and tells who listens. */
  violate(violation: Error): void {
    // One that goes on through the code under test may come by twice.
    if (this.violations.includes(violation)) return;
    const { isFileOver, onViolation } = state();
    const first = isFileOver ? firstOf(AFTER_FILE, violation) : violation;
    if (first === violation) this.violations.push(violation);
    onViolation?.(first);
  }

  /** Does what must be done when the scope goes. */
  end(): void {
    for (const ending of this.endings.splice(0)) ending();
  }
}

/** Something that came late, once or more often. */
interface Late {
  readonly first: Error;
  times: number;
}

interface State {
  runner: Runner | undefined;
  /** `install()` of a program was called. */
  isProgram: boolean;
  file: Scope;
  readonly tests: Map<object, Scope>;
  /** Of blocks in whose `beforeAll` something was stubbed or called. */
  readonly blocks: Map<object, Scope>;
  /** Tests that are over: a call that still belongs to one came late. */
  finished: WeakSet<object>;
  /** What came late, by the test or the file that it belongs to and by what it says. */
  readonly late: WeakMap<object, Map<string, Late>>;
  /** Those of them that their runner gave up: what they awaited goes on. */
  timedOut: WeakSet<object>;
  /** The test file is over, and no other has begun. */
  isFileOver: boolean;
  /** Where there is no end of a test at which violations are read: once a file is over, and in a worker thread. */
  onViolation: ((violation: Error) => void) | undefined;
}

/**
 * Module state, and on the global object, because a test, a setup file and the patched SDK may each
 * hold a copy of this package (ES module, CommonJS, after a reset of the registry) and must agree.
 */
const STATE = Symbol.for('aws-sdk-stubber.state');

function state(): State {
  const home = globalThis as unknown as { [STATE]: State | undefined };
  // Sealed: after a file Jest takes apart what it put on the global object, and what comes late still asks for it.
  return (home[STATE] ??= Object.seal({
    runner: undefined,
    isProgram: false,
    file: new Scope(undefined, undefined),
    tests: new Map(),
    blocks: new Map(),
    finished: new WeakSet(),
    late: new WeakMap(),
    timedOut: new WeakSet(),
    isFileOver: false,
    onViolation: undefined,
  }));
}

/** Tells which runner this is; called by the runner's setup entry. */
export function setRunner(runner: Runner): void {
  const home = state();
  home.runner = runner;
  home.isFileOver = false;
  (globalThis as { [AT_END]?: (check: () => Error | undefined) => void })[AT_END] = (check) => {
    currentScope().finalChecks.push(check);
  };
}

/** For resources, which know no scopes: what is to be asked at the end of the test that runs now. */
const AT_END = Symbol.for('aws-sdk-stubber.at-end');

/** Tells who is to hear of violations when they happen. */
export function onViolation(listener: ((violation: Error) => void) | undefined): void {
  state().onViolation = listener;
}

export function hasRunner(): boolean {
  return state().runner !== undefined;
}

/** Tells that this is a program without a runner, and that its clients are stubbed. */
export function setProgram(): void {
  state().isProgram = true;
}

/** Whether calls are stubbed where the code being run is: the setup entry of its runner ran, or `install()`. */
export function isSetUp(): boolean {
  const { runner, isProgram } = state();
  return runner === undefined ? isProgram : runner.isSetUp();
}

/** Whether the code being run is run while its test file is loaded, or a setup file. */
export function isLoading(): boolean {
  const { scope, finishedTest } = whereabouts();
  const { runner, file } = state();
  return scope === file && finishedTest === undefined && runner?.isLoading() === true;
}

/**
 * Runs a function before each test of the block that is being collected.
 *
 * @returns false where the tests have begun, and it is too late for that
 */
export function onEachTest(act: () => void): boolean {
  return state().runner?.beforeEach(act) ?? false;
}

/** Where the code being run belongs to. */
export interface Whereabouts {
  readonly scope: Scope;
  /** The name of the test that it belongs to and that is over; the scope is then the file's. */
  readonly finishedTest: string | undefined;
  /** Whether that test failed since its time was up. */
  readonly isTimedOut: boolean;
}

/** The scope of the code being run, and whether it comes too late for it. */
export function whereabouts(): Whereabouts {
  const { runner, tests, timedOut, file } = state();
  const test = runner?.currentTest();
  if (test === undefined) {
    const block = runner?.currentBlock();
    return (block === undefined ? file : scopeOfBlock(block)).whereabouts;
  }
  const open = tests.get(test.key);
  if (open !== undefined) return open.whereabouts;
  if (!isFinished(test)) return startTest(test).whereabouts;
  return { scope: file, finishedTest: test.name, isTimedOut: timedOut.has(test.key) };
}

/**
 * Remembers what must fail the test that the code being run belongs to, even where the code under test
 * swallows it (the SDK's waiters do). For a test that is over, that test fails where its runner lets it,
 * else the test file.
 */
export function remember(violation: Error): void {
  const { scope, finishedTest } = whereabouts();
  const { runner } = state();
  const test = finishedTest === undefined ? undefined : runner?.currentTest();
  if (test === undefined) {
    scope.violate(violation);
    return;
  }
  const first = firstOf(test.key, violation);
  if (runner?.failFinished(test, first) === true) return;
  if (first === violation) scope.violate(violation);
  else state().onViolation?.(first);
}

/** Stands for the file that is over, as the key of a test does for a test. */
const AFTER_FILE = {};

/**
 * What a test or a file that is over was told of first that says the same, now with how often it happened: a poller
 * that nobody stopped goes on for hundreds of times.
 */
function firstOf(key: object, violation: Error): Error {
  const { late } = state();
  const told = late.get(key) ?? new Map<string, Late>();
  late.set(key, told);
  const { message } = violation;
  const before = told.get(message);
  if (before === undefined) {
    told.set(message, { first: violation, times: 1 });
    return violation;
  }
  before.times += 1;
  replaceMessage(before.first, `${message}\n\nIt happened ${String(before.times)} times.`);
  return before.first;
}

function scopeOfBlock(block: Block): Scope {
  const { blocks, file } = state();
  const open = blocks.get(block.key);
  if (open !== undefined) return open;
  const scope = new Scope(
    undefined,
    block.parent === undefined ? file : scopeOfBlock(block.parent),
  );
  blocks.set(block.key, scope);
  return scope;
}

/** Most blocks have no scope, and no test asks for one. */
function nearestScope(block: Block | undefined): Scope {
  const { blocks, file } = state();
  for (let each = block; each !== undefined; each = each.parent) {
    const scope = blocks.get(each.key);
    if (scope !== undefined) return scope;
  }
  return file;
}

/** The scope that the code being run belongs to; what still runs for a test that is over, to the file. */
export function currentScope(): Scope {
  return whereabouts().scope;
}

function isFinished({ key }: RunningTest): boolean {
  return state().finished.has(key);
}

/** Whether the scope of a test is open. */
export function isRunning({ key }: RunningTest): boolean {
  return state().tests.has(key);
}

/** Opens the scope of a test; one that is open stays. */
export function startTest(test: RunningTest): Scope {
  const { tests } = state();
  const open = tests.get(test.key);
  if (open !== undefined) return open;
  const scope = new Scope(test.name, nearestScope(test.block));
  tests.set(test.key, scope);
  return scope;
}

/** What the end of a test has to wait for; nearly always nothing. */
export function workOf({ key }: RunningTest): Promise<unknown> | undefined {
  const waits = state().tests.get(key)?.lastWaits;
  if (waits === undefined || waits.length === 0) return undefined;
  const left = waits.splice(0).flatMap((wait) => wait() ?? []);
  return left.length === 0 ? undefined : Promise.all(left);
}

/**
 * Takes the scope of a test away, with its stubs and calls, and gives it for the last checks.
 *
 * @param isTimedOut - whether its time was up before it was over
 */
export function finishTest(test: RunningTest, isTimedOut: boolean): Scope | undefined {
  const { tests, finished, timedOut } = state();
  const scope = tests.get(test.key);
  scope?.end();
  tests.delete(test.key);
  finished.add(test.key);
  if (isTimedOut) timedOut.add(test.key);
  return scope;
}

/** The same for a block: what its `beforeAll` stubbed goes. */
export function finishBlock({ key }: Block): Scope | undefined {
  const { blocks } = state();
  const scope = blocks.get(key);
  scope?.end();
  blocks.delete(key);
  return scope;
}

/** The same for a test file: what was stubbed outside its tests goes. */
export function finishFile(): Scope {
  const home = state();
  const { file } = home;
  // What a block's hooks did once its scope was gone already: `afterAll` hooks may run in parallel.
  for (const late of home.blocks.values()) {
    late.end();
    file.violations.push(...late.violations);
    file.finalChecks.push(...late.finalChecks);
  }
  file.end();
  home.isFileOver = true;
  home.late.delete(AFTER_FILE);
  home.file = new Scope(undefined, undefined);
  // Tests that never ended: their time was up.
  for (const key of home.tests.keys()) {
    home.finished.add(key);
    home.timedOut.add(key);
  }
  home.tests.clear();
  home.blocks.clear();
  return file;
}

/** Whether the test file is over, and no other has begun. */
export function isFileOver(): boolean {
  return state().isFileOver;
}

/** The scope of what runs outside tests. */
export function fileScope(): Scope {
  return state().file;
}

/** The scope, then those that it falls back to. */
export function* chainOf(scope: Scope): Generator<Scope> {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) yield each;
}

/** The packages that the test file that runs mocks as a whole; undefined where the runner does not tell. */
export function mockedPackages(): string[] | undefined {
  return state().runner?.mockedPackages?.();
}

/** Where to look for the project's own packages: from the test file, then from where the run began. */
export function projectFolders(): string[] {
  const testPath = state().runner?.testPath();
  return testPath === undefined ? [process.cwd()] : [dirname(testPath), process.cwd()];
}
