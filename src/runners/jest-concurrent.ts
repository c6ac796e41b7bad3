import { hidden, isGenerator, takesDone, type Act } from './jest-file.js';
import type { Failure } from './verdict.js';

/** What happens around the function of a test. */
interface Ends {
  readonly start: () => void;
  /** Gives what the test must fail with besides. */
  readonly end: (failures: readonly Failure[]) => Error | undefined;
  /** Lets it fail with one error more than its function threw. */
  readonly failAlso: (error: Error) => void;
}

/**
 * The function of a test, with what happens around it. It keeps its form, by which Jest tells how to run it: one that
 * takes `done`, a generator, one that gives a promise, or nothing.
 *
 * Source: `callAsyncCircusFn` in jest-circus, 29.7 to 30.5.
 */
export function withEnds(act: Act, { start, end, failAlso }: Ends): Act {
  const pass = (): void => {
    const problem = end([]);
    if (problem !== undefined) throw problem;
  };
  const fail = (error: unknown): never => {
    const problem = end([error as Failure]);
    if (problem !== undefined) failAlso(problem);
    throw error;
  };

  function plain(this: unknown): unknown {
    let result: unknown;
    try {
      start();
      result = act.call(this);
    } catch (error) {
      return fail(error);
    }
    if (isPromise(result)) return result.then(pass, fail);
    pass();
    return result;
  }

  function* stepwise(this: unknown): Generator {
    let result: unknown;
    try {
      start();
      result = yield* act.call(this) as Generator;
    } catch (error) {
      return fail(error);
    }
    pass();
    return result;
  }

  function untilDone(this: unknown, done: unknown): unknown {
    // Jest before 30.2 gives none to a concurrent test.
    if (typeof done !== 'function') return plain.call(this);
    const told = (reason: unknown): void => {
      const problem = end(reason ? [reason] : []);
      if (reason && problem !== undefined) failAlso(problem);
      (done as Act)(reason || problem);
    };
    try {
      start();
      return act.call(this, told);
    } catch (error) {
      return fail(error);
    }
  }

  if (isGenerator(act)) return hidden(stepwise);
  return hidden(takesDone(act) ? untilDone : plain);
}

/** As Jest tells one. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
