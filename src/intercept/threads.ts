import { AsyncResource } from 'node:async_hooks';
import { createRequire } from 'node:module';
import type * as Threads from 'node:worker_threads';
import process from 'node:process';
import { EVERY_CLIENT, type Scope } from '../calls/index.js';
import {
  LateCallError,
  StubberError,
  withoutLinks,
  WrongUseError,
  type StubberErrorCode,
} from '../errors.js';
import { networkIn, settingFor, type Settings } from '../stubs/index.js';
import type { Guard } from './guard.js';
import { unwrapped, wrap } from './wrap.js';

/**
 * Not imported: in its vmThreads Vitest 5 makes an ES module of Node's at its first import, and the one that the code
 * under test imports later would still have Node's own class.
 */
const threads = process.getBuiltinModule('node:worker_threads');
const { EventEmitter } = process.getBuiltinModule('node:events');

type WorkerClass = typeof Threads.Worker;

/** What a thread is given when it is made. */
export interface Given {
  /** On which it tells what must fail the test that started it, and is told when what it is allowed is over. */
  readonly port: Threads.MessagePort;
  readonly settings: Settings;
  /** The same, at once: what is posted comes with a later turn of the event loop. */
  readonly isOver: () => boolean;
}

/** The same as it travels, under the name `GIVEN`. */
type Travelling = Omit<Given, 'isOver'> & { readonly over: Int32Array };
const GIVEN = 'aws-sdk-stubber';

/** A violation on its way to the thread of the tests. */
interface Told {
  readonly code: StubberErrorCode;
  readonly message: string;
}

/** The flags of this process that a thread may be given. */
let inherited: readonly string[] = process.execArgv;

/**
 * Flags of V8 and of the process (`--expose-gc`) hold for all threads, but no thread may be given them.
 *
 * @param error - Node's, which lists them
 */
function withoutRefused(flags: readonly string[], error: unknown): readonly string[] {
  const { code, message } = error as { readonly code?: unknown; readonly message: string };
  if (code !== 'ERR_WORKER_INVALID_EXEC_ARGV') throw error;
  const refused = new Set(message.slice(message.indexOf(': ') + 2).split(', '));
  return flags.filter((flag) => !refused.has(flag));
}

/**
 * Guards the worker threads that the code under test starts: each has a Node of its own, without stubs,
 * and would find its way to AWS.
 *
 * @param guardOf - gives the guard of the code being run; undefined where its threads are its own business
 * @param guardOfTests - the same, and undefined also where the code may be the runner's own
 */
export function guardThreads(guardOf: () => Guard | undefined, guardOfTests = guardOf): void {
  const original = unwrapped(threads.Worker);
  refuseUnguarded(original, guardOfTests);
  class Worker extends original {
    constructor(file: string | URL, options: Threads.WorkerOptions = {}) {
      const guard = guardOf();
      const toRequire = guard && guardFile();
      if (guard === undefined || toRequire === undefined) {
        super(file, options);
        return;
      }
      const scope = guard.currentScope();
      const { port1, port2 } = new threads.MessageChannel();
      const guarded = (flags: readonly string[]): Threads.WorkerOptions => ({
        ...options,
        execArgv: ['--require', toRequire, ...flags],
        transferList: [...(options.transferList ?? []), port2],
      });
      const over = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const given: Travelling = { port: port2, settings: settingsIn(scope), over };
      threads.setEnvironmentData(GIVEN, given);
      try {
        if (options.execArgv !== undefined) super(file, guarded(options.execArgv));
        else {
          // What a thread inherits it must be given once it is given anything.
          try {
            super(file, guarded(inherited));
          } catch (error) {
            inherited = withoutRefused(inherited, error);
            super(file, guarded(inherited));
          }
        }
      } finally {
        // No other thread can be given this port.
        threads.setEnvironmentData(GIVEN, undefined);
      }
      listen(this, port1, scope, guard);
      guard.hold({
        holders: new Set(),
        end: () => {
          Atomics.store(over, 0, 1);
          port1.postMessage('over');
        },
      });
    }
  }
  wrap(threads, 'Worker', () => Worker as never);
  // For what the class itself has of `EventEmitter`.
  Object.setPrototypeOf(threads.Worker, original);
}

/**
 * Code that took Node's own class before this package was set up would start threads that nothing guards. It is told by
 * what it derives from, which each construction asks for anew.
 */
function refuseUnguarded(original: WorkerClass, guardOf: () => Guard | undefined): void {
  class Emitter extends EventEmitter {
    constructor(...options: ConstructorParameters<typeof EventEmitter>) {
      const isOurs = unwrapped(new.target) !== new.target;
      // Node's own thread of `module.register`.
      const isInternal = new.target.name === 'InternalWorker';
      const guard = isOurs || isInternal ? undefined : guardOf();
      if (guard !== undefined) {
        const error = unguarded();
        guard.remember(error);
        throw error;
      }
      super(...options);
    }
  }
  Object.setPrototypeOf(original, Emitter);
}

function unguarded(): Error {
  return new WrongUseError(
    'A worker thread was not started, since it could not be guarded: your code imported Worker from node:worker_threads ' +
      "before aws-sdk-stubber was set up. Name aws-sdk-stubber's setup entry before all other setup files.",
    'this-package-is-not-set-up',
  );
}

/** What of the settings a thread can be given: what is open, and whether refusals fail the test. */
function settingsIn(scope: Scope): Settings {
  const { network } = networkIn(scope) ?? {};
  const unstubbed = settingFor('unstubbed', [EVERY_CLIENT.key], scope);
  return {
    ...(network !== undefined && { network }),
    ...(unstubbed === 'throw' && { unstubbed }),
  };
}

/**
 * What this thread was given by the one that started it; it can be taken once. Undefined in a child process
 * that inherited the flags of a thread.
 */
export function takeGiven(): Given | undefined {
  const given = threads.getEnvironmentData(GIVEN) as unknown as Travelling | undefined;
  threads.setEnvironmentData(GIVEN, undefined);
  if (given === undefined) return undefined;
  const { over, ...others } = given;
  return { ...others, isOver: () => Atomics.load(over, 0) === 1 };
}

/** Tells the thread that started this one of what must fail the test. */
export function tell(port: Threads.MessagePort, violation: Error): void {
  const { message } = violation;
  const code = violation instanceof StubberError ? violation.code : 'UNSTUBBED_OPERATION';
  port.postMessage({ code, message } satisfies Told);
}

/** Takes what a thread tells for the test that started it, also when that is over. */
function listen(
  worker: Threads.Worker,
  port: Threads.MessagePort,
  scope: Scope,
  { remember }: Guard,
): void {
  let isOver = false;
  // As a call of that test: what comes from a thread belongs to no test by itself.
  const rememberLate = AsyncResource.bind((message: string) => {
    remember(lateError(message, scope));
  });
  const take = ({ code, message }: Told): void => {
    if (isOver) rememberLate(message);
    else scope.violate(new StubberError(code, message));
  };
  const takeAll = (): void => {
    for (;;) {
      // What the thread told is here already; an event would come after the end of the test.
      const received = threads.receiveMessageOnPort(port) as { readonly message: Told } | undefined;
      if (received === undefined) return;
      take(received.message);
    }
  };
  // In a thread that starts threads no scope ends: it passes on before its own code hears of what happened.
  worker.on('message', takeAll).on('exit', takeAll);
  scope.endings.push(() => {
    takeAll();
    isOver = true;
    port.on('message', take);
    port.unref();
  });
}

function lateError(message: string, { name }: Scope): Error {
  return new LateCallError(
    `A worker thread went on after its test was over: "${name ?? 'outside of tests'}".\n${withoutLinks(message)}`,
  );
}

/** What `src/thread.ts` becomes in the package; it is not there beside the sources. */
function guardFile(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve('./thread.cjs');
  } catch {
    return undefined;
  }
}
