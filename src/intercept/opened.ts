import type { Socket } from 'node:net';
import type { Destination } from './destination.js';
import type { Guard } from './guard.js';
import { release, type Leased } from './leases.js';

/** A connection that a setting let through. */
interface Opened extends Leased {
  readonly socket: Socket;
  readonly to: Destination;
}

/** On the socket: in Jest an agent of Node's serves the test files of a process. */
const OPENED = Symbol.for('aws-sdk-stubber.opened');
type Marked = Socket & { [OPENED]?: Opened; readonly _parent?: Marked | null };

/** Remembers of a connection that a setting let it through. */
export function openedBy(socket: Socket, to: Destination): Opened {
  const opened: Opened = { socket, to, holders: new Set(), end: () => socket.destroy() };
  socket.once('close', () => {
    release(opened);
  });
  return ((socket as Marked)[OPENED] = opened);
}

/**
 * Decides on one use of a connection that an HTTP client keeps: by who uses it, not by who opened it.
 *
 * @param end - ends it, where its client minds how
 * @returns what the use is refused with; undefined also for a connection that never needed to be let through
 */
export function refusalOfUse(
  guard: Guard | undefined,
  socket: Socket,
  end?: (socket: Socket) => void,
): Error | undefined {
  const opened = openedOf(socket);
  if (guard === undefined || opened === undefined) return undefined;
  if (end !== undefined) {
    opened.end = () => {
      end(opened.socket);
    };
  }
  const error = guard.refusal(opened.to);
  if (error === undefined) guard.hold(opened);
  return error;
}

/** Of a connection, or of the one that it goes through: tls may stand on the socket to a proxy. */
function openedOf(socket: Marked): Opened | undefined {
  for (let each: Marked | null | undefined = socket; each; each = each._parent) {
    const opened = each[OPENED];
    if (opened !== undefined) return opened;
  }
  return undefined;
}
