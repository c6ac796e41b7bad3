import { Socket } from 'node:net';
import { isLoopback, type Destination } from './destination.js';

/** What HTTP clients take a proxy from: curl's names, npm's and global-agent's. */
const PROXY =
  /^((https?|all|ftp|wss?)_proxy|npm_config_(https?_)?proxy|global_agent_https?_proxy)$/i;

/**
 * Whether a variable names a proxy. Whom to reach without one (`NO_PROXY`) is left alone: Node's own `fetch`, told to
 * use proxies at its start, asks for it at every request, and would go to its proxy for a server of the test.
 */
export function isProxyVariable(name: string): boolean {
  // Asked of every variable at every test, and they all end so.
  return name.slice(-5).toLowerCase() === 'proxy' && PROXY.test(name);
}

/** On Node's class, which the test files of a process share: the variables are there for the first one only. */
const PROXIES = Symbol.for('aws-sdk-stubber.proxies');
const home = Socket as unknown as { [PROXIES]: Set<string> | undefined };

/**
 * Remembers the proxies that an environment names and that are on this machine: what goes there leaves it. Code that
 * read the variables before the tests, as Node does at its start, still goes there.
 */
export function rememberProxies(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value = ''] of Object.entries(env)) {
    if (!isProxyVariable(name)) continue;
    const url = parse(value);
    if (url === undefined) continue;
    const { hostname, port, protocol } = url;
    if (!isLoopback(hostname.replaceAll(/[[\]]/g, ''))) continue;
    const known = (home[PROXIES] ??= new Set());
    known.add(port === '' ? (DEFAULT_PORTS[protocol] ?? '80') : port);
  }
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'socks5:': '1080' };

function parse(value: string): URL | undefined {
  const text = value.includes('://') ? value : `http://${value}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** By the port alone: a machine has many names for itself. */
export function isProxy({ host, port }: Destination): boolean {
  return port !== undefined && home[PROXIES]?.has(String(port)) === true && isLoopback(host);
}
