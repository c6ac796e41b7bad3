import type { OpenCall } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { callList, diffOfCall, expectedCall, hint, message } from './message.js';
import { Received, type Wanted } from './received.js';

/** These operations were called in this order; other calls may lie between them. */
export function toHaveCalledOperationsInOrder(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const signature = ['operations'];
  const received = new Received(this, 'toHaveCalledOperationsInOrder', actual, args, signature);
  const wanted = received.wantedList(args[0]);
  if (wanted.length === 0) {
    throw new WrongUseError(
      `${received.from} takes one operation or more: without any it would always pass. ` +
        'For no call at all write .not.toHaveCalledAnyOperation().',
      'what-a-matcher-takes',
    );
  }
  const { found, missing, next } = follow(received, wanted);
  const pass = missing === undefined;
  return {
    pass,
    message: () =>
      message(
        hint(received, 'operations'),
        pass
          ? 'Expected these calls not to be made in this order:'
          : 'Expected these calls in this order:',
        wanted.map((each, i) => expectedLine(received, each, i, found)).join('\n'),
        missing && next && diffOfCall(received, missing, next, 'The nearest later call is'),
        callList(received, wanted, found),
      ),
  };
}

interface Followed {
  /** The call found for each operation, in order, up to the first that has none. */
  readonly found: OpenCall[];
  readonly missing: Wanted | undefined;
  /** A later call of the missing operation, whose parameters differ. */
  readonly next: OpenCall | undefined;
}

function follow(received: Received, wanted: readonly Wanted[]): Followed {
  const found: OpenCall[] = [];
  let rest = received.calls;
  for (const each of wanted) {
    const at = rest.findIndex((call) => received.isWanted(call, each));
    const call = rest[at];
    if (call === undefined) {
      const [next] = received.nearest(each, rest);
      return { found, missing: each, next };
    }
    found.push(call);
    rest = rest.slice(at + 1);
  }
  return { found, missing: undefined, next: undefined };
}

function expectedLine(
  received: Received,
  wanted: Wanted,
  i: number,
  found: readonly OpenCall[],
): string {
  const call = found[i];
  const state =
    call !== undefined
      ? `call ${String(received.numberOf(call))}`
      : i === found.length
        ? 'not found'
        : '';
  return `  ${String(i + 1)}. ${expectedCall(received, wanted)}${state === '' ? '' : `  (${state})`}`;
}
