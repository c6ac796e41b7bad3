import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';

import type { Manifest } from '../src/manifest.js';

/** Puts the manifest of the network `shop` into the bucket `manifests`, and says what is in it. */
export function storeManifest(): Manifest {
  const manifest: Manifest = {
    name: 'shop',
    region: 'eu-west-1',
    cidrBlock: '10.0.0.0/16',
    vpcId: 'vpc-1',
    subnets: [
      {
        subnetId: 'subnet-1',
        cidrBlock: '10.0.0.0/17',
        availabilityZone: 'eu-west-1a',
        access: 'public',
      },
      {
        subnetId: 'subnet-2',
        cidrBlock: '10.0.128.0/17',
        availabilityZone: 'eu-west-1a',
        access: 'private',
      },
    ],
    internetGatewayId: 'igw-1',
    routeTableId: 'rtb-1',
    associationIds: ['rtbassoc-1'],
  };
  stub(S3Client)
    .on(GetObjectCommand, { Bucket: 'manifests', Key: 'networks/shop.json' })
    .resolves({ Body: JSON.stringify(manifest) });
  return manifest;
}
