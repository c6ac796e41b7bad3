import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, exactly } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledOnlyOperations passes', () => {
  test('where nothing else was called', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOnlyOperations([
      'CreateVpc',
      CreateSubnetCommand,
      'DescribeVpcs',
    ]);
  });

  test('whether or not each of them was', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOnlyOperations([
      'DeleteVpc',
      'DescribeVpcs',
      ['CreateSubnet', { VpcId: 'vpc-1' }],
      [CreateVpcCommand, exactly({ CidrBlock: ANY })],
    ]);
  });

  test('where nothing was called', () => {
    expect(EC2Client).toHaveCalledOnlyOperations(['CreateVpc']);
    expect(EC2Client).toHaveCalledOnlyOperations([]);
  });

  test('under .not where something else was called', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveCalledOnlyOperations(['CreateVpc', 'DescribeVpcs']);
    expect(EC2Client).not.toHaveCalledOnlyOperations([]);
    expect(EC2Client).not.toHaveCalledOnlyOperations([
      'CreateVpc',
      'DescribeVpcs',
      ['CreateSubnet', { CidrBlock: '10.0.1.0/24' }],
    ]);
  });
});

describe('toHaveCalledOnlyOperations says', () => {
  test('which call is another', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOnlyOperations(['CreateVpc', 'CreateSubnet']);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOnlyOperations(operations)

      Expected only these calls:

        CreateVpc
        CreateSubnet

      1 call is not among them.

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('which calls have other parameters', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOnlyOperations([
          'CreateVpc',
          ['CreateSubnet', { AvailabilityZone: 'us-east-1a' }],
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOnlyOperations(operations)

      Expected only these calls:

        CreateVpc
        CreateSubnet with { "AvailabilityZone": "us-east-1a" }

      2 calls are not among them.

      What differs in call 3:

      - Expected
      + Received

        {
      -   "AvailabilityZone": "us-east-1a",
      +   "AvailabilityZone": "us-east-1b",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there were calls where none was to be', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOnlyOperations([]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOnlyOperations(operations)

      Expected only these calls:

        (none)

      4 calls are not among them.

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was nothing else, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOnlyOperations([
          'CreateVpc',
          'CreateSubnet',
          'DescribeVpcs',
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOnlyOperations(operations)

      Expected a call beside these:

        CreateVpc
        CreateSubnet
        DescribeVpcs

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was nothing, under .not', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOnlyOperations(['CreateVpc']);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOnlyOperations(operations)

      Expected a call beside these:

        CreateVpc

      No operation was called on EC2Client."
    `);
  });
});

describe('wrong use: toHaveCalledOnlyOperations refuses', () => {
  test('what is no list', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOnlyOperations('CreateVpc' as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOnlyOperations() takes a list of operations: ['CreateVpc', ['CreateSubnet', { CidrBlock: '10.0.0.0/24' }]]."`,
    );
  });

  test('operations beside each other instead of a list of them', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOnlyOperations as (...args: unknown[]) => void)(
          ['CreateVpc'],
          ['CreateSubnet'],
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveCalledOnlyOperations() takes (operations), but got 2 arguments."`,
    );
  });

  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOnlyOperations(['CreateVpc', 'DescribeVpc']);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOnlyOperations(): EC2Client has no operation 'DescribeVpc'. Did you mean 'DescribeVpcs'?"`,
    );
  });
});
