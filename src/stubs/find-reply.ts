import type { OpenCall, Scope } from '../calls/index.js';
import type { UnstubbedOperationError } from '../errors.js';
import { findFake } from './fakes.js';
import type { FoundReply } from './found-reply.js';
import { existingRegistry } from './registry.js';
import { isOtherForm, replyIn } from './forms.js';
import { Stub } from './stub.js';
import { activeStubbers, type Stubber } from './stubber.js';

/**
 * What answers a call: the instance's stubs before the class's before everyone's; for each an active
 * Stubber before expectations before other stubs; then the fakes of fixtures.
 *
 * @returns an error where a Stubber is active and its next answer is not for this call
 */
export function findReply(
  call: OpenCall,
  scope: Scope,
): FoundReply | UnstubbedOperationError | undefined {
  for (const key of call.keys) {
    for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
      const found =
        ofStubbers(call, scope, activeStubbers(each, key)) ??
        existingRegistry(each)?.sets.get(key)?.find(call);
      if (found instanceof Stub && isOtherForm(found.form, call)) return inFormOf(found, call);
      if (found !== undefined) return found;
    }
  }
  return findFake(call, scope);
}

function inFormOf(stub: Stub, call: OpenCall): FoundReply {
  return { settings: stub.settings, take: () => replyIn(stub.form, stub.take(), call) };
}

function ofStubbers(
  call: OpenCall,
  scope: Scope,
  stubbers: readonly Stubber[],
): FoundReply | UnstubbedOperationError | undefined {
  for (const stubber of stubbers) {
    const stub = stubber.find(call, scope);
    if (stub !== undefined) {
      return {
        take: () => {
          stubber.use(scope);
          return replyIn(stub.form, stub.take(), call);
        },
      };
    }
  }
  return stubbers[0]?.refusal(call, scope);
}
