import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, GetRecordsCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import {
  ListObjectVersionsCommand,
  ListPartsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan as paginateDocuments } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { InvalidStubError, stub } from '../../src/index.js';

async function readAll(pages: AsyncIterable<unknown>): Promise<unknown> {
  let last: unknown;
  for await (const page of pages) last = page;
  return last;
}

/** What a loop was ended with; it fails the test too, which is shown in test/runners. */
async function endOf(loop: Promise<unknown>): Promise<string> {
  const error: unknown = await loop.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidStubError);
  expect(currentScope().violations.splice(0)).toEqual([error]);
  return (error as Error).message.replace(/\d+ times/, 'N times');
}

const advice = 'Leave the token out of the last page, or write resolvesPages([…]).';
const s3 = new S3Client({});

describe('pages that lead to the same page for ever are stopped', () => {
  test('where the token is a text', async () => {
    stub(S3Client)
      .on('ListObjectsV2')
      .resolves({ IsTruncated: true, NextContinuationToken: 'more', Contents: [] });
    expect(await endOf(readAll(paginateListObjectsV2({ client: s3 }, { Bucket: 'docs' })))).toBe(
      `The stub of S3 ListObjectsV2 answers the same NextContinuationToken for ever: 'more', N times. ${advice}`,
    );
  });

  test.each(['direct', 'wire'] as const)('where it is a key of a table (%s)', async (delivery) => {
    stub(DynamoDBClient, { delivery })
      .on('Scan')
      .resolves({ Items: [], LastEvaluatedKey: { id: { S: '1' } } });
    const pages = paginateScan({ client: new DynamoDBClient({}) }, { TableName: 't' });
    expect(await endOf(readAll(pages))).toBe(
      `The stub of DynamoDB Scan answers the same LastEvaluatedKey for ever: { id: { S: '1' } }, N times. ${advice}`,
    );
  });

  test('where it is a key of a document client’s table', async () => {
    stub(DynamoDBDocumentClient)
      .on('Scan')
      .answers(() => ({ Items: [{ id: Math.random() }], LastEvaluatedKey: { id: 1 } }));
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    expect(await endOf(readAll(paginateDocuments({ client }, { TableName: 't' })))).toBe(
      `The stub of DynamoDB Scan answers the same LastEvaluatedKey for ever: { id: 1 }, N times. ${advice}`,
    );
  });

  test('where there are several tokens', async () => {
    stub(S3Client)
      .on('ListObjectVersions')
      .resolves({ IsTruncated: true, NextKeyMarker: 'a', NextVersionIdMarker: 'v1' });
    const list = async () => {
      let at: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
      for (;;) {
        const page = await s3.send(new ListObjectVersionsCommand({ Bucket: 'docs', ...at }));
        at = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      }
    };
    expect(await endOf(list())).toBe(
      `The stub of S3 ListObjectVersions answers the same NextKeyMarker and NextVersionIdMarker for ever: 'a' and 'v1', N times. ${advice}`,
    );
  });

  test('where the last thing of a page is the token, deep in the answer, between other calls', async () => {
    stub(S3Client).on('PutObject').resolves({});
    stub(KinesisClient)
      .on('DescribeStream')
      .resolves({
        StreamDescription: { HasMoreShards: true, Shards: [{ ShardId: 'shard-1' }] },
      });
    const kinesis = new KinesisClient({});
    const describeAll = async () => {
      let ExclusiveStartShardId: string | undefined;
      for (let n = 0; ; n++) {
        const { StreamDescription } = await kinesis.send(
          new DescribeStreamCommand({ StreamName: 'orders', ExclusiveStartShardId }),
        );
        ExclusiveStartShardId = StreamDescription?.Shards?.at(-1)?.ShardId;
        await s3.send(new PutObjectCommand({ Bucket: 'docs', Key: String(n), Body: '' }));
      }
    };
    expect(await endOf(describeAll())).toBe(
      `The stub of Kinesis DescribeStream answers the same StreamDescription.Shards[0].ShardId for ever: 'shard-1', N times. ${advice}`,
    );
  });

  test('where some pages lead to each other', async () => {
    const parts = stub(S3Client);
    parts.on('ListParts').resolves({ IsTruncated: true, NextPartNumberMarker: '1' });
    parts.on('ListParts', { PartNumberMarker: '1' }).resolves({ NextPartNumberMarker: '2' });
    const list = async () => {
      let PartNumberMarker: string | undefined;
      for (;;) {
        const page = await s3.send(
          new ListPartsCommand({ Bucket: 'docs', Key: 'a', UploadId: 'u', PartNumberMarker }),
        );
        PartNumberMarker = page.NextPartNumberMarker;
      }
    };
    expect(await endOf(list())).toMatch(
      /^The stub of S3 ListParts answers the same NextPartNumberMarker for ever: '[12]', then '[12]', N times\./,
    );
  });
});

describe('no loop without an end is', () => {
  test('asking for the same again and again', async () => {
    stub(S3Client).on('ListParts').resolves({ IsTruncated: true, NextPartNumberMarker: '1' });
    const input = { Bucket: 'docs', Key: 'a', UploadId: 'u', PartNumberMarker: '1' };
    for (let n = 0; n < 2500; n++) await s3.send(new ListPartsCommand(input));
  });

  test('a token for other inputs', async () => {
    stub(S3Client).on('ListParts').resolves({ IsTruncated: true, NextPartNumberMarker: '1' });
    for (let n = 0; n < 2500; n++) {
      const input = { Bucket: 'docs', Key: String(n), UploadId: 'u', PartNumberMarker: '1' };
      await s3.send(new ListPartsCommand(input));
    }
  });

  test('reading what is written meanwhile', async () => {
    stub(KinesisClient).on('GetRecords').resolves({ Records: [], NextShardIterator: 'next' });
    const kinesis = new KinesisClient({});
    let ShardIterator: string | undefined = 'first';
    for (let n = 0; n < 2500; n++) {
      ({ NextShardIterator: ShardIterator } = await kinesis.send(
        new GetRecordsCommand({ ShardIterator }),
      ));
    }
  });
});
