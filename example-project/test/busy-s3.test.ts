import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  brokenOff,
  configure,
  connectionReset,
  serverError,
  stub,
  throttled,
} from 'aws-sdk-stubber';
import { beforeEach, describe, expect, test } from 'vitest';

import { readManifest, saveManifest, type Manifest } from '../src/manifest.js';

const manifest: Manifest = {
  name: 'shop',
  region: 'eu-central-1',
  cidrBlock: '10.0.0.0/16',
  vpcId: 'vpc-1',
  subnets: [],
  internetGatewayId: 'igw-1',
  routeTableId: 'rtb-1',
  associationIds: [],
};

// The SDK itself is what is tried here: its retries run, without waiting.
beforeEach(() => {
  configure({ delivery: 'wire' });
});

describe('a busy S3', () => {
  test('gets the manifest with the third attempt', async () => {
    stub(S3Client)
      .on(PutObjectCommand)
      .rejectsOnce(throttled())
      .rejectsOnce(serverError(503))
      .resolves({ ETag: '"1"' });

    await saveManifest('manifests', manifest);

    expect(stub(S3Client).calls('PutObject')).toMatchObject([{ attempts: 3 }]);
    expect(S3Client).toHaveSentRequest({
      method: 'PUT',
      path: '/networks/shop.json',
      headers: { 'if-none-match': '*', 'content-type': 'application/json' },
      body: manifest,
    });
  });

  test('that stays busy is given up on, with its own error', async () => {
    stub(S3Client).on(PutObjectCommand).rejects(throttled());

    await expect(saveManifest('manifests', manifest)).rejects.toBeAwsError('SlowDown', {
      $metadata: { httpStatusCode: 503, attempts: 3 },
    });
  });

  test('that resets the connection is asked again', async () => {
    const Body = JSON.stringify(manifest);
    stub(S3Client).on(GetObjectCommand).rejectsOnce(connectionReset()).resolves({ Body });

    expect(await readManifest('manifests', 'shop')).toEqual(manifest);
  });

  test('that breaks off half-way does not pass half a manifest for a whole one', async () => {
    const Body = JSON.stringify(manifest);
    stub(S3Client).on(GetObjectCommand).resolves(brokenOff({ Body }));

    await expect(readManifest('manifests', 'shop')).rejects.toThrow('aborted');
  });
});
