import { chainOf, type OpenCall, type Scope } from '../calls/index.js';
import type { UnstubbedOperationError } from '../errors.js';
import { keysOf, registriesOf } from './registry.js';
import type { Reply } from './reply.js';
import { activeStubbers } from './stubber.js';

/** What answers a call, before it is used up. */
export interface FoundReply {
  /** Uses the stub up, and gives its reply. */
  take(): Reply;
}

/**
 * What answers a call: the instance's stubs before the class's before everyone's; for each an active
 * Stubber before expectations before other stubs.
 *
 * @returns an error where a Stubber is active and its next answer is not for this call
 */
export function findReply(
  call: OpenCall,
  scope: Scope,
): FoundReply | UnstubbedOperationError | undefined {
  const registries = [...registriesOf(scope)];
  for (const key of keysOf(call)) {
    for (const each of chainOf(scope)) {
      const stubbers = activeStubbers(each, key);
      for (const stubber of stubbers) {
        const stub = stubber.find(call);
        if (stub === undefined) continue;
        return {
          take: () => {
            stubber.use();
            return stub.take();
          },
        };
      }
      const [latest] = stubbers;
      if (latest !== undefined) return latest.refusal(call);
    }
    for (const { sets } of registries) {
      const found = sets.get(key)?.find(call);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
