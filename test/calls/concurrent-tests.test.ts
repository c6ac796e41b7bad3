import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

/** Resolves for each test that comes to it once this many have, so that they run at the same time. */
function meetingOf(tests: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === tests)
        waiting.forEach((go) => {
          go();
        });
    });
}

const client = new EC2Client({});

describe('DESIGN: test.concurrent', () => {
  const allHaveStubbed = meetingOf(4);
  const allHaveCalled = meetingOf(4);

  test.concurrent.for(['vpc-1', 'vpc-2', 'vpc-3'])(
    'each test sees its own stubs and calls: %s',
    async (VpcId, { expect }) => {
      stub(EC2Client)
        .on('DescribeVpcs', { VpcIds: [VpcId] })
        .resolves({ Vpcs: [{ VpcId }] });
      await allHaveStubbed();
      const { Vpcs } = await client.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }));
      await allHaveCalled();
      expect(Vpcs).toEqual([{ VpcId }]);
      expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
      expect(stub().calls()).toHaveLength(1);
    },
  );

  test.concurrent('each test sees its own settings', async ({ expect }) => {
    configure({ unstubbed: 'empty' });
    await allHaveStubbed();
    const { Vpcs } = await client.send(new DescribeVpcsCommand({}));
    await allHaveCalled();
    expect(Vpcs).toBeUndefined();
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('concurrent tests over a stub of the file', () => {
  const allHaveCalled = meetingOf(2);
  beforeAll(() => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'of the file' });
  });
  afterAll(() => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
  });

  test.concurrent('share it', async ({ expect }) => {
    await allHaveCalled();
    expect((await client.send(new DescribeVpcsCommand({}))).NextToken).toBe('of the file');
  });

  test.concurrent('and write over it for themselves', async ({ expect }) => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'of the test' });
    await allHaveCalled();
    expect((await client.send(new DescribeVpcsCommand({}))).NextToken).toBe('of the test');
  });
});
