import { copyOf, type OpenCall } from '../calls/index.js';
import { serviceError, type ErrorDetails } from '../model/index.js';

/** What a stub's function gets beside the input. */
export interface AnswerContext<Client = unknown> {
  /** The client that was called. */
  readonly client: Client;
  /** The call, as `stub(target).calls()` will show it. */
  readonly call: OpenCall;
}

/** One answer: an output, an error, or a function of the input. */
export type Reply = {
  /** How long the answer takes, in ms. */
  delay?: number;
} & (
  | { readonly kind: 'output'; readonly output: object }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'code'; readonly code: string; readonly details: ErrorDetails }
  | {
      readonly kind: 'answer';
      readonly answer: (input: never, context: AnswerContext<never>) => unknown;
    }
);

let requests = 0;

/**
 * Gives one caller its answer: an output of its own, with `$metadata`, or an error.
 *
 * @param signal - ends a delayed reply as the SDK's transport would
 */
export async function deliver(reply: Reply, call: OpenCall, signal?: AbortSignal): Promise<object> {
  if (reply.delay !== undefined) await delayed(reply.delay, signal);
  switch (reply.kind) {
    case 'output':
      return outputOf(reply.output);
    case 'error':
      throw reply.error;
    case 'code':
      throw serviceError(call.client, reply.code, copyOf(reply.details));
    case 'answer': {
      const context = { client: call.client, call } as AnswerContext<never>;
      return outputOf(await reply.answer(copyOf(call.input) as never, context));
    }
  }
}

/** The SDK's own error for a request that its caller gave up (@smithy/node-http-handler). */
export function abortError(): Error {
  return Object.assign(new Error('Request aborted'), { name: 'AbortError' });
}

function outputOf(given: unknown): object {
  const output = copyOf((given ?? {}) as { $metadata?: object });
  output.$metadata = { ...metadata(), ...output.$metadata };
  return output;
}

/** What the SDK says of an answer; source: `ResponseMetadata` of @smithy/types. */
function metadata(): object {
  requests += 1;
  return {
    httpStatusCode: 200,
    // In the form of AWS's, and told apart in messages; the numbers have no meaning.
    requestId: `00000000-0000-4000-8000-${requests.toString(16).padStart(12, '0')}`,
    extendedRequestId: undefined,
    cfId: undefined,
    attempts: 1,
    totalRetryDelay: 0,
  };
}

async function delayed(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }
    function aborted(): void {
      clearTimeout(timer);
      reject(abortError());
    }
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
