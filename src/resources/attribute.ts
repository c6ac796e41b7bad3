import { WrongUseError } from '../errors.js';
import { misnamed, type Misnamed } from './attribute-names.js';
import { stateOf, type BaseResource } from './base.js';
import { describe } from './describe.js';
import { dataFor } from './load.js';

/** How many attributes a message names. */
const MAX_NAMES = 12;

/** Reads an attribute; loads the resource where that is needed. */
export async function getAttribute(this: BaseResource, name: unknown): Promise<unknown> {
  if (typeof name !== 'string' || name === '') {
    throw new WrongUseError(
      `get() of ${describe(this)} takes the name of an attribute, as the SDK has it.`,
      'what-a-resource-takes',
    );
  }
  const { context, kind, identifiers, data } = stateOf(this);
  const identifier = kind.identifiers.find(({ member }) => member === name);
  if (identifier !== undefined) return identifiers[identifier.property];
  if (data !== undefined && name in data) return data[name];
  const wrong = misnamed(context, kind, name);
  // It needs no load to be refused. (Data that is off the model may have it, and was looked at.)
  if (wrong !== undefined) throw noSuch(this, name, wrong);
  const loaded = data ?? (await dataFor(this, `its attribute ${name}`));
  return loaded[name];
}

function noSuch(resource: BaseResource, name: string, { meant, names }: Misnamed): WrongUseError {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const rest = names.length - MAX_NAMES;
  return new WrongUseError(
    `${describe(resource)} has no attribute '${name}'. ` +
      (meant === undefined
        ? `It has ${shown}${rest > 0 ? ` and ${String(rest)} more` : ''}.`
        : `Did you mean '${meant}'?`),
    'what-a-resource-takes',
  );
}
