import { duringPoll, type Poll } from '../calls/index.js';
import { StubberError } from '../errors.js';

type WaiterResult = { readonly state: string; readonly reason?: unknown };
type Check = (client: unknown, input: unknown) => Promise<WaiterResult>;

interface WaiterOptions {
  readonly client?: unknown;
  /** In seconds. */
  readonly maxWaitTime: number;
  /** In seconds. */
  readonly minDelay?: number;
  /** In seconds. */
  readonly maxDelay?: number;
  readonly abortSignal?: { readonly aborted?: boolean };
  readonly abortController?: { readonly signal?: { readonly aborted?: boolean } };
}

/** `createWaiter` of @smithy/core and @smithy/util-waiter. */
export type CreateWaiter = (
  options: WaiterOptions,
  input: unknown,
  check: Check,
) => Promise<WaiterResult>;

/**
 * The SDK's waiter without its sleep where stubs answer: it polls as often as it would have, on a clock that only
 * counts, and what this package throws ends it at once instead of being taken for "try again".
 */
export function waiterFor(original: CreateWaiter): CreateWaiter {
  return (options, input, check) => {
    const clock = clockOf(options);
    return original(options, input, (client, polled) =>
      pollUntilDone(options, clock, () => check(client, polled)),
    );
  };
}

/** How long a waiter has waited on the clock that only counts, in seconds. */
interface Clock {
  waited: number;
  delay: number;
}

/** The SDK's own defaults (`waiterServiceDefaults` of @smithy/core). */
function clockOf({ minDelay = 2 }: WaiterOptions): Clock {
  return { waited: 0, delay: minDelay };
}

/** Delays grow as the SDK's do (twice the last one, up to `maxDelay`), without its jitter. */
async function pollUntilDone(
  options: WaiterOptions,
  clock: Clock,
  check: () => Promise<WaiterResult>,
): Promise<WaiterResult> {
  const { maxDelay = 120, maxWaitTime } = options;
  for (;;) {
    const poll: Poll = { isAnswered: false };
    const result = await duringPoll(poll, check);
    if (result.reason instanceof StubberError) throw result.reason;
    // The SDK sleeps, and polls again.
    if (result.state !== 'RETRY' || !poll.isAnswered) return result;
    if (isAborted(options)) return { state: 'ABORTED' };
    clock.waited += clock.delay;
    clock.delay = Math.min(clock.delay * 2, maxDelay);
    if (clock.waited > maxWaitTime) return { ...result, state: 'TIMEOUT' };
  }
}

function isAborted({ abortSignal, abortController }: WaiterOptions): boolean {
  return abortSignal?.aborted === true || abortController?.signal?.aborted === true;
}
