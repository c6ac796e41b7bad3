import { isIP, SocketAddress } from 'node:net';

/** A host that connections may go to: `example.org`, `example.org:443`, `*.example.org`, `[fd00::1]:80`. */
interface AllowedHost {
  readonly host: string;
  /** Any, where none is said. */
  readonly port: number | undefined;
}

/**
 * Whether a list opens the way to a host.
 *
 * @param port - undefined where none is known yet, as in a look-up of the name
 */
export function isAllowedHost(
  allow: readonly string[],
  host: string,
  port: number | undefined,
): boolean {
  const wanted = canonical(host.replace(/\.$/, ''));
  return allow.some((text) => {
    const allowed = parse(text);
    if (allowed === undefined) return false;
    const fits = allowed.host.startsWith('*.')
      ? wanted.endsWith(allowed.host.slice(1))
      : wanted === allowed.host;
    return fits && (port === undefined || allowed.port === undefined || allowed.port === port);
  });
}

/** What is wrong with an entry of `network.allow`, and what to write; undefined for a host as it takes it. */
export function wrongHost(entry: unknown): string | undefined {
  if (typeof entry === 'string' && parse(entry) !== undefined) return undefined;
  return `${typeof entry === 'string' ? `'${entry}'` : String(entry)} ${adviceFor(entry)}`;
}

function adviceFor(entry: unknown): string {
  if (typeof entry !== 'string') return 'is not a text';
  if (entry === '*') {
    return "is everything, which is not supported: name the hosts, '*.example.org' for all below one";
  }
  if (URL.canParse(entry) && entry.includes('://')) {
    const { protocol, host, port } = new URL(entry);
    const known = { 'http:': ':80', 'https:': ':443' }[protocol] ?? '';
    return `is a URL: write '${host}${port === '' ? known : ''}'`;
  }
  if (/^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i.test(entry)) {
    return 'is a range of addresses, which is not supported: name each address';
  }
  if (/:\d+$/.test(entry) && parse(entry.replace(/:\d+$/, '')) !== undefined) {
    return 'has no port from 1 to 65535';
  }
  return 'is no host';
}

function parse(text: string): AllowedHost | undefined {
  const { host, port } =
    /^\[(?<host>[\da-f:.]+:[\da-f:.]+)\](?::(?<port>\d+))?$/i.exec(text)?.groups ??
    /^(?<host>[\da-f]*:[\da-f]*:[\da-f:.]*)$/i.exec(text)?.groups ??
    /^(?<host>(?:\*\.)?[\w-]+(?:\.[\w-]+)*)(?::(?<port>\d+))?$/.exec(text)?.groups ??
    {};
  if (host === undefined || !isNameOrAddress(host)) return undefined;
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && (number < 1 || number > 65_535)) return undefined;
  return { host: canonical(host), port: number };
}

/** What ends in a number is an address, or nothing (WHATWG URL, "ends in a number checker"). */
function isNameOrAddress(host: string): boolean {
  return isIP(host) !== 0 || !(host.includes(':') || /(^|\.)(\d+|0x[\da-f]*)$/i.test(host));
}

/** The one way to write a host: an address of IPv6 has many, and may stand for one of IPv4. */
function canonical(host: string): string {
  if (isIP(host) !== 6) return host.toLowerCase();
  const { address } = new SocketAddress({ address: host, family: 'ipv6' });
  return address.replace(/^::ffff:(?=.*\.)/, '');
}
