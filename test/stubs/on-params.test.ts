import {
  CreateVpcCommand,
  DescribeSpotPriceHistoryCommand,
  DescribeVpcsCommand,
  EC2Client,
  ImportKeyPairCommand,
  type DescribeVpcsCommandInput,
} from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, NumberValue, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, exactly, stub, type InputParams } from '../../src/index.js';

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

const ec2 = new EC2Client({});
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

type Vpcs = DescribeVpcsCommandInput;

/** True where a stub with these parameters answers this input. */
async function answers(params: InputParams<Vpcs>, input: Vpcs): Promise<boolean> {
  const client = new EC2Client({});
  stub(client).on(DescribeVpcsCommand, params).resolves({});
  return client.send(new DescribeVpcsCommand(input)).then(
    () => true,
    () => false,
  );
}

/** The same with any value, as an item that a document client puts. */
async function answersItem(expected: unknown, actual: unknown): Promise<boolean> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  stub(client)
    .on('Put', { Item: { value: expected } })
    .resolves({});
  const command = new PutCommand({ TableName: 'values', Item: { value: actual } });
  return client.send(command).then(
    () => true,
    () => false,
  );
}

const byName = { Name: 'vpc-id', Values: ['vpc-1'] };
const byState = { Name: 'state', Values: ['available'] };

describe('DESIGN: on params: every given member must match, deeply', () => {
  test('no params fit any input', async () => {
    stub(EC2Client).on('CreateVpc').resolves({});
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: true }));
    await ec2.send(new CreateVpcCommand({}));
    expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 2);
  });

  test('no member fits any input', async () => {
    expect(await answers({}, { MaxResults: 5 })).toBe(true);
  });

  test('a call may have members beside the given ones', async () => {
    expect(await answers({ MaxResults: 5 }, { MaxResults: 5, DryRun: true })).toBe(true);
  });

  test('a call must have the given ones', async () => {
    expect(await answers({ MaxResults: 5 }, { DryRun: true })).toBe(false);
    expect(await answers({ MaxResults: 5, DryRun: true }, { MaxResults: 5 })).toBe(false);
  });

  test('and with these values', async () => {
    expect(await answers({ MaxResults: 5 }, { MaxResults: 6 })).toBe(false);
    expect(await answers({ DryRun: false }, { DryRun: true })).toBe(false);
    expect(await answers({ NextToken: 'a' }, { NextToken: 'A' })).toBe(false);
  });

  test('objects inside may have members beside the given ones', async () => {
    expect(await answersItem({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toBe(true);
    expect(await answersItem({ a: { b: 1 } }, { a: { b: 2 } })).toBe(false);
    expect(await answersItem({ a: { b: 1 } }, { a: {} })).toBe(false);
  });

  test('false, 0, an empty text and null are values like others', async () => {
    for (const value of [false, 0, '', null]) {
      expect(await answersItem(value, value)).toBe(true);
      expect(await answersItem(value, undefined)).toBe(false);
      expect(await answersItem(value, 'other')).toBe(false);
    }
    expect(await answersItem(0, false)).toBe(false);
    expect(await answersItem(null, 0)).toBe(false);
    expect(await answersItem({}, null)).toBe(false);
    expect(await answersItem(0, -0)).toBe(true);
  });
});

describe('DESIGN: on params: arrays match whole', () => {
  test('with the same elements in the same order', async () => {
    expect(await answers({ VpcIds: ['a', 'b'] }, { VpcIds: ['a', 'b'] })).toBe(true);
    expect(await answers({ VpcIds: ['a', 'b'] }, { VpcIds: ['b', 'a'] })).toBe(false);
  });

  test('with neither more nor fewer elements', async () => {
    expect(await answers({ VpcIds: ['a'] }, { VpcIds: ['a', 'b'] })).toBe(false);
    expect(await answers({ VpcIds: ['a', 'b'] }, { VpcIds: ['a'] })).toBe(false);
    expect(await answers({ VpcIds: [] }, { VpcIds: ['a'] })).toBe(false);
    expect(await answers({ VpcIds: [] }, { VpcIds: [] })).toBe(true);
    expect(await answers({ VpcIds: [] }, {})).toBe(false);
  });

  test('objects inside an array are whole, too', async () => {
    expect(await answers({ Filters: [byName] }, { Filters: [byName] })).toBe(true);
    expect(await answers({ Filters: [{ Name: 'vpc-id' }] }, { Filters: [byName] })).toBe(false);
    expect(await answers({ Filters: [byName] }, { Filters: [byName, byState] })).toBe(false);
  });

  test('an array is no object with numbers for names', async () => {
    expect(await answersItem(['a'], { 0: 'a', length: 1 })).toBe(false);
    expect(await answersItem({ 0: 'a' }, ['a'])).toBe(false);
  });
});

describe('DESIGN: on params: undefined means absent', () => {
  test('a call must not have the member', async () => {
    expect(await answers({ NextToken: undefined }, {})).toBe(true);
    expect(await answers({ NextToken: undefined }, { NextToken: undefined })).toBe(true);
    expect(await answers({ NextToken: undefined }, { NextToken: 'more' })).toBe(false);
  });

  test('at any depth', async () => {
    expect(await answersItem({ a: { b: undefined } }, { a: { c: 1 } })).toBe(true);
    expect(await answersItem({ a: { b: undefined } }, { a: { b: 1 } })).toBe(false);
  });

  test('an undefined member of a call is no member beside the given ones', async () => {
    expect(await answers(exactly({ MaxResults: 5 }), { MaxResults: 5, NextToken: undefined })).toBe(
      true,
    );
  });
});

describe('on params: values that are no plain objects', () => {
  test('dates are compared by their time', async () => {
    const call = (StartTime: Date): Promise<unknown> =>
      ec2.send(new DescribeSpotPriceHistoryCommand({ StartTime }));
    stub(EC2Client)
      .on(DescribeSpotPriceHistoryCommand, { StartTime: new Date('2025-01-01') })
      .resolves({});
    await expect(call(new Date('2025-01-01'))).resolves.toBeDefined();
    await expect(call(new Date('2025-01-02'))).rejects.toThrow('No stub answers');
    expect(await answersItem(new Date(0), 0)).toBe(false);
    expect(await answersItem(new Date(0), new Date(0).toISOString())).toBe(false);
  });

  test('bytes are compared one by one, whatever holds them', async () => {
    const call = (PublicKeyMaterial: Uint8Array): Promise<unknown> =>
      ec2.send(new ImportKeyPairCommand({ KeyName: 'key', PublicKeyMaterial }));
    stub(EC2Client)
      .on(ImportKeyPairCommand, { PublicKeyMaterial: Uint8Array.of(1, 2, 3) })
      .resolves({});
    await expect(call(Uint8Array.of(1, 2, 3))).resolves.toBeDefined();
    await expect(call(Buffer.from([1, 2, 3]))).resolves.toBeDefined();
    await expect(call(Uint8Array.of(0, 1, 2, 3).subarray(1))).resolves.toBeDefined();
    await expect(call(Uint8Array.of(1, 2, 4))).rejects.toThrow('No stub answers');
    await expect(call(Uint8Array.of(1, 2))).rejects.toThrow('No stub answers');
  });

  test('sets are compared without regard to order', async () => {
    expect(await answersItem(new Set(['a', 'b']), new Set(['b', 'a']))).toBe(true);
    expect(await answersItem(new Set(['a']), new Set(['a', 'b']))).toBe(false);
    expect(await answersItem(new Set(['a', 'b']), new Set(['a']))).toBe(false);
    expect(await answersItem(new Set(['a', 'b']), new Set(['a', 'c']))).toBe(false);
    expect(await answersItem(new Set(['a']), ['a'])).toBe(false);
  });

  test('sets of bytes are compared by their bytes', async () => {
    const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
    expect(await answersItem(new Set([bytes(1), bytes(2)]), new Set([bytes(2), bytes(1)]))).toBe(
      true,
    );
    expect(await answersItem(new Set([bytes(1), bytes(2)]), new Set([bytes(1), bytes(3)]))).toBe(
      false,
    );
    // Each element stands for one: two equal ones are no stand-in for two others.
    expect(await answersItem(new Set([bytes(1), bytes(1)]), new Set([bytes(1), bytes(3)]))).toBe(
      false,
    );
  });

  test('maps are compared by their entries', async () => {
    expect(await answersItem(new Map([['a', 1]]), new Map([['a', 1]]))).toBe(true);
    expect(await answersItem(new Map([['a', 1]]), new Map([['a', 2]]))).toBe(false);
    expect(await answersItem(new Map([['a', 1]]), new Map([['b', 1]]))).toBe(false);
    expect(await answersItem(new Map([['a', 1]]), { a: 1 })).toBe(false);
  });

  test('lib-dynamodb’s numbers are compared by their value', async () => {
    const number = (value: string): NumberValue => NumberValue.from(value);
    expect(await answersItem(number('12345678901234567890'), number('12345678901234567890'))).toBe(
      true,
    );
    expect(await answersItem(number('12345678901234567890'), number('12345678901234567891'))).toBe(
      false,
    );
    expect(await answersItem(10n, 10n)).toBe(true);
    expect(await answersItem(10n, 11n)).toBe(false);
    expect(await answersItem(10n, 10)).toBe(false);
  });

  test('an item that is an instance of a class is compared by its members', async () => {
    class User {
      constructor(readonly id: string) {}
    }
    stub(DynamoDBDocumentClient)
      .on('Put', { Item: { id: 'anna' } })
      .resolves({});
    const put = (id: string): Promise<unknown> =>
      documents.send(new PutCommand({ TableName: 'users', Item: new User(id) as never }));
    await expect(put('anna')).resolves.toBeDefined();
    await expect(put('berta')).rejects.toThrow('No stub answers');
  });
});

describe('a copy of the parameters', () => {
  test('fits them, whatever they are; a copy with something more fits too, unless they are exact', async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.bigInt(),
        fc.boolean(),
        fc.constant(null),
        fc.date(),
        fc.uint8Array({ maxLength: 8 }),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
        fc.array(fc.string(), { minLength: 1, maxLength: 3 }).map((each) => new Set(each)),
        fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 3 }).map((each) => new Map(each)),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        // So that it takes all of these values.
        const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
          marshallOptions: { convertClassInstanceToMap: true, allowImpreciseNumbers: true },
        });
        const put = (Item: Record<string, unknown>) =>
          client.send(new PutCommand({ TableName: 'values', Item }));
        const params = { TableName: 'values', Item: { any } };
        stub(client).expects('Put', params).resolves({});
        stub(client).on('Put', exactly(params)).resolves({});
        await put({ any: structuredClone(any) });
        await put({ any: structuredClone(any) });
        await expect(put({ any: structuredClone(any), more: 1 })).rejects.toThrow();
        stub(client).on('Put', params).resolves({});
        await put({ any: structuredClone(any), more: 1 });
      }),
      { numRuns: 50 },
    );
  });
});

describe('on params', () => {
  test('are kept as they were when the stub was written', async () => {
    const params = { VpcIds: ['vpc-1'] };
    stub(EC2Client).on(DescribeVpcsCommand, params).resolves({});
    params.VpcIds.push('vpc-2');
    await expect(ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }))).resolves.toBeDefined();
  });

  test('are told apart also where thousands of stubs differ in one of them', async () => {
    for (let i = 0; i < 5000; i++) {
      stub(EC2Client)
        .on('DescribeVpcs', { VpcIds: [`vpc-${String(i)}`] })
        .resolves({ NextToken: String(i) });
    }
    for (const i of [0, 2500, 4999]) {
      const { NextToken } = await ec2.send(
        new DescribeVpcsCommand({ VpcIds: [`vpc-${String(i)}`] }),
      );
      expect(NextToken).toBe(String(i));
    }
    await expect(ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-5000'] }))).rejects.toThrow();
  });
});

describe('wrong use: on() refuses', () => {
  test('params that are a text', () => {
    expect(() =>
      stub(EC2Client).on('CreateVpc', '10.0.0.0/16' as never),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got a string.]`,
    );
  });

  test('params that are a list', () => {
    expect(() => stub(EC2Client).on('CreateVpc', ['x'])).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got a list.]`,
    );
  });

  test('params that are null', () => {
    expect(() => stub(EC2Client).on('CreateVpc', null as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got null.]`,
    );
  });

  test('a command instead of its class', () => {
    const command = new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' });
    expect(() => stub(EC2Client).on(command as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got an instance of CreateVpcCommand (give the class itself: CreateVpcCommand).]`,
    );
  });

  test('no operation', () => {
    expect(() => stub(EC2Client).on(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got nothing.]`,
    );
    expect(() => stub(EC2Client).on(null as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got null.]`,
    );
  });

  test('what is no operation', () => {
    expect(() => stub(EC2Client).on(5 as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got a number.]`,
    );
    expect(() => stub(EC2Client).on({} as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got a value of type Object.]`,
    );
    expect(() => stub(EC2Client).on(EC2Client as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got the function EC2Client.]`,
    );
  });
});
