import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client, paginateDescribeVpcs } from '@aws-sdk/client-ec2';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { exactly, stub } from '../../src/index.js';

async function all<T, U>(
  pages: AsyncIterable<T>,
  pick: (page: T) => U[] | undefined,
): Promise<U[]> {
  const found: U[] = [];
  for await (const page of pages) found.push(...(pick(page) ?? []));
  return found;
}

describe('DESIGN: paginators', () => {
  test('ask for page after page', async () => {
    const ec2 = stub(EC2Client);
    ec2
      .on('DescribeVpcs', exactly({ MaxResults: 5 }))
      .resolves({ Vpcs: [{ VpcId: 'vpc-1' }], NextToken: 'page-2' });
    ec2
      .on('DescribeVpcs', exactly({ MaxResults: 5, NextToken: 'page-2' }))
      .resolves({ Vpcs: [{ VpcId: 'vpc-2' }], NextToken: 'page-3' });
    ec2
      .on('DescribeVpcs', exactly({ MaxResults: 5, NextToken: 'page-3' }))
      .resolves({ Vpcs: [{ VpcId: 'vpc-3' }] });
    const pages = paginateDescribeVpcs({ client: new EC2Client({}), pageSize: 5 }, {});
    const ids = await all(pages, ({ Vpcs }) => Vpcs?.map(({ VpcId }) => VpcId));
    expect(ids).toEqual(['vpc-1', 'vpc-2', 'vpc-3']);
  });

  test('are recorded with the token of each page, though they reuse one input', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ NextToken: 'page-2' })
      .resolvesOnce({ NextToken: 'page-3' })
      .resolves({});
    await all(paginateDescribeVpcs({ client: new EC2Client({}) }, {}), () => []);
    const tokens = stub(EC2Client)
      .calls(DescribeVpcsCommand)
      .map(({ input }) => input.NextToken);
    expect(tokens).toEqual([undefined, 'page-2', 'page-3']);
  });

  test('of S3 work with expectations', async () => {
    const s3 = stub(S3Client);
    s3.expects('ListObjectsV2', { Bucket: 'docs' }).resolves({
      Contents: [{ Key: 'a' }],
      IsTruncated: true,
      NextContinuationToken: 'more',
    });
    s3.expects('ListObjectsV2', { Bucket: 'docs', ContinuationToken: 'more' }).resolves({
      Contents: [{ Key: 'b' }],
    });
    const pages = paginateListObjectsV2({ client: new S3Client({}) }, { Bucket: 'docs' });
    expect(await all(pages, ({ Contents }) => Contents?.map(({ Key }) => Key))).toEqual(['a', 'b']);
  });

  test('of a document client page by their last key', async () => {
    const documents = stub(DynamoDBDocumentClient);
    documents.on('Scan').resolves({ Items: [{ id: 1 }], LastEvaluatedKey: { id: 1 } });
    documents.on('Scan', { ExclusiveStartKey: { id: 1 } }).resolves({ Items: [{ id: 2 }] });
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const pages = paginateScan({ client }, { TableName: 'users' });
    expect(await all(pages, ({ Items }) => Items)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('end with the error of a page', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ NextToken: 'page-2' })
      .rejects('RequestLimitExceeded');
    const pages = paginateDescribeVpcs({ client: new EC2Client({}) }, {});
    await expect(all(pages, () => [])).rejects.toBeAwsError('RequestLimitExceeded');
  });
});
