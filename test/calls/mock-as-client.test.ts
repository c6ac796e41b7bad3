import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ListQueuesCommand, SQSClient } from 'sqs-3.600';
import { mockClient as originalMockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mockClient as facadeMockClient } from '../../src/client-mock/index.js';
import { stub } from '../../src/index.js';

/** The code under test, which takes any client. */
class Network {
  constructor(private readonly client: unknown) {}
  async create(CidrBlock: string): Promise<string | undefined> {
    const ec2 = this.client as EC2Client;
    return (await ec2.send(new CreateVpcCommand({ CidrBlock }))).Vpc?.VpcId;
  }
}
class OwnClient extends EC2Client {
  constructor(readonly team: string) {
    super({});
  }
}
/** Without what it belongs to. */
const sendOf = (client: object): ((command: object) => unknown) =>
  Reflect.get(client, 'send') as (command: object) => unknown;

// As far as the two are used here, they are one.
const libraries = [
  ['aws-sdk-client-mock', originalMockClient as unknown as typeof facadeMockClient],
  ['aws-sdk-stubber/client-mock', facadeMockClient],
] as const;

describe.each(libraries)('a mock of %s that is handed over as the client', (_, mockClient) => {
  const mocks: { restore(): void }[] = [];
  const mocked = ((client: never) => {
    const mock = mockClient(client);
    mocks.push(mock);
    return mock;
  }) as unknown as typeof facadeMockClient;

  afterEach(() => {
    for (const mock of mocks.splice(0)) mock.restore();
  });

  test('has its calls seen, by the mock, the class and the service', async () => {
    const ec2 = mocked(EC2Client);
    ec2.on(CreateVpcCommand).resolves({ Vpc: { VpcId: 'vpc-1' } });
    expect(await new Network(ec2).create('10.0.0.0/16')).toBe('vpc-1');
    for (const target of [ec2, EC2Client, EC2, 'EC2', stub(), stub(EC2Client)]) {
      expect(target).toHaveCalledOperationOnce('CreateVpc', { CidrBlock: '10.0.0.0/16' });
      expect(target).not.toHaveCalledOperation('DescribeVpcs');
    }
    expect(S3Client).not.toHaveCalledAnyOperation();
    expect(new EC2Client({})).not.toHaveCalledAnyOperation();
    const [call] = stub(EC2Client).calls();
    await Promise.resolve();
    expect(call).toMatchObject({ service: 'EC2', output: { Vpc: { VpcId: 'vpc-1' } } });
  });

  test('where it mocks one client, that is the client', async () => {
    const client = new EC2Client({});
    const ec2 = mocked(client);
    ec2.resolves({});
    await new Network(ec2).create('10.0.0.0/16');
    expect(ec2).toHaveCalledOperationOnce(CreateVpcCommand);
    expect(client).toHaveCalledOperationOnce('CreateVpc');
    expect(stub(client).calls()[0]?.client).toBe(client);
    expect(new EC2Client({})).not.toHaveCalledAnyOperation();
  });

  test('among calls of real clients, in the order they were made', async () => {
    const ec2 = mocked(EC2Client);
    ec2.resolves({});
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    await new Network(ec2).create('10.0.0.0/16');
    await new Network(new EC2({})).create('10.1.0.0/16');
    expect(ec2).toHaveNthCalledOperation(2, 'CreateVpc', { CidrBlock: '10.0.0.0/16' });
    expect(EC2Client).toHaveLastCalledOperation('CreateVpc', { CidrBlock: '10.1.0.0/16' });
  });

  test('of a document client, a class of one’s own and an older client', async () => {
    const documents = mocked(DynamoDBDocumentClient);
    documents.resolves({});
    const get = new GetCommand({ TableName: 't', Key: { id: 1 } });
    await (documents as unknown as DynamoDBDocumentClient).send(get);
    for (const target of [documents, DynamoDBDocumentClient, DynamoDBClient, 'DynamoDB']) {
      expect(target).toHaveCalledOperationOnce('GetItem', { TableName: 't' });
    }
    expect(documents).toHaveCalledOperation(GetCommand, { Key: { id: 1 } });
    const own = mocked(OwnClient);
    own.resolves({});
    await new Network(own).create('10.0.0.0/16');
    expect(OwnClient).toHaveCalledOperationOnce('CreateVpc');
    const queues = mocked(SQSClient as never);
    queues.resolves({});
    await (queues as unknown as SQSClient).send(new ListQueuesCommand({}));
    expect(SQSClient).toHaveCalledOperationOnce('ListQueues');
  });

  test('and a send that is taken out of it', async () => {
    const ec2 = mocked(EC2Client);
    ec2.resolves({});
    const send = sendOf(ec2);
    await send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const wrapped = { send: sendOf(new EC2Client({})) };
    await new Network(wrapped).create('10.1.0.0/16');
    expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 2);
  });

  test('is forgotten by reset()', async () => {
    const ec2 = mocked(EC2Client);
    await new Network(ec2).create('10.0.0.0/16').catch(() => undefined);
    ec2.reset();
    expect(ec2).not.toHaveCalledAnyOperation();
  });
});

test('a mock of the facade on one client is seen by its class and its service as well', async () => {
  const client = new EC2Client({});
  const mock = facadeMockClient(client);
  mock.resolves({});
  await new Network(client).create('10.0.0.0/16');
  await new Network(mock).create('10.1.0.0/16');
  for (const target of [EC2Client, 'EC2', stub()]) {
    expect(target).toHaveCalledOperationTimes('CreateVpc', 2);
  }
  mock.restore();
});

test('a spied send that is called without its client is one of its class', async () => {
  const spy = vi.spyOn(EC2Client.prototype, 'send').mockImplementation(() => ({}) as never);
  const send = sendOf(EC2Client.prototype);
  await send(new DescribeVpcsCommand({}));
  expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  spy.mockRestore();
});
