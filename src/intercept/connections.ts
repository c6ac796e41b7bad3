import { Socket, type LookupFunction } from 'node:net';
import type { Destination } from './destination.js';
import type { Guard } from './guard.js';
import { checkedLookUp } from './own-look-up.js';
import { connectToPlayed } from './played-connections.js';
import { asRequestThatWaits } from './undici.js';
import { wrap } from './wrap.js';

/**
 * Guards every connection: http, https, http2, tls and fetch all make theirs with this one method,
 * whatever of them was loaded before.
 *
 * @param guard - that decides for the code being run; undefined where it may go anywhere
 * @param onOpen - gets each socket that is let through
 */
export function guardConnections(
  guard: () => Guard | undefined,
  onOpen: (socket: Socket, to: Destination) => void,
): void {
  const refusal = (to: Destination): Error | undefined => guard()?.refusal(to);
  wrap(
    Socket.prototype,
    'connect',
    (original) =>
      function connect(this: unknown, ...args: unknown[]): unknown {
        const to = destinationOf(args);
        if (to === undefined) return original.apply(this, args);
        const socket = this as Socket;
        const isPermitted = (): boolean => {
          const deciding = guard();
          return deciding?.isPermitted(to) !== false || deciding.played(to) !== undefined;
        };
        return asRequestThatWaits(to, isPermitted, () => {
          const played = guard()?.played(to);
          // One of tls that was made past `tls.connect` expects another answer.
          if (played !== undefined && !('encrypted' in socket)) {
            connectToPlayed(socket, original, args, played);
            return this;
          }
          const error = refusal(to);
          if (error === undefined) {
            onOpen(socket, to);
            return original.apply(this, withCheckedLookUp(args, to, refusal));
          }
          // What is written meanwhile waits for the connection, as it would.
          (socket as { connecting: boolean }).connecting = true;
          // Not thrown, which no caller expects; and not on `process.nextTick`, which fake timers replace.
          void Promise.resolve().then(() => {
            socket.destroy(error);
          });
          return this;
        });
      },
  );
}

/** The same arguments; Node's own modules hand on a list with a mark of theirs, so that is kept. */
function withCheckedLookUp(
  args: readonly unknown[],
  to: Destination,
  refusal: (to: Destination) => Error | undefined,
): unknown[] {
  const [first] = args;
  if (Array.isArray(first)) {
    Object.assign(first, withCheckedLookUp(first, to, refusal));
    return [...args];
  }
  const { lookup } = (first ?? {}) as ConnectOptions;
  // What is wrong with another value Node says best.
  if (typeof lookup !== 'function') return [...args];
  return [{ ...(first as object), lookup: checkedLookUp(lookup, to, refusal) }, ...args.slice(1)];
}

interface ConnectOptions {
  readonly lookup?: LookupFunction | null;
  readonly host?: string | null;
  readonly port?: number | string | null;
  readonly path?: string | null;
}

/** Where a socket was told to go, in every form that `connect` takes; undefined for a Unix socket. */
function destinationOf(args: readonly unknown[]): Destination | undefined {
  const [first, second] = args;
  // Node's own modules hand on a list that is normalised already.
  if (Array.isArray(first)) return destinationOf(first);
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as ConnectOptions;
    if (typeof path === 'string' && path !== '') return undefined;
    return { what: 'connection', host: host ?? '', port: Number(port) };
  }
  // connect('/tmp/some.sock') is a Unix socket, connect('80') is not; Node takes '0x50' for a port too.
  if (typeof first === 'string' && !(Number(first) >= 0)) return undefined;
  return {
    what: 'connection',
    host: typeof second === 'string' ? second : '',
    port: Number(first),
  };
}
