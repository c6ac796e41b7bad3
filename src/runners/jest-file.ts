import { runInThisContext } from 'node:vm';
import { tellAfterEnd } from './after-end.js';
import type { Attempt } from './jest-circus.js';
import { hidden, isGenerator, takesDone, type Act, type StepwiseAct } from './jest-functions.js';
import { isJestWorker } from './jest-worker.js';
import { runAs } from './test-file.js';

let isFileOver = false;

export function markOver(): void {
  isFileOver = true;
}

export function isOver(): boolean {
  return isFileOver;
}

/**
 * The function of a test or a hook, so that what it leaves behind can be told to it.
 *
 * @param attempt - gives the run of the test that begins
 */
export function asItself(act: Act, attempt: () => Attempt | undefined): Act {
  if (takesDone(act)) {
    return hidden(function (this: unknown, done: unknown): unknown {
      return runAs(attempt())(act.bind(this, done));
    });
  }
  if (isGenerator(act)) return hidden(stepsAs(act, attempt));
  return hidden(function (this: unknown): unknown {
    return runAs(attempt())(act.bind(this));
  });
}

function stepsAs(act: StepwiseAct, attempt: () => Attempt | undefined): StepwiseAct {
  return function* (this: unknown): Generator<unknown, unknown> {
    const run = runAs(attempt());
    const steps = run(() => act.call(this));
    const go = hidden((way: 'next' | 'throw', sent?: unknown) => {
      const act: () => IteratorResult<unknown, unknown> = steps[way].bind(steps, sent);
      return run(act);
    });
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
