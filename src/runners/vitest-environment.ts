import process from 'node:process';
import * as vitest from 'vitest';
import { isSecret, ofMachine, takeAgain, wrap, type IsOfMachine } from '../intercept/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Not imported: see src/intercept/threads.ts. */
const { isMainThread } = process.getBuiltinModule('node:worker_threads');

/** Vitest itself: its workers are its children, or its threads. */
const vitestItself = isMainThread && typeof process.send === 'function' ? process.ppid : 'self';

/**
 * Tells what the project set in Vitest's config, its global set-up and its setup files from the machine's own. Where the
 * system does not tell, what `test.env` of the config says is known alone.
 *
 * @param env - `test.env`
 */
export function isOfMachine(env: Environment = {}): IsOfMachine {
  const isKnown = ofMachine(
    vitestItself,
    (name, value) => env[name] !== value || isEverything(env) || mayBeReal(name, env),
  );
  // A region that the config names stays where the machine has the same one: it is no secret.
  const is = (name: string, value: string | undefined): boolean =>
    isKnown(name, value) && !(/REGION$/.test(name) && env[name] === value && !isEverything(env));
  return Object.assign(is, { atStart: isKnown.atStart });
}

/** `loadEnv(mode, folder, '')` of Vite and `{ ...process.env }` hand on all that the machine has. */
function isEverything(env: Environment): boolean {
  return ['PATH', 'Path', 'HOME', 'USERPROFILE'].some((name) => name in env);
}

/**
 * Whether a variable may hold a secret of the machine that the config hands on. Those that AWS makes go with an id in a
 * form of its own; keys for tests mostly have another.
 *
 * Source: "IAM identifiers", "Understanding unique ID prefixes", in the IAM User Guide.
 */
function mayBeReal(name: string, { AWS_ACCESS_KEY_ID: id = '' }: Environment): boolean {
  return isSecret(name) && (id === '' || /^A[A-Z]{3}[A-Z2-7]{16}$/.test(id));
}

/** `vi.unstubAllEnvs()` puts back what a setup file before this one stubbed, the machine's own too. */
export function guardUnstubbing(): void {
  wrap(
    vitest.vi,
    'unstubAllEnvs',
    (original) =>
      function unstubAllEnvs(this: unknown): unknown {
        const result = original.call(this);
        takeAgain();
        return result;
      },
  );
}
