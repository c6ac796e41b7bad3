import { copyOf } from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import type { ErrorDetails } from '../model/index.js';
import { isAsymmetric, isExactly } from './params.js';
import type { Reply } from './reply.js';

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

function outputProblem(output: unknown): string | undefined {
  if (output instanceof Error) return 'takes an output; write .rejects(error) to refuse the call.';
  if (typeof output === 'function') {
    return 'takes an output; write .answers((input) => ({ … })) for a function of the input.';
  }
  if (typeof output !== 'object' || output === null || Array.isArray(output)) {
    return `takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got ${describe(output)}.`;
  }
  if (typeof (output as { then?: unknown }).then === 'function') {
    return 'takes an output, but got a promise of one; write .answers(() => promise).';
  }
  return undefined;
}

/** An error as a reply: by code, by a class of the SDK, or as it is. */
export function errorReply(
  error: unknown,
  details: ErrorDetails | undefined,
  method: string,
  from: string,
): Reply {
  if (typeof error === 'string' && error !== '') {
    return { kind: 'code', code: error, details: copyOf(details ?? {}) };
  }
  if (isErrorClass(error))
    return { kind: 'code', code: error.name, details: copyOf(details ?? {}) };
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

function isErrorClass(value: unknown): value is { name: string } {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as object | undefined;
  return prototype instanceof Error || isErrorOfAnotherRealm(prototype);
}

/** Jest's tests and the modules they load may have an `Error` each. */
function isErrorOfAnotherRealm(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return String(value);
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
