import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2, EC2Client, type GetConsoleOutputCommandOutput, type Vpc } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { stub } from 'aws-sdk-stubber';
import {
  Attr,
  batch,
  Key,
  resource,
  type Condition,
  type DynamoDBResources,
  type EC2Resources,
  type IAMResources,
  type S3Resources,
  type SNSResources,
  type SQSResources,
} from 'aws-sdk-stubber/resource';

/** Fails to compile unless both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

// A client's own service, also of an aggregated client and of a class of one's own.
class OwnClient extends S3Client {
  readonly own = true;
}
const network = resource(new EC2Client({}));
same<typeof network, EC2Resources.ServiceResource>(true);
const ofAggregated = resource(new EC2({}));
same<typeof ofAggregated, EC2Resources.ServiceResource>(true);
const ofOwnClass = resource(new OwnClient({}));
same<typeof ofOwnClass, S3Resources.ServiceResource>(true);
const ofSns = resource(new SNSClient({}));
same<typeof ofSns, SNSResources.ServiceResource>(true);
const ofSqs = resource(new SQSClient({}));
same<typeof ofSqs, SQSResources.ServiceResource>(true);
const ofIam = resource(new IAMClient({}));
same<typeof ofIam, IAMResources.ServiceResource>(true);
const tables = resource(new DynamoDBClient({}));
same<typeof tables, DynamoDBResources.ServiceResource>(true);
const documents = resource(DynamoDBDocumentClient.from(new DynamoDBClient({})));
same<typeof documents, DynamoDBResources.ServiceResource>(true);
// @ts-expect-error -- boto3 has no resources for Lambda
resource(new LambdaClient({}));
// @ts-expect-error -- a class is no client
resource(EC2Client);

// A service by its name, with its client's configuration.
const named = resource('s3', { region: 'eu-north-1', forcePathStyle: true });
same<typeof named, S3Resources.ServiceResource>(true);
// @ts-expect-error -- no such service
resource('s4');
// @ts-expect-error -- not S3's
resource('s3', { accountIdEndpointMod: 'x' });
resource(new EC2Client({}), { validate: false });
resource('s3', {}, { validate: false });
// @ts-expect-error -- no such option
resource(new EC2Client({}), { validat: false });

// Kinds and their identifiers.
const vpc = network.Vpc('vpc-1');
same<typeof vpc, EC2Resources.Vpc>(true);
same<typeof vpc.vpcId, string>(true);
network.Tag({ resourceId: 'vpc-1', key: 'a', value: 'b' });
resource('s3').MultipartUploadPart('b', 'k', 'u', 1);
// @ts-expect-error -- an identifier is missing
network.Tag('vpc-1', 'a');
// @ts-expect-error -- no such identifier
network.Vpc({ vpc: 'vpc-1' });
// @ts-expect-error -- a part's number is a number
resource('s3').MultipartUploadPart('b', 'k', 'u', '1');

async function use(): Promise<void> {
  // Attributes, by the SDK's own names and with its types.
  same<Awaited<ReturnType<typeof vpc.load>>, EC2Resources.Vpc>(true);
  const block = await vpc.get('CidrBlock');
  same<typeof block, string | undefined>(true);
  same<typeof vpc.data, Vpc>(true);
  // @ts-expect-error -- no such attribute
  await vpc.get('CidrBlok');
  // @ts-expect-error -- AWS cannot be asked for an association by itself
  await network.RouteTableAssociation('rtbassoc-1').load();

  // Actions: the SDK's inputs, less what is filled in, and its outputs or resources.
  const subnet = await vpc.createSubnet({ CidrBlock: '10.0.1.0/24' });
  same<typeof subnet, EC2Resources.Subnet>(true);
  const output = await network.Instance('i-1').consoleOutput();
  same<typeof output, GetConsoleOutputCommandOutput>(true);
  const instances = await subnet.createInstances({ MinCount: 1, MaxCount: 1 });
  same<typeof instances, EC2Resources.Instance[]>(true);
  await resource(new CloudWatchClient({}))
    .Metric('shop', 'orders')
    .putData({ MetricData: [{ Value: 1 }] });
  // @ts-expect-error -- no such parameter
  await vpc.createSubnet({ CidrBlok: '10.0.1.0/24' });
  // @ts-expect-error -- how many is required
  await subnet.createInstances({ MinCount: 1 });

  // References and sub-resources.
  const owner = await subnet.vpc();
  same<typeof owner, EC2Resources.Vpc | undefined>(true);
  const interfaces = await network.Instance('i-1').networkInterfaces();
  same<typeof interfaces, EC2Resources.NetworkInterface[] | undefined>(true);
  const object = named.Bucket('b').Object('k');
  same<typeof object, S3Resources.Object>(true);

  // An S3 object's get() is both: an attribute by its name, else the action.
  const size = await object.get('ContentLength');
  same<typeof size, number | undefined>(true);
  const got = await object.get({ Range: 'bytes=0-1' });
  same<typeof got, GetObjectCommandOutput>(true);

  // Collections.
  for await (const each of vpc.subnets.filter({ MaxResults: 5 }).limit(1)) {
    same<typeof each, EC2Resources.Subnet>(true);
  }
  const stopped = await network.instances.all().stop({ Force: true });
  same<(typeof stopped)[0]['StoppingInstances'], (typeof stopped)[1]['StoppingInstances']>(true);
  // @ts-expect-error -- subnets have no batch actions
  await vpc.subnets.delete();
  // @ts-expect-error -- no such parameter
  vpc.subnets.filter({ Filter: [] });

  // Batch actions of a list.
  const messages = await resource('sqs').Queue('https://queue').receiveMessages();
  await batch(messages).delete();
  // @ts-expect-error -- VPCs have none
  await batch([vpc]).delete();

  // What is loaded, with more parameters of the operation; what it can make.
  await vpc.load({ DryRun: true }, { abortSignal: AbortSignal.abort() });
  same<ReturnType<typeof vpc.getAvailableSubresources>, string[]>(true);

  // A policy of IAM is an object.
  const document = await ofIam.Role('web').get('AssumeRolePolicyDocument');
  document?.['Statement'];

  // Transfers.
  const { signal } = new AbortController();
  const onProgress = ({ loaded }: { loaded: number }): number => loaded;
  await named.Bucket('b').copy({ Bucket: 'a', Key: 'k' }, 'k', {}, { concurrency: 2, signal });
  await object.uploadFile('a.txt', { ContentType: 'text/plain' }, { partSize: 1, onProgress });
  await object.copyFrom({ CopySource: { Bucket: 'a', Key: 'k' } });
  // @ts-expect-error -- no such option
  await object.downloadFile('a.txt', {}, { partsize: 1 });

  // Waiters.
  same<Awaited<ReturnType<typeof vpc.waitUntilAvailable>>, EC2Resources.Vpc>(true);
  await vpc.waitUntilAvailable({}, { maxWaitTime: 60 });
  // @ts-expect-error -- no such option
  await vpc.waitUntilAvailable({}, { maxTime: 60 });

  // Items are plain values.
  await tables.Table('orders').putItem({ Item: { id: '1', total: 2 } });
  await using writer = tables.Table('orders').batchWriter({ overwriteByKeys: ['id'] });
  await writer.putItem({ id: '1' });
  const written = await tables.Table('orders').batchWriter(async (each) => {
    await each.putItem({ id: '1' });
    return 1;
  });
  same<typeof written, number>(true);

  // Conditions.
  const isRecent: Condition = Key('id').eq('1').and(Key('at').beginsWith('2026-').not());
  await tables.Table('orders').query({
    KeyConditionExpression: isRecent,
    FilterExpression: Attr('tags')
      .size()
      .gt(1)
      .or(Attr('state').isIn(['new', 'paid'])),
  });
  await tables.Table('orders').putItem({ Item: { id: '1' }, ConditionExpression: 'size(id) > 1' });
  // @ts-expect-error -- an attribute is no condition
  await tables.Table('orders').scan({ FilterExpression: Attr('id') });
  // @ts-expect-error -- keys have no such comparison
  Key('id').ne('1');
}
void use;

// A resource stands for its client.
stub(vpc).on('DeleteVpc').resolves();
