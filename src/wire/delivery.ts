import { AsyncContext } from '../async-context.js';
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
  readonly middlewareStack?: { identify(): readonly string[] };
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

const running = new AsyncContext<Exchange>('wire');

/** True where the SDK itself calls while it is at another call: for credentials, for an S3 Express session. */
export function isInsideExchange(): boolean {
  return running.get() !== undefined;
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
  retryInstantly(client.config, () => running.get()?.retryDelays === false);
  const pool = poolOf(client);
  // A document command's handler sends that command only, whatever it is called with.
  const isReusable =
    options === undefined && !('clientCommand' in command) && hasNoMiddleware(command);
  const way = pool.take(command.constructor, isReusable);
  way.exchange = exchange;
  way.handler ??= handlerOf(client, command, options, way);
  const { handler } = way;
  const { output } = await running.run(exchange, () => handler(command as never));
  if (isReusable) pool.give(command.constructor, way);
  return output;
}

type Handler = (args: never) => Promise<{ output: object }>;

type Ways = Map<unknown, Way[]>;

/** A handler that the SDK made of all middleware for one command class, and whose call it is at. */
class Way {
  handler: Handler | undefined;
  exchange: Exchange | undefined;

  /** @param home - where it waits for its next call, as long as the middleware is the same */
  constructor(readonly home: Ways) {}
}

function handlerOf(
  { config, middlewareStack }: WireClient,
  command: WireCommand,
  options: object | undefined,
  way: Way,
): Handler {
  // The command's own middleware takes this configuration, and its handler the transport from it.
  const configuration = {
    ...config,
    requestHandler: {
      // The SDK looks here for the version of HTTP.
      metadata: config.requestHandler?.metadata,
      handle: (request: SdkRequest, given?: HandlerOptions) =>
        respond(way.exchange as Exchange, request, given),
      httpHandlerConfigs: () => ({}),
      updateHttpClientConfig: () => undefined,
      destroy: () => undefined,
    },
  };
  return command.resolveMiddleware(
    middlewareStack as never,
    configuration as never,
    options as never,
  );
}

function hasNoMiddleware({ middlewareStack }: WireCommand): boolean {
  return middlewareStack?.identify().length === 0;
}

const pools = new WeakMap<WireClient, Pool>();

function poolOf(client: WireClient): Pool {
  let pool = pools.get(client);
  if (pool === undefined) pools.set(client, (pool = new Pool(client)));
  return pool;
}

/** How a client's middleware is changed. */
const CHANGES = ['add', 'addRelativeTo', 'use', 'remove', 'removeByTag'] as const;

/**
 * The handlers of a client that are at no call. Making one costs as much as the rest of the call, so the
 * SDK keeps them too where it is told to (`cacheMiddleware`); but a handler has a context that its
 * middleware writes to, so here each is at one call at a time.
 */
class Pool {
  #ways: Ways = new Map();
  #config: Readonly<Record<string, unknown>>;

  constructor(private readonly client: WireClient) {
    this.#config = { ...client.config };
    const stack = client.middlewareStack as Record<string, (...args: unknown[]) => unknown>;
    for (const name of CHANGES) {
      const original = stack[name];
      if (original === undefined) continue;
      stack[name] = (...args) => {
        this.#ways = new Map();
        return original.apply(stack, args);
      };
    }
  }

  /** A handler that is free, or one to be made. */
  take(commandClass: unknown, isReusable: boolean): Way {
    if (this.#isReconfigured()) {
      this.#ways = new Map();
      this.#config = { ...this.client.config };
    }
    const free = isReusable ? this.#ways.get(commandClass)?.pop() : undefined;
    return free ?? new Way(this.#ways);
  }

  /** @param way - whose call succeeded: what a failed one left in its context is not known */
  give(commandClass: unknown, way: Way): void {
    const ways = way.home.get(commandClass);
    if (ways === undefined) way.home.set(commandClass, [way]);
    else ways.push(way);
  }

  #isReconfigured(): boolean {
    const config = this.client.config as Readonly<Record<string, unknown>>;
    for (const name in config) if (config[name] !== this.#config[name]) return true;
    return false;
  }
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
