import { Socket } from 'node:dgram';
import type { Destination } from './destination.js';
import { wrap } from './wrap.js';

type Callback = (error: Error) => void;

/** Guards UDP: datagrams that are sent, and sockets that are connected for them. */
export function guardDatagrams(refusal: (to: Destination) => Error | undefined): void {
  wrap(
    Socket.prototype,
    'send',
    (original) =>
      function send(this: unknown, ...args: unknown[]): unknown {
        return guarded(this as Socket, original, args, () => {
          // send(message, port, host), or send(message, offset, length, port, host).
          const isWhole = typeof args[3] !== 'number' && typeof args[3] !== 'string';
          const [port, host] = isWhole ? args.slice(1) : args.slice(3);
          return isConnected(this as Socket) ? undefined : refusal(destination(port, host));
        });
      },
  );
  wrap(
    Socket.prototype,
    'connect',
    (original) =>
      function connect(this: unknown, ...args: unknown[]): unknown {
        return guarded(this as Socket, original, args, () =>
          refusal(destination(args[0], args[1])),
        );
      },
  );
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

/** A connected socket was looked at when it was connected, and takes no destination. */
function isConnected(socket: Socket): boolean {
  try {
    socket.remoteAddress();
    return true;
  } catch {
    return false;
  }
}
