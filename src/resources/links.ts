import { stateOf, type BaseResource, type Data, type Identifier } from './base.js';
import { withoutMetadata } from './load.js';
import type { KindModel, LinkModel } from './model.js';
import { entriesAt, valueAt } from './paths.js';
import { valueOf, type Origins } from './sources.js';

/** The resource that an answer, or a resource's attributes, speak of; undefined where they do not. */
export function linkedOne(
  owner: BaseResource,
  link: LinkModel,
  origins: Origins,
): BaseResource | undefined {
  const { context } = stateOf(owner);
  return identified(owner, context.service.kind(link.kind), link, origins);
}

/** A resource for each entry of a list; entries that do not identify one are left out. */
export function linkedMany(owner: BaseResource, link: LinkModel, origins: Origins): BaseResource[] {
  const { items } = link;
  if (items === undefined) return [];
  const kind = stateOf(owner).context.service.kind(link.kind);
  const found: BaseResource[] = [];
  for (const item of entriesAt(origins[items.from], items.path)) {
    const { data, request, response } = origins;
    const each = identified(owner, kind, link, { data, request, response, item });
    if (each !== undefined) found.push(each);
  }
  return found;
}

function identified(
  owner: BaseResource,
  kind: KindModel,
  link: LinkModel,
  origins: Origins,
): BaseResource | undefined {
  const identifiers: Record<string, Identifier> = {};
  for (const { name, property } of kind.identifiers) {
    const sources = link.identifiers.find((each) => each.name === name)?.sources ?? [];
    const value = valueOf(sources, owner, origins);
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    identifiers[property] = value;
  }
  const { context, make } = stateOf(owner);
  return make(context, kind, identifiers, attributesOf(link, origins));
}

function attributesOf({ attributes }: LinkModel, origins: Origins): Data | undefined {
  if (attributes === undefined) return undefined;
  const data =
    attributes === 'item' ? origins.item : valueAt(origins.response ?? origins.data, attributes);
  if (typeof data !== 'object' || data === null) return undefined;
  return attributes.length === 0 ? withoutMetadata(data as Data) : (data as Data);
}
