import { Context, type Input, type Output, type SendOptions } from '../context.js';
import { fromProject, resolveFromProject, type CommandClass } from '../packages.js';

const LIB_DYNAMODB = '@aws-sdk/lib-dynamodb';

/** The operations whose items are plain JavaScript, and lib-dynamodb's commands for them. */
const DOCUMENT_COMMANDS: Readonly<Record<string, string>> = {
  BatchGetItem: 'BatchGetCommand',
  BatchWriteItem: 'BatchWriteCommand',
  DeleteItem: 'DeleteCommand',
  GetItem: 'GetCommand',
  PutItem: 'PutCommand',
  Query: 'QueryCommand',
  Scan: 'ScanCommand',
  UpdateItem: 'UpdateCommand',
};

/**
 * Which parts of a document command's input or output are plain: `null` for the value itself, no names
 * for each member, `*` for each entry, else by member (lib-dynamodb's `inputKeyNodes`).
 */
interface KeyNodes {
  readonly [name: string]: KeyNodes | null;
}

interface DocumentCommand {
  readonly inputKeyNodes: KeyNodes;
  readonly outputKeyNodes: KeyNodes;
}

type Convert = (value: unknown, options: object) => unknown;
type Change = (value: unknown) => unknown;

/**
 * DynamoDB with plain JavaScript values, as boto3's resource has them: a document client is called with
 * its own commands; for any other client the values are converted, and the client is called as always.
 * Where lib-dynamodb is not installed, values stay `AttributeValue`s.
 */
export class PlainValuesContext extends Context {
  override async call(operation: string, input: Input, options?: SendOptions): Promise<Output> {
    const name = DOCUMENT_COMMANDS[operation];
    const library = name === undefined ? undefined : fromProject(LIB_DYNAMODB);
    const Command = name === undefined ? undefined : (library?.[name] as CommandClass | undefined);
    if (Command === undefined) return super.call(operation, input, options);
    const command = new Command(input);
    if (isDocumentClient(this.client)) return this.send(command, options);
    const { inputKeyNodes, outputKeyNodes } = command as DocumentCommand;
    const { marshall, unmarshall } = converters();
    const output = await super.call(
      operation,
      convertMembers(input, inputKeyNodes, marshall),
      options,
    );
    return convertMembers(output, outputKeyNodes, unmarshall);
  }
}

function converters(): { marshall: Change; unmarshall: Change } {
  const own = fromProject('@aws-sdk/util-dynamodb', resolveFromProject(LIB_DYNAMODB));
  const { marshall, unmarshall } = own as { marshall: Convert; unmarshall: Convert };
  // The options that lib-dynamodb itself converts with; `undefined` members are left out.
  return {
    marshall: (value) =>
      marshall(value, { convertTopLevelContainer: true, removeUndefinedValues: true }),
    unmarshall: (value) => unmarshall(value, { convertWithoutMapWrapper: true }),
  };
}

/** Converts the plain members of an input or an output. */
function convertMembers<T extends object>(value: T, nodes: KeyNodes, change: Change): T {
  const changed = { ...value } as Record<string, unknown>;
  for (const [name, inside] of Object.entries(nodes)) {
    if (name in changed) changed[name] = convert(changed[name], inside, change);
  }
  return changed as T;
}

function convert(value: unknown, nodes: KeyNodes | null, change: Change): unknown {
  if (value === undefined || nodes === null) return value === undefined ? value : change(value);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(nodes);
  const each = names.length === 0 ? null : nodes['*'];
  if (each === undefined) return convertMembers(value, nodes, change);
  if (Array.isArray(value)) return value.map((entry: unknown) => convert(entry, each, change));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, entry]) => [name, convert(entry, each, change)]));
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
