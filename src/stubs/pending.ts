import { inputShapeOf, toLine } from '../calls/index.js';
import { PendingExpectationsError } from '../errors.js';
import { insideExactly } from './params.js';
import { ANY_OPERATION, type Stub } from './stub.js';

/** How many stubs a message names. */
const MAX_SHOWN = 20;

/** The error for expectations left over, or undefined where there are none. */
export function pendingError(pending: readonly Stub[]): PendingExpectationsError | undefined {
  if (pending.length === 0) return undefined;
  const count =
    pending.length === 1 ? '1 expectation was' : `${String(pending.length)} expectations were`;
  const error = new PendingExpectationsError(
    `${count} not met: the code under test did not make ${pending.length === 1 ? 'this call' : 'these calls'}.\n\n` +
      `${listOf(pending)}\n\n` +
      'A stub that may be left unused is written with on(…) instead of expects(…).',
  );
  return writtenWhere(pending, error);
}

/** The error for answers of a Stubber left over, or undefined where there are none. */
export function answersLeftError(pending: readonly Stub[]): PendingExpectationsError | undefined {
  if (pending.length === 0) return undefined;
  const isOne = pending.length === 1;
  const count = isOne
    ? '1 answer of a Stubber was'
    : `${String(pending.length)} answers of Stubbers were`;
  const error = new PendingExpectationsError(
    `${count} not used: the code under test did not make ${isOne ? 'this call' : 'these calls'}.\n\n` +
      `${listOf(pending)}\n\n` +
      'An answer that may be left unused is written with stub(client).on(…).',
  );
  return writtenWhere(pending, error);
}

/** The error for answers of a Stubber that could answer nothing, or undefined where there are none. */
export function neverActivated(pending: readonly Stub[]): PendingExpectationsError | undefined {
  const [first] = pending;
  if (first === undefined) return undefined;
  const error = new PendingExpectationsError(
    `A Stubber of ${first.target.name} has answers, and was not activated after they were added: it answers nothing.\n\n` +
      `${listOf(pending)}\n\n` +
      'Call activate() before the code under test, or run that in using(…).',
  );
  return writtenWhere(pending, error);
}

/** Stubs as a message lists them. */
export function listOf(stubs: readonly Stub[]): string {
  const lines = stubs
    .slice(0, MAX_SHOWN)
    .map((stub, i) => `  ${String(i + 1)}. ${describeStub(stub)}`);
  if (stubs.length > MAX_SHOWN) lines.push(`  … ${String(stubs.length - MAX_SHOWN)} more`);
  return lines.join('\n');
}

/** The same error; runners show the source at the top of its stack: where the first of the stubs was written. */
export function writtenWhere<E extends Error>([first]: readonly Stub[], error: E): E {
  const frames = first?.frames;
  if (frames !== undefined) error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}

/**
 * A stub as a message names it: target, operation, parameters, and where it was written (not "at",
 * which runners would take for a line of the stack).
 */
export function describeStub(stub: Stub, name = stub.target.name): string {
  const { params, writtenAt } = stub;
  const operation = stub.operation === ANY_OPERATION ? '(any operation)' : stub.operation;
  const given =
    params === undefined
      ? '(any input)'
      : toLine(insideExactly(params), inputShapeOf(operation, stub.target), { showAbsent: true });
  return `${name} ${operation} ${given}${writtenAt === undefined ? '' : `\n     in ${writtenAt}`}`;
}
