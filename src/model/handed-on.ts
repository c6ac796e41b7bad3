import type { OperationModel } from './operation.js';
import type { Shape, StructureShape } from './schema.js';

/** A value with a member that its structure does not know. */
export interface UnknownIn {
  readonly shape: StructureShape;
  readonly value: Readonly<Record<string, unknown>>;
  /** Of the value; empty for the whole input. */
  readonly path: string;
}

/** Where a service's model has a structure. */
interface Places {
  readonly members: ReadonlySet<string>;
  isInput: boolean;
  isInOutput: boolean;
  /** An element of a list in an output. */
  isElement: boolean;
}

/** The structures of a service that code may hand on, each by its name. */
export type Structures = ReadonlyMap<string, Places>;

/** The structures that stand in outputs of these operations, and their inputs. */
export function structuresOf(operations: Iterable<OperationModel>): Structures {
  const found = new Map<string, Places>();
  for (const { input, output } of operations) {
    if (input.kind === 'structure') add(input, found).isInput = true;
    if (output.kind === 'structure') {
      for (const member of output.members.values()) walk(member, found, false);
    }
  }
  return found;
}

function walk(shape: Shape, found: Map<string, Places>, isElement: boolean): void {
  switch (shape.kind) {
    case 'list':
      walk(shape.member, found, true);
      return;
    case 'map':
      walk(shape.value, found, false);
      return;
    case 'union':
    case 'structure': {
      const place = add(shape, found);
      place.isElement ||= isElement;
      if (place.isInOutput) return;
      place.isInOutput = true;
      for (const member of shape.members.values()) walk(member, found, false);
    }
  }
}

function add({ name, members }: StructureShape, found: Map<string, Places>): Places {
  let place = found.get(name);
  if (place === undefined) {
    place = {
      members: new Set(members.keys()),
      isInput: false,
      isInOutput: false,
      isElement: false,
    };
    found.set(name, place);
  }
  return place;
}

/**
 * True for a value that has the form of another structure of its service, which code hands on as AWS's own examples do:
 * `ListParts().Parts` to `CompleteMultipartUpload`, or what one operation takes to another. The SDK leaves out what is
 * too much. No member of it is misspelt: all that are given stand together in the other structure.
 *
 * How much the two structures must have in common is what keeps a mistake one: DynamoDB's `GetItem` with an
 * `UpdateExpression` is refused.
 */
export function isHandedOn({ shape, value, path }: UnknownIn, structures: Structures): boolean {
  if (shape.kind !== 'structure') return false;
  const given = Object.keys(value).filter((name) => (value[name] ?? undefined) !== undefined);
  const all = [...shape.members.keys()];
  const required = [...shape.required];
  const isLike = (names: readonly string[], is: (place: Places) => boolean): boolean => {
    for (const [name, place] of structures) {
      if (name !== shape.name && is(place) && hasAll(place, names) && hasAll(place, given))
        return true;
    }
    return false;
  };
  if (path === '') {
    return (
      (required.length > 1 && isLike(required, ({ isInOutput }) => isInOutput)) ||
      (all.length > 2 &&
        all.every((name) => given.includes(name)) &&
        isLike(all, ({ isInput }) => isInput))
    );
  }
  return (
    (all.length > 1 && isLike(all, ({ isInOutput }) => isInOutput)) ||
    (path.endsWith(']') && required.length > 0 && isLike(required, ({ isElement }) => isElement))
  );
}

function hasAll({ members }: Places, names: readonly string[]): boolean {
  return names.every((name) => members.has(name));
}
