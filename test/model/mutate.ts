import type { Shape } from '../../src/model/index.js';
import { isToken, simplestOf } from './generate.js';

type Key = string | number;

/** One place in a value, and what may stand there. */
export interface Place {
  readonly at: readonly Key[];
  readonly shape: Shape;
  /** The shape's, but `events` for the list of an event stream, whose events are then unions. */
  readonly kind: Shape['kind'] | 'events';
  readonly value: unknown;
  /** Null may stand here. */
  readonly isSparse: boolean;
}

/** Chooses one of several. */
export type Pick = <T>(from: readonly T[]) => T;

/** A way to make a value wrong. */
export interface Mutation {
  readonly name: string;
  /** True for the shapes that a value must have somewhere for this to be possible. */
  suits(shape: Shape): boolean;
  /** True for the places where it is possible. */
  fits(place: Place): boolean;
  /** What stands at the place instead, and the paths, from there, of all that is wrong then. */
  apply(place: Place, pick: Pick): { readonly value: unknown; readonly wrong: readonly Key[][] };
}

/** A value made wrong, and the paths of all that is wrong with it. */
export interface Mutated {
  readonly value: unknown;
  readonly paths: readonly string[];
}

/** Makes a value wrong at a place where that is possible; undefined where there is none. */
export function mutate(
  mutation: Mutation,
  shape: Shape,
  value: unknown,
  pick: Pick,
): Mutated | undefined {
  const places = [...placesOf(shape, value, [], false)].filter((place) => mutation.fits(place));
  if (places.length === 0) return undefined;
  const place = pick(places);
  const { value: instead, wrong } = mutation.apply(place, pick);
  return {
    value: withValueAt(value, place.at, instead),
    paths: wrong.map((keys) => pathOf([...place.at, ...keys])),
  };
}

/** A path as users read it: `Vpcs[0].Tags."two words"`. */
function pathOf(keys: readonly Key[]): string {
  return keys
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return `.${/^[A-Za-z0-9_$-]+$/.test(key) ? key : JSON.stringify(key)}`;
    })
    .join('')
    .replace(/^\./, '');
}

function* placesOf(
  shape: Shape,
  value: unknown,
  at: readonly Key[],
  isSparse: boolean,
): Generator<Place> {
  if (value === undefined || value === null) return;
  if (isEvents(shape)) {
    yield { at, shape, kind: 'events', value, isSparse };
    if (!Array.isArray(value)) return;
    for (const [i, event] of value.entries()) {
      if (!(event instanceof Error)) yield* placesInside(shape, event, [...at, i], false);
    }
  } else yield* placesInside(shape, value, at, isSparse);
}

function* placesInside(
  shape: Shape,
  value: unknown,
  at: readonly Key[],
  isSparse: boolean,
): Generator<Place> {
  yield { at, shape, kind: shape.kind, value, isSparse };
  const holdsNull = shape.traits.sparse !== undefined;
  if (shape.kind === 'list') {
    for (const [i, each] of (value as unknown[]).entries()) {
      yield* placesOf(shape.member, each, [...at, i], holdsNull);
    }
  } else if (shape.kind === 'map') {
    for (const [key, each] of Object.entries(value as object)) {
      yield* placesOf(shape.value, each, [...at, key], holdsNull);
    }
  } else if (isStructure(shape)) {
    for (const [key, each] of Object.entries(value as object)) {
      yield* placesOf(shape.members.get(key)!, each, [...at, key], false);
    }
  }
}

function isStructure(shape: Shape): shape is Shape & { kind: 'structure' | 'union' } {
  return shape.kind === 'structure' || shape.kind === 'union';
}

function isEvents(shape: Shape): boolean {
  return isStructure(shape) && shape.traits.streaming !== undefined;
}

/** A copy of a value that has another one at a place; whatever is elsewhere is shared. */
function withValueAt(value: unknown, [key, ...rest]: readonly Key[], instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value)) return value.with(Number(key), withValueAt(value[+key], rest, instead));
  const members = value as Record<string, unknown>;
  return withMember(members, String(key), withValueAt(members[key], rest, instead));
}

/** A copy of an object with a member of any name, also of one that objects have by nature. */
function withMember(object: object, name: string, value: unknown): object {
  const entries = Object.entries(object).filter(([key]) => key !== name);
  // Unlike assignment, this makes `__proto__` a member like others.
  return Object.fromEntries([...entries, [name, value]]);
}

function without(object: object, name: string): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** The members that are there. */
function given(value: unknown): string[] {
  return Object.entries(value as object).flatMap(([key, each]) =>
    each === undefined ? [] : [key],
  );
}

function membersOf(shape: Shape): ReadonlyMap<string, Shape> {
  return isStructure(shape) ? shape.members : new Map<string, Shape>();
}

/** The members that may not be left out. */
function askedOf(shape: Shape): string[] {
  if (shape.kind !== 'structure') return [];
  return [...shape.required].filter((name) => !isToken(shape.members.get(name)!));
}

/** Names that resemble one, and are no members. */
function misspellings(name: string, members: ReadonlyMap<string, Shape>): string[] {
  const first = name.slice(0, 1);
  const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  const made = [`${name}s`, name.slice(0, -1), swapped + name.slice(1), `${name} `, first + name];
  return made.filter((each) => each !== '' && !members.has(each));
}

const NEVER_MEMBERS = ['Unknown', 'x', '', 'two words', 'a.b', 'ä', '__proto__', 'constructor'];

/** What is never allowed for a kind; of the kinds that the installed clients have. */
const WRONG = {
  string: [5, 0, NaN, true, false, 5n, new Date(0), Uint8Array.of(1), {}, [], () => 'text'],
  number: ['5', '', true, 5n, new Date(0), Uint8Array.of(1), {}, [5]],
  boolean: ['true', '', 0, 1, 5n, new Date(0), {}, [true]],
  timestamp: [1_700_000_000, true, 5n, {}, []],
  blob: [5, 0, true, 5n, new Date(0), {}, [1, 2]],
  stream: [5, 0, true, 5n, new Date(0), {}, [1, 2]],
};
const SCALARS = ['text', '', 5, 0, true, false, 5n, new Date(0), Uint8Array.of(1)];
const NO_DATES = [new Date(NaN), '2024-01-01T00:00:00Z', ''];

const isAnything = (kind: Place['kind']) => kind === 'document' || kind === 'native';
const hasMembers = (kind: Place['kind']) => ['structure', 'union', 'unit'].includes(kind);
const armsOf = (shape: Shape) => (shape.kind === 'union' ? shape.members.size : 0);

export const mutations: readonly Mutation[] = [
  {
    name: 'an unknown member added',
    suits: ({ kind }) => hasMembers(kind),
    fits: ({ kind }) => hasMembers(kind),
    apply({ kind, shape, value }, pick) {
      const name = pick(NEVER_MEMBERS.filter((each) => !membersOf(shape).has(each)));
      // Of a union it is the second member, which is wrong, too.
      const wrong = kind === 'union' ? [[name], []] : [[name]];
      return { value: withMember(value as object, name, pick(SCALARS)), wrong };
    },
  },
  {
    name: 'a member misspelt',
    suits: ({ kind }) => kind === 'string' || kind === 'number' || kind === 'boolean',
    fits: ({ kind, value }) => kind !== 'events' && hasMembers(kind) && given(value).length > 0,
    apply({ shape, value }, pick) {
      const right = pick(given(value));
      const name = pick(misspellings(right, membersOf(shape)));
      const members = value as Record<string, unknown>;
      const missing = askedOf(shape).includes(right) ? [[right]] : [];
      return {
        value: withMember(without(members, right), name, members[right]),
        wrong: [[name], ...missing],
      };
    },
  },
  {
    name: 'a required member removed',
    suits: (shape) => askedOf(shape).length > 0,
    fits: ({ kind, shape }) => kind === 'structure' && askedOf(shape).length > 0,
    apply({ shape, value }, pick) {
      const name = pick(askedOf(shape));
      const left = without(value as object, name);
      return { value: pick([left, { ...left, [name]: undefined }]), wrong: [[name]] };
    },
  },
  ...Object.entries(WRONG).map(([kind, wrong]) => ({
    name: `a scalar of a wrong type (${kind})`,
    suits: (shape: Shape) => shape.kind === kind,
    fits: (place: Place) => place.kind === kind,
    apply: (_: Place, pick: Pick) => ({ value: pick(wrong), wrong: [[]] }),
  })),
  {
    name: 'a scalar for a list',
    suits: (shape) => shape.kind === 'list' || isEvents(shape),
    fits: ({ kind }) => kind === 'list' || kind === 'events',
    apply: (_, pick) => ({ value: pick(SCALARS), wrong: [[]] }),
  },
  {
    name: 'a list for a structure or a map',
    suits: ({ kind }) => kind === 'map' || hasMembers(kind),
    fits: ({ kind }) => kind === 'map' || hasMembers(kind),
    apply: ({ value }, pick) => ({ value: pick([[], [value]]), wrong: [[]] }),
  },
  {
    name: 'null for a value',
    suits: ({ kind }) => !isAnything(kind),
    fits: ({ kind, isSparse }) => !isAnything(kind) && !isSparse,
    apply: () => ({ value: null, wrong: [[]] }),
  },
  {
    name: 'a union with two members',
    suits: (shape) => armsOf(shape) > 1,
    fits: ({ kind, shape }) => kind === 'union' && armsOf(shape) > 1,
    apply({ shape, value }, pick) {
      const others = [...membersOf(shape)].filter(([name]) => !given(value).includes(name));
      const [name, member] = pick(others);
      return { value: withMember(value as object, name, simplestOf(member)), wrong: [[]] };
    },
  },
  {
    name: 'a union with no member',
    suits: ({ kind }) => kind === 'union',
    fits: ({ kind }) => kind === 'union',
    apply({ value }, pick) {
      const undefinedOnes = Object.fromEntries(given(value).map((name) => [name, undefined]));
      return { value: pick([{}, undefinedOnes]), wrong: [[]] };
    },
  },
  {
    name: 'no date for a date',
    suits: ({ kind }) => kind === 'timestamp',
    fits: ({ kind }) => kind === 'timestamp',
    apply: (_, pick) => ({ value: pick(NO_DATES), wrong: [[]] }),
  },
];
