import { Socket } from 'node:net';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import type { Guard } from './guard.js';
import { refusalOfUse } from './opened.js';
import { asRequestOverHttp2 } from './undici.js';
import { wrap } from './wrap.js';

/** Guards the sessions of http2 that were let through: each request on one is decided on by its own test. */
export function guardHttp2Sessions(guard: () => Guard | undefined): void {
  wrap(
    prototypeOfSessions(),
    'request',
    (original) =>
      function request(this: unknown, ...args: unknown[]): unknown {
        const session = this as ClientHttp2Session;
        const error = session.destroyed ? undefined : refusalFor(session, guard);
        if (error === undefined) return original.apply(session, args);
        const [headers, options] = args as [object, object | undefined];
        // Node's own way to make a stream of which nothing is sent.
        const aborted = { ...options, signal: AbortSignal.abort() };
        return failing(original.call(session, headers, aborted) as ClientHttp2Stream, error);
      },
  );
}

function refusalFor(
  session: ClientHttp2Session,
  guard: () => Guard | undefined,
): Error | undefined {
  return asRequestOverHttp2((isOfUndici) =>
    refusalOfUse(guard(), session.socket, (socket) => {
      // undici looks at its socket alone. Others look at the session, which would learn of its socket's end too late.
      if (isOfUndici) socket.destroy(endOfSession());
      else session.destroy();
    }),
  );
}

/** With undici's code for a connection that ended: what waits for one gets another. */
function endOfSession(): Error {
  const error = new Error('The test that allowed this connection is over.');
  return Object.assign(error, { code: 'UND_ERR_SOCKET' });
}

/** Node exports neither the class nor its name. */
function prototypeOfSessions(): object {
  /** Not imported: most tests need none, and see src/intercept/threads.ts. */
  const http2 = process.getBuiltinModule('node:http2');
  const session = http2.connect('http://localhost', { createConnection: () => new Socket() });
  session.on('error', () => undefined).destroy();
  return Object.getPrototypeOf(session) as object;
}

/** The stream fails with Node's error for what was aborted; it is told as ours. */
function failing(stream: ClientHttp2Stream, error: Error): ClientHttp2Stream {
  const emit = stream.emit.bind(stream) as (name: string, ...args: unknown[]) => boolean;
  stream.emit = (name: string, ...args: unknown[]) =>
    emit(name, ...(name === 'error' ? [error] : args));
  return stream;
}
