import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
// Nobody's address: a connection to it goes to this machine.
LOOPBACK.addAddress('0.0.0.0', 'ipv4');
LOOPBACK.addAddress('::', 'ipv6');

/** Whether an address or a name is this machine's: `localhost`, and every name below it (RFC 6761, section 6.3). */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return isLocalName(host) || host === '';
  return LOOPBACK.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

export function isLocalName(host: string): boolean {
  return /(^|\.)localhost\.?$/i.test(host);
}
