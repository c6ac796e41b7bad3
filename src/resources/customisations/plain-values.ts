import { Context, type Input, type Output, type SendOptions } from '../context.js';
import { libraryFrom, type CommandClass } from '../packages.js';
import { marshall, unmarshall } from './attribute-values.js';
import { withExpressions } from './expressions.js';

/** Which parts of an input or output are plain values: it is one itself, or by member, `*` for each. */
type Places = true | { readonly [name: string]: Places };

interface PlainOperation {
  /** lib-dynamodb's command. */
  readonly command: string;
  readonly input: Places;
  readonly output: Places;
}

/** An item, a key, the values of a list. */
const MAP = { '*': true } as const;
const MAPS = { '*': MAP } as const;
const VALUES = { AttributeValueList: MAP } as const;
const EXPECTED = { '*': { Value: true, ...VALUES } } as const;
const WRITES = {
  '*': { '*': { PutRequest: { Item: MAP }, DeleteRequest: { Key: MAP } } },
} as const;
const KEYS = { '*': { Keys: MAPS } } as const;
const WRITTEN = { Attributes: MAP, ItemCollectionMetrics: { ItemCollectionKey: MAP } } as const;
const FOUND = { Items: MAPS, LastEvaluatedKey: MAP } as const;
const FROM = { ExclusiveStartKey: MAP, ExpressionAttributeValues: MAP } as const;

/** The operations whose items are plain JavaScript (`inputKeyNodes` and `outputKeyNodes` of lib-dynamodb's commands). */
const PLAIN: Readonly<Record<string, PlainOperation>> = {
  BatchGetItem: {
    command: 'BatchGetCommand',
    input: { RequestItems: KEYS },
    output: { Responses: { '*': MAPS }, UnprocessedKeys: KEYS },
  },
  BatchWriteItem: {
    command: 'BatchWriteCommand',
    input: { RequestItems: WRITES },
    output: {
      UnprocessedItems: WRITES,
      ItemCollectionMetrics: { '*': { '*': { ItemCollectionKey: MAP } } },
    },
  },
  DeleteItem: {
    command: 'DeleteCommand',
    input: { Key: MAP, Expected: EXPECTED, ExpressionAttributeValues: MAP },
    output: WRITTEN,
  },
  GetItem: { command: 'GetCommand', input: { Key: MAP }, output: { Item: MAP } },
  PutItem: {
    command: 'PutCommand',
    input: { Item: MAP, Expected: EXPECTED, ExpressionAttributeValues: MAP },
    output: WRITTEN,
  },
  Query: {
    command: 'QueryCommand',
    input: { KeyConditions: { '*': VALUES }, QueryFilter: { '*': VALUES }, ...FROM },
    output: FOUND,
  },
  Scan: {
    command: 'ScanCommand',
    input: { ScanFilter: { '*': VALUES }, ...FROM },
    output: FOUND,
  },
  UpdateItem: {
    command: 'UpdateCommand',
    input: {
      Key: MAP,
      AttributeUpdates: { '*': { Value: true } },
      Expected: EXPECTED,
      ExpressionAttributeValues: MAP,
    },
    output: WRITTEN,
  },
};

/**
 * DynamoDB with plain JavaScript values, as boto3's resource has them, and with conditions: a document client is
 * called with its own commands; for any other client the values are converted, and the client is called as always.
 */
export class PlainValuesContext extends Context {
  override async call(operation: string, given: Input, options?: SendOptions): Promise<Output> {
    const plain = PLAIN[operation];
    if (plain === undefined) return super.call(operation, given, options);
    const input = withExpressions(given);
    if (isDocumentClient(this.client)) {
      const library = libraryFrom('@aws-sdk/lib-dynamodb', this.settings.places);
      const Command = library?.[plain.command] as CommandClass | undefined;
      if (Command !== undefined) return this.send(new Command(input), options);
    }
    const output = await super.call(
      operation,
      convert(input, plain.input, marshall) as Input,
      options,
    );
    return convert(output, plain.output, unmarshall) as Output;
  }
}

type Change = (value: unknown) => unknown;

function convert(value: unknown, places: Places, change: Change): unknown {
  if (places === true) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const each = places['*'];
  if (Array.isArray(value) && each !== undefined) {
    return value.map((entry: unknown) => convert(entry, each, change));
  }
  const converted: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined || typeof entry === 'function') continue;
    const inside = each ?? places[name];
    converted[name] = inside === undefined ? entry : convert(entry, inside, change);
  }
  return converted;
}

/** By name: a document client may come from another copy of lib-dynamodb. */
function isDocumentClient(client: object): boolean {
  let current: unknown = client.constructor;
  while (typeof current === 'function') {
    if (current.name === 'DynamoDBDocumentClient') return true;
    current = Object.getPrototypeOf(current);
  }
  return false;
}
