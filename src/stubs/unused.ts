import type { Scope } from '../calls/index.js';
import { UnusedStubsError } from '../errors.js';
import { listOf, writtenWhere } from './pending.js';
import { settingFor } from './settings.js';
import type { Stub } from './stub.js';

/**
 * The error for stubs of `on` that no call used, where the settings of their targets ask for that;
 * undefined where there are none.
 *
 * @param stubs - that were written in a scope which ends
 */
export function unusedError(stubs: readonly Stub[], scope: Scope): UnusedStubsError | undefined {
  const unused = stubs.filter((stub) => {
    if (stub.wasUsed || stub.isExpectation) return false;
    const { target, settings } = stub;
    return (settings.unused ?? settingFor('unused', target.keys, scope)) === 'fail';
  });
  if (unused.length === 0) return undefined;
  const error = new UnusedStubsError(
    `${unused.length === 1 ? '1 stub was' : `${String(unused.length)} stubs were`} not used: no call was answered by ` +
      `${unused.length === 1 ? 'it' : 'them'}.\n\n${listOf(unused)}\n\n` +
      "Take out what is not needed. A stub that may stay unused says so: on(operation, params, { unused: 'ignore' }).",
  );
  return writtenWhere(unused, error);
}
