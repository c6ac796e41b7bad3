import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  NumberValue,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type TranslateConfig,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { configure, exactly, stub } from '../../src/index.js';

class Money {
  constructor(readonly amount: number) {}
}

const deliveries = ['direct', 'wire'] as const;

function clientWith(translate?: TranslateConfig): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), translate);
}

function putOf(value: unknown): PutCommand {
  return new PutCommand({ TableName: 'users', Item: { id: 1, value } });
}

/** What a call is refused with in both deliveries. */
async function refusals(client: DynamoDBDocumentClient, command: PutCommand): Promise<string[]> {
  const told: string[] = [];
  for (const delivery of deliveries) {
    configure({ delivery });
    const failing = client.send(command).then(
      () => 'nothing was refused',
      (error: unknown) => String(error),
    );
    told.push(await failing);
  }
  return told;
}

describe('what lib-dynamodb does not marshal is refused with its own error, in both deliveries', () => {
  test.each<[string, unknown, string]>([
    ['a Date', new Date(0), 'Unsupported type passed'],
    ['an instance of a class', new Money(1), 'Unsupported type passed'],
    ['an empty set', new Set(), 'Pass a non-empty set'],
    ['a set of objects', new Set([{}]), 'Only Number Set'],
    ['undefined in a list', [undefined], 'Pass options.removeUndefinedValues=true'],
    ['undefined in a map', { deep: undefined }, 'Pass options.removeUndefinedValues=true'],
    ['NaN', NaN, 'Special numeric value NaN is not allowed'],
    ['Infinity', [{ deep: -Infinity }], 'Special numeric value -Infinity is not allowed'],
    ['a number beyond the safe ones', 2 ** 60, 'is greater than Number.MAX_SAFE_INTEGER'],
    ['one below them', -(2 ** 60), 'is lesser than Number.MIN_SAFE_INTEGER'],
    ['a symbol', Symbol('s'), 'Cannot convert a Symbol value to a string'],
  ])('%s', async (_, value, line) => {
    stub(DynamoDBDocumentClient).on('Put').resolves({});
    const [direct, wire] = await refusals(clientWith(), putOf(value));
    expect(direct).toContain(line);
    expect(direct).toBe(wire);
  });

  test('in keys, conditions and batches too', async () => {
    stub(DynamoDBDocumentClient, { unstubbed: 'empty' });
    const client = clientWith();
    const values = { ':at': new Date(0) };
    const query = new QueryCommand({ TableName: 'users', ExpressionAttributeValues: values });
    await expect(client.send(query)).rejects.toThrow('Unsupported type passed');
    const update = new UpdateCommand({ TableName: 'users', Key: { id: new Money(1) } });
    await expect(client.send(update)).rejects.toThrow('Unsupported type passed');
    const RequestItems = { users: [{ PutRequest: { Item: { value: new Set() } } }] };
    const batch = client.send(new BatchWriteCommand({ RequestItems }));
    await expect(batch).rejects.toThrow('Pass a non-empty set');
  });

  test('and uses no stub up', async () => {
    stub(DynamoDBDocumentClient).on('Put').resolvesOnce({});
    await expect(clientWith().send(putOf(new Date(0)))).rejects.toThrow('Unsupported type');
    await clientWith().send(putOf(1));
    const [first, second] = stub(DynamoDBDocumentClient).calls('Put');
    expect(String(first?.error)).toContain('Unsupported type passed');
    expect(second?.error).toBeUndefined();
  });

  test('with validate: false as well', async () => {
    configure({ validate: false });
    stub(DynamoDBDocumentClient).on('Put').resolves({});
    await expect(clientWith().send(putOf(new Date(0)))).rejects.toThrow('Unsupported type');
  });
});

describe('what the client’s own options allow is taken, in both deliveries', () => {
  test.each<[string, TranslateConfig, unknown]>([
    [
      'convertClassInstanceToMap',
      { marshallOptions: { convertClassInstanceToMap: true } },
      new Money(1),
    ],
    ['convertEmptyValues', { marshallOptions: { convertEmptyValues: true } }, [new Set(), '']],
    ['removeUndefinedValues', { marshallOptions: { removeUndefinedValues: true } }, [undefined]],
    ['allowImpreciseNumbers', { marshallOptions: { allowImpreciseNumbers: true } }, 2 ** 60],
    ['no option for a NumberValue', {}, NumberValue.from('12345678901234567890')],
    ['no option for a bigint, bytes, maps', {}, [1n, Uint8Array.of(1), new Map([['a', 1]])]],
  ])('%s', async (_, translate, value) => {
    for (const delivery of deliveries) {
      configure({ delivery });
      stub(DynamoDBDocumentClient).on('Put').resolves({});
      await clientWith(translate).send(putOf(value));
    }
  });

  test('each client by its own', async () => {
    stub(DynamoDBDocumentClient).on('Put').resolves({});
    const lax = clientWith({ marshallOptions: { convertClassInstanceToMap: true } });
    await lax.send(putOf(new Money(1)));
    await expect(clientWith().send(putOf(new Money(1)))).rejects.toThrow('Unsupported type');
    await lax.send(putOf(new Money(2)));
  });
});

describe('what lib-dynamodb leaves out is left out of the call', () => {
  test.each(deliveries)('functions, at any depth (%s)', async (delivery) => {
    configure({ delivery });
    stub(DynamoDBDocumentClient).expects('Put', { TableName: 'users', Item: { id: 1, list: [2] } });
    const Item = { id: 1, save: () => 1, list: [() => 1, 2] };
    await clientWith().send(new PutCommand({ TableName: 'users', Item }));
    expect(Item.list).toHaveLength(2);
  });

  test('undefined, where the client says so', async () => {
    stub(DynamoDBDocumentClient).on('Put').resolves({});
    const client = clientWith({ marshallOptions: { removeUndefinedValues: true } });
    await client.send(putOf({ list: [1, undefined, 2], set: new Set(['a', undefined]) }));
    const value = { list: [1, 2], set: new Set(['a']) };
    expect(client).toHaveCalledOperation('Put', { Item: exactly({ id: 1, value }) });
  });
});
