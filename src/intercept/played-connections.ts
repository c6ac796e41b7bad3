import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, Socket, type AddressInfo } from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
import type { HostResponse, PlayedHosts } from '../stubs/index.js';
import type { Destination } from './destination.js';
import type { Guard } from './guard.js';
import { asRequestThatWaits } from './undici.js';
import { wrap } from './wrap.js';

/**
 * Connections to hosts that are played: each leads to a server of its own on this machine, in this process. So HTTP
 * clients of all kinds work as they do, and nothing of theirs has to be replaced.
 */

/** Who answers on the server's end of a connection. */
const answering = new WeakMap<object, { readonly hosts: PlayedHosts; readonly scheme: string }>();
let server: Server | undefined;

type Connect = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Connects a socket to what plays its host.
 *
 * @param connect - Node's own `Socket.prototype.connect`
 * @param args - what that was called with
 */
export function connectToPlayed(
  socket: Socket,
  connect: Connect,
  args: readonly unknown[],
  hosts: PlayedHosts,
  scheme = 'http',
): void {
  const callback = args.flat().find((each) => typeof each === 'function');
  // What is written meanwhile waits for the connection.
  (socket as { connecting: boolean }).connecting = true;
  const line = createServer((end) => {
    line.close();
    answering.set(end, { hosts, scheme });
    (server ??= httpServer()).emit('connection', end);
  });
  line.on('error', (error) => socket.destroy(error));
  line.listen(0, '127.0.0.1', () => {
    if (socket.destroyed) {
      line.close();
      return;
    }
    const { port } = line.address() as AddressInfo;
    connect.apply(socket, [{ host: '127.0.0.1', port }, callback].filter(Boolean));
  });
}

function httpServer(): Server {
  /** Not imported: see src/intercept/threads.ts. */
  const http = process.getBuiltinModule('node:http');
  return http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      request.socket.destroy(error as Error);
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { hosts, scheme } = answering.get(request.socket) ?? {};
  if (hosts === undefined) return;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/' } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const given = await hosts.answer({
    method,
    url: new URL(url, `${String(scheme)}://${headers['host'] ?? ''}`),
    headers,
    body: Buffer.concat(chunks),
  });
  respond(response, method, given);
}

function respond(response: ServerResponse, method: string, given: HostResponse): void {
  const { statusCode, headers, body } = given;
  const isBodiless = statusCode === 204 || statusCode === 304;
  response.writeHead(statusCode, {
    ...(!isBodiless && method !== 'HEAD' && { 'content-length': String(body.length) }),
    ...headers,
    // The next request may be another test's.
    connection: 'close',
  });
  response.end(isBodiless || method === 'HEAD' ? undefined : body);
}

/**
 * Lets https reach hosts that are played. Its sockets are plain ones: no certificate would stand for a host that is not
 * ours, and nothing leaves the process.
 */
export function playTls(guard: () => Guard | undefined): void {
  /** Not imported: most tests need neither. */
  const tls = process.getBuiltinModule('node:tls');
  wrap(
    tls,
    'connect',
    (original) =>
      function connect(this: unknown, ...args: unknown[]): unknown {
        const to = destinationOf(args);
        const played = (): PlayedHosts | undefined => to && guard()?.played(to);
        if (to === undefined) return original.apply(this, args);
        return asRequestThatWaits(
          to,
          () => played() !== undefined,
          () => {
            const hosts = played();
            if (hosts === undefined) return original.apply(this, args);
            return securedSocket(
              hosts,
              args.findLast((each) => typeof each === 'function'),
            );
          },
        );
      },
  );
  syncBuiltinESMExports();
}

interface TlsOptions {
  readonly host?: string;
  readonly servername?: string;
  readonly port?: number | string;
  readonly path?: string;
  readonly socket?: unknown;
}

/** Undefined where it goes over a socket that is there, or to a Unix socket. */
function destinationOf(args: readonly unknown[]): Destination | undefined {
  const options = (args.find((each) => typeof each === 'object') ?? {}) as TlsOptions;
  if (options.socket || options.path) return undefined;
  const [port, host] = args;
  return {
    what: 'connection',
    host: typeof host === 'string' ? host : (options.host ?? options.servername ?? ''),
    port: Number(typeof port === 'number' ? port : options.port),
  };
}

/** To this machine, which nobody has to let through. */
function connectHere(this: unknown, ...args: unknown[]): unknown {
  return (this as { connect: Connect }).connect(...args);
}

/** A socket that looks to HTTP clients as one of tls that was accepted. */
function securedSocket(hosts: PlayedHosts, onSecured: unknown): Socket {
  const socket = new Socket();
  Object.assign(socket, {
    encrypted: true,
    authorized: true,
    alpnProtocol: false,
    getPeerCertificate: () => ({}),
    getProtocol: () => 'TLSv1.3',
    getCipher: () => ({ name: 'TLS_AES_128_GCM_SHA256', version: 'TLSv1.3' }),
    getSession: () => undefined,
    isSessionReused: () => false,
    setServername: () => undefined,
  });
  if (typeof onSecured === 'function') socket.once('secureConnect', onSecured as () => void);
  socket.once('connect', () => socket.emit('secureConnect'));
  connectToPlayed(socket, connectHere, [], hosts, 'https');
  return socket;
}
