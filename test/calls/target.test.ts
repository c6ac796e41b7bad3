import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';
import { Client } from '@smithy/core/client';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

/** Tells by whom a call of a client is answered: stubs here answer with their names. */
async function answeredBy(client: EC2Client): Promise<string | undefined> {
  const { NextToken } = await client.send(new DescribeVpcsCommand({}));
  return NextToken;
}

class AuditedClient extends EC2Client {}
class DoublyAuditedClient extends AuditedClient {}

beforeEach(() => {
  configure({ unstubbed: 'empty' });
});

describe('a stub of a client class', () => {
  test('answers every instance, also one that was made before', async () => {
    const before = new EC2Client({});
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    expect(await answeredBy(before)).toBe('class');
    expect(await answeredBy(new EC2Client({ region: 'eu-central-1' }))).toBe('class');
  });

  test('answers the aggregated client and the classes that extend it', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    expect(await answeredBy(new EC2({}))).toBe('class');
    expect(await answeredBy(new AuditedClient({}))).toBe('class');
    expect(await answeredBy(new DoublyAuditedClient({}))).toBe('class');
  });

  test('answers no other service', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
    expect(await new S3Client({}).send(new ListBucketsCommand({}))).toMatchObject({ Buckets: [] });
    expect(S3Client).not.toHaveCalledOperation('CreateBucket');
    expect(EC2Client).not.toHaveCalledAnyOperation();
  });

  test('is the same as one of its aggregated class', async () => {
    stub(EC2).on('DescribeVpcs').resolves({ NextToken: 'aggregated' });
    expect(await answeredBy(new EC2Client({}))).toBe('aggregated');
    expect(await answeredBy(new EC2({}))).toBe('aggregated');
    expect(EC2).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });
});

describe('a stub of a user’s own client class', () => {
  test('answers its instances and those of classes that extend it, and no others', async () => {
    stub(AuditedClient).on('DescribeVpcs').resolves({ NextToken: 'audited' });
    expect(await answeredBy(new AuditedClient({}))).toBe('audited');
    expect(await answeredBy(new DoublyAuditedClient({}))).toBe('audited');
    expect(await answeredBy(new EC2Client({}))).toBeUndefined();
    expect(AuditedClient).toHaveCalledOperationTimes('DescribeVpcs', 2);
    expect(DoublyAuditedClient).toHaveCalledOperationTimes('DescribeVpcs', 1);
    expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 3);
  });

  test('comes before one of the class that it extends, whichever was written first', async () => {
    stub(DoublyAuditedClient).on('DescribeVpcs').resolves({ NextToken: 'doubly audited' });
    stub(AuditedClient).on('DescribeVpcs').resolves({ NextToken: 'audited' });
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    expect(await answeredBy(new EC2Client({}))).toBe('class');
    expect(await answeredBy(new AuditedClient({}))).toBe('audited');
    expect(await answeredBy(new DoublyAuditedClient({}))).toBe('doubly audited');
  });
});

describe('a stub of a client', () => {
  test('answers that client only', async () => {
    const [one, other] = [new EC2Client({}), new EC2Client({})];
    stub(one).on('DescribeVpcs').resolves({ NextToken: 'instance' });
    expect(await answeredBy(one)).toBe('instance');
    expect(await answeredBy(other)).toBeUndefined();
    expect(one).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('a stub of a service id', () => {
  test.each(['EC2', 'ec2', 'EC2Client'])('%s answers every client of the service', async (id) => {
    stub(id).on('DescribeVpcs').resolves({ NextToken: 'service' });
    expect(await answeredBy(new EC2Client({}))).toBe('service');
    expect(await answeredBy(new EC2({}))).toBe('service');
    expect(await answeredBy(new AuditedClient({}))).toBe('service');
    expect(id).toHaveCalledOperationTimes('DescribeVpcs', 3);
  });

  test('is the same as one of the class: the latest of both answers', async () => {
    stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'service' });
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    expect(await answeredBy(new EC2Client({}))).toBe('class');
    stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'service again' });
    expect(await answeredBy(new EC2Client({}))).toBe('service again');
  });

  test.each(['Cognito Identity', 'CognitoIdentity', 'cognito-identity', 'CognitoIdentityClient'])(
    'of several words may be written %s',
    async (id) => {
      const cognito = stub(id);
      cognito.on('GetId').resolves({ IdentityId: 'us-east-1:1' });
      cognito.on('GetCredentialsForIdentity', { IdentityId: 'us-east-1:1' }).resolves({
        Credentials: { AccessKeyId: 'AKIA', SecretKey: 'secret', Expiration: new Date(0) },
      });
      const credentials = fromCognitoIdentityPool({
        // The provider remembers identities by pool.
        identityPoolId: `us-east-1:pool of ${id}`,
        clientConfig: { region: 'us-east-1' },
      });
      expect(await credentials()).toMatchObject({ accessKeyId: 'AKIA' });
      expect(id).toHaveCalledOperationOnce('GetId', {
        IdentityPoolId: `us-east-1:pool of ${id}`,
      });
    },
  );

  test('has the operations of its service, in whichever form it is written', () => {
    for (const id of ['EC2', 'ec2', 'EC2Client']) {
      expect(() => stub(id).on('DescribeVpcz'), id).toThrow("Did you mean 'DescribeVpcs'?");
    }
  });
});

describe('a stub of DynamoDB', () => {
  test('answers no document client, whose values are others', async () => {
    stub('DynamoDB')
      .on('GetItem')
      .resolves({ Item: { id: { S: 'plain' } } });
    stub(DynamoDBDocumentClient)
      .on('Get')
      .resolves({ Item: { id: 'document' } });
    const plain = new DynamoDBClient({});
    const document = DynamoDBDocumentClient.from(plain);
    const Key = { id: 'x' };
    const one = await plain.send(new GetItemCommand({ TableName: 't', Key: { id: { S: 'x' } } }));
    const other = await document.send(new GetCommand({ TableName: 't', Key }));
    expect(one.Item).toEqual({ id: { S: 'plain' } });
    expect(other.Item).toEqual({ id: 'document' });
  });
});

describe('stub() without a target', () => {
  test('answers every client', async () => {
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone' });
    stub()
      .on(ListBucketsCommand)
      .resolves({ Buckets: [{ Name: 'docs' }] });
    expect(await answeredBy(new EC2Client({}))).toBe('everyone');
    expect(await answeredBy(new AuditedClient({}))).toBe('everyone');
    const { Buckets } = await new S3Client({}).send(new ListBucketsCommand({}));
    expect(Buckets).toEqual([{ Name: 'docs' }]);
    expect(stub()).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });
});

describe('a stub of a stub', () => {
  test('means the same clients', async () => {
    const client = new EC2Client({});
    stub(stub(EC2Client)).on('DescribeVpcs').resolves({ NextToken: 'class' });
    expect(await answeredBy(client)).toBe('class');
    stub(stub(stub(client)))
      .on('DescribeVpcs')
      .resolves({ NextToken: 'instance' });
    expect(await answeredBy(client)).toBe('instance');
    expect(stub(EC2Client)).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });

  test('may be any of its stubs, too', async () => {
    const vpcs = stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    await answeredBy(new EC2Client({}));
    expect(vpcs).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('wrong use: stub() refuses', () => {
  test('undefined, as a client has before it is made', () => {
    expect(() => stub(undefined)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() got undefined for a target: is the client made before it is stubbed? stub() without an argument stubs every client.]`,
    );
  });

  test('null', () => {
    expect(() => stub(null as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got null.]`,
    );
  });

  test('a number', () => {
    expect(() => stub(42 as never)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got a number.]`,
    );
  });

  test('an empty service id', () => {
    expect(() => stub('')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a service id such as 'EC2', but got an empty name.]`,
    );
  });

  test('an object that is no client', () => {
    expect(() => stub({ region: 'us-east-1' })).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got a value of type Object.]`,
    );
  });

  test('a class that is no client', () => {
    expect(() => stub(Map)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got the function Map.]`,
    );
  });

  test('a function without a name', () => {
    expect(() => stub(() => undefined)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got the function (anonymous).]`,
    );
  });

  test('a command class', () => {
    expect(() => stub(CreateVpcCommand)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got the command class CreateVpcCommand (give the client's class, and the command after it).]`,
    );
  });

  test('a command', () => {
    expect(() =>
      stub(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got a CreateVpcCommand (give the client that sends it).]`,
    );
  });

  test('the base class of all clients, since a stub of it would answer nothing', () => {
    expect(() => stub(Client)).toThrow('every client');
  });
});
