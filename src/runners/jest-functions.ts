/** The function of a test or a hook, as Jest calls it. */
export type Act = (this: unknown, ...args: unknown[]) => unknown;

/** One that is run step by step, each when what the last one gave is there. */
export type StepwiseAct = (this: unknown) => Generator<unknown, unknown>;

/** Jest's own sign of such a one, unless it takes `done`. */
export function isGenerator(act: Act): act is StepwiseAct {
  return act.constructor.name === 'GeneratorFunction';
}

/** Jest waits for `done` where a function takes it. */
export function takesDone(act: Act): boolean {
  return act.length > 0;
}

/**
 * Jest leaves lines out of a stack that look like its own: what a user's test failed with does not show that it was
 * called by this package.
 *
 * Source: JEST_INTERNALS_IGNORE in jest-message-util, 29.7 to 30.5.
 */
export function hidden<T extends (...args: never[]) => unknown>(act: T): T {
  return Object.defineProperty(act, 'name', { value: 'jest/build/aws-sdk-stubber' });
}
