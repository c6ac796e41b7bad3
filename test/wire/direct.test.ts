import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

const s3 = new S3Client({});
const get = new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' });

describe('what a stub gives is what the SDK reads of AWS’s formats:', () => {
  test('a date in a header has no milliseconds', async () => {
    stub(S3Client)
      .on('GetObject')
      .resolves({ LastModified: new Date('2024-05-06T07:08:09.123Z') });
    expect((await s3.send(get)).LastModified).toEqual(new Date('2024-05-06T07:08:09.000Z'));
  });

  test('a date in XML keeps them', async () => {
    const LastModified = new Date('2024-05-06T07:08:09.123Z');
    stub(S3Client)
      .on('ListObjectsV2')
      .resolves({ Contents: [{ LastModified }] });
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: 'docs' }));
    expect(Contents).toEqual([{ LastModified }]);
  });

  test('an empty list of S3, which has no element of its own, is no list', async () => {
    stub(S3Client).on('ListObjectsV2').resolves({ Contents: [], KeyCount: 0 });
    const output = await s3.send(new ListObjectsV2Command({ Bucket: 'docs' }));
    expect(output).not.toHaveProperty('Contents');
    expect(output.KeyCount).toBe(0);
  });

  test('an empty list of EC2, which has one, is an empty list', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    const output = await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(output.Vpcs).toEqual([]);
  });

  test('a Buffer is a Uint8Array', async () => {
    stub(DynamoDBClient)
      .on('GetItem')
      .resolves({ Item: { photo: { B: Buffer.from([1, 2]) } } });
    const { Item } = await new DynamoDBClient({}).send(
      new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } }),
    );
    expect(Item?.['photo']).toStrictEqual({ B: new Uint8Array([1, 2]) });
  });

  test('a payload that is missing is what the SDK makes of it, and one that is given can be read as a text', async () => {
    const lambda = new LambdaClient({});
    const invoke = new InvokeCommand({ FunctionName: 'f' });
    stub(LambdaClient)
      .on('Invoke')
      .resolvesOnce({ StatusCode: 202 })
      .resolves({ StatusCode: 200, Payload: '{"ok":true}' });
    expect((await lambda.send(invoke)).Payload).toBeNull();
    expect((await lambda.send(invoke)).Payload?.transformToString()).toBe('{"ok":true}');
  });

  test('the date of Expires has a text beside it', async () => {
    stub(S3Client)
      .on('GetObject')
      .resolves({ Expires: new Date(0) });
    expect((await s3.send(get)).ExpiresString).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  });

  test('an operation has the status of its model', async () => {
    stub(S3Client).on('DeleteObject').resolves({});
    const { $metadata } = await s3.send(new DeleteObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
    expect($metadata.httpStatusCode).toBe(204);
  });

  test('an error of S3 without a body says what the SDK says of it', async () => {
    stub(S3Client).on('HeadObject').rejects('NotFound');
    const head = s3.send(new HeadObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
    await expect(head).rejects.toBeAwsError('NotFound', {
      message: 'UnknownError',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('an error of EC2 has its code where the SDK puts it', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.NotFound', { message: 'Not there.' });
    const describeVpcs = new EC2Client({}).send(new DescribeVpcsCommand({}));
    await expect(describeVpcs).rejects.toMatchObject({
      name: 'InvalidVpcID.NotFound',
      Code: 'InvalidVpcID.NotFound',
      message: 'Not there.',
    });
  });

  test('with validate: false an output is handed over as it is', async () => {
    stub(S3Client, { validate: false }).on('ListObjectsV2').resolves({ Contents: [], Unheard: 1 });
    const output = await s3.send(new ListObjectsV2Command({ Bucket: 'docs' }));
    expect(output).toMatchObject({ Contents: [], Unheard: 1 });
  });
});

describe('a stub is refused where its output', () => {
  test('has metadata of S3 whose names would arrive in lower case', () => {
    const Metadata = { Author: 'Anna' };
    expect(() => stub(S3Client).on('HeadObject').resolves({ Metadata })).toThrow(
      "Metadata.Author: arrives as 'author', since it is the name of a header: write it so",
    );
  });

  test('has a text that no header can hold', () => {
    expect(() => stub(S3Client).on('HeadObject').resolves({ ContentType: 'a\nb' })).toThrow(
      'ContentType: a header cannot hold a line break',
    );
    expect(() => stub(S3Client).on('HeadObject').resolves({ ContentType: '日本' })).toThrow(
      'ContentType: a header cannot hold characters beyond Latin-1',
    );
  });

  test('has a status of failure', () => {
    expect(() => stub(LambdaClient).on('Invoke').resolves({ StatusCode: 500 })).toThrow(
      'StatusCode: is the status of the answer, from 200 to 299; write rejects(…) for an error',
    );
  });

  test('has a character that XML cannot hold', () => {
    const Vpcs = [{ VpcId: 'vpc-\u0000' }];
    expect(() => stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs })).toThrow(
      'Vpcs[0].VpcId: travels in XML, which cannot hold the character U+0000',
    );
  });
});
