import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { printDiffOrStringify } from 'jest-matcher-utils';
import { format } from 'pretty-format';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const ec2 = new EC2Client({});

async function twoCalls() {
  configure({ unstubbed: 'empty' });
  await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: undefined }));
  await ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
  return stub(EC2Client).calls();
}

describe('the calls are compared as a list of what was called', () => {
  const expected = [
    { service: 'EC2', operation: 'CreateVpc', input: { CidrBlock: '10.0.0.0/16' } },
    { service: 'EC2', operation: 'DescribeVpcs', input: { VpcIds: ['vpc-1'] } },
  ];

  test('by toEqual and toStrictEqual', async () => {
    const calls = await twoCalls();
    expect(calls).toEqual(expected);
    expect(calls[1]).toStrictEqual(expected[1]);
    expect(calls[0]).not.toEqual(expected[1]);
  });

  test('how they ended is there for toMatchObject and objectContaining', async () => {
    const calls = await twoCalls();
    const output = { $metadata: { httpStatusCode: 200 } };
    expect(calls[0]).toMatchObject({ operation: 'CreateVpc', output, attempts: 1, client: ec2 });
    expect(calls).toContainEqual(
      expect.objectContaining({ operation: 'DescribeVpcs', attempts: 1 }),
    );
    expect(calls[0]).toHaveProperty('output.$metadata.attempts', 1);
  });
});

describe('a call prints as a few lines', () => {
  test('in a snapshot', async () => {
    expect(await twoCalls()).toMatchInlineSnapshot(`
      [
        {
          "input": {
            "CidrBlock": "10.0.0.0/16",
          },
          "operation": "CreateVpc",
          "service": "EC2",
        },
        {
          "input": {
            "VpcIds": [
              "vpc-1",
            ],
          },
          "operation": "DescribeVpcs",
          "service": "EC2",
        },
      ]
    `);
  });

  test('in both runners’ printers', async () => {
    const calls = await twoCalls();
    expect(format(calls[1])).toMatchInlineSnapshot(`
      "Object {
        "input": Object {
          "VpcIds": Array [
            "vpc-1",
          ],
        },
        "operation": "DescribeVpcs",
        "service": "EC2",
      }"
    `);
    expect(printDiffOrStringify([], calls.slice(1), 'Expected', 'Received', true))
      .toMatchInlineSnapshot(`
      "- Expected  -  1
      + Received  + 11

      - Array []
      + Array [
      +   Object {
      +     "input": Object {
      +       "VpcIds": Array [
      +         "vpc-1",
      +       ],
      +     },
      +     "operation": "DescribeVpcs",
      +     "service": "EC2",
      +   },
      + ]"
    `);
  });

  test('in console.log and JSON', async () => {
    const calls = await twoCalls();
    expect(inspect(calls)).toMatchInlineSnapshot(`
      "[
        {
          service: 'EC2',
          operation: 'CreateVpc',
          input: { CidrBlock: '10.0.0.0/16', DryRun: undefined }
        },
        {
          service: 'EC2',
          operation: 'DescribeVpcs',
          input: { VpcIds: [Array] }
        }
      ]"
    `);
    expect(JSON.stringify(calls)).toMatchInlineSnapshot(
      `"[{"service":"EC2","operation":"CreateVpc","input":{"CidrBlock":"10.0.0.0/16"}},{"service":"EC2","operation":"DescribeVpcs","input":{"VpcIds":["vpc-1"]}}]"`,
    );
  });

  test('in a comparison that fails', async () => {
    const calls = await twoCalls();
    const message = await messageOf(() => {
      expect(calls).toEqual([]);
    });
    expect(message.split('\n').length).toBeLessThan(40);
  });

  test('with large bodies told in a few words, and told apart', async () => {
    stub(S3Client).on('PutObject').resolves({});
    const s3 = new S3Client({});
    for (const fill of ['a', 'b']) {
      const Body = Buffer.alloc(5_000_000, fill);
      await s3.send(new PutObjectCommand({ Bucket: 'docs', Key: 'k', Body }));
      const texts = { text: fill.repeat(3000) };
      await s3.send(new PutObjectCommand({ Bucket: 'docs', Key: 'k', Metadata: texts }));
    }
    expect(JSON.stringify(stub(S3Client).calls()[2])).toMatchInlineSnapshot(
      `"{"service":"S3","operation":"PutObject","input":{"Bucket":"docs","Key":"k","Body":"[Buffer of 5000000 bytes, sha256 c60fe569]"}}"`,
    );
    const [one, , other] = stub(S3Client).calls();
    expect(format(one)).not.toBe(format(other));
    expect(format(stub(S3Client).calls()[1]).length).toBeLessThan(1500);
  });
});
