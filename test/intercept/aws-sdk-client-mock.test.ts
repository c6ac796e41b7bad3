import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

const client = new EC2Client({});
const nextToken = async () => (await client.send(new DescribeVpcsCommand({}))).NextToken;

describe('DESIGN: aws-sdk-client-mock’s mockClient in the same suite', () => {
  afterEach(() => {
    mockClient(EC2Client).restore();
  });

  test('its stub wins for its client, ours answer the others', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
    stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
    mockClient(EC2Client).on(DescribeVpcsCommand).resolves({ NextToken: 'theirs' });
    expect(await nextToken()).toBe('theirs');
    const { Buckets } = await new S3Client({}).send(new ListBucketsCommand({}));
    expect(Buckets).toEqual([]);
  });

  test('its restore() leaves ours in place', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
    const mock = mockClient(EC2Client);
    mock.on(DescribeVpcsCommand).resolves({ NextToken: 'theirs' });
    mock.restore();
    expect(await nextToken()).toBe('ours');
  });
});
