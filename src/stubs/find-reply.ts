import type { OpenCall, Scope, TargetKey } from '../calls/index.js';
import type { UnstubbedOperationError } from '../errors.js';
import { findFake } from './fakes.js';
import type { FoundReply } from './found-reply.js';
import { existingRegistry } from './registry.js';
import { isOtherForm, replyIn } from './forms.js';
import { Stub } from './stub.js';
import type { StubSet } from './stub-set.js';
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
  const answering = answeringIn(scope);
  for (const key of call.keys) {
    for (const { stubbers, sets } of answering) {
      const active = stubbers?.get(key);
      const found = (active && ofStubbers(call, scope, active)) ?? sets?.get(key)?.find(call);
      if (found instanceof Stub && isOtherForm(found.form, call)) return inFormOf(found, call);
      if (found !== undefined) return found;
    }
  }
  return findFake(call, scope);
}

/** What a scope has that answers calls, by target. */
interface Answering {
  readonly stubbers: ReadonlyMap<TargetKey, readonly Stubber[]> | undefined;
  readonly sets: ReadonlyMap<TargetKey, StubSet> | undefined;
}

/** What answers calls in a scope, the nearest first: most calls have one scope that does, and many keys. */
function answeringIn(scope: Scope): Answering[] {
  const answering: Answering[] = [];
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
    const stubbers = activeStubbers(each);
    const sets = existingRegistry(each)?.sets;
    if (stubbers !== undefined || sets !== undefined) answering.push({ stubbers, sets });
  }
  return answering;
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
