import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));
const s3 = resource(new S3Client({}));
const vpc = ec2.Vpc('vpc-1');

function stubSubnets(...pages: string[][]): void {
  stub(EC2Client)
    .on('DescribeSubnets')
    .resolvesPages(
      pages.map((ids) => ({ Subnets: ids.map((SubnetId) => ({ SubnetId, VpcId: 'vpc-1' })) })),
    );
}

describe('a collection', () => {
  beforeEach(() => {
    stubSubnets(['subnet-1', 'subnet-2'], ['subnet-3']);
  });

  test('calls nothing until the first resource is asked for', () => {
    vpc.subnets
      .filter({ SubnetIds: ['subnet-1'] })
      .limit(1)
      .pageSize(5)
      .pages();

    expect(EC2Client).not.toHaveCalledAnyOperation();
  });

  test('is read page by page, each when it is needed', async () => {
    const seen: string[] = [];
    for await (const subnet of vpc.subnets.all()) {
      seen.push(`${subnet.id} after ${stub(EC2Client).calls().length} calls`);
    }

    expect(seen).toEqual([
      'subnet-1 after 1 calls',
      'subnet-2 after 1 calls',
      'subnet-3 after 2 calls',
    ]);
  });

  test('stops calling where the reader stops', async () => {
    for await (const subnet of vpc.subnets) if (subnet.id === 'subnet-1') break;

    expect(EC2Client).toHaveCalledOperationOnce('DescribeSubnets');
  });

  test('has nothing where it is limited to nothing, and asks all the same, as in boto3', async () => {
    expect(await vpc.subnets.limit(0).toArray()).toEqual([]);
    expect(EC2Client).toHaveCalledOperationOnce('DescribeSubnets');
  });

  test('keeps the filter that it was given, whatever its owner does with it then', async () => {
    const Values = ['available'];
    const Filters = [{ Name: 'state', Values }];
    const subnets = ec2.subnets.filter({ Filters });
    Values.push('pending');
    Filters.pop();

    await subnets.toArray();

    expect(EC2Client).toHaveCalledOperation('DescribeSubnets', {
      Filters: [{ Name: 'state', Values: ['available'] }],
    });
  });

  test('can be read more than once', async () => {
    const all = vpc.subnets.all();

    expect(await all.toArray()).toHaveLength(3);
    expect(await all.toArray()).toHaveLength(3);
  });

  test('gives its resources with their attributes', async () => {
    const [subnet] = await vpc.subnets.toArray();

    expect(subnet?.data).toEqual({ SubnetId: 'subnet-1', VpcId: 'vpc-1' });
  });

  test('gives pages', async () => {
    const pages: string[][] = [];
    for await (const page of vpc.subnets.pages()) pages.push(page.map(({ id }) => id));

    expect(pages).toEqual([['subnet-1', 'subnet-2'], ['subnet-3']]);
  });

  test('ends at its limit, without a call too many', async () => {
    expect((await vpc.subnets.limit(2).toArray()).map(({ id }) => id)).toEqual([
      'subnet-1',
      'subnet-2',
    ]);
    expect(EC2Client).toHaveCalledOperationOnce('DescribeSubnets');
    expect(await vpc.subnets.limit(1).toArray()).toHaveLength(1);
    expect(await vpc.subnets.limit(9).toArray()).toHaveLength(3);
  });

  test('asks for pages of a size', async () => {
    await vpc.subnets.pageSize(5).toArray();

    expect(EC2Client).toHaveNthCalledOperation(1, 'DescribeSubnets', { MaxResults: 5 });
  });

  test('joins its own filters and the caller’s', async () => {
    await vpc.subnets.filter({ Filters: [{ Name: 'state', Values: ['available'] }] }).toArray();

    expect(EC2Client).toHaveNthCalledOperation(1, 'DescribeSubnets', {
      Filters: [
        { Name: 'vpc-id', Values: ['vpc-1'] },
        { Name: 'state', Values: ['available'] },
      ],
    });
  });

  test('is chained without changing the one it came from', async () => {
    const all = vpc.subnets.all();
    const one = all.filter({ Filters: [{ Name: 'a', Values: ['1'] }] });
    const two = one.filter({ Filters: [{ Name: 'b', Values: ['2'] }] }).limit(1);

    await two.toArray();
    expect(EC2Client).toHaveLastCalledOperation('DescribeSubnets', {
      Filters: [{ Name: 'vpc-id' }, { Name: 'a' }, { Name: 'b' }].map(
        (each) => expect.objectContaining(each) as unknown,
      ),
    });
    expect(await all.toArray()).toHaveLength(3);
    expect(EC2Client).toHaveLastCalledOperation('DescribeSubnets', {
      Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }],
    });
  });

  test('says what a limit, a page size and a filter are', async () => {
    expect(await messageOf(() => vpc.subnets.limit(-1))).toBe(
      'WrongUseError: limit() of ec2.Vpc(id="vpc-1").subnets takes a whole number from 0 on, but got -1.',
    );
    expect(await messageOf(() => vpc.subnets.pageSize(0))).toContain('from 1 on, but got 0');
    expect(await messageOf(() => vpc.subnets.pageSize(1.5))).toContain('but got 1.5');
    // @ts-expect-error -- no parameters
    expect(await messageOf(() => vpc.subnets.filter('state'))).toContain('but got a string');
  });
});

test('a list within a list is one collection', async () => {
  stub(EC2Client)
    .on('DescribeInstances', { Filters: [{ Name: 'subnet-id', Values: ['subnet-1'] }] })
    .resolves({
      Reservations: [
        { Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] },
        { Instances: [{ InstanceId: 'i-3' }] },
      ],
    });

  const instances = await ec2.Subnet('subnet-1').instances.toArray();

  expect(instances.map(({ id }) => id)).toEqual(['i-1', 'i-2', 'i-3']);
});

test('an operation without pages has one', async () => {
  stub(EC2Client)
    .on('DescribeKeyPairs')
    .resolves({ KeyPairs: [{ KeyName: 'main' }] });

  expect((await ec2.keyPairs.toArray()).map(({ name }) => name)).toEqual(['main']);
});

test('a list of plain names is a collection too', async () => {
  stub(SQSClient)
    .on('ListQueues')
    .resolves({ QueueUrls: ['https://a', 'https://b'] });
  stub(IAMClient)
    .on('ListUserPolicies')
    .resolves({ PolicyNames: ['admin'], IsTruncated: false });

  expect((await resource('sqs').queues.toArray()).map(({ url }) => url)).toEqual([
    'https://a',
    'https://b',
  ]);
  expect((await resource('iam').User('ann').policies.toArray()).map(String)).toEqual([
    'iam.UserPolicy(userName="ann", name="admin")',
  ]);
});

test('what identifies a resource may stand in the request', async () => {
  stub(CloudFormationClient)
    .on('ListStackResources')
    .resolves({
      StackResourceSummaries: [
        {
          LogicalResourceId: 'Queue',
          ResourceType: 'AWS::SQS::Queue',
          LastUpdatedTimestamp: new Date(0),
          ResourceStatus: 'CREATE_COMPLETE',
        },
      ],
    });

  const [summary] = await resource('cloudformation').Stack('shop').resourceSummaries.toArray();

  expect(String(summary?.Resource())).toBe(
    'cloudformation.StackResource(stackName="shop", logicalId="Queue")',
  );
});

describe('S3, whose lists the SDK has no paginators for,', () => {
  const bucket = s3.Bucket('b');

  test('goes on after the last key of a page', async () => {
    const objects = stub(S3Client);
    objects
      .expects('ListObjects', { Bucket: 'b' })
      .resolves({ IsTruncated: true, Contents: [{ Key: 'a' }, { Key: 'b' }] });
    objects
      .expects('ListObjects', { Bucket: 'b', Marker: 'b' })
      .resolves({ IsTruncated: true, NextMarker: 'n', Contents: [] });
    objects
      .expects('ListObjects', { Bucket: 'b', Marker: 'n' })
      .resolves({ Contents: [{ Key: 'z' }] });

    expect((await bucket.objects.toArray()).map(({ key }) => key)).toEqual(['a', 'b', 'z']);
  });

  test('asks for pages of a size', async () => {
    stub(S3Client).on('ListObjects', { MaxKeys: 2, Prefix: 'x/' }).resolves({ Contents: [] });

    expect(await bucket.objects.filter({ Prefix: 'x/' }).pageSize(2).toArray()).toEqual([]);
  });

  test('ends with the last page of parts, which names a next one all the same', async () => {
    const parts = stub(S3Client);
    parts
      .expects('ListParts', { Bucket: 'b', Key: 'k', UploadId: 'u' })
      .resolves({ IsTruncated: true, NextPartNumberMarker: '1', Parts: [{ PartNumber: 1 }] });
    parts
      .expects('ListParts', { Bucket: 'b', Key: 'k', UploadId: 'u', PartNumberMarker: '1' })
      .resolves({ IsTruncated: false, NextPartNumberMarker: '2', Parts: [{ PartNumber: 2 }] });

    const found = await bucket.Object('k').MultipartUpload('u').parts.toArray();

    expect(found.map(({ partNumber }) => partNumber)).toEqual([1, 2]);
  });

  test('is stubbed page by page like any other', async () => {
    stub(S3Client)
      .on('ListObjects')
      .resolvesPages([{ Contents: [{ Key: 'a' }] }, { Contents: [{ Key: 'b' }] }]);
    stub(S3Client)
      .on('ListObjectVersions')
      .resolvesPages([
        { Versions: [{ Key: 'k', VersionId: 'v1' }] },
        { Versions: [{ Key: 'k', VersionId: 'v2' }] },
        { Versions: [{ Key: 'k', VersionId: 'v3' }] },
      ]);
    stub(S3Client)
      .on('ListMultipartUploads')
      .resolvesPages([
        { Uploads: [{ Key: 'k', UploadId: 'u1' }] },
        { Uploads: [{ Key: 'k', UploadId: 'u2' }] },
      ]);

    expect((await bucket.objects.toArray()).map(({ key }) => key)).toEqual(['a', 'b']);
    expect((await bucket.objectVersions.toArray()).map(({ id }) => id)).toEqual(['v1', 'v2', 'v3']);
    expect((await bucket.multipartUploads.toArray()).map(({ id }) => id)).toEqual(['u1', 'u2']);
  });

  test('lists versions and delete markers as one', async () => {
    const versions = stub(S3Client);
    versions.expects('ListObjectVersions', { Bucket: 'b' }).resolves({
      IsTruncated: true,
      NextKeyMarker: 'k',
      NextVersionIdMarker: 'v2',
      Versions: [{ Key: 'k', VersionId: 'v1' }],
      DeleteMarkers: [{ Key: 'k', VersionId: 'v2' }],
    });
    versions
      .expects('ListObjectVersions', { Bucket: 'b', KeyMarker: 'k', VersionIdMarker: 'v2' })
      .resolves({ Versions: [{ Key: 'k', VersionId: 'v3', Size: 1 }] });

    const found = await bucket.objectVersions.toArray();

    expect(found.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3']);
    expect(found[2]?.data.Size).toBe(1);
  });
});
