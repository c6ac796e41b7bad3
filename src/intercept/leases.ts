import { whereabouts, type Scope } from '../calls/index.js';
import { networkIn } from '../stubs/index.js';

/** What a setting of the network let through, and what ends with that setting: a connection, a thread's permission. */
export interface Leased {
  /** Those of the scopes whose settings let it through, each with all that they did. */
  readonly holders: Set<Set<Leased>>;
  /** As whoever uses it minds least. */
  end: () => void;
}

const PART = 'leases';

/**
 * Ends something with the setting that lets it through now: HTTP clients keep connections, and a later test would find
 * its way out open. What several tests used stays for the last of them.
 */
export function hold(leased: Leased): void {
  const held = networkIn(whereabouts().scope)?.setIn.part(PART, (scope) => {
    scope.endings.push(() => {
      endLeases(scope);
    });
    return new Set<Leased>();
  });
  if (held === undefined) return;
  held.add(leased);
  leased.holders.add(held);
}

/** Ends what a scope's setting let through. */
export function endLeases(scope: Scope): void {
  const held = scope.existingPart<Set<Leased>>(PART) ?? new Set();
  for (const leased of held) {
    held.delete(leased);
    leased.holders.delete(held);
    if (leased.holders.size === 0) leased.end();
  }
}

/** Forgets what has ended by itself. */
export function release(leased: Leased): void {
  for (const held of leased.holders) held.delete(leased);
}
