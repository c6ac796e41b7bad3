import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledAnyOperation', () => {
  test('passes where something was called', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledAnyOperation();
  });

  test('passes under .not where nothing was', async () => {
    await createNetwork();
    expect(S3Client).not.toHaveCalledAnyOperation();
    expect(new EC2Client({})).not.toHaveCalledAnyOperation();
  });

  test('says that nothing was called', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(S3Client).toHaveCalledAnyOperation();
      }),
    ).toMatchInlineSnapshot(`
      "expect(S3Client).toHaveCalledAnyOperation()

      Expected a call of any operation

      No operation was called on S3Client.
      Called on other clients:
        EC2Client: CreateSubnet ×2, CreateVpc ×1, DescribeVpcs ×1"
    `);
  });

  test('says what was called, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledAnyOperation();
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledAnyOperation()

      Expected no call of any operation

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });
});

/** Without the types that forbid arguments. */
interface Assertion {
  toHaveCalledAnyOperation(...args: unknown[]): void;
}

describe('wrong use: toHaveCalledAnyOperation refuses', () => {
  test('an argument', async () => {
    expect(
      await messageOf(() => {
        const assertion = expect(EC2Client) as unknown as Assertion;
        assertion.toHaveCalledAnyOperation('CreateVpc');
      }),
    ).toBe(
      'WrongUseError: expect(…).toHaveCalledAnyOperation() takes no arguments, but got 1 argument.',
    );
  });
});
