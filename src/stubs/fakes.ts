import { chainOf, type OpenCall, type Scope } from '../calls/index.js';
import type { Reply } from '../replies/index.js';
import type { FoundReply } from './found-reply.js';

/** What plays operations of a service where no stub answers. */
export interface Fakes {
  /** As AWS writes it: `EC2`. */
  readonly serviceId: string;
  /** All services that could be played. */
  readonly playable: readonly string[];
  /** The answer to a call of a scope; undefined where the operation is not played. */
  answer(call: OpenCall, scope: Scope): Reply | undefined;
}

const PART = 'fakes';
type FakesOfServices = Map<string, Fakes>;

/**
 * From now on these fakes answer a service's calls of a scope.
 *
 * @param service - the service's id without spaces, in lower case: `ec2`
 */
export function setFakes(scope: Scope, service: string, fakes: Fakes): void {
  scope.part<FakesOfServices>(PART, () => new Map()).set(service, fakes);
}

/** The fakes of all services that are played in a scope. */
export function allFakes(scope: Scope): readonly Fakes[] {
  const found = [...chainOf(scope)].flatMap((each) => [
    ...(each.existingPart<FakesOfServices>(PART)?.values() ?? []),
  ]);
  return [...new Map(found.map((each) => [each.serviceId, each])).values()];
}

/** The fakes that play a call's service, whether or not they play its operation. */
export function fakesFor(call: OpenCall, scope: Scope): Fakes | undefined {
  for (const each of chainOf(scope)) {
    const services = each.existingPart<FakesOfServices>(PART);
    if (services === undefined) continue;
    for (const key of call.keys) {
      const fakes = typeof key === 'string' ? services.get(key) : undefined;
      if (fakes !== undefined) return fakes;
    }
  }
  return undefined;
}

/** A fake's answer to a call, before it is played. */
export function findFake(call: OpenCall, scope: Scope): FoundReply | undefined {
  const reply = fakesFor(call, scope)?.answer(call, scope);
  return reply && { take: () => reply };
}
