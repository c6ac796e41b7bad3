import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, exactly } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledOperationTimes passes', () => {
  test('where the operation was called that often', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 2);
    expect(EC2Client).toHaveCalledOperationTimes(CreateVpcCommand, 1);
    expect(EC2Client).toHaveCalledOperationTimes('DeleteVpc', 0);
  });

  test('counting only calls with the parameters', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationTimes(CreateSubnetCommand, 2, { VpcId: 'vpc-1' });
    expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 1, { CidrBlock: '10.0.1.0/24' });
    expect(EC2Client).toHaveCalledOperationTimes(
      'CreateSubnet',
      0,
      exactly({ VpcId: ANY, CidrBlock: ANY }),
    );
  });

  test('under .not where it was called more often or less', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveCalledOperationTimes('CreateSubnet', 1);
    expect(EC2Client).not.toHaveCalledOperationTimes('CreateSubnet', 3);
    expect(EC2Client).not.toHaveCalledOperationTimes('CreateSubnet', 2, {
      CidrBlock: '10.0.1.0/24',
    });
  });
});

describe('toHaveCalledOperationTimes says', () => {
  test('that there were more calls', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 1);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 1)

      Expected 1 call of CreateSubnet, but there were 2

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were fewer', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 2, { CidrBlock: ANY });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 2, params)

      Expected 2 calls of CreateVpc with { "CidrBlock": ANY }, but there was 1

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was none, and how the nearest call differs', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 1, { CidrBlock: '10.1.0.0/16' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 1, params)

      Expected 1 call of CreateVpc with { "CidrBlock": "10.1.0.0/16" }, but there were 0

      The nearest call is call 1:

      - Expected
      + Received

        {
      -   "CidrBlock": "10.1.0.0/16",
      +   "CidrBlock": "10.0.0.0/16",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was one where none was to be', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 0);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', 0)

      Expected 0 calls of CreateVpc, but there was 1

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were as many, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperationTimes('CreateSubnet', 2, { VpcId: 'vpc-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOperationTimes('CreateSubnet', 2, params)

      Expected any number of calls of CreateSubnet with { "VpcId": "vpc-1" } but 2

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('wrong use: toHaveCalledOperationTimes refuses', () => {
  test.each<[unknown, string]>([
    [-1, '-1'],
    [1.5, '1.5'],
    ['2', '"2"'],
    [NaN, 'NaN'],
    [undefined, 'undefined'],
    [{ VpcId: 'vpc-1' }, '{"VpcId": "vpc-1"}'],
  ])('%s as the number of calls', async (times, shown) => {
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperationTimes('CreateVpc', times as number);
    });
    expect(message.replace(/Object \{\s*"VpcId": "vpc-1",\s*\}/, '{"VpcId": "vpc-1"}')).toBe(
      `WrongUseError: expect(EC2Client).toHaveCalledOperationTimes() takes how often as its second argument, a whole number from 0 on, but got ${shown}.`,
    );
  });

  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationTimes('CreateVpcs', 1);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationTimes(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?"`,
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperationTimes as (...args: unknown[]) => void)(
          'CreateVpc',
          1,
          {},
          {},
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveCalledOperationTimes() takes (operation, times, params?), but got 4 arguments."`,
    );
  });
});
