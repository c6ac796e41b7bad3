import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { stub, type Settings } from '../../src/index.js';

const client = new EC2Client({});

describe('answers(function)', () => {
  test('answers with what the function makes of the input', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .answers(({ CidrBlock }) => ({ Vpc: { VpcId: 'vpc-1', CidrBlock } }));
    const output = await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(output).toMatchObject({
      Vpc: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' },
      $metadata: { httpStatusCode: 200 },
    });
  });

  test('waits for a promise of an output', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .answers(async ({ CidrBlock }) => {
        await Promise.resolve();
        return { Vpc: { CidrBlock } };
      });
    const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(Vpc?.CidrBlock).toBe('10.0.0.0/16');
  });

  test('refuses with what the function throws, or its promise rejects with', async () => {
    const refusal = new Error('no capacity');
    stub(EC2Client)
      .on(CreateVpcCommand)
      .answersOnce(() => {
        throw refusal;
      })
      .answersOnce(() => Promise.reject(refusal));
    await expect(client.send(new CreateVpcCommand({}))).rejects.toBe(refusal);
    await expect(client.send(new CreateVpcCommand({}))).rejects.toBe(refusal);
    expect(
      stub(EC2Client)
        .calls()
        .map(({ error }) => error),
    ).toEqual([refusal, refusal]);
  });

  test('answers with an empty output where the function gives none', async () => {
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers(() => undefined);
    const { $metadata, ...output } = await client.send(new DescribeVpcsCommand({}));
    expect(output).toEqual({});
    expect($metadata.httpStatusCode).toBe(200);
  });

  test('gives the function the client that was called, and the call', async () => {
    const seen: unknown[] = [];
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers((_input, { client, call }) => {
        seen.push(client, call.service, call.operation, call.input);
        return {};
      });
    await client.send(new DescribeVpcsCommand({ MaxResults: 5 }));
    expect(seen).toEqual([client, 'EC2', 'DescribeVpcs', { MaxResults: 5 }]);
    expect(seen[0]).toBe(client);
  });

  test('gives the call that stub(target).calls() will show', async () => {
    let seen: unknown;
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers((_input, { call }) => {
        seen = call;
        return {};
      });
    await client.send(new DescribeVpcsCommand({}));
    expect(stub(EC2Client).calls()[0]).toBe(seen);
  });

  test('gives the function a copy of the input: changing it changes neither call nor caller', async () => {
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers((input) => {
        input.VpcIds!.push('vpc-2');
        input.MaxResults = 1000;
        return {};
      });
    const input = { VpcIds: ['vpc-1'], MaxResults: 5 };
    await client.send(new DescribeVpcsCommand(input));
    expect(input).toEqual({ VpcIds: ['vpc-1'], MaxResults: 5 });
    expect(stub(EC2Client).calls()[0]?.input).toEqual({ VpcIds: ['vpc-1'], MaxResults: 5 });
  });

  test('may call clients itself', async () => {
    const ec2 = stub(EC2Client);
    ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });
    ec2.on(CreateVpcCommand).answers(async (_input, { client }) => {
      const { Vpcs } = await client.send(new DescribeVpcsCommand({}));
      return { Vpc: Vpcs?.[0] };
    });
    const { Vpc } = await client.send(new CreateVpcCommand({}));
    expect(Vpc?.VpcId).toBe('vpc-1');
    expect(ec2).toHaveCalledOperationsInOrder(['CreateVpc', 'DescribeVpcs']);
  });

  test('may stub what comes next', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .answers(({ CidrBlock }) => {
        const Vpc = { VpcId: 'vpc-1', CidrBlock };
        stub(EC2Client)
          .on(DescribeVpcsCommand, { VpcIds: ['vpc-1'] })
          .resolves({ Vpcs: [Vpc] });
        return { Vpc };
      });
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const { Vpcs } = await client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
    expect(Vpcs?.[0]?.CidrBlock).toBe('10.0.0.0/16');
  });
});

describe('wrong use: answers() refuses', () => {
  test('an output', () => {
    const on = stub(EC2Client).on('DescribeVpcs');
    expect(() => on.answers({ Vpcs: [] } as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().answers() takes a function of the input; write .resolves({ … }) for an output.]`,
    );
    expect(() => on.answersOnce(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on().answersOnce() takes a function of the input; write .resolves({ … }) for an output.]`,
    );
  });

  test.each([
    ['null', null, 'null; give an object'],
    ['a number', 5, '5; give an object'],
    ['false', false, 'a boolean; give an object'],
    ['a text', 'vpc-1', 'a string; give an object'],
    ['a list', [{}], 'a list; give an object'],
    ['an error', new Error('no'), 'an Error; throw it to refuse the call.'],
  ])(
    'a function that gives %s, which fails the test, from unstubbed too',
    async (_, given, says) => {
      const message = `The answer to EC2 DescribeVpcs is no output: it is ${says}`;
      const call = (settings: Settings = {}) => {
        stub(EC2Client, settings);
        return client.send(new DescribeVpcsCommand({}));
      };
      await expect(call({ unstubbed: (() => given) as never })).rejects.toThrow(message);
      await expect(call({ delivery: 'wire' })).rejects.toThrow(message);
      stub(EC2Client)
        .on('DescribeVpcs')
        .answers((() => given) as never);
      await expect(call()).rejects.toThrow(message);
      await expect(call({ delivery: 'direct' })).rejects.toThrow(message);
      expect(currentScope().violations.splice(0).map(String)).toEqual(
        Array.from({ length: 4 }, () => expect.stringContaining(message) as string),
      );
    },
  );

  test.each(['direct', 'wire'] as const)(
    'details that no error has for error(): %s',
    async (delivery) => {
      stub(EC2Client, { delivery, unstubbed: 'throw' })
        .on('DescribeVpcs')
        .answers((_, { error }) => {
          throw error('InvalidVpcID.NotFound', { $metadata: { httpStatus: 404 } });
        });
      const refused = client.send(new DescribeVpcsCommand({}));
      await expect(refused).rejects.toThrow(
        'A stub answered EC2 DescribeVpcs with error(): InvalidVpcID.NotFound cannot have these members:\n\n' +
          '  $metadata.httpStatus: no such member; allowed: httpStatusCode, attempts',
      );
      expect(currentScope().violations.splice(0)).toHaveLength(1);
    },
  );

  test('a message in place of a code for error()', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers((_input, { error }) => {
        throw error('it went wrong');
      });
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow(
      "error() takes an error's code, which has no spaces, but got 'it went wrong'.",
    );
    expect(currentScope().violations.splice(0)).toHaveLength(1);
  });
});
