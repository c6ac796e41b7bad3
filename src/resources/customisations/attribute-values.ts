/** DynamoDB's own form of a value: `{ S: 'a' }`. */
type AttributeValue = Readonly<Record<string, unknown>>;

/**
 * A value in DynamoDB's own form. `undefined` and functions are left out of what holds them.
 *
 * Source: `marshall` of @aws-sdk/util-dynamodb, with the options that lib-dynamodb calls it with.
 */
export function marshall(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'bigint':
      return { N: String(value) };
    case 'number':
      return { N: numberText(value) };
    case 'object':
      return marshallObject(value);
    default:
      throw new TypeError(`DynamoDB has no type for a ${typeof value}.`);
  }
}

function marshallObject(value: object): AttributeValue {
  if (Array.isArray(value)) {
    return { L: value.filter(isThere).map((each: unknown) => marshall(each)) };
  }
  if (ArrayBuffer.isView(value)) return { B: value };
  // lib-dynamodb's NumberValue, from whichever copy.
  if ('toAttributeValue' in value && typeof value.toAttributeValue === 'function') {
    return (value as { toAttributeValue(): AttributeValue }).toAttributeValue();
  }
  // By the name of the class: a value may come from another sandbox.
  const { constructor } = value as { readonly constructor?: { readonly name?: string } };
  switch (constructor?.name) {
    case 'Set':
      return marshallSet([...(value as Set<unknown>)].filter(isThere));
    case 'Map':
      return { M: mapOf([...(value as Map<string, unknown>)]) };
    case 'Object':
    case undefined:
      return { M: mapOf(Object.entries(value)) };
    case 'ArrayBuffer':
    case 'Blob':
    case 'File':
      return { B: value };
    case 'Boolean':
    case 'Number':
    case 'String':
      return marshall(value.valueOf());
    default:
      throw new TypeError(
        `DynamoDB has no type for an instance of ${constructor?.name ?? ''}: give its members as an object.`,
      );
  }
}

function mapOf(entries: readonly (readonly [string, unknown])[]): Record<string, AttributeValue> {
  const there = entries.filter(([, each]) => isThere(each));
  return Object.fromEntries(there.map(([name, each]) => [name, marshall(each)]));
}

/** A set has one type: `{ SS: […] }`. */
function marshallSet(values: readonly unknown[]): AttributeValue {
  const all = values.flatMap((each) => Object.entries(marshall(each)));
  const type = all[0]?.[0] ?? '';
  if (!['S', 'N', 'B'].includes(type) || all.some(([each]) => each !== type)) {
    throw new TypeError(
      'DynamoDB has sets of strings, of numbers and of bytes, each of one kind and none empty.',
    );
  }
  return { [`${type}S`]: all.map(([, each]) => each) };
}

function numberText(value: number): string {
  if (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  throw new TypeError(
    `JavaScript does not hold the number ${String(value)} exactly: give a bigint, or a NumberValue of @aws-sdk/lib-dynamodb.`,
  );
}

function isThere(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function';
}

/** A value from DynamoDB's own form. A whole number that JavaScript has no exact `number` for is a bigint. */
export function unmarshall(value: unknown): unknown {
  const [[type, held] = ['', undefined]] = Object.entries(value as AttributeValue).filter(
    ([, each]) => each !== undefined,
  );
  switch (type) {
    case 'NULL':
      return null;
    case 'N':
      return numberOf(String(held));
    case 'L':
      return (held as unknown[]).map(unmarshall);
    case 'M':
      return Object.fromEntries(
        Object.entries(held as object).map(([name, each]) => [name, unmarshall(each)]),
      );
    case 'NS':
      return new Set((held as unknown[]).map((each) => numberOf(String(each))));
    case 'SS':
    case 'BS':
      return new Set(held as unknown[]);
    default:
      return held;
  }
}

function numberOf(text: string): number | bigint {
  const number = Number(text);
  const isExact = Math.abs(number) <= Number.MAX_SAFE_INTEGER || !/^-?\d+$/.test(text);
  return isExact ? number : BigInt(text);
}
