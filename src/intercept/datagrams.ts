import type { AddressInfo, LookupFunction } from 'node:net';
import process from 'node:process';
import type { Destination } from './destination.js';
import { checkedLookUp } from './own-look-up.js';
import { unwrapped, wrap } from './wrap.js';

/** Not imported: see src/intercept/threads.ts. */
const dgram = process.getBuiltinModule('node:dgram');
/** That of an earlier test file of this process would keep the file's whole sandbox, and so on. */
const Socket = unwrapped(dgram.Socket);
type Socket = InstanceType<typeof Socket>;

type Callback = (error: Error) => void;

/** Where connected sockets were connected to: an address alone would not say what name was allowed. */
const connectedTo = new WeakMap<Socket, Destination>();

/** Guards UDP: datagrams that are sent, and sockets that are connected for them. */
export function guardDatagrams(refusal: (to: Destination) => Error | undefined): void {
  wrap(
    Socket.prototype,
    'send',
    (original) =>
      function send(this: unknown, ...args: unknown[]): unknown {
        return guarded(this as Socket, original, args, () => {
          const socket = this as Socket;
          const remote = remoteOf(socket);
          if (remote === undefined) return refusal(destinationOf(args));
          return refusal(connectedTo.get(socket) ?? destination(remote.port, remote.address));
        });
      },
  );
  wrap(
    Socket.prototype,
    'connect',
    (original) =>
      function connect(this: unknown, ...args: unknown[]): unknown {
        const socket = this as Socket;
        const to = destination(args[0], args[1]);
        if (remoteOf(socket) === undefined) connectedTo.set(socket, to);
        return guarded(socket, original, args, () => refusal(to));
      },
  );
  const withCheckedLookUp = ([options, ...others]: readonly unknown[]): unknown[] => {
    const { lookup } = (options ?? {}) as { readonly lookup?: LookupFunction | null };
    if (typeof lookup !== 'function') return [options, ...others];
    const checked = checkedLookUp(lookup, { what: 'datagram', port: undefined }, refusal);
    return [{ ...(options as object), lookup: checked }, ...others];
  };
  wrap(
    dgram,
    'createSocket',
    (original) =>
      function createSocket(this: unknown, ...args: unknown[]): unknown {
        return original.apply(this, withCheckedLookUp(args));
      },
  );
  wrap(
    dgram,
    'Socket',
    (original) =>
      function Socket(this: unknown, ...args: unknown[]): unknown {
        const given = withCheckedLookUp(args);
        // Older code derives from it with `Socket.call(this)`.
        if ((new.target as unknown) === undefined) return original.apply(this, given);
        return Reflect.construct(original, given, new.target) as unknown;
      },
  );
}

/** send(message, port, host), or send(message, offset, length, port, host), told apart as Node does. */
function destinationOf([, first, second, third, fourth]: readonly unknown[]): Destination {
  const isPart = Boolean(fourth) || (Boolean(third) && typeof third !== 'function');
  return isPart ? destination(third, fourth) : destination(first, second);
}

function guarded(
  socket: Socket,
  original: (this: unknown, ...args: unknown[]) => unknown,
  args: unknown[],
  refused: () => Error | undefined,
): unknown {
  const error = refused();
  if (error === undefined) return original.apply(socket, args);
  const callback = args.findLast((each) => typeof each === 'function') as Callback | undefined;
  void Promise.resolve().then(() => {
    if (callback === undefined) socket.emit('error', error);
    else callback(error);
  });
  return undefined;
}

function destination(port: unknown, host: unknown): Destination {
  const name = typeof host === 'string' ? host : '';
  return { what: 'datagram', host: name, port: Number(port) };
}

/** What a connected socket is connected to. */
function remoteOf(socket: Socket): AddressInfo | undefined {
  try {
    return socket.remoteAddress();
  } catch {
    return undefined;
  }
}
