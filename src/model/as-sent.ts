import type { Shape, StructureShape } from './schema.js';

/**
 * An input with what the SDK makes of `null`: no member in a structure; no entry in a list or a map, but for a
 * sparse one, which keeps it; and the text `null` in a header or a query. What is kept as JSON keeps it
 * (documents, the plain values of a document client) stays.
 *
 * Sources: the shape serializers of @smithy/core and @aws-sdk/core, which skip `value == null` in structures
 * and in lists and maps that are not sparse; `ToStringShapeSerializer` of @smithy/core, which writes `null`.
 *
 * @param shape - undefined for clients that carry no schemas: only the members at the top are known to be a
 *   structure's
 * @param unwrap - for parameters that an input is compared with, the value inside a wrapper such as `exactly`, and
 *   how it is wrapped again; what must be absent is `undefined` in them, and is not there in an input
 */
export function withoutNulls(shape: Shape | undefined, value: unknown, unwrap?: Wrapper): unknown {
  const opened = unwrap?.(value);
  if (opened !== undefined) return opened.wrap(withoutNulls(shape, opened.inside, unwrap));
  if (shape === undefined) {
    return isPlain(value)
      ? mapped(value, unwrap, (each) => (each === null ? undefined : each))
      : value;
  }
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value) ? withoutGaps(shape, value, unwrap) : value;
    case 'map':
      return isPlain(value) ? mapWithoutNulls(shape, value, unwrap) : value;
    case 'structure':
    case 'union':
      return shape.traits.streaming === undefined && isPlain(value)
        ? membersWithoutNulls(shape, value, unwrap)
        : value;
    default:
      return value;
  }
}

/** What stands inside a wrapper; undefined for a value that is none. */
export type Wrapper = (
  value: unknown,
) => { readonly inside: unknown; readonly wrap: (inside: unknown) => unknown } | undefined;

function withoutGaps(
  { member, traits }: Shape & { kind: 'list' },
  values: readonly unknown[],
  unwrap: Wrapper | undefined,
): unknown[] {
  const isKept = traits.sparse !== undefined || keepsNull(member);
  const isText = traits.httpHeader !== undefined || traits.httpQuery !== undefined;
  return values.flatMap((each) => {
    if (each === null && isText) return ['null'];
    return (each === null || each === undefined) && !isKept
      ? []
      : [withoutNulls(member, each, unwrap)];
  });
}

function mapWithoutNulls(
  { value: member, traits }: Shape & { kind: 'map' },
  value: Readonly<Record<string, unknown>>,
  unwrap: Wrapper | undefined,
): Record<string, unknown> {
  const isKept = traits.sparse !== undefined || keepsNull(member);
  const isText = traits.httpPrefixHeaders !== undefined || traits.httpQueryParams !== undefined;
  const absent = isText ? 'null' : undefined;
  return mapped(value, unwrap, (each) =>
    each === null && !isKept ? absent : withoutNulls(member, each, unwrap),
  );
}

function membersWithoutNulls(
  { members }: StructureShape,
  value: Readonly<Record<string, unknown>>,
  unwrap: Wrapper | undefined,
): Record<string, unknown> {
  return mapped(value, unwrap, (each, name) => {
    const member = members.get(name);
    if (each === null) return member !== undefined && keepsNull(member) ? null : undefined;
    return member === undefined ? each : withoutNulls(member, each, unwrap);
  });
}

/** A value that JSON may have as `null`. */
function keepsNull({ kind }: Shape): boolean {
  return kind === 'document' || kind === 'native';
}

function mapped(
  value: Readonly<Record<string, unknown>>,
  unwrap: Wrapper | undefined,
  change: (each: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const changed = change(each, name);
      return each === null && changed === undefined && unwrap === undefined
        ? []
        : [[name, changed]];
    }),
  );
}

/** A plain object, of any realm. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
