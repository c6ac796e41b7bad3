import type { MatcherContext, MatcherResult } from './context.js';
import { callList, count, expectedCall, hint, message } from './message.js';
import { Received } from './received.js';

/** No operation was called but these; that each of them was called is not asked. */
export function toHaveCalledOnlyOperations(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operations'];
  const received = new Received(this, 'toHaveCalledOnlyOperations', actual, args, signature);
  const wanted = received.wantedList(args[0]);
  const others = received.calls.filter(
    (call) => !wanted.some((each) => received.isWanted(call, each)),
  );
  const pass = others.length === 0;
  const allowed = wanted.map((each) => `  ${expectedCall(received, each)}`).join('\n');
  return {
    pass,
    message: () =>
      message(
        hint(received, 'operations'),
        pass
          ? 'Expected a call beside these:'
          : `Expected no call but these, and there ${others.length === 1 ? 'is' : 'are'} ${count(others.length, 'other')}:`,
        allowed === '' ? '  (none)' : allowed,
        callList(received, wanted, others),
      ),
  };
}
