import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledOperationOnce passes', () => {
  test('where the operation was called exactly once', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
    expect(EC2Client).toHaveCalledOperationOnce(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
    expect(EC2Client).toHaveCalledOperationOnce('CreateSubnet', { CidrBlock: '10.0.1.0/24' });
  });

  test('under .not where it was called never or more often', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveCalledOperationOnce('DeleteVpc');
    expect(EC2Client).not.toHaveCalledOperationOnce('CreateSubnet');
    expect(EC2Client).not.toHaveCalledOperationOnce('CreateSubnet', { VpcId: 'vpc-1' });
  });
});

describe('toHaveCalledOperationOnce says', () => {
  test('that there were more calls', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationOnce('CreateSubnet', { VpcId: 'vpc-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationOnce('CreateSubnet', params)

      Expected 1 call of CreateSubnet with { "VpcId": "vpc-1" }, but there were 2

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was none', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationOnce('DeleteVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationOnce('DeleteVpc')

      Expected 1 call of DeleteVpc, but there were 0

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was none, and how the nearest call differs', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperationOnce('CreateVpc', { DryRun: true });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperationOnce('CreateVpc', params)

      Expected 1 call of CreateVpc with { "DryRun": true }, but there were 0

      The nearest call is call 1:

      - Expected
      + Received

      - {
      -   "DryRun": true,
      - }
      + {}

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that there was one, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperationOnce('CreateVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOperationOnce('CreateVpc')

      Expected any number of calls of CreateVpc but 1

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

describe('wrong use: toHaveCalledOperationOnce refuses', () => {
  test('an operation that the service does not have', async () => {
    expect(
      await messageOf(() => {
        expect('EC2').toHaveCalledOperationOnce('CreateVPC');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect('EC2').toHaveCalledOperationOnce(): EC2 has no operation 'CreateVPC'. Did you mean 'CreateVpc'?"`,
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperationOnce as (...args: unknown[]) => void)(
          'CreateVpc',
          {},
          1,
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveCalledOperationOnce() takes (operation, params?), but got 3 arguments."`,
    );
  });
});
