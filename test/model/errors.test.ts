import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AssumeRoleCommand,
  MalformedPolicyDocumentException,
  STSClient,
  STSServiceException,
} from '@aws-sdk/client-sts';
import { S3Client, HeadObjectCommand, NotFound } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: unknown) => error,
  );
}

const assumeRole = () =>
  refusalOf(
    new STSClient({}).send(new AssumeRoleCommand({ RoleArn: 'arn', RoleSessionName: 'test' })),
  );

describe('an error of a query service', () => {
  test('is found by its name', async () => {
    stub(STSClient).on('AssumeRole').rejects('MalformedPolicyDocumentException');
    expect(await assumeRole()).toBeInstanceOf(MalformedPolicyDocumentException);
  });

  test('is found by the code that the service sends', async () => {
    stub(STSClient).on('AssumeRole').rejects('MalformedPolicyDocument');
    const error = await assumeRole();
    expect(error).toBeInstanceOf(MalformedPolicyDocumentException);
    expect(error).toMatchObject({
      name: 'MalformedPolicyDocumentException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('is an STSServiceException where the model does not have it', async () => {
    stub(STSClient)
      .on('AssumeRole')
      .rejects('AccessDenied', { $metadata: { httpStatusCode: 403 } });
    const error = await assumeRole();
    expect(error).toBeInstanceOf(STSServiceException);
    expect(error).toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  });
});

describe('S3’s NotFound', () => {
  test('has status 404, though its schema has none', async () => {
    stub(S3Client).on('HeadObject').rejects('NotFound');
    const head = new HeadObjectCommand({ Bucket: 'docs', Key: 'a.txt' });
    const error = await refusalOf(new S3Client({}).send(head));
    expect(error).toBeInstanceOf(NotFound);
    expect(error).toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });
});

describe('a code that objects have by nature', () => {
  test.each(['constructor', '__proto__', 'toString'])('%s is a code like others', async (code) => {
    stub(EC2Client).on('DescribeVpcs').rejects(code);
    const error = await refusalOf(new EC2Client({}).send(new DescribeVpcsCommand({})));
    expect(error).toHaveProperty('name', code);
  });
});
