import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { describe, expect, test } from 'vitest';

import { listNetworks } from '../src/manifest.js';

describe('list', () => {
  test('names the networks of every page, and no other objects', async () => {
    stub(S3Client)
      .on(ListObjectsV2Command, { Bucket: 'manifests', Prefix: 'networks/' })
      .resolvesPages([
        { Contents: [{ Key: 'networks/blog.json' }, { Key: 'networks/README.md' }] },
        { Contents: [{ Key: 'networks/shop.json' }] },
      ]);

    expect(await listNetworks('manifests')).toEqual(['blog', 'shop']);
    expect(S3Client).toHaveCalledOperationTimes(ListObjectsV2Command, 2);
  });

  test('names none where the bucket has none', async () => {
    stub(S3Client).on('ListObjectsV2').resolves({ KeyCount: 0 });

    expect(await listNetworks('manifests')).toEqual([]);
  });

  test('fails with what S3 says where there is no such bucket', async () => {
    stub(S3Client).on('ListObjectsV2').rejects('NoSuchBucket');

    await expect(listNetworks('manifests')).rejects.toBeAwsError('NoSuchBucket', {
      $metadata: { httpStatusCode: 404 },
    });
  });
});
