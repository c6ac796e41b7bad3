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
 * The SDK's waiter without its sleep: it polls as often as it would have, on a clock that only
 * counts, and what this package throws ends it at once instead of being taken for "try again".
 */
export function waiterFor(original: CreateWaiter): CreateWaiter {
  return (options, input, check) =>
    original(options, input, (client, polled) =>
      pollUntilDone(options, () => check(client, polled)),
    );
}

/** Delays grow as the SDK's do (twice the last one, up to `maxDelay`), without its jitter. */
async function pollUntilDone(
  options: WaiterOptions,
  poll: () => Promise<WaiterResult>,
): Promise<WaiterResult> {
  // The SDK's own defaults (`waiterServiceDefaults` of @smithy/core).
  const { minDelay = 2, maxDelay = 120, maxWaitTime } = options;
  let waited = 0;
  for (let delay = minDelay; ; delay = Math.min(delay * 2, maxDelay)) {
    const result = await poll();
    if (result.reason instanceof StubberError) throw result.reason;
    if (result.state !== 'RETRY') return result;
    if (isAborted(options)) return { state: 'ABORTED' };
    waited += delay;
    if (waited > maxWaitTime) return { ...result, state: 'TIMEOUT' };
  }
}

function isAborted({ abortSignal, abortController }: WaiterOptions): boolean {
  return abortSignal?.aborted === true || abortController?.signal?.aborted === true;
}
