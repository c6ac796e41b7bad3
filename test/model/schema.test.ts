import { NormalizedSchema } from '@smithy/core/schema';
import { CreateVpcCommand, DeleteVpcCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, SelectObjectContentCommand } from '@aws-sdk/client-s3';
import {
  BatchGetCommand,
  BatchWriteCommand,
  ExecuteStatementCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { SendMessageCommand } from 'sqs-3.600';
import { describe, expect, test } from 'vitest';
import { modelOf, type OperationModel, type Shape } from '../../src/model/index.js';
import { shapeOf } from '../../src/model/schema.js';
import { commandsOf, packages } from './generate.js';

type Command = Parameters<typeof modelOf>[0];
interface Operation {
  readonly schema: readonly [9, string, string, unknown, unknown, unknown];
}

function model(command: Command): OperationModel {
  const found = modelOf(command);
  if (found === undefined) throw new Error('This command has no schema.');
  return found;
}

/** The shape that keys lead to: members, `[]` for a list's element, `{}` for a map's value. */
function inside(shape: Shape, ...keys: string[]): Shape {
  return keys.reduce((outer, key) => {
    if (outer.kind === 'list' && key === '[]') return outer.member;
    if (outer.kind === 'map' && key === '{}') return outer.value;
    const member =
      outer.kind === 'structure' || outer.kind === 'union' ? outer.members.get(key) : undefined;
    if (member === undefined) throw new Error(`A ${outer.kind} has no ${key}.`);
    return member;
  }, shape);
}

/** What the SDK itself says of a schema, in our words. */
function kindOf(schema: NormalizedSchema): Shape['kind'] {
  if (schema.isUnitSchema()) return 'unit';
  if (schema.isUnionSchema()) return 'union';
  if (schema.isStructSchema()) return 'structure';
  if (schema.isListSchema()) return 'list';
  if (schema.isMapSchema()) return 'map';
  if (schema.isTimestampSchema()) return 'timestamp';
  if (schema.isBlobSchema()) return schema.getSchema() === 42 ? 'stream' : 'blob';
  if (schema.isStringSchema()) return 'string';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isNumericSchema()) return 'number';
  if (schema.isBigIntegerSchema()) return 'bigint';
  if (schema.isBigDecimalSchema()) return 'bigdecimal';
  if (schema.isDocumentSchema()) return 'document';
  throw new Error(`The SDK does not know ${schema.getName(true)}.`);
}

const TRAITS = ['idempotencyToken', 'httpPayload', 'streaming', 'sparse', 'eventPayload'] as const;

/** Compares a shape, and all that is inside it, with what the SDK says of its schema. */
function expectSame(shape: Shape, schema: NormalizedSchema, at: string, seen: Set<Shape>): void {
  if (seen.has(shape)) return;
  seen.add(shape);
  const theirs = schema.getMergedTraits();
  const seenBySdk = { kind: kindOf(schema), traits: TRAITS.filter((name) => theirs[name]) };
  const seenByUs = { kind: shape.kind, traits: TRAITS.filter((name) => shape.traits[name]) };
  expect(seenByUs, at).toEqual(seenBySdk);
  if (shape.kind === 'list') {
    expectSame(shape.member, schema.getValueSchema(), `${at}[]`, seen);
  } else if (shape.kind === 'map') {
    expectSame(shape.key, schema.getKeySchema(), `${at}{key}`, seen);
    expectSame(shape.value, schema.getValueSchema(), `${at}{}`, seen);
  } else if (shape.kind === 'structure' || shape.kind === 'union') {
    const members = [...schema.structIterator()];
    expect([...shape.members.keys()], at).toEqual(members.map(([name]) => name));
    for (const [name, member] of members) {
      expectSame(shape.members.get(name)!, member, `${at}.${name}`, seen);
    }
  }
}

describe('the shapes of every operation', () => {
  // Those of `documents` are theirs but for what is plain JavaScript, which the SDK's do not say.
  const services = Object.keys(packages).filter((name) => name !== 'documents');

  test.each(services)('are what the SDK itself reads in its schemas: %s', (service) => {
    const seen = new Set<Shape>();
    for (const [name, Command] of commandsOf(packages[service as 'EC2'])) {
      const command = new Command({}) as Operation;
      const [, , , , input, output] = command.schema;
      const { input: ours, output: answered } = model(command);
      expectSame(ours, NormalizedSchema.of(input as never), `${name} input`, seen);
      expectSame(answered, NormalizedSchema.of(output as never), `${name} output`, seen);
    }
    expect(seen.size).toBeGreaterThan(50);
  });

  test('have the names and members that users know', () => {
    const { name, namespace, outputMembers } = model(new CreateVpcCommand({}));
    expect({ name, namespace, outputMembers }).toEqual({
      name: 'CreateVpc',
      namespace: 'com.amazonaws.ec2',
      outputMembers: ['Vpc'],
    });
    expect(model(new DeleteVpcCommand({ VpcId: 'vpc-1' })).outputMembers).toEqual([]);
  });

  test('say which members are required', () => {
    const { input } = model(new RunInstancesCommand({ MinCount: 1, MaxCount: 1 }));
    expect(input.kind === 'structure' && [...input.required].sort()).toEqual([
      'MaxCount',
      'MinCount',
    ]);
  });

  test('are worked out once for an operation, and are the same for each command of it', () => {
    const [one, other] = [new CreateVpcCommand({}), new CreateVpcCommand({ DryRun: true })];
    expect(modelOf(one)).toBe(modelOf(other));
    expect(model(one).input).toBe(model(other).input);
  });

  test('may be inside themselves', () => {
    const value = inside(model(new GetItemCommand({} as never)).output, 'Item', '{}', 'L', '[]');
    expect(inside(value, 'L', '[]')).toBe(value);
    expect(inside(value, 'M', '{}', 'L', '[]')).toBe(value);
  });

  test('tell bodies and event streams from other members', () => {
    const { output } = model(new GetObjectCommand({} as never));
    expect(inside(output, 'Body').kind).toBe('stream');
    const events = inside(model(new SelectObjectContentCommand({} as never)).output, 'Payload');
    expect(events.kind).toBe('union');
    expect(events.traits.streaming).toBeDefined();
  });
});

describe('a client older than the runtime schemas', () => {
  test('has no model', () => {
    expect(modelOf(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'text' }))).toBe(undefined);
  });
});

describe('lib-dynamodb’s commands take and give plain JavaScript', () => {
  const key = { TableName: 'users', Key: { id: 1 } };
  const put = { TableName: 'users', Item: { id: 1 } };
  const statement = { Statement: 'SELECT * FROM users' };
  const places: [Command, 'input' | 'output', string[]][] = [
    [new GetCommand(key), 'input', ['Key', '{}']],
    [new GetCommand(key), 'output', ['Item', '{}']],
    [new PutCommand(put), 'input', ['Item', '{}']],
    [new PutCommand(put), 'input', ['ExpressionAttributeValues', '{}']],
    [new PutCommand(put), 'input', ['Expected', '{}', 'Value']],
    [new PutCommand(put), 'input', ['Expected', '{}', 'AttributeValueList', '[]']],
    [new PutCommand(put), 'output', ['Attributes', '{}']],
    [new PutCommand(put), 'output', ['ItemCollectionMetrics', 'ItemCollectionKey', '{}']],
    [new UpdateCommand(key), 'input', ['AttributeUpdates', '{}', 'Value']],
    [new QueryCommand({ TableName: 'users' }), 'input', ['ExclusiveStartKey', '{}']],
    [new QueryCommand({ TableName: 'users' }), 'output', ['Items', '[]', '{}']],
    [new QueryCommand({ TableName: 'users' }), 'output', ['LastEvaluatedKey', '{}']],
    [new ScanCommand({ TableName: 'users' }), 'output', ['Items', '[]', '{}']],
    [
      new BatchGetCommand({ RequestItems: {} }),
      'input',
      ['RequestItems', '{}', 'Keys', '[]', '{}'],
    ],
    [new BatchGetCommand({ RequestItems: {} }), 'output', ['Responses', '{}', '[]', '{}']],
    [
      new BatchWriteCommand({ RequestItems: {} }),
      'input',
      ['RequestItems', '{}', '[]', 'PutRequest', 'Item', '{}'],
    ],
    [
      new BatchWriteCommand({ RequestItems: {} }),
      'output',
      ['UnprocessedItems', '{}', '[]', 'DeleteRequest', 'Key', '{}'],
    ],
    [
      new TransactWriteCommand({ TransactItems: [] }),
      'input',
      ['TransactItems', '[]', 'ConditionCheck', 'ExpressionAttributeValues', '{}'],
    ],
    [new TransactGetCommand({ TransactItems: [] }), 'output', ['Responses', '[]', 'Item', '{}']],
    [new ExecuteStatementCommand(statement), 'input', ['Parameters', '[]']],
    [new ExecuteStatementCommand(statement), 'output', ['Items', '[]', '{}']],
  ];

  const named = places.map(([command, way, keys]) => {
    return { at: `${command.constructor.name} ${way} ${keys.join('.')}`, command, way, keys };
  });

  test.each(named)('$at', ({ command, way, keys }) => {
    expect(inside(model(command)[way], ...keys).kind).toBe('native');
  });

  test('where the plain client has attribute values, and only there', () => {
    const plain = model(new PutItemCommand({} as never));
    const documents = model(new PutCommand({} as never));
    expect(inside(plain.input, 'Item', '{}').kind).toBe('union');
    expect(inside(documents.input, 'TableName').kind).toBe('string');
    expect(inside(documents.input, 'Item').kind).toBe('map');
    expect(inside(documents.output, 'ConsumedCapacity')).toBe(
      inside(plain.output, 'ConsumedCapacity'),
    );
    expect(documents.name).toBe('PutItem');
    expect(documents.outputMembers).toEqual(plain.outputMembers);
  });

  test('in all places where the plain command has attribute values', () => {
    const left: string[] = [];
    const look = (shape: Shape, at: string, seen: readonly Shape[]): void => {
      if (shape.kind === 'union' && shape.name === 'AttributeValue') left.push(at);
      else if (seen.includes(shape)) return;
      else if (shape.kind === 'list') look(shape.member, `${at}[]`, [...seen, shape]);
      else if (shape.kind === 'map') look(shape.value, `${at}{}`, [...seen, shape]);
      else if (shape.kind === 'structure' || shape.kind === 'union') {
        for (const [name, member] of shape.members) look(member, `${at}.${name}`, [...seen, shape]);
      }
    };
    for (const [name, Command] of commandsOf(packages.documents)) {
      const { input, output } = model(new Command({}));
      look(input, `${name} input`, []);
      look(output, `${name} output`, []);
    }
    expect(left).toEqual([]);
  });
});

/** A static schema as the SDK's generated code writes them: `[3, namespace, name, traits, …]`. */
const structure = (names: string[], members: unknown[], required?: number) =>
  [3, 'ns', 'Parent', 0, names, members, required] as const;

describe('a schema', () => {
  test.each([
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
    [[0, 'ns', 'Json', { mediaType: 'application/json' }, 0], 'string'],
    [[0, 'ns', 'Bytes', 8, 21], 'blob'],
  ])('%j is a %s', (schema, kind) => {
    expect(shapeOf(schema).kind).toBe(kind);
  });

  test('may stand behind a function, for what is defined later', () => {
    expect(shapeOf(() => 15).kind).toBe('document');
    expect(shapeOf([() => [0, 'ns', 'Text', 8, 0], { httpHeader: 'x-text' }]).kind).toBe('string');
  });

  test('of a number from 64 on is a list, from 128 on a map', () => {
    expect(inside(shapeOf(64 + 21), '[]').kind).toBe('blob');
    expect(inside(shapeOf(128 + 4), '{}').kind).toBe('timestamp');
    expect(shapeOf(128 + 15)).toMatchObject({ key: { kind: 'string' } });
  });

  test('of a kind that is not known yet takes anything', () => {
    expect(shapeOf(33).kind).toBe('document');
  });

  test('has the traits of its member and of its own shape', () => {
    const member = [() => [1, 'ns', 'List', { sparse: 1 }, 0], { httpPayload: 1 }];
    expect(inside(shapeOf(structure(['Names'], [member])), 'Names').traits).toEqual({
      sparse: 1,
      httpPayload: 1,
    });
  });

  test('may have traits as the bits of a number', () => {
    const shape = shapeOf(
      structure(
        ['Token', 'Payload', 'Secret'],
        [
          [0, 4],
          [21, 16],
          [0, 8],
        ],
      ),
    );
    expect(inside(shape, 'Token').traits).toEqual({ idempotencyToken: 1 });
    expect(inside(shape, 'Payload').traits).toEqual({ httpPayload: 1 });
    expect(inside(shape, 'Secret').traits).toEqual({ sensitive: 1 });
  });

  test('requires as many of its first members as it says', () => {
    const shape = shapeOf(structure(['A', 'B', 'C'], [0, 0, 0], 2));
    expect(shape).toMatchObject({ kind: 'structure', required: new Set(['A', 'B']) });
    expect(shapeOf(structure(['A'], [0]))).toMatchObject({ required: new Set() });
  });

  test('of an error is a structure, and is told from others', () => {
    const error = [-3, 'ns', 'Throttled', { error: 'client' }, ['message'], [0]];
    expect(shapeOf(error)).toMatchObject({ kind: 'structure', name: 'Throttled', isError: true });
    expect(shapeOf(structure([], []))).toMatchObject({ isError: false });
  });
});
