import { syncBuiltinESMExports } from 'node:module';
import { currentScope, EVERY_CLIENT, fileScope, onViolation, remember } from '../calls/index.js';
import { keepSettings, networkIn } from '../stubs/index.js';
import { offerAwslambda } from './awslambda.js';
import { offerPatch, setHandler } from './clients.js';
import { closeEnvironmentOfFile, type IsOfMachine } from './environment.js';
import { hookLoading } from './copies.js';
import type { Guard } from './guard.js';
import { endLeases, hold } from './leases.js';
import { guardLogIns } from './log-ins.js';
import { isPermitted, played, refusal, shutNetwork } from './network.js';
import { send, sendInThread } from './send.js';
import { guardThreads, takeGiven, tell, type Given } from './threads.js';

export { patch } from './clients.js';
export { hookLoading } from './copies.js';
export {
  closeEnvironment,
  isSecret,
  keepChanges,
  keepEnvironment,
  openEnvironment,
  snapshot,
  takeAgain,
  type IsOfMachine,
} from './environment.js';
export type { Guard } from './guard.js';
export { ofMachine } from './machine.js';
export { wrap } from './wrap.js';

/** Decides by the state of this copy of the package. */
export const ownGuard: Guard = {
  refusal,
  isPermitted,
  played,
  hold,
  currentScope,
  remember,
};

/**
 * Answers the calls of every class that is patched (which classes are is the runner's to arrange), and
 * shuts every other way out.
 *
 * @param isOfMachine - tells what of the environment is the machine's own from what the project set for its tests
 * @param guard - that decides for the code being run; undefined where it may go anywhere
 * @param guardOfTests - the same, and undefined also where the code may be the runner's own
 */
export function intercept(
  isOfMachine: IsOfMachine = () => true,
  guard: () => Guard | undefined = () => ownGuard,
  guardOfTests = guard,
): void {
  setHandler(() => send);
  offerPatch();
  closeEnvironmentOfFile(isOfMachine);
  guardLogIns(isOfMachine, guard);
  shutNetwork(guard);
  guardThreads(guard, guardOfTests);
  offerAwslambda();
  // For `import { lookup } from 'node:dns'`, and `Worker`.
  syncBuiltinESMExports();
}

/** Shuts what leads out of a worker thread; its clients are not stubbed, and say so. */
export function guardThisThread(): void {
  const given = takeGiven();
  if (given === undefined) return;
  const { port } = given;
  const guard = guardOfThread(given);
  onViolation((violation) => {
    tell(port, violation);
  });
  setHandler(() => sendInThread);
  hookLoading();
  shutNetwork(guard);
  guardThreads(guard);
  syncBuiltinESMExports();
}

/** Decides by what the thread was given, until the setting that allowed it is over. */
function guardOfThread({ port, settings, isOver }: Given): () => Guard {
  keepSettings(EVERY_CLIENT.key, settings, fileScope());
  const { network } = settings;
  const end = (): void => {
    // The thread may have written another by itself.
    if (network === undefined || networkIn(fileScope())?.network !== network) return;
    keepSettings(EVERY_CLIENT.key, { network: { ...network, allow: [] } }, fileScope());
    endLeases(fileScope());
  };
  port.on('message', end).unref();
  return () => {
    if (isOver()) end();
    return ownGuard;
  };
}
