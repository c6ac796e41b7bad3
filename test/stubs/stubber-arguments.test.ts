import { EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { configure, stub, Stubber, UnstubbedOperationError } from '../../src/index.js';

const ec2 = new EC2Client({});
const s3 = new S3Client({});
const object = { Bucket: 'b', Key: 'k' };
const getObject = (): Promise<unknown> => s3.send(new GetObjectCommand(object));

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}

describe('addClientError refuses', () => {
  const add = (...args: unknown[]): string =>
    messageOf(() =>
      (new Stubber(ec2).addClientError as (...all: unknown[]) => unknown).call(
        new Stubber(ec2),
        'CreateVpc',
        ...args,
      ),
    );
  const example = "{ code: 'NoSuchKey', message: 'No such key.' }";

  test.each([
    [
      ['VpcLimitExceeded'],
      `takes an object after the operation, such as ${example}, but got a string.`,
    ],
    [[null], `takes an object after the operation, such as ${example}, but got null.`],
    [[['a']], `takes an object after the operation, such as ${example}, but got a list.`],
    [[{ code: 'A' }, 'message'], `takes one object after the operation, such as ${example}.`],
  ])('%j: it takes one object', (args, message) => {
    expect(add(...args)).toBe(`WrongUseError: Stubber.addClientError() ${message}`);
  });

  test.each([
    ['serviceErrorCode', 'code'],
    ['service_error_code', 'code'],
    ['service_message', 'message'],
    ['expected_params', 'expectedParams'],
    ['httpStatusCod', 'httpStatusCode'],
    ['modelledFields', 'modeledFields'],
  ])("%s, botocore's name or a misspelt one: here it is %s", (name, here) => {
    expect(add({ [name]: 'x' })).toBe(
      `WrongUseError: Stubber.addClientError() has no ${name}. Did you mean ${here}?`,
    );
  });

  test('what it does not know at all', () => {
    expect(add({ zebra: 1 })).toBe(
      'WrongUseError: Stubber.addClientError() has no zebra. It takes: code, message, httpStatusCode, errorMeta, expectedParams, responseMeta, modeledFields.',
    );
  });

  test.each([
    [{ httpStatusCode: '404' }, ': httpStatusCode is a number, but got a string.'],
    [{ code: 404 }, ': code is a string, but got 404.'],
    [{ errorMeta: null }, ': errorMeta is an object, but got null.'],
  ])('%j', (options, message) => {
    expect(add(options)).toBe(`WrongUseError: Stubber.addClientError()${message}`);
  });
});

describe('a status that is none of an error', () => {
  const problem = (status: number): string =>
    `$metadata.httpStatusCode: expected the status of an error, a whole number from 300 to 599, got ${String(status)}`;

  test.each([200, 299, 600, 404.5])('is refused: %d', (status) => {
    const code = 'VpcLimitExceeded';
    const add = (): unknown =>
      new Stubber(ec2).addClientError('CreateVpc', { code, httpStatusCode: status });
    const write = (): unknown =>
      stub(EC2Client)
        .on('CreateVpc')
        .rejects(code, { $metadata: { httpStatusCode: status } });
    expect(messageOf(add)).toContain(`InvalidStubError: Stubber.addClientError(): ${code} cannot`);
    expect(messageOf(add)).toContain(problem(status));
    expect(messageOf(write)).toContain(problem(status));
  });

  test('is refused from a function', async () => {
    stub(S3Client)
      .on('GetObject')
      .answers((_, { error }) => {
        throw error('SlowDown', { $metadata: { httpStatusCode: 200 } });
      });
    const told = await getObject().catch(String);
    expect(told).toContain(problem(200));
    expect(currentScope().violations.splice(0)).toHaveLength(1);
  });

  test('is taken up to 599, from 300 on', async () => {
    for (const httpStatusCode of [300, 503, 599]) {
      new Stubber(s3).addClientError('GetObject', { code: 'SlowDown', httpStatusCode }).activate();
      await expect(getObject()).rejects.toMatchObject({ $metadata: { httpStatusCode } });
    }
  });
});

describe('errorMeta', () => {
  test('has a Code and a Message that hold, as in botocore', async () => {
    new Stubber(s3)
      .addClientError('GetObject', {
        code: 'Other',
        message: 'other',
        errorMeta: { Code: 'NoSuchKey', Message: 'No such key.' },
      })
      .activate();
    const error = await getObject().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoSuchKey);
    expect(error).toBeAwsError('NoSuchKey', { message: 'No such key.' });
  });

  test('has values of any type and depth, which stay as they are', async () => {
    const errorMeta = { Count: 5, Flag: true, List: [1, { a: 'b' }], Nested: { a: { b: 1 } } };
    new Stubber(s3).addClientError('GetObject', { code: 'SlowDown', errorMeta }).activate();
    await expect(getObject()).rejects.toMatchObject({ name: 'SlowDown', ...errorMeta });
  });
});

describe('expected parameters with a body', () => {
  const put = (Body: unknown): Promise<unknown> =>
    s3.send(new PutObjectCommand({ ...object, Body: Body as string }));
  const kinds: [string, () => unknown][] = [
    ['a Blob', () => new Blob(['hello'])],
    ['a stream', () => Readable.from([Buffer.from('hel'), Buffer.from('lo')])],
    ['a web stream', () => new Blob(['hello']).stream()],
  ];

  test.each(kinds)('%s are compared by its bytes', async (_kind, body) => {
    const Body = body() as never;
    const stubber = new Stubber(s3)
      .addResponse('PutObject', { ETag: '"1"' }, { ...object, Body })
      .activate();
    await expect(put('hellO')).rejects.toMatchObject({ reason: 'parameters' });
    await expect(put(Buffer.from('hello'))).resolves.toMatchObject({ ETag: '"1"' });
    stubber.addResponse('PutObject', { ETag: '"2"' }, { ...object, Body });
    await expect(put(Readable.from(['hello']))).resolves.toMatchObject({ ETag: '"2"' });
    stubber.addResponse('PutObject', { ETag: '"3"' }, { ...object, Body });
    await expect(put('hello')).resolves.toMatchObject({ ETag: '"3"' });
  });

  test('a stub of on() is found by it', async () => {
    stub(S3Client)
      .on('PutObject', { Body: new Blob(['hello']) as never })
      .resolves({ ETag: '"1"' });
    await expect(put('hello')).resolves.toMatchObject({ ETag: '"1"' });
    await expect(put('other')).rejects.toBeInstanceOf(UnstubbedOperationError);
  });
});

describe('expected parameters that never end', () => {
  test('hold back no test but their own', async () => {
    const endless = new Readable({ read: () => undefined });
    stub(S3Client)
      .on('PutObject', { Body: endless as never })
      .resolves({});
    await expect(
      Promise.race([getObject(), new Promise((resolve) => setTimeout(resolve, 50, 'held back'))]),
    ).resolves.toBe('held back');
    later.push(endless);
  });

  test('the next test', async () => {
    expect(later).toHaveLength(1);
    stub(S3Client).on('GetObject').resolves({ ETag: '"1"' });
    await expect(getObject()).resolves.toMatchObject({ ETag: '"1"' });
    later.pop()?.destroy();
  });

  const later: Readable[] = [];
});

describe('the reason of a refusal', () => {
  const createVpc = (stubber: Stubber, CidrBlock = '10.0.0.0/16'): Promise<unknown> => {
    const { CreateVpcCommand } = commands;
    return stubber.using(() => ec2.send(new CreateVpcCommand({ CidrBlock })));
  };
  let commands: typeof import('@aws-sdk/client-ec2');
  beforeEach(async () => {
    commands = await import('@aws-sdk/client-ec2');
  });

  test('of a Stubber: it was given nothing', async () => {
    await expect(createVpc(new Stubber(ec2))).rejects.toMatchObject({
      reason: 'unstubbed',
      message: expect.stringMatching(/It was given no answer\.$/) as string,
    });
  });

  test('of a Stubber: every answer was used', async () => {
    const stubber = new Stubber(ec2).addResponse('CreateVpc', {});
    await createVpc(stubber);
    await expect(createVpc(stubber)).rejects.toMatchObject({
      reason: 'used-up',
      message: expect.stringMatching(/Its queue is empty: every answer was used\.$/) as string,
    });
  });

  test('of a Stubber: another call is next, or has other parameters', async () => {
    const stubber = new Stubber(ec2)
      .addResponse('CreateVpc', {}, { CidrBlock: '10.1.0.0/16' })
      .addResponse('DescribeVpcs', {});
    await expect(createVpc(stubber)).rejects.toMatchObject({ reason: 'parameters' });
    await expect(createVpc(stubber, '10.1.0.0/16')).rejects.toThrow(
      '1 answer of a Stubber was not',
    );
    await expect(createVpc(stubber)).rejects.toMatchObject({ reason: 'order' });
  });

  test('of stubs', async () => {
    const call = (CidrBlock: string): Promise<unknown> =>
      ec2.send(new commands.CreateVpcCommand({ CidrBlock }));
    await expect(call('10.0.0.0/16')).rejects.toMatchObject({ reason: 'unstubbed' });
    stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolvesOnce({});
    await expect(call('10.1.0.0/16')).rejects.toMatchObject({ reason: 'parameters' });
    await call('10.0.0.0/16');
    await expect(call('10.0.0.0/16')).rejects.toMatchObject({ reason: 'used-up' });
    stub(EC2Client).expects('DescribeVpcs').resolves({});
    stub(EC2Client).expects('CreateVpc').resolves({});
    await expect(call('10.9.0.0/16')).rejects.toMatchObject({ reason: 'order' });
    stub(EC2Client).reset();
  });
});

test("a response's ResponseMetadata is called by its name here", () => {
  const add = (): unknown => new Stubber(ec2).addResponse('CreateVpc', { ResponseMetadata: {} });
  expect(messageOf(add)).toBe(
    'WrongUseError: Stubber.addResponse() takes ResponseMetadata by its name in this SDK: $metadata, with httpStatusCode and requestId.',
  );
});

describe('a refusal of the input', () => {
  test('can be asserted on, where refusals are only thrown', async () => {
    new Stubber(s3).addResponse('GetObject', {}).activate().deactivate();
    const stubber = new Stubber(s3).addResponse('GetObject', {});
    const call = stubber.using(() => s3.send(new GetObjectCommand({ Bucket: 'b' } as never)));
    await expect(call).rejects.toThrow('Key: missing, and required');
    await stubber.using(getObject);
  });
});

describe('using a Stubber for a block', () => {
  test('deactivates it at its end', async () => {
    const stubber = new Stubber(s3).addResponse('GetObject', { ETag: '"1"' }).activate();
    await getObject();
    stubber[Symbol.dispose]();
    const again = new Stubber(s3).addResponse('GetObject', { ETag: '"2"' }).activate();
    await getObject();
    await again[Symbol.asyncDispose]();
    await expect(getObject()).rejects.toMatchObject({ reason: 'unstubbed' });
  });
});
