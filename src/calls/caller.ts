import { AsyncContext } from '../async-context.js';

/** Who calls, where it is not the test or what it calls: `function orders`. */
const context = new AsyncContext<string>('caller');

/** Runs code whose calls say who made them. */
export function runAsCaller<R>(caller: string, act: () => R): R {
  return context.run(caller, act);
}

/** Undefined for the test, and what it calls. */
export function presentCaller(): string | undefined {
  return context.get();
}
