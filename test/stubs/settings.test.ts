import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { configure, stub, UnstubbedOperationError, type Call } from '../../src/index.js';

const client = new EC2Client({});

async function describeVpcs(): Promise<string | undefined> {
  return (await client.send(new DescribeVpcsCommand({ MaxResults: 5 }))).NextToken;
}

describe("configure({ unstubbed: 'throw' })", () => {
  test('rejects, and no more: the test does not fail for it', async () => {
    configure({ unstubbed: 'throw' });
    await expect(describeVpcs()).rejects.toBeInstanceOf(UnstubbedOperationError);
  });
});

describe("configure({ unstubbed: 'empty' })", () => {
  test('answers with an empty output', async () => {
    configure({ unstubbed: 'empty' });
    const { $metadata, ...output } = await client.send(new DescribeVpcsCommand({}));
    expect(output).toEqual({});
    expect($metadata.httpStatusCode).toBe(200);
  });

  test('leaves stubs as they are', async () => {
    configure({ unstubbed: 'empty' });
    stub(EC2Client).on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'stubbed' });
    expect(await describeVpcs()).toBe('stubbed');
  });
});

describe('configure({ unstubbed: function })', () => {
  test('answers with what the function gives for the call', async () => {
    const seen: Call[] = [];
    configure({
      unstubbed: (call) => {
        seen.push(call);
        return { NextToken: `${call.service} ${call.operation}` };
      },
    });
    expect(await describeVpcs()).toBe('EC2 DescribeVpcs');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ input: { MaxResults: 5 }, attempts: 1 });
    expect(seen[0]?.client).toBe(client);
  });

  test('waits for its promise', async () => {
    configure({ unstubbed: () => Promise.resolve({ NextToken: 'promised' }) });
    expect(await describeVpcs()).toBe('promised');
  });

  test('adds $metadata to its output', async () => {
    configure({ unstubbed: () => ({}) });
    const { $metadata } = await client.send(new DescribeVpcsCommand({}));
    expect($metadata.httpStatusCode).toBe(200);
  });

  test('refuses with what it throws', async () => {
    const refusal = new Error('not today');
    configure({
      unstubbed: () => {
        throw refusal;
      },
    });
    await expect(describeVpcs()).rejects.toBe(refusal);
  });

  test('is not asked where a stub answers', async () => {
    configure({
      unstubbed: () => {
        throw new Error('was asked');
      },
    });
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    expect(await describeVpcs()).toBe('stubbed');
  });
});

describe("configure({ unstubbed: 'passthrough' })", () => {
  test('goes on to the client’s own endpoint', async () => {
    stub(EC2Client, { unstubbed: 'passthrough' });
    const requests: string[] = [];
    const local = new EC2Client({
      requestHandler: {
        handle: (request: { hostname: string }) => {
          requests.push(request.hostname);
          return Promise.reject(new Error('answered by the handler'));
        },
      },
      maxAttempts: 1,
    });
    await expect(local.send(new DescribeVpcsCommand({}))).rejects.toThrow(
      'answered by the handler',
    );
    expect(requests).toEqual(['ec2.us-east-1.amazonaws.com']);
    expect(local).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('stub(target, settings)', () => {
  test('holds for that target only', async () => {
    configure({ unstubbed: 'throw' });
    stub(EC2Client, { unstubbed: 'empty' });
    expect(await describeVpcs()).toBeUndefined();
    await expect(new S3Client({}).send(new ListBucketsCommand({}))).rejects.toThrow('No stub');
  });

  test('of an instance comes before its class, and both before configure()', async () => {
    stub(client, { unstubbed: () => ({ NextToken: 'instance' }) });
    stub(EC2Client, { unstubbed: () => ({ NextToken: 'class' }) });
    configure({ unstubbed: () => ({ ContinuationToken: 'everyone' }) });
    expect(await describeVpcs()).toBe('instance');
    const other = await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(other.NextToken).toBe('class');
    const third = await new S3Client({}).send(new ListBucketsCommand({}));
    expect(third).toMatchObject({ ContinuationToken: 'everyone' });
  });

  test('said again, the last holds', async () => {
    stub(EC2Client, { unstubbed: 'throw' });
    stub('EC2', { unstubbed: () => ({ NextToken: 'last' }) });
    expect(await describeVpcs()).toBe('last');
  });

  test('undefined leaves the setting to the next target', async () => {
    configure({ unstubbed: 'empty' });
    stub(EC2Client, { unstubbed: undefined });
    expect(await describeVpcs()).toBeUndefined();
  });
});

describe('wrong use: settings refuse', () => {
  test('what is no object', () => {
    expect(() => {
      configure('throw' as never);
    }).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: configure() takes an object of settings, such as { unstubbed: 'throw' }.]`,
    );
    expect(() => {
      configure(undefined as never);
    }).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: configure() takes an object of settings, such as { unstubbed: 'throw' }.]`,
    );
    expect(() => stub(EC2Client, null as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client) takes an object of settings, such as { unstubbed: 'throw' }.]`,
    );
  });

  test('a name that there is not', () => {
    expect(() => {
      configure({ unstubed: 'throw' } as never);
    }).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: configure(): there is no setting 'unstubed'. Did you mean 'unstubbed'?]`,
    );
    expect(() => stub(EC2Client, { retries: 3 } as never)).toThrow(
      /^stub\(EC2Client\): there is no setting 'retries'\. The settings are: .*unstubbed/,
    );
  });

  test('a value that there is not', () => {
    expect(() => {
      configure({ unstubbed: 'warn' as never });
    }).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: configure(): 'unstubbed' is one of 'fail', 'throw', 'empty', 'passthrough', or a function of the call.]`,
    );
    expect(() => stub(EC2Client, { unstubbed: true as never })).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client): 'unstubbed' is one of 'fail', 'throw', 'empty', 'passthrough', or a function of the call.]`,
    );
  });
});

describe('settings of one stub', () => {
  test('switch its checks off, and no other’s', async () => {
    const ec2 = new EC2Client({});
    stub(ec2).on('DescribeVpcs', { Unheard: 1 }, { validate: false }).resolves({ Unheard: 2 });
    const output = await ec2.send(new DescribeVpcsCommand({ Unheard: 1 } as object));
    expect(output).toMatchObject({ Unheard: 2 });
    expect(() => stub(ec2).on('DescribeVpcs', { Unheard: 1 })).toThrow('no such member');
  });

  test('are these four, and the error for others says so', () => {
    expect(() => stub(EC2Client).on('DescribeVpcs', {}, { unstubbed: 'throw' } as object)).toThrow(
      "stub(EC2Client).on(): there is no setting 'unstubbed'. The settings are: delivery, unknownMembers, unused, validate.",
    );
  });
});
