import { AsyncContext } from '../async-context.js';
import type { OpenCall } from '../calls/index.js';

const context = new AsyncContext<OpenCall>('call');

/** Runs what the SDK does for a call, so that what happens on the way can name it. */
export function duringCall<T>(call: OpenCall, act: () => T): T {
  return context.run(call, act);
}

/** The call that the code being run works for; undefined once it is answered. */
export function currentCall(): OpenCall | undefined {
  const call = context.get();
  return call === undefined || 'output' in call || 'error' in call ? undefined : call;
}
