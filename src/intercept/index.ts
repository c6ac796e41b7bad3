import { setHandler } from './clients.js';
import { setEnvironment } from './environment.js';
import { shutNetwork } from './network.js';
import { send } from './send.js';

export { patch } from './clients.js';
export { hookLoading } from './copies.js';
export { openNetwork } from './network.js';

/**
 * Answers the calls of every class that is patched (which classes are is the runner's to arrange), and
 * shuts every other way out.
 */
export function intercept(): void {
  setHandler(send);
  setEnvironment();
  shutNetwork();
}
