import type { OpenCall } from '../src/calls/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { callList, count, diffOfCall, expectedCall, hint, message } from './message.js';
import { Received, type Wanted } from './received.js';

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
        pass ? 'Expected a call beside these:' : 'Expected only these calls:',
        allowed === '' ? '  (none)' : allowed,
        pass
          ? undefined
          : `${count(others.length, 'call')} ${others.length === 1 ? 'is' : 'are'} not among them.`,
        ...wanted.map((each) => nearestDiff(received, each, others)),
        callList(received, wanted, others),
      ),
  };
}

/** How the nearest of the other calls of an allowed operation differs. */
function nearestDiff(
  received: Received,
  wanted: Wanted,
  others: readonly OpenCall[],
): string | undefined {
  const [nearest] = received.nearest(wanted, others);
  return nearest && diffOfCall(received, wanted, nearest, 'What differs in');
}
