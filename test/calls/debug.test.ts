import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';

const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => {
  printed.mockClear();
});

function text(): string {
  return printed.mock.calls.join('\n');
}

test('debug() prints every call of its target, and how it ended', async () => {
  const ec2 = stub(EC2Client);
  ec2.on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' } });
  ec2.on('DescribeVpcs').rejects('UnauthorizedOperation', { message: 'You are not authorized.' });
  const client = new EC2Client({});
  await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  await client.send(new DescribeVpcsCommand({})).catch(() => undefined);
  stub(S3Client)
    .on('GetObject')
    .answers(() => new Promise(() => undefined));
  void new S3Client({}).send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));

  stub().debug();
  expect(text()).toMatchInlineSnapshot(`
    "3 calls of every client
      1. EC2 CreateVpc { CidrBlock: '10.0.0.0/16' }
         → { Vpc: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' } }
      2. EC2 DescribeVpcs {}
         ! UnauthorizedOperation: You are not authorized.
      3. S3 GetObject { Bucket: 'docs', Key: 'a.txt' }
         … not answered yet"
  `);
});

test('debug() prints only calls of its target', async () => {
  stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
  await new EC2Client({}).send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
  stub(S3Client).debug();
  expect(text()).toMatchInlineSnapshot(`"0 calls of S3Client"`);
  printed.mockClear();
  stub('EC2').debug();
  expect(text()).toMatchInlineSnapshot(`
    "1 call of EC2
      1. EC2 DescribeVpcs { VpcIds: ['vpc-1'] }
         → { Vpcs: [] }"
  `);
});

test('debug() prints a call that nothing answered', async () => {
  stub(EC2Client, { unstubbed: 'throw' });
  await new EC2Client({}).send(new DescribeVpcsCommand({})).catch(() => undefined);
  stub(EC2Client).debug();
  expect(text()).toMatchInlineSnapshot(`
    "1 call of EC2Client
      1. EC2 DescribeVpcs {}
         ! UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS."
  `);
});

test('debug() cuts what is long', async () => {
  stub(EC2Client).on('DescribeVpcs').resolves({});
  const VpcIds = Array.from({ length: 50 }, (_, i) => `vpc-${String(i)}`);
  await new EC2Client({}).send(new DescribeVpcsCommand({ VpcIds }));
  stub(EC2Client).debug();
  expect(text()).toMatchInlineSnapshot(`
    "1 call of EC2Client
      1. EC2 DescribeVpcs { VpcIds: ['vpc-0', 'vpc-1', 'vpc-2', 'vpc-3', 'vpc-4', 'vpc-5', 'vpc-6', 'vpc-7', 'vpc-8', 'vpc-9', 'vpc-10', 'vpc-11'…
         → {}"
  `);
});
