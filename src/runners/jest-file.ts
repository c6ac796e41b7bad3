import { AsyncLocalStorage } from 'node:async_hooks';
import { runInThisContext } from 'node:vm';
import { ownGuard, type Guard } from '../intercept/index.js';
import { tellAfterEnd } from './after-end.js';
import type { Attempt } from './jest-circus.js';
import { hidden, isGenerator, takesDone, type Act, type StepwiseAct } from './jest-functions.js';
import { isJestWorker } from './jest-worker.js';

/** A test file. Jest gives each a sandbox, with a copy of this package; Node's modules are the process's. */
interface TestFile {
  readonly guard: Guard;
  /** Its results are made, or about to be. */
  isOver: boolean;
}

/** What the code being run was started by. */
interface Starter {
  readonly file: TestFile;
  /** None of a hook. */
  readonly test: Attempt | undefined;
}

/** Outside of the sandboxes, which share it: what one left running may still run in the next one's time. */
const STARTER = Symbol.for('aws-sdk-stubber.jest.starter');
const real = runInThisContext('globalThis') as {
  [STARTER]: AsyncLocalStorage<Starter> | undefined;
};
const starter = (real[STARTER] ??= new AsyncLocalStorage());

const thisFile: TestFile = { guard: ownGuard, isOver: false };

export function markOver(): void {
  thisFile.isOver = true;
}

export function isOver(): boolean {
  return thisFile.isOver;
}

/**
 * The function of a test or a hook, so that what it leaves behind can be told to it.
 *
 * @param attempt - gives the run of the test that begins
 */
export function asItself(act: Act, attempt: () => Attempt | undefined): Act {
  const whose = (): Starter => ({ file: thisFile, test: attempt() });
  if (takesDone(act)) {
    return hidden(function (this: unknown, done: unknown): unknown {
      return starter.run(whose(), act.bind(this, done));
    });
  }
  if (isGenerator(act)) return hidden(stepsAs(act, whose));
  return hidden(function (this: unknown): unknown {
    return starter.run(whose(), act.bind(this));
  });
}

function stepsAs(act: StepwiseAct, whose: () => Starter): StepwiseAct {
  return function* (this: unknown): Generator<unknown, unknown> {
    const itself = whose();
    const steps = starter.run(itself, () => act.call(this));
    const go = hidden((way: 'next' | 'throw', sent?: unknown) =>
      starter.run(itself, steps[way].bind(steps), sent),
    );
    let step = go('next');
    while (step.done !== true) {
      let way: 'next' | 'throw' = 'next';
      let sent: unknown;
      try {
        sent = yield step.value;
      } catch (error) {
        [way, sent] = ['throw', error];
      }
      step = go(way, sent);
    }
    return step.value;
  };
}

/** The run of a test that the code being run was started by. */
export function startedBy(): Attempt | undefined {
  return starter.getStore()?.test;
}

/** The guard of the file whose tests or hooks started the code being run. */
export function guardOfTests(): Guard | undefined {
  return starter.getStore()?.file.guard;
}

/**
 * The guard of the file that the code being run belongs to. None for what belongs to no file once this one is over:
 * where Jest runs tests in band, its reporters and its global teardown share the process.
 */
export function guardOfFile(): Guard | undefined {
  const guard = guardOfTests();
  if (guard !== undefined) return guard;
  return thisFile.isOver && !isJestWorker() ? undefined : ownGuard;
}

/**
 * Tells of what happened when the file's results were made already, and lets the run fail where that can still be done.
 *
 * @param testPath - of the file
 */
export function tellLate(error: Error, testPath: string | undefined): void {
  const process = runInThisContext('process') as NodeJS.Process;
  tellAfterEnd(process, error, testPath);
  // A worker's own is nobody's business.
  if (!isJestWorker()) process.exitCode = 1;
}
