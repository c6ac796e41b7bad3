import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeVpcs,
} from '@aws-sdk/client-ec2';
import { ListObjectsV2Command, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan as paginateDocuments } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { OpenCall, RequestIds } from '../../src/calls/index.js';
import { stub } from '../../src/index.js';
import { pageFor } from '../../src/replies/pages.js';

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

describe('resolvesPages', () => {
  test('answers page after page, by the token that the operation pages with', async () => {
    const client = new EC2Client({});
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .resolvesPages([
        { Vpcs: [{ VpcId: 'vpc-1' }] },
        { Vpcs: [{ VpcId: 'vpc-2' }] },
        { Vpcs: [{ VpcId: 'vpc-3' }] },
      ]);
    const pages = await all(paginateDescribeVpcs({ client, pageSize: 5 }, {}));
    expect(pages.map(({ Vpcs }) => Vpcs?.[0]?.VpcId)).toEqual(['vpc-1', 'vpc-2', 'vpc-3']);
    expect(pages.map(({ NextToken }) => NextToken)).toEqual(['page-2', 'page-3', undefined]);
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 3, { MaxResults: 5 });
    expect(client).toHaveLastCalledOperation('DescribeVpcs', { NextToken: 'page-3' });
  });

  test('asks for pages again from the first', async () => {
    const client = new EC2Client({});
    stub(client)
      .on('DescribeVpcs')
      .resolvesPages([{ Vpcs: [] }, { Vpcs: [] }]);
    expect(await all(paginateDescribeVpcs({ client }, {}))).toHaveLength(2);
    expect(await all(paginateDescribeVpcs({ client }, {}))).toHaveLength(2);
  });

  test('knows S3’s tokens and its IsTruncated', async () => {
    const client = new S3Client({});
    stub(client)
      .on(ListObjectsV2Command)
      .resolvesPages([{ Contents: [{ Key: 'a' }] }, { Contents: [{ Key: 'b' }] }]);
    const pages = await all(paginateListObjectsV2({ client }, { Bucket: 'b' }));
    expect(pages).toMatchObject([
      { Contents: [{ Key: 'a' }], IsTruncated: true, NextContinuationToken: 'page-2' },
      { Contents: [{ Key: 'b' }], IsTruncated: false },
    ]);
    expect(client).toHaveNthCalledOperation(2, 'ListObjectsV2', { ContinuationToken: 'page-2' });
  });

  test('has keys for tokens in DynamoDB, in each client’s own form', async () => {
    const client = new DynamoDBClient({});
    stub(DynamoDBClient)
      .on('Scan')
      .resolvesPages([{ Count: 1 }, { Count: 2 }]);
    const plain = await all(paginateScan({ client }, { TableName: 't' }));
    expect(plain).toMatchObject([
      { Count: 1, LastEvaluatedKey: { page: { S: 'page-2' } } },
      { Count: 2 },
    ]);

    const documents = DynamoDBDocumentClient.from(client);
    stub(DynamoDBDocumentClient)
      .on('Scan')
      .resolvesPages([{ Count: 3 }, { Count: 4 }]);
    const pages = await all(paginateDocuments({ client: documents }, { TableName: 't' }));
    expect(pages).toMatchObject([{ Count: 3, LastEvaluatedKey: { page: 'page-2' } }, { Count: 4 }]);
  });

  test('keeps tokens of the author’s own', async () => {
    const client = new EC2Client({});
    stub(client)
      .on(DescribeVpcsCommand)
      .resolvesPages([{ Vpcs: [], NextToken: 'mine' }, { Vpcs: [{ VpcId: 'vpc-2' }] }]);
    const output = await client.send(new DescribeVpcsCommand({ NextToken: 'mine' }));
    expect(output.Vpcs).toEqual([{ VpcId: 'vpc-2' }]);
  });

  test('refuses what is no list of outputs, and pages that the operation cannot give', () => {
    const stubs = stub(EC2Client).on(DescribeVpcsCommand);
    expect(() => stubs.resolvesPages([])).toThrow('takes a list of outputs, one or more');
    expect(() => stubs.resolvesPages([{ Vpcs: [{ VpcID: 'vpc-1' }] } as never])).toThrow(
      'Vpcs[0].VpcID: no such member; did you mean VpcId?',
    );
  });
});

// What fails a test at its end is shown in test/runners: here the errors are asked for by themselves.
describe('pages that cannot be', () => {
  test('of an operation without pages', async () => {
    const client = new EC2Client({});
    const call = new OpenCall(
      client,
      new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }),
      new RequestIds(),
    );
    await expect(pageFor(call, [{}], Object.is)).rejects.toThrow(
      'EC2 CreateVpc has no pages: the SDK has no paginateCreateVpc. Write resolves({ … }) for one answer.',
    );
  });
});
