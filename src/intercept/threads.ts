import { createRequire, syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';
import { currentScope } from '../calls/index.js';
import { networkIn } from '../stubs/index.js';

const ORIGINAL = Symbol.for('aws-sdk-stubber.worker');
const ALLOWED = 'aws-sdk-stubber.allowed';

type WorkerClass = typeof threads.Worker & { [ORIGINAL]?: typeof threads.Worker };

/**
 * Guards the worker threads that the code under test starts: each has a Node of its own, without stubs,
 * and would find its way to AWS.
 */
export function guardThreads(): void {
  const guard = guardFile();
  if (guard === undefined) return;
  const current: WorkerClass = threads.Worker;
  const original = current[ORIGINAL] ?? current;
  class Worker extends original {
    static readonly [ORIGINAL] = original;

    constructor(file: string | URL, options: threads.WorkerOptions = {}) {
      // A thread is given a copy of this when it is made.
      threads.setEnvironmentData(ALLOWED, [...(networkIn(currentScope())?.network.allow ?? [])]);
      const given = options.execArgv ?? process.execArgv;
      super(file, { ...options, execArgv: ['--require', guard as string, ...given] });
    }
  }
  threads.Worker = Worker;
  // For `import { Worker } from 'node:worker_threads'`.
  syncBuiltinESMExports();
}

export function openThreads(): void {
  const { [ORIGINAL]: original }: WorkerClass = threads.Worker;
  if (original !== undefined) threads.Worker = original;
  syncBuiltinESMExports();
}

/** The hosts that were open where this thread was started. */
export function allowedInThread(): string[] {
  return threads.getEnvironmentData(ALLOWED) as unknown as string[];
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
