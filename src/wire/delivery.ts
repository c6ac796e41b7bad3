import { AsyncLocalStorage } from 'node:async_hooks';
import { takeDown, type SdkRequest, type SentRequest } from './request.js';
import { retryInstantly, type RetryConfig } from './retries.js';

/** What comes back for a request: an HTTP response. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes, or a stream of them. */
  readonly body: unknown;
}

/** One call's way through the SDK, with us at its end. */
export interface Exchange {
  /** Answers one attempt; what it throws is what the transport would throw. */
  answer(request: SentRequest): Promise<Answer>;
  /** Retries wait as they do against AWS. */
  readonly retryDelays: boolean;
}

/** A client as its way to the wire needs it. */
export interface WireClient {
  readonly config: RetryConfig & { readonly requestHandler?: { readonly metadata?: object } };
  readonly middlewareStack: object;
}

interface WireCommand {
  resolveMiddleware(
    stack: never,
    configuration: never,
    options: never,
  ): (args: never) => Promise<{ output: object }>;
}

interface HandlerOptions {
  readonly isEventStream?: boolean;
  readonly abortSignal?: { readonly aborted?: boolean };
}

/** On the global object: a strategy is replaced once, though several copies of this module may be there. */
const RUNNING = Symbol.for('aws-sdk-stubber.wire');
const home = globalThis as unknown as { [RUNNING]: AsyncLocalStorage<Exchange> | undefined };
const running = (home[RUNNING] ??= new AsyncLocalStorage<Exchange>());

/** True where the SDK itself calls while it is at another call: for credentials, for an S3 Express session. */
export function isInsideExchange(): boolean {
  return running.getStore() !== undefined;
}

/**
 * Sends a command through all of the SDK and the user's middleware; only the transport is replaced.
 *
 * @param options - as `send` got them
 */
export async function sendOnWire(
  client: WireClient,
  command: WireCommand,
  options: object | undefined,
  exchange: Exchange,
): Promise<object> {
  const { requestHandler } = client.config;
  retryInstantly(client.config, () => running.getStore()?.retryDelays === false);
  // The command's own middleware takes this configuration, and its handler the transport from it.
  const configuration = {
    ...client.config,
    requestHandler: {
      // The SDK looks here for the version of HTTP.
      metadata: requestHandler?.metadata,
      handle: (request: SdkRequest, given?: HandlerOptions) => respond(exchange, request, given),
      httpHandlerConfigs: () => ({}),
      updateHttpClientConfig: () => undefined,
      destroy: () => undefined,
    },
  };
  const handler = command.resolveMiddleware(
    client.middlewareStack as never,
    configuration as never,
    options as never,
  );
  return running.run(exchange, async () => (await handler(command as never)).output);
}

async function respond(
  exchange: Exchange,
  request: SdkRequest,
  { isEventStream = false }: HandlerOptions = {},
): Promise<{ response: Answer }> {
  const answer = await exchange.answer(await takeDown(request, isEventStream));
  // The SDK changes the headers that it reads.
  return { response: { ...answer, headers: { ...answer.headers } } };
}
