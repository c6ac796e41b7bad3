import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { configure, NetworkBlockedError, stub, WrongUseError } from '../../src/index.js';

/** Documentation's own addresses and names: nobody has them. */
const ADDRESS = '10.0.0.7';
const NAME = 'service.example.org';

/** Settles with what an emitter fails with. */
function failureOf(emitter: NodeJS.EventEmitter): Promise<Error> {
  return new Promise((resolve, reject) => {
    emitter.once('error', resolve);
    emitter.once('connect', () => {
      reject(new Error('It is connected.'));
    });
  });
}

/** What was blocked would fail this test at its end too; its subject is the error. */
function onlyThrow(...allow: string[]): void {
  configure({ network: { allow, blocked: 'throw' } });
}

const WAYS: readonly {
  readonly how: string;
  readonly place: string;
  readonly go: () => Promise<unknown>;
}[] = [
  {
    how: 'net.connect(options)',
    place: `${ADDRESS}:443`,
    go: () => failureOf(net.connect({ host: ADDRESS, port: 443 })),
  },
  {
    how: 'net.connect(port, host)',
    place: `${NAME}:443`,
    go: () => failureOf(net.connect(443, NAME)),
  },
  {
    how: 'new net.Socket().connect, also what is written at once',
    place: '[2001:db8::1]:25',
    go: () => {
      const socket = new net.Socket();
      socket.connect(25, '2001:db8::1');
      socket.write('EHLO');
      return failureOf(socket);
    },
  },
  ...['0x50', '80.0', ' 80', '80\n'].map((port) => ({
    how: `new net.Socket().connect, the port as ${JSON.stringify(port)}`,
    place: '10.0.0.7:80',
    go: () => failureOf(new net.Socket().connect(port as never, '10.0.0.7')),
  })),
  { how: 'tls', place: `${NAME}:443`, go: () => failureOf(tls.connect(443, NAME)) },
  { how: 'http', place: `${NAME}:80`, go: () => failureOf(http.get(`http://${NAME}`)) },
  {
    how: 'http without an agent',
    place: `${NAME}:80`,
    go: () => failureOf(http.request(`http://${NAME}`, { agent: false }).end('body')),
  },
  { how: 'https', place: `${NAME}:443`, go: () => failureOf(https.get(`https://${NAME}`)) },
  { how: 'http2', place: `${NAME}:443`, go: () => failureOf(http2.connect(`https://${NAME}`)) },
  {
    how: 'fetch',
    place: `${NAME}:443`,
    go: () =>
      fetch(`https://${NAME}`).catch((error: unknown) => (error as { cause: unknown }).cause),
  },
  { how: 'WebSocket’s handshake', place: `${NAME}:80`, go: () => failureOf(upgrade()) },
];

function upgrade(): http.ClientRequest {
  return http
    .request({ host: NAME, headers: { connection: 'Upgrade', upgrade: 'websocket' } })
    .end();
}

describe('a connection to anything but this machine fails', () => {
  test.each(WAYS)('by $how', async ({ place, go }) => {
    onlyThrow();
    const error = await go();
    expect(error).toBeInstanceOf(NetworkBlockedError);
    const { host, port, code, message } = error as NetworkBlockedError;
    expect(code).toBe('NETWORK_BLOCKED');
    expect(place.replace(/[[\]]/g, '')).toBe(`${host}:${String(port)}`);
    expect(message).toBe(
      `A connection to ${place} was blocked: tests reach nothing but this machine. Nothing was sent.\n\n` +
        'To let it through, write in the test, or in a setup file:\n\n' +
        `  configure({ network: { allow: ['${place}'] } });`,
    );
  });

  test.each(['127.evil.example', 'localhost.example.org', '8.8.8.8', '::ffff:8.8.8.8', '10.0.0.1'])(
    'to %s, which is not this machine',
    async (host) => {
      onlyThrow();
      expect(await failureOf(net.connect(80, host))).toBeInstanceOf(NetworkBlockedError);
    },
  );

  test('and what is said names the partition of AWS that was called', async () => {
    onlyThrow();
    const { message } = await failureOf(net.connect(443, 'ec2.cn-north-1.amazonaws.com.cn'));
    expect(message).toContain('ec2.cn-north-1.amazonaws.com.cn is AWS. The client that called it');
  });
});

describe('a look-up of its own', () => {
  /** Names at an address that is not this machine's. */
  const elsewhere: net.LookupFunction = (_, options, callback) => {
    if (options.all === true) callback(null, [{ address: ADDRESS, family: 4 }]);
    else callback(null, ADDRESS, 4);
  };
  const lookup = vi.fn(elsewhere);

  test.each<{ how: string; go: () => Promise<unknown> }>([
    {
      how: 'net.connect',
      go: () => failureOf(net.connect({ host: 'localhost', port: 80, lookup })),
    },
    {
      how: 'a socket',
      go: () => failureOf(new net.Socket().connect({ host: 'a.localhost', port: 80, lookup })),
    },
    { how: 'tls', go: () => failureOf(tls.connect({ host: 'localhost', port: 80, lookup })) },
    { how: 'http', go: () => failureOf(http.get({ host: 'localhost', lookup })) },
    {
      how: 'a host that is not said',
      go: () => failureOf(net.connect({ port: 80, lookup } as never)),
    },
  ])('does not lead this machine’s name to another one, by $how', async ({ go }) => {
    onlyThrow();
    lookup.mockClear();
    const error = await go();
    expect(error).toBeInstanceOf(NetworkBlockedError);
    expect((error as Error).message).toContain(`A connection to ${ADDRESS}:80 was blocked`);
    expect(lookup).toHaveBeenCalledOnce();
  });

  test('leads other names that are allowed where it likes, and is left in its options', async () => {
    onlyThrow('example.org');
    const own = ownOf('127.0.0.1');
    const options = { host: 'example.org', port: 9, lookup: own };
    const error = await failureOf(net.connect(options));
    expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED');
    expect(own).toHaveBeenCalledOnce();
    expect(options.lookup).toBe(own);
  });

  test('may fail as it likes', async () => {
    const failing: net.LookupFunction = (_, __, callback) => {
      callback(new Error('no such name'), '');
    };
    const error = await failureOf(net.connect({ host: 'localhost', port: 9, lookup: failing }));
    expect(error.message).toBe('no such name');
  });

  // Node has deprecated the class's constructor, and its types do not have it.
  const Socket = dgram.Socket as unknown as new (options: dgram.SocketOptions) => dgram.Socket;
  class Derived extends Socket {}
  const MADE: Record<string, (options: dgram.SocketOptions) => dgram.Socket> = {
    createSocket: (options) => dgram.createSocket(options),
    'the class': (options) => new Socket(options),
    'a derived class': (options) => new Derived(options),
    'an older kind of derived class': (options) => {
      const made = Object.create(Socket.prototype) as dgram.Socket;
      (Socket as unknown as (options: dgram.SocketOptions) => void).call(made, options);
      return made;
    },
  };

  test.each(Object.entries(MADE))(
    'does not lead datagrams to another machine either, of %s',
    async (_, make) => {
      onlyThrow();
      const sender = make({
        type: 'udp4',
        // The address that the socket is bound to is looked up as well.
        lookup: (name, _, callback) => {
          callback(null, name === 'localhost' ? ADDRESS : name, 4);
        },
      });
      expect(sender).toBeInstanceOf(dgram.Socket);
      onTestFinished(() => {
        sender.close();
      });
      const error = await new Promise((resolve) => {
        sender.send('statistics', 8125, 'localhost', resolve);
      });
      expect(error).toBeInstanceOf(NetworkBlockedError);
      expect((error as Error).message).toContain(`A datagram to ${ADDRESS} was blocked`);
    },
  );

  function ownOf(address: string): net.LookupFunction {
    return vi.fn<net.LookupFunction>((_, options, callback) => {
      if (options.all === true) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    });
  }
});

describe('datagrams', () => {
  function socket(): dgram.Socket {
    const made = dgram.createSocket('udp4');
    onTestFinished(() => {
      made.close();
    });
    return made;
  }

  test.each<{ how: string; send: (to: dgram.Socket, done: (e: Error | null) => void) => void }>([
    {
      how: 'whole',
      send: (to, done) => {
        to.send('statistics', 8125, ADDRESS, done);
      },
    },
    {
      how: 'whole, with a zero in the callback’s place',
      send: (to, done) => {
        to.once('error', done);
        (to.send as (...args: unknown[]) => void)('statistics', 8125, ADDRESS, 0);
      },
    },
    {
      how: 'in part',
      send: (to, done) => {
        to.send(Buffer.from('statistics'), 0, 4, 8125, ADDRESS, done);
      },
    },
  ])('fail, sent $how', async ({ send }) => {
    onlyThrow();
    const error = await new Promise((resolve) => {
      send(socket(), resolve);
    });
    expect(error).toBeInstanceOf(NetworkBlockedError);
    expect((error as Error).message).toContain(`A datagram to ${ADDRESS}:8125 was blocked`);
  });

  test('fail with an event where there is no callback', async () => {
    onlyThrow();
    const sender = socket();
    sender.send('statistics', 8125, ADDRESS);
    expect(await failureOf(sender)).toBeInstanceOf(NetworkBlockedError);
  });

  test('are not connected either', async () => {
    onlyThrow();
    const error = await new Promise((resolve) => {
      socket().connect(8125, ADDRESS, resolve as () => void);
    });
    expect(error).toBeInstanceOf(NetworkBlockedError);
  });

  describe('of a socket that was connected while it was allowed', () => {
    let connected: dgram.Socket;
    beforeAll(() => {
      // It names an address of this machine, so that nothing leaves it.
      connected = dgram.createSocket({
        type: 'udp4',
        lookup: (_, __, callback) => {
          callback(null, '127.0.0.1', 4);
        },
      });
    });
    afterAll(() => {
      connected.close();
    });
    const send = (): Promise<Error | null> =>
      new Promise((resolve) => {
        connected.send('statistics', resolve as () => void);
      });

    test('are sent', async () => {
      onlyThrow('example.org:8125');
      await new Promise<void>((resolve) => {
        connected.connect(8125, 'example.org', resolve);
      });
      expect(await send()).toBeNull();
    });

    test('are not in the next test', async () => {
      onlyThrow();
      const error = await send();
      expect(error).toBeInstanceOf(NetworkBlockedError);
      expect((error as Error).message).toContain('A datagram to example.org:8125 was blocked');
    });
  });

  test('reach this machine', async () => {
    const receiver = socket();
    const received = new Promise<string>((resolve) => {
      receiver.on('message', (text) => {
        resolve(text.toString());
      });
    });
    await new Promise<void>((resolve) => {
      receiver.bind(0, '127.0.0.1', resolve);
    });
    socket().send('statistics', receiver.address().port, '127.0.0.1');
    expect(await received).toBe('statistics');
  });
});

describe('the look-up of another name fails', () => {
  test.each<{ how: string; lookUp: () => Promise<unknown> }>([
    { how: 'promisify(dns.lookup)', lookUp: () => promisify(dns.lookup)(NAME) },
    { how: 'dns.promises.lookup', lookUp: () => dns.promises.lookup(NAME) },
    { how: 'dns.resolve4', lookUp: () => promisify(dns.resolve4)(NAME) },
    { how: 'dns.promises.resolveTxt', lookUp: () => dns.promises.resolveTxt(NAME) },
    { how: 'a Resolver', lookUp: () => new dns.promises.Resolver().resolveMx(NAME) },
    {
      how: 'a Resolver with callbacks',
      lookUp: () =>
        new Promise((_, reject) => {
          new dns.Resolver().resolveSrv(NAME, reject);
        }),
    },
  ])('by $how', async ({ lookUp }) => {
    onlyThrow();
    const looking = lookUp();
    await expect(looking).rejects.toBeInstanceOf(NetworkBlockedError);
    await expect(looking).rejects.toThrow(`The look-up of the name ${NAME} was blocked`);
  });

  test.each(['localhost', 'bucket.localhost', 'localhost.'])(
    'also of %s, of a server',
    async (name) => {
      onlyThrow();
      await expect(promisify(dns.resolve4)(name)).rejects.toBeInstanceOf(NetworkBlockedError);
      await expect(dns.promises.resolveTxt(name)).rejects.toBeInstanceOf(NetworkBlockedError);
    },
  );

  test.each(['127.9.9.9', '::'])('also that of the name of %s', async (address) => {
    onlyThrow();
    await expect(dns.promises.reverse(address)).rejects.toBeInstanceOf(NetworkBlockedError);
  });

  test('also where the callback is not the last argument', async () => {
    onlyThrow();
    const error = await new Promise((resolve) => {
      (dns.lookup as (...args: unknown[]) => void)(NAME, {}, resolve, undefined);
    });
    expect(error).toBeInstanceOf(NetworkBlockedError);
  });

  test('with Node’s own error where there is no callback', () => {
    expect(() => {
      (dns.lookup as (...args: unknown[]) => void)(NAME);
    }).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }));
  });

  test.each(['bucket.localhost', 'LOCALHOST.', 'a.b.localhost.'])(
    'and %s is this machine, without a server',
    async (name) => {
      const expected = await dns.promises.lookup('localhost', { all: true });
      expect(await dns.promises.lookup(name, { all: true })).toEqual(expected);
      const address = await promisify(dns.lookup)(name);
      expect(address).toEqual(await promisify(dns.lookup)('localhost'));
    },
  );

  test('and that of this machine does not', async () => {
    const { address } = await promisify(dns.lookup)('localhost');
    expect(net.isIP(address)).not.toBe(0);
    expect(await dns.promises.lookup('10.0.0.7')).toEqual({ address: '10.0.0.7', family: 4 });
  });
});

const servers: http.Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listening(...where: [number, string] | [string]): Promise<http.Server> {
  const server = http.createServer((_, response) => response.end('hello'));
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(...(where as [number, string]), resolve);
  });
  return server;
}

describe('this machine stays open', () => {
  test.each(['127.0.0.1', 'localhost', 'a.localhost', '0.0.0.0', '[::ffff:127.0.0.1]'])(
    'at %s',
    async (host) => {
      const server = await listening(0, '127.0.0.1');
      const { port } = server.address() as net.AddressInfo;
      const response = await fetch(`http://${host}:${String(port)}`);
      expect(await response.text()).toBe('hello');
    },
  );

  test('through a Unix socket', async () => {
    const path = join(tmpdir(), `aws-sdk-stubber-${String(process.pid)}.sock`);
    await listening(path);
    const text = await new Promise((resolve) => {
      http.get({ socketPath: path }, (response) => response.on('data', resolve));
    });
    expect(String(text)).toBe('hello');
  });
});

describe('configure({ network: { allow } })', () => {
  /** Where nobody listens: what is let through is refused by this machine, not by us. */
  async function outcome(host: string, port: number): Promise<string | undefined> {
    // The address is one of this machine, so that nothing leaves it; only its name is another.
    const lookup: net.LookupFunction = (_, options, callback) => {
      if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    const error = await failureOf(net.connect({ host, port, lookup }));
    return (error as NodeJS.ErrnoException).code;
  }

  test.each<[string, string, number, boolean]>([
    ['example.org', 'example.org', 9, true],
    ['example.org', 'Example.ORG.', 9, true],
    ['example.org:9', 'example.org', 9, true],
    ['example.org:10', 'example.org', 9, false],
    ['example.org', 'www.example.org', 9, false],
    ['*.example.org', 'www.example.org', 9, true],
    ['*.example.org:9', 'a.b.example.org', 9, true],
    ['*.example.org', 'example.org', 9, false],
    ['*.example.org', 'badexample.org', 9, false],
  ])('%s for %s:%i: %s', async (allowed, host, port, isOpen) => {
    onlyThrow(allowed);
    expect(await outcome(host, port)).toBe(isOpen ? 'ECONNREFUSED' : 'NETWORK_BLOCKED');
  });

  test('lasts for the test', async () => {
    onlyThrow();
    expect(await outcome('example.org', 9)).toBe('NETWORK_BLOCKED');
  });

  describe('also for connections that an agent keeps', () => {
    const agent = new http.Agent({ keepAlive: true });
    let port = 0;
    const get = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const lookup: net.LookupFunction = (_, options, callback) => {
          if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
          else callback(null, '127.0.0.1', 4);
        };
        http
          .get({ host: 'example.org', port, agent, lookup }, (response) => {
            response.resume().on('end', () => {
              resolve(response.statusCode);
            });
          })
          .on('error', reject);
      });

    beforeAll(async () => {
      const server = await listening(0, '127.0.0.1');
      ({ port } = server.address() as net.AddressInfo);
    });

    test('a test that may connect', async () => {
      configure({ network: { allow: ['example.org'] } });
      expect(await get()).toBe(200);
      expect(Object.values(agent.freeSockets)).toHaveLength(1);
    });

    test('leaves no connection to the next', async () => {
      onlyThrow();
      await expect(get()).rejects.toThrow('was blocked');
    });
  });

  test('is named where another host is blocked', async () => {
    onlyThrow('example.net', '[2001:db8::1]:80');
    const { message } = await failureOf(net.connect(443, NAME));
    expect(message).toContain('Allowed are: example.net, [2001:db8::1]:80.');
  });

  test('lets the name be looked up', async () => {
    onlyThrow('*.invalid');
    // test/no-way-out.cjs
    await expect(dns.promises.lookup('example.invalid')).rejects.toThrow(
      'The look-up of example.invalid got through the guard, and was stopped below it.',
    );
  });

  test.each<[unknown, string]>([
    [
      { allow: ['https://example.org/a'] },
      " 'https://example.org/a' is a URL: write 'example.org:443'.",
    ],
    [
      { allow: ['http://a.example.org:8080'] },
      " 'http://a.example.org:8080' is a URL: write 'a.example.org:8080'.",
    ],
    [
      { allow: ['example.org', '*'] },
      " '*' is everything, which is not supported: name the hosts, '*.example.org' for all below one.",
    ],
    [
      { allow: ['10.0.0.0/8'] },
      " '10.0.0.0/8' is a range of addresses, which is not supported: name each address.",
    ],
    [
      { allow: ['fd00::/8'] },
      " 'fd00::/8' is a range of addresses, which is not supported: name each address.",
    ],
    [{ allow: ['example.org:99999'] }, " 'example.org:99999' has no port from 1 to 65535."],
    ...['', ':::', '1:2', '999.1.1.1', '10.0.0', '[10.0.0.1]:80', 'a:b:c', '0x7f'].map(
      (wrong): [object, string] => [{ allow: [wrong] }, ` '${wrong}' is no host.`],
    ),
    [{ allow: [/example/] }, ' /example/ is not a text.'],
    [{ allow: 'example.org' }, ''],
    [{ deny: [] }, " There is no 'deny' in it."],
    [{ blocked: 'never' }, ''],
    [true, ''],
  ])('refuses %o', (network, advice) => {
    const message =
      "configure(): 'network' is an object such as { allow: ['example.org:443', '*.example.net'] }: " +
      "hosts, each with or without a port, no URLs; and blocked: 'fail' or 'throw'.";
    expect(() => {
      configure({ network: network as never });
    }).toThrow(new WrongUseError(message + advice));
  });

  test('is not for one target', () => {
    expect(() => stub('EC2', { network: { allow: [] } })).toThrow(
      "stub('EC2'): 'network' is for all clients: write configure({ network: { … } }).",
    );
  });
});
