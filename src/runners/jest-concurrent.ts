import { hidden, isGenerator, takesDone, type Act } from './jest-functions.js';
import type { Failure } from './verdict.js';

/** What happens around the function of a test. */
interface Ends {
  /** Before it. */
  readonly start: () => void;
  /** What its end has to wait for, of a function that gives a promise. */
  readonly left: () => Promise<unknown> | undefined;
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
 *
 * @param ends - for the run of the test that begins
 */
export function withEnds(act: Act, ends: () => Ends): Act {
  if (takesDone(act)) {
    return hidden(function (this: unknown, done: unknown): unknown {
      // Jest before 30.2 gives none to a concurrent test.
      return typeof done === 'function'
        ? untilDone(act.bind(this), done as Act, ends())
        : atOnce(act.bind(this, undefined), ends());
    });
  }
  if (isGenerator(act)) {
    return hidden(function* (this: unknown): Generator<unknown, unknown> {
      return yield* stepwise(act.bind(this), ends());
    });
  }
  return hidden(function (this: unknown): unknown {
    return atOnce(act.bind(this), ends());
  });
}

const atOnce = hidden((act: () => unknown, ends: Ends): unknown => {
  let result: unknown;
  try {
    ends.start();
    result = act();
  } catch (error) {
    return fail(error, ends);
  }
  if (!isPromise(result)) {
    pass(ends);
    return result;
  }
  return Promise.resolve(result).then(
    () => {
      const left = ends.left();
      if (left === undefined) pass(ends);
      else
        return left.then(() => {
          pass(ends);
        });
    },
    (error: unknown) => fail(error, ends),
  );
});

const stepwise = hidden(function* (
  act: () => Generator<unknown, unknown>,
  ends: Ends,
): Generator<unknown, unknown> {
  let result: unknown;
  try {
    ends.start();
    result = yield* act();
  } catch (error) {
    return fail(error, ends);
  }
  pass(ends);
  return result;
});

const untilDone = hidden((act: Act, done: Act, ends: Ends): unknown => {
  const told = (reason: unknown): void => {
    const problem = ends.end(reason ? [reason] : []);
    if (reason && problem !== undefined) ends.failAlso(problem);
    done(reason || problem);
  };
  try {
    ends.start();
    return act(told);
  } catch (error) {
    return fail(error, ends);
  }
});

function pass({ end }: Ends): void {
  const problem = end([]);
  if (problem !== undefined) throw problem;
}

function fail(error: unknown, { end, failAlso }: Ends): never {
  const problem = end([error as Failure]);
  if (problem !== undefined) failAlso(problem);
  throw error;
}

/** As Jest tells one. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
