import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenCall } from '../calls/index.js';

/** On the global object: several copies of this package may be there. */
const CALL = Symbol.for('aws-sdk-stubber.call');
const home = globalThis as unknown as { [CALL]: AsyncLocalStorage<OpenCall> | undefined };

/** Runs what the SDK does for a call, so that what happens on the way can name it. */
export function duringCall<T>(call: OpenCall, act: () => T): T {
  return (home[CALL] ??= new AsyncLocalStorage()).run(call, act);
}

/** The call that the code being run works for; undefined once it is answered. */
export function currentCall(): OpenCall | undefined {
  const call = home[CALL]?.getStore();
  return call === undefined || 'output' in call || 'error' in call ? undefined : call;
}
