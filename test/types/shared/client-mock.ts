import { DynamoDBClient, type DynamoDBClientResolvedConfig } from '@aws-sdk/client-dynamodb';
import { SQSClient as OldSQSClient, SendMessageCommand as OldCommand } from 'sqs-3.600';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import {
  ListTopicsCommand,
  PublishCommand,
  SNS,
  SNSClient,
  type PublishCommandOutput,
} from '@aws-sdk/client-sns';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/lib-dynamodb';
import {
  AwsStub,
  mockClient,
  type AwsClientBehavior,
  type AwsClientStub,
  type AwsCommand,
  type AwsError,
  type CommandResponse,
} from 'aws-sdk-stubber/client-mock';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectType<A>(): <B>(value: B, same: Same<A, B>) => void;

const sns = mockClient(SNSClient);
expectType<AwsClientStub<SNSClient>>()(sns, true);

// Commands, their inputs and outputs.
sns.on(PublishCommand);
sns.on(PublishCommand, { TopicArn: '', Message: '' });
sns.on(PublishCommand, { Message: '' }, true).resolves({});
sns
  .on(PublishCommand)
  .resolves({ MessageId: '' })
  .on(ListTopicsCommand)
  .resolvesOnce({ Topics: [] });
sns.on(PublishCommand).resolves(Promise.resolve({ MessageId: '' }));
// @ts-expect-error -- not an input of ListTopics
sns.on(ListTopicsCommand, { TopicArn: '', Message: '' });
// @ts-expect-error -- no output of Publish has Topics
sns.on(PublishCommand).resolves({ MessageId: '', Topics: [] });
// @ts-expect-error -- no output of Publish has Topics
sns.on(PublishCommand).resolves({ Topics: [] });
// @ts-expect-error -- not a command
sns.on({});
// @ts-expect-error -- not a client
mockClient({});
// @ts-expect-error -- not a client's class
mockClient(PublishCommand);

// What spies see.
expectType<PublishCommand>()(sns.commandCalls(PublishCommand)[0]!.args[0], true);
expectType<Promise<PublishCommandOutput>>()(sns.commandCalls(PublishCommand)[0]!.returnValue, true);
const topic: string | undefined = sns.commandCalls(PublishCommand)[0]!.args[0].input.TopicArn;
// As sinon's: of any type.
const first: string =
  sns.calls()[0]!.firstArg.input.Message + sns.send.lastCall.lastArg.input.Message;
const count: number = sns.send.callCount;

// Where stubs are kept.
let s3: AwsClientStub<S3Client> = mockClient(S3Client);
s3 = mockClient(new S3Client({}));
s3.on(GetObjectCommand).callsFake(async (_input, getClient) => {
  await getClient().config.region();
});
let any: ReturnType<typeof mockClient>;
any = mockClient(S3Client);
any = mockClient(DynamoDBDocumentClient);
any.on(GetObjectCommand).resolves({});
let ddb: AwsStub<ServiceInputTypes, ServiceOutputTypes, DynamoDBClientResolvedConfig>;
ddb = mockClient(DynamoDBDocumentClient);
ddb.on(GetCommand, { TableName: 't' }).resolves({ Item: { id: 1 } });
ddb.on(QueryCommand, { TableName: 't' }).resolvesOnce({ Items: [] }).rejects(new Error('no'));
const anyStub: AwsStub<any, any, any> = mockClient(SNS);
const behavior: AwsClientBehavior<SNSClient> = mockClient(SNSClient).on(PublishCommand);
behavior.rejects({ Code: 'NotFound', $fault: 'client' });
const error: AwsError = { name: 'X', message: 'y', Type: 'Sender', $service: 'sns' };
const command: AwsCommand<any, any> = new PublishCommand({ Message: '' });
const response: CommandResponse<PublishCommandOutput> = { MessageId: '' };
const handedOver = mockClient(DynamoDBClient) as unknown as DynamoDBClient;
mockClient(SNSClient, { validate: true, unstubbed: 'throw', strict: true, copies: true });

// A client of another copy and age of the SDK.
const old: AwsClientStub<OldSQSClient> = mockClient(OldSQSClient);
old.on(OldCommand, { QueueUrl: 'q' }).resolves({ MessageId: '1' });
// @ts-expect-error -- no member of the input
old.on(OldCommand, { Queue: 'q' });
let documents: AwsClientStub<DynamoDBDocumentClient> = mockClient(DynamoDBDocumentClient);
documents = mockClient(DynamoDBDocumentClient.from(new DynamoDBClient({})));
documents
  .on(GetCommand)
  .resolvesOnce({ Item: { id: 1 } })
  .rejectsOnce('no');

export {
  any,
  anyStub,
  command,
  count,
  documents,
  ddb,
  error,
  first,
  handedOver,
  response,
  s3,
  topic,
};
