import { remember, type OpenCall, type Scope } from '../calls/index.js';
import { InvalidStubError, LateCallError } from '../errors.js';
import { settingFor, tellOfEndpoint, unstubbedError } from '../stubs/index.js';

/** An error for a call; a violation too, unless the test said that it asserts on what is thrown. */
export function refusal(error: Error, { keys }: OpenCall, scope: Scope): Error {
  return settingFor('unstubbed', keys, scope) === 'throw' ? error : violation(error, scope);
}

/** Refuses a call that nothing answers. */
export function refuseUnstubbed(call: OpenCall, scope: Scope, isKnown: boolean): Promise<never> {
  const error = unstubbedError(call, scope);
  // At once: the test may end before all is said.
  if (!isKnown) violation(error, scope);
  const told = tellOfEndpoint(error, call);
  if (told === undefined) throw error;
  return told.then(() => {
    throw error;
  });
}

export function wrongStub(error: unknown, scope: Scope): unknown {
  return error instanceof InvalidStubError ? violation(error, scope) : error;
}

/** Remembers what must fail the test, for code that swallows errors (the SDK's waiters do). */
export function violation<E extends Error>(error: E, scope: Scope): E {
  scope.violate(error);
  return error;
}

export function lateError(call: OpenCall, test: string, isTimedOut: boolean): Error {
  const error = new LateCallError(
    `${call.service} ${call.operation} was called after its test was over: "${test}".\n` +
      'Await what the test starts, or stop it before the test ends.',
  );
  // What a test awaited until its time was up is no mistake of its own.
  if (!isTimedOut) remember(error);
  return error;
}
