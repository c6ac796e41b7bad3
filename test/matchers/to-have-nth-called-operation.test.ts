import { CreateSubnetCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, exactly } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveNthCalledOperation passes', () => {
  test('where the target’s nth call was of the operation', async () => {
    await createNetwork();
    expect(EC2Client).toHaveNthCalledOperation(1, 'CreateVpc');
    expect(EC2Client).toHaveNthCalledOperation(2, CreateSubnetCommand, {
      CidrBlock: '10.0.1.0/24',
    });
    expect(EC2Client).toHaveNthCalledOperation(4, DescribeVpcsCommand, exactly({ Filters: ANY }));
  });

  test('under .not where it was another, or had other parameters, or was never made', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveNthCalledOperation(1, 'CreateSubnet');
    expect(EC2Client).not.toHaveNthCalledOperation(2, 'CreateSubnet', { CidrBlock: '10.0.2.0/24' });
    expect(EC2Client).not.toHaveNthCalledOperation(5, 'DescribeVpcs');
  });
});

describe('toHaveNthCalledOperation says', () => {
  test('which operation it was', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCalledOperation(2, 'CreateVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCalledOperation(2, 'CreateVpc')

      Expected call 2 to be CreateVpc, but it was CreateSubnet

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('how its parameters differ', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCalledOperation(3, 'CreateSubnet', {
          VpcId: 'vpc-1',
          CidrBlock: '10.0.1.0/24',
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCalledOperation(3, 'CreateSubnet', params)

      Expected call 3 to be CreateSubnet with { "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }

      What differs in call 3:

      - Expected
      + Received

        {
      -   "CidrBlock": "10.0.1.0/24",
      +   "CidrBlock": "10.0.2.0/24",
          "VpcId": "vpc-1",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were not so many calls', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCalledOperation(5, 'DescribeVpcs', { MaxResults: 5 });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCalledOperation(5, 'DescribeVpcs', params)

      Expected call 5 to be DescribeVpcs with { "MaxResults": 5 }, but there were only 4

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were no calls', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCalledOperation(1, 'DescribeVpcs');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCalledOperation(1, 'DescribeVpcs')

      Expected call 1 to be DescribeVpcs, but there was none

      No operation was called on EC2Client."
    `);
  });

  test('that it was this one, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveNthCalledOperation(1, 'CreateVpc', { CidrBlock: ANY });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveNthCalledOperation(1, 'CreateVpc', params)

      Expected call 1 not to be CreateVpc with { "CidrBlock": ANY }

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('wrong use: toHaveNthCalledOperation refuses', () => {
  test.each<[unknown, string]>([
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['CreateVpc', '"CreateVpc"'],
  ])('%s as the number of the call', async (n, shown) => {
    const message = await messageOf(() => {
      expect(EC2Client).toHaveNthCalledOperation(n as number, 'CreateVpc');
    });
    expect(message).toBe(
      `WrongUseError: expect(EC2Client).toHaveNthCalledOperation() takes the number of the call as its first argument, a whole number from 1 on, but got ${shown}.`,
    );
  });

  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCalledOperation(1, 'CreateVpcs');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveNthCalledOperation(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?"`,
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveNthCalledOperation as (...args: unknown[]) => void)(
          1,
          'CreateVpc',
          {},
          {},
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveNthCalledOperation() takes (n, operation, params?), but got 4 arguments."`,
    );
  });
});
