import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { configure, stub, useAwsFixture } from '../../src/index.js';

const ec2 = new EC2Client({});
const FIRST = '00000000-0000-4000-8000-000000000001';
const SECOND = '00000000-0000-4000-8000-000000000002';

async function requestId(client = ec2): Promise<string | undefined> {
  const { $metadata } = await client.send(new DescribeVpcsCommand({}));
  return $metadata.requestId;
}

describe.each([1, 2])('the request ids of a test begin anew (%i)', () => {
  test('of direct answers', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    expect([await requestId(), await requestId()]).toEqual([FIRST, SECOND]);
  });

  test('of answers and errors on the wire', async () => {
    configure({ delivery: 'wire' });
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    stub(EC2Client).on('CreateVpc').rejects('VpcLimitExceeded');
    const error: unknown = await ec2
      .send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
      .catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({
      $metadata: { requestId: '00000000-0000-4000-9000-000000000001' },
    });
    expect(await requestId()).toBe('00000000-0000-4000-9000-000000000002');
  });

  test('of S3, both of them', async () => {
    configure({ delivery: 'wire' });
    stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    const s3 = new S3Client({});
    const { $metadata } = await s3.send(new ListBucketsCommand({}));
    expect($metadata).toMatchObject({
      requestId: '00000000-0000-4000-9000-000000000001',
      extendedRequestId: 'aws-sdk-stubber',
    });
    const get = new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' });
    await expect(s3.send(get)).rejects.toMatchObject({
      $metadata: {
        requestId: '00000000-0000-4000-9000-000000000002',
        extendedRequestId: 'aws-sdk-stubber',
      },
    });
  });

  test('of what fixtures play', async () => {
    useAwsFixture('vpc');
    expect([await requestId(), await requestId()]).toEqual([FIRST, SECOND]);
  });
});

describe.concurrent('tests that run at once each count for themselves', () => {
  test.each([1, 2, 3])('(%i)', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] }).after(1);
    expect([await requestId(), await requestId()]).toEqual([FIRST, SECOND]);
  });
});

describe('what beforeAll calls counts for its block', () => {
  let inBlock: string | undefined;
  beforeAll(async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    inBlock = await requestId();
  });

  test.each([1, 2])('and not for its tests (%i)', async () => {
    expect(inBlock).toBe(FIRST);
    expect(await requestId()).toBe(FIRST);
  });
});
