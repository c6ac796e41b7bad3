/**
 * The SDK's runtime schemas (clients from 3.930 on), read into shapes.
 *
 * Sources: `static-schemas.d.ts`, `sentinels.d.ts` and `traits.d.ts` of @smithy/types;
 * `NormalizedSchema` of @smithy/core/schema.
 */

/** What one value of an input or an output may be. */
export type Shape =
  | {
      readonly kind: SimpleKind;
      readonly traits: Traits;
      /** How a timestamp is written, where its schema says so. */
      readonly format?: TimestampFormat;
    }
  | { readonly kind: 'list'; readonly traits: Traits; readonly member: Shape }
  | { readonly kind: 'map'; readonly traits: Traits; readonly key: Shape; readonly value: Shape }
  | StructureShape;

/** A structure, a union, or the members of an error. */
export interface StructureShape {
  readonly kind: 'structure' | 'union';
  readonly name: string;
  readonly isError: boolean;
  readonly traits: Traits;
  readonly members: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
}

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

export type SimpleKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'bigdecimal'
  | 'timestamp'
  | 'blob'
  | 'stream'
  | 'document'
  | 'unit'
  | 'native';

/** The traits of a member and of the shape it has, as far as they are used here. */
export interface Traits {
  readonly idempotencyToken?: unknown;
  /** What no log may show: of the member, or of the shape it has. */
  readonly sensitive?: unknown;
  readonly httpHeader?: string;
  readonly httpLabel?: unknown;
  readonly httpPrefixHeaders?: string;
  readonly httpQuery?: string;
  readonly httpQueryParams?: unknown;
  readonly httpResponseCode?: unknown;
  readonly httpPayload?: unknown;
  readonly streaming?: unknown;
  readonly sparse?: unknown;
  readonly mediaType?: string;
  readonly jsonName?: string;
  readonly xmlName?: string;
  /** The `xmlName` that the member itself has, not its shape: only this one names the element. */
  readonly memberXmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  /** An address, or a prefix and an address. */
  readonly xmlNamespace?: readonly [string, string] | string;
  readonly eventHeader?: unknown;
  readonly eventPayload?: unknown;
}

/** Schema references: a schema, its number, `'unit'`, a member with traits, or a function of one. */
type Ref = unknown;

const SIMPLE: ReadonlyMap<unknown, SimpleKind> = new Map<unknown, SimpleKind>([
  [0, 'string'],
  [1, 'number'],
  [2, 'boolean'],
  [4, 'timestamp'],
  [5, 'timestamp'],
  [6, 'timestamp'],
  [7, 'timestamp'],
  [15, 'document'],
  [17, 'bigint'],
  [19, 'bigdecimal'],
  [21, 'blob'],
  [42, 'stream'],
  ['unit', 'unit'],
]);

const FORMATS: ReadonlyMap<unknown, TimestampFormat> = new Map<unknown, TimestampFormat>([
  [5, 'date-time'],
  [6, 'http-date'],
  [7, 'epoch-seconds'],
]);

const UNION = 4;
const ERROR = -3;
const LIST_OF = 64;
const MAP_OF = 128;
/** Traits that a number stands for, bit by bit. */
const BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];

const shapes = new Map<Ref, Shape>();

/** The shape that a schema describes; worked out once for each, members when they are asked for. */
export function shapeOf(ref: Ref): Shape {
  const known = shapes.get(ref);
  if (known !== undefined) return known;
  const shape = read(ref, {});
  shapes.set(ref, shape);
  return shape;
}

function read(ref: Ref, traits: Traits): Shape {
  const schema: unknown = typeof ref === 'function' ? (ref as () => unknown)() : ref;
  if (Array.isArray(schema) && schema.length === 2) {
    return read(schema[0], memberTraits(traits, traitsOf(schema[1])));
  }
  if (typeof schema === 'number' && schema >= MAP_OF) {
    return map(traits, 0, schema - MAP_OF);
  }
  if (typeof schema === 'number' && schema >= LIST_OF) {
    return list(traits, schema - LIST_OF);
  }
  if (Array.isArray(schema)) return readStatic(schema, traits);
  const kind = SIMPLE.get(schema) ?? 'document';
  const format = FORMATS.get(schema);
  return format === undefined ? { kind, traits } : { kind, traits, format };
}

/** A member's own traits, above those of a member that refers to it. */
function memberTraits(outer: Traits, own: Traits): Traits {
  const { xmlName } = own;
  return { ...own, ...(xmlName === undefined ? {} : { memberXmlName: xmlName }), ...outer };
}

function readStatic(schema: readonly unknown[], outer: Traits): Shape {
  const [id, , , own, first, second] = schema;
  const traits = { ...traitsOf(own), ...outer };
  switch (id) {
    case 0:
      return read(first, traits);
    case 1:
      return list(traits, first);
    case 2:
      return map(traits, first, second);
    default:
      return structure(schema, traits);
  }
}

// Members are read when they are asked for: schemas are recursive.
function list(traits: Traits, member: Ref): Shape {
  let shape: Shape | undefined;
  return {
    kind: 'list',
    traits,
    get member() {
      return (shape ??= shapeOf(member));
    },
  };
}

function map(traits: Traits, key: Ref, value: Ref): Shape {
  let keyShape: Shape | undefined;
  let valueShape: Shape | undefined;
  return {
    kind: 'map',
    traits,
    get key() {
      return (keyShape ??= shapeOf(key));
    },
    get value() {
      return (valueShape ??= shapeOf(value));
    },
  };
}

function structure(schema: readonly unknown[], traits: Traits): StructureShape {
  const [id, , name, , memberNames, memberSchemas, required] = schema;
  const names = memberNames as readonly string[];
  const schemas = memberSchemas as readonly Ref[];
  let members: Map<string, Shape> | undefined;
  return {
    kind: id === UNION ? 'union' : 'structure',
    name: String(name),
    isError: id === ERROR,
    traits,
    get members() {
      return (members ??= new Map(names.map((each, i) => [each, shapeOf(schemas[i])])));
    },
    required: new Set(names.slice(0, typeof required === 'number' ? required : 0)),
  };
}

function traitsOf(traits: unknown): Traits {
  if (typeof traits === 'object' && traits !== null) return traits;
  if (typeof traits !== 'number') return {};
  return Object.fromEntries(BITS.filter((_, i) => (traits >> i) & 1).map((name) => [name, 1]));
}
