import type { Shape, SimpleKind, StructureShape, Traits } from './schema.js';

/** Shapes of what no service's schemas say: written by this package, or put together of what they say. */
export function structureOf(
  name: string,
  members: Readonly<Record<string, Shape>> | ReadonlyMap<string, Shape>,
): StructureShape {
  return {
    kind: 'structure',
    name,
    isError: false,
    traits: {},
    members: members instanceof Map ? members : new Map(Object.entries(members)),
    required: new Set(),
  };
}

export function listOf(member: Shape): Shape {
  return { kind: 'list', traits: {}, member };
}

export function mapOf(value: Shape): Shape {
  return { kind: 'map', traits: {}, key: simple('string'), value };
}

export function simple(kind: SimpleKind, traits: Traits = {}): Shape {
  return { kind, traits };
}
