import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANY, configure, exactly } from '../../src/index.js';
import { messageOf } from '../message-of.js';

/** Amounts of money are equal in any currency at its rate. */
class Money {
  constructor(
    readonly amount: number,
    readonly currency: 'EUR' | 'DEM',
  ) {}
  get euros(): number {
    return this.currency === 'EUR' ? this.amount : this.amount / 2;
  }
}

beforeAll(() => {
  expect.addEqualityTesters([
    // Names of networks are the same in any case.
    function sameName(a, b) {
      if (typeof a !== 'string' || typeof b !== 'string') return undefined;
      return /^net-/i.test(a) && /^net-/i.test(b) ? a.toLowerCase() === b.toLowerCase() : undefined;
    },
    // As Jest's documentation writes testers: money is not equal to what is no money.
    function sameMoney(a, b) {
      const [isMoney, isMoneyToo] = [a instanceof Money, b instanceof Money];
      if (isMoney && isMoneyToo) return (a as Money).euros === (b as Money).euros;
      return isMoney === isMoneyToo ? undefined : false;
    },
  ]);
});

beforeEach(async () => {
  configure({ unstubbed: 'empty' });
  await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'net-A' }));
  await new EC2Client({}).send(
    new DescribeVpcsCommand({ Filters: [{ Name: 'tag:Name', Values: ['Net-A', 'Net-B'] }] }),
  );
});

/** Lets a document client take instances of classes. */
const ofInstances = { marshallOptions: { convertClassInstanceToMap: true } };

describe('custom equality testers hold in matchers', () => {
  test('for members', () => {
    expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: 'NET-a' });
    expect(EC2Client).toHaveCalledOperation('CreateVpc', exactly({ CidrBlock: 'NET-a' }));
    expect(EC2Client).not.toHaveCalledOperation('CreateVpc', { CidrBlock: 'NET-b' });
    expect(EC2Client).not.toHaveCalledOperation('CreateVpc', { CidrBlock: 'vpc-A' });
  });

  test('deep inside, and inside asymmetric matchers', () => {
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs', {
      Filters: [{ Name: 'tag:Name', Values: ['net-a', 'net-b'] }],
    });
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs', {
      Filters: [expect.objectContaining({ Values: ['NET-A', 'NET-B'] })],
    });
  });

  test('for instances', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), ofInstances);
    const Item = { id: 1, price: new Money(10, 'EUR') };
    await documents.send(new PutCommand({ TableName: 'prices', Item }));
    expect(documents).toHaveCalledOperation('Put', { Item: { price: new Money(20, 'DEM') } });
    expect(documents).not.toHaveCalledOperation('Put', { Item: { price: new Money(10, 'DEM') } });
  });

  test('but asymmetric matchers come first, as they do in the runner', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), ofInstances);
    const Item = { id: 1, price: new Money(10, 'EUR') };
    await documents.send(new PutCommand({ TableName: 'prices', Item }));
    expect(Item).toEqual({ id: 1, price: expect.anything() });
    expect(documents).toHaveCalledOperation('Put', { Item: { price: expect.anything() } });
    expect(documents).toHaveCalledOperation('Put', { Item: { price: ANY } });
  });

  test('in every matcher', () => {
    expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 1, { CidrBlock: 'NET-A' });
    expect(EC2Client).toHaveNthCalledOperation(1, 'CreateVpc', { CidrBlock: 'NET-A' });
    expect(EC2Client).toHaveCalledOperationsInOrder([['CreateVpc', { CidrBlock: 'NET-A' }]]);
    expect(EC2Client).toHaveCalledOnlyOperations([
      ['CreateVpc', { CidrBlock: 'NET-A' }],
      'DescribeVpcs',
    ]);
    const error = Object.assign(new Error('net-A is gone'), { name: 'NoNet', Net: 'net-A' });
    expect(error).toBeAwsError('NoNet', { Net: 'NET-A' });
  });

  test('and what they accept is no difference in a message', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('DescribeVpcs', {
          Filters: [{ Name: 'tag:Name', Values: ['net-a', 'net-c'] }],
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('DescribeVpcs', params)

      Expected a call of DescribeVpcs with { "Filters": [ { "Name": "tag:Name", "Values": [ "net-a", "net-c" ] } ] }

      The nearest call is call 2:

      - Expected
      + Received

      @@ -2,10 +2,10 @@
          "Filters": [
            {
              "Name": "tag:Name",
              "Values": [
                "Net-A",
      -         "net-c",
      +         "Net-B",
              ],
            },
          ],
        }

      2 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "net-A" }
      → 2. DescribeVpcs { "Filters": [ { "Name": "tag:Name", "Values": [ "Net-A", "Net-B" ] } ] }"
    `);
  });
});
