import type { Scope } from '../calls/index.js';
import type { PlayedHosts } from '../stubs/index.js';
import type { Destination } from './destination.js';
import type { Leased } from './leases.js';

/**
 * What decides on what would leave the machine. Node's modules are the process's, and in Jest test files that have a
 * state each share it: each has a guard of its own.
 */
export interface Guard {
  /** What it is refused with, or undefined where it is let through. */
  readonly refusal: (to: Destination) => Error | undefined;
  /** Whether it is let through; nothing is remembered of a refusal. */
  readonly isPermitted: (to: Destination) => boolean;
  /** What answers in its place, though it is let through to nowhere. */
  readonly played: (to: Destination) => PlayedHosts | undefined;
  /** Ends what was let through with the setting that did it. */
  readonly hold: (leased: Leased) => void;
  readonly currentScope: () => Scope;
  /** Remembers what must fail the test that the code being run belongs to. */
  readonly remember: (violation: Error) => void;
}
