import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, exactly } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledOperationsInOrder passes', () => {
  test('where the operations were called in this order', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationsInOrder([
      'CreateVpc',
      CreateSubnetCommand,
      'CreateSubnet',
      DescribeVpcsCommand,
    ]);
  });

  test('also with other calls between them', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc', 'DescribeVpcs']);
  });

  test('with parameters', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationsInOrder([
      [CreateVpcCommand, exactly({ CidrBlock: '10.0.0.0/16' })],
      ['CreateSubnet', { CidrBlock: '10.0.2.0/24', AvailabilityZone: ANY }],
      ['DescribeVpcs'],
    ]);
  });

  test('under .not where the order was another, or one is missing', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveCalledOperationsInOrder(['CreateSubnet', 'CreateVpc']);
    expect(EC2Client).not.toHaveCalledOperationsInOrder(['CreateVpc', 'CreateVpc']);
    expect(EC2Client).not.toHaveCalledOperationsInOrder(['CreateVpc', 'DeleteVpc']);
    expect(EC2Client).not.toHaveCalledOperationsInOrder([
      ['CreateSubnet', { CidrBlock: '10.0.2.0/24' }],
      ['CreateSubnet', { CidrBlock: '10.0.1.0/24' }],
    ]);
  });
});

describe('toHaveCalledOperationsInOrder says', () => {
  test('which operation was not found after the ones before it', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder([
          'CreateVpc',
          'DescribeVpcs',
          'CreateSubnet',
          'DeleteVpc',
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationsInOrder(operations)

      Expected these calls in this order:

        1. CreateVpc  (call 1)
        2. DescribeVpcs  (call 4)
        3. CreateSubnet  (not found)
        4. DeleteVpc

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('how a later call of the operation differs', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder([
          ['CreateVpc', { CidrBlock: '10.0.0.0/16' }],
          ['CreateSubnet', { CidrBlock: '10.0.2.0/24', AvailabilityZone: 'us-east-1a' }],
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationsInOrder(operations)

      Expected these calls in this order:

        1. CreateVpc with { "CidrBlock": "10.0.0.0/16" }  (call 1)
        2. CreateSubnet with { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.2.0/24" }  (not found)

      The nearest later call is call 2:

      - Expected
      + Received

        {
          "AvailabilityZone": "us-east-1a",
      -   "CidrBlock": "10.0.2.0/24",
      +   "CidrBlock": "10.0.1.0/24",
        }

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('the nearest of several later calls', async () => {
    await createNetwork();
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperationsInOrder([
        'CreateVpc',
        [
          'CreateSubnet',
          { VpcId: 'vpc-2', CidrBlock: '10.0.2.0/24', AvailabilityZone: 'us-east-1b' },
        ],
      ]);
    });
    expect(message).toContain('The nearest later call is call 3:');
  });

  test('that there were no calls', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc']);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationsInOrder(operations)

      Expected these calls in this order:

        1. CreateVpc  (not found)

      No operation was called on EC2Client."
    `);
  });

  test('that this was the order, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperationsInOrder([
          'CreateVpc',
          ['CreateSubnet', { CidrBlock: '10.0.2.0/24' }],
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOperationsInOrder(operations)

      Expected these calls not to be made in this order:

        1. CreateVpc  (call 1)
        2. CreateSubnet with { "CidrBlock": "10.0.2.0/24" }  (call 3)

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('wrong use: toHaveCalledOperationsInOrder refuses', () => {
  test('what is no list', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder('CreateVpc' as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationsInOrder() takes a list of operations: ['CreateVpc', ['CreateSubnet', { CidrBlock: '10.0.0.0/24' }]]."`,
    );
  });

  test('no list at all', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperationsInOrder as () => void)();
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationsInOrder() takes a list of operations: ['CreateVpc', ['CreateSubnet', { CidrBlock: '10.0.0.0/24' }]]."`,
    );
  });

  test('operations beside each other instead of a list of them', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperationsInOrder as (...args: unknown[]) => void)(
          'CreateVpc',
          'CreateSubnet',
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveCalledOperationsInOrder() takes (operations), but got 2 arguments."`,
    );
  });

  test('parameters that do not stand in a list with their operation', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder([
          'CreateVpc',
          { CidrBlock: '10.0.0.0/16' },
        ] as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationsInOrder() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got a value of type Object."`,
    );
  });

  test('more in such a list than operation and parameters', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder([
          ['CreateSubnet', {}, { CidrBlock: ANY }] as never,
        ]);
      }),
    ).toContain('CreateSubnet');
  });

  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc', ['CreateSubnets', {}]]);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationsInOrder(): EC2Client has no operation 'CreateSubnets'. Did you mean 'CreateSubnet'?"`,
    );
  });

  test('no operation at all', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationsInOrder([]);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperationsInOrder() takes one operation or more: without any it would always pass. For no call at all write .not.toHaveCalledAnyOperation()."`,
    );
  });
});
