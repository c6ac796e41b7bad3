import { Socket } from 'node:net';
import type { Guard } from './guard.js';
import { guardHttpAgents } from './http-agents.js';
import { guardHttp2Sessions } from './http2-sessions.js';
import { guardUndici } from './undici.js';

/** On Node's class, as what it says is of Node's: by which copy of this module the uses are guarded. */
const GUARDED_BY = Symbol.for('aws-sdk-stubber.uses');
const home = Socket as unknown as { [GUARDED_BY]?: () => Guard | undefined };

/**
 * Guards each use of connections that HTTP clients keep. Only what a setting let through is asked about, so this is done
 * with the first of those.
 */
export function guardUses(guard: () => Guard | undefined): void {
  if (home[GUARDED_BY] === guard) return;
  home[GUARDED_BY] = guard;
  guardHttpAgents(guard);
  guardHttp2Sessions(guard);
  guardUndici(guard);
}

/** The same for a test file whose process had another one before: Jest gives each a sandbox of its own. */
export function guardUsesAnew(guard: () => Guard | undefined): void {
  if (home[GUARDED_BY] !== undefined) guardUses(guard);
}
