import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

const client = new EC2Client({});

async function vpcs(): Promise<string[] | undefined> {
  const { Vpcs } = await client.send(new DescribeVpcsCommand({}));
  return Vpcs?.map(({ VpcId = '' }) => VpcId);
}

describe('after every test all stubs, calls and settings are gone', () => {
  test('a test that stubs', async () => {
    configure({ unstubbed: 'empty' });
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });
    expect(await vpcs()).toEqual(['vpc-1']);
    await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  });

  test('leaves nothing to the next', async () => {
    expect(stub().calls()).toEqual([]);
    expect(EC2Client).not.toHaveCalledAnyOperation();
    stub(EC2Client, { unstubbed: 'throw' });
    await expect(vpcs()).rejects.toThrow('No stub answers EC2 DescribeVpcs');
  });
});

describe('what beforeEach stubs', () => {
  let runs = 0;
  beforeEach(() => {
    runs += 1;
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ VpcId: `vpc-${String(runs)}` }] });
  });

  test('answers the first test', async () => {
    expect(await vpcs()).toEqual(['vpc-1']);
  });

  test('answers the second test anew', async () => {
    expect(await vpcs()).toEqual(['vpc-2']);
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe('a stub without a test', () => {
  beforeAll(async () => {
    stub('EC2')
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ VpcId: 'vpc-of-all' }] });
    await vpcs();
  });

  test('such as one of beforeAll, answers every test of the file', async () => {
    expect(await vpcs()).toEqual(['vpc-of-all']);
  });

  test('gives way to a test’s own', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ VpcId: 'vpc-of-test' }] });
    expect(await vpcs()).toEqual(['vpc-of-test']);
  });

  test('answers again in the next test', async () => {
    expect(await vpcs()).toEqual(['vpc-of-all']);
  });

  test('and the calls of beforeAll come first among those of each test', async () => {
    await client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }));
    const inputs = stub(EC2Client)
      .calls()
      .map(({ input }) => input as unknown);
    expect(inputs).toEqual([{}, { VpcIds: ['vpc-1'] }]);
  });
});
