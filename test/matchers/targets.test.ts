import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

class Audited extends EC2Client {}

beforeEach(() => {
  configure({ unstubbed: 'empty' });
});

describe('expect(target) looks at the calls', () => {
  test('of every client of a service, for its class and its id', async () => {
    for (const client of [new EC2Client({}), new EC2({}), new Audited({})]) {
      await client.send(new DescribeVpcsCommand({}));
    }
    await new S3Client({}).send(new ListBucketsCommand({}));
    for (const target of [EC2Client, EC2, 'EC2', 'ec2', stub(EC2Client), stub('EC2')]) {
      expect(target).toHaveCalledOperationTimes('DescribeVpcs', 3);
      expect(target).toHaveCalledOnlyOperations([DescribeVpcsCommand]);
      expect(target).toHaveCalledOperationsInOrder(['DescribeVpcs', 'DescribeVpcs']);
    }
  });

  test('of one client, for an instance', async () => {
    const [one, other, unused] = [new EC2Client({}), new EC2Client({}), new EC2Client({})];
    await one.send(new DescribeVpcsCommand({}));
    await other.send(new CreateVpcCommand({}));
    for (const target of [one, stub(one), stub(one).on('DescribeVpcs')]) {
      expect(target).toHaveCalledOperationOnce('DescribeVpcs');
      expect(target).not.toHaveCalledOperation('CreateVpc');
      expect(target).toHaveLastCalledOperation('DescribeVpcs');
    }
    expect(unused).not.toHaveCalledAnyOperation();
  });

  test('of a user’s own class', async () => {
    await new Audited({}).send(new DescribeVpcsCommand({}));
    await new EC2Client({}).send(new CreateVpcCommand({}));
    expect(Audited).toHaveCalledOnlyOperations(['DescribeVpcs']);
    expect(EC2Client).toHaveCalledOperationsInOrder(['DescribeVpcs', 'CreateVpc']);
  });

  test('of every client, with parameters checked by what was called', async () => {
    stub().onAnyOperation().resolves({});
    await new EC2Client({}).send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
    expect(stub()).toHaveCalledOperation('DescribeVpcs', { VpcIds: ['vpc-1'] });
    expect(stub()).not.toHaveCalledOperation('DescribeVpcs', { VpcIds: ['vpc-2'] });
    expect(() => {
      expect(stub()).not.toHaveCalledOperation('DescribeVpcs', { VpcId: ['vpc-1'] });
    }).toThrow('VpcId: no such member; did you mean VpcIds?');
  });

  test('of every client, for stub()', async () => {
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    await new S3Client({}).send(new ListBucketsCommand({}));
    expect(stub()).toHaveCalledOperationsInOrder(['DescribeVpcs', ListBucketsCommand]);
    expect(stub()).toHaveNthCalledOperation(2, 'ListBuckets');
  });

  test('of document clients and of plain ones apart', async () => {
    const plain = new DynamoDBClient({});
    const documents = DynamoDBDocumentClient.from(plain);
    await plain.send(new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } }));
    await documents.send(new GetCommand({ TableName: 't', Key: { id: '2' } }));
    expect(DynamoDBClient).toHaveCalledOperationOnce('GetItem', { Key: { id: { S: '1' } } });
    expect(DynamoDBDocumentClient).toHaveCalledOperationOnce('Get', { Key: { id: '2' } });
    expect(stub()).toHaveCalledOperationTimes('GetItem', 2);
  });
});

describe('a message names its target', () => {
  test.each<[string, unknown, string, string]>([
    ['a class', EC2Client, 'expect(EC2Client)', 'EC2Client'],
    ['an aggregated class', EC2, 'expect(EC2)', 'EC2'],
    ['a user’s own class', Audited, 'expect(Audited)', 'Audited'],
    ['a client', new EC2Client({}), 'expect(ec2)', 'this EC2Client'],
    ['a service id', 'EC2', "expect('EC2')", 'EC2'],
    ['a stub', stub(EC2Client), 'expect(EC2Client)', 'EC2Client'],
    ['every client', stub(), 'expect(stub())', 'any client'],
    [
      'a document client',
      DynamoDBDocumentClient,
      'expect(DynamoDBDocumentClient)',
      'DynamoDBDocumentClient',
    ],
  ])('%s', async (_kind, target, code, name) => {
    const message = await messageOf(() => {
      expect(target).toHaveCalledAnyOperation();
    });
    expect(message).toBe(`${code}.toHaveCalledAnyOperation()

Expected a call of any operation

No operation was called on ${name}.`);
  });
});

const matchers = {
  toHaveCalledOperation: ['CreateVpc'],
  toHaveCalledOperationTimes: ['CreateVpc', 1],
  toHaveCalledOperationOnce: ['CreateVpc'],
  toHaveNthCalledOperation: [1, 'CreateVpc'],
  toHaveLastCalledOperation: ['CreateVpc'],
  toHaveCalledOperationsInOrder: [['CreateVpc']],
  toHaveCalledOnlyOperations: [['CreateVpc']],
  toHaveCalledAnyOperation: [],
  toHaveNoPendingStubs: [],
} as const;

describe.each(Object.entries(matchers))('wrong use: %s refuses, also under .not,', (name, args) => {
  type Assert = (...given: readonly unknown[]) => void;
  type Assertion = Record<string, Assert> & { readonly not: Record<string, Assert> };

  test.each<[string, unknown]>([
    ['null', null],
    ['a number', 5],
    ['a value of type Object', { region: 'us-east-1' }],
    ['the function (anonymous)', () => undefined],
    ['a value of type Promise', Promise.resolve()],
    [
      "the command class CreateVpcCommand (give the client's class, and the command after it)",
      CreateVpcCommand,
    ],
    ['a CreateVpcCommand (give the client that sends it)', new CreateVpcCommand({})],
  ])('%s', async (description, received) => {
    const assertion = expect(received) as unknown as Assertion;
    const expected = `WrongUseError: expect(…).${name}() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got ${description}.`;
    expect(await messageOf(() => assertion[name]?.(...args))).toBe(expected);
    const { not } = expect(received) as unknown as Assertion;
    expect(await messageOf(() => not[name]?.(...args))).toBe(expected);
  });

  test('undefined', async () => {
    const assertion = expect(undefined) as unknown as Assertion;
    expect(await messageOf(() => assertion[name]?.(...args))).toBe(
      `WrongUseError: expect(…).${name}() got undefined: expect() takes a client class (EC2Client), a client or a service id ('EC2'); for the calls of every client write expect(stub()).`,
    );
  });

  test('an empty service id', async () => {
    const assertion = expect('') as unknown as Assertion;
    expect(await messageOf(() => assertion[name]?.(...args))).toBe(
      `WrongUseError: expect(…).${name}() takes a service id such as 'EC2', but got an empty name.`,
    );
  });
});
