import { offerPatch, setHandler } from './clients.js';
import { setEnvironmentOfFile } from './environment.js';
import { shutNetwork } from './network.js';
import { send } from './send.js';

export { patch } from './clients.js';
export { hookLoading } from './copies.js';
export { keepEnvironment, setEnvironment } from './environment.js';
export { openNetwork } from './network.js';

/**
 * Answers the calls of every class that is patched (which classes are is the runner's to arrange), and
 * shuts every other way out.
 *
 * @param region - that the project's config says for its tests
 */
export function intercept(region?: string): void {
  setHandler(send);
  offerPatch();
  setEnvironmentOfFile(region);
  shutNetwork();
}
