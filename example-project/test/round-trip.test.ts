import { S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { resource } from 'aws-sdk-stubber/resource';
import { beforeEach, describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { findNetwork } from '../src/find-network.js';
import { tearDown } from '../src/tear-down.js';
import { befriendAws } from './friendly-aws.js';

/** The test's own look at the bucket, beside the program's clients. */
const bucket = resource('s3').Bucket('manifests');
const network = resource('ec2');

/** A bucket that keeps what is put into it. */
function keepObjects(): void {
  const objects = new Map<string, string>();
  stub(S3Client)
    .on('PutObject', { Bucket: 'manifests' })
    .answers(({ Key, Body }) => {
      objects.set(Key ?? '', Body as string);
      return { ETag: '"1"' };
    })
    .on('GetObject', { Bucket: 'manifests' })
    .answers(({ Key }, { error }) => {
      const Body = objects.get(String(Key));
      if (Body === undefined) throw error('NoSuchKey');
      return { Body };
    })
    .on('DeleteObject', { Bucket: 'manifests' })
    .answers(({ Key }) => {
      objects.delete(String(Key));
      return {};
    })
    .on('ListObjects', { Bucket: 'manifests' })
    .answers(() => ({ Contents: [...objects.keys()].map((Key) => ({ Key })) }));
}

async function keys(): Promise<string[]> {
  return (await bucket.objects.toArray()).map(({ key }) => key);
}

beforeEach(() => {
  befriendAws();
  keepObjects();
});

describe('a network', () => {
  test('is found by the manifest that `up` left in the bucket', async () => {
    await buildNetwork({ name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' });

    expect(await keys()).toEqual(['networks/shop.json']);
    const { Body } = await bucket.Object('networks/shop.json').get();
    expect(JSON.parse(String(await Body?.transformToString()))).toMatchObject({ vpcId: 'vpc-1' });
    expect(await network.Vpc('vpc-1').get('State')).toBe('available');
  });

  test('is shown by a manifest that somebody else put there', async () => {
    const manifest = { name: 'blog', region: 'eu-west-1', vpcId: 'vpc-1', subnets: [] };
    await bucket.Object('networks/blog.json').put({ Body: JSON.stringify(manifest) });
    stub('EC2').on('DescribeSubnets').resolves({ Subnets: [] });

    const { vpcState } = await findNetwork('manifests', 'blog');

    expect(vpcState).toBe('available');
  });

  test('leaves nothing in the bucket once it is torn down', async () => {
    stub('EC2', { unstubbed: 'empty' });
    await buildNetwork({ name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' });

    await tearDown('manifests', 'shop');

    expect(await keys()).toEqual([]);
  });
});
