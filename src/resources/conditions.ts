import { WrongUseError } from '../errors.js';

/** What the placeholders of an expression stand for. */
export interface Placeholders {
  readonly name: (attribute: string) => string;
  readonly value: (value: unknown) => string;
}

/** Writes a part of an expression. */
type Write = (placeholders: Placeholders, isOfKeys: boolean) => string;

/** What an item must be like for DynamoDB to find or to change it. */
export class Condition {
  readonly #write: Write;

  constructor(write: Write) {
    this.#write = write;
  }

  and(...others: Condition[]): Condition {
    return this.#with('AND', others);
  }

  or(...others: Condition[]): Condition {
    return this.#with('OR', others);
  }

  not(): Condition {
    return new Condition((...to) => `(NOT ${this.#write(...to)})`);
  }

  /** As DynamoDB reads it. */
  write(...to: Parameters<Write>): string {
    return this.#write(...to);
  }

  #with(word: 'AND' | 'OR', others: readonly unknown[]): Condition {
    return others.reduce<Condition>((first, second) => {
      if (second instanceof Condition) {
        return new Condition((...to) => `(${first.write(...to)} ${word} ${second.write(...to)})`);
      }
      const example = `Attr('age').gt(17).${word.toLowerCase()}(Attr('name').exists())`;
      throw new WrongUseError(
        `${word.toLowerCase()}() takes conditions: ${example}.`,
        'what-a-resource-takes',
      );
    }, this);
  }
}

/** What an attribute, or a size, can be compared with. */
export class Comparable {
  readonly #write: Write;

  constructor(write: Write) {
    this.#write = write;
  }

  eq(value: unknown): Condition {
    return this.is('=', value);
  }

  lt(value: unknown): Condition {
    return this.is('<', value);
  }

  lte(value: unknown): Condition {
    return this.is('<=', value);
  }

  gt(value: unknown): Condition {
    return this.is('>', value);
  }

  gte(value: unknown): Condition {
    return this.is('>=', value);
  }

  between(low: unknown, high: unknown): Condition {
    return new Condition(
      (...to) => `${this.#write(...to)} BETWEEN ${operand(low, to)} AND ${operand(high, to)}`,
    );
  }

  beginsWith(value: unknown): Condition {
    return this.asked('begins_with', value);
  }

  write(...to: Parameters<Write>): string {
    return this.#write(...to);
  }

  protected is(operator: string, value: unknown): Condition {
    return new Condition((...to) => `${this.#write(...to)} ${operator} ${operand(value, to)}`);
  }

  protected asked(name: string, ...values: unknown[]): Condition {
    return new Condition((...to) => {
      const rest = values.map((value) => `, ${operand(value, to)}`).join('');
      return `${name}(${this.#write(...to)}${rest})`;
    });
  }
}

/** An attribute of a table's or an index's key. */
class KeyAttribute extends Comparable {
  constructor(name: string) {
    super(({ name: placeholder }) => named(name, placeholder));
  }
}

/** Any attribute of an item. */
class ItemAttribute extends Comparable {
  constructor(name: string) {
    super(({ name: placeholder }, isOfKeys) => {
      if (!isOfKeys) return named(name, placeholder);
      throw new WrongUseError(
        `A KeyConditionExpression is about the key: write Key('${name}') instead of Attr('${name}'), ` +
          'or move the condition to FilterExpression.',
        'what-a-resource-takes',
      );
    });
  }

  ne(value: unknown): Condition {
    return this.is('<>', value);
  }

  isIn(values: readonly unknown[]): Condition {
    if (!Array.isArray(values))
      throw new WrongUseError('isIn() takes a list of values.', 'what-a-resource-takes');
    return new Condition((...to) => {
      const list = values.map((value) => to[0].value(value)).join(', ');
      return `${this.write(...to)} IN (${list})`;
    });
  }

  exists(): Condition {
    return this.asked('attribute_exists');
  }

  notExists(): Condition {
    return this.asked('attribute_not_exists');
  }

  contains(value: unknown): Condition {
    return this.asked('contains', value);
  }

  size(): Comparable {
    return new Comparable((...to) => `size(${this.write(...to)})`);
  }

  attributeType(type: unknown): Condition {
    return this.asked('attribute_type', type);
  }
}

export function key(name: string): KeyAttribute {
  return new KeyAttribute(checkName(name, 'Key'));
}

export function attr(name: string): ItemAttribute {
  return new ItemAttribute(checkName(name, 'Attr'));
}

function checkName(name: unknown, what: string): string {
  if (typeof name === 'string' && name !== '') return name;
  throw new WrongUseError(
    `${what}() takes the name of an attribute: ${what}('id').`,
    'what-a-resource-takes',
  );
}

/** A value, or another attribute. */
function operand(value: unknown, to: Parameters<Write>): string {
  return value instanceof Comparable ? value.write(...to) : to[0].value(value);
}

/** `info.tags[0]`: each name of a path has a placeholder, for any may be one of DynamoDB's reserved words. */
function named(path: string, placeholder: (name: string) => string): string {
  return path.replace(/[^.[\]]+(?![^[]*\])/g, placeholder);
}
