import 'aws-sdk-stubber/services/ec2';
import 'aws-sdk-stubber/services/lib-dynamodb';
// A package that is not installed takes nothing from the others.
import 'aws-sdk-stubber/services/s3-control';
import { CreateVpcCommand, EC2, EC2Client, type CreateVpcCommandInput } from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { IAMClient } from '@aws-sdk/client-iam';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocument, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ANY, exactly, stub, Stubber, type Call } from 'aws-sdk-stubber';

// By hand, as for a package that the ready entries cannot reach.
declare module 'aws-sdk-stubber' {
  interface AwsServices {
    IAM: typeof import('@aws-sdk/client-iam');
    Pools: {
      PoolsClient: typeof PoolsClient;
      CreatePoolClientCommand: typeof CreatePoolClientCommand;
    };
  }
}

/** Fails to compile unless both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

class OwnClient extends EC2Client {}

// A name stands for its command, whichever target it is given for.
stub(EC2Client)
  .on('CreateVpc', { CidrBlock: ANY })
  .resolves({ Vpc: { VpcId: 'vpc-1' } });
stub(new EC2Client({})).on('CreateVpc', exactly({ CidrBlock: '10.0.0.0/16' }));
stub(EC2).expects('CreateVpc', { CidrBlock: '10.0.0.0/16' }).rejects('VpcLimitExceeded');
stub(OwnClient).on('CreateVpc', { InstanceTenancy: 'default' });
stub('EC2').on('CreateVpc', { CidrBlock: ANY });
stub(stub(EC2Client)).on('CreateVpc').resolvesOnce({ Vpc: {} });
stub(EC2Client)
  .on('CreateVpc')
  .resolves()
  .on('DescribeVpcs')
  .resolvesPages([{ Vpcs: [] }]);
stub(EC2Client)
  .on('CreateVpc')
  .resolves(Promise.resolve({ Vpc: { VpcId: 'vpc-1' } }));
declare const vpcs: Promise<{ Vpcs: [] }>;
// @ts-expect-error -- DescribeVpcs' output
stub(EC2Client).on('CreateVpc').resolvesOnce(vpcs);
stub(EC2Client).onAnyOperation({ DryRun: true }, { unused: 'ignore' }).resolves({ Anything: 1 });
stub(EC2Client).reset().onAnyOperation();
// @ts-expect-error -- no operation of EC2
stub(EC2Client).on('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stub(new EC2Client({})).on('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stub(EC2).expects('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stub(OwnClient).on('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stub('EC2').on('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stub(stub(EC2Client)).on('CreateVpcs');
// @ts-expect-error -- the name of the class
stub(EC2Client).on('CreateVpcCommand');
// @ts-expect-error -- a base class is no operation
stub(EC2Client).on('$');
// @ts-expect-error -- a misspelt parameter
stub(EC2Client).on('CreateVpc', { CidrBlok: '10.0.0.0/16' });
// @ts-expect-error -- a wrong type
stub('EC2').expects('CreateVpc', { CidrBlock: 10 });
// @ts-expect-error -- a misspelt member
stub(EC2Client).on('CreateVpc').resolves({ Vpcs: [] });
const described = stub(EC2Client).on('DescribeVpcs');
// @ts-expect-error -- a misspelt member of a page
described.resolvesPages([{ Vpc: [] }]);
stub(EC2Client)
  .on('CreateVpc')
  .answers((input, { client }) => {
    same<typeof input, CreateVpcCommandInput>(true);
    same<typeof client, EC2Client>(true);
    return { Vpc: { CidrBlock: input.CidrBlock } };
  });

// Several names at once.
for (const operation of ['CreateVpc', 'CreateSubnet'] as const) stub(EC2Client).on(operation);
// @ts-expect-error -- any text at all
for (const operation of ['CreateVpc', 'CreateSubnet']) stub(EC2Client).on(operation);

// Calls.
const [byName] = stub(EC2Client).calls('CreateVpc', { CidrBlock: ANY });
const [byClass] = stub(EC2Client).calls(CreateVpcCommand, { CidrBlock: ANY });
same<typeof byName, typeof byClass>(true);
same<NonNullable<typeof byName>['input'], CreateVpcCommandInput>(true);
const [any] = stub(EC2Client).calls();
same<typeof any, Call<any, any, EC2Client> | undefined>(true);
// @ts-expect-error -- no operation of EC2
stub(EC2Client).calls('CreateVpcs');
// @ts-expect-error -- a misspelt parameter
stub(EC2Client).calls('CreateVpc', { CidrBlok: ANY });

// botocore's Stubber.
const stubber = new Stubber(new EC2Client({}));
stubber.addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY });
stubber.addClientError('CreateVpc', { code: 'Denied', expectedParams: { CidrBlock: ANY } });
new Stubber('EC2').addResponse('CreateVpc', { Vpc: {} });
// @ts-expect-error -- no operation of EC2
stubber.addResponse('CreateVpcs');
// @ts-expect-error -- no operation of EC2
stubber.addClientError('CreateVpcs');
// @ts-expect-error -- a misspelt member
stubber.addResponse('CreateVpc', { Vpcs: [] });
// @ts-expect-error -- a misspelt parameter
stubber.addResponse('CreateVpc', {}, { CidrBlok: ANY });
// @ts-expect-error -- a misspelt parameter
stubber.addClientError('CreateVpc', { expectedParams: { CidrBlok: ANY } });
// A Stubber of any client takes every other, and any text.
const ofAny: Stubber = stubber;
ofAny.addResponse('CreateVpcs', { Vpcs: [] }, { CidrBlok: ANY });

// DynamoDB: plain and document client know operations of their own, and values of their own.
stub(DynamoDBDocumentClient)
  .on('Get', { Key: { id: 'a' } })
  .resolves({ Item: { id: 'a' } });
stub(DynamoDBDocumentClient)
  .on('GetItem', { Key: { id: 'a' } })
  .resolves({ Item: { id: 'a' } });
stub(DynamoDBDocument).on('CreateTable', { TableName: 'users' });
stub(DynamoDBClient).on('GetItem', { Key: { id: { S: 'a' } } });
// @ts-expect-error -- a plain value
stub(DynamoDBClient).on('GetItem', { Key: { id: 'a' } });
// @ts-expect-error -- one of the document client
stub(DynamoDBClient).on('Get');
// @ts-expect-error -- a misspelt parameter
stub(DynamoDBDocumentClient).on('GetItem', { Keys: { id: 'a' } });
// @ts-expect-error -- no operation of either
stub(DynamoDBDocument).on('Gets');
// @ts-expect-error -- a base class is no operation
stub(DynamoDBDocument).on('DynamoDBDocumentClient');

// An operation may be named as a client is: Cognito's CreateUserPoolClient.
declare class PoolsClient {
  send(command: { readonly input: { PoolId?: string } }): unknown;
}
declare class CreatePoolClientCommand {
  readonly input: { PoolId?: string };
  resolveMiddleware(): () => Promise<{ output: { ClientId?: string } }>;
}
stub(PoolsClient).on('CreatePoolClient', { PoolId: 'a' }).resolves({ ClientId: 'b' });
// @ts-expect-error -- no operation of it
stub(PoolsClient).on('CreatePool');

// By hand.
stub(IAMClient).on('GetRole', { RoleName: 'admin' });
stub('IAM').on('GetRole', { RoleName: ANY });
// @ts-expect-error -- a misspelt parameter
stub(IAMClient).on('GetRole', { Role: 'admin' });
// @ts-expect-error -- no operation of IAM
stub('IAM').on('GetRoles');

// Services that are not registered, and every client: any text.
stub(SNSClient).on('Publishes', { Topic: 'a' }).resolves({ Id: '1' });
stub('SNS').expects('Publishes', { Topic: 'a' });
stub('S3 Control').on('Anything');
stub(SNSClient).calls('Publishes', { Topic: 'a' });
new Stubber(SNSClient).addResponse('Publishes', { Id: '1' }, { Topic: 'a' });
stub().on('Anything', { Topic: 'a' });
