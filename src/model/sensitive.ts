import type { Shape } from './schema.js';

const known = new WeakMap<Shape, boolean>();

/**
 * Whether a value of this shape may hold something that its service's model calls sensitive: what no log may
 * show.
 *
 * Source: https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait
 */
export function hasSensitive(shape: Shape): boolean {
  let has = known.get(shape);
  if (has === undefined) known.set(shape, (has = looksSensitive(shape, new Set())));
  return has;
}

/** Schemas are recursive: each shape is looked at once. */
function looksSensitive(shape: Shape, seen: Set<Shape>): boolean {
  if (seen.has(shape)) return false;
  seen.add(shape);
  if (shape.traits.sensitive !== undefined) return true;
  switch (shape.kind) {
    case 'list':
      return looksSensitive(shape.member, seen);
    case 'map':
      return looksSensitive(shape.key, seen) || looksSensitive(shape.value, seen);
    case 'structure':
    case 'union':
      return [...shape.members.values()].some((member) => looksSensitive(member, seen));
    default:
      return false;
  }
}

/** The shape of one member of a structure, or of one entry of a map, where the model has it. */
export function memberShape(shape: Shape | undefined, name: string): Shape | undefined {
  switch (shape?.kind) {
    case 'structure':
    case 'union':
      return shape.members.get(name);
    case 'map':
      return shape.value;
    default:
      return undefined;
  }
}

/** The shape of one element of a list; of one event, for a list of events. */
export function elementShape(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === 'list' ? shape.member : shape?.kind === 'union' ? shape : undefined;
}
