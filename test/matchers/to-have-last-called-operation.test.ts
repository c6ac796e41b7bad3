import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveLastCalledOperation passes', () => {
  test('where the target’s last call was of the operation', async () => {
    await createNetwork();
    expect(EC2Client).toHaveLastCalledOperation('DescribeVpcs');
    expect(EC2Client).toHaveLastCalledOperation(DescribeVpcsCommand, {
      Filters: [{ Name: 'vpc-id', Values: ANY }],
    });
  });

  test('under .not where it was another, or had other parameters, or there was none', async () => {
    const client = new EC2Client({});
    expect(client).not.toHaveLastCalledOperation('DescribeVpcs');
    await createNetwork(client);
    expect(client).not.toHaveLastCalledOperation('CreateVpc');
    expect(client).not.toHaveLastCalledOperation('DescribeVpcs', { MaxResults: 5 });
  });
});

describe('toHaveLastCalledOperation says', () => {
  test('which operation it was', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveLastCalledOperation('CreateVpc', { CidrBlock: ANY });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveLastCalledOperation('CreateVpc', params)

      Expected the last call to be CreateVpc with { "CidrBlock": ANY }, but it was DescribeVpcs

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('how its parameters differ', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveLastCalledOperation('DescribeVpcs', {
          Filters: [{ Name: 'vpc-id', Values: ['vpc-2'] }],
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveLastCalledOperation('DescribeVpcs', params)

      Expected the last call to be DescribeVpcs with { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-2" ] } ] }

      What differs in call 4:

      - Expected
      + Received

        {
          "Filters": [
            {
              "Name": "vpc-id",
              "Values": [
      -         "vpc-2",
      +         "vpc-1",
              ],
            },
          ],
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were no calls', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveLastCalledOperation('DescribeVpcs');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveLastCalledOperation('DescribeVpcs')

      Expected the last call to be DescribeVpcs, but there was none

      No operation was called on EC2Client."
    `);
  });

  test('that it was this one, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveLastCalledOperation('DescribeVpcs');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveLastCalledOperation('DescribeVpcs')

      Expected the last call not to be DescribeVpcs

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('wrong use: toHaveLastCalledOperation refuses', () => {
  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveLastCalledOperation('DescribeVpc');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveLastCalledOperation(): EC2Client has no operation 'DescribeVpc'. Did you mean 'DescribeVpcs'?"`,
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveLastCalledOperation as (...args: unknown[]) => void)(
          'CreateVpc',
          {},
          1,
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveLastCalledOperation() takes (operation, params?), but got 3 arguments."`,
    );
  });
});
