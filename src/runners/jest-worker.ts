import { isMainThread } from 'node:worker_threads';
import process from 'node:process';

/**
 * Whether this process (or thread) only runs tests, and is not the one that Jest was started as: with
 * `--runInBand`, and for a single file, Jest's reporters and its global teardown share it.
 */
export function isJestWorker(): boolean {
  // Jest's own workers; `process.send` says nothing, since Jest's tests always see one.
  return !isMainThread || /jest-worker.*processChild/.test(process.argv[1] ?? '');
}
