import {
  GetObjectCommand,
  ListBucketsCommand,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ReceiveMessageCommand, SQSClient, DeleteMessageCommand } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { credentialsOf, drain, readOrDefault, whoAmI } from './app.js';

const s3 = mockClient(S3Client);
const sqs = mockClient(SQSClient);
const sts = mockClient(STSClient);

beforeEach(() => {
  for (const mock of [s3, sqs, sts]) mock.reset();
});

describe('on', () => {
  test('an input with strict', async () => {
    sts.on(GetCallerIdentityCommand, {}, true).resolves({ Account: 'strict' });
    expect(await whoAmI()).toBe('strict');
    s3.on(GetObjectCommand, { Bucket: 'bucket' }, true).resolves({});
    expect(await new S3Client({}).send(new GetObjectCommand({ Bucket: 'bucket', Key: 'k' }))).toBe(
      undefined,
    );
  });
  test('any command with an input', async () => {
    s3.onAnyCommand({ Key: 'k' }).rejects(Object.assign(new Error('gone'), { name: 'NoSuchKey' }));
    expect(await readOrDefault('k')).toBe('default');
  });
  test('any command, and one', async () => {
    s3.onAnyCommand().rejects('any').on(ListBucketsCommand).resolves({ Buckets: [] });
    await expect(readOrDefault('k')).rejects.toThrow('any');
    expect((await new S3Client({}).send(new ListBucketsCommand({}))).Buckets).toEqual([]);
  });
});

describe('rejects', () => {
  test.each([
    ['nothing', undefined, Error],
    ['a text', 'a text', Error],
    ['an Error', new TypeError('a type'), TypeError],
    ['an object', { name: 'AccessDenied', $fault: 'client' }, Error],
    ['a class of the SDK', new NoSuchKey({ message: 'no', $metadata: {} }), NoSuchKey],
    [
      'its base class',
      new S3ServiceException({ name: 'Made', message: 'up', $metadata: {} }),
      S3ServiceException,
    ],
  ])('with %s', async (_, given, expected) => {
    s3.on(ListBucketsCommand).rejectsOnce(given).resolvesOnce({}).rejects(given);
    const list = () => new S3Client({}).send(new ListBucketsCommand({}));
    await expect(list()).rejects.toBeInstanceOf(expected);
    expect(await list()).toEqual({});
    await expect(list()).rejects.toBeInstanceOf(expected);
  });
  test('with an object that has metadata', async () => {
    s3.rejects({ name: 'SlowDown', $metadata: { httpStatusCode: 503 }, message: 'slow down' });
    await expect(readOrDefault('k')).rejects.toMatchObject({
      name: 'SlowDown',
      $metadata: { httpStatusCode: 503 },
    });
  });
});

describe('other replies', () => {
  test('a promise, null', async () => {
    sts
      .on(GetCallerIdentityCommand)
      .resolvesOnce(Promise.resolve({ Account: 'later' }))
      .resolves(null);
    expect(await whoAmI()).toBe('later');
    expect(await whoAmI()).toBe(undefined);
  });
  test('fakes once after once, one that throws', async () => {
    sts
      .on(GetCallerIdentityCommand)
      .callsFakeOnce(() => ({ Account: 'not a promise' }))
      .callsFakeOnce(() => {
        throw new Error('thrown');
      })
      .callsFake(async () => ({ Account: 'last' }));
    expect(await new STSClient({}).send(new GetCallerIdentityCommand({}))).toEqual({
      Account: 'not a promise',
    });
    await expect(whoAmI()).rejects.toThrow('thrown');
    expect(await whoAmI()).toBe('last');
  });
  test('a fake of any command that tells them apart', async () => {
    s3.callsFake((input) => ({ asked: Object.keys(input) }));
    expect(await new S3Client({}).send(new ListBucketsCommand({ Prefix: 'p' }))).toEqual({
      asked: ['Prefix'],
    });
  });
  test('credentials that end at the end of time', async () => {
    const Expiration = new Date(8640000000000000);
    sts.on(AssumeRoleCommand).resolves({ Credentials: { AccessKeyId: 'id', Expiration } });
    expect(await credentialsOf('arn:aws:iam::123456789012:role/r')).toEqual({
      id: 'id',
      expires: 8.64e15,
    });
  });
  test('a queue that runs empty', async () => {
    sqs
      .on(ReceiveMessageCommand)
      .resolvesOnce({
        Messages: [
          { Body: 'a', ReceiptHandle: '1' },
          { Body: 'b', ReceiptHandle: '2' },
        ],
      })
      .resolvesOnce({ Messages: [{ Body: 'c', ReceiptHandle: '3' }] })
      .resolves({});
    const worked = [];
    expect(await drain('https://queue', (body) => worked.push(body))).toBe(3);
    expect(worked).toEqual(['a', 'b', 'c']);
    expect(
      sqs.commandCalls(DeleteMessageCommand).map(({ args }) => args[0].input.ReceiptHandle),
    ).toEqual(['1', '2', '3']);
  });
  test('an empty queue: undefined will do', async () => {
    expect(await drain('https://queue', () => undefined)).toBe(0);
  });
  test('by callback, as sinon does', async () => {
    sts.send.callsArgWith(1, null, { Account: 'called back' });
    const output = await new Promise((resolve, reject) => {
      new STSClient({}).send(new GetCallerIdentityCommand({}), (error, data) =>
        error ? reject(error) : resolve(data),
      );
    });
    expect(output.Account).toBe('called back');
  });
});
