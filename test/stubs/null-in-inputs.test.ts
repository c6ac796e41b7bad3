import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  GetObjectAttributesCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ListQueuesCommand, SQSClient } from 'sqs-3.600';
import { describe, expect, test } from 'vitest';
import { ANY, configure, exactly, stub, Stubber, useAwsFixture } from '../../src/index.js';

const ec2 = new EC2Client({});
const s3 = new S3Client({});
const none = null as never;

describe('null in a structure of an input is absence, as for the SDK', () => {
  test.each(['direct', 'wire'] as const)('a call with it is answered (%s)', async (delivery) => {
    configure({ delivery });
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'a' });
    const Filters = [{ Name: none, Values: ['a'] }];
    const output = await ec2.send(new DescribeVpcsCommand({ NextToken: none, Filters }));
    expect(output.NextToken).toBe('a');
  });

  test('the call shows what is sent', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const Filters = [{ Name: none, Values: ['a'] }];
    const input = { NextToken: none, VpcIds: none, Filters };
    await ec2.send(new DescribeVpcsCommand(input));
    expect(stub(EC2Client).calls()[0]?.input).toStrictEqual({ Filters: [{ Values: ['a'] }] });
    expect(input).toEqual({ NextToken: null, VpcIds: null, Filters });
  });

  test('in stubs, expectations, Stubbers and calls', async () => {
    stub(EC2Client).on('DescribeVpcs', { NextToken: none }).resolves({ NextToken: 'first' });
    stub(EC2Client).on('DescribeVpcs', { NextToken: ANY }).resolves({ NextToken: 'next' });
    const vpcs = async (input: object) =>
      (await ec2.send(new DescribeVpcsCommand(input))).NextToken;
    expect(await vpcs({})).toBe('first');
    expect(await vpcs({ NextToken: null })).toBe('first');
    expect(await vpcs({ NextToken: 'a' })).toBe('next');
    expect(stub(EC2Client).calls('DescribeVpcs', { NextToken: none })).toHaveLength(2);

    stub(EC2Client).expects('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'five' });
    expect(await vpcs({ MaxResults: 5, NextToken: null })).toBe('five');
    stub(EC2Client).expects('DescribeVpcs', { MaxResults: none }).resolves({ NextToken: 'none' });
    expect(await vpcs({})).toBe('none');

    const stubber = new Stubber(ec2);
    stubber.addResponse('DescribeVpcs', { NextToken: 'queued' }, { MaxResults: 6, VpcIds: none });
    expect(await stubber.using(() => vpcs({ MaxResults: 6, NextToken: null }))).toBe('queued');
  });

  test('in matchers', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    await ec2.send(new DescribeVpcsCommand({ MaxResults: 5, NextToken: none }));
    expect(ec2).toHaveCalledOperation('DescribeVpcs', exactly({ MaxResults: 5 }));
    expect(ec2).toHaveCalledOperation('DescribeVpcs', { NextToken: none });
    expect(ec2).toHaveCalledOperation('DescribeVpcs', exactly({ MaxResults: 5, Filters: none }));
    expect(ec2).not.toHaveCalledOperation('DescribeVpcs', { NextToken: ANY });
    expect(ec2).not.toHaveCalledOperation('DescribeVpcs', { MaxResults: none });
  });

  test("inside the runner's matchers", async () => {
    const page = expect.objectContaining({ NextToken: none, MaxResults: 5 }) as object;
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'other' });
    stub(EC2Client).on('DescribeVpcs', page).resolves({ NextToken: 'first' });
    const vpcs = async (input: object) =>
      (await ec2.send(new DescribeVpcsCommand(input))).NextToken;
    expect(await vpcs({ MaxResults: 5 })).toBe('first');
    expect(await vpcs({ MaxResults: 5, NextToken: 'a' })).toBe('other');
    expect(await vpcs({ MaxResults: 6 })).toBe('other');

    const Filters = [{ Name: 'state', Values: ['a'] }, { Name: 'tag-key' }];
    await vpcs({ Filters, DryRun: true });
    expect(ec2).toHaveLastCalledOperation('DescribeVpcs', {
      Filters: expect.arrayContaining([{ Name: 'tag-key', Values: none }]) as never,
    });
    expect(ec2).toHaveLastCalledOperation('DescribeVpcs', {
      Filters: [ANY, expect.objectContaining({ Name: 'tag-key', Values: none })] as never,
    });
    expect(ec2).toHaveLastCalledOperation(
      'DescribeVpcs',
      expect.objectContaining({ NextToken: undefined, VpcIds: none, DryRun: ANY }) as object,
    );
    expect(ec2).not.toHaveLastCalledOperation(
      'DescribeVpcs',
      expect.objectContaining({ Filters: none }) as object,
    );
    expect(ec2).not.toHaveLastCalledOperation(
      'DescribeVpcs',
      expect.not.objectContaining({ NextToken: none, DryRun: true }) as object,
    );
    expect(ec2).toHaveLastCalledOperation(
      'DescribeVpcs',
      expect.not.objectContaining({ DryRun: none }) as object,
    );
    expect(ec2).toHaveLastCalledOperation(
      'DescribeVpcs',
      exactly({ Filters, DryRun: expect.anything() as never, NextToken: none }),
    );
  });

  test("inside the runner's matchers, which print as they were written", () => {
    const page = expect.objectContaining({
      NextToken: none,
      VpcIds: expect.arrayContaining(['a']),
    });
    expect(() => {
      expect(ec2).toHaveCalledOperation('DescribeVpcs', page as object);
    }).toThrow(/ObjectContaining \{ "NextToken": null, "VpcIds": ArrayContaining \[ "a" \] \}/);
  });

  test('in the function of answers', async () => {
    const seen: unknown[] = [];
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .answers((input) => {
        seen.push(input.NextToken ?? 'absent');
        return {};
      });
    await ec2.send(new DescribeVpcsCommand({ NextToken: none }));
    expect(seen).toEqual(['absent']);
  });

  test('in pages', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesPages([{ Vpcs: [] }, { Vpcs: [{ VpcId: 'a' }] }]);
    const { NextToken } = await ec2.send(new DescribeVpcsCommand({ NextToken: none }));
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ NextToken: NextToken! }));
    expect(Vpcs).toEqual([{ VpcId: 'a' }]);
  });

  test('in fixtures, with and without validation', async () => {
    useAwsFixture('vpc');
    useAwsFixture('bucket', { name: 'docs', objects: { 'a.txt': 'a' } });
    for (const validate of [true, false]) {
      configure({ validate });
      const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ NextToken: none, VpcIds: none }));
      expect(Vpcs).not.toEqual([]);
      const list = new ListObjectsV2Command({ Bucket: 'docs', ContinuationToken: none });
      expect((await s3.send(list)).Contents?.[0]?.Key).toBe('a.txt');
      const put = { Bucket: 'docs', Key: 'b', Body: 'b', CacheControl: none, ACL: none };
      await s3.send(new PutObjectCommand(put));
    }
  });

  test('of a client that carries no schemas', async () => {
    stub(SQSClient)
      .on(ListQueuesCommand, { MaxResults: 5, NextToken: none })
      .resolves({ NextToken: 'old' });
    const input = { MaxResults: 5, NextToken: none };
    const sqs = new SQSClient({ region: 'us-east-1' });
    expect((await sqs.send(new ListQueuesCommand(input))).NextToken).toBe('old');
  });
});

describe('null elsewhere is what the SDK makes of it', () => {
  test('no element of a list, and no entry of a map', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    await ec2.send(new DescribeVpcsCommand({ VpcIds: [none, 'vpc-1', none] }));
    expect(ec2).toHaveCalledOperation('DescribeVpcs', exactly({ VpcIds: ['vpc-1'] }));
    stub(DynamoDBClient).on('PutItem').resolves({});
    const Item = { id: { S: 'a' }, gone: none, list: { L: [none, { S: 'b' }] } };
    await new DynamoDBClient({}).send(new PutItemCommand({ TableName: 'users', Item }));
    expect(DynamoDBClient).toHaveCalledOperation('PutItem', {
      Item: exactly({ id: { S: 'a' }, list: { L: [{ S: 'b' }] } }),
    });
  });

  test('the text that a header gets', async () => {
    configure({ delivery: 'wire' });
    stub(S3Client).on('PutObject').resolves({});
    stub(S3Client).on('GetObjectAttributes').resolves({});
    await s3.send(
      new PutObjectCommand({ Bucket: 'docs', Key: 'a', Body: 'a', Metadata: { author: none } }),
    );
    await s3.send(
      new GetObjectAttributesCommand({
        Bucket: 'docs',
        Key: 'a',
        ObjectAttributes: ['ETag', none],
      }),
    );
    expect(S3Client).toHaveSentRequest({ headers: { 'x-amz-meta-author': 'null' } });
    expect(S3Client).toHaveCalledOperation('PutObject', { Metadata: { author: 'null' } });
    expect(S3Client).toHaveSentRequest({ headers: { 'x-amz-object-attributes': 'ETag, null' } });
    expect(S3Client).toHaveCalledOperation('GetObjectAttributes', {
      ObjectAttributes: ['ETag', 'null' as never],
    });
  });

  test('a value of an item of a document client', async () => {
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    stub(DynamoDBDocumentClient).on('Put').resolves({});
    const Item = { id: 1, nothing: null, list: [null, { deep: null }] };
    await documents.send(new PutCommand({ TableName: 'users', Item, ReturnValues: none }));
    expect(documents).toHaveCalledOperation('Put', exactly({ TableName: 'users', Item }));
    expect(documents).not.toHaveCalledOperation('Put', { Item: { nothing: undefined } });
  });
});
