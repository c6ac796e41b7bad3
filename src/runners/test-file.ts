import process from 'node:process';
import { AsyncContext } from '../async-context.js';
import { ownGuard, wrap, type Guard } from '../intercept/index.js';

/** Not imported: see src/intercept/threads.ts. */
const vm = process.getBuiltinModule('node:vm');

/** A test file. Where each has a sandbox it has a copy of this package too; Node's modules are the process's. */
interface TestFile {
  readonly guard: Guard;
  /** The process is at something else: the next file, which may be of a project without us, or a reporter. */
  isLeft: boolean;
}

interface Started {
  readonly file: TestFile;
  /** The test, the block or the fixture, as the runner's entry tells them apart. */
  readonly by: object | undefined;
  /** Whether it is none of these, but the file as the runner loads and runs it. */
  readonly isWhole: boolean;
}

/** What one file left running may still run in the next one's time. */
const context = new AsyncContext<Started>('starter');

/** On the sandbox's global object: several copies of this module may be there. */
const FILE = Symbol.for('aws-sdk-stubber.file');
const home = globalThis as unknown as { [FILE]: TestFile | undefined };
// Sealed: see src/calls/scope.ts.
const thisFile = (home[FILE] ??= Object.seal({ guard: ownGuard, isLeft: false }));

/**
 * Runs a test, a hook or a fixture, so that what it leaves behind can be told to it; no line of ours is in its stacks.
 *
 * @returns what runs it
 */
export function runAs(by: object | undefined): <R>(act: () => R) => R {
  return context.runner({ file: thisFile, by, isWhole: false });
}

/** The same for what is left of the code being run. */
export function enterAs(by: object | undefined): void {
  context.enter(by && { file: thisFile, by, isWhole: false });
}

/** Lets the code being run, and all that the runner calls of it, be known as this file's. */
export function enterFile(): void {
  context.enter({ file: thisFile, by: undefined, isWhole: true });
}

/** What the code being run was started by in this file. */
export function startedBy(): object | undefined {
  const started = context.get();
  return started?.file === thisFile ? started.by : undefined;
}

/** The guard of the file whose tests or hooks started the code being run. */
export function guardOfTests(): Guard | undefined {
  const started = context.get();
  return started?.isWhole === false ? started.file.guard : undefined;
}

/**
 * The guard of the file that the code being run belongs to; of this one where it belongs to none that is known.
 *
 * @param isInBand - whether reporters share the process: they hear of tests while the runner runs them
 */
export function guardOfFile(isInBand = false): Guard | undefined {
  const started = context.get();
  const isKnown = started !== undefined && !(started.isWhole && isInBand);
  if (isKnown) return started.file.guard;
  return thisFile.isLeft ? undefined : ownGuard;
}

/** The file begins, in a process that may have run others. */
export function beginFile(): void {
  thisFile.isLeft = false;
}

/** The process is no longer this file's: what it is known to have started stays shut, and all else is open. */
export function leaveFile(): void {
  thisFile.isLeft = true;
}

/**
 * Calls a function when the next file's sandbox is made, before its environment is: that file may be of a project that
 * does not name our entry.
 *
 * @param isOver - whether the file is over, since its own code may make sandboxes too
 */
export function onNextFile(isOver: () => boolean, act: () => void): void {
  wrap(
    vm,
    'createContext',
    (original) =>
      function createContext(this: unknown, ...args: unknown[]): unknown {
        // In band the context of a file's setup lasts for the runner's own code after it.
        const isRunner = context.get()?.isWhole !== false;
        if (isRunner && isOver()) act();
        return original.apply(this, args);
      },
  );
}
