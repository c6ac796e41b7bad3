import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateSessionCommand,
  InvalidObjectState,
  PutObjectCommand,
  RenameObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DynamoDBDocumentClient,
  GetCommand,
  NumberValue,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { Upload } from '@aws-sdk/lib-storage';
import { SendMessageCommand, SQSClient } from 'sqs-3.600';
import { afterEach, describe, expect, test } from 'vitest';
import {
  currentScope,
  OpenCall,
  RequestIds,
  type ClientLike,
  type CommandLike,
} from '../../src/calls/index.js';
import {
  ANY,
  configure,
  exactly,
  InvalidInputError,
  InvalidStubError,
  stub,
  Stubber,
  type ErrorDetails,
} from '../../src/index.js';
import { printProblems, problemsOf, type Rules } from '../../src/model/index.js';
import { shapeOf } from '../../src/model/schema.js';
import { inputError } from '../../src/stubs/index.js';
import { messageOf } from '../message-of.js';

const ec2 = new EC2Client({});
const s3 = new S3Client({});
const dynamodb = new DynamoDBClient({});
const documents = DynamoDBDocumentClient.from(dynamodb);

/** The lines of a refusal that say what is wrong, without what is said before and after them. */
async function linesOf(failing: (() => unknown) | Promise<unknown>): Promise<string> {
  const message = await messageOf(failing);
  return message.split('\n\n')[1]!.replace(/^ {2}/gm, '');
}

/** What is wrong with an output. */
function inOutput(client: object, operation: string, output: object): Promise<string> {
  return linesOf(() => stub(client).on(operation).resolves(output));
}

/** What is wrong with the parameters of a stub. */
function inParams(client: object, operation: string, params: object): Promise<string> {
  return linesOf(() => stub(client).on(operation, params));
}

/** What is wrong with a value of a schema as none of the installed clients has it. */
function inValueOf(schema: unknown, value: unknown, rules: Rules = { required: true }): string {
  return printProblems(problemsOf(shapeOf(schema), value, rules), '');
}

/** What a call would be refused with, and the test would fail with at its end. */
function refusalOf(client: ClientLike, command: CommandLike): Promise<string> {
  const error = inputError(new OpenCall(client, command, new RequestIds()));
  return messageOf(() => {
    if (error !== undefined) throw error;
  });
}

/** What is wrong with a call's input. */
async function inInput(client: ClientLike, command: CommandLike): Promise<string> {
  return linesOf(Promise.reject(inputError(new OpenCall(client, command, new RequestIds()))!));
}

/** Takes away what would fail this test at its end, which a user's test cannot. */
function takeViolations(): Error[] {
  return currentScope().violations.splice(0);
}

/** What Jest and vm threads have: a value of other classes than the test's. */
function ofAnotherRealm(code: string): object {
  return runInNewContext(`(${code})`) as object;
}

const structure = (names: string[], members: unknown[], required?: number) =>
  [3, 'ns', 'Parent', 0, names, members, required] as const;

describe('DESIGN: an output that the operation could not give', () => {
  test('is refused as it is written', async () => {
    const stubbing = () =>
      stub(EC2Client)
        .on(DescribeVpcsCommand)
        .resolves({ Vpc: [{ VpcId: 'vpc-1' }] } as object);
    expect(stubbing).toThrow(InvalidStubError);
    expect(await messageOf(stubbing)).toMatchInlineSnapshot(`
      "InvalidStubError: stub(EC2Client).on().resolves(): DescribeVpcs cannot answer this output:

        Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
  });

  test('is refused for a once-reply, a page and an expectation, too', async () => {
    const stubs = stub(ec2);
    expect(await messageOf(() => stubs.on('DescribeVpcs').resolvesOnce({ Vpc: [] })))
      .toMatchInlineSnapshot(`
        "InvalidStubError: stub(ec2).on().resolvesOnce(): DescribeVpcs cannot answer this output:

          Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)

        For a service that is off its model: stub(ec2, { validate: false })."
      `);
    expect(
      await messageOf(() => stubs.on('DescribeVpcs').resolvesPages([{ Vpcs: [] }, { Vpc: [] }])),
    ).toMatchInlineSnapshot(`
      "InvalidStubError: stub(ec2).on().resolvesPages(): DescribeVpcs cannot answer this output:

        Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)

      For a service that is off its model: stub(ec2, { validate: false })."
    `);
    const expectation = stubs.expects('DescribeVpcs');
    expect(await messageOf(() => expectation.resolves({ Vpc: [] }))).toMatchInlineSnapshot(`
      "InvalidStubError: stub(ec2).expects().resolves(): DescribeVpcs cannot answer this output:

        Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)

      For a service that is off its model: stub(ec2, { validate: false })."
    `);
    expectation.resolves({ Vpcs: [] });
    await ec2.send(new DescribeVpcsCommand({}));
  });

  test('is told everything that is wrong with it, in its order', async () => {
    const Vpcs = [
      {
        VpcId: 5,
        Tags: [
          { Key: 'Name', Value: 'main' },
          { Nmae: 'team', Value: true },
        ],
      },
      'vpc-2',
      { IsDefault: 'yes', CidrBlockAssociationSet: { State: 'associated' }, CidrBlock: null },
    ];
    const output = { Vpcs, NextPage: 'x' };
    expect(await inOutput(ec2, 'DescribeVpcs', output)).toMatchInlineSnapshot(`
      "Vpcs[0].VpcId: expected a string, got the number 5
      Vpcs[0].Tags[1].Nmae: no such member; allowed: Key, Value
      Vpcs[0].Tags[1].Value: expected a string, got the boolean true
      Vpcs[1]: expected a structure (Vpc), got the string "vpc-2"
      Vpcs[2].IsDefault: expected a boolean, got the string "yes"
      Vpcs[2].CidrBlockAssociationSet: expected a list, got an object
      Vpcs[2].CidrBlock: null is no value; leave it out, or give undefined
      NextPage: no such member; allowed: NextToken, Vpcs"
    `);
  });

  test('may have $metadata, of which nothing is asked', async () => {
    const $metadata = { httpStatusCode: 206, mine: true };
    stub(ec2).on(DescribeVpcsCommand).resolves({ $metadata });
    expect((await ec2.send(new DescribeVpcsCommand({}))).$metadata).toMatchObject($metadata);
  });

  test('leaves no reply behind', async () => {
    const stubs = stub(ec2).on('DescribeVpcs');
    expect(() => stubs.resolvesOnce({ Vpc: [] })).toThrow(InvalidStubError);
    stubs.resolves({ NextToken: 'right' });
    expect(await ec2.send(new DescribeVpcsCommand({}))).toMatchObject({ NextToken: 'right' });
  });

  test('has values, no matchers', async () => {
    expect(await inOutput(ec2, 'DescribeVpcs', { NextToken: ANY })).toMatch(
      /^NextToken: expected a string, got /,
    );
    expect(await inOutput(ec2, 'DescribeVpcs', { Vpcs: expect.any(Array) as object })).toMatch(
      /^Vpcs: expected a list, got /,
    );
  });
});

describe('an output that can be looked at only once it is given', () => {
  afterEach(takeViolations);
  const refusal = () => messageOf(ec2.send(new DescribeVpcsCommand({})));

  test('is refused where a function gives it, and fails the test', async () => {
    stub(ec2)
      .on('DescribeVpcs')
      .answers(() => ({ Vpc: [] }));
    expect(await refusal()).toMatchInlineSnapshot(`
      "InvalidStubError: The stub of EC2: DescribeVpcs cannot answer this output:

        Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)"
    `);
    expect(takeViolations()).toMatchObject([{ code: 'INVALID_STUB' }]);
  });

  test('is refused where it was written for every service', async () => {
    stub().on('DescribeVpcs').resolves({ Vpc: [] });
    expect(await refusal()).toMatchInlineSnapshot(`
      "InvalidStubError: The stub of EC2: DescribeVpcs cannot answer this output:

        Vpc: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)"
    `);
    expect(takeViolations()).toMatchObject([{ code: 'INVALID_STUB' }]);
  });

  test('is refused where the setting for unstubbed calls gives it', async () => {
    configure({ unstubbed: () => ({ Vpc: [] }) });
    expect(await refusal()).toContain('Vpc: no such member; did you mean Vpcs?');
    expect(takeViolations()).toMatchObject([{ code: 'INVALID_STUB' }]);
  });
});

describe('an operation that answers nothing', () => {
  afterEach(takeViolations);

  test('takes an empty output', () => {
    expect(() => stub(EC2Client).on('DeleteVpc').resolves({})).not.toThrow();
    expect(() => stub(EC2Client).on('DeleteVpc').resolves({ $metadata: {} })).not.toThrow();
    expect(() => stub(S3Client).on('DeleteBucket').resolvesOnce({})).not.toThrow();
  });

  test('takes an empty output from a function', async () => {
    stub(ec2)
      .on('DeleteVpc')
      .answers(() => ({}));
    const answer = ec2.send(new DeleteVpcCommand({ VpcId: 'vpc-1' }));
    await expect(answer).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('takes members without a value', () => {
    expect(() => stub(EC2Client).on('DeleteVpc').resolves({ Return: undefined })).not.toThrow();
  });

  test('is told that it has no members', async () => {
    expect(await inOutput(ec2, 'DeleteVpc', { Return: true })).toBe(
      'Return: no such member; it takes no members',
    );
    expect(await inOutput(s3, 'DeleteBucket', { Bucket: 'docs', Key: 'a.txt' })).toBe(
      'Bucket: no such member; it takes no members\nKey: no such member; it takes no members',
    );
  });
});

describe('a member that there is not', () => {
  test('is told the name that was meant', async () => {
    expect(await inOutput(ec2, 'DescribeVpcs', { vpcs: [] })).toMatchInlineSnapshot(
      `"vpcs: no such member; did you mean Vpcs? (allowed: Vpcs, NextToken)"`,
    );
    expect(await inOutput(ec2, 'DescribeVpcs', { NextTokn: '' })).toMatchInlineSnapshot(
      `"NextTokn: no such member; did you mean NextToken? (allowed: NextToken, Vpcs)"`,
    );
    expect(await inOutput(ec2, 'CreateVpc', { Vpc: { VpcID: 'vpc-1' } })).toMatchInlineSnapshot(
      `"Vpc.VpcID: no such member; did you mean VpcId? (allowed: VpcId, OwnerId, Tags, State, CidrBlock, IsDefault, DhcpOptionsId, InstanceTenancy, … 4 more)"`,
    );
  });

  test('is told several names, the nearest first', async () => {
    expect(await inOutput(s3, 'HeadObject', { ChecksumSHA: '' })).toMatchInlineSnapshot(
      `"ChecksumSHA: no such member; did you mean ChecksumSHA1 or ChecksumMD5 or ChecksumSHA256? (allowed: ChecksumSHA1, ChecksumSHA256, ChecksumSHA512, ChecksumMD5, ChecksumType, ChecksumCRC32, ChecksumXXHASH3, ChecksumCRC32C, … 39 more)"`,
    );
  });

  test('is told what there is, where no name is near', async () => {
    expect(await inOutput(ec2, 'DescribeVpcs', { Networks: [] })).toMatchInlineSnapshot(
      `"Networks: no such member; allowed: NextToken, Vpcs"`,
    );
  });

  test('is told no more than eight names of what there is', async () => {
    expect(await inOutput(s3, 'HeadObject', { Owner: '' })).toMatchInlineSnapshot(
      `"Owner: no such member; allowed: ETag, Restore, Expires, TagCount, VersionId, Metadata, Expiration, MissingMeta, … 39 more"`,
    );
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is none for being on every object: %s',
    async (name) => {
      const output = JSON.parse(`{ "Vpcs": [], "${name}": {} }`) as object;
      expect(await inOutput(ec2, 'DescribeVpcs', output)).toBe(
        `${name}: no such member; allowed: NextToken, Vpcs`,
      );
    },
  );
});

describe('a value of a wrong type', () => {
  const photo = (B: unknown) => ({ Item: { photo: { B } } });

  test.each<[what: string, client: object, operation: string, output: object, line: string]>([
    [
      'for a string',
      ec2,
      'DescribeVpcs',
      { NextToken: 5 },
      'NextToken: expected a string, got the number 5',
    ],
    [
      'for a number',
      s3,
      'HeadObject',
      { ContentLength: '5' },
      'ContentLength: expected a number, got the string "5"',
    ],
    [
      'for a boolean',
      s3,
      'HeadObject',
      { DeleteMarker: 'true' },
      'DeleteMarker: expected a boolean, got the string "true"',
    ],
    [
      'for a Date',
      s3,
      'HeadObject',
      { LastModified: '2026-01-01T00:00:00Z' },
      'LastModified: expected a Date, got the string "2026-01-01T00:00:00Z"',
    ],
    [
      'for a Date that is none',
      s3,
      'HeadObject',
      { LastModified: new Date('yesterday') },
      'LastModified: expected a Date, got an invalid Date',
    ],
    [
      'for bytes',
      dynamodb,
      'GetItem',
      photo([1, 2]),
      'Item.photo.B: expected bytes (Uint8Array), got a list',
    ],
    [
      'for bytes that a text is not',
      dynamodb,
      'GetItem',
      photo('abc'),
      'Item.photo.B: expected bytes (Uint8Array), got the string "abc"',
    ],
    [
      'for a list',
      ec2,
      'DescribeVpcs',
      { Vpcs: { VpcId: 'vpc-1' } },
      'Vpcs: expected a list, got an object',
    ],
    [
      'for a list that a Set is not',
      dynamodb,
      'GetItem',
      { Item: { tags: { SS: new Set(['a']) } } },
      'Item.tags.SS: expected a list, got an instance of Set',
    ],
    [
      'for a map',
      s3,
      'HeadObject',
      { Metadata: ['a'] },
      'Metadata: expected a map (an object), got a list',
    ],
    [
      'for a structure',
      ec2,
      'CreateVpc',
      { Vpc: 'vpc-1' },
      'Vpc: expected a structure (Vpc), got the string "vpc-1"',
    ],
    [
      'for a structure that a list is not',
      ec2,
      'CreateVpc',
      { Vpc: [{ VpcId: 'vpc-1' }] },
      'Vpc: expected a structure (Vpc), got a list',
    ],
    [
      'for a body',
      s3,
      'GetObject',
      { Body: 5 },
      'Body: expected a body (string, bytes, Blob or stream), got the number 5',
    ],
    [
      'for a body that an object is not',
      s3,
      'GetObject',
      { Body: { text: 'hello' } },
      'Body: expected a body (string, bytes, Blob or stream), got an object',
    ],
    [
      'for events',
      s3,
      'SelectObjectContent',
      { Payload: 'a,b' },
      'Payload: expected events (a list or an async iterable), got the string "a,b"',
    ],
    [
      'for events that one event is not',
      s3,
      'SelectObjectContent',
      { Payload: { End: {} } },
      'Payload: expected events (a list or an async iterable), got an object',
    ],
    [
      'for a member of one of the events',
      s3,
      'SelectObjectContent',
      { Payload: [{ End: {} }, { Stats: { Details: { BytesScanned: '5' } } }] },
      'Payload[1].Stats.Details.BytesScanned: expected a number, got the string "5"',
    ],
  ])('%s', async (_what, client, operation, output, line) => {
    expect(await inOutput(client, operation, output)).toBe(line);
  });

  test.each<[what: string, schema: unknown, value: unknown, line: string]>([
    ['for a bigint', 17, 5, 'expected a bigint, got the number 5'],
    ['for a NumericValue', 19, '1.5', 'expected a NumericValue, got the string "1.5"'],
    [
      'for a document',
      15,
      () => 'text',
      'expected a document (what JSON can hold), got a function',
    ],
    [
      'for a text of JSON',
      [0, 'ns', 'Json', { mediaType: 'x' }, 0],
      {},
      'expected a string, got an object',
    ],
  ])('%s', (_what, schema, value, line) => {
    expect(inValueOf(schema, value)).toBe(line);
    expect(inValueOf(structure(['Value'], [schema]), { Value: value })).toBe(`Value: ${line}`);
  });

  test.each<[given: unknown, told: string]>([
    ['vpc-1', 'the string "vpc-1"'],
    ['say "hi"\n', String.raw`the string "say \"hi\"\n"`],
    ['x'.repeat(41), `the string "${'x'.repeat(40)}…"`],
    [-0.5, 'the number -0.5'],
    [NaN, 'the number NaN'],
    [true, 'the boolean true'],
    [5n, 'the bigint 5n'],
    [[], 'a list'],
    [new Date(0), 'a Date'],
    [Uint8Array.of(1), 'bytes'],
    [Buffer.from('a'), 'bytes'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Map(), 'an instance of Map'],
    [new NumberValue('5'), 'an instance of NumberValue'],
    [() => 5, 'a function'],
    [Symbol('id'), 'a symbol'],
  ])('is told what was given: %s', (given, told) => {
    // A number is given for the one place where a boolean would be right.
    const schema = typeof given === 'boolean' ? 1 : 2;
    const expected = typeof given === 'boolean' ? 'a number' : 'a boolean';
    expect(inValueOf(schema, given)).toBe(`expected ${expected}, got ${told}`);
  });
});

describe('a value that is right', () => {
  class Vpc {
    readonly VpcId = 'vpc-1';
  }

  test.each<[what: string, client: object, operation: string, output: object]>([
    ['a body as a text', s3, 'GetObject', { Body: 'text' }],
    ['a body as bytes', s3, 'GetObject', { Body: Uint8Array.of(1) }],
    ['a body as a Blob', s3, 'GetObject', { Body: new Blob(['text']) }],
    ['a body as a stream', s3, 'GetObject', { Body: Readable.from(['text']) }],
    ['a body as a web stream', s3, 'GetObject', { Body: new ReadableStream() }],
    ['events as a list', s3, 'SelectObjectContent', { Payload: [{ End: {} }] }],
    ['events as a stream', s3, 'SelectObjectContent', { Payload: Readable.from([{ End: {} }]) }],
    ['an error for an event', s3, 'SelectObjectContent', { Payload: [new Error('throttled')] }],
    ['a Buffer for bytes', dynamodb, 'GetItem', { Item: { a: { B: Buffer.from('a') } } }],
    ['an object without a prototype', ec2, 'CreateVpc', { Vpc: Object.create(null) as object }],
    ['an instance of a class', ec2, 'CreateVpc', { Vpc: new Vpc() }],
    ['a date of another realm', s3, 'HeadObject', ofAnotherRealm('{ LastModified: new Date(0) }')],
    ['a list of another realm', ec2, 'DescribeVpcs', ofAnotherRealm('{ Vpcs: [{ Tags: [] }] }')],
    [
      'bytes of another realm',
      dynamodb,
      'GetItem',
      ofAnotherRealm('{ Item: { a: { B: Uint8Array.of(1) } } }'),
    ],
    ['empty lists and maps', ec2, 'DescribeVpcs', { Vpcs: [] }],
  ])('%s', (_what, client, operation, output) => {
    expect(() => stub(client).on(operation).resolves(output)).not.toThrow();
  });

  test.each<[what: string, schema: unknown, value: unknown]>([
    ['a bigint', 17, 5n],
    ['a NumericValue', 19, { string: '1.5', type: 'bigDecimal' }],
    ['a document', 15, { any: ['thing', { nested: 5 }, null] }],
    ['null for a document', 15, null],
    ['a text of JSON as the SDK’s LazyJsonString', 0, Object('{}')],
    ['null in a sparse list', [1, 'ns', 'List', { sparse: 1 }, 0], ['a', null]],
    ['null in a sparse map', [2, 'ns', 'Map', { sparse: 1 }, 0, 0], { a: null }],
  ])('%s', (_what, schema, value) => {
    expect(inValueOf(schema, value)).toBe('');
  });

  test('a text for a blob that is the whole body, given or sent', () => {
    const schema = structure(['Payload', 'Part'], [[21, { httpPayload: 1 }], 21]);
    expect(inValueOf(schema, { Payload: '{}' })).toBe('');
    expect(inValueOf(schema, { Payload: '{}' }, { required: true })).toBe('');
    expect(inValueOf(schema, { Part: '{}' })).toBe(
      'Part: expected bytes (Uint8Array), got the string "{}"',
    );
  });
});

describe('a required member', () => {
  const inStrictOutput = (output: object) =>
    linesOf(() => stub(s3, { validate: 'strict' }).on('CreateSession').resolves(output));

  test('may be left out of what a test answers, at any depth', async () => {
    stub(s3)
      .on('CreateSession')
      .resolvesOnce({})
      .resolves({ Credentials: { AccessKeyId: 'a' } });
    const session = () => s3.send(new CreateSessionCommand({ Bucket: 'docs' }));
    expect(await session()).not.toHaveProperty('Credentials');
    expect((await session()).Credentials).toEqual({ AccessKeyId: 'a' });
    stub(s3)
      .on('CreateSession')
      .answers(() => ({ Credentials: { AccessKeyId: 'b' } }));
    expect((await session()).Credentials).toEqual({ AccessKeyId: 'b' });
  });

  test('may be left out by an `unstubbed` function', async () => {
    configure({ unstubbed: () => ({ Credentials: { AccessKeyId: 'c' } }) });
    const { Credentials } = await s3.send(new CreateSessionCommand({ Bucket: 'docs' }));
    expect(Credentials).toEqual({ AccessKeyId: 'c' });
  });

  test("must be there with validate: 'strict'", async () => {
    expect(await inStrictOutput({})).toBe('Credentials: missing, and required');
  });

  test("must be in what a function gives with validate: 'strict', in both deliveries", async () => {
    for (const delivery of ['direct', 'wire'] as const) {
      configure({ validate: 'strict', delivery });
      stub(s3)
        .on('CreateSession')
        .answers(() => ({}));
      const failing = s3.send(new CreateSessionCommand({ Bucket: 'docs' }));
      expect(await linesOf(failing)).toBe('Credentials: missing, and required');
      takeViolations();
    }
  });

  test('must be in the answers of a Stubber', async () => {
    const stubber = new Stubber(s3);
    expect(await linesOf(() => stubber.addResponse('CreateSession', {}))).toBe(
      'Credentials: missing, and required',
    );
    stub(S3Client, { validate: false });
    await new Stubber(s3)
      .addResponse('CreateSession', {})
      .using(() => s3.send(new CreateSessionCommand({ Bucket: 'docs' })));
  });

  test('must be there at any depth, each for itself', async () => {
    const output = { Credentials: { AccessKeyId: 'a', Expiration: undefined } };
    expect(await inStrictOutput(output)).toMatchInlineSnapshot(`
      "Credentials.SecretAccessKey: missing, and required
      Credentials.SessionToken: missing, and required
      Credentials.Expiration: missing, and required"
    `);
  });

  test('is not asked of a token that the SDK makes up', () => {
    const rename = { Bucket: 'docs', Key: 'b.txt', RenameSource: 'a.txt' };
    expect(
      inputError(new OpenCall(s3, new RenameObjectCommand(rename), new RequestIds())),
    ).toBeUndefined();
    const token = structure(['Token'], [[0, 4]], 1);
    expect(inValueOf(token, {})).toBe('');
    expect(inValueOf(token, { Token: 5 })).toBe('Token: expected a string, got the number 5');
  });
});

describe('a union', () => {
  const item = (photo: unknown) => inOutput(dynamodb, 'GetItem', { Item: { photo } });

  test('has no two members', async () => {
    expect(await item({ S: 'a', N: '5' })).toMatchInlineSnapshot(
      `"Item.photo: a union (AttributeValue) takes exactly one of S, N, B, SS, NS, BS, M, L, … 2 more, but got S and N"`,
    );
    expect(await item({ S: 'a', N: '5', BOOL: true })).toMatchInlineSnapshot(
      `"Item.photo: a union (AttributeValue) takes exactly one of S, N, B, SS, NS, BS, M, L, … 2 more, but got S and N and BOOL"`,
    );
  });

  test('has one', async () => {
    expect(await item({})).toMatchInlineSnapshot(
      `"Item.photo: a union (AttributeValue) takes exactly one of S, N, B, SS, NS, BS, M, L, … 2 more, but got none"`,
    );
    expect(await item({ S: undefined })).toMatchInlineSnapshot(
      `"Item.photo: a union (AttributeValue) takes exactly one of S, N, B, SS, NS, BS, M, L, … 2 more, but got none"`,
    );
  });

  test('has one that there is', async () => {
    expect(await item({ Text: 'a' })).toMatchInlineSnapshot(
      `"Item.photo.Text: no such member; allowed: S, N, B, SS, NS, BS, M, L, … 2 more"`,
    );
  });

  test('is no value of its own', async () => {
    expect(await item('a')).toMatch(
      /^Item\.photo: expected .*AttributeValue.*, got the string "a"$/,
    );
  });

  test('may have others without a value, and one that the SDK does not know', () => {
    const Item = { id: { S: 'a', N: undefined }, other: { $unknown: ['X', 5] } };
    expect(() => stub(dynamodb).on('GetItem').resolves({ Item })).not.toThrow();
  });

  test('of which a stub’s parameters say nothing is any', () => {
    expect(() => stub(dynamodb).on('PutItem', { Item: { id: {} } })).not.toThrow();
  });

  test('is every event of a stream', async () => {
    const Payload = [{}, { End: {}, Cont: {} }, { Begin: {} }];
    expect(await inOutput(s3, 'SelectObjectContent', { Payload })).toMatchInlineSnapshot(`
      "Payload[0]: a union (SelectObjectContentEventStream) takes exactly one of Records, Stats, Progress, Cont, End, but got none
      Payload[1]: a union (SelectObjectContentEventStream) takes exactly one of Records, Stats, Progress, Cont, End, but got End and Cont
      Payload[2].Begin: no such member; allowed: End, Stats, Cont, Records, Progress"
    `);
  });
});

describe('null', () => {
  const line = 'null is no value; leave it out, or give undefined';

  test('is no value', async () => {
    expect(await inOutput(ec2, 'DescribeVpcs', { NextToken: null })).toBe(`NextToken: ${line}`);
    expect(await inOutput(ec2, 'DescribeVpcs', { Vpcs: [null] })).toBe(`Vpcs[0]: ${line}`);
    expect(await inOutput(s3, 'HeadObject', { Metadata: { a: null } })).toBe(`Metadata.a: ${line}`);
    expect(await inOutput(s3, 'GetObject', { Body: null })).toBe(`Body: ${line}`);
  });

  test('is no event', async () => {
    const Payload = [{ End: {} }, null];
    expect(await inOutput(s3, 'SelectObjectContent', { Payload })).toBe(`Payload[1]: ${line}`);
  });

  test('is absence in parameters and inputs, as for the SDK', async () => {
    expect(() => stub(ec2).on('CreateVpc', { CidrBlock: null })).not.toThrow();
    expect(await refusalOf(ec2, new CreateSubnetCommand({ VpcId: null as never }))).toContain(
      'VpcId: missing, and required',
    );
  });
});

describe('undefined', () => {
  test('is absence, in structures, lists and maps', () => {
    const output = { Vpcs: [undefined, { Networks: undefined }], NextPage: undefined };
    expect(() => stub(ec2).on('DescribeVpcs').resolves(output)).not.toThrow();
    expect(() =>
      stub(s3)
        .on('HeadObject')
        .resolves({ Metadata: { a: undefined } }),
    ).not.toThrow();
  });
});

describe('the report', () => {
  test('writes keys that are no names in quotes', async () => {
    const keys = ['two words', 'a.b', '', 'ä', 'say "hi"', 'x-amz-a', '0', '$id', '[0]'];
    const Metadata = Object.fromEntries(keys.map((key) => [key, 5]));
    expect(await inOutput(s3, 'HeadObject', { Metadata })).toMatchInlineSnapshot(`
      "Metadata.0: expected a string, got the number 5
      Metadata."two words": expected a string, got the number 5
      Metadata."a.b": expected a string, got the number 5
      Metadata."": expected a string, got the number 5
      Metadata."ä": expected a string, got the number 5
      Metadata."say \\"hi\\"": expected a string, got the number 5
      Metadata.x-amz-a: expected a string, got the number 5
      Metadata.$id: expected a string, got the number 5
      Metadata."[0]": expected a string, got the number 5"
    `);
  });

  test('is about the whole value where there is no path', () => {
    expect(inValueOf(structure([], []), [])).toBe('expected a structure (Parent), got a list');
  });

  test('is cut after twenty problems', async () => {
    const Vpcs = Array.from({ length: 23 }, (_, i) => ({ VpcId: i }));
    const stubbing = () => stub(ec2).on('DescribeVpcs').resolves({ Vpcs });
    expect(await messageOf(stubbing)).toMatchInlineSnapshot(`
      "InvalidStubError: stub(ec2).on().resolves(): DescribeVpcs cannot answer this output:

        Vpcs[0].VpcId: expected a string, got the number 0
        Vpcs[1].VpcId: expected a string, got the number 1
        Vpcs[2].VpcId: expected a string, got the number 2
        Vpcs[3].VpcId: expected a string, got the number 3
        Vpcs[4].VpcId: expected a string, got the number 4
        Vpcs[5].VpcId: expected a string, got the number 5
        Vpcs[6].VpcId: expected a string, got the number 6
        Vpcs[7].VpcId: expected a string, got the number 7
        Vpcs[8].VpcId: expected a string, got the number 8
        Vpcs[9].VpcId: expected a string, got the number 9
        Vpcs[10].VpcId: expected a string, got the number 10
        Vpcs[11].VpcId: expected a string, got the number 11
        Vpcs[12].VpcId: expected a string, got the number 12
        Vpcs[13].VpcId: expected a string, got the number 13
        Vpcs[14].VpcId: expected a string, got the number 14
        Vpcs[15].VpcId: expected a string, got the number 15
        Vpcs[16].VpcId: expected a string, got the number 16
        Vpcs[17].VpcId: expected a string, got the number 17
        Vpcs[18].VpcId: expected a string, got the number 18
        Vpcs[19].VpcId: expected a string, got the number 19
        … 3 more

      For a service that is off its model: stub(ec2, { validate: false })."
    `);
    const twenty = await inOutput(ec2, 'DescribeVpcs', { Vpcs: Vpcs.slice(0, 20) });
    expect(twenty.split('\n')).toHaveLength(20);
    expect(twenty).not.toContain('more');
  });

  test('ends also for a value that is inside itself', async () => {
    const L: object[] = [];
    L.push({ L });
    const message = await messageOf(() =>
      stub(dynamodb)
        .on('GetItem')
        .resolves({ Item: { a: { L } } }),
    );
    expect(message).not.toContain('Maximum call stack');
  });
});

describe('DESIGN: parameters that no call could have', () => {
  test('are refused as the stub is written', async () => {
    const stubbing = () =>
      stub(EC2Client).on(CreateVpcCommand, { CidrBlok: '10.0.0.0/16' } as object);
    expect(stubbing).toThrow(InvalidStubError);
    expect(await messageOf(stubbing)).toMatchInlineSnapshot(`
      "InvalidStubError: stub(EC2Client).on(): no call of CreateVpc has these parameters:

        CidrBlok: no such member; did you mean CidrBlock? (allowed: CidrBlock, Ipv6CidrBlock, DryRun, Ipv6Pool, Ipv4IpamPoolId, Ipv6IpamPoolId, TagSpecifications, InstanceTenancy, … 5 more)

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
  });

  test('are refused for expectations, which leaves none behind', async () => {
    const expects = () => stub('EC2').expects('CreateVpc', { Tags: [], CidrBlock: 10 });
    expect(await messageOf(expects)).toMatchInlineSnapshot(`
      "InvalidStubError: stub('EC2').expects(): no call of CreateVpc has these parameters:

        Tags: no such member; allowed: DryRun, Ipv6Pool, CidrBlock, Ipv6CidrBlock, Ipv4IpamPoolId, Ipv6IpamPoolId, TagSpecifications, InstanceTenancy, … 5 more
        CidrBlock: expected a string, got the number 10

      For a service that is off its model: stub('EC2', { validate: false })."
    `);
    expect(stub()).toHaveNoPendingStubs();
  });

  test('are refused where calls are looked for', async () => {
    expect(await messageOf(() => stub(ec2).calls('CreateVpc', { Cidr: '' })))
      .toMatchInlineSnapshot(`
        "InvalidStubError: stub(ec2).calls(): no call of CreateVpc has these parameters:

          Cidr: no such member; allowed: CidrBlock, DryRun, Ipv6Pool, Ipv6CidrBlock, Ipv4IpamPoolId, Ipv6IpamPoolId, InstanceTenancy, TagSpecifications, … 5 more

        For a service that is off its model: stub(ec2, { validate: false })."
      `);
    expect(() => {
      expect(ec2).toHaveCalledOperation('CreateVpc', { Cidr: '' });
    }).toThrow('Cidr: no such member');
  });

  test('of on() are a part of the input, so nothing is missing', () => {
    expect(() => stub(ec2).on('CreateSubnet', { CidrBlock: '10.0.0.0/24' })).not.toThrow();
    expect(() => stub(ec2).on('CreateSubnet', {})).not.toThrow();
  });

  test('of expects() and exactly() are the whole, so what is required is', async () => {
    const line = 'VpcId: missing, and required';
    const part = { CidrBlock: '10.0.0.0/24' };
    expect(await linesOf(() => stub(ec2).expects('CreateSubnet', part))).toBe(line);
    expect(await inParams(ec2, 'CreateSubnet', exactly(part))).toBe(line);
  });

  test('without any there is nothing to refuse', async () => {
    stub(ec2).expects('CreateSubnet').resolves({});
    await ec2.send(new CreateSubnetCommand({ VpcId: 'vpc-1' }));
  });
});

describe('matchers in parameters', () => {
  const anyParams: [what: string, params: object][] = [
    ['ANY', { CidrBlock: ANY }],
    ['ANY for a list', { TagSpecifications: ANY }],
    ['ANY in a list', { TagSpecifications: [ANY] }],
    ['ANY deep inside', { TagSpecifications: [{ Tags: [{ Key: ANY }] }] }],
    ['ANY for all', ANY],
    ['expect.any', { CidrBlock: expect.any(String) as string }],
    ['expect.anything', { DryRun: expect.anything() as boolean }],
    ['expect.stringMatching', { CidrBlock: expect.stringMatching(/^10/) as string }],
    ['expect.arrayContaining', { TagSpecifications: expect.arrayContaining([{}]) as [] }],
    [
      'expect.objectContaining',
      { TagSpecifications: [expect.objectContaining({ ResourceType: 'vpc' }) as object] },
    ],
    ['expect.objectContaining for all', expect.objectContaining({ CidrBlock: 'x' }) as object],
    ['one of one’s own', { CidrBlock: { asymmetricMatch: () => true } }],
    ['exactly', exactly({ CidrBlock: ANY })],
    ['exactly inside', { TagSpecifications: [exactly({ Tags: [] })] }],
  ];

  test.each(anyParams)('%s stands for a value of any type', (_what, params) => {
    expect(() => stub(ec2).on('CreateVpc', params)).not.toThrow();
    expect(stub(ec2).calls('CreateVpc', params)).toEqual([]);
    expect(ec2).not.toHaveCalledOperation('CreateVpc', params);
  });

  test('are there, so an expectation misses nothing', async () => {
    stub(ec2).expects('CreateSubnet', { VpcId: ANY }).resolves({});
    await ec2.send(new CreateSubnetCommand({ VpcId: 'vpc-1' }));
  });

  test('stand for an event, too', () => {
    const events = [4, 'ns', 'Events', { streaming: 1 }, ['Audio'], [structure([], [])]];
    const rules = {
      required: false,
      pattern: (value: unknown) => (value === ANY ? { name: 'ANY' } : undefined),
    };
    expect(inValueOf(structure(['Stream'], [events]), { Stream: [ANY] }, rules)).toBe('');
  });

  test.each<[string, string, object, string]>([
    [
      'a member in objectContaining',
      'CreateVpc',
      expect.objectContaining({ CidrBlok: '10.0.0.0/16' }) as object,
      'CidrBlok: no such member; did you mean CidrBlock?',
    ],
    [
      'a member in not.objectContaining',
      'CreateVpc',
      expect.not.objectContaining({ CidrBlok: '10.0.0.0/16' }) as object,
      'CidrBlok: no such member',
    ],
    [
      'a type in objectContaining',
      'CreateVpc',
      expect.objectContaining({ CidrBlock: 5 }) as object,
      'CidrBlock: expected a string, got the number 5',
    ],
    [
      'a member in arrayContaining, in objectContaining',
      'CreateVpc',
      {
        TagSpecifications: expect.arrayContaining([
          expect.objectContaining({ Tags: [{ Key: 'a' }, { Kee: 'b' }] }),
        ]),
      },
      'TagSpecifications[0].Tags[1].Kee: no such member; did you mean Key?',
    ],
    [
      'a member in not.arrayContaining',
      'CreateVpc',
      { TagSpecifications: expect.not.arrayContaining([{ Tag: [] }]) },
      'TagSpecifications[0].Tag: no such member; did you mean Tags?',
    ],
    [
      'an element’s type in arrayContaining',
      'DescribeVpcs',
      { VpcIds: expect.arrayContaining([1]) },
      'VpcIds[0]: expected a string, got the number 1',
    ],
    [
      'a member in exactly, in objectContaining',
      'CreateVpc',
      { TagSpecifications: [expect.objectContaining({ Tags: exactly([{ Kee: 'a' }]) })] },
      'TagSpecifications[0].Tags[0].Kee: no such member',
    ],
    [
      'objectContaining for a text',
      'CreateVpc',
      { CidrBlock: expect.objectContaining({}) },
      'CidrBlock: expected a string, got expect.objectContaining(…)',
    ],
    [
      'arrayContaining for a structure',
      'CreateVpc',
      { TagSpecifications: [expect.arrayContaining([])] },
      'TagSpecifications[0]: expected a structure (TagSpecification), got expect.arrayContaining(…)',
    ],
    [
      'stringContaining for a list',
      'DescribeVpcs',
      { VpcIds: expect.stringContaining('vpc-1') },
      'VpcIds: expected a list, got expect.stringContaining(…)',
    ],
    [
      'closeTo for a text',
      'CreateVpc',
      { CidrBlock: expect.closeTo(5) },
      'CidrBlock: expected a string, got expect.closeTo(…)',
    ],
    [
      'any of another type',
      'DescribeVpcs',
      { MaxResults: expect.any(String) },
      'MaxResults: expected a number, got expect.any(String)',
    ],
  ])('are looked into: %s', (_what, operation, params, problem) => {
    const name = operation as 'CreateVpc';
    expect(() => stub(ec2).on(name, params)).toThrow(problem);
    expect(() => stub(ec2).expects(name, params)).toThrow(problem);
    expect(() => stub(ec2).calls(name, params)).toThrow(problem);
    expect(() => {
      expect(ec2).not.toHaveCalledOperation(name, params);
    }).toThrow(problem);
  });

  test('of a shape that takes several types stand for each of them', () => {
    const params = {
      Key: { id: { S: expect.any(String) as string }, at: expect.any(Object) as { S: string } },
      ExpressionAttributeNames: expect.objectContaining({ '#a': 'a' }) as object,
    };
    expect(() => stub(DynamoDBClient).on('GetItem', params as never)).not.toThrow();
    const plain = {
      Key: { id: expect.any(Number) as number, a: expect.objectContaining({}) as object },
    };
    expect(() => stub(DynamoDBDocumentClient).on(GetCommand, plain)).not.toThrow();
    for (const Body of [expect.any(Uint8Array), expect.stringContaining('x'), expect.any(Buffer)])
      expect(() => stub(S3Client).on(PutObjectCommand, { Body })).not.toThrow();
  });

  test('do not hide what is wrong beside and around them', async () => {
    const params = { Cidr: ANY, TagSpecifications: { Tags: ANY }, DryRun: exactly({ a: ANY }) };
    expect(await inParams(ec2, 'CreateVpc', params)).toMatchInlineSnapshot(`
      "Cidr: no such member; allowed: CidrBlock, DryRun, Ipv6Pool, Ipv6CidrBlock, Ipv4IpamPoolId, Ipv6IpamPoolId, InstanceTenancy, TagSpecifications, … 5 more
      TagSpecifications: expected a list, got an object
      DryRun: expected a boolean, got an object"
    `);
    const inside = { TagSpecifications: [exactly({ Tag: ANY })] };
    expect(await inParams(ec2, 'CreateVpc', inside)).toMatchInlineSnapshot(
      `"TagSpecifications[0].Tag: no such member; did you mean Tags? (allowed: Tags, ResourceType)"`,
    );
  });
});

describe('DESIGN: members of a modelled error', () => {
  const rejects = (code: string, details: ErrorDetails) => () =>
    stub(S3Client).on('GetObject').rejects(code, details);

  test('are refused where the error has none of the name', async () => {
    expect(rejects('InvalidObjectState', { Tier: 'x' })).toThrow(InvalidStubError);
    expect(await linesOf(rejects('InvalidObjectState', { Tier: 'x', StorageClas: 'y' })))
      .toMatchInlineSnapshot(`
        "Tier: no such member; allowed: AccessTier, $fault, message, $metadata, StorageClass
        StorageClas: no such member; did you mean StorageClass? (allowed: StorageClass, message, $metadata, $fault, AccessTier)"
      `);
    expect(await linesOf(rejects('NoSuchKey', { Key: 'a.txt' }))).toMatchInlineSnapshot(
      `"Key: no such member; allowed: message, $fault, $metadata"`,
    );
  });

  test('are refused where they are of a wrong type, and where they are null', async () => {
    const details = { StorageClass: 5, AccessTier: null };
    expect(await linesOf(rejects('InvalidObjectState', details))).toMatchInlineSnapshot(`
      "StorageClass: expected a string, got the number 5
      AccessTier: null is no value; leave it out, or give undefined"
    `);
  });

  test('are told in a sentence that holds for both', async () => {
    const message = await messageOf(rejects('InvalidObjectState', { StorageClass: 5 }));
    expect(message).not.toContain('has no such members');
  });

  test('are refused for an error that is given by its class', async () => {
    const stubbing = () => stub(s3).on('GetObject').rejectsOnce(InvalidObjectState, { Tier: 'x' });
    expect(await linesOf(stubbing)).toMatch(/^Tier: no such member/);
  });

  test('are refused for a service, too', async () => {
    const stubbing = () => stub('S3').on('GetObject').rejects('InvalidObjectState', { Tier: 'x' });
    expect(await linesOf(stubbing)).toMatch(/^Tier: no such member/);
  });

  test('are refused for the errors of a document client, too', async () => {
    const stubbing = () =>
      stub(DynamoDBDocumentClient)
        .on('Put')
        .rejects('ConditionalCheckFailedException', { Items: {} });
    expect(await linesOf(stubbing)).toMatch(/^Items: no such member; did you mean Item\?/);
  });

  test('are checked inside, too', async () => {
    const stubbing = () =>
      stub(DynamoDBClient)
        .on('TransactWriteItems')
        .rejects('TransactionCanceledException', {
          CancellationReasons: [{ Code: 'None' }, { Code: 5, Item: { id: 1 } }],
        });
    expect(await linesOf(stubbing)).toMatch(
      /^CancellationReasons\[1\]\.Item\.id: expected .*, got the number 1$/m,
    );
    expect(await linesOf(stubbing)).toMatch(
      /^CancellationReasons\[1\]\.Code: expected a string, got the number 5$/m,
    );
  });

  test('need not be there, and message and what begins with $ are none', () => {
    expect(
      rejects('InvalidObjectState', {
        message: 'The object is archived.',
        $metadata: { httpStatusCode: 403 },
        $fault: 'client',
        StorageClass: undefined,
      }),
    ).not.toThrow();
  });

  test('are free where the service does not model the code', () => {
    expect(rejects('SlowDown', { Anything: 5 })).not.toThrow();
  });
});

describe('DESIGN: an input that the service would not take', () => {
  test('is told all that is wrong with it', async () => {
    const input = {
      CidrBlok: '10.0.0.0/16',
      DryRun: 'no',
      TagSpecifications: [{ Tags: { Name: 'main' } }],
    };
    expect(await refusalOf(ec2, new CreateVpcCommand(input as object))).toMatchInlineSnapshot(`
      "InvalidInputError: EC2 CreateVpc does not take this input. No stub was used, and nothing was sent to AWS.

        CidrBlok: no such member; did you mean CidrBlock? (allowed: CidrBlock, Ipv6CidrBlock, DryRun, Ipv6Pool, Ipv4IpamPoolId, Ipv6IpamPoolId, TagSpecifications, InstanceTenancy, … 5 more)
        DryRun: expected a boolean, got the string "no"
        TagSpecifications[0].Tags: expected a list, got an object

      The SDK leaves out what the model does not have. If that is meant, for this operation: stub(EC2Client, { unknownMembers: { CreateVpc: 'drop' } }); for this client: stub(EC2Client, { unknownMembers: 'drop' }); for all: configure({ unknownMembers: 'drop' }).

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
  });

  test('lacks nothing that is required, whether members are missing or all of it', async () => {
    const line = 'VpcId: missing, and required';
    const part = { CidrBlock: '10.0.0.0/24' } as never;
    expect(await inInput(ec2, new CreateSubnetCommand(part))).toBe(line);
    expect(await inInput(ec2, new CreateSubnetCommand(undefined as never))).toBe(line);
  });

  test('has values, no matchers', async () => {
    const input = { CidrBlock: ANY as unknown as string };
    expect(await inInput(ec2, new CreateVpcCommand(input))).toMatch(
      /^CidrBlock: expected a string/,
    );
  });

  test('may have a body of any kind', () => {
    for (const Body of ['text', Buffer.from('a'), Readable.from(['a']), new Blob(['a'])]) {
      const put = new PutObjectCommand({ Bucket: 'docs', Key: 'a.txt', Body: Body as Readable });
      expect(inputError(new OpenCall(s3, put, new RequestIds()))).toBeUndefined();
    }
  });

  test('is looked at as it is, which a later change of its owner does not mend', async () => {
    const input: { CidrBlock: unknown } = { CidrBlock: 5 };
    const call = new OpenCall(ec2, new CreateVpcCommand(input as object), new RequestIds());
    input.CidrBlock = '10.0.0.0/16';
    expect(await linesOf(Promise.reject(inputError(call)!))).toMatch(/^CidrBlock: expected/);
  });
});

describe('a call with such an input', () => {
  // It fails its test, also where the code under test catches the error: shown in test/runners.
  afterEach(takeViolations);
  const wrong = () => ec2.send(new CreateVpcCommand({ CidrBlok: '10.0.0.0/16' } as object));
  const right = () => ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));

  test('is refused before a stub is used up', async () => {
    stub(ec2)
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    await expect(wrong()).rejects.toBeInstanceOf(InvalidInputError);
    expect((await right()).Vpc?.VpcId).toBe('vpc-1');
  });

  test('is refused before an expectation is met', async () => {
    stub(ec2)
      .expects('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    await expect(wrong()).rejects.toBeInstanceOf(InvalidInputError);
    expect((await right()).Vpc?.VpcId).toBe('vpc-1');
    expect(stub()).toHaveNoPendingStubs();
  });

  test('is refused with what is wrong, whether a stub would answer it or not', async () => {
    configure({ unstubbed: 'throw' });
    const message = await messageOf(wrong());
    stub(ec2).on('CreateVpc').resolves({});
    expect(await messageOf(wrong())).toBe(message);
    expect(message).toBe(
      await refusalOf(ec2, new CreateVpcCommand({ CidrBlok: '10.0.0.0/16' } as object)),
    );
  });

  test('fails its test, also where the code under test catches the error', async () => {
    configure({ unstubbed: 'fail' });
    const refusal: unknown = await wrong().catch((error: unknown) => error);
    expect(takeViolations()).toEqual([refusal]);
  });

  test('is only refused where a test says that it asserts on refusals', async () => {
    configure({ unstubbed: 'throw' });
    await expect(wrong()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(takeViolations()).toEqual([]);
  });

  test('is a call like others: it has been made, and was refused', async () => {
    await wrong().catch(() => undefined);
    expect(stub(ec2).calls()).toMatchObject([
      { operation: 'CreateVpc', error: { code: 'INVALID_INPUT' } },
    ]);
  });

  test('is refused through a callback, too', async () => {
    const error = await new Promise((resolve) => {
      ec2.send(new CreateVpcCommand({ CidrBlok: '' } as object), resolve);
    });
    expect(error).toBeInstanceOf(InvalidInputError);
  });

  test('is none for what the SDK’s own code sends: an upload passes its parameters to each part', async () => {
    const stubs = stub(s3);
    stubs.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
    stubs.on('UploadPart').answers(({ PartNumber }) => ({ ETag: `"${String(PartNumber)}"` }));
    stubs.on('CompleteMultipartUpload').resolves({ ETag: '"all"' });
    stubs.on('AbortMultipartUpload').resolves({});
    const Body = Buffer.alloc(6 * 1024 * 1024);
    const params = { Bucket: 'docs', Key: 'big', Body, ContentType: 'text/plain', Metadata: {} };
    const upload = new Upload({ client: s3, params });
    await expect(upload.done()).resolves.toMatchObject({ ETag: '"all"' });
    expect(takeViolations()).toEqual([]);
  });
});

describe('{ validate: false }', () => {
  const offTheModel = { Vpcs: [{ VpcId: 5, Networks: [] }] };
  const describeVpcs = (input: object) => ec2.send(new DescribeVpcsCommand(input));

  async function expectUnchecked(): Promise<void> {
    const stubs = stub(ec2);
    stubs.on('DescribeVpcs', { New: 'x' }).resolves(offTheModel);
    stubs.expects('DescribeVpcs', { New: 5 }).resolvesOnce({ NextPage: 'y' });
    expect(await describeVpcs({ New: 5 })).toMatchObject({ NextPage: 'y' });
    expect(await describeVpcs({ New: 'x' })).toMatchObject(offTheModel);
    expect(stubs.calls('DescribeVpcs', { New: 5 })).toHaveLength(1);
    expect(ec2).toHaveCalledOperationOnce('DescribeVpcs', { New: 'x' });
  }

  test('of configure() takes stubs, calls and assertions that are off the model', async () => {
    configure({ validate: false });
    await expectUnchecked();
    expect(() =>
      stub(s3).on('GetObject').rejects('InvalidObjectState', { Tier: 'x' }),
    ).not.toThrow();
  });

  test.each<[string, object | string]>([
    ['a client class', EC2Client],
    ['a client', ec2],
    ['a service', 'EC2'],
  ])('of %s does so for its calls', async (_what, target) => {
    stub(target, { validate: false });
    await expectUnchecked();
  });

  test('of one service leaves the others checked', () => {
    stub(EC2Client, { validate: false });
    expect(() => stub(s3).on('GetObject', { Nope: 5 })).toThrow(InvalidStubError);
  });

  test('of one client leaves others of its class checked', () => {
    stub(ec2, { validate: false });
    expect(() => stub(new EC2Client({})).on('DescribeVpcs', { New: 5 })).toThrow(InvalidStubError);
  });

  test('of everything can be taken back for one service', () => {
    configure({ validate: false });
    stub(EC2Client, { validate: true });
    expect(() => stub(ec2).on('DescribeVpcs', { New: 5 })).toThrow(InvalidStubError);
    expect(() => stub(s3).on('GetObject', { New: 5 })).not.toThrow();
  });

  test('is what the message says to write, for the target as it was written', async () => {
    const advice = async (failing: () => unknown) => (await messageOf(failing)).split('\n').at(-1);
    const params = { New: 5 };
    expect(await advice(() => stub(EC2Client).on('DescribeVpcs', params))).toBe(
      'For a service that is off its model: stub(EC2Client, { validate: false }).',
    );
    expect(await advice(() => stub('EC2').on('DescribeVpcs', params))).toBe(
      "For a service that is off its model: stub('EC2', { validate: false }).",
    );
    expect(await advice(() => stub(ec2).on('DescribeVpcs', params))).toBe(
      'For a service that is off its model: stub(ec2, { validate: false }).',
    );
    expect(await advice(() => stub().on(DescribeVpcsCommand, params as object))).toBe(
      'For a service that is off its model: configure({ validate: false }).',
    );
  });

  test('still knows the operations', () => {
    configure({ validate: false });
    expect(() => stub(ec2).on('DescribeVpc')).toThrow("Did you mean 'DescribeVpcs'?");
  });
});

describe('a document client', () => {
  const Item = {
    id: 1,
    name: 'Anna',
    tags: new Set(['a']),
    total: NumberValue.from('5'),
    big: 5n,
    photo: Uint8Array.of(1),
    nothing: null,
    nested: { list: [1, 'two', { three: 3 }] },
  };

  test('takes plain JavaScript in stubs, expectations and calls', async () => {
    const stubs = stub(DynamoDBDocumentClient);
    stubs.expects('PutItem', { TableName: 'users', Item }).resolves({ Attributes: Item });
    stubs.on('Get', { Key: { id: 1 } }).resolves({ Item });
    await documents.send(new PutCommand({ TableName: 'users', Item }));
    const { Item: found } = await documents.send(
      new GetCommand({ TableName: 'users', Key: { id: 1 } }),
    );
    // As lib-dynamodb reads numbers: those that JavaScript holds as numbers.
    expect(found).toEqual({ ...Item, total: 5, big: 5 });
  });

  test('takes attribute values as the maps that they are, too: they cannot be told apart', () => {
    expect(() =>
      stub(documents)
        .on('Get', { Key: { id: { N: '1' } } })
        .resolves({ Item: { id: { N: '1' } } }),
    ).not.toThrow();
  });

  test('is refused what is neither, and what is wrong around its values', async () => {
    const get = (params: object) => inParams(documents, 'Get', params);
    expect(await get({ Key: ['id', 1] })).toMatchInlineSnapshot(
      `"Key: expected a map (an object), got a list"`,
    );
    expect(await get({ Keys: { id: 1 } })).toMatchInlineSnapshot(
      `"Keys: no such member; did you mean Key? (allowed: Key, TableName, ConsistentRead, AttributesToGet, ProjectionExpression, ReturnConsumedCapacity, ExpressionAttributeNames)"`,
    );
    expect(await get({ Key: { id: () => 1 } })).toMatchInlineSnapshot(
      `"Key.id: expected a value, got a function"`,
    );
    expect(await inOutput(documents, 'Get', { item: { id: 1 } })).toMatchInlineSnapshot(
      `"item: no such member; did you mean Item? (allowed: Item, ConsumedCapacity)"`,
    );
    expect(await inOutput(documents, 'Query', { Items: { id: 1 } })).toMatchInlineSnapshot(
      `"Items: expected a list, got an object"`,
    );
  });

  test('is refused an input with the operation’s name, as AWS has it', async () => {
    const TransactItems = [{ Put: { TableName: 'users', Items: Item } }, { Gett: {} }];
    const write = new TransactWriteCommand({ TransactItems } as never);
    expect(await refusalOf(documents, write)).toMatchInlineSnapshot(`
      "InvalidInputError: DynamoDB TransactWriteItems does not take this input. No stub was used, and nothing was sent to AWS.

        TransactItems[0].Put.Items: no such member; did you mean Item? (allowed: Item, TableName, ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues, ReturnValuesOnConditionCheckFailure)
        TransactItems[0].Put.Item: missing, and required
        TransactItems[1].Gett: no such member; allowed: Put, Delete, Update, ConditionCheck

      The SDK leaves out what the model does not have. If that is meant, for this operation: stub(DynamoDBDocumentClient, { unknownMembers: { TransactWrite: 'drop' } }); for this client: stub(DynamoDBDocumentClient, { unknownMembers: 'drop' }); for all: configure({ unknownMembers: 'drop' }).

      For a service that is off its model: stub(DynamoDBDocumentClient, { validate: false })."
    `);
  });
});

describe('the plain DynamoDB client', () => {
  test('takes attribute values', async () => {
    const Item = { id: { N: '1' }, tags: { L: [{ S: 'a' }, { M: { deep: { BOOL: true } } }] } };
    stub(DynamoDBClient).expects('PutItem', { TableName: 'users', Item }).resolves({});
    await dynamodb.send(new PutItemCommand({ TableName: 'users', Item }));
  });

  test('is refused plain JavaScript in stubs, expectations and calls', async () => {
    const Item = { id: 1, name: 'Anna', tags: ['a'], nested: { id: 1 } };
    const told = [
      /^Item\.id: expected .*AttributeValue.*, got the number 1$/m,
      /^Item\.name: expected .*AttributeValue.*, got the string "Anna"$/m,
      /^Item\.tags: expected .*AttributeValue.*, got a list$/m,
      /^Item\.nested\.id: no such member; /m,
    ];
    const input = { TableName: 'users', Item };
    const put = new PutItemCommand(input as never);
    for (const lines of [
      await inOutput(dynamodb, 'GetItem', { Item }),
      await inParams(dynamodb, 'PutItem', { Item }),
      await linesOf(() => stub(dynamodb).expects('PutItem', input)),
      await inInput(dynamodb, put),
    ]) {
      for (const line of told) expect(lines).toMatch(line);
    }
  });

  test('is told the type of attribute value that was meant', async () => {
    expect(await inParams(dynamodb, 'GetItem', { Key: { id: { N: 1 } } })).toBe(
      'Key.id.N: expected a string, got the number 1',
    );
  });
});

describe('a client older than the runtime schemas', () => {
  test('is stubbed and called without checks', async () => {
    stub(SQSClient).on('SendMessage', { MessageBdy: 5 }).resolves({ MesageId: 5 });
    const send = new SendMessageCommand({
      QueueUrl: 'q',
      MessageBody: 'text',
      MessageBdy: 5,
    } as never);
    expect(await new SQSClient({}).send(send)).toMatchObject({ MesageId: 5 });
  });
});
