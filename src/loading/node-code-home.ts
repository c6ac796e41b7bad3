import { runInThisContext } from 'node:vm';
import type { KeptCode } from './kept-code.js';

/** On the global object outside of all sandboxes: a process has one loader, and may load several copies of this package. */
const HOME = Symbol.for('aws-sdk-stubber.node-code');

const home = runInThisContext('globalThis') as { [HOME]?: KeptCode };

/** The cache of what Node's loader compiles, once there is one. */
export function keptCode(): KeptCode | undefined {
  return home[HOME];
}

/** Makes a cache the process's. */
export function setKeptCode(kept: KeptCode): void {
  home[HOME] = kept;
}

/** Keeps for the next process what this one had to compile: done once the code has run. */
export function keepCode(): void {
  keptCode()?.keep();
}
