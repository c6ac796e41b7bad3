import { currentScope, isWithin } from '../src/calls/index.js';
import { describeStub, registriesOf, type Stub } from '../src/stubs/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { callList, hint, message } from './message.js';
import { Received } from './received.js';

/** Every expectation of the target was met. */
export function toHaveNoPendingStubs(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const received = new Received(this, 'toHaveNoPendingStubs', actual, args, []);
  const pending = pendingOf(received);
  const pass = pending.length === 0;
  const list = pending.map((stub, i) => `  ${String(i + 1)}. ${describeStub(stub)}`).join('\n');
  return {
    pass,
    message: () =>
      message(
        hint(received),
        pass
          ? 'Expected an expectation that is not met, but all are, or there is none'
          : 'Expected every expectation to be met, but these were not:',
        list,
        callList(received),
      ),
  };
}

function pendingOf({ target }: Received): Stub[] {
  return [...registriesOf(currentScope())].flatMap(({ sets }) =>
    [...sets.values()].filter((set) => isWithin(set.target, target)).flatMap((set) => set.pending),
  );
}
