import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

const client = new EC2Client({});
const s3 = new S3Client({});

async function answeredBy(): Promise<unknown> {
  return (await client.send(new DescribeVpcsCommand({}))).NextToken;
}

describe('reset', () => {
  test('takes away the stubs and expectations of the target, and of its single clients', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    ec2.on('DescribeVpcs').resolvesOnce({ NextToken: 'once' }).resolves({ NextToken: 'always' });
    ec2.onAnyOperation().resolves({ NextToken: 'any' });
    ec2.expects('CreateVpc').resolves({});
    stub(client).on('DescribeVpcs').resolves({ NextToken: 'instance' });
    ec2.reset();
    expect(EC2Client).toHaveNoPendingStubs();
    expect(await answeredBy()).toBeUndefined();
  });

  test('leaves other targets, calls and settings', async () => {
    stub().on('DescribeVpcs').resolves({ NextToken: 'every client' });
    stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
    stub(EC2Client, { validate: false }).on('DescribeVpcs').resolves({ NextToken: 'class' });
    await answeredBy();
    stub(EC2Client).reset();
    expect(await answeredBy()).toBe('every client');
    expect((await s3.send(new ListBucketsCommand({}))).Buckets).toEqual([]);
    expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 2);
    stub(EC2Client).on('DescribeVpcs').resolves({ NextTokn: 'not checked' });
  });

  test('without a target takes away all of them', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('DescribeVpcs').resolves({ NextToken: 'class' });
    ec2.expects('CreateVpc').resolves({});
    stub(S3Client).reset();
    expect(await answeredBy()).toBe('class');
    stub().reset();
    ec2.on('DescribeVpcs').resolves({ NextToken: 'anew' });
    expect(await answeredBy()).toBe('anew');
  });

  test('lets what is written after it answer', async () => {
    const ec2 = stub(EC2Client);
    const kept = ec2.on('DescribeVpcs').resolves({ NextToken: 'before' });
    ec2.reset().expects('CreateVpc').resolves({});
    await client.send(new CreateVpcCommand({}));
    kept.resolves({ NextToken: 'after' });
    expect(await answeredBy()).toBe('after');
  });

  test('refuses a reply for an expectation that it took away', () => {
    const creation = stub(EC2Client).expects('CreateVpc');
    stub(EC2Client).reset();
    expect(() => creation.resolves({})).toThrow(
      'stub(EC2Client).expects(): this expectation was taken away by reset(); write .expects(…) and its reply together',
    );
  });
});

describe('reset in a test', () => {
  beforeAll(() => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'of beforeAll' });
  });

  test('brings back what the block stubbed', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'of the test' });
    expect(await answeredBy()).toBe('of the test');
    stub(EC2Client).reset();
    expect(await answeredBy()).toBe('of beforeAll');
  });
});
