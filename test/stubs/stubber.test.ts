import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2,
  EC2Client,
  EC2ServiceException,
} from '@aws-sdk/client-ec2';
import {
  GetObjectCommand,
  InvalidObjectState,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import {
  ANY,
  configure,
  exactly,
  InvalidStubError,
  PendingExpectationsError,
  stub,
  Stubber,
  UnstubbedOperationError,
  WrongUseError,
} from '../../src/index.js';
import { messageOf } from '../message-of.js';

// A call that a Stubber refuses fails its test: those are in test/runners/stubber.test.ts.

const ec2 = new EC2Client({});
const s3 = new S3Client({});

async function createVpc(CidrBlock = '10.0.0.0/16', client = ec2): Promise<string | undefined> {
  const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock }));
  return Vpc?.VpcId;
}

/** Tells which answer came: each here has its own token. */
async function describeVpcs(client = ec2): Promise<string | undefined> {
  return (await client.send(new DescribeVpcsCommand({}))).NextToken;
}

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: unknown) => error,
  );
}

const getObject = () => refusalOf(s3.send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' })));

describe('an active Stubber', () => {
  test('answers the client’s calls in the order that the answers were added in', async () => {
    new Stubber(ec2)
      .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } })
      .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-2' } })
      .addClientError('CreateVpc', { code: 'VpcLimitExceeded' })
      .addResponse('DescribeVpcs', { NextToken: 'more' })
      .activate();
    expect(await createVpc()).toBe('vpc-1');
    expect(await createVpc()).toBe('vpc-2');
    await expect(createVpc()).rejects.toBeAwsError('VpcLimitExceeded');
    expect(await describeVpcs()).toBe('more');
  });

  test('takes answers also after its activation, and after all that it had were used', async () => {
    const stubber = new Stubber(ec2).activate();
    stubber.addResponse('DescribeVpcs', { NextToken: 'first' });
    expect(await describeVpcs()).toBe('first');
    stubber.addResponse('DescribeVpcs', { NextToken: 'second' });
    expect(await describeVpcs()).toBe('second');
  });

  test('gives each of its answers to one of several calls at once', async () => {
    const stubber = new Stubber(ec2);
    for (let i = 0; i < 20; i++) stubber.addResponse('DescribeVpcs', { NextToken: String(i) });
    stubber.activate();
    const found = await Promise.all(Array.from({ length: 20 }, () => describeVpcs()));
    expect(found).toEqual(Array.from({ length: 20 }, (_, i) => String(i)));
    stubber.assertNoPendingResponses();
  });

  test('answers calls that are made through a callback', async () => {
    new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'called back' }).activate();
    const token = await new Promise((resolve) => {
      ec2.send(new DescribeVpcsCommand({}), (_error: unknown, output) => {
        resolve(output?.NextToken);
      });
    });
    expect(token).toBe('called back');
  });

  test('is asked before expectations and stubs of its client', async () => {
    stub(ec2).expects('DescribeVpcs').resolves({ NextToken: 'expectation' });
    stub(ec2).on('DescribeVpcs').resolves({ NextToken: 'on' });
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'Stubber' });
    stubber.activate();
    expect(await describeVpcs()).toBe('Stubber');
    stubber.deactivate();
    expect([await describeVpcs(), await describeVpcs()]).toEqual(['expectation', 'on']);
  });

  test('of a client comes before one of its class', async () => {
    const ofClass = new Stubber(EC2Client).addResponse('DescribeVpcs', { NextToken: 'class' });
    const ofClient = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'client' });
    ofClient.activate();
    ofClass.activate();
    expect(await describeVpcs()).toBe('client');
    ofClient.deactivate();
    expect(await describeVpcs()).toBe('class');
  });

  test('leaves presigned URLs alone', async () => {
    const stubber = new Stubber(s3).addResponse('GetObject', {}).activate();
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
    expect(url).toContain('X-Amz-Signature=');
    expect(stubber.pending).toHaveLength(1);
    await getObject();
  });

  test('has its calls in stub(target).calls() and in the matchers', async () => {
    new Stubber(ec2)
      .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } })
      .addClientError('DescribeVpcs', { code: 'UnauthorizedOperation' })
      .activate();
    await createVpc('10.0.0.0/16');
    await refusalOf(describeVpcs());
    expect(ec2).toHaveCalledOperationsInOrder([
      ['CreateVpc', { CidrBlock: '10.0.0.0/16' }],
      'DescribeVpcs',
    ]);
    expect(stub(ec2).calls()).toMatchObject([
      { output: { Vpc: { VpcId: 'vpc-1' } } },
      { error: { name: 'UnauthorizedOperation' } },
    ]);
  });
});

describe('the target of a Stubber', () => {
  test('may be a client: calls of others are not for it', async () => {
    const other = new EC2Client({});
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'client' }).activate();
    expect(await describeVpcs(other)).toBe('class');
    expect(await describeVpcs(ec2)).toBe('client');
  });

  test('may be a client class: one queue for all of its clients', async () => {
    new Stubber(EC2Client)
      .addResponse('DescribeVpcs', { NextToken: 'first' })
      .addResponse('DescribeVpcs', { NextToken: 'second' })
      .activate();
    expect(await describeVpcs(new EC2Client({}))).toBe('first');
    expect((await new EC2({}).describeVpcs({})).NextToken).toBe('second');
  });

  test('may be a service id', async () => {
    new Stubber('EC2').addResponse('DescribeVpcs', { NextToken: 'by id' }).activate();
    expect(await describeVpcs()).toBe('by id');
  });

  test('may be an aggregated client', async () => {
    const client = new EC2({});
    new Stubber(client).addResponse('DescribeVpcs', { NextToken: 'aggregated' }).activate();
    expect((await client.describeVpcs({})).NextToken).toBe('aggregated');
  });

  test('may be what stub(target) gave', async () => {
    new Stubber(stub(EC2Client)).addResponse('DescribeVpcs', { NextToken: 'same' }).activate();
    expect(await describeVpcs()).toBe('same');
  });

  test('may be a document client, with operations by either name', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    new Stubber(documents)
      .addResponse('Get', { Item: { id: 1 } }, { TableName: 'users', Key: { id: 1 } })
      .addResponse('GetItem', { Item: { id: 2 } })
      .addResponse(GetCommand, { Item: { id: 3 } })
      .activate();
    for (const id of [1, 2, 3]) {
      const { Item } = await documents.send(new GetCommand({ TableName: 'users', Key: { id } }));
      expect(Item).toEqual({ id });
    }
  });

  test('is refused where it is none of these', () => {
    expect(() => new Stubber({})).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: new Stubber() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got a value of type Object.]`,
    );
    expect(() => new Stubber(CreateVpcCommand)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: new Stubber() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got the command class CreateVpcCommand (give the client's class, and the command after it).]`,
    );
    expect(() => new Stubber('')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: new Stubber() takes a service id such as 'EC2', but got an empty name.]`,
    );
  });

  test('is refused where it is undefined: a client that is not there yet is not every client', () => {
    expect(() => new Stubber(undefined as never)).toThrow(WrongUseError);
  });
});

describe('expected parameters', () => {
  test('left out or undefined allow any input', async () => {
    new Stubber(ec2)
      .addResponse('CreateVpc', {})
      .addResponse('CreateVpc', {}, undefined)
      .addClientError('CreateVpc', { code: 'VpcLimitExceeded', expectedParams: undefined })
      .activate();
    await createVpc('10.0.0.0/16');
    await createVpc('10.1.0.0/16');
    await expect(createVpc('10.2.0.0/16')).rejects.toBeAwsError('VpcLimitExceeded');
  });

  test('{} allows an empty input', async () => {
    new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'empty' }, {}).activate();
    expect(await describeVpcs()).toBe('empty');
  });

  test('otherwise are the whole input; undefined members count as absent', async () => {
    new Stubber(ec2)
      .addResponse('CreateVpc', {}, { CidrBlock: '10.0.0.0/16', DryRun: undefined })
      .addResponse(CreateVpcCommand, {}, { CidrBlock: '10.0.0.0/16' })
      .addResponse('CreateVpc', {}, exactly({ CidrBlock: '10.0.0.0/16' }))
      .activate();
    await createVpc();
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: undefined }));
    await createVpc();
  });

  test('take ANY and matchers of the runner at any depth', async () => {
    new Stubber(ec2)
      .addResponse('CreateVpc', {}, { CidrBlock: ANY })
      .addResponse('DescribeVpcs', {}, { Filters: [{ Name: 'vpc-id', Values: [ANY, 'vpc-2'] }] })
      .addResponse('CreateSubnet', {}, expect.objectContaining({ VpcId: 'vpc-1' }) as object)
      .activate();
    await createVpc();
    await ec2.send(
      new DescribeVpcsCommand({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }] }),
    );
    await ec2.send(new CreateSubnetCommand({ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }));
  });

  test('stay as they were when they were given', async () => {
    const params = { VpcIds: ['vpc-1'] };
    new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'given' }, params).activate();
    params.VpcIds.push('vpc-2');
    const { NextToken } = await ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
    expect(NextToken).toBe('given');
  });

  test('are checked against the service’s model', async () => {
    const stubber = new Stubber(EC2Client);
    const add = () => stubber.addResponse('CreateVpc', {}, { CidrBlok: '10.0.0.0/16', DryRun: 1 });
    expect(await messageOf(add)).toMatchInlineSnapshot(`
      "InvalidStubError: Stubber.addResponse(): no call of CreateVpc has these parameters:

        CidrBlok: no such member; did you mean CidrBlock? (allowed: CidrBlock, Ipv6CidrBlock, DryRun, Ipv6Pool, Ipv4IpamPoolId, Ipv6IpamPoolId, TagSpecifications, InstanceTenancy, … 5 more)
        DryRun: expected a boolean, got the number 1

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
    const addError = () =>
      stubber.addClientError('CreateVpc', { expectedParams: { CidrBlock: 10 } });
    expect(await messageOf(addError)).toMatchInlineSnapshot(`
      "InvalidStubError: Stubber.addClientError(): no call of CreateVpc has these parameters:

        CidrBlock: expected a string, got the number 10

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
    expect(stubber.pending).toEqual([]);
  });

  test('must have the members that the operation requires: they are the whole input', async () => {
    const stubber = new Stubber(EC2Client);
    const add = () => stubber.addResponse('CreateSubnet', {}, { CidrBlock: ANY });
    expect(await messageOf(add)).toMatchInlineSnapshot(`
      "InvalidStubError: Stubber.addResponse(): no call of CreateSubnet has these parameters:

        VpcId: missing, and required

      For a service that is off its model: stub(EC2Client, { validate: false })."
    `);
  });

  test('are refused where they are no object', async () => {
    const stubber = new Stubber(EC2Client);
    expect(
      await messageOf(() => stubber.addResponse('CreateVpc', {}, 'any' as never)),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got a string."`,
    );
    expect(
      await messageOf(() => stubber.addResponse('CreateVpc', {}, null as never)),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse() takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got null."`,
    );
  });
});

describe('addResponse', () => {
  test('gives each caller a copy of the output, and later changes of its author do not reach it', async () => {
    const output = { Vpcs: [{ VpcId: 'vpc-1' }] };
    new Stubber(ec2)
      .addResponse(DescribeVpcsCommand, output)
      .addResponse(DescribeVpcsCommand, output)
      .activate();
    output.Vpcs.push({ VpcId: 'vpc-2' });
    const first = await ec2.send(new DescribeVpcsCommand({}));
    first.Vpcs![0]!.VpcId = 'changed';
    const second = await ec2.send(new DescribeVpcsCommand({}));
    expect(second.Vpcs).toEqual([{ VpcId: 'vpc-1' }]);
    expect(output.Vpcs).toEqual([{ VpcId: 'vpc-1' }, { VpcId: 'vpc-2' }]);
  });

  test('adds $metadata, and keeps what of it was given', async () => {
    new Stubber(ec2)
      .addResponse('DescribeVpcs')
      .addResponse('DescribeVpcs', { $metadata: { requestId: 'request-1', attempts: 2 } })
      .activate();
    const { $metadata, ...output } = await ec2.send(new DescribeVpcsCommand({}));
    expect(output).toEqual({});
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    expect((await ec2.send(new DescribeVpcsCommand({}))).$metadata).toMatchObject({
      httpStatusCode: 200,
      requestId: 'request-1',
      attempts: 2,
    });
  });

  test('makes bodies', async () => {
    new Stubber(s3).addResponse(GetObjectCommand, { Body: 'text' }).activate();
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
    expect(await Body?.transformToString()).toBe('text');
  });

  test('refuses an output that the operation could not give, with every problem in it', async () => {
    const stubber = new Stubber(EC2Client);
    const output = { Vpcs: [{ VpcID: 'vpc-1', IsDefault: 'yes' }], NextTokn: 'more' };
    expect(await messageOf(() => stubber.addResponse('DescribeVpcs', output)))
      .toMatchInlineSnapshot(`
        "InvalidStubError: Stubber.addResponse(): DescribeVpcs cannot answer this output:

          Vpcs[0].VpcID: no such member; did you mean VpcId? (allowed: VpcId, OwnerId, Tags, State, CidrBlock, IsDefault, DhcpOptionsId, InstanceTenancy, … 4 more)
          Vpcs[0].IsDefault: expected a boolean, got the string "yes"
          NextTokn: no such member; did you mean NextToken? (allowed: NextToken, Vpcs)

        For a service that is off its model: stub(EC2Client, { validate: false })."
      `);
    expect(() => stubber.addResponse('DescribeVpcs', output)).toThrow(InvalidStubError);
    expect(stubber.pending).toEqual([]);
  });

  test('refuses what is no output', async () => {
    const stubber = new Stubber(EC2Client);
    const add = (output: unknown) =>
      messageOf(() => stubber.addResponse('CreateVpc', output as object));
    expect(await add('vpc-1')).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse() takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got a string."`,
    );
    expect(await add(new Error('no'))).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse() takes an output; write addClientError(operation, { code }) to refuse the call."`,
    );
    expect(await add(() => ({}))).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse() takes an output; for a function of the input write stub(client).on(operation).answers((input) => ({ … }))."`,
    );
  });

  test('refuses an operation that the service does not have', async () => {
    const stubber = new Stubber(EC2Client);
    expect(await messageOf(() => stubber.addResponse('CreateVpcs', {}))).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?"`,
    );
    expect(
      await messageOf(() => stubber.addResponse(PutObjectCommand as never, {})),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse(): EC2Client has no operation 'PutObject'. PutObjectCommand is of another service."`,
    );
    expect(
      await messageOf(() => new Stubber(ec2).addResponse('createVpc', {})),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addResponse(): this EC2Client has no operation 'createVpc'. Did you mean 'CreateVpc'?"`,
    );
    expect(stubber.pending).toEqual([]);
  });

  test('takes what is off the model where nothing is validated', async () => {
    configure({ validate: false });
    new Stubber(ec2).addResponse('DescribeVpcs', { Preview: true }, { New: 1 }).activate();
    const output = await ec2.send(new DescribeVpcsCommand({ New: 1 } as never));
    expect(output).toHaveProperty('Preview', true);
  });
});

describe('addClientError', () => {
  test('refuses with the service’s own class of error', async () => {
    new Stubber(s3)
      .addClientError('GetObject', { code: 'NoSuchKey', message: 'No such key.' })
      .activate();
    const error = await getObject();
    expect(error).toBeInstanceOf(NoSuchKey);
    expect(error).toMatchObject({
      name: 'NoSuchKey',
      message: 'No such key.',
      $fault: 'client',
      $service: 'S3',
    });
  });

  test('has the status that the model gives the error, or 400, or the one that was given', async () => {
    new Stubber(s3)
      .addClientError('GetObject', { code: 'NoSuchKey' })
      .addClientError('GetObject', { code: 'NoSuchThing' })
      .addClientError('GetObject', { code: 'NoSuchKey', httpStatusCode: 410 })
      .addClientError('GetObject', { code: 'SlowDown', httpStatusCode: 503 })
      .activate();
    const statuses: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const { $metadata, $fault } = (await getObject()) as NoSuchKey;
      statuses.push([$metadata.httpStatusCode, $fault]);
    }
    expect(statuses).toEqual([
      [404, 'client'],
      [400, 'client'],
      [410, 'client'],
      [503, 'server'],
    ]);
  });

  test('of a code that the model does not have is of the service’s base class', async () => {
    new Stubber(ec2).addClientError('CreateVpc', { code: 'VpcLimitExceeded' }).activate();
    const error = await refusalOf(createVpc());
    expect(error).toBeInstanceOf(EC2ServiceException);
    expect(error).toMatchObject({ name: 'VpcLimitExceeded', message: 'VpcLimitExceeded' });
  });

  test('needs no options: the error is then of no known code', async () => {
    new Stubber(ec2).addClientError('CreateVpc').activate();
    const error = await refusalOf(createVpc());
    expect(error).toBeInstanceOf(EC2ServiceException);
    expect(error).toMatchObject({ name: 'UnknownError', $metadata: { httpStatusCode: 400 } });
  });

  test('has errorMeta among its members, and responseMeta in $metadata', async () => {
    new Stubber(s3)
      .addClientError('GetObject', {
        code: 'NoSuchKey',
        errorMeta: { Key: 'a.txt', HostId: 'host-1' },
        responseMeta: { requestId: 'request-1', extendedRequestId: 'host-1' },
      })
      .activate();
    expect(await getObject()).toMatchObject({
      Key: 'a.txt',
      HostId: 'host-1',
      $metadata: { httpStatusCode: 404, requestId: 'request-1', extendedRequestId: 'host-1' },
    });
  });

  test('has modeledFields as members of the error, which are checked against its model', async () => {
    const stubber = new Stubber(S3Client);
    stubber.addClientError('GetObject', {
      code: 'InvalidObjectState',
      modeledFields: { StorageClass: 'GLACIER', AccessTier: 'ARCHIVE_ACCESS' },
    });
    const add = () =>
      stubber.addClientError('GetObject', {
        code: 'InvalidObjectState',
        modeledFields: { Storageclass: 'GLACIER', AccessTier: 1 },
      });
    expect(await messageOf(add)).toMatchInlineSnapshot(`
      "InvalidStubError: Stubber.addClientError(): InvalidObjectState cannot have these members:

        Storageclass: no such member; did you mean StorageClass? (allowed: StorageClass, message, $metadata, $fault, AccessTier)
        AccessTier: expected a string, got the number 1

      For a service that is off its model: stub(S3Client, { validate: false })."
    `);
    expect(stubber.pending).toHaveLength(1);
    stubber.activate();
    const error = await getObject();
    expect(error).toBeInstanceOf(InvalidObjectState);
    expect(error).toMatchObject({ StorageClass: 'GLACIER', AccessTier: 'ARCHIVE_ACCESS' });
  });

  test('has modeledFields of any depth, and copies them', async () => {
    const client = new DynamoDBClient({});
    const documents = DynamoDBDocumentClient.from(client);
    const modeledFields = { CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] };
    new Stubber(documents)
      .addClientError('Get', { code: 'TransactionCanceledException', modeledFields })
      .activate();
    modeledFields.CancellationReasons.pop();
    const error = await refusalOf(
      documents.send(new GetCommand({ TableName: 'users', Key: { id: 1 } })),
    );
    expect(error).toBeInstanceOf(TransactionCanceledException);
    expect(error).toMatchObject({ CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] });
  });

  test('has modeledFields of a code that the model does not have like errorMeta', async () => {
    new Stubber(s3)
      .addClientError('GetObject', { code: 'Quarantined', modeledFields: { Scanner: 'scanner-1' } })
      .activate();
    expect(await getObject()).toMatchObject({ name: 'Quarantined', Scanner: 'scanner-1' });
  });

  test('gives each caller an error of its own', async () => {
    const options = { code: 'NoSuchKey' };
    new Stubber(s3)
      .addClientError('GetObject', options)
      .addClientError('GetObject', options)
      .activate();
    expect(await getObject()).not.toBe(await getObject());
  });

  test('has expected parameters like a response', async () => {
    new Stubber(s3)
      .addClientError(GetObjectCommand, {
        code: 'NoSuchKey',
        expectedParams: { Bucket: 'docs', Key: ANY },
      })
      .activate();
    expect(await getObject()).toBeInstanceOf(NoSuchKey);
  });

  test('refuses an operation that the service does not have', async () => {
    const stubber = new Stubber(S3Client);
    expect(
      await messageOf(() => stubber.addClientError('GetObjct', { code: 'NoSuchKey' })),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addClientError(): S3Client has no operation 'GetObjct'. Did you mean 'GetObject'?"`,
    );
    expect(stubber.pending).toEqual([]);
  });

  test('refuses an empty code', async () => {
    const stubber = new Stubber(S3Client);
    expect(
      await messageOf(() => stubber.addClientError('GetObject', { code: '' })),
    ).toMatchInlineSnapshot(
      `"WrongUseError: Stubber.addClientError() takes an error's code ('NoSuchKey'), its class, or an Error, but got an empty text."`,
    );
  });
});

describe('two Stubbers on one client stack', () => {
  test('the one activated last is asked first', async () => {
    const first = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'first' });
    const second = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'second' });
    second.activate();
    first.activate();
    expect(await describeVpcs()).toBe('first');
    expect(await describeVpcs()).toBe('second');
  });

  test('a call that is not next in one may be next in the other', async () => {
    const network = new Stubber(ec2)
      .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } })
      .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-2' } });
    const listing = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'listed' });
    network.activate();
    listing.activate();
    expect(await createVpc()).toBe('vpc-1');
    expect(await describeVpcs()).toBe('listed');
    expect(await createVpc()).toBe('vpc-2');
  });

  test('each keeps its own queue, and each is asserted by itself', async () => {
    const first = new Stubber(ec2).addResponse('DescribeVpcs', {}).activate();
    const second = new Stubber(ec2).addResponse('CreateVpc', {}).activate();
    await describeVpcs();
    first.assertNoPendingResponses();
    expect(() => {
      second.assertNoPendingResponses();
    }).toThrow(PendingExpectationsError);
    await createVpc();
    second.assertNoPendingResponses();
  });

  test('one activated twice is there once', async () => {
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'one' });
    stubber.activate().activate();
    expect(await describeVpcs()).toBe('one');
    stubber.deactivate();
    stub(ec2).on('DescribeVpcs').resolves({ NextToken: 'stub' });
    expect(await describeVpcs()).toBe('stub');
  });
});

describe('closing one never opens the way to AWS', () => {
  const requests: string[] = [];
  const client = new EC2Client({
    requestHandler: {
      handle: ({ hostname }: { hostname: string }) => {
        requests.push(hostname);
        return Promise.reject(new Error('sent'));
      },
    },
    maxAttempts: 1,
  });

  beforeEach(() => {
    requests.length = 0;
    configure({ unstubbed: 'throw' });
  });
  afterEach(() => {
    expect(requests).toEqual([]);
  });

  test('the next call is unstubbed', async () => {
    const stubber = new Stubber(client).addResponse('DescribeVpcs', { NextToken: 'one' });
    stubber.activate();
    expect(await describeVpcs(client)).toBe('one');
    stubber.deactivate();
    const error = await refusalOf(describeVpcs(client));
    expect(error).toBeInstanceOf(UnstubbedOperationError);
    expect(error).toMatchObject({ service: 'EC2', operation: 'DescribeVpcs', input: {} });
  });

  test('the other one goes on, whichever was closed', async () => {
    for (const closed of [0, 1]) {
      const stubbers = ['first', 'second'].map((NextToken) =>
        new Stubber(client).addResponse('DescribeVpcs', { NextToken }).activate(),
      );
      stubbers[closed]!.deactivate();
      expect(await describeVpcs(client)).toBe(['second', 'first'][closed]);
      stubbers[1 - closed]!.deactivate();
      await expect(describeVpcs(client)).rejects.toBeInstanceOf(UnstubbedOperationError);
    }
  });

  test('one that was never activated answers nothing', async () => {
    const stubber = new Stubber(client).addResponse('DescribeVpcs', { NextToken: 'Stubber' });
    await expect(describeVpcs(client)).rejects.toBeInstanceOf(UnstubbedOperationError);
    expect(await stubber.using(() => describeVpcs(client))).toBe('Stubber');
  });

  test('answers on the wire go the whole way through the closed client', async () => {
    configure({ delivery: 'wire' });
    const stubber = new Stubber(client).addResponse('DescribeVpcs', { NextToken: 'wire' });
    expect(await stubber.using(() => describeVpcs(client))).toBe('wire');
    await expect(describeVpcs(client)).rejects.toBeInstanceOf(UnstubbedOperationError);
  });

  test('nor does a copy of the SDK that is not patched', async () => {
    const sent: unknown[] = [];
    const requestHandler = {
      handle: (request: unknown) => {
        sent.push(request);
        return Promise.reject(new Error('sent'));
      },
    };
    const own = new EC2Client({ requestHandler: requestHandler as never });
    const command = new DescribeVpcsCommand({});
    // What its `send` does.
    const send = () => command.resolveMiddleware(own.middlewareStack, own.config, {})(command);
    await expect(send()).rejects.toThrow('sent');
    expect(sent).toHaveLength(1);

    new Stubber(own);
    const error = await refusalOf(send());
    expect((error as Error).message).toBe(
      `DescribeVpcsCommand was called on this EC2Client. You made a Stubber for it, but the call did not reach the Stubber: the client comes from a copy of the SDK that stubs cannot reach. Nothing was sent to AWS.

If Vite builds in the SDK's ES modules, add the plugin 'aws-sdk-stubber/vite'. If a bundler built the SDK into a file, let it leave the SDK out.`,
    );
    expect(sent).toHaveLength(1);
    expect(currentScope().violations.splice(0)).toEqual([error]);

    // Nor while the SDK works for a call of another client.
    configure({ delivery: 'wire' });
    stub(client)
      .on('DescribeVpcs')
      .answers(async () => ({ NextToken: ((await refusalOf(send())) as Error).name }));
    expect(await describeVpcs(client)).toBe('WrongUseError');
    expect(sent).toHaveLength(1);
    expect(currentScope().violations.splice(0)).toHaveLength(1);
  });

  test('neither does using', async () => {
    await new Stubber(client).addResponse('DescribeVpcs', {}).using(() => describeVpcs(client));
    await expect(describeVpcs(client)).rejects.toBeInstanceOf(UnstubbedOperationError);
  });
});

describe('deactivate', () => {
  test('does not assert: what is left in the queue is no failure', () => {
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', {}).activate();
    stubber.deactivate();
    expect(stubber.pending).toHaveLength(1);
  });

  test('keeps the queue for the next activation', async () => {
    const stubber = new Stubber(ec2)
      .addResponse('DescribeVpcs', { NextToken: 'first' })
      .addResponse('DescribeVpcs', { NextToken: 'second' });
    stubber.activate();
    expect(await describeVpcs()).toBe('first');
    stubber.deactivate();
    stubber.activate();
    expect(await describeVpcs()).toBe('second');
  });

  test('may be said twice, and of one that was never active', () => {
    const stubber = new Stubber(ec2);
    stubber.deactivate();
    stubber.activate().deactivate();
    stubber.deactivate();
  });
});

describe('assertNoPendingResponses', () => {
  test('names the answers that were not used, each with its place', async () => {
    const stubber = new Stubber(EC2Client)
      .addResponse('CreateVpc', {}, { CidrBlock: ANY })
      .addResponse('DescribeVpcs')
      .addClientError('CreateSubnet', { code: 'InvalidSubnet.Range' })
      .activate();
    await createVpc();
    const assert = () => {
      stubber.assertNoPendingResponses();
    };
    expect(assert).toThrow(PendingExpectationsError);
    expect(await messageOf(assert)).toMatchInlineSnapshot(`
      "PendingExpectationsError: 2 answers of Stubbers were not used: the code under test did not make these calls.

        1. EC2Client DescribeVpcs (any input)
           in test/stubs/stubber.test.ts:LINE
        2. EC2Client CreateSubnet (any input)
           in test/stubs/stubber.test.ts:LINE

      An answer that may be left unused is written with stub(client).on(…)."
    `);
    stubber.deactivate();
    expect(assert).toThrow(PendingExpectationsError);
  });

  test('passes where all were used, and where there were none', async () => {
    const stubber = new Stubber(ec2).activate();
    stubber.assertNoPendingResponses();
    stubber.addResponse('DescribeVpcs');
    await describeVpcs();
    stubber.assertNoPendingResponses();
  });
});

describe('using', () => {
  const stubs = () => stub(ec2, { unstubbed: 'throw' });

  test('activates for as long as the function runs, and gives what it gave', async () => {
    stubs();
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'inside' });
    await expect(describeVpcs()).rejects.toThrow('No stub answers');
    expect(await stubber.using(() => describeVpcs())).toBe('inside');
    await expect(describeVpcs()).rejects.toThrow('No stub answers');
  });

  test('gives the function the Stubber, to add to', async () => {
    const token = await new Stubber(ec2).using((stubber) => {
      stubber.addResponse('DescribeVpcs', { NextToken: 'added inside' });
      return describeVpcs();
    });
    expect(token).toBe('added inside');
  });

  test('takes a function that is not asynchronous', async () => {
    expect(await new Stubber(ec2).using(() => 5)).toBe(5);
  });

  test('asserts that every answer was used, and deactivates also then', async () => {
    stubs();
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', {});
    const using = stubber.using(() => undefined);
    await expect(using).rejects.toBeInstanceOf(PendingExpectationsError);
    await expect(describeVpcs()).rejects.toThrow('No stub answers');
  });

  test('deactivates where the function throws, whose own error wins', async () => {
    stubs();
    const failure = new Error('of the code under test');
    const stubber = new Stubber(ec2).addResponse('DescribeVpcs', {}).addResponse('CreateVpc', {});
    const thrown = stubber.using(() => {
      throw failure;
    });
    await expect(thrown).rejects.toBe(failure);
    const rejected = stubber.using(async () => {
      await describeVpcs();
      throw failure;
    });
    await expect(rejected).rejects.toBe(failure);
    await expect(describeVpcs()).rejects.toThrow('No stub answers');
  });

  test('inside using, the inner one is asked first and leaves the outer one as it was', async () => {
    const outer = new Stubber(ec2)
      .addResponse('DescribeVpcs', { NextToken: 'outer 1' })
      .addResponse('DescribeVpcs', { NextToken: 'outer 2' });
    const inner = new Stubber(ec2).addResponse('DescribeVpcs', { NextToken: 'inner' });
    const tokens = await outer.using(async () => [
      await describeVpcs(),
      await inner.using(() => describeVpcs()),
      await describeVpcs(),
    ]);
    expect(tokens).toEqual(['outer 1', 'inner', 'outer 2']);
  });
});

describe('a Stubber that several tests share', () => {
  const shared = new Stubber(ec2);

  // Nothing deactivates it: the end of a test does.
  test.each(['first', 'second'])('is activated anew in the %s of them', async (NextToken) => {
    shared.addResponse('DescribeVpcs', { NextToken });
    shared.activate();
    expect(await describeVpcs()).toBe(NextToken);
  });

  test('and is active in none that does not activate it', async () => {
    stub(ec2).on('DescribeVpcs').resolves({ NextToken: 'stub' });
    shared.addResponse('DescribeVpcs', { NextToken: 'Stubber' });
    expect(await describeVpcs()).toBe('stub');
    expect(await shared.using(() => describeVpcs())).toBe('Stubber');
  });
});

describe.concurrent('Stubbers of concurrent tests on one client', () => {
  test.each(['first', 'second', 'third'])(
    'answer the calls of their own test: %s',
    async (name) => {
      const client = new EC2Client({});
      new Stubber(EC2Client)
        .addResponse('DescribeVpcs', { NextToken: `${name} 1` })
        .addResponse('DescribeVpcs', { NextToken: `${name} 2` })
        .activate();
      const tokens = [await describeVpcs(client)];
      await Promise.resolve();
      tokens.push(await describeVpcs(client));
      if (tokens.join() !== `${name} 1,${name} 2`) throw new Error(tokens.join());
    },
  );
});
