import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANY, configure, exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

beforeEach(async () => {
  configure({ delivery: 'wire' });
  stub(S3Client).on('PutObject').resolves({});
  const s3 = new S3Client({ region: 'eu-west-1' });
  for (const Key of ['a.json', 'b.json']) {
    const Body = JSON.stringify({ key: Key });
    const ContentType = 'application/json';
    await s3.send(new PutObjectCommand({ Bucket: 'documents', Key, Body, ContentType }));
  }
});

describe('toHaveSentRequest passes', () => {
  test('where a request has these parts, headers by any case', () => {
    expect(S3Client).toHaveSentRequest({ method: 'PUT', path: '/a.json' });
    expect(S3Client).toHaveSentRequest({ headers: { 'Content-Type': 'application/json' } });
    expect(S3Client).toHaveSentRequest({ hostname: expect.stringContaining('eu-west-1') });
    expect(S3Client).toHaveSentRequest({ query: { 'x-id': 'PutObject' } });
    expect(stub()).toHaveSentRequest({ headers: { authorization: ANY } });
  });

  test('where its body is this text, these bytes, or says this in JSON', () => {
    expect(S3Client).toHaveSentRequest({ body: '{"key":"b.json"}' });
    expect(S3Client).toHaveSentRequest({ body: Buffer.from('{"key":"b.json"}') });
    expect(S3Client).toHaveSentRequest({ body: { key: 'b.json' } });
    expect(S3Client).toHaveSentRequest({ body: expect.stringContaining('b.json') });
  });

  test('under .not where none has', () => {
    expect(S3Client).not.toHaveSentRequest({ path: '/c.json' });
    expect(S3Client).not.toHaveSentRequest({ path: '/a.json', body: { key: 'b.json' } });
    expect(EC2Client).not.toHaveSentRequest({ method: 'POST' });
  });

  test('for a target’s own requests only', async () => {
    stub(DynamoDBClient).on('GetItem').resolves({});
    const dynamodb = new DynamoDBClient({});
    await dynamodb.send(new GetItemCommand({ TableName: 'users', Key: { id: { S: '1' } } }));
    expect(dynamodb).toHaveSentRequest({ method: 'POST' });
    expect(S3Client).not.toHaveSentRequest({ method: 'POST' });
  });
});

describe('toHaveSentRequest says', () => {
  test('how the last request differs, and which there were', async () => {
    expect(
      await messageOf(() => {
        expect(S3Client).toHaveSentRequest({ method: 'GET', path: '/b.json' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(S3Client).toHaveSentRequest(request)

      Expected a request with { "method": "GET", "path": "/b.json" }

      What differs in the last one:

      - Expected
      + Received

        {
      -   "method": "GET",
      +   "method": "PUT",
          "path": "/b.json",
        }

      2 requests of S3Client:
        PUT documents.s3.eu-west-1.amazonaws.com/a.json (PutObject)
        PUT documents.s3.eu-west-1.amazonaws.com/b.json (PutObject)"
    `);
  });

  test('which request there should not have been', async () => {
    expect(
      await messageOf(() => {
        expect(S3Client).not.toHaveSentRequest({ path: '/a.json' });
      }),
    ).toContain('→ PUT documents.s3.eu-west-1.amazonaws.com/a.json (PutObject)');
  });

  test('that nothing was sent where calls were answered directly', async () => {
    stub(EC2Client, { delivery: 'direct' }).on('DescribeVpcs').resolves({});
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveSentRequest({ method: 'POST' });
      }),
    ).toContain(
      "1 call of EC2Client was answered directly, so nothing was sent. For requests write configure({ delivery: 'wire' })",
    );
  });

  test('which parts a request has', async () => {
    expect(
      await messageOf(() => {
        expect(S3Client).toHaveSentRequest({ url: '/a.json' } as object);
      }),
    ).toContain(
      'a request has no url; its parts are method, hostname, path, query, headers, body.',
    );
    expect(
      await messageOf(() => {
        expect(S3Client).toHaveSentRequest('PUT' as never);
      }),
    ).toContain('takes parts of a request');
  });

  test.each<[object, string]>([
    [{ method: 'put' }, "'method' is one of DELETE, GET, HEAD, PATCH, POST, PUT."],
    [{ method: 'PUTT' }, "'method' is one of DELETE, GET, HEAD, PATCH, POST, PUT."],
    [{ hostname: 'https://documents.example' }, "'hostname' is a name without scheme and path"],
    [{ path: 'a.json' }, "'path' is a text that begins with a slash, without the query"],
    [{ path: '/a.json?x-id=PutObject' }, "'path' is a text that begins with a slash"],
    [{ query: { 'max-keys': 5 } }, "'query' is an object of names and texts"],
    [{ headers: ['content-type'] }, "'headers' is an object of names and texts"],
    [{ headers: [['content-type', 'text/plain']] }, "'headers' is an object of names and texts"],
    [{ headers: { 'content-length': 5 } }, "'headers' is an object of names and texts"],
    [{ headers: exactly({ 'content-length': 5 }) }, "'headers' is an object of names and texts"],
    [exactly({ header: {} }), 'a request has no header'],
    [expect.objectContaining({ header: {} }), 'a request has no header'],
    [expect.objectContaining({ method: 'put' }), "'method' is one of"],
    [
      { headers: expect.objectContaining({ 'Content-Type': 'text/plain' }) },
      "inside a matcher a header is named in lower case: 'content-type' instead of 'Content-Type'.",
    ],
    [
      { headers: expect.not.objectContaining({ 'X-Amz-Date': expect.any(String) }) },
      "'x-amz-date' instead of 'X-Amz-Date'.",
    ],
    [
      expect.objectContaining({ headers: { 'Content-Type': 'text/plain' } }),
      "'content-type' instead of 'Content-Type'.",
    ],
  ])('parts that no request has, also under .not: %j', (parts, problem) => {
    expect(() => {
      expect(S3Client).not.toHaveSentRequest(parts);
    }).toThrow(problem);
  });

  test.each<[object, string]>([
    [
      { headers: { 'x-amz-alc': 'private' } },
      "'x-amz-alc' in its headers. Did you mean 'x-amz-acl'?",
    ],
    [{ headers: { Contenttype: 'text/plain' } }, "Did you mean 'content-type'?"],
    [{ headers: expect.objectContaining({ 'x-amz-dat': ANY }) }, "Did you mean 'x-amz-date'?"],
    [exactly({ headers: exactly({ 'content-typ': ANY }) }), "Did you mean 'content-type'?"],
  ])('names that requests of these calls do not have, but nearly: %j', (parts, problem) => {
    expect(() => {
      expect(S3Client).not.toHaveSentRequest(parts);
    }).toThrow(problem);
  });

  test('such names in a query and in a body of JSON', async () => {
    stub(S3Client).on('ListObjectsV2').resolves({});
    await new S3Client({}).send(new ListObjectsV2Command({ Bucket: 'documents' }));
    expect(() => {
      expect(S3Client).not.toHaveSentRequest({ query: { 'max-key': '5' } });
    }).toThrow("'max-key' in its query. Did you mean 'max-keys'?");
    stub(DynamoDBClient).on('GetItem').resolves({});
    const input = { TableName: 'users', Key: { id: { S: '1' } } };
    await new DynamoDBClient({}).send(new GetItemCommand(input));
    expect(() => {
      expect(DynamoDBClient).not.toHaveSentRequest({ body: { TableNam: 'users' } });
    }).toThrow("'TableNam' in its body. Did you mean 'TableName'?");
  });

  test('no names of the user: metadata, headers of middleware, the JSON of a body of bytes', () => {
    expect(S3Client).not.toHaveSentRequest({ headers: { 'x-amz-meta-acl': 'a', 'x-trace': 'b' } });
    expect(S3Client).not.toHaveSentRequest({ body: { Key: 'c' } });
  });

  test('nothing but the headers in exactly', () => {
    const headers = exactly({ 'Content-Type': 'application/json' });
    expect(S3Client).not.toHaveSentRequest({ headers });
    expect(S3Client).not.toHaveSentRequest(exactly({ method: 'PUT', headers }));
    expect(S3Client).not.toHaveSentRequest({ query: exactly({}) });
  });
});
