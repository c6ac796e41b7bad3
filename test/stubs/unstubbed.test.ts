import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ANY,
  configure,
  exactly,
  stub,
  StubberError,
  UnstubbedOperationError,
} from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: unknown) => error,
  );
}

describe('DESIGN: a call that nothing answers', () => {
  test('gives UnstubbedOperationError with service, operation and input', async () => {
    const call = client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const error = await refusalOf(call);
    expect(error).toBeInstanceOf(UnstubbedOperationError);
    expect(error).toBeInstanceOf(StubberError);
    expect(error).toMatchObject({
      name: 'UnstubbedOperationError',
      code: 'UNSTUBBED_OPERATION',
      service: 'EC2',
      operation: 'CreateVpc',
      input: { CidrBlock: '10.0.0.0/16' },
    });
  });

  test('says what was called, and the line to add', async () => {
    const call = client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.

        EC2Client was called with
          { CidrBlock: '10.0.0.0/16' }

      To answer it, add to the test:

        stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({ /* Vpc */ });"
    `);
  });

  test('with an empty input needs no params in that line', async () => {
    const call = client.send(new DescribeVpcsCommand({}));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          {}

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('whose output has no members needs none in that line', async () => {
    const call = client.send(new DeleteVpcCommand({ VpcId: 'vpc-1' }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DeleteVpc. Nothing was sent to AWS.

        EC2Client was called with
          { VpcId: 'vpc-1' }

      To answer it, add to the test:

        stub(EC2Client).on('DeleteVpc', { VpcId: 'vpc-1' }).resolves();"
    `);
  });

  test('shows a long input over several lines', async () => {
    const input: RunInstancesCommandInput = {
      ImageId: 'ami-0abcdef1234567890',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: 'subnet-1', Groups: ['sg-1', 'sg-2'] }],
      TagSpecifications: [
        {
          ResourceType: 'instance',
          Tags: [
            { Key: 'Name', Value: 'web-1' },
            { Key: 'aws:team', Value: "Anna's" },
          ],
        },
      ],
    };
    const call = client.send(new RunInstancesCommand(input));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 RunInstances. Nothing was sent to AWS.

        EC2Client was called with
          {
            ImageId: 'ami-0abcdef1234567890',
            InstanceType: 't3.micro',
            MinCount: 1,
            MaxCount: 1,
            NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: 'subnet-1', Groups: ['sg-1', 'sg-2'] }],
            TagSpecifications: [
              {
                ResourceType: 'instance',
                Tags: [
                  { Key: 'Name', Value: 'web-1' },
                  { Key: 'aws:team', Value: 'Anna\\'s' },
                ],
              },
            ],
          }

      To answer it, add to the test:

        stub(EC2Client).on('RunInstances', {
          ImageId: 'ami-0abcdef1234567890',
          InstanceType: 't3.micro',
          MinCount: 1,
          MaxCount: 1,
          NetworkInterfaces: [
            {
              DeviceIndex: 0,
              SubnetId: 'subnet-1',
              Groups: ['sg-1', 'sg-2'],
            },
          ],
          TagSpecifications: [
            {
              ResourceType: 'instance',
              Tags: [
                { Key: 'Name', Value: 'web-1' },
                { Key: 'aws:team', Value: 'Anna\\'s' },
              ],
            },
          ],
        }).resolves({ /* ReservationId, OwnerId, RequesterId, Groups, Instances */ });"
    `);
  });

  test('of a document client is named as lib-dynamodb names it', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    stub(new DynamoDBClient({})).on('GetItem').resolves({});
    const call = documents.send(
      new GetCommand({
        TableName: 'users',
        Key: { id: 1, tags: new Set(['a']), at: new Map([['x', 1n]]) },
      }),
    );
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers DynamoDB GetItem. Nothing was sent to AWS.

        DynamoDBDocumentClient was called with
          {
            TableName: 'users',
            Key: { id: 1, tags: new Set(['a']), at: new Map([['x', 1n]]) },
          }

      The nearest stub:

        one DynamoDBClient GetItem (any input)
           in test/stubs/unstubbed.test.ts:LINE
           is for another client than the one that was called

      To answer it, add to the test:

        stub(DynamoDBDocumentClient).on('Get', { TableName: 'users', Key: { id: 1 } }).resolves({ /* Item, ConsumedCapacity */ });"
    `);
  });

  test('cuts what is too long to be read', async () => {
    const VpcIds = Array.from({ length: 30 }, (_, i) => `vpc-${String(i)}`);
    const call = client.send(new DescribeVpcsCommand({ VpcIds, NextToken: 'x'.repeat(1000) }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          {
            VpcIds: [
              'vpc-0',
              'vpc-1',
              'vpc-2',
              'vpc-3',
              'vpc-4',
              'vpc-5',
              'vpc-6',
              'vpc-7',
              'vpc-8',
              'vpc-9',
              'vpc-10',
              'vpc-11',
              'vpc-12',
              'vpc-13',
              'vpc-14',
              'vpc-15',
              'vpc-16',
              'vpc-17',
              'vpc-18',
              'vpc-19',
              … 10 more,
            ],
            NextToken: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…',
          }

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('shows what cannot be written as code by what it is', async () => {
    class Money {
      constructor(readonly cents: number) {}
    }
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const Item = { id: 1, photo: Uint8Array.of(1, 2, 3), price: new Money(5) };
    const message = await messageOf(documents.send(new PutCommand({ TableName: 'users', Item })));
    expect(message).toContain('Item: { id: 1, photo: [Uint8Array of 3 bytes], price: [Money] }');
  });
});

describe('DESIGN: the line to add', () => {
  /** Runs the line that a message proposes, as if it had been pasted into the test. */
  function paste(message: string): void {
    const line = message.slice(message.indexOf('  stub('));
    const names = { stub, ANY, EC2Client, S3Client, DynamoDBDocumentClient };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the line is code
    new Function(...Object.keys(names), line)(...Object.values(names));
  }

  test('answers the call', async () => {
    const call = () => client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    paste(await messageOf(call()));
    await expect(call()).resolves.toBeDefined();
  });

  test('answers the call also where its input is long', async () => {
    const VpcIds = Array.from({ length: 30 }, (_, i) => `vpc-${String(i)}`);
    const input = { VpcIds, NextToken: 'x'.repeat(1000) };
    const call = () => client.send(new DescribeVpcsCommand(input));
    paste(await messageOf(call()));
    await expect(call()).resolves.toBeDefined();
  });

  test('answers the call also where its input has a stream', async () => {
    const input = { Bucket: 'docs', Key: 'a.txt', Body: Readable.from(['text']) };
    const call = () => new S3Client({}).send(new PutObjectCommand(input));
    paste(await messageOf(call()));
    await expect(call()).resolves.toBeDefined();
  });

  test('answers the call also where its input is deep', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const Item = { id: 1, orders: { open: [{ lines: [], state: 'new' }] } };
    const call = () => documents.send(new PutCommand({ TableName: 'users', Item }));
    paste(await messageOf(call()));
    await expect(call()).resolves.toBeDefined();
  });

  test('answers the call whatever its input is', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    let puts = 0;
    // What lib-dynamodb marshals: it refuses the rest.
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
        fc.bigInt(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 8 }),
        fc.array(tie('any'), { maxLength: 30 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 30 }),
        fc.array(fc.string(), { minLength: 1, maxLength: 4 }).map((each) => new Set(each)),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        // An id of its own, so that no line pasted before answers it.
        const Item = { id: ++puts, any };
        const call = () => documents.send(new PutCommand({ TableName: 'values', Item }));
        paste(await messageOf(call()));
        await expect(call()).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});

describe('DESIGN: the nearest stubs with a diff for each', () => {
  test('a stub with other parameters', async () => {
    stub(EC2Client)
      .on('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: ANY })
      .resolves({});
    const input = { VpcId: 'vpc-2', CidrBlock: '10.0.1.0/24', DryRun: true };
    const call = client.send(new CreateSubnetCommand(input));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateSubnet. Nothing was sent to AWS.

        EC2Client was called with
          { VpcId: 'vpc-2', CidrBlock: '10.0.1.0/24', DryRun: true }

      The nearest stub:

        EC2Client CreateSubnet { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: ANY }
           in test/stubs/unstubbed.test.ts:LINE
           - VpcId: 'vpc-1'
           + VpcId: 'vpc-2'
           - AvailabilityZone: ANY
           + AvailabilityZone: (not given)

      To answer it, add to the test:

        stub(EC2Client).on('CreateSubnet', { VpcId: 'vpc-2', CidrBlock: '10.0.1.0/24', DryRun: true }).resolves({ /* Subnet */ });"
    `);
  });

  test('a stub that wants a member to be absent', async () => {
    stub(EC2Client).on('DescribeVpcs', { NextToken: undefined }).resolves({});
    const message = await messageOf(client.send(new DescribeVpcsCommand({ NextToken: 'page-2' })));
    expect(message).toContain('EC2Client DescribeVpcs { NextToken: undefined }');
    expect(message).toMatch(/- NextToken: .*\n.*\+ NextToken: 'page-2'/);
  });

  test('a stub of exact parameters', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', exactly({ VpcIds: ['vpc-1'] }))
      .resolves({});
    const call = client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'], MaxResults: 5 }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          { VpcIds: ['vpc-1'], MaxResults: 5 }

      The nearest stub:

        EC2Client DescribeVpcs { VpcIds: ['vpc-1'] }
           in test/stubs/unstubbed.test.ts:LINE
           takes these parameters and no others
           + MaxResults: 5

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs', { VpcIds: ['vpc-1'], MaxResults: 5 }).resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('differences deep inside, each with its path', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', {
        Filters: [
          { Name: 'tag:aws:team', Values: ['network'] },
          { Name: 'state', Values: [expect.stringMatching(/^avail/), 'pending'] },
        ],
      })
      .resolves({});
    const Filters = [
      { Name: 'tag:Team', Values: ['network'] },
      { Name: 'state', Values: ['pending', 'pending'] },
    ];
    const call = client.send(new DescribeVpcsCommand({ Filters }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          {
            Filters: [
              { Name: 'tag:Team', Values: ['network'] },
              { Name: 'state', Values: ['pending', 'pending'] },
            ],
          }

      The nearest stub:

        EC2Client DescribeVpcs { Filters: [{ Name: 'tag:aws:team', Values: ['network'] }, { Name: 'state', Values: [StringMatching</^avail/>, 'pending…
           in test/stubs/unstubbed.test.ts:LINE
           - Filters[0].Name: 'tag:aws:team'
           + Filters[0].Name: 'tag:Team'
           - Filters[1].Values[0]: StringMatching</^avail/>
           + Filters[1].Values[0]: 'pending'

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs', {
          Filters: [
            { Name: 'tag:Team', Values: ['network'] },
            { Name: 'state', Values: ['pending', 'pending'] },
          ],
        }).resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('a stub whose replies are used up', async () => {
    stub(EC2Client).on('DescribeVpcs').resolvesOnce({}).resolvesOnce({});
    for (let i = 0; i < 2; i++) await client.send(new DescribeVpcsCommand({}));
    expect(await messageOf(client.send(new DescribeVpcsCommand({})))).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          {}

      The nearest stub:

        EC2Client DescribeVpcs (any input)
           in test/stubs/unstubbed.test.ts:LINE
           has given all its replies

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('a stub of another client of the same class', async () => {
    stub(new EC2Client({})).on('DescribeVpcs').resolves({});
    const message = await messageOf(client.send(new DescribeVpcsCommand({})));
    expect(message).toContain('is for another client than the one that was called');
    // “this EC2Client” would be taken for the one that was called.
    expect(message).not.toContain('this EC2Client');
  });

  test('a stub of another service, whose name is alike', async () => {
    stub('S3 Control').on('ListBuckets').resolves({});
    const call = new S3Client({}).send(new ListBucketsCommand({}));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers S3 ListBuckets. Nothing was sent to AWS.

        S3Client was called with
          {}

      The nearest stub:

        S3 Control ListBuckets (any input)
           in test/stubs/unstubbed.test.ts:LINE
           is for another client than the one that was called

      To answer it, add to the test:

        stub(S3Client).on('ListBuckets').resolves({ /* Buckets, Owner, ContinuationToken, Prefix */ });"
    `);
  });

  test('a stub of an operation with a name alike', async () => {
    stub().on('CreateIpam').resolves({});
    expect(await messageOf(client.send(new CreateVpcCommand({})))).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.

        EC2Client was called with
          {}

      The nearest stub:

        every client CreateIpam (any input)
           in test/stubs/unstubbed.test.ts:LINE
           is for another operation, CreateIpam

      To answer it, add to the test:

        stub(EC2Client).on('CreateVpc').resolves({ /* Vpc */ });"
    `);
  });

  test('of many, the three nearest, nearest first', async () => {
    const ec2 = stub(EC2Client);
    for (const i of [1, 2, 3, 4, 5]) {
      ec2.on('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: `10.0.${String(i)}.0/24` }).resolves({});
    }
    ec2.on('CreateSubnet', { VpcId: 'vpc-9', CidrBlock: '10.0.9.0/24', DryRun: true }).resolves({});
    const call = client.send(new CreateSubnetCommand({ VpcId: 'vpc-1', CidrBlock: '10.0.8.0/24' }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 CreateSubnet. Nothing was sent to AWS.

        EC2Client was called with
          { VpcId: 'vpc-1', CidrBlock: '10.0.8.0/24' }

      The nearest stubs:

        EC2Client CreateSubnet { VpcId: 'vpc-1', CidrBlock: '10.0.5.0/24' }
           in test/stubs/unstubbed.test.ts:LINE
           - CidrBlock: '10.0.5.0/24'
           + CidrBlock: '10.0.8.0/24'

        EC2Client CreateSubnet { VpcId: 'vpc-1', CidrBlock: '10.0.4.0/24' }
           in test/stubs/unstubbed.test.ts:LINE
           - CidrBlock: '10.0.4.0/24'
           + CidrBlock: '10.0.8.0/24'

        EC2Client CreateSubnet { VpcId: 'vpc-1', CidrBlock: '10.0.3.0/24' }
           in test/stubs/unstubbed.test.ts:LINE
           - CidrBlock: '10.0.3.0/24'
           + CidrBlock: '10.0.8.0/24'

        … 3 more

      To answer it, add to the test:

        stub(EC2Client).on('CreateSubnet', { VpcId: 'vpc-1', CidrBlock: '10.0.8.0/24' }).resolves({ /* Subnet */ });"
    `);
  });

  test('of many differences, the first eight', async () => {
    const Values = Array.from({ length: 12 }, (_, i) => `vpc-${String(i)}`);
    stub(EC2Client)
      .on('DescribeVpcs', { VpcIds: Values.map((id) => `${id}a`) })
      .resolves({});
    const call = client.send(new DescribeVpcsCommand({ VpcIds: Values }));
    expect(await messageOf(call)).toMatchInlineSnapshot(`
      "UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

        EC2Client was called with
          {
            VpcIds: [
              'vpc-0',
              'vpc-1',
              'vpc-2',
              'vpc-3',
              'vpc-4',
              'vpc-5',
              'vpc-6',
              'vpc-7',
              'vpc-8',
              'vpc-9',
              'vpc-10',
              'vpc-11',
            ],
          }

      The nearest stub:

        EC2Client DescribeVpcs { VpcIds: ['vpc-0a', 'vpc-1a', 'vpc-2a', 'vpc-3a', 'vpc-4a', 'vpc-5a', 'vpc-6a', 'vpc-7a', 'vpc-8a', 'vpc-9a', 'vpc-10a…
           in test/stubs/unstubbed.test.ts:LINE
           - VpcIds[0]: 'vpc-0a'
           + VpcIds[0]: 'vpc-0'
           - VpcIds[1]: 'vpc-1a'
           + VpcIds[1]: 'vpc-1'
           - VpcIds[2]: 'vpc-2a'
           + VpcIds[2]: 'vpc-2'
           - VpcIds[3]: 'vpc-3a'
           + VpcIds[3]: 'vpc-3'
           - VpcIds[4]: 'vpc-4a'
           + VpcIds[4]: 'vpc-4'
           - VpcIds[5]: 'vpc-5a'
           + VpcIds[5]: 'vpc-5'
           - VpcIds[6]: 'vpc-6a'
           + VpcIds[6]: 'vpc-6'
           - VpcIds[7]: 'vpc-7a'
           + VpcIds[7]: 'vpc-7'
           … 4 more differences

      To answer it, add to the test:

        stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });"
    `);
  });

  test('stubs of operations that have nothing to do with the call are left out', async () => {
    stub(EC2Client).on('RunInstances').resolves({});
    const message = await messageOf(client.send(new DescribeVpcsCommand({})));
    expect(message).not.toContain('RunInstances');
  });

  test('each with the file and the line where it was written', async () => {
    stub(EC2Client).on('DescribeVpcs', { MaxResults: 5 }); // this line
    const error = (await refusalOf(client.send(new DescribeVpcsCommand({})))) as Error;
    const [, file = '', line] = / in (test\/.*\.ts):(\d+):\d+/.exec(error.message) ?? [];
    const written = readFileSync(file, 'utf8').split('\n')[Number(line) - 1];
    expect(written).toContain('// this line');
  });
});

describe('the message for any input', () => {
  test('can be made', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
      withSparseArray: true,
    });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (expected, actual) => {
        const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
        stub(documents)
          .on('Put', { Item: { id: 'never', expected } })
          .resolves({});
        const Item = { id: 'called', actual };
        const put = documents.send(new PutCommand({ TableName: 'values', Item }));
        expect(await refusalOf(put)).toBeInstanceOf(UnstubbedOperationError);
      }),
      { numRuns: 200 },
    );
  });

  test('can be made where the input holds itself', async () => {
    const item: Record<string, unknown> = { id: 1 };
    item['self'] = item;
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const call = documents.send(new GetCommand({ TableName: 'users', Key: item }));
    expect(await messageOf(call)).toContain(
      "{ TableName: 'users', Key: { id: 1, self: [Circular] } }",
    );
  });

  test('can be made where a list holds undefined, which the SDK does not send', async () => {
    const call = client.send(new DescribeVpcsCommand({ VpcIds: [undefined as never, 'vpc-1'] }));
    expect(await messageOf(call)).toContain("{ VpcIds: ['vpc-1'] }");
  });
});
