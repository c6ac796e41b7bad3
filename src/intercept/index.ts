import { syncBuiltinESMExports } from 'node:module';
import { onViolation } from '../calls/index.js';
import { configure } from '../stubs/index.js';
import { offerPatch, setHandler } from './clients.js';
import { setEnvironmentOfFile } from './environment.js';
import { hookLoading } from './copies.js';
import { openNetwork, shutNetwork } from './network.js';
import { send, sendInThread } from './send.js';
import { guardThreads, openThreads, takeGiven, tell } from './threads.js';

export { patch } from './clients.js';
export { hookLoading } from './copies.js';
export { keepEnvironment, setEnvironment } from './environment.js';

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
  guardThreads();
  // For `import { lookup } from 'node:dns'`, and `Worker`.
  syncBuiltinESMExports();
}

/** Opens all ways out again, for a process that does more than run tests. */
export function openWaysOut(): void {
  openNetwork();
  openThreads();
  syncBuiltinESMExports();
}

/** Shuts what leads out of a worker thread; its clients are not stubbed, and say so. */
export function guardThisThread(): void {
  const given = takeGiven();
  if (given === undefined) return;
  const { port, settings } = given;
  configure(settings);
  onViolation((violation) => {
    tell(port, violation);
  });
  setHandler(sendInThread);
  hookLoading();
  shutNetwork();
  guardThreads();
  syncBuiltinESMExports();
}
