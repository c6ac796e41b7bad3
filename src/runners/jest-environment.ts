import { isMainThread } from 'node:worker_threads';
import process from 'node:process';
import { runInThisContext } from 'node:vm';
import {
  closeEnvironment,
  ofMachine,
  openEnvironment,
  snapshot,
  type IsOfMachine,
} from '../intercept/index.js';
import { isJestWorker } from './jest-worker.js';

type Environment = Record<string, string | undefined>;

/**
 * Jest gives each test file a copy of `process.env`. This is the real one behind it, which child
 * processes inherit.
 */
const real = runInThisContext('process.env') as Environment;

/** Jest itself: workers are its children, or its threads. */
const jest = isJestWorker() && isMainThread ? process.ppid : 'self';

/** What the real environment was; undefined while it is. */
let before: Environment | undefined;

/**
 * Tells what the project set in Jest's config, its global set-up and its setup files from the machine's own. Where the
 * system does not tell, what a setup file changed is known alone.
 */
export function isOfMachine(): IsOfMachine {
  const atStart = { ...real };
  return ofMachine(jest, (name, value) => atStart[name] === value);
}

/** Takes the machine's own out of the real environment too. */
export function closeRealEnvironment(): void {
  before ??= snapshot(real);
  closeEnvironment(
    real,
    ofMachine(jest, () => true),
  );
}

/** Puts it back, for a process that does more than run tests. */
export function openRealEnvironment(): void {
  if (before !== undefined) openEnvironment(real, before);
  before = undefined;
}
