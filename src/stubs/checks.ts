import { copyOf } from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import type { ErrorDetails } from '../model/index.js';
import { describe, outputProblem } from './output-problem.js';
import { isAsymmetric, isExactly } from './params.js';
import type { ErrorClass, Reply } from './reply.js';

/** Parameters as a stub takes them, or an error that says what to write. */
export function checkedParams(params: unknown, from: string): unknown {
  if (params === undefined || isExactly(params) || isAsymmetric(params)) return params;
  if (typeof params === 'object' && params !== null && !Array.isArray(params)) return params;
  throw new WrongUseError(
    `${from} takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got ${describe(params)}.`,
  );
}

/** An output as a reply, copied: later changes by its author do not reach callers. */
export function checkedReply(output: unknown, method: string, from: string): Reply {
  if (output === undefined) return { kind: 'output', output: {} };
  const problem = outputProblem(output);
  if (problem !== undefined) throw new WrongUseError(`${from}.${method}() ${problem}`);
  return { kind: 'output', output: copyOf(output as object) };
}

/** An error as a reply: by code, by a class of the SDK, or as it is. */
export function errorReply(
  error: unknown,
  details: ErrorDetails | undefined,
  method: string,
  from: string,
): Reply {
  if (details !== undefined && (typeof details !== 'object' || (details as unknown) === null)) {
    throw new WrongUseError(
      `${from}.${method}() takes details as an object, such as { message: 'No such key.' }, but got ${describe(details)}.`,
    );
  }
  if (typeof error === 'string' && error !== '') {
    return { kind: 'code', code: error, details: copyOf(details ?? {}) };
  }
  if (isErrorClass(error)) return { kind: 'code', code: error, details: copyOf(details ?? {}) };
  if (error instanceof Error || isErrorOfAnotherRealm(error)) {
    if (details === undefined) return { kind: 'error', error };
    throw new WrongUseError(
      `${from}.${method}() throws an error as it is, so it takes no details beside it; put them on the error, or give its code.`,
    );
  }
  throw new WrongUseError(
    `${from}.${method}() takes an error's code ('NoSuchKey'), its class, or an Error, but got ${describe(error)}.`,
  );
}

export function checkedDelay(ms: unknown, from: string): number {
  if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return ms;
  throw new WrongUseError(
    `${from}: after(ms) takes milliseconds, 0 or more, but got ${describe(ms)}.`,
  );
}

function isErrorClass(value: unknown): value is ErrorClass {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as object | undefined;
  return prototype instanceof Error || isErrorOfAnotherRealm(prototype);
}

/** Jest's tests and the modules they load may have an `Error` each. */
function isErrorOfAnotherRealm(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value;
}
