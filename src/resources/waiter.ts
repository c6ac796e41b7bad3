import { stateOf, type BaseResource } from './base.js';
import type { Context, SendOptions } from './context.js';
import { describe } from './describe.js';
import { dataFor, forget } from './load.js';
import type { WaiterModel } from './model.js';
import { buildInput, checkInput } from './params.js';

/** In seconds; the longest of botocore's own (40 attempts, 15 seconds apart). */
const MAX_WAIT_TIME = 600;

/** Waits by the SDK's own waiter; what was loaded before is outdated then. */
export async function waitUntil(
  resource: BaseResource,
  waiter: WaiterModel,
  given: unknown,
  options: WaiterOptions = {},
): Promise<BaseResource> {
  checkInput(given, `waitUntil${waiter.name}() of ${describe(resource)}`);
  if (waiter.needsData) await dataFor(resource, `its waiter ${waiter.name}`);
  const { context } = stateOf(resource);
  const wait =
    context.package.waitUntil(waiter.operation) ?? context.lacks(`waitUntil${waiter.operation}`);
  const input = buildInput(resource, waiter, given);
  const { client, ended, signal } = pollingClient(context, waiter.operation);
  const { abortSignal } = options;
  const signals = abortSignal === undefined ? [signal] : [signal, abortSignal];
  const waiting = wait(
    {
      maxWaitTime: MAX_WAIT_TIME,
      ...options,
      abortSignal: AbortSignal.any(signals),
      client,
    },
    input,
  );
  await Promise.race([ended, waiting]);
  // What the race left behind is of no more interest.
  waiting.catch(() => undefined);
  forget(resource);
  return resource;
}

interface WaiterOptions {
  readonly abortSignal?: AbortSignal;
}

interface Polling {
  readonly client: object;
  /** Settles where the SDK's waiter would go on in vain. */
  readonly ended: Promise<void>;
  /** Ends the waiter's own sleep then. */
  readonly signal: AbortSignal;
}

/**
 * A client that tells what waiting cannot change: the SDK's waiters take every error for "not yet", and botocore's
 * end with one that their list of acceptors does not have.
 */
function pollingClient(context: Context, waiter: string): Polling {
  const controller = new AbortController();
  let end: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = { resolve, reject };
  });
  // Nobody may be there to see it: the waiter may end first.
  ended.catch(() => undefined);
  const client = context.standIn(async (command: object, options?: SendOptions) => {
    try {
      return await context.send(command, options);
    } catch (error) {
      const status = statusOf(error);
      if (waiter === 'BucketExists' && (status === 301 || status === 403)) end?.resolve();
      else if (!mayPass(error, status)) end?.reject(error);
      else throw error;
      controller.abort();
      throw error;
    }
  });
  return { client, ended, signal: controller.signal };
}

/**
 * What is not there yet, what was too much at once, and what is AWS's own fault may be otherwise next time.
 *
 * Source: the acceptors of botocore's waiters, all of whose errors are of the first kind.
 */
function mayPass(error: unknown, status: number | undefined): boolean {
  const { name = '' } = error as { readonly name?: string };
  if (NOT_YET.test(name) || TOO_MUCH.test(name)) return true;
  return status !== undefined && (status >= 500 || status === 404 || status === 429);
}

/** CloudFormation says ValidationError of a stack that is not there. */
const NOT_YET = /NotFound|NoSuch|DoesNotExist|^ValidationError$/;
const TOO_MUCH = /Throttl|TooManyRequests|RequestLimit|SlowDown/;

function statusOf(error: unknown): number | undefined {
  return (error as { readonly $metadata?: { readonly httpStatusCode?: number } } | undefined)
    ?.$metadata?.httpStatusCode;
}
