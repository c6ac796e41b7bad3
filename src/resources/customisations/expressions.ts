import { WrongUseError } from '../../errors.js';
import { Comparable, Condition } from '../conditions.js';
import type { Input } from '../context.js';

/** In this order, which is boto3's: the placeholders of a filter are counted before those of the key. */
const MEMBERS = ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression'] as const;

/**
 * An input whose conditions are written out as expressions, with placeholders for all names and values.
 *
 * Source: boto3's `ConditionExpressionBuilder`: `#n0`, `:v0`.
 */
export function withExpressions(input: Input): Input {
  const conditions = MEMBERS.filter((member) => isObject(input[member]));
  if (conditions.length === 0) return input;
  const names = new Counted('#n', input['ExpressionAttributeNames']);
  const values = new Counted(':v', input['ExpressionAttributeValues']);
  const placeholders = {
    name: (name: string) => names.add(name),
    value: (value: unknown) => values.add(value),
  };
  const written: Record<string, unknown> = { ...input };
  for (const member of conditions) {
    written[member] = conditionOf(input[member], member).write(
      placeholders,
      member === 'KeyConditionExpression',
    );
  }
  if (names.isNeeded) written['ExpressionAttributeNames'] = names.all;
  if (values.isNeeded) written['ExpressionAttributeValues'] = values.all;
  return written;
}

/** The placeholders of one kind; those that the caller has already stay what they are. */
class Counted {
  readonly all: Record<string, unknown>;
  isNeeded = false;
  #count = 0;

  constructor(
    readonly prefix: string,
    given: unknown,
  ) {
    this.all = { ...(given as object | undefined) };
  }

  add(meaning: unknown): string {
    this.isNeeded = true;
    let placeholder: string;
    do placeholder = `${this.prefix}${String(this.#count++)}`;
    while (placeholder in this.all);
    this.all[placeholder] = meaning;
    return placeholder;
  }
}

function conditionOf(value: unknown, member: string): Condition {
  if (value instanceof Condition) return value;
  throw new WrongUseError(
    value instanceof Comparable
      ? `${member} was given an attribute without a condition: write Attr('age').gt(17).`
      : `${member} takes an expression as text, or a condition: Attr('age').gt(17).`,
    'what-a-resource-takes',
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
