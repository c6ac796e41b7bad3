import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

import { present } from './present.js';

const s3 = new S3Client({});

const FOLDER = 'networks/';
const EXTENSION = '.json';

/** What was built, as it is kept in S3. */
export interface Manifest {
  name: string;
  region: string;
  cidrBlock: string;
  vpcId: string;
  subnets: SubnetRecord[];
  internetGatewayId: string;
  routeTableId: string;
  associationIds: string[];
}

export interface SubnetRecord {
  subnetId: string;
  cidrBlock: string;
  availabilityZone: string;
  access: 'public' | 'private';
}

function keyOf(name: string): string {
  return `${FOLDER}${name}${EXTENSION}`;
}

export function manifestUrl(bucket: string, name: string): string {
  return `s3://${bucket}/${keyOf(name)}`;
}

export async function refuseExisting(bucket: string, name: string): Promise<void> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
  } catch (error) {
    if (error instanceof NotFound) return;
    if (!(error instanceof S3ServiceException)) throw error;
    // A HEAD is answered without a body: S3 cannot say why, and the SDK's message says nothing.
    const url = manifestUrl(bucket, name);
    throw new Error(
      `S3 does not say whether ${url} exists (${error.name}): check the bucket and your permissions`,
      { cause: error },
    );
  }
  throw existsAlready(bucket, name);
}

/** Never overwrites: someone may have built a network of the same name in the meantime. */
export async function saveManifest(bucket: string, manifest: Manifest): Promise<void> {
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(manifest.name),
        Body: JSON.stringify(manifest, null, 2),
        ContentType: 'application/json',
        IfNoneMatch: '*',
      }),
    );
  } catch (error) {
    const isTaken = error instanceof S3ServiceException && error.name === 'PreconditionFailed';
    throw isTaken ? existsAlready(bucket, manifest.name, { cause: error }) : error;
  }
}

function existsAlready(bucket: string, name: string, options?: ErrorOptions): Error {
  return new Error(
    `${manifestUrl(bucket, name)} exists already: choose another name, or take '${name}' down first`,
    options,
  );
}

export async function readManifest(bucket: string, name: string): Promise<Manifest> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
    return JSON.parse(await present(Body, 'Body').transformToString()) as Manifest;
  } catch (error) {
    if (!(error instanceof NoSuchKey)) throw error;
    throw new Error(
      `there is no network '${name}' in ${bucket}: 'netkit list --bucket ${bucket}' shows those there are`,
      { cause: error },
    );
  }
}

export async function removeManifest(bucket: string, name: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
}

/** The names of all networks that have a manifest. */
export async function listNetworks(bucket: string): Promise<string[]> {
  const names: string[] = [];
  const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: FOLDER });
  for await (const page of pages) {
    for (const { Key = '' } of page.Contents ?? []) {
      if (Key.endsWith(EXTENSION)) names.push(Key.slice(FOLDER.length, -EXTENSION.length));
    }
  }
  return names;
}
