import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { configure, InvalidStubError, stub, type ErrorDetails } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const END_OF_TIME = new Date(8_640_000_000_000_000);
const deliveries = ['direct', 'wire'] as const;

describe('a date that its format cannot carry is refused when the stub is written', () => {
  test.each<[string, object, string, object, string]>([
    [
      'EC2',
      EC2Client,
      'DescribeInstances',
      { Reservations: [{ Instances: [{ LaunchTime: END_OF_TIME }] }] },
      'Reservations[0].Instances[0].LaunchTime',
    ],
    [
      'a query service',
      IAMClient,
      'GetUser',
      { User: { CreateDate: END_OF_TIME } },
      'User.CreateDate',
    ],
    [
      'S3',
      S3Client,
      'ListObjectsV2',
      { Contents: [{ LastModified: END_OF_TIME }] },
      'Contents[0].LastModified',
    ],
    ['a header', S3Client, 'HeadObject', { LastModified: END_OF_TIME }, 'LastModified'],
    [
      'a date before the year 0',
      EC2Client,
      'DescribeInstances',
      { Reservations: [{ Instances: [{ LaunchTime: new Date(-8_640_000_000_000_000) }] }] },
      'Reservations[0].Instances[0].LaunchTime',
    ],
  ])('%s', async (_, client, operation, output, path) => {
    const message = await messageOf(() =>
      stub(client as typeof EC2Client)
        .on(operation)
        .resolves(output),
    );
    expect(message).toMatch(/^InvalidStubError: /);
    const year = JSON.stringify(output).includes('-271') ? -271821 : 275760;
    expect(message).toMatch(
      new RegExp(
        `\n  ${path.replaceAll(/[[\].]/g, '\\$&')}: travels as [\\w-]+, which has years from 0 to 9999, and not ${String(year)}\n`,
      ),
    );
  });

  test('and is none where a number of seconds carries it', async () => {
    stub(DynamoDBClient)
      .on('DescribeTable')
      .resolves({ Table: { CreationDateTime: END_OF_TIME } });
    stub(CloudWatchClient)
      .on('GetMetricData')
      .resolves({ MetricDataResults: [{ Timestamps: [END_OF_TIME] }] });
    for (const delivery of deliveries) {
      configure({ delivery });
      const { Table } = await new DynamoDBClient({}).send(
        new DescribeTableCommand({ TableName: 'a' }),
      );
      expect(Table?.CreationDateTime).toEqual(END_OF_TIME);
      const get = { MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date(0) };
      const { MetricDataResults } = await new CloudWatchClient({}).send(
        new GetMetricDataCommand(get),
      );
      expect(MetricDataResults?.[0]?.Timestamps).toEqual([END_OF_TIME]);
    }
  });
});

describe('what cannot travel is the stub’s fault, when it is known', () => {
  const bad: [string, object][] = [
    ['a date at the end of time', { Contents: [{ LastModified: END_OF_TIME }] }],
    ['an invalid date', { Contents: [{ LastModified: new Date(NaN) }] }],
    ['a control character', { Name: 'a\u0001' }],
    ['half a surrogate pair', { Contents: [{ Key: 'a\uD800' }] }],
    ['a Number object', { KeyCount: Object(5) as number }],
    [
      'a getter that throws',
      Object.defineProperty({}, 'Name', {
        enumerable: true,
        get: () => {
          throw new Error('gotten');
        },
      }),
    ],
  ];
  test.each(bad)('%s, of a function, in both deliveries', async (_, output) => {
    for (const delivery of deliveries) {
      configure({ delivery });
      stub(S3Client)
        .on(ListObjectsV2Command)
        .answers(() => output);
      const failing = new S3Client({}).send(new ListObjectsV2Command({ Bucket: 'docs' }));
      const message = await messageOf(failing);
      expect(message).toMatch(/^InvalidStubError: The stub of S3: /);
      expect(message).toContain('ListObjectsV2');
      expect(currentScope().violations.splice(0)).toHaveLength(1);
    }
  });

  test('members and messages of errors', async () => {
    const rejects = (details: ErrorDetails) =>
      messageOf(() => stub(S3Client).on('GetObject').rejects('InvalidObjectState', details));
    expect(await rejects({ message: 'a\u0000' })).toContain(
      '  message: travels in XML, which cannot hold the character U+0000',
    );
    expect(await rejects({ StorageClass: 'a\uDC00' })).toContain(
      '  StorageClass: travels in XML, which cannot hold the character U+DC00',
    );
    expect(
      await messageOf(() => stub(DynamoDBClient).on('GetItem').rejects('Other', { n: 1n })),
    ).toContain('  n: expected a document (what JSON can hold), got the bigint 1n');
  });
});

describe('whatever is given, a caller gets an answer or an error that names the stub', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('\uD800', 'a\u0000', ' ', '\r\n', '', '<&>"', '\uFFFF'),
  );
  const number = fc.oneof(
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, -0, 2 ** 64, Number.MIN_VALUE),
  );
  const date = fc.oneof(
    fc.date({ noInvalidDate: false }),
    fc.constantFrom(END_OF_TIME, new Date(NaN)),
  );
  const bytes = fc.uint8Array({ maxLength: 5 });
  const maybe = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined, freq: 3 });

  const services: [
    string,
    () => {
      client: { send(command: never): Promise<unknown> };
      Client: object;
      operation: string;
      command: object;
      output: fc.Arbitrary<object>;
    },
  ][] = [
    [
      'EC2 (query)',
      () => ({
        client: new EC2Client({}),
        Client: EC2Client,
        operation: 'DescribeInstances',
        command: new DescribeInstancesCommand({}),
        output: fc.record({
          NextToken: maybe(text),
          Reservations: fc.array(
            fc.record({
              OwnerId: maybe(text),
              Instances: fc.array(
                fc.record({ LaunchTime: maybe(date), AmiLaunchIndex: maybe(number) }),
                { maxLength: 2 },
              ),
            }),
            { maxLength: 2 },
          ),
        }),
      }),
    ],
    [
      'IAM (query)',
      () => ({
        client: new IAMClient({}),
        Client: IAMClient,
        operation: 'GetUser',
        command: new GetUserCommand({}),
        output: fc.record({ User: fc.record({ UserName: maybe(text), CreateDate: maybe(date) }) }),
      }),
    ],
    [
      'S3 (XML)',
      () => ({
        client: new S3Client({}),
        Client: S3Client,
        operation: 'ListObjectsV2',
        command: new ListObjectsV2Command({ Bucket: 'docs' }),
        output: fc.record({
          Name: maybe(text),
          KeyCount: maybe(number),
          Contents: fc.array(
            fc.record({ Key: maybe(text), LastModified: maybe(date), Size: maybe(number) }),
            { maxLength: 2 },
          ),
        }),
      }),
    ],
    [
      'S3 (headers)',
      () => ({
        client: new S3Client({}),
        Client: S3Client,
        operation: 'HeadObject',
        command: new HeadObjectCommand({ Bucket: 'docs', Key: 'a' }),
        output: fc.record({
          ContentType: maybe(text),
          LastModified: maybe(date),
          ContentLength: maybe(number),
          Metadata: maybe(fc.dictionary(text, text, { maxKeys: 2 })),
        }),
      }),
    ],
    [
      'S3 (body)',
      () => ({
        client: new S3Client({}),
        Client: S3Client,
        operation: 'GetObject',
        command: new GetObjectCommand({ Bucket: 'docs', Key: 'a' }),
        output: fc.record({
          Body: maybe(fc.oneof(text, bytes)),
          ETag: maybe(text),
          Expires: maybe(date),
        }),
      }),
    ],
    [
      'DynamoDB (JSON)',
      () => ({
        client: new DynamoDBClient({}),
        Client: DynamoDBClient,
        operation: 'DescribeTable',
        command: new DescribeTableCommand({ TableName: 'a' }),
        output: fc.record({
          Table: fc.record({
            TableName: maybe(text),
            CreationDateTime: maybe(date),
            ItemCount: maybe(number),
          }),
        }),
      }),
    ],
    [
      'Lambda (REST JSON)',
      () => ({
        client: new LambdaClient({}),
        Client: LambdaClient,
        operation: 'ListFunctions',
        command: new ListFunctionsCommand({}),
        output: fc.record({
          NextMarker: maybe(text),
          Functions: fc.array(
            fc.record({
              LastModified: maybe(text),
              CodeSize: maybe(number),
              Environment: maybe(
                fc.record({ Variables: fc.dictionary(text, text, { maxKeys: 2 }) }),
              ),
            }),
            { maxLength: 2 },
          ),
        }),
      }),
    ],
    [
      'CloudWatch (CBOR)',
      () => ({
        client: new CloudWatchClient({}),
        Client: CloudWatchClient,
        operation: 'GetMetricData',
        command: new GetMetricDataCommand({
          MetricDataQueries: [],
          StartTime: new Date(0),
          EndTime: new Date(0),
        }),
        output: fc.record({
          NextToken: maybe(text),
          MetricDataResults: fc.array(
            fc.record({
              Label: maybe(text),
              Timestamps: fc.array(date, { maxLength: 2 }),
              Values: fc.array(number, { maxLength: 2 }),
            }),
            { maxLength: 2 },
          ),
        }),
      }),
    ],
  ];

  test.each(services)('%s', async (_, make) => {
    const { client, Client, operation, command, output } = make();
    await fc.assert(
      fc.asyncProperty(output, async (given) => {
        for (const delivery of deliveries) {
          configure({ delivery });
          for (const how of ['resolves', 'answers'] as const) {
            try {
              const replies = stub(Client as typeof EC2Client).on(operation);
              if (how === 'resolves') replies.resolves(given);
              else replies.answers(() => given);
              await client.send(command as never);
            } catch (error) {
              expect(error, String(error)).toBeInstanceOf(InvalidStubError);
              expect(String(error)).toContain(operation);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    currentScope().violations.splice(0);
  });
});
