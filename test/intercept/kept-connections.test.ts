import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import type { AddressInfo, LookupFunction, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configure, NetworkBlockedError } from '../../src/index.js';

/**
 * Names below `.example` are shut unless a test allows them. They lead to servers on this machine, so that nothing leaves
 * it; Node's look-up is replaced, since its `fetch` takes no other.
 */
const { lookup } = dns;
const toThisMachine: LookupFunction = (name, options, callback) => {
  if (!name.endsWith('.example')) lookup(name, options, callback as never);
  else if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** What came to the servers: `a.example/first`. */
const asked: string[] = [];
/** Answers to `/slow`, which wait for their test. */
const waiting: (() => void)[] = [];
let onSlow: () => void = () => undefined;

function answer(authority: string | undefined, path: string | undefined, end: () => void): void {
  asked.push(`${String(authority?.replace(/:.*/, ''))}${String(path)}`);
  if (path === '/slow') {
    waiting.push(end);
    onSlow();
  } else end();
}

const server = http.createServer(({ headers, url }, response) => {
  answer(headers.host, url, () => response.end('hello'));
});
const server2 = http2.createServer(({ authority, url }, response) => {
  answer(authority, url, () => {
    response.end('hello');
  });
});
const portOf = (each: Server): string => String((each.address() as AddressInfo).port);

beforeAll(async () => {
  dns.lookup = toThisMachine as never;
  for (const each of [server, server2]) {
    await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
  }
});
afterAll(() => {
  dns.lookup = lookup;
  server.closeAllConnections();
  for (const each of [server, server2]) each.close();
});

/** Gets what a server answers to `a.example/first`; fails with what the connection fails with. */
type Get = (place: string) => Promise<string>;

async function fetched(place: string, init?: RequestInit): Promise<string> {
  const url = `http://${place.replace('/', `:${portOf(server)}/`)}`;
  try {
    return await (await fetch(url, init)).text();
  } catch (error) {
    throw (error as { readonly cause: Error }).cause;
  }
}

function byHttp(agent: http.Agent | undefined): Get {
  return (place) =>
    new Promise((resolve, reject) => {
      const [hostname, path] = place.split('/');
      http
        .get({ hostname, path: `/${String(path)}`, port: portOf(server), agent }, (response) => {
          response.setEncoding('utf8').on('data', resolve);
        })
        .on('error', reject);
    });
}

function byHttp2(): Get {
  const sessions = new Map<string, http2.ClientHttp2Session>();
  return (place) =>
    new Promise((resolve, reject) => {
      const [hostname = '', path] = place.split('/');
      let session = sessions.get(hostname);
      if (session === undefined || session.destroyed) {
        session = http2.connect(`http://${hostname}:${portOf(server2)}`).on('error', reject);
        sessions.set(hostname, session);
      }
      session
        .request({ ':path': `/${String(path)}` })
        .setEncoding('utf8')
        .on('data', resolve)
        .on('error', reject);
    });
}

/** undici's own, as packages from npm have it: Node shows its copy with `fetch` alone. */
function byDispatcher(): Get {
  let dispatcher: unknown;
  return (place) => {
    const { constructor } = (globalThis as unknown as Record<symbol, object>)[
      Symbol.for('undici.globalDispatcher.1')
    ] as { constructor: new (options: object) => unknown };
    dispatcher ??= new constructor({ keepAliveTimeout: 60_000 });
    return fetched(place, { dispatcher } as RequestInit);
  };
}

const WAYS: readonly { readonly how: string; readonly client: () => Get }[] = [
  { how: 'fetch', client: () => fetched },
  { how: 'fetch with an Agent of undici', client: byDispatcher },
  {
    how: 'an http.Agent that keeps connections',
    client: () => byHttp(new http.Agent({ keepAlive: true })),
  },
  {
    how: 'an http.Agent with one connection',
    client: () => byHttp(new http.Agent({ keepAlive: true, maxSockets: 1 })),
  },
  { how: 'Node’s own http.Agent', client: () => byHttp(undefined) },
  { how: 'a session of http2', client: byHttp2 },
];

function allow(...hosts: string[]): void {
  configure({ network: { allow: hosts, blocked: 'throw' } });
}

async function expectBlocked(getting: Promise<string>): Promise<void> {
  await expect(getting).rejects.toBeInstanceOf(NetworkBlockedError);
  await expect(getting).rejects.toThrow('was blocked: tests reach nothing but this machine');
}

/** What two tests that run at once tell each other: that one has come so far. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Until what was answered has been read, connections are free again, and a test that is done has ended. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(WAYS)('a connection that was let through, kept by $how', ({ client }) => {
  const get = client();

  test('serves the test that allows its host', async () => {
    allow('a.example');
    expect(await get('a.example/1')).toBe('hello');
    expect(await get('a.example/2')).toBe('hello');
  });

  test('is opened anew for the next one that does', async () => {
    allow('a.example');
    expect(await get('a.example/3')).toBe('hello');
  });

  test('and for several requests of one', async () => {
    allow('a.example');
    const all = await Promise.all(
      ['a.example/4', 'a.example/5', 'a.example/6'].map((each) => get(each)),
    );
    expect(all).toEqual(['hello', 'hello', 'hello']);
  });

  test('does not serve one that does not', async () => {
    allow('other.example');
    asked.length = 0;
    await expectBlocked(get('a.example/7'));
    expect(asked).toEqual([]);
  });

  test('serves the next one that does, after a refusal', async () => {
    allow('a.example');
    expect(await get('a.example/8')).toBe('hello');
  });

  describe.concurrent('of tests that run at once', () => {
    const isOpen = signal();
    const isRefused = signal();

    test('one that allows the host has a connection', async ({ expect }) => {
      allow('b.example');
      expect(await get('b.example/allowed')).toBe('hello');
      await settled();
      isOpen.give();
      await isRefused.given;
      expect(await get('b.example/allowed')).toBe('hello');
    });

    test('and one that does not, does not go out on it', async ({ expect }) => {
      allow();
      await isOpen.given;
      // Of those that wait for one connection, each is decided on by itself.
      const getting = [get('b.example/shut'), get('b.example/shut')];
      for (const each of await Promise.allSettled(getting)) {
        expect((each as PromiseRejectedResult).reason).toBeInstanceOf(NetworkBlockedError);
      }
      isRefused.give();
      expect(asked).not.toContain('b.example/shut');
    });
  });

  describe.concurrent('of tests that run at once, and end one after the other,', () => {
    const isOpen = signal();
    const isAsking = signal();

    test('the first', async ({ expect }) => {
      allow('c.example');
      expect(await get('c.example/1')).toBe('hello');
      await settled();
      isOpen.give();
      await isAsking.given;
    });

    test('leaves the second what it is at', async ({ expect }) => {
      allow('c.example');
      await isOpen.given;
      onSlow = isAsking.give;
      const getting = get('c.example/slow');
      await isAsking.given;
      await settled();
      for (const end of waiting.splice(0)) end();
      expect(await getting).toBe('hello');
      expect(await get('c.example/2')).toBe('hello');
    });
  });
});
