import { setHandler } from './clients.js';
import { setEnvironment } from './environment.js';
import { send } from './send.js';

export { patch } from './clients.js';
export { hookLoading } from './copies.js';

/** Answers the calls of every class that is patched; which classes are is the runner's to arrange. */
export function intercept(): void {
  setHandler(send);
  setEnvironment();
}
