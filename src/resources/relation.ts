import { stateOf, type BaseResource, type Identifier } from './base.js';
import { readIdentifiers } from './identifiers.js';
import { linkedMany, linkedOne } from './links.js';
import { dataFor } from './load.js';
import { codeName, type RelationModel } from './model.js';
import { valueAt } from './paths.js';
import { valueOf } from './sources.js';

/** Follows a reference by the resource's attributes, which are loaded where that is needed. */
export async function follow(
  resource: BaseResource,
  { name, gives }: RelationModel,
): Promise<BaseResource | BaseResource[] | undefined> {
  const data = await dataFor(resource, `its reference ${codeName(name)}`);
  if (gives.items === undefined) return linkedOne(resource, gives, { data });
  const isThere = Array.isArray(valueAt(data, gives.items.path));
  return isThere ? linkedMany(resource, gives, { data }) : undefined;
}

/** Makes a resource of the identifiers given and of its owner's; no call is made. */
export function subResource(
  owner: BaseResource,
  { name, gives, inputs }: RelationModel,
  given: readonly unknown[],
): BaseResource {
  const { context, kind: ownerKind, make } = stateOf(owner);
  const kind = context.service.kind(gives.kind);
  const asked = kind.identifiers.filter((each) => inputs.includes(each.name));
  const isOfService = ownerKind === context.service.root;
  const what = `${isOfService ? context.service.name : codeName(ownerKind.name)}.${name}`;
  const told = readIdentifiers(what, asked, given);
  const identifiers: Record<string, Identifier> = {};
  for (const each of kind.identifiers) {
    const sources = gives.identifiers.find((one) => one.name === each.name)?.sources ?? [];
    identifiers[each.property] = told[each.property] ?? (valueOf(sources, owner, {}) as Identifier);
  }
  return make(context, kind, identifiers);
}
