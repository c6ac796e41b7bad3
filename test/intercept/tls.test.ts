import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import dns from 'node:dns';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { configure, NetworkBlockedError, stub } from '../../src/index.js';

/**
 * A server that speaks TLS, with a certificate of its own for `a.example` and `b.example`. Both names are shut unless a
 * test allows them, and lead to this machine.
 */
const read = (name: string): string => readFileSync(join(import.meta.dirname, 'tls', name), 'utf8');
const ca = read('cert.pem');
const { lookup } = dns;
const toThisMachine: LookupFunction = (name, options, callback) => {
  if (!name.endsWith('.example')) lookup(name, options, callback as never);
  else if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

const server = http2.createSecureServer({ key: read('key.pem'), cert: ca, allowHTTP1: true });
let connections = 0;
server.on('connection', () => (connections += 1));
server.on('request', ({ url }, response) => {
  response.end(url === '/?x-id=ListBuckets' ? '<ListAllMyBucketsResult/>' : 'hello');
});
const port = (): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  dns.lookup = toThisMachine as never;
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  dns.lookup = lookup;
  server.close();
  agent.destroy();
});
beforeEach(() => {
  connections = 0;
});

const agent = new https.Agent({ keepAlive: true, ca });

const WAYS: Readonly<Record<string, (host: string) => Promise<unknown>>> = {
  'tls.connect': async (host) => {
    const socket = tls.connect({ host, port: port(), ca, servername: host });
    await once(socket, 'secureConnect');
    socket.destroy();
    return socket.authorized && 'hello';
  },
  'https.get, on a connection that is kept': async (host) => {
    const request = https.get({ host, port: port(), agent });
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream];
    return String(await once(response, 'data'));
  },
  'http2.connect': (host) =>
    new Promise((resolve, reject) => {
      const session = http2.connect(`https://${host}:${String(port())}`, { ca });
      session.on('error', reject);
      const request = session.request({ ':path': '/' }).setEncoding('utf8');
      request.on('error', () => undefined);
      request.on('data', (text) => {
        session.destroy();
        resolve(text);
      });
    }),
  fetch: async (host) => {
    // Node's fetch takes no certificate of its own.
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      return await (await fetch(`https://${host}:${String(port())}/`)).text();
    } catch (error) {
      throw (error as { readonly cause: Error }).cause;
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  },
  'a client that passes through': async (host) => {
    stub(S3Client).passthrough();
    const endpoint = `https://${host}:${String(port())}`;
    const requestHandler = { httpsAgent: agent };
    const s3 = new S3Client({ endpoint, requestHandler, maxAttempts: 1 });
    const { Buckets = 'hello' } = await s3.send(new ListBucketsCommand({}));
    return Buckets;
  },
};

describe.each(Object.keys(WAYS))('with %s a server that speaks TLS', (how) => {
  const go = (host: string): Promise<unknown> => WAYS[how]!(host);

  test('is reached where its host is allowed, at this port', async () => {
    configure({ network: { allow: [`a.example:${String(port())}`] } });
    expect(await go('a.example')).toBe('hello');
  });

  test('is not where another one is, not where its port is another, and not in the next test', async () => {
    for (const allow of [['b.example'], ['a.example:443'], []]) {
      configure({ network: { allow, blocked: 'throw' } });
      await expect(go('a.example')).rejects.toBeInstanceOf(NetworkBlockedError);
    }
    expect(connections).toBe(0);
  });
});
