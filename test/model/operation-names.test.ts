import {
  AssociateVpcCidrBlockCommand,
  CreateVpcCommand,
  EC2,
  EC2Client,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: a stub for an operation that the service does not have', () => {
  test('throws at once, with the nearest name', () => {
    expect(() => stub(EC2Client).on('CreateVpcs')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?]`,
    );
  });

  test('throws for every kind of target', () => {
    class Audited extends EC2Client {}
    const targets = [EC2Client, EC2, new EC2Client({}), new EC2({}), 'EC2', 'ec2', Audited];
    for (const target of [...targets, stub(EC2Client)]) {
      expect(() => stub(target).on('CreateVpcs')).toThrow("Did you mean 'CreateVpc'?");
      expect(() => stub(target).expects('CreateVpcs')).toThrow("Did you mean 'CreateVpc'?");
    }
  });

  test('names the target as it was written', () => {
    expect(() => stub(new EC2({})).on('X')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(ec2).on(): this EC2Client has no operation 'X'.]`,
    );
    expect(() => stub('EC2').expects('X')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub('EC2').expects(): EC2 has no operation 'X'.]`,
    );
  });

  test('proposes the right case', () => {
    expect(() => stub(EC2Client).on('createVpc')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'createVpc'. Did you mean 'CreateVpc'?]`,
    );
    expect(() => stub('S3').on('getobject')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub('S3').on(): S3 has no operation 'getobject'. Did you mean 'GetObject'?]`,
    );
  });

  test('proposes the name without Command', () => {
    expect(() => stub(EC2Client).on('CreateVpcCommand')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'CreateVpcCommand'. Did you mean 'CreateVpc'?]`,
    );
  });

  test('proposes nothing where nothing is near', () => {
    expect(() => stub(EC2Client).on('Frobnicate')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'Frobnicate'.]`,
    );
    expect(() => stub(EC2Client).on('')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation ''.]`,
    );
  });

  test('throws for a command class of another service', () => {
    expect(() => stub(EC2Client).on(PutObjectCommand)).toThrow(
      "stub(EC2Client).on(): EC2Client has no operation 'PutObject'.",
    );
    expect(() => stub('S3').expects(CreateVpcCommand)).toThrow(
      "stub('S3').expects(): S3 has no operation 'CreateVpc'.",
    );
  });

  test('throws for an operation of another service', () => {
    expect(() => stub(S3Client).on('CreateVpc')).toThrow(
      "stub(S3Client).on(): S3Client has no operation 'CreateVpc'.",
    );
  });

  test('leaves no stub and no expectation behind', async () => {
    expect(() => stub(EC2Client).expects('CreateVpcs')).toThrow();
    expect(stub()).toHaveNoPendingStubs();
    stub(EC2Client).on('DescribeVpcs').resolves({});
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
  });
});

describe('an operation that cannot be looked up', () => {
  test('is taken as it is: of a service that the project has no client of', () => {
    expect(() => stub('CloudWatch Logs').on('PutLogEvents')).not.toThrow();
  });

  test('is taken as it is: of every client', () => {
    expect(() => stub().on('PutLogEvents')).not.toThrow();
  });
});

describe('an operation of the service', () => {
  test('is taken by name and by class', () => {
    for (const target of [EC2Client, 'EC2']) {
      expect(() => stub(target).on('AssociateVpcCidrBlock')).not.toThrow();
      expect(() => stub(target).on(AssociateVpcCidrBlockCommand)).not.toThrow();
    }
  });
});
