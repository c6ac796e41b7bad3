/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as S3 from '@aws-sdk/client-s3';
import type {
  Answer,
  Batched,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
  WaiterOptions,
} from './shared.js';
import type { BucketTransfers, ObjectTransfers, WithCopySource } from './transfers.js';

/** S3: what `resource(client)` gives. */
export interface ServiceResource extends Resource<S3.S3Client> {
  /** Calls CreateBucket. */
  createBucket(input: S3.CreateBucketCommandInput, options?: SendOptions): Promise<Bucket>;
  Bucket(name: string | { name: string }): Bucket;
  BucketAcl(bucketName: string | { bucketName: string }): BucketAcl;
  BucketCors(bucketName: string | { bucketName: string }): BucketCors;
  BucketLifecycle(bucketName: string | { bucketName: string }): BucketLifecycle;
  BucketLifecycleConfiguration(
    bucketName: string | { bucketName: string },
  ): BucketLifecycleConfiguration;
  BucketLogging(bucketName: string | { bucketName: string }): BucketLogging;
  BucketNotification(bucketName: string | { bucketName: string }): BucketNotification;
  BucketPolicy(bucketName: string | { bucketName: string }): BucketPolicy;
  BucketRequestPayment(bucketName: string | { bucketName: string }): BucketRequestPayment;
  BucketTagging(bucketName: string | { bucketName: string }): BucketTagging;
  BucketVersioning(bucketName: string | { bucketName: string }): BucketVersioning;
  BucketWebsite(bucketName: string | { bucketName: string }): BucketWebsite;
  MultipartUpload(bucketName: string, objectKey: string, id: string): MultipartUpload;
  MultipartUpload(identifiers: {
    bucketName: string;
    objectKey: string;
    id: string;
  }): MultipartUpload;
  MultipartUploadPart(
    bucketName: string,
    objectKey: string,
    multipartUploadId: string,
    partNumber: number,
  ): MultipartUploadPart;
  MultipartUploadPart(identifiers: {
    bucketName: string;
    objectKey: string;
    multipartUploadId: string;
    partNumber: number;
  }): MultipartUploadPart;
  Object(bucketName: string, key: string): Object;
  Object(identifiers: { bucketName: string; key: string }): Object;
  ObjectAcl(bucketName: string, objectKey: string): ObjectAcl;
  ObjectAcl(identifiers: { bucketName: string; objectKey: string }): ObjectAcl;
  ObjectSummary(bucketName: string, key: string): ObjectSummary;
  ObjectSummary(identifiers: { bucketName: string; key: string }): ObjectSummary;
  ObjectVersion(bucketName: string, objectKey: string, id: string): ObjectVersion;
  ObjectVersion(identifiers: { bucketName: string; objectKey: string; id: string }): ObjectVersion;
  /** By ListBuckets. */
  readonly buckets: Collection<Bucket, S3.ListBucketsCommandInput>;
}

/** `s3.Bucket`. */
export interface Bucket
  extends
    LoadableResource<S3.S3Client, S3.Bucket>,
    BucketTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput, S3.CopyObjectCommandInput> {
  readonly name: string;
  /** Calls CreateBucket. */
  create(
    input?: Filled<S3.CreateBucketCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.CreateBucketCommandOutput>;
  /** Calls DeleteBucket. */
  delete(
    input?: Filled<S3.DeleteBucketCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketCommandOutput>;
  /** Calls DeleteObjects. */
  deleteObjects(
    input: Filled<S3.DeleteObjectsCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput>;
  /** Calls PutObject. */
  putObject(
    input: Filled<S3.PutObjectCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<Object>;
  Acl(): BucketAcl;
  Cors(): BucketCors;
  Lifecycle(): BucketLifecycle;
  LifecycleConfiguration(): BucketLifecycleConfiguration;
  Logging(): BucketLogging;
  Notification(): BucketNotification;
  Object(key: string | { key: string }): Object;
  Policy(): BucketPolicy;
  RequestPayment(): BucketRequestPayment;
  Tagging(): BucketTagging;
  Versioning(): BucketVersioning;
  Website(): BucketWebsite;
  /** By ListMultipartUploads. */
  readonly multipartUploads: Collection<MultipartUpload, S3.ListMultipartUploadsCommandInput>;
  /** By ListObjectVersions. */
  readonly objectVersions: ObjectVersionCollection<S3.ListObjectVersionsCommandInput>;
  /** By ListObjects. */
  readonly objects: ObjectSummaryCollection<S3.ListObjectsCommandInput>;
  waitUntilExists(
    input?: Partial<Parameters<typeof S3.waitUntilBucketExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilNotExists(
    input?: Partial<Parameters<typeof S3.waitUntilBucketNotExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

/** `s3.BucketAcl`; its attributes are loaded by GetBucketAcl. */
export interface BucketAcl extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketAclCommandOutput>
> {
  readonly bucketName: string;
  /** Calls PutBucketAcl. */
  put(
    input?: Filled<S3.PutBucketAclCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketAclCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketCors`; its attributes are loaded by GetBucketCors. */
export interface BucketCors extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketCorsCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketCors. */
  delete(
    input?: Filled<S3.DeleteBucketCorsCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketCorsCommandOutput>;
  /** Calls PutBucketCors. */
  put(
    input: Filled<S3.PutBucketCorsCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketCorsCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketLifecycle`; its attributes are loaded by GetBucketLifecycleConfiguration. */
export interface BucketLifecycle extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketLifecycleConfigurationCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketLifecycle. */
  delete(
    input?: Filled<S3.DeleteBucketLifecycleCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketLifecycleCommandOutput>;
  /** Calls PutBucketLifecycleConfiguration. */
  put(
    input?: Filled<S3.PutBucketLifecycleConfigurationCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketLifecycleConfigurationCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketLifecycleConfiguration`; its attributes are loaded by GetBucketLifecycleConfiguration. */
export interface BucketLifecycleConfiguration extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketLifecycleConfigurationCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketLifecycle. */
  delete(
    input?: Filled<S3.DeleteBucketLifecycleCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketLifecycleCommandOutput>;
  /** Calls PutBucketLifecycleConfiguration. */
  put(
    input?: Filled<S3.PutBucketLifecycleConfigurationCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketLifecycleConfigurationCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketLogging`; its attributes are loaded by GetBucketLogging. */
export interface BucketLogging extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketLoggingCommandOutput>
> {
  readonly bucketName: string;
  /** Calls PutBucketLogging. */
  put(
    input: Filled<S3.PutBucketLoggingCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketLoggingCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketNotification`; its attributes are loaded by GetBucketNotificationConfiguration. */
export interface BucketNotification extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketNotificationConfigurationCommandOutput>
> {
  readonly bucketName: string;
  /** Calls PutBucketNotificationConfiguration. */
  put(
    input: Filled<S3.PutBucketNotificationConfigurationCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketNotificationConfigurationCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketPolicy`; its attributes are loaded by GetBucketPolicy. */
export interface BucketPolicy extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketPolicyCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketPolicy. */
  delete(
    input?: Filled<S3.DeleteBucketPolicyCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketPolicyCommandOutput>;
  /** Calls PutBucketPolicy. */
  put(
    input: Filled<S3.PutBucketPolicyCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketPolicyCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketRequestPayment`; its attributes are loaded by GetBucketRequestPayment. */
export interface BucketRequestPayment extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketRequestPaymentCommandOutput>
> {
  readonly bucketName: string;
  /** Calls PutBucketRequestPayment. */
  put(
    input: Filled<S3.PutBucketRequestPaymentCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketRequestPaymentCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketTagging`; its attributes are loaded by GetBucketTagging. */
export interface BucketTagging extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketTaggingCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketTagging. */
  delete(
    input?: Filled<S3.DeleteBucketTaggingCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketTaggingCommandOutput>;
  /** Calls PutBucketTagging. */
  put(
    input: Filled<S3.PutBucketTaggingCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketTaggingCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketVersioning`; its attributes are loaded by GetBucketVersioning. */
export interface BucketVersioning extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketVersioningCommandOutput>
> {
  readonly bucketName: string;
  /** Calls PutBucketVersioning. */
  enable(
    input?: Filled<S3.PutBucketVersioningCommandInput, 'Bucket' | 'VersioningConfiguration'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketVersioningCommandOutput>;
  /** Calls PutBucketVersioning. */
  put(
    input: Filled<S3.PutBucketVersioningCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketVersioningCommandOutput>;
  /** Calls PutBucketVersioning. */
  suspend(
    input?: Filled<S3.PutBucketVersioningCommandInput, 'Bucket' | 'VersioningConfiguration'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketVersioningCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.BucketWebsite`; its attributes are loaded by GetBucketWebsite. */
export interface BucketWebsite extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetBucketWebsiteCommandOutput>
> {
  readonly bucketName: string;
  /** Calls DeleteBucketWebsite. */
  delete(
    input?: Filled<S3.DeleteBucketWebsiteCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.DeleteBucketWebsiteCommandOutput>;
  /** Calls PutBucketWebsite. */
  put(
    input: Filled<S3.PutBucketWebsiteCommandInput, 'Bucket'>,
    options?: SendOptions,
  ): Promise<S3.PutBucketWebsiteCommandOutput>;
  Bucket(): Bucket;
}

/** `s3.MultipartUpload`. */
export interface MultipartUpload extends ResourceWithData<S3.S3Client, S3.MultipartUpload> {
  readonly bucketName: string;
  readonly objectKey: string;
  readonly id: string;
  /** Calls AbortMultipartUpload. */
  abort(
    input?: Filled<S3.AbortMultipartUploadCommandInput, 'Bucket' | 'Key' | 'UploadId'>,
    options?: SendOptions,
  ): Promise<S3.AbortMultipartUploadCommandOutput>;
  /** Calls CompleteMultipartUpload. */
  complete(
    input?: Filled<S3.CompleteMultipartUploadCommandInput, 'Bucket' | 'Key' | 'UploadId'>,
    options?: SendOptions,
  ): Promise<Object>;
  Object(): Object;
  Part(partNumber: number | { partNumber: number }): MultipartUploadPart;
  /** By ListParts. */
  readonly parts: Collection<MultipartUploadPart, S3.ListPartsCommandInput>;
}

/** `s3.MultipartUploadPart`. */
export interface MultipartUploadPart extends ResourceWithData<S3.S3Client, S3.Part> {
  readonly bucketName: string;
  readonly objectKey: string;
  readonly multipartUploadId: string;
  readonly partNumber: number;
  /** Calls UploadPartCopy. */
  copyFrom(
    input: WithCopySource<
      Filled<S3.UploadPartCopyCommandInput, 'Bucket' | 'Key' | 'UploadId' | 'PartNumber'>
    >,
    options?: SendOptions,
  ): Promise<S3.UploadPartCopyCommandOutput>;
  /** Calls UploadPart. */
  upload(
    input?: Filled<S3.UploadPartCommandInput, 'Bucket' | 'Key' | 'UploadId' | 'PartNumber'>,
    options?: SendOptions,
  ): Promise<S3.UploadPartCommandOutput>;
  MultipartUpload(): MultipartUpload;
}

/** `s3.Object`; its attributes are loaded by HeadObject. */
export interface Object
  extends
    LoadableResource<S3.S3Client, Answer<S3.HeadObjectCommandOutput>>,
    Batched<ObjectBatch>,
    ObjectTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput, S3.CopyObjectCommandInput> {
  readonly bucketName: string;
  readonly key: string;
  /** Calls CopyObject. */
  copyFrom(
    input: WithCopySource<Filled<S3.CopyObjectCommandInput, 'Bucket' | 'Key'>>,
    options?: SendOptions,
  ): Promise<S3.CopyObjectCommandOutput>;
  /** Calls DeleteObject. */
  delete(
    input?: Filled<S3.DeleteObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectCommandOutput>;
  get<Name extends keyof Answer<S3.HeadObjectCommandOutput>>(
    name: Name,
  ): Promise<Answer<S3.HeadObjectCommandOutput>[Name]>;
  /** Calls GetObject. */
  get(
    input?: Filled<S3.GetObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.GetObjectCommandOutput>;
  /** Calls CreateMultipartUpload. */
  initiateMultipartUpload(
    input?: Filled<S3.CreateMultipartUploadCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<MultipartUpload>;
  /** Calls PutObject. */
  put(
    input?: Filled<S3.PutObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.PutObjectCommandOutput>;
  /** Calls RestoreObject. */
  restoreObject(
    input?: Filled<S3.RestoreObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.RestoreObjectCommandOutput>;
  Acl(): ObjectAcl;
  Bucket(): Bucket;
  MultipartUpload(id: string | { id: string }): MultipartUpload;
  Version(id: string | { id: string }): ObjectVersion;
  waitUntilExists(
    input?: Partial<Parameters<typeof S3.waitUntilObjectExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilNotExists(
    input?: Partial<Parameters<typeof S3.waitUntilObjectNotExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

export interface ObjectBatch {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput>;
}

export interface ObjectCollection<Input> extends Collection<Object, Input> {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput[]>;
}

/** `s3.ObjectAcl`; its attributes are loaded by GetObjectAcl. */
export interface ObjectAcl extends LoadableResource<
  S3.S3Client,
  Answer<S3.GetObjectAclCommandOutput>
> {
  readonly bucketName: string;
  readonly objectKey: string;
  /** Calls PutObjectAcl. */
  put(
    input?: Filled<S3.PutObjectAclCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.PutObjectAclCommandOutput>;
  Object(): Object;
}

/** `s3.ObjectSummary`. */
export interface ObjectSummary
  extends LoadableResource<S3.S3Client, S3._Object>, Batched<ObjectSummaryBatch> {
  readonly bucketName: string;
  readonly key: string;
  /** Calls CopyObject. */
  copyFrom(
    input: WithCopySource<Filled<S3.CopyObjectCommandInput, 'Bucket' | 'Key'>>,
    options?: SendOptions,
  ): Promise<S3.CopyObjectCommandOutput>;
  /** Calls DeleteObject. */
  delete(
    input?: Filled<S3.DeleteObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectCommandOutput>;
  get<Name extends keyof S3._Object>(name: Name): Promise<S3._Object[Name]>;
  /** Calls GetObject. */
  get(
    input?: Filled<S3.GetObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.GetObjectCommandOutput>;
  /** Calls CreateMultipartUpload. */
  initiateMultipartUpload(
    input?: Filled<S3.CreateMultipartUploadCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<MultipartUpload>;
  /** Calls PutObject. */
  put(
    input?: Filled<S3.PutObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.PutObjectCommandOutput>;
  /** Calls RestoreObject. */
  restoreObject(
    input?: Filled<S3.RestoreObjectCommandInput, 'Bucket' | 'Key'>,
    options?: SendOptions,
  ): Promise<S3.RestoreObjectCommandOutput>;
  Acl(): ObjectAcl;
  Bucket(): Bucket;
  MultipartUpload(id: string | { id: string }): MultipartUpload;
  Object(): Object;
  Version(id: string | { id: string }): ObjectVersion;
  waitUntilExists(
    input?: Partial<Parameters<typeof S3.waitUntilObjectExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilNotExists(
    input?: Partial<Parameters<typeof S3.waitUntilObjectNotExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

export interface ObjectSummaryBatch {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput>;
}

export interface ObjectSummaryCollection<Input> extends Collection<ObjectSummary, Input> {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput[]>;
}

/** `s3.ObjectVersion`. */
export interface ObjectVersion
  extends ResourceWithData<S3.S3Client, S3.ObjectVersion>, Batched<ObjectVersionBatch> {
  readonly bucketName: string;
  readonly objectKey: string;
  readonly id: string;
  /** Calls DeleteObject. */
  delete(
    input?: Filled<S3.DeleteObjectCommandInput, 'Bucket' | 'Key' | 'VersionId'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectCommandOutput>;
  get<Name extends keyof S3.ObjectVersion>(name: Name): Promise<S3.ObjectVersion[Name]>;
  /** Calls GetObject. */
  get(
    input?: Filled<S3.GetObjectCommandInput, 'Bucket' | 'Key' | 'VersionId'>,
    options?: SendOptions,
  ): Promise<S3.GetObjectCommandOutput>;
  /** Calls HeadObject. */
  head(
    input?: Filled<S3.HeadObjectCommandInput, 'Bucket' | 'Key' | 'VersionId'>,
    options?: SendOptions,
  ): Promise<S3.HeadObjectCommandOutput>;
  Object(): Object;
}

export interface ObjectVersionBatch {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput>;
}

export interface ObjectVersionCollection<Input> extends Collection<ObjectVersion, Input> {
  /** Calls DeleteObjects. */
  delete(
    input?: Filled<S3.DeleteObjectsCommandInput, 'Bucket' | 'Delete'>,
    options?: SendOptions,
  ): Promise<S3.DeleteObjectsCommandOutput[]>;
}
