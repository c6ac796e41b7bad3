import { endOf, startOf, type Place } from '../syntax.js';
import { chainOn } from './chain.js';
import { dialectOf } from './dialects.js';
import { areKin, type BareMock, type Mock } from './mocks.js';
import { Plan } from './plan.js';
import { isLeftAlone, stubFor } from './plan-mock.js';
import { Stays } from './stays.js';
import type { Suite } from './suite.js';
import { isWithin, surroundingsOf } from './surroundings.js';

/**
 * What is to be done so that `mockClient(X).on(Y).resolves(z);` becomes `stub(X)…`.
 *
 * @throws Stays where that does not mean the same here, or may not
 */
export function planBareMock(
  suite: Suite,
  mock: BareMock,
  all: readonly (BareMock | Mock)[],
): Plan {
  const { creation, target } = mock;
  const plan = new Plan();
  const dialect = dialectOf(mock);
  const links = chainOn(creation);
  if (links.length === 0 || !isLeftAlone(links)) {
    throw new Stays(creation.node, 'it is kept in no variable of its own');
  }
  // The last one that is made takes the place of those before it, with all that they answer.
  const hasCompany = all.some(
    (other) => other !== mock && areKin(target, other.target) && mayMeet(creation, other),
  );
  if (hasCompany) throw new Stays(creation.node, 'its client is mocked more than once');
  const isOnce = links.some(({ name }) => name.endsWith('Once'));
  const { kind, hook } = surroundingsOf(creation);
  const isForMany = kind === 'body' || hook === 'beforeAll' || hook === 'before';
  if (isForMany && isOnce) {
    throw new Stays(creation.node, 'it answers one call of all tests, and here one of each');
  }
  dialect.planStubbing(suite, links, plan);
  const { node } = creation;
  plan.replaceRange(startOf(node), endOf(node), stubFor(suite, node, dialect));
  return plan;
}

/** True where both may be there in one test. */
function mayMeet(creation: Place, other: BareMock | Mock): boolean {
  if ('binding' in other) return isWithin(creation, other.binding.scope);
  const [own, others] = [surroundingsOf(creation), surroundingsOf(other.creation)];
  return own.kind !== 'test' || others.kind !== 'test' || own.call?.node === others.call?.node;
}
