/** The code under test: each function builds what it needs, as Lambda functions do. */
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const s3 = new S3Client({});
const sqs = new SQSClient({ region: 'eu-west-1' });
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function publish(messages, client = new SNSClient({})) {
  const sent = messages.map((Message) =>
    client.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message })),
  );
  return (await Promise.all(sent)).map((output) => output?.MessageId);
}

export async function readObject(Key, client = s3) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'bucket', Key }));
  return Body.transformToString();
}

export async function readOrDefault(Key) {
  try {
    return await readObject(Key);
  } catch (error) {
    if (error.name === 'NoSuchKey') return 'default';
    throw error;
  }
}

export const putJson = (Key, value) =>
  new S3({}).putObject({ Bucket: 'bucket', Key, Body: JSON.stringify(value) });

export const putText = (Key, Body, client = s3) =>
  client.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body }));

export async function getUser(id) {
  const output = await documents.send(new GetCommand({ TableName: 'users', Key: { id } }));
  return output?.Item;
}

export async function ordersOf(id) {
  const found = [];
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: 'orders',
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': id },
    },
  );
  for await (const { Items } of pages) found.push(...(Items ?? []));
  return found;
}

/** Works off a queue until it is empty. */
export async function drain(QueueUrl, work) {
  let done = 0;
  for (;;) {
    const output = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    if (!output?.Messages?.length) return done;
    for (const { Body, ReceiptHandle } of output.Messages) {
      await work(Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      done += 1;
    }
  }
}

export async function whoAmI(client = new STSClient({})) {
  const identity = await client.send(new GetCallerIdentityCommand({}));
  return identity?.Account;
}

export async function credentialsOf(RoleArn) {
  const { Credentials } = await new STSClient({}).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'app' }),
  );
  return { id: Credentials.AccessKeyId, expires: Credentials.Expiration.getTime() };
}

/** Tries again after a second, a most three times. */
export async function publishPatiently(Message, client = new SNSClient({})) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message }));
    } catch (error) {
      if (attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
