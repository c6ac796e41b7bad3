import { stateOf, type BaseResource } from './base.js';
import type { Source } from './model.js';
import { valueAt } from './paths.js';

/** What the sources of a value are read from. */
export interface Origins {
  readonly data?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly item?: unknown;
}

/** The first value that the sources give. */
export function valueOf(
  sources: readonly Source[],
  owner: BaseResource,
  origins: Origins,
): unknown {
  for (const source of sources) {
    const value = read(source, owner, origins);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function read(source: Source, owner: BaseResource, origins: Origins): unknown {
  switch (source.from) {
    case 'constant':
      return source.value;
    case 'identifier':
      return stateOf(owner).identifiers[source.property];
    case 'input':
      return undefined;
    default:
      return valueAt(origins[source.from], source.path);
  }
}
