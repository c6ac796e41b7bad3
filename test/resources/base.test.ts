import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';

const ec2 = resource(new EC2Client({}));

describe('two resources', () => {
  test('are equal where they are of one kind and have the same identifiers', () => {
    expect(ec2.Vpc('x')).toEqual(ec2.Vpc('x'));
    expect(ec2.Vpc('x')).toStrictEqual(resource('ec2').Vpc('x'));
    expect(ec2.Vpc('x')).not.toEqual(ec2.Vpc('y'));
  });

  test('of two kinds are not equal, whatever they are compared with', () => {
    expect(ec2.Vpc('x')).not.toEqual(ec2.Subnet('x'));
    expect([ec2.Vpc('x')]).not.toEqual([ec2.Subnet('x')]);
    expect({ in: ec2.Image('x') }).not.toEqual({ in: ec2.Snapshot('x') });
    expect(ec2.Vpc('x').equals(ec2.Subnet('x'))).toBe(false);
  });
});

describe('getAvailableSubresources()', () => {
  test('names what a resource makes without a call, in order', () => {
    expect(resource(new S3Client({})).getAvailableSubresources()).toEqual([
      'Bucket',
      'BucketAcl',
      'BucketCors',
      'BucketLifecycle',
      'BucketLifecycleConfiguration',
      'BucketLogging',
      'BucketNotification',
      'BucketPolicy',
      'BucketRequestPayment',
      'BucketTagging',
      'BucketVersioning',
      'BucketWebsite',
      'MultipartUpload',
      'MultipartUploadPart',
      'Object',
      'ObjectAcl',
      'ObjectSummary',
      'ObjectVersion',
    ]);
    expect(resource('s3').Object('b', 'k').getAvailableSubresources()).toEqual([
      'Acl',
      'Bucket',
      'MultipartUpload',
      'Version',
    ]);
    // A VPC leads to others by what it is, and lists others; it makes none.
    expect(ec2.Vpc('x').getAvailableSubresources()).toEqual([]);
  });
});

describe('a secret', () => {
  test('is hidden in JSON as in text, and there for who asks', async () => {
    const AccessKey = {
      UserName: 'ann',
      AccessKeyId: 'AKIA1',
      SecretAccessKey: 'top-secret',
      Status: 'Active' as const,
    };
    stub(IAMClient).on('CreateAccessKey').resolves({ AccessKey });
    const pair = await resource('iam').User('ann').createAccessKeyPair();

    expect(String(pair)).toBe('iam.AccessKeyPair(userName="ann", id="AKIA1", secret="***")');
    expect(JSON.parse(JSON.stringify(pair))).toMatchObject({
      identifiers: { id: 'AKIA1', secret: '***' },
      data: { AccessKeyId: 'AKIA1', SecretAccessKey: '***' },
    });
    expect(pair.secret).toBe('top-secret');
    expect(await pair.get('SecretAccessKey')).toBe('top-secret');
  });

  test('of a key pair is hidden in its attributes', async () => {
    stub(EC2Client)
      .on('CreateKeyPair')
      .resolves({ KeyName: 'main', KeyMaterial: 'PRIVATE', KeyFingerprint: 'aa:bb' });
    const pair = await ec2.createKeyPair({ KeyName: 'main' });

    expect(pair.toJSON().data).toEqual({
      KeyName: 'main',
      KeyMaterial: '***',
      KeyFingerprint: 'aa:bb',
    });
  });
});
