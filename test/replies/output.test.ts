import {
  DescribeVolumesCommand,
  DescribeVpcsCommand,
  EC2Client,
  GetPasswordDataCommand,
} from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { stub } from '../../src/index.js';

const client = new EC2Client({});
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

async function describeVpcs() {
  return client.send(new DescribeVpcsCommand({}));
}

describe('DESIGN: one reply for several calls: each caller gets its own copy', () => {
  test('so that changing one output changes no other', async () => {
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', Tags: [{ Key: 'Name', Value: 'one' }] }] });
    const first = await describeVpcs();
    first.Vpcs![0]!.Tags![0]!.Value = 'changed';
    first.Vpcs!.push({ VpcId: 'vpc-2' });

    const second = await describeVpcs();
    expect(second.Vpcs).toEqual([{ VpcId: 'vpc-1', Tags: [{ Key: 'Name', Value: 'one' }] }]);
  });

  test('and changing what was given to resolves() afterwards changes nothing', async () => {
    const output = { Vpcs: [{ VpcId: 'vpc-1' }] };
    stub(EC2Client).on(DescribeVpcsCommand).resolves(output);
    output.Vpcs.push({ VpcId: 'vpc-2' });
    expect((await describeVpcs()).Vpcs).toEqual([{ VpcId: 'vpc-1' }]);
  });

  test('also of once-replies and expectations', async () => {
    const output = { Vpcs: [{ VpcId: 'vpc-1' }] };
    const ec2 = stub(EC2Client);
    ec2.on(DescribeVpcsCommand).resolvesOnce(output);
    ec2.expects(DescribeVpcsCommand).resolves(output);
    const [first, second] = await Promise.all([describeVpcs(), describeVpcs()]);
    expect(first.Vpcs).toEqual(second.Vpcs);
    expect(first.Vpcs).not.toBe(second.Vpcs);
    expect(first.Vpcs?.[0]).not.toBe(second.Vpcs?.[0]);
  });

  test('also of what a function gives each time', async () => {
    const shared = { Vpcs: [{ VpcId: 'vpc-1' }] };
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers(() => shared);
    (await describeVpcs()).Vpcs!.pop();
    expect((await describeVpcs()).Vpcs).toHaveLength(1);
    expect(shared).toEqual({ Vpcs: [{ VpcId: 'vpc-1' }] });
  });

  test('with dates of its own', async () => {
    const CreateTime = new Date(0);
    stub(EC2Client)
      .on(DescribeVolumesCommand)
      .resolves({ Volumes: [{ CreateTime }] });
    const describe = new DescribeVolumesCommand({});
    const [one, other] = [await client.send(describe), await client.send(describe)];
    one.Volumes![0]!.CreateTime!.setFullYear(2000);
    expect(other).toMatchObject({ Volumes: [{ CreateTime: new Date(0) }] });
    expect(CreateTime).toEqual(new Date(0));
  });

  test('with bytes, sets and maps of its own', async () => {
    const Item = {
      bytes: Uint8Array.of(1, 2, 3),
      buffer: Buffer.from('abc'),
      set: new Set(['a']),
      map: { key: { deep: [1] } },
    };
    stub(DynamoDBDocumentClient).on(GetCommand).resolves({ Item });
    const get = new GetCommand({ TableName: 't', Key: { id: 1 } });
    const [one, other] = [await documents.send(get), await documents.send(get)];
    const read = { ...Item, buffer: new Uint8Array(Item.buffer) };
    for (const output of [one, other]) expect(output.Item).toEqual(read);
    for (const name of ['bytes', 'buffer', 'set', 'map'] as const) {
      expect(one.Item?.[name]).not.toBe(Item[name]);
      expect(one.Item?.[name]).not.toBe(other.Item?.[name]);
    }
    one.Item!['bytes'][0] = 9;
    one.Item!['buffer'][0] = 9;
    one.Item!['map'].key.deep.push(2);
    expect((await documents.send(get)).Item).toEqual(read);
  });

  test('for any output: an equal one, and no part of it shared', async () => {
    // `convertMap` of @aws-sdk/util-dynamodb loses a member of this name, with AWS's answers as well.
    const key = fc.string().filter((each) => each !== '__proto__');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 8 }),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.string(), { minLength: 1, maxLength: 4 }).map((each) => new Set(each)),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
        const given = { Item: { any } };
        stub(client).on('Get').resolves(given);
        const get = new GetCommand({ TableName: 't', Key: { id: 1 } });
        const [one, other] = [await client.send(get), await client.send(get)];
        expect({ Item: one.Item }).toStrictEqual(given);
        const parts = [partsOf(given), partsOf(one.Item), partsOf(other.Item)].flat();
        expect(new Set(parts).size).toBe(parts.length);
      }),
      { numRuns: 50 },
    );
  });
});

/** Every object inside a value. */
function partsOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...(ArrayBuffer.isView(value) ? [] : Object.values(value).flatMap(partsOf))];
}

describe('an output', () => {
  test('DESIGN: plus $metadata with a 200 and a request id', async () => {
    stub(EC2Client).on(DescribeVpcsCommand).resolves({ Vpcs: [] });
    const { $metadata } = await describeVpcs();
    expect($metadata).toEqual({
      httpStatusCode: 200,
      requestId: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      extendedRequestId: undefined,
      cfId: undefined,
      attempts: 1,
      totalRetryDelay: 0,
    });
  });

  test('has a request id that no other has', async () => {
    stub(EC2Client).on(DescribeVpcsCommand).resolves({ Vpcs: [] });
    const [one, other] = [await describeVpcs(), await describeVpcs()];
    expect(one.$metadata.requestId).not.toBe(other.$metadata.requestId);
  });

  test('keeps the $metadata that it was given, and gets the rest', async () => {
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .resolves({ $metadata: { httpStatusCode: 206, attempts: 3 } });
    const { $metadata } = await describeVpcs();
    expect($metadata).toMatchObject({ httpStatusCode: 206, attempts: 3, totalRetryDelay: 0 });
    expect($metadata.requestId).toBeDefined();
  });

  test('is empty where resolves() got none, and where no reply was chained', async () => {
    stub(EC2Client).on(DescribeVpcsCommand).resolves();
    stub(EC2Client).on(GetPasswordDataCommand);
    for (const command of [
      new DescribeVpcsCommand({}),
      new GetPasswordDataCommand({ InstanceId: 'i-1' }),
    ]) {
      const { $metadata, ...output } = await client.send(command as DescribeVpcsCommand);
      expect(output).toEqual({});
      expect($metadata.httpStatusCode).toBe(200);
    }
  });

  test('of a document client holds what a table can hold: an instance comes back as a map', async () => {
    class Money {
      constructor(readonly cents: number) {}
    }
    stub(DynamoDBDocumentClient)
      .on('Get')
      .resolves({ Item: { price: new Money(5) } });
    const { Item } = await documents.send(new GetCommand({ TableName: 't', Key: { id: 1 } }));
    expect(Item).toStrictEqual({ price: { cents: 5 } });
  });

  test('of a document client cannot hold a Date, which DynamoDB has no type for', () => {
    const Item = { order: { placed: [new Date(0)] } };
    expect(() => stub(DynamoDBDocumentClient).on('Get').resolves({ Item })).toThrow(
      'Item.order.placed[0]: DynamoDB has no type for a Date; give a string or a number',
    );
  });
});

describe('wrong use: resolves() refuses', () => {
  const on = () => stub(EC2Client).on('DescribeVpcs');

  test('an error', () => {
    expect(() => on().resolves(new Error('no') as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output; write .rejects(error) to refuse the call.]`,
    );
  });

  test('a function', () => {
    expect(() => on().resolves(() => ({}))).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output; write .answers((input) => ({ … })) for a function of the input.]`,
    );
  });

  test('what is no object', () => {
    expect(() => on().resolves('vpc-1' as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got a string.]`,
    );
    expect(() => on().resolves(null as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got null.]`,
    );
    expect(() => on().resolves([{}] as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got a list.]`,
    );
    expect(() => on().resolves(true as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolves() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got a boolean.]`,
    );
  });

  test('the same, once', () => {
    expect(() => on().resolvesOnce('vpc-1' as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().resolvesOnce() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got a string.]`,
    );
  });
});

describe('an output that is still to come', () => {
  test('is waited for at the call, and each caller gets a copy of its own', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce(Promise.resolve({ Vpcs: [{ VpcId: 'once' }] }))
      .resolves(Promise.resolve({ Vpcs: [{ VpcId: 'always' }] }));
    const describe = () => client.send(new DescribeVpcsCommand({}));
    expect((await describe()).Vpcs?.[0]?.VpcId).toBe('once');
    const [one, other] = [await describe(), await describe()];
    expect(one.$metadata.httpStatusCode).toBe(200);
    one.Vpcs!.pop();
    expect(other.Vpcs?.[0]?.VpcId).toBe('always');
  });

  test('refuses the call where it is rejected, and nothing before that', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves(Promise.reject(new Error('no VPCs')));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow('no VPCs');
  });

  test('is checked when it is there', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves(Promise.resolve({ Vpc: [] }));
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow('Vpc: no such member');
    expect(currentScope().violations.splice(0)).toHaveLength(1);
  });
});
