import { AsyncResource } from 'node:async_hooks';
import { subscribe, unsubscribe, type ChannelListener } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import type { Destination } from './destination.js';
import type { Guard } from './guard.js';
import { refusalOfUse } from './opened.js';

/** A request of undici, which Node's `fetch` is made of; copies of it from npm tell of theirs on the same channels. */
interface UndiciRequest {
  readonly origin?: string | URL;
  /** Undefined before a connection takes the request. */
  readonly abort?: ((reason: Error) => void) | null;
}

/** The requests that no connection has taken yet, each with the context that it was made in. */
const waiting = new Map<object, AsyncResource>();

/** The request that is about to become a stream of http2. */
let overHttp2: AsyncResource | undefined;

/** A client of undici opens a connection: for one of the requests that wait, whichever the code being run belongs to. */
let isConnecting = false;

/** On Node's class: in Jest each test file has a copy of this module, and the last one listens. */
const LISTENERS = Symbol.for('aws-sdk-stubber.undici');
const home = Socket as unknown as { [LISTENERS]?: Readonly<Record<string, ChannelListener>> };

/**
 * Guards what undici sends on connections that it keeps: each request is decided on by its own test. undici has no place
 * where that could be done but its diagnostics channels, on which it tells of a request before anything is written.
 */
export function guardUndici(guard: () => Guard | undefined): void {
  for (const [name, listener] of Object.entries(home[LISTENERS] ?? {})) {
    unsubscribe(name, listener);
  }
  const takeOut: ChannelListener = (message) => {
    waiting.delete((message as { request: object }).request);
  };
  const listeners: Readonly<Record<string, ChannelListener>> = {
    'undici:request:create': (message) => {
      const { request } = message as { request: object };
      waiting.set(request, new AsyncResource('aws-sdk-stubber.request'));
    },
    'undici:client:beforeConnect': () => {
      isConnecting = true;
      queueMicrotask(() => (isConnecting = false));
    },
    'undici:client:sendHeaders': (message) => {
      const { request, socket } = message as { request: UndiciRequest; socket: Socket };
      const caller = waiting.get(request);
      waiting.delete(request);
      if ((socket as { alpnProtocol?: unknown }).alpnProtocol === 'h2') {
        overHttp2 = caller ?? new AsyncResource('aws-sdk-stubber.request');
        return;
      }
      const decide = (): Error | undefined => refusalOfUse(guard(), socket);
      const error = caller === undefined ? decide() : caller.runInAsyncScope(decide);
      // The connection ends with the request, and what is written to it now goes nowhere.
      if (error === undefined) return;
      if (typeof request.abort === 'function') request.abort(error);
      else socket.destroy(error);
    },
    // Of a request that no headers were told of: one over http2, in older copies.
    'undici:request:headers': takeOut,
    'undici:request:error': takeOut,
  };
  for (const [name, listener] of Object.entries(listeners)) subscribe(name, listener);
  home[LISTENERS] = listeners;
}

/**
 * Decides on a stream of http2 as the request of undici that it is made for, if it is for one.
 *
 * @param decide - is told whether it is
 */
export function asRequestOverHttp2<T>(decide: (isOfUndici: boolean) => T): T {
  const caller = overHttp2;
  overHttp2 = undefined;
  return caller === undefined ? decide(false) : caller.runInAsyncScope(decide, undefined, true);
}

/**
 * Opens a connection as one of those that it is for. undici opens one in the context of what it was at: the end of a
 * connection that an earlier test had.
 *
 * @param isPermitted - asked in the contexts of requests that wait for a connection to the same place
 */
export function asRequestThatWaits<T>(
  to: Destination,
  isPermitted: () => boolean,
  connect: () => T,
): T {
  if (!isConnecting) return connect();
  isConnecting = false;
  if (isPermitted()) return connect();
  const callers = [...waiting].flatMap(([request, caller]) =>
    isTo(to, request as UndiciRequest) ? [caller] : [],
  );
  const caller = callers.find((each) => each.runInAsyncScope(isPermitted)) ?? callers[0];
  return caller === undefined ? connect() : caller.runInAsyncScope(connect);
}

function isTo({ host, port }: Destination, { origin = '' }: UndiciRequest): boolean {
  if (!URL.canParse(String(origin))) return false;
  const url = new URL(origin);
  const wanted = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return url.hostname.replaceAll(/[[\]]/g, '') === host && wanted === port;
}
