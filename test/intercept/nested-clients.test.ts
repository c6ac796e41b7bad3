import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: nested clients of credential providers', () => {
  test('STS in fromTemporaryCredentials is stubbed like any other', async () => {
    stub(STSClient)
      .on(AssumeRoleCommand, { RoleArn: 'arn:aws:iam::123456789012:role/reader' })
      .resolves({
        Credentials: {
          AccessKeyId: 'ASIA1',
          SecretAccessKey: 'secret',
          SessionToken: 'token',
          Expiration: new Date('2030-01-01'),
        },
      });
    const credentials = fromTemporaryCredentials({
      params: { RoleArn: 'arn:aws:iam::123456789012:role/reader', RoleSessionName: 'test' },
    });
    expect(await credentials()).toMatchObject({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      expiration: new Date('2030-01-01'),
    });
    expect(STSClient).toHaveCalledOperationOnce('AssumeRole', { RoleSessionName: 'test' });
  });

  test('refuses as STS would', async () => {
    stub('STS').on('AssumeRole').rejects('AccessDenied', { message: 'Not you.' });
    const credentials = fromTemporaryCredentials({ params: { RoleArn: 'arn:aws:iam::1:role/r' } });
    await expect(credentials()).rejects.toBeAwsError('AccessDenied', { message: 'Not you.' });
  });
});
