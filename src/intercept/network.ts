import { isIP } from 'node:net';
import { hasRunner, remember, whereabouts, type Scope } from '../calls/index.js';
import { NetworkBlockedError } from '../errors.js';
import {
  isAllowedHost,
  lineToAdd,
  networkIn,
  onPlayedHosts,
  playedHostsFor,
  type PlayedHosts,
} from '../stubs/index.js';
import { guardConnections } from './connections.js';
import { guardUses, guardUsesAnew } from './uses.js';
import { currentCall } from './current-call.js';
import { isLoopback, type Destination } from './destination.js';
import { guardDatagrams } from './datagrams.js';
import type { Guard } from './guard.js';
import { guardLookUps } from './look-ups.js';
import { refuseOnce } from './metadata.js';
import { openedBy } from './opened.js';
import { playTls } from './played-connections.js';
import { isProxy } from './proxies.js';

/**
 * Shuts every way out of this machine: connections, datagrams and look-ups of names.
 *
 * @param guard - that decides for the code being run; undefined where it may go anywhere
 */
export function shutNetwork(guard: () => Guard | undefined): void {
  const refused = (to: Destination): Error | undefined => guard()?.refusal(to);
  guardConnections(guard, (socket, to) => {
    const deciding = guard();
    if (deciding === undefined || isOpen(to)) return;
    deciding.hold(openedBy(socket, to));
    guardUses(guard);
  });
  guardUsesAnew(guard);
  onPlayedHosts(() => {
    guardUses(guard);
    playTls(guard);
  });
  guardDatagrams(refused);
  guardLookUps(refused);
}

/** Whether a way out is open to the code being run. */
export function isPermitted(to: Destination): boolean {
  if (isOpen(to)) return true;
  const { allow = [] } = networkIn(whereabouts().scope)?.network ?? {};
  return isAllowedHost(allow, to.host, to.port);
}

/** What a way out is refused with, or undefined where it is open. */
export function refusal(to: Destination): Error | undefined {
  return isPermitted(to) ? undefined : refuseOnce(() => blocked(to));
}

/** What plays a host for the code being run; one that a setting lets through is the real one. */
export function played(to: Destination): PlayedHosts | undefined {
  if (to.what !== 'connection' || isOpen(to)) return undefined;
  const { scope, finishedTest } = whereabouts();
  if (finishedTest !== undefined) return undefined;
  const hosts = playedHostsFor(to.host, scope);
  return hosts === undefined || isPermitted(to) ? undefined : hosts;
}

function blocked(to: Destination): Error {
  const { scope, finishedTest } = whereabouts();
  const network = networkIn(scope)?.network;
  const error = new NetworkBlockedError(
    messageOf(to, scope, network?.allow ?? [], finishedTest),
    to,
  );
  if (network?.blocked !== 'throw') remember(error);
  // How the code copes is what such a test is about: by this the SDK's chains of credentials go on to the next.
  else Object.defineProperty(error, 'tryNextLink', { value: true });
  return error;
}

/**
 * A name that is looked up is asked of a server, below this machine's too: `lookup` answers those by itself. Of addresses
 * only these stand in each machine's own file of hosts.
 */
function isOpen(to: Destination): boolean {
  if (to.what === 'look-up') return to.host === '127.0.0.1' || to.host === '::1';
  return isLoopback(to.host) && !isProxy(to);
}

const NAMES: Readonly<Record<Destination['what'], string>> = {
  connection: 'A connection',
  datagram: 'A datagram',
  'look-up': 'The look-up of the name',
};

function messageOf(
  { what, host, port }: Destination,
  scope: Scope,
  allowed: readonly string[],
  finishedTest: string | undefined,
): string {
  const place = placeOf(host, port);
  const call = currentCall();
  const lines = [
    `${NAMES[what]}${what === 'look-up' ? '' : ' to'} ${place} was blocked: tests reach nothing but this machine. Nothing was sent.`,
    '',
  ];
  if (call !== undefined) {
    lines.push(
      `  ${call.identity.className} was at ${call.operation}.`,
      '',
      'To answer the call, add to the test:',
      '',
      `  ${lineToAdd(call)}`,
      '',
    );
  } else if (isOfS3(host)) {
    lines.push(
      'Presigned URLs of S3 lead there. Where the test has a fixture of S3, they are answered from its account:',
      '',
      "  useAwsFixture('bucket', { name: 'the-bucket', objects: { 'a.txt': 'text' } });",
      '',
      'If a client called it, that one is not stubbed: a bundler built its copy of the SDK into a file, or it is not a client',
      'of the AWS SDK for JavaScript v3.',
      '',
    );
  } else if (isAws(host)) {
    lines.push(
      `${host} is AWS. The client that called it is not stubbed: a bundler built its copy of the SDK into a file,`,
      'or it is not a client of the AWS SDK for JavaScript v3. Load the SDK from node_modules, and in Vitest',
      "add the plugin of 'aws-sdk-stubber/vite' to the config.",
      '',
    );
  }
  if (isProxy({ what, host, port })) {
    lines.push('A variable of the environment names it as a proxy.', '');
  }
  if (finishedTest !== undefined) {
    lines.push(`It was made after its test was over: "${finishedTest}".`, '');
  }
  if (allowed.length > 0) lines.push(`Allowed are: ${allowed.join(', ')}.`, '');
  lines.push(
    `To let it through, write${placeToWrite(scope)}:`,
    '',
    `  configure({ network: { allow: ['${place}'] } });`,
  );
  return lines.join('\n');
}

function placeToWrite({ name }: Scope): string {
  // A program, or a worker thread of the code under test.
  if (!hasRunner()) return '';
  return name === undefined ? ' in the set-up' : ' in the test, or in a setup file';
}

function placeOf(host: string, port: number | undefined): string {
  if (port === undefined) return host;
  return isIP(host) === 6 ? `[${host}]:${String(port)}` : `${host}:${String(port)}`;
}

/** Where presigned URLs of S3 lead. */
function isOfS3(host: string): boolean {
  return /^(.+\.)?s3[.-](.+\.)?amazonaws\.com(\.cn)?\.?$/i.test(host);
}

/** The domains of AWS's partitions. */
function isAws(host: string): boolean {
  return /(^|\.)(amazonaws\.com(\.cn)?|api\.aws|amazonaws\.eu|aws\.dev)\.?$/i.test(host);
}
