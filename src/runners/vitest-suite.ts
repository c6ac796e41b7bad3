import type { Task } from './vitest-tasks.js';

/*
 * By itself, since the Vitest entry keeps it: Vite transforms that, and so knows where Vitest is.
 */

export type Hook = (...args: unknown[]) => unknown;

/** The hooks of a suite, as Vitest keeps them: what is put there runs. */
export interface Hooks {
  readonly beforeAll: Hook[];
  readonly afterAll: Hook[];
  readonly beforeEach: Hook[];
  /** From 4.1 on. */
  readonly aroundAll?: Hook[];
  readonly aroundEach?: Hook[];
}

/** What Vitest has in an entry of its own until 4.1. */
interface Before41 {
  readonly getHooks: (suite: Task) => Hooks;
  readonly getFn: (test: Task) => Hook | undefined;
  readonly setFn: (test: Task, act: Hook) => void;
}

/** In a variable: Vitest 5 has no such entry, and Vite looks at what is imported before it runs. */
const BEFORE_41 = 'vitest/suite' as string;

export async function before41(): Promise<Before41> {
  try {
    // Vite finds that of the Vitest that runs, also where another one is nearer.
    return (await import(/* @vite-ignore */ BEFORE_41)) as Before41;
  } catch {
    // In vmThreads and vmForks Vitest 4.0 imports nothing by a variable.
    return (await import('./vitest-before-41.js')) as unknown as Before41;
  }
}
