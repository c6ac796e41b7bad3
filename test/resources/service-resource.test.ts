import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2, EC2Client } from '@aws-sdk/client-ec2';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { SQSClient as OlderSQSClient } from 'sqs-3.840';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { resource, type SQSResources } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

describe('resource(client)', () => {
  test('gives the service resource, and makes no call', () => {
    const client = new EC2Client({});
    const ec2 = resource(client);

    expect(ec2.meta).toEqual({
      client,
      service: 'ec2',
      kind: 'ServiceResource',
      identifiers: {},
    });
    expect(ec2.meta.client).toBe(client);
    expect(stub().calls()).toEqual([]);
  });

  test('takes an aggregated client, and a class of one’s own', () => {
    class OwnClient extends EC2Client {}

    expect(resource(new EC2({})).Vpc('vpc-1').id).toBe('vpc-1');
    expect(resource(new OwnClient({})).Vpc('vpc-1').id).toBe('vpc-1');
  });

  test('calls with the commands of the client’s own copy of the SDK', async () => {
    const client = new OlderSQSClient({});
    const sent: unknown[] = [];
    stub(client)
      .on('ListQueues')
      .answers((_input, { call }) => {
        sent.push(call.operation);
        return { QueueUrls: ['https://queue'] };
      });
    const sqs = resource(client as never) as unknown as SQSResources.ServiceResource;

    expect((await sqs.queues.toArray()).map(({ url }) => url)).toEqual(['https://queue']);
    expect(sent).toEqual(['ListQueues']);
  });

  test('takes what stands for a client, of one service and then of another', async () => {
    const fake = (serviceId: string) => ({
      config: { serviceId },
      send: (command: object) =>
        Promise.resolve({ QueueUrls: [command.constructor.name], Vpcs: [] }),
    });
    const sqs = resource(fake('SQS') as unknown as SQSClient);
    const ec2 = resource(fake('EC2') as unknown as EC2Client);

    expect((await sqs.queues.toArray()).map(({ url }) => url)).toEqual(['ListQueuesCommand']);
    expect(await ec2.vpcs.toArray()).toEqual([]);
  });

  test('says which services have resources', async () => {
    // @ts-expect-error -- boto3 has no resources for Lambda
    const making = messageOf(() => resource(new LambdaClient({})));
    expect(await making).toBe(
      'WrongUseError: There are no resources for Lambda: boto3 has them for cloudformation, ' +
        'cloudwatch, dynamodb, ec2, glacier, iam, s3, sns and sqs.',
    );
    // @ts-expect-error -- no such service
    expect(await messageOf(() => resource('lambda'))).toContain(
      'There are no resources for lambda',
    );
  });

  test('says what to write where a class, or nothing, was given', async () => {
    // @ts-expect-error -- a class is no client
    expect(await messageOf(() => resource(EC2Client))).toContain('write resource(new EC2Client())');
    // @ts-expect-error -- nothing is no client
    expect(await messageOf(() => resource())).toContain('but got undefined');
  });
});

describe("resource('s3')", () => {
  test('makes a client of the project’s own package', async () => {
    const s3 = resource('s3', { region: 'eu-north-1' });
    stub(S3Client)
      .on('ListBuckets')
      .resolves({ Buckets: [{ Name: 'reports' }] });

    expect(s3.meta.client).toBeInstanceOf(S3Client);
    expect(await s3.meta.client.config.region()).toBe('eu-north-1');
    expect((await s3.buckets.toArray()).map(({ name }) => name)).toEqual(['reports']);
  });
});

describe('a kind of resource is a method of the service resource', () => {
  const ec2 = resource(new EC2Client({}));

  test('that takes its identifiers in order, or by name', () => {
    expect(ec2.Vpc('vpc-1').id).toBe('vpc-1');
    expect(ec2.Vpc({ id: 'vpc-1' }).id).toBe('vpc-1');
    const tag = ec2.Tag('vpc-1', 'Name', 'main');
    expect(tag).toEqual(ec2.Tag({ value: 'main', key: 'Name', resourceId: 'vpc-1' }));
    expect(tag).toMatchObject({ resourceId: 'vpc-1', key: 'Name', value: 'main' });
  });

  test('that takes them under the names of their attributes too', () => {
    // @ts-expect-error -- typed by the identifier's own name
    expect(ec2.Vpc({ vpcId: 'vpc-1' }).id).toBe('vpc-1');
  });

  test('that is the one boto3 gives where two kinds share a name', () => {
    expect(ec2.KeyPair('main').meta.kind).toBe('KeyPairInfo');
  });

  test('whose error names an identifier that is missing', async () => {
    // @ts-expect-error -- the id is missing
    expect(await messageOf(() => ec2.Vpc())).toBe(
      'WrongUseError: ec2.Vpc() was not given its id: write ec2.Vpc(id) or ec2.Vpc({ id }).',
    );
    // @ts-expect-error -- no value
    expect(await messageOf(() => ec2.Tag({ key: 'Name' }))).toBe(
      'WrongUseError: ec2.Tag() was not given its resourceId and value: ' +
        'write ec2.Tag(resourceId, key, value) or ec2.Tag({ resourceId, key, value }).',
    );
    // @ts-expect-error -- undefined is none
    expect(await messageOf(() => ec2.Vpc(undefined))).toContain('was not given its id');
  });

  test('whose error names an identifier that there is not, or one too many', async () => {
    // @ts-expect-error -- no such identifier
    expect(await messageOf(() => ec2.Vpc({ vpc: 'vpc-1' }))).toBe(
      'WrongUseError: ec2.Vpc() has no identifier vpc: write ec2.Vpc(id) or ec2.Vpc({ id }).',
    );
    // @ts-expect-error -- one too many
    expect(await messageOf(() => ec2.Vpc('vpc-1', 'vpc-2'))).toBe(
      'WrongUseError: ec2.Vpc() was given 2 values, but write ec2.Vpc(id) or ec2.Vpc({ id }).',
    );
    // @ts-expect-error -- not a string
    expect(await messageOf(() => ec2.Vpc(['vpc-1']))).toContain('has no identifier 0');
    // @ts-expect-error -- not a string
    expect(await messageOf(() => ec2.Vpc(true))).toContain('takes a string for its id');
  });

  test('that takes none where its account or its owner says all', async () => {
    const iam = resource('iam');

    expect(String(iam.CurrentUser())).toBe('iam.CurrentUser()');
    // @ts-expect-error -- it takes none
    expect(await messageOf(() => iam.CurrentUser('me'))).toContain('it takes none');
  });
});

test('identifiers are read-only, and there under their attribute’s name too', () => {
  const vpc = resource(new EC2Client({})).Vpc('vpc-1');

  expect(vpc.vpcId).toBe('vpc-1');
  expect(() => {
    // @ts-expect-error -- read-only
    vpc.id = 'vpc-2';
  }).toThrow(TypeError);
  expect(() => {
    // @ts-expect-error -- read-only
    vpc.vpcId = 'vpc-2';
  }).toThrow(TypeError);
});

describe('a resource', () => {
  const client = new EC2Client({});
  const ec2 = resource(client);

  test('has the client that it came from, all the way down', async () => {
    stub(client)
      .on('DescribeSubnets')
      .resolves({ Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1' }] });
    const [subnet] = await ec2.Vpc('vpc-1').subnets.toArray();

    expect((await subnet?.vpc())?.meta.client).toBe(client);
  });

  test('says its kind, service and identifiers', () => {
    expect(ec2.Vpc('vpc-1').meta).toMatchObject({
      service: 'ec2',
      kind: 'Vpc',
      identifiers: { id: 'vpc-1' },
    });
  });

  test('equals one of the same kind with the same identifiers', () => {
    const other = resource(new EC2Client({}));
    expect(ec2.Vpc('vpc-1').equals(other.Vpc('vpc-1'))).toBe(true);
    expect(ec2.Vpc('vpc-1').equals(ec2.Vpc('vpc-2'))).toBe(false);
    expect(ec2.Vpc('vpc-1').equals(ec2.Subnet('vpc-1'))).toBe(false);
    expect(ec2.Vpc('vpc-1').equals({ id: 'vpc-1' })).toBe(false);
    expect(ec2.Vpc('vpc-1').equals({ meta: 1 })).toBe(false);
    expect(ec2.Vpc('vpc-1').equals(undefined)).toBe(false);
    expect(ec2.Vpc('vpc-1')).toEqual(other.Vpc('vpc-1'));
    expect(ec2.Vpc('vpc-1')).not.toEqual(ec2.Vpc('vpc-2'));
  });

  test('is readable in a log, and keeps a secret out of it', async () => {
    const { inspect } = await import('node:util');
    const pair = resource('iam').AccessKeyPair('me', 'AKIA', 'hidden');

    expect(inspect(ec2.Vpc('vpc-1'))).toBe('ec2.Vpc(id="vpc-1")');
    expect(String(ec2.Tag('vpc-1', 'Name', 'a "b"'))).toBe(
      String.raw`ec2.Tag(resourceId="vpc-1", key="Name", value="a \"b\"")`,
    );
    expect(inspect(pair)).toBe('iam.AccessKeyPair(userName="me", id="AKIA", secret="***")');
    expect(inspect(ec2.Vpc('vpc-1').subnets)).toBe('ec2.Vpc(id="vpc-1").subnets');
  });

  test('is JSON of what it is and what is loaded of it', async () => {
    stub(client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
    const vpc = ec2.Vpc('vpc-1');
    const identity = { service: 'ec2', kind: 'Vpc', identifiers: { id: 'vpc-1' } };

    expect(JSON.parse(JSON.stringify(vpc))).toEqual(identity);
    await vpc.load();
    expect(JSON.parse(JSON.stringify(vpc))).toEqual({
      ...identity,
      data: { VpcId: 'vpc-1', State: 'available' },
    });
  });

  test('stands for its client in stub() and expect()', async () => {
    const vpc = resource(new EC2Client({})).Vpc('vpc-1');
    stub(vpc).on('DeleteVpc').resolves();

    await vpc.delete();

    expect(vpc).toHaveCalledOperation('DeleteVpc', { VpcId: 'vpc-1' });
    expect(client).not.toHaveCalledAnyOperation();
  });
});

test('the class of a kind is made once, for all clients', () => {
  const one = resource(new EC2Client({})).Vpc('vpc-1');
  const other = resource(new EC2Client({})).Vpc('vpc-2');

  expect(one.constructor).toBe(other.constructor);
  expect(one.constructor.name).toBe('ec2.Vpc');
  expect(resource(new DynamoDBClient({})).Table('a').constructor.name).toBe('dynamodb.Table');
});
