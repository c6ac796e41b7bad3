import { toLine } from '../calls/index.js';
import { PendingExpectationsError } from '../errors.js';
import { insideExactly } from './params.js';
import type { Stub } from './stub.js';

/** How many left-over expectations a message names. */
const MAX_SHOWN = 20;

/** The error for expectations left over, or undefined where there are none. */
export function pendingError(pending: readonly Stub[]): PendingExpectationsError | undefined {
  if (pending.length === 0) return undefined;
  const count =
    pending.length === 1 ? '1 expectation was' : `${String(pending.length)} expectations were`;
  const lines = pending
    .slice(0, MAX_SHOWN)
    .map((stub, i) => `  ${String(i + 1)}. ${describeStub(stub)}`);
  if (pending.length > MAX_SHOWN) lines.push(`  … ${String(pending.length - MAX_SHOWN)} more`);
  const error = new PendingExpectationsError(
    `${count} not met: the code under test did not make ${pending.length === 1 ? 'this call' : 'these calls'}.\n\n` +
      `${lines.join('\n')}\n\n` +
      'A stub that may be left unused is written with on(…) instead of expects(…).',
  );
  // Runners show the source at the top of the stack: the first expectation that is left.
  const { frames } = pending[0] as Stub;
  if (frames !== undefined) error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}

/**
 * A stub as a message names it: target, operation, parameters, and where it was written (not "at",
 * which runners would take for a line of the stack).
 */
export function describeStub(stub: Stub, name = stub.target.name): string {
  const { operation, params, writtenAt } = stub;
  const given =
    params === undefined ? '(any input)' : toLine(insideExactly(params), { showAbsent: true });
  return `${name} ${operation} ${given}${writtenAt === undefined ? '' : `\n     in ${writtenAt}`}`;
}
