import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { ANY, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const client = new EC2Client({});
const describeVpcs = () => client.send(new DescribeVpcsCommand({}));
const createVpc = () => client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));

describe('toHaveNoPendingStubs passes', () => {
  test('where nothing was expected', () => {
    expect(EC2Client).toHaveNoPendingStubs();
    stub(EC2Client).on('DescribeVpcs').resolves({});
    expect(EC2Client).toHaveNoPendingStubs();
    expect(stub()).toHaveNoPendingStubs();
  });

  test('where every expectation was met, and under .not before', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({});
    expect(EC2Client).not.toHaveNoPendingStubs();
    expect('EC2').not.toHaveNoPendingStubs();
    expect(stub()).not.toHaveNoPendingStubs();
    await describeVpcs();
    expect(EC2Client).toHaveNoPendingStubs();
    expect('EC2').toHaveNoPendingStubs();
    expect(stub()).toHaveNoPendingStubs();
  });

  test('where those left over are of another target', async () => {
    stub(S3Client).expects('ListBuckets').resolves({});
    expect(EC2Client).toHaveNoPendingStubs();
    expect(S3Client).not.toHaveNoPendingStubs();
    await new S3Client({}).send(new ListBucketsCommand({}));
  });

  test('for a class only where its clients’ own expectations are met, too', async () => {
    stub(client).expects('DescribeVpcs').resolves({});
    expect(client).not.toHaveNoPendingStubs();
    expect(EC2Client).not.toHaveNoPendingStubs();
    await describeVpcs();
    expect(EC2Client).toHaveNoPendingStubs();
  });
});

describe('toHaveNoPendingStubs says', () => {
  test('which expectations are left over, in their order', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('DescribeVpcs').resolves({});
    ec2.expects(CreateVpcCommand, { CidrBlock: ANY }).resolves({});
    ec2.expects('DescribeVpcs', {}).resolves({});
    await describeVpcs();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNoPendingStubs();
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNoPendingStubs()

      Expected every expectation to be met, but these were not:

        1. EC2Client CreateVpc { CidrBlock: ANY }
           in test/matchers/to-have-no-pending-stubs.test.ts:LINE
        2. EC2Client DescribeVpcs {}
           in test/matchers/to-have-no-pending-stubs.test.ts:LINE

      1 call of EC2Client:
        1. DescribeVpcs {}"
    `);
    await createVpc();
    await describeVpcs();
  });

  test('that nothing was called at all', async () => {
    stub(client).expects('DescribeVpcs').resolves({});
    expect(
      await messageOf(() => {
        expect(client).toHaveNoPendingStubs();
      }),
    ).toMatchInlineSnapshot(`
      "expect(ec2).toHaveNoPendingStubs()

      Expected every expectation to be met, but these were not:

        1. this EC2Client DescribeVpcs (any input)
           in test/matchers/to-have-no-pending-stubs.test.ts:LINE

      No operation was called on this EC2Client."
    `);
    await describeVpcs();
  });

  test('of every client for stub()', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({});
    stub('S3').expects('ListBuckets').resolves({});
    expect(
      await messageOf(() => {
        expect(stub()).toHaveNoPendingStubs();
      }),
    ).toMatchInlineSnapshot(`
      "expect(stub()).toHaveNoPendingStubs()

      Expected every expectation to be met, but these were not:

        1. EC2Client DescribeVpcs (any input)
           in test/matchers/to-have-no-pending-stubs.test.ts:LINE
        2. S3 ListBuckets (any input)
           in test/matchers/to-have-no-pending-stubs.test.ts:LINE

      No operation was called on any client."
    `);
    await describeVpcs();
    await new S3Client({}).send(new ListBucketsCommand({}));
  });

  test('that there are none, under .not', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({});
    await describeVpcs();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveNoPendingStubs();
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveNoPendingStubs()

      Expected an expectation that is not met, but all are, or there is none

      1 call of EC2Client:
        1. DescribeVpcs {}"
    `);
  });
});

/** Without the types that forbid arguments. */
interface Assertion {
  toHaveNoPendingStubs(...args: unknown[]): void;
}

describe('wrong use: toHaveNoPendingStubs refuses', () => {
  test('arguments', async () => {
    expect(
      await messageOf(() => {
        const assertion = expect(EC2Client) as unknown as Assertion;
        assertion.toHaveNoPendingStubs('CreateVpc', {});
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveNoPendingStubs() takes no arguments, but got 2 arguments."`,
    );
  });
});
