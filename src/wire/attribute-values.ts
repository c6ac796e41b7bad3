/** The parts of a document command's input or output that are plain JavaScript; `null` is the whole. */
export interface KeyNodes {
  readonly [key: string]: KeyNodes | null;
}

/** A value that DynamoDB has no type for. */
export class NoAttributeValue extends Error {
  /** @param path - to the value: `Item.created` */
  constructor(
    readonly path: string,
    readonly given: string,
  ) {
    super(`${path}: DynamoDB has no type for ${given}`);
  }
}

/**
 * An output of lib-dynamodb with attribute values in place of plain JavaScript, as DynamoDB sends it.
 *
 * @param nodes - which parts are plain (`outputKeyNodes` of lib-dynamodb's commands)
 * @throws NoAttributeValue where plain JavaScript has what no item can hold
 */
export function withAttributeValues(
  value: unknown,
  nodes: KeyNodes | null,
  path: readonly string[] = [],
): unknown {
  if (value === undefined) return undefined;
  if (nodes === null) return attributeValue(value, path);
  const keys = Object.keys(nodes);
  const every = keys.length === 0 ? null : keys[0] === '*' ? nodes['*'] : undefined;
  if (Array.isArray(value)) {
    return value.map((each: unknown, i) =>
      withAttributeValues(each, every ?? null, [...path, String(i)]),
    );
  }
  const members = Object.entries(value as object).map(([name, each]: [string, unknown]) => {
    const inside = every === undefined ? nodes[name] : every;
    return [name, inside === undefined ? each : withAttributeValues(each, inside, [...path, name])];
  });
  return Object.fromEntries(members) as unknown;
}

type AttributeValue = Readonly<Record<string, unknown>>;

/** Source: `convertToAttr` of @aws-sdk/util-dynamodb, which does the same for inputs. */
function attributeValue(value: unknown, path: readonly string[]): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'bigint':
    case 'number':
      return { N: String(value) };
    case 'object':
      return value === null ? { NULL: true } : objectValue(value, path);
    default:
      throw new NoAttributeValue(
        path.join('.'),
        value === undefined ? 'undefined' : `a ${typeof value}`,
      );
  }
}

function objectValue(value: object, path: readonly string[]): AttributeValue {
  if (Array.isArray(value)) {
    return { L: value.map((each: unknown, i) => attributeValue(each, [...path, String(i)])) };
  }
  if (ArrayBuffer.isView(value)) return { B: value };
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === 'Set') return setValue(value as ReadonlySet<unknown>, path);
  if (kind === 'Map') return mapValue(value as ReadonlyMap<string, unknown>, path);
  // lib-dynamodb's class for numbers beyond JavaScript's, and a number of the SDK's own class in it.
  const { value: digits } = value as { readonly value?: unknown };
  if (/^NumberValue/.test(value.constructor.name) && typeof digits === 'string') {
    return { N: digits };
  }
  if (kind !== 'Object') throw new NoAttributeValue(path.join('.'), `a ${kind}`);
  return mapValue(Object.entries(value), path);
}

function mapValue(entries: Iterable<[string, unknown]>, path: readonly string[]): AttributeValue {
  const members = [...entries].filter(([, each]) => each !== undefined);
  return {
    M: Object.fromEntries(
      members.map(([name, each]) => [name, attributeValue(each, [...path, name])]),
    ),
  };
}

function setValue(values: ReadonlySet<unknown>, path: readonly string[]): AttributeValue {
  const each = [...values].map((one) => attributeValue(one, path));
  const [type] = Object.keys(each[0] ?? {});
  if (type === undefined || !['S', 'N', 'B'].includes(type)) {
    throw new NoAttributeValue(
      path.join('.'),
      type === undefined ? 'an empty set' : 'a set of these',
    );
  }
  return { [`${type}S`]: each.map((one) => one[type]) };
}

/** A number as DynamoDB sends it, digit by digit; written back like lib-dynamodb's class of this name. */
class NumberValueText {
  constructor(readonly value: string) {}
}

/**
 * An input or output of DynamoDB with plain JavaScript in place of attribute values.
 *
 * @param nodes - which parts are plain for lib-dynamodb's command
 * @param asNumbers - numbers are JavaScript's, also where those have not all digits
 */
export function withoutAttributeValues(
  value: unknown,
  nodes: KeyNodes | null,
  asNumbers: boolean,
): unknown {
  if (value === undefined || value === null) return value;
  if (nodes === null) return plainValue(value, asNumbers);
  const keys = Object.keys(nodes);
  const every = keys.length === 0 ? null : keys[0] === '*' ? nodes['*'] : undefined;
  if (Array.isArray(value)) {
    return value.map((each: unknown) => withoutAttributeValues(each, every ?? null, asNumbers));
  }
  if (typeof value !== 'object' || 'asymmetricMatch' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => {
      const inside = every === undefined ? nodes[name] : every;
      return [name, inside === undefined ? each : withoutAttributeValues(each, inside, asNumbers)];
    }),
  );
}

/** One attribute value, or a list or map of them. Source: `convertToNative` of @aws-sdk/util-dynamodb. */
function plainValue(value: unknown, asNumbers: boolean): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const plain = (each: unknown): unknown => plainValue(each, asNumbers);
  const number = (text: unknown): unknown =>
    asNumbers ? Number(text) : new NumberValueText(String(text));
  if (Array.isArray(value)) return value.map(plain);
  const [type, ...others] = Object.keys(value);
  const inside = (value as AttributeValue)[type ?? ''];
  if (others.length === 0) {
    switch (type) {
      case 'S':
      case 'B':
      case 'BOOL':
        return inside;
      case 'N':
        return number(inside);
      case 'NULL':
        return null;
      case 'SS':
      case 'BS':
        return new Set(inside as unknown[]);
      case 'NS':
        return new Set((inside as unknown[]).map(number));
      case 'L':
        return (inside as unknown[]).map(plain);
      case 'M':
        return mapOf(inside as AttributeValue, plain);
    }
  }
  return mapOf(value as AttributeValue, plain);
}

function mapOf(members: AttributeValue, plain: (each: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(members).map(([name, each]) => [name, plain(each)]));
}
