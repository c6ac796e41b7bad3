import { stateOf, type BaseResource } from '../base.js';
import type { Input, Output } from '../context.js';
import { downloadFile, downloadStream, type Sink } from './download.js';
import type { Place } from './place.js';
import { upload, uploadFile, type Body } from './upload.js';

/** Names, and the order of what they take, are boto3's: `bucket.upload_file(Filename, Key)`. */
export const transfersOfBucket = {
  uploadFile(this: BaseResource, filename: string, key: string, input?: Input): Promise<Output> {
    return uploadFile(inBucket(this, key), filename, input);
  },
  uploadStream(this: BaseResource, body: Body, key: string, input?: Input): Promise<Output> {
    return upload(inBucket(this, key), body, input);
  },
  downloadFile(this: BaseResource, key: string, filename: string, input?: Input): Promise<void> {
    return downloadFile(inBucket(this, key), filename, input);
  },
  downloadStream(this: BaseResource, key: string, sink: Sink, input?: Input): Promise<void> {
    return downloadStream(inBucket(this, key), sink, input);
  },
};

export const transfersOfObject = {
  uploadFile(this: BaseResource, filename: string, input?: Input): Promise<Output> {
    return uploadFile(ofObject(this), filename, input);
  },
  uploadStream(this: BaseResource, body: Body, input?: Input): Promise<Output> {
    return upload(ofObject(this), body, input);
  },
  downloadFile(this: BaseResource, filename: string, input?: Input): Promise<void> {
    return downloadFile(ofObject(this), filename, input);
  },
  downloadStream(this: BaseResource, sink: Sink, input?: Input): Promise<void> {
    return downloadStream(ofObject(this), sink, input);
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
