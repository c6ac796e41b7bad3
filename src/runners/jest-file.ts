import { AsyncLocalStorage } from 'node:async_hooks';
import { runInThisContext } from 'node:vm';
import { ownGuard, type Guard } from '../intercept/index.js';
import { tellAfterEnd } from './after-end.js';
import type { Entry } from './jest-circus.js';
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
  readonly test: Entry | undefined;
}

/** Outside of the sandboxes, which share it: what one left running may still run in the next one's time. */
const STARTER = Symbol.for('aws-sdk-stubber.jest.starter');
const real = runInThisContext('globalThis') as {
  [STARTER]: AsyncLocalStorage<Starter> | undefined;
};
const starter = (real[STARTER] ??= new AsyncLocalStorage());

const thisFile: TestFile = { guard: ownGuard, isOver: false };

export function endFile(): void {
  thisFile.isOver = true;
}

export function isOver(): boolean {
  return thisFile.isOver;
}

/** Runs what a test or (with undefined) a hook consists of, so that what it leaves behind can be told to it. */
export function runAs<T>(test: Entry | undefined, act: () => T): T {
  return starter.run({ file: thisFile, test }, act);
}

/** The test that the code being run was started by. */
export function startedBy(): Entry | undefined {
  return starter.getStore()?.test;
}

/**
 * The guard of the file that the code being run belongs to. None for what belongs to no file once this one is over:
 * where Jest runs tests in band, its reporters and its global teardown share the process.
 */
export function guardOfFile(): Guard | undefined {
  const file = starter.getStore()?.file;
  if (file !== undefined) return file.guard;
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
