import { chainOf, type Scope } from '../calls/index.js';

/** What an HTTP client sent to a host that is played, `fetch` for one. */
export interface HostRequest {
  readonly method: string;
  readonly url: URL;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HostResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Hosts of a service that answer within a scope, though nothing reaches them. */
export interface PlayedHosts {
  readonly hosts: RegExp;
  answer(request: HostRequest): Promise<HostResponse>;
}

const PART = 'played hosts';

let begin: (() => void) | undefined;

/** @param listener - called once, with the first hosts that are played: it arranges that requests come to them */
export function onPlayedHosts(listener: () => void): void {
  begin = listener;
}

/** From now on these hosts answer what the code of a scope asks for. */
export function playHosts(hosts: PlayedHosts, scope: Scope): void {
  scope.part<PlayedHosts[]>(PART, () => []).push(hosts);
  begin?.();
  begin = undefined;
}

/** What plays a host in a scope. */
export function playedHostsFor(host: string, scope: Scope): PlayedHosts | undefined {
  for (const each of chainOf(scope)) {
    const found = each.existingPart<PlayedHosts[]>(PART)?.find(({ hosts }) => hosts.test(host));
    if (found !== undefined) return found;
  }
  return undefined;
}
