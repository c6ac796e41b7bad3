import { WrongUseError } from '../errors.js';
import { stateOf, type BaseResource } from './base.js';
import { describe } from './describe.js';
import { dataFor } from './load.js';

/** Reads an attribute; loads the resource where that is needed. */
export async function getAttribute(this: BaseResource, name: unknown): Promise<unknown> {
  if (typeof name !== 'string' || name === '') {
    throw new WrongUseError(
      `get() of ${describe(this)} takes the name of an attribute, as the SDK has it.`,
    );
  }
  const { kind, identifiers, data } = stateOf(this);
  const identifier = kind.identifiers.find(({ member }) => member === name);
  if (identifier !== undefined) return identifiers[identifier.property];
  return (data ?? (await dataFor(this, `its attribute ${name}`)))[name];
}
