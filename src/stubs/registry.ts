import { chainOf, type Scope, type Target, type TargetKey } from '../calls/index.js';
import { pendingError } from './pending.js';
import type { Stub } from './stub.js';
import { StubSet } from './stub-set.js';
import { unusedError } from './unused.js';

const PART = 'stubs';

/** The stubs of one scope, by target. */
export class StubRegistry {
  readonly sets = new Map<TargetKey, StubSet>();

  setOf(target: Target): StubSet {
    let set = this.sets.get(target.key);
    if (set === undefined) this.sets.set(target.key, (set = new StubSet(target)));
    return set;
  }

  get pending(): Stub[] {
    return [...this.sets.values()].flatMap((set) => set.pending);
  }

  get written(): Stub[] {
    return [...this.sets.values()].flatMap(({ stubs }) => stubs);
  }
}

/** The stubs of a scope; with the first one, its end will ask for expectations left over. */
export function registryOf(scope: Scope): StubRegistry {
  return scope.part(PART, () => {
    const registry = new StubRegistry();
    scope.finalChecks.push(
      () => pendingError(registry.pending),
      () => unusedError(registry.written, scope),
    );
    return registry;
  });
}

/** The stubs of a scope, where there are any. */
export function existingRegistry(scope: Scope): StubRegistry | undefined {
  return scope.existingPart<StubRegistry>(PART);
}

/** The registries that answer calls in a scope, nearest first; none is made. */
export function* registriesOf(scope: Scope): Generator<StubRegistry> {
  for (const each of chainOf(scope)) {
    const registry = existingRegistry(each);
    if (registry !== undefined) yield registry;
  }
}
