import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { Attr, Key, resource, type Condition } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const table = resource(client).Table('orders');

beforeEach(() => {
  for (const operation of ['Query', 'Scan', 'Put', 'Update', 'Delete'] as const) {
    stub(client).on(operation).resolves({});
  }
});

async function filter(condition: Condition) {
  await table.scan({ FilterExpression: condition });
  const { input } = stub(client).calls('Scan').at(-1) ?? {};
  const { FilterExpression, ExpressionAttributeNames, ExpressionAttributeValues } = input ?? {};
  return [FilterExpression, ExpressionAttributeNames, ExpressionAttributeValues];
}

describe('a condition', () => {
  const names = { '#n0': 'a' };

  test.each([
    ['eq', Attr('a').eq(1), '#n0 = :v0'],
    ['ne', Attr('a').ne(1), '#n0 <> :v0'],
    ['lt', Attr('a').lt(1), '#n0 < :v0'],
    ['lte', Attr('a').lte(1), '#n0 <= :v0'],
    ['gt', Attr('a').gt(1), '#n0 > :v0'],
    ['gte', Attr('a').gte(1), '#n0 >= :v0'],
    ['beginsWith', Attr('a').beginsWith(1), 'begins_with(#n0, :v0)'],
    ['contains', Attr('a').contains(1), 'contains(#n0, :v0)'],
    ['isIn', Attr('a').isIn([1]), '#n0 IN (:v0)'],
    ['size', Attr('a').size().gt(1), 'size(#n0) > :v0'],
  ])('%s is written as boto3 writes it', async (_, condition, text) => {
    expect(await filter(condition)).toEqual([text, names, { ':v0': 1 }]);
  });

  test('of two values, of none, and of types', async () => {
    expect(await filter(Attr('a').between(1, 2))).toEqual([
      '#n0 BETWEEN :v0 AND :v1',
      names,
      { ':v0': 1, ':v1': 2 },
    ]);
    expect(await filter(Attr('a').isIn([1, 2]))).toEqual([
      '#n0 IN (:v0, :v1)',
      names,
      { ':v0': 1, ':v1': 2 },
    ]);
    expect(await filter(Attr('a').exists())).toEqual(['attribute_exists(#n0)', names, undefined]);
    expect(await filter(Attr('a').notExists())).toEqual([
      'attribute_not_exists(#n0)',
      names,
      undefined,
    ]);
    expect(await filter(Attr('a').attributeType('SS'))).toEqual([
      'attribute_type(#n0, :v0)',
      names,
      { ':v0': 'SS' },
    ]);
  });

  test('is joined with others, and turned round', async () => {
    const both = Attr('a').eq(1).and(Attr('b').eq(2));

    expect(await filter(both)).toEqual([
      '(#n0 = :v0 AND #n1 = :v1)',
      { '#n0': 'a', '#n1': 'b' },
      { ':v0': 1, ':v1': 2 },
    ]);
    expect((await filter(both.or(Attr('c').eq(3)).not()))[0]).toBe(
      '(NOT ((#n0 = :v0 AND #n1 = :v1) OR #n2 = :v2))',
    );
    expect((await filter(Attr('a').exists().and(Attr('b').exists(), Attr('c').exists())))[0]).toBe(
      '((attribute_exists(#n0) AND attribute_exists(#n1)) AND attribute_exists(#n2))',
    );
  });

  test('is about a part of an attribute, or about another attribute', async () => {
    expect(await filter(Attr('info.tags[0].name').eq(Attr('size')))).toEqual([
      '#n0.#n1[0].#n2 = #n3',
      { '#n0': 'info', '#n1': 'tags', '#n2': 'name', '#n3': 'size' },
      undefined,
    ]);
  });
});

describe('a table', () => {
  test('is queried by its key and filtered, with placeholders counted as boto3 does', async () => {
    await table.query({
      KeyConditionExpression: Key('id').eq('1').and(Key('at').between('a', 'b')),
      FilterExpression: Attr('total').gt(5),
    });

    expect(client).toHaveCalledOperation('Query', {
      TableName: 'orders',
      FilterExpression: '#n0 > :v0',
      KeyConditionExpression: '(#n1 = :v1 AND #n2 BETWEEN :v2 AND :v3)',
      ExpressionAttributeNames: { '#n0': 'total', '#n1': 'id', '#n2': 'at' },
      ExpressionAttributeValues: { ':v0': 5, ':v1': '1', ':v2': 'a', ':v3': 'b' },
    });
  });

  test('is written to on a condition, beside expressions of one’s own', async () => {
    await table.putItem({ Item: { id: '1' }, ConditionExpression: Attr('id').notExists() });
    await table.updateItem({
      Key: { id: '1' },
      UpdateExpression: 'SET #n0 = :v0',
      ConditionExpression: Attr('total').lt(3),
      ExpressionAttributeNames: { '#n0': 'total' },
      ExpressionAttributeValues: { ':v0': 3 },
    });
    await table.deleteItem({ Key: { id: '1' }, ConditionExpression: Attr('total').eq(3) });

    expect(client).toHaveCalledOperation('Put', {
      ConditionExpression: 'attribute_not_exists(#n0)',
      ExpressionAttributeNames: { '#n0': 'id' },
    });
    expect(client).toHaveCalledOperation('Update', {
      UpdateExpression: 'SET #n0 = :v0',
      ConditionExpression: '#n1 < :v1',
      ExpressionAttributeNames: { '#n0': 'total', '#n1': 'total' },
      ExpressionAttributeValues: { ':v0': 3, ':v1': 3 },
    });
    expect(client).toHaveCalledOperation('Delete', { ConditionExpression: '#n0 = :v0' });
  });

  test('of a plain client takes them too', async () => {
    stub(DynamoDBClient).on('Query').resolves({ Items: [] });

    await resource(new DynamoDBClient({}))
      .Table('orders')
      .query({ KeyConditionExpression: Key('id').eq('1') });

    expect(DynamoDBClient).toHaveCalledOperation('Query', {
      KeyConditionExpression: '#n0 = :v0',
      ExpressionAttributeValues: { ':v0': { S: '1' } },
    });
  });

  test('says what is no condition', async () => {
    expect(await messageOf(table.query({ KeyConditionExpression: Attr('total').eq(1) }))).toBe(
      "WrongUseError: A KeyConditionExpression is about the key: write Key('total') instead of Attr('total'), " +
        'or move the condition to FilterExpression.',
    );
    // @ts-expect-error -- an attribute
    expect(await messageOf(table.scan({ FilterExpression: Attr('age') }))).toBe(
      'WrongUseError: FilterExpression was given an attribute without a condition: ' +
        "write Attr('age').gt(17).",
    );
    // @ts-expect-error -- no condition
    expect(await messageOf(() => Attr('a').eq(1).and('b'))).toContain('and() takes conditions');
    // @ts-expect-error -- no name
    expect(await messageOf(() => Key())).toContain(
      "Key() takes the name of an attribute: Key('id')",
    );
    // @ts-expect-error -- no list
    expect(await messageOf(() => Attr('a').isIn('b'))).toContain('isIn() takes a list');
  });
});
