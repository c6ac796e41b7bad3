import { CreateSubnetCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveNthCallOfOperation passes', () => {
  test('where the operation’s nth call had the parameters, whatever was called in between', async () => {
    await createNetwork();
    expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 2);
    expect(EC2Client).toHaveNthCallOfOperation(CreateSubnetCommand, 2, {
      CidrBlock: '10.0.2.0/24',
    });
    expect(EC2Client).toHaveNthCallOfOperation('DescribeVpcs', 1);
  });

  test('under .not where it had others, or was never made', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveNthCallOfOperation('CreateSubnet', 1, { CidrBlock: '10.0.2.0/24' });
    expect(EC2Client).not.toHaveNthCallOfOperation('CreateSubnet', 3);
    expect(EC2Client).not.toHaveNthCallOfOperation('DeleteVpc', 1);
  });
});

describe('toHaveNthCallOfOperation says', () => {
  test('how the parameters differ', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 2, { CidrBlock: '10.0.1.0/24' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 2, params)

      Expected the 2nd call of the operation to be CreateSubnet with { "CidrBlock": "10.0.1.0/24" }

      What differs in call 3:

      - Expected
      + Received

        {
      -   "CidrBlock": "10.0.1.0/24",
      +   "CidrBlock": "10.0.2.0/24",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were not so many calls of it', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 3);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 3)

      Expected the 3rd call of the operation to be CreateSubnet, but there were 2 calls of it

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that it was called so, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveNthCallOfOperation('CreateSubnet', 1);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveNthCallOfOperation('CreateSubnet', 1)

      Expected the 1st call of the operation not to be CreateSubnet

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('toHaveNthCallOfOperation refuses', () => {
  test('a number that is none, and the arguments of toHaveNthCalledOperation', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 0);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveNthCallOfOperation() takes the number of the call as its second argument, a whole number from 1 on, but got 0."`,
    );
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveNthCallOfOperation(1 as never, 'CreateSubnet' as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveNthCallOfOperation() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got a number."`,
    );
  });
});
