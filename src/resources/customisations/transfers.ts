import { stateOf, type BaseResource } from '../base.js';
import type { Input, Output } from '../context.js';
import { copyObject } from './copy.js';
import { downloadFile, downloadStream, type Sink } from './download.js';
import type { Place } from './place.js';
import type { TransferOptions } from './transfer-options.js';
import { upload, uploadFile, type Body } from './upload.js';

type More = readonly [input?: Input, options?: TransferOptions];

/** Names, and the order of what they take, are boto3's: `bucket.upload_file(Filename, Key)`. */
export const transfersOfBucket = {
  copy(this: BaseResource, source: unknown, key: string, ...more: More): Promise<Output> {
    return copyObject(inBucket(this, key), source, ...more);
  },
  uploadFile(this: BaseResource, filename: string, key: string, ...more: More): Promise<Output> {
    return uploadFile(inBucket(this, key), filename, ...more);
  },
  uploadStream(this: BaseResource, body: Body, key: string, ...more: More): Promise<Output> {
    return upload(inBucket(this, key), body, ...more);
  },
  downloadFile(this: BaseResource, key: string, filename: string, ...more: More): Promise<void> {
    return downloadFile(inBucket(this, key), filename, ...more);
  },
  downloadStream(this: BaseResource, key: string, sink: Sink, ...more: More): Promise<void> {
    return downloadStream(inBucket(this, key), sink, ...more);
  },
};

export const transfersOfObject = {
  copy(this: BaseResource, source: unknown, ...more: More): Promise<Output> {
    return copyObject(ofObject(this), source, ...more);
  },
  uploadFile(this: BaseResource, filename: string, ...more: More): Promise<Output> {
    return uploadFile(ofObject(this), filename, ...more);
  },
  uploadStream(this: BaseResource, body: Body, ...more: More): Promise<Output> {
    return upload(ofObject(this), body, ...more);
  },
  downloadFile(this: BaseResource, filename: string, ...more: More): Promise<void> {
    return downloadFile(ofObject(this), filename, ...more);
  },
  downloadStream(this: BaseResource, sink: Sink, ...more: More): Promise<void> {
    return downloadStream(ofObject(this), sink, ...more);
  },
};

function inBucket(bucket: BaseResource, key: string): Place {
  const { identifiers } = stateOf(bucket);
  return { owner: bucket, Bucket: String(identifiers['name']), Key: key };
}

function ofObject(object: BaseResource): Place {
  const { identifiers } = stateOf(object);
  return {
    owner: object,
    Bucket: String(identifiers['bucketName']),
    Key: String(identifiers['key']),
  };
}
