import { copyOf, type Call, type OpenCall } from '../calls/index.js';
import { InvalidStubError, WrongUseError } from '../errors.js';
import { modelOf, serviceError, type ErrorDetails } from '../model/index.js';
import { streamIn } from '../wire/index.js';
import { withBodies } from './bodies.js';
import { notAnOutput } from './not-an-output.js';
import { readError, readOutput, wiredOf, type Wired } from './round-trip.js';
import { outputProblem } from './validation.js';

/** What a stub's function gets beside the input. */
export interface AnswerContext<Client = unknown> {
  /** The client that was called. */
  readonly client: Client;
  /** The call, as `stub(target).calls()` will show it. */
  readonly call: Call;
  /**
   * Makes an error as the service would, to be thrown.
   *
   * @param code - such as `'NoSuchKey'`
   * @param details - message, members and `$metadata`
   */
  readonly error: (code: string, details?: ErrorDetails) => Error;
}

/** An error class of the SDK, such as `NoSuchKey`, or any other. */
export type ErrorClass = new (...args: never[]) => Error;

/** One answer: an output, an error, or a function of the input. */
export type Reply = {
  /** How long the answer takes, in ms. */
  delay?: number;
} & (
  | {
      readonly kind: 'output';
      readonly output: object;
      /** Checked against the operation's model when it was written. */
      readonly isChecked: boolean;
    }
  | { readonly kind: 'error'; readonly error: Error }
  | {
      readonly kind: 'code';
      readonly code: string | ErrorClass;
      readonly details: ErrorDetails;
    }
  | {
      readonly kind: 'answer';
      readonly answer: (input: never, context: AnswerContext<never>) => unknown;
    }
);

let requests = 0;

interface DeliveryOptions {
  /** Ends a reply that takes its time as the SDK's transport would. */
  readonly signal?: AbortSignal | undefined;
  /** Outputs that could not be checked when they were written are checked now. */
  readonly validates?: boolean;
}

/**
 * Gives one caller its answer: an output of its own, with `$metadata`, or an error.
 *
 * @throws InvalidStubError where a function's output, or one that was written for no service in
 *   particular, is not what this operation can answer
 */
export function deliver(
  reply: Reply,
  call: OpenCall,
  options: DeliveryOptions = {},
): object | Promise<object> {
  const { delay } = reply;
  if (delay === undefined && reply.kind === 'output') return outputNow(reply, call, options);
  return deliverLater(reply, call, options);
}

async function deliverLater(
  reply: Reply,
  call: OpenCall,
  options: DeliveryOptions,
): Promise<object> {
  const { signal, validates = false } = options;
  const { delay } = reply;
  if (delay !== undefined) await unlessAborted(signal, (givenUp) => pause(delay, givenUp));
  switch (reply.kind) {
    case 'output':
      return outputNow(reply, call, options);
    case 'error':
      throw reply.error;
    case 'code':
      throw await errorOf(reply.code, copyOf(reply.details), call, options);
    case 'answer': {
      const output = await unlessAborted(signal, () => answered(reply, call, options));
      if (validates && output !== undefined) refuseOutput(output, call);
      return outputOf(output ?? {}, call, options);
    }
  }
}

/** Most replies are outputs that are ready: no promise is made for them but the caller's own. */
function outputNow(
  reply: Reply & { kind: 'output' },
  call: OpenCall,
  options: DeliveryOptions,
): object | Promise<object> {
  if (options.validates === true && !reply.isChecked) refuseOutput(reply.output, call);
  return outputOf(reply.output, call, options, reply);
}

/** Errors that a stub's function made with `error`, by what they were made of. */
const made = new WeakMap<object, readonly [code: string, details: ErrorDetails]>();

async function answered(
  reply: Reply & { kind: 'answer' },
  call: OpenCall,
  options: DeliveryOptions,
): Promise<object | undefined> {
  const { client } = call;
  const error = (code: string, details: ErrorDetails = {}): Error => {
    const own = copyOf(details);
    const result = serviceError(client, code, own);
    made.set(result, [code, own]);
    return result;
  };
  try {
    const input = copyOf(call.input) as never;
    return checkedOutput(await reply.answer(input, { client, call, error } as never));
  } catch (thrown) {
    const given = made.get(thrown as object);
    throw given === undefined ? thrown : await errorOf(...given, call, options);
  }
}

/** An error as the client would have read it; one that is none of the service's as it is. */
async function errorOf(
  code: string | ErrorClass,
  details: ErrorDetails,
  call: OpenCall,
  { validates = false }: DeliveryOptions,
): Promise<Error> {
  const wired = validates ? wiredOf(call) : undefined;
  const error = serviceError(call.client, code, details);
  const isOfService = '$fault' in error;
  return wired === undefined || !isOfService
    ? error
    : readError(call, wired, typeof code === 'string' ? code : code.name, details);
}

/** The SDK's own error for a request that its caller gave up (`buildAbortError` of @smithy/node-http-handler). */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  const name = 'AbortError';
  if (reason instanceof Error || reason === undefined) {
    return Object.assign(new Error('Request aborted', { cause: reason }), { name });
  }
  return Object.assign(new Error(String(reason as number)), { name });
}

/** Waits for what is done, or for the signal to give it up. */
export function unlessAborted<T>(
  signal: AbortSignal | undefined,
  act: (givenUp: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted === true) return Promise.reject(abortError(signal));
  const own = new AbortController();
  if (signal === undefined) return act(own.signal);
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => {
      own.abort();
      reject(abortError(signal));
    };
    // Both forms that the SDK takes: an EventTarget, and what only knows `onabort`.
    const listens = typeof (signal as Partial<AbortSignal>).addEventListener === 'function';
    if (listens) signal.addEventListener('abort', giveUp, { once: true });
    else signal.onabort = giveUp;
    act(own.signal)
      .then(resolve, reject)
      .finally(() => {
        if (listens) signal.removeEventListener('abort', giveUp);
        else signal.onabort = null;
      });
  });
}

/** Waits on the test's clock; given up, it leaves no timer behind. */
function pause(ms: number, givenUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    givenUp.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}

/**
 * An output for one caller: as the client would have read it, with its own bodies and `$metadata`.
 *
 * @param reply - whose output it is, where it is to be kept for the next callers
 */
function outputOf(
  given: object,
  call: OpenCall,
  { validates = false }: DeliveryOptions,
  reply?: Reply,
): object | Promise<object> {
  // What is off the model cannot travel; it is handed over as it is.
  const wired = validates ? wiredOf(call) : undefined;
  if (wired === undefined) return finished(given, given, call);
  const ready = reply === undefined ? undefined : prepared.get(reply)?.get(keyOf(call));
  if (ready !== undefined) return finished(ready, given, call);
  return readOutput(call, wired, given).then((output) => {
    if (reply === undefined || hasEvents(wired)) return finished(output, given, call, false);
    let outputs = prepared.get(reply);
    if (outputs === undefined) prepared.set(reply, (outputs = new WeakMap()));
    outputs.set(keyOf(call), output);
    return finished(output, given, call);
  });
}

/** Outputs as clients read them, by the reply that they were written in and who reads it. */
const prepared = new WeakMap<Reply, WeakMap<object, object>>();

/** The same for callers that read a reply in the same way: document clients each have a way of their own. */
function keyOf({ client, command }: OpenCall): object {
  return 'clientCommand' in command ? client : command.constructor;
}

/** Events are read as they come, so each caller has its own. */
function hasEvents({ model }: Wired): boolean {
  return streamIn(model.output)?.isEvents === true;
}

function finished(
  ready: object,
  given: object,
  { client, command }: OpenCall,
  isShared = true,
): object | Promise<object> {
  const output = (isShared ? copyOf(ready) : ready) as Record<string, unknown>;
  const { $metadata } = given as { $metadata?: object };
  const status = (ready as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  output['$metadata'] = { ...metadata(status ?? 200), ...$metadata };
  return withBodies(output, given as Record<string, unknown>, client, command);
}

/** What the SDK says of an answer; source: `ResponseMetadata` of @smithy/types. */
function metadata(httpStatusCode: number): object {
  requests += 1;
  return {
    httpStatusCode,
    // In the form of AWS's, and told apart in messages; the numbers have no meaning.
    requestId: `00000000-0000-4000-8000-${requests.toString(16).padStart(12, '0')}`,
    extendedRequestId: undefined,
    cfId: undefined,
    attempts: 1,
    totalRetryDelay: 0,
  };
}

function checkedOutput(output: unknown): object | undefined {
  const problem = output === undefined ? undefined : notAnOutput(output);
  if (problem === undefined) return output as object | undefined;
  throw new WrongUseError(`A stub's function (answers) gave no output: it ${problem}`);
}

function refuseOutput(output: object, { names, command, service }: OpenCall): void {
  const problem = outputProblem({ name: names.operation, model: modelOf(command) }, output);
  if (problem !== undefined) throw new InvalidStubError(`The stub of ${service}: ${problem}`);
}
