import { modelOf, nearest, type Shape } from '../model/index.js';
import type { Context } from './context.js';
import type { KindModel, Path } from './model.js';

/** Where the attributes of a kind stand that loads in a way of its own. */
export interface AttributesAt {
  readonly operation: string;
  readonly path: Path;
  /** Names that the kind has for others of the answer. */
  readonly renamed?: Readonly<Record<string, string>>;
}

const places = new WeakMap<KindModel, readonly AttributesAt[]>();
const known = new WeakMap<KindModel, ReadonlySet<string> | undefined>();

/** Says where the attributes of a kind stand that its table has no load for. */
export function setAttributesAt(kind: KindModel, at: readonly AttributesAt[]): void {
  places.set(kind, at);
}

/**
 * The names of a kind's attributes, by the SDK's own schemas. Undefined for clients that are older than
 * those, and for kinds that AWS cannot be asked for.
 */
function attributesOf(context: Context, kind: KindModel): ReadonlySet<string> | undefined {
  if (!known.has(kind)) known.set(kind, read(context, kind));
  return known.get(kind);
}

function read(context: Context, kind: KindModel): ReadonlySet<string> | undefined {
  const all = places.get(kind) ?? (kind.load === undefined ? [] : [kind.load]);
  const names = all.map((each) => namesAt(context, each));
  return names.length === 0 || names.includes(undefined)
    ? undefined
    : new Set(names.flatMap((each) => each ?? []));
}

function namesAt(context: Context, { renamed = {}, ...at }: AttributesAt): string[] | undefined {
  const shape = shapeIn(context, at);
  if (shape?.kind !== 'structure') return undefined;
  return [...shape.members.keys()].map((name) => renamed[name] ?? name);
}

function shapeIn(context: Context, { operation, path }: AttributesAt): Shape | undefined {
  const answer = modelOf(new (context.command(operation))({}))?.output;
  return answer && shapeAt(answer, path);
}

/** The attribute that a member in JavaScript's spelling would be: `cidrBlock` is `CidrBlock`. */
export function attributeNamed(context: Context, kind: KindModel, key: string): string | undefined {
  // Asked of anything by somebody: `then` by `await`, `size` by what compares.
  if (kind.shape === undefined || OF_ANYTHING.has(key)) return undefined;
  const names = attributesOf(context, kind);
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return name !== key && names?.has(name) === true ? name : undefined;
}

const OF_ANYTHING = new Set(['code', 'entries', 'length', 'name', 'size', 'then', 'type']);

/** What holds the attributes of a kind: where it is loaded from, or what gives one with them. */
export function shapeOfData(context: Context, kind: KindModel): Shape | undefined {
  const [at] = places.get(kind) ?? [kind.load ?? givenAt(context, kind)];
  return at && shapeIn(context, at);
}

function givenAt({ service }: Context, { name }: KindModel): AttributesAt | undefined {
  for (const { actions, collections } of [
    service.root,
    ...service.kindNames.map((each) => service.kind(each)),
  ]) {
    for (const { operation, gives } of [...actions, ...collections]) {
      if (gives?.kind !== name || gives.attributes === undefined) continue;
      const { attributes, items } = gives;
      return { operation, path: attributes === 'item' ? (items?.path ?? []) : attributes };
    }
  }
  return undefined;
}

function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const { names, at } of path) {
    current = current?.kind === 'structure' ? current.members.get(names[0] ?? '') : undefined;
    if (at !== undefined) current = current?.kind === 'list' ? current.member : undefined;
  }
  return current;
}

/** What to say of an attribute that a kind does not have. */
export interface Misnamed {
  /** The nearest name that there is. */
  readonly meant: string | undefined;
  readonly names: readonly string[];
}

/** Undefined for an attribute that there is, or may be. */
export function misnamed(context: Context, kind: KindModel, name: string): Misnamed | undefined {
  const names = attributesOf(context, kind);
  if (names === undefined || names.has(name)) return undefined;
  return { meant: nearest(name, names, 1)[0], names: [...names].sort() };
}
