import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, ListBucketsCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  ThrottlingException,
} from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetFunctionCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  ANY,
  configure,
  exactly,
  stub,
  Stubber,
  UnstubbedOperationError,
  type Call,
} from 'aws-sdk-stubber';

/** Fails to compile unless both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

// Targets: class, instance, aggregated client, service id, nothing, another stub.
stub(EC2Client);
stub(new EC2Client({}));
stub(EC2);
stub('S3 Control');
stub();
stub(stub(EC2Client));
stub(EC2Client, { unstubbed: 'empty' });
// @ts-expect-error -- a number is no target
stub(1);
// @ts-expect-error -- no such setting
stub(EC2Client, { unstubed: 'empty' });
// @ts-expect-error -- no such value
configure({ unstubbed: 'fial' });
configure({
  unstubbed: ({ operation }) => (operation === 'DescribeVpcs' ? { Vpcs: [] } : undefined),
});

// Parameters: any members, deeply, with matchers and exactly at any depth.
const ec2 = stub(EC2Client);
ec2.on(CreateVpcCommand);
ec2.on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
ec2.on(CreateVpcCommand, { CidrBlock: ANY, InstanceTenancy: 'default' });
ec2.on(CreateVpcCommand, exactly({ CidrBlock: '10.0.0.0/16' }));
ec2.on(CreateVpcCommand, {
  TagSpecifications: [{ ResourceType: 'vpc', Tags: [exactly({ Key: 'a', Value: ANY })] }],
});
ec2.on(DescribeVpcsCommand, { Filters: ANY, MaxResults: undefined });
// @ts-expect-error -- a misspelt parameter
ec2.on(CreateVpcCommand, { CidrBlok: '10.0.0.0/16' });
// @ts-expect-error -- a wrong type
ec2.on(CreateVpcCommand, { CidrBlock: 10 });
// @ts-expect-error -- a misspelt parameter, deeper
ec2.on(CreateVpcCommand, { TagSpecifications: [{ ResourceTyp: 'vpc' }] });
// @ts-expect-error -- a value that the enumeration does not have
ec2.on(CreateVpcCommand, { InstanceTenancy: 'defalt' });
// @ts-expect-error -- a command is not an operation's class
ec2.on(new CreateVpcCommand({ CidrBlock: '' }));
// @ts-expect-error -- a client is no operation
ec2.on(EC2Client);

// Outputs: any members of the output.
ec2.on(CreateVpcCommand).resolves();
ec2
  .on(CreateVpcCommand)
  .resolves({ Vpc: { VpcId: 'vpc-1' } })
  .after(10);
ec2.on(CreateVpcCommand).resolves({ $metadata: { httpStatusCode: 201 } });
ec2.on(CreateVpcCommand).resolvesOnce({}).rejectsOnce('VpcLimitExceeded').resolves({ Vpc: {} });
// @ts-expect-error -- a misspelt member
ec2.on(CreateVpcCommand).resolves({ Vpcs: [] });
// @ts-expect-error -- a misspelt member, deeper
ec2.on(CreateVpcCommand).resolves({ Vpc: { VpcID: 'vpc-1' } });
// @ts-expect-error -- milliseconds are a number
ec2.on(CreateVpcCommand).resolves().after('1s');
// @ts-expect-error -- an operation by name takes an object of parameters
ec2.on('CreateVpc', 'params');

// Tests name what matters to them: what the model requires may be left out, at every depth.
const lambda = stub(LambdaClient);
lambda.on(ListFunctionsCommand).resolves({ Functions: [{ VpcConfig: {} }] });
lambda.on(GetFunctionCommand).resolves({ Configuration: { LoggingConfig: {}, Layers: [{}] } });
lambda.on(GetFunctionCommand).answers(() => ({ Configuration: { EphemeralStorage: {} } }));
lambda.on(ListFunctionsCommand).resolvesPages([{ Functions: [{ EphemeralStorage: {} }] }]);
const bedrock = stub(BedrockRuntimeClient);
bedrock.on(ConverseCommand).resolves({});
bedrock.on(ConverseCommand).resolves({ output: { message: { content: [{ text: 'hi' }] } } });
bedrock.on(ConverseCommand).resolves({ usage: { totalTokens: 3 }, metrics: {} });
// @ts-expect-error -- a misspelt member beside those that are left out
bedrock.on(ConverseCommand).resolves({ usage: { totalToken: 3 } });
// @ts-expect-error -- a wrong type
bedrock.on(ConverseCommand).resolves({ usage: { totalTokens: '3' } });
stub(DynamoDBClient)
  .on(GetItemCommand)
  // @ts-expect-error -- a union has exactly one member
  .resolves({ Item: { id: {} } });
stub(DynamoDBClient)
  .on(GetItemCommand)
  // @ts-expect-error -- and not two
  .resolves({ Item: { id: { S: 'a', N: '1' } } });
// A Stubber asks for what the model requires.
new Stubber(BedrockRuntimeClient).addResponse(ConverseCommand, {
  // @ts-expect-error -- inputTokens and outputTokens are missing
  usage: { totalTokens: 3 },
});
configure({ validate: 'strict' });
stub(EC2Client, { validate: 'strict' });

// What is not checked takes any members; operations are still looked for.
stub(EC2Client, { validate: false })
  .on(DescribeVpcsCommand, { Preview: true })
  .resolves({ PreviewOfTomorrow: true });
stub(EC2Client)
  .on(DescribeVpcsCommand, { Preview: true }, { validate: false })
  .resolves({ PreviewOfTomorrow: true });
stub(EC2Client)
  .expects(DescribeVpcsCommand, { Preview: true }, { validate: false })
  .answers(({ MaxResults }) => ({ PreviewOfTomorrow: MaxResults }));
// @ts-expect-error -- what is checked takes none
stub(EC2Client, { delivery: 'wire' }).on(DescribeVpcsCommand).resolves({ PreviewOfTomorrow: true });

// Bodies and events may be given as what they hold.
stub(S3Client).on(GetObjectCommand).resolves({ Body: 'text' });
stub(S3Client).on(GetObjectCommand).resolves({ Body: new Uint8Array() });
// @ts-expect-error -- a number is no body
stub(S3Client).on(GetObjectCommand).resolves({ Body: 1 });
ec2.on(DescribeVpcsCommand).resolvesPages([{ Vpcs: [] }, { Vpcs: [{ VpcId: 'vpc-1' }] }]);
// An exception among events: its members, or the error.
bedrock.on(ConverseStreamCommand).resolves({
  stream: [
    { messageStart: { role: 'assistant' } },
    { contentBlockDelta: { delta: { text: 'hi' } } },
    { throttlingException: { message: 'slow down' } },
  ],
});
bedrock.on(ConverseStreamCommand).resolves({
  stream: [
    {
      throttlingException: new ThrottlingException({ message: 'slow down', $metadata: {} }),
    },
    new Error('broken off'),
  ],
});
bedrock.on(ConverseStreamCommand).answers(() => ({
  // eslint-disable-next-line @typescript-eslint/require-await -- the SDK's type of events
  stream: (async function* () {
    yield { throttlingException: { message: 'slow down' } };
  })(),
}));
bedrock.on(ConverseStreamCommand).resolves({
  // @ts-expect-error -- the exception has no such member
  stream: [{ throttlingException: { mesage: 'slow down' } }],
});
bedrock.on(ConverseStreamCommand).resolves({
  // @ts-expect-error -- no such event
  stream: [{ throttled: { message: 'slow down' } }],
});
// @ts-expect-error -- a misspelt member of a page
ec2.on(DescribeVpcsCommand).resolvesPages([{ Vpc: [] }]);

// botocore's Stubber.
const stubber = new Stubber(new EC2Client({}));
stubber.addResponse(CreateVpcCommand, { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY });
stubber.addClientError('CreateSubnet', { code: 'InvalidSubnet.Range', httpStatusCode: 400 });
// @ts-expect-error -- a misspelt member
stubber.addResponse(CreateVpcCommand, { Vpcs: [] });
export const ran: Promise<number> = stubber.using(() => 1);

// Errors: a code, a class, an error.
const s3 = stub(S3Client);
s3.on(GetObjectCommand).rejects('NoSuchKey', {
  message: 'none',
  $metadata: { httpStatusCode: 404 },
});
s3.on(GetObjectCommand).rejects(NoSuchKey);
s3.on(GetObjectCommand).rejects(new Error('broken'));
s3.on(ListBucketsCommand, {}).rejectsOnce('AccessDenied');
// @ts-expect-error -- a number is no error
s3.on(GetObjectCommand).rejects(404);

// Functions: input, output, client and call are those of the command and the target.
ec2.on(CreateVpcCommand).answers((input, { client, call }) => {
  same<typeof input.CidrBlock, string | undefined>(true);
  same<typeof client, EC2Client>(true);
  same<typeof call.operation, string>(true);
  return { Vpc: { CidrBlock: input.CidrBlock } };
});
ec2.on(CreateVpcCommand).answersOnce(async ({ CidrBlock }) => ({ Vpc: { CidrBlock } }));
// @ts-expect-error -- a function's output is checked too
ec2.on(CreateVpcCommand).answers(() => ({ Vpc: { VpcID: 'vpc-1' } }));
stub(new S3Client({}))
  .on(GetObjectCommand)
  .answers((_, { client }) => {
    same<typeof client, S3Client>(true);
    return {};
  });

// Expectations.
ec2.expects(CreateVpcCommand, { CidrBlock: ANY }).resolves({ Vpc: { VpcId: 'vpc-1' } });
ec2.inAnyOrder().expects(DescribeVpcsCommand).rejects('UnauthorizedOperation');
// @ts-expect-error -- a misspelt parameter
ec2.expects(CreateVpcCommand, { CidrBlok: ANY });

// The document client takes plain JavaScript, the plain one attribute values.
stub(DynamoDBDocumentClient)
  .on(GetCommand, { Key: { id: 'a' } })
  .resolves({ Item: { id: 'a', n: 1 } });
stub(DynamoDBClient)
  .on(GetItemCommand, { Key: { id: { S: 'a' } } })
  .resolves({ Item: { id: { S: 'a' } } });
// @ts-expect-error -- no attribute value
stub(DynamoDBClient).on(GetItemCommand, { Key: { id: 'a' } });

// Calls.
const [call] = ec2.calls(CreateVpcCommand, { CidrBlock: ANY });
same<
  typeof call,
  | Call<
      import('@aws-sdk/client-ec2').CreateVpcCommandInput,
      import('@aws-sdk/client-ec2').CreateVpcCommandOutput,
      EC2Client
    >
  | undefined
>(true);
same<NonNullable<typeof call>['input']['CidrBlock'], string | undefined>(true);
ec2.calls('CreateVpc');
ec2.debug();

export const failure = (error: unknown): string =>
  error instanceof UnstubbedOperationError ? error.operation : '';
