/** What an item must be like for DynamoDB to find or to change it. */
export interface Condition {
  and(...others: Condition[]): Condition;
  or(...others: Condition[]): Condition;
  not(): Condition;
}

/** What a key's attribute, or a size, can be compared with; a value, or another attribute. */
export interface KeyAttribute {
  eq(value: unknown): Condition;
  lt(value: unknown): Condition;
  lte(value: unknown): Condition;
  gt(value: unknown): Condition;
  gte(value: unknown): Condition;
  /** From the low value to the high one, both included. */
  between(low: unknown, high: unknown): Condition;
  beginsWith(value: unknown): Condition;
}

/** What any attribute of an item can be asked for. */
export interface ItemAttribute extends KeyAttribute {
  ne(value: unknown): Condition;
  isIn(values: readonly unknown[]): Condition;
  exists(): Condition;
  notExists(): Condition;
  /** Of a text that has another in it, or of a set or list that has an element. */
  contains(value: unknown): Condition;
  /** Of a text its length, of bytes their number, of all else how many elements it has. */
  size(): KeyAttribute;
  attributeType(
    type: 'B' | 'BOOL' | 'BS' | 'L' | 'M' | 'N' | 'NS' | 'NULL' | 'S' | 'SS',
  ): Condition;
}

type ConditionMember = 'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression';

/** An input that takes conditions, whose names and values get placeholders by themselves. */
export type WithConditions<Input> = {
  [N in keyof Input]: N extends ConditionMember ? Condition | Input[N] : Input[N];
};
