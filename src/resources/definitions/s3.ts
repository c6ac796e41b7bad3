/**
 * S3's resources; parse.ts says how to read a line.
 *
 * `BucketLifecycle` calls GetBucketLifecycleConfiguration and its counterpart: the SDK has no
 * operations for the form that they replaced.
 *
 * `pages` lines: how operations page that the SDK has no paginator for (as botocore's paginators do).
 */
export const s3 = `
action CreateBucket() => Bucket(Name=request.Bucket)
hasMany Buckets: ListBuckets() => Bucket(Name=.Name) @Buckets[]
pages ListMultipartUploads(KeyMarker=response.NextKeyMarker,
  UploadIdMarker=response.NextUploadIdMarker)
  @IsTruncated size MaxUploads
pages ListObjectVersions(KeyMarker=response.NextKeyMarker,
  VersionIdMarker=response.NextVersionIdMarker)
  @IsTruncated size MaxKeys
pages ListObjects(Marker=response.NextMarker||response.Contents[-1].Key)
  @IsTruncated size MaxKeys

resource Bucket [Name] shape Bucket
  action Create: CreateBucket(Bucket=$Name)
  action Delete: DeleteBucket(Bucket=$Name)
  action DeleteObjects(Bucket=$Name)
  action PutObject(Bucket=$Name) => Object(BucketName=$Name, Key=request.Key)
  has Acl: BucketAcl(BucketName=$Name)
  has Cors: BucketCors(BucketName=$Name)
  has Lifecycle: BucketLifecycle(BucketName=$Name)
  has LifecycleConfiguration: BucketLifecycleConfiguration(BucketName=$Name)
  has Logging: BucketLogging(BucketName=$Name)
  has Notification: BucketNotification(BucketName=$Name)
  has Object: Object(BucketName=$Name, Key=input)
  has Policy: BucketPolicy(BucketName=$Name)
  has RequestPayment: BucketRequestPayment(BucketName=$Name)
  has Tagging: BucketTagging(BucketName=$Name)
  has Versioning: BucketVersioning(BucketName=$Name)
  has Website: BucketWebsite(BucketName=$Name)
  hasMany MultipartUploads: ListMultipartUploads(Bucket=$Name)
    => MultipartUpload(BucketName=$Name, ObjectKey=.Key,
      Id=.UploadId) @Uploads[]
  hasMany ObjectVersions: ListObjectVersions(Bucket=$Name)
    => ObjectVersion(BucketName=$Name, ObjectKey=.Key,
      Id=.VersionId) @Versions+DeleteMarkers[]
  hasMany Objects: ListObjects(Bucket=$Name)
    => ObjectSummary(BucketName=$Name, Key=.Key) @Contents[]
  waiter Exists: BucketExists(Bucket=$Name)
  waiter NotExists: BucketNotExists(Bucket=$Name)

resource BucketAcl [BucketName] shape GetBucketAclOutput
  load GetBucketAcl(Bucket=$BucketName) @@
  action Put: PutBucketAcl(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketCors [BucketName] shape GetBucketCorsOutput
  load GetBucketCors(Bucket=$BucketName) @@
  action Delete: DeleteBucketCors(Bucket=$BucketName)
  action Put: PutBucketCors(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketLifecycle [BucketName] shape GetBucketLifecycleOutput
  load GetBucketLifecycleConfiguration(Bucket=$BucketName) @@
  action Delete: DeleteBucketLifecycle(Bucket=$BucketName)
  action Put: PutBucketLifecycleConfiguration(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketLifecycleConfiguration [BucketName] shape GetBucketLifecycleConfigurationOutput
  load GetBucketLifecycleConfiguration(Bucket=$BucketName) @@
  action Delete: DeleteBucketLifecycle(Bucket=$BucketName)
  action Put: PutBucketLifecycleConfiguration(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketLogging [BucketName] shape GetBucketLoggingOutput
  load GetBucketLogging(Bucket=$BucketName) @@
  action Put: PutBucketLogging(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketNotification [BucketName] shape NotificationConfiguration
  load GetBucketNotificationConfiguration(Bucket=$BucketName) @@
  action Put: PutBucketNotificationConfiguration(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketPolicy [BucketName] shape GetBucketPolicyOutput
  load GetBucketPolicy(Bucket=$BucketName) @@
  action Delete: DeleteBucketPolicy(Bucket=$BucketName)
  action Put: PutBucketPolicy(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketRequestPayment [BucketName] shape GetBucketRequestPaymentOutput
  load GetBucketRequestPayment(Bucket=$BucketName) @@
  action Put: PutBucketRequestPayment(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketTagging [BucketName] shape GetBucketTaggingOutput
  load GetBucketTagging(Bucket=$BucketName) @@
  action Delete: DeleteBucketTagging(Bucket=$BucketName)
  action Put: PutBucketTagging(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource BucketVersioning [BucketName] shape GetBucketVersioningOutput
  load GetBucketVersioning(Bucket=$BucketName) @@
  action Enable: PutBucketVersioning(Bucket=$BucketName, VersioningConfiguration.Status="Enabled")
  action Put: PutBucketVersioning(Bucket=$BucketName)
  action Suspend: PutBucketVersioning(Bucket=$BucketName,
    VersioningConfiguration.Status="Suspended")
  has Bucket: Bucket(Name=$BucketName)

resource BucketWebsite [BucketName] shape GetBucketWebsiteOutput
  load GetBucketWebsite(Bucket=$BucketName) @@
  action Delete: DeleteBucketWebsite(Bucket=$BucketName)
  action Put: PutBucketWebsite(Bucket=$BucketName)
  has Bucket: Bucket(Name=$BucketName)

resource MultipartUpload [BucketName ObjectKey Id] shape MultipartUpload
  action Abort: AbortMultipartUpload(Bucket=$BucketName, Key=$ObjectKey, UploadId=$Id)
  action Complete: CompleteMultipartUpload(Bucket=$BucketName, Key=$ObjectKey, UploadId=$Id)
    => Object(BucketName=$BucketName, Key=$ObjectKey)
  has Object: Object(BucketName=$BucketName, Key=$ObjectKey)
  has Part: MultipartUploadPart(BucketName=$BucketName, ObjectKey=$ObjectKey,
    MultipartUploadId=$Id, PartNumber=input)
  hasMany Parts: ListParts(Bucket=$BucketName, Key=$ObjectKey, UploadId=$Id)
    => MultipartUploadPart(BucketName=request.Bucket, ObjectKey=request.Key,
      MultipartUploadId=request.UploadId, PartNumber=.PartNumber) @Parts[]

resource MultipartUploadPart [BucketName ObjectKey MultipartUploadId PartNumber~PartNumber] shape Part
  action CopyFrom: UploadPartCopy(Bucket=$BucketName, Key=$ObjectKey,
    UploadId=$MultipartUploadId, PartNumber=$PartNumber)
  action Upload: UploadPart(Bucket=$BucketName, Key=$ObjectKey, UploadId=$MultipartUploadId,
    PartNumber=$PartNumber)
  has MultipartUpload: MultipartUpload(BucketName=$BucketName, ObjectKey=$ObjectKey,
    Id=$MultipartUploadId)

resource Object [BucketName Key] shape HeadObjectOutput
  load HeadObject(Bucket=$BucketName, Key=$Key) @@
  action CopyFrom: CopyObject(Bucket=$BucketName, Key=$Key)
  action Delete: DeleteObject(Bucket=$BucketName, Key=$Key)
  action Get: GetObject(Bucket=$BucketName, Key=$Key)
  action InitiateMultipartUpload: CreateMultipartUpload(Bucket=$BucketName, Key=$Key)
    => MultipartUpload(BucketName=$BucketName, ObjectKey=$Key, Id=response.UploadId)
  action Put: PutObject(Bucket=$BucketName, Key=$Key)
  action RestoreObject(Bucket=$BucketName, Key=$Key)
  batch Delete: DeleteObjects(Bucket=$BucketName, Delete.Objects[].Key=$Key)
  has Acl: ObjectAcl(BucketName=$BucketName, ObjectKey=$Key)
  has Bucket: Bucket(Name=$BucketName)
  has MultipartUpload: MultipartUpload(BucketName=$BucketName, ObjectKey=$Key, Id=input)
  has Version: ObjectVersion(BucketName=$BucketName, ObjectKey=$Key, Id=input)
  waiter Exists: ObjectExists(Bucket=$BucketName, Key=$Key)
  waiter NotExists: ObjectNotExists(Bucket=$BucketName, Key=$Key)

resource ObjectAcl [BucketName ObjectKey] shape GetObjectAclOutput
  load GetObjectAcl(Bucket=$BucketName, Key=$ObjectKey) @@
  action Put: PutObjectAcl(Bucket=$BucketName, Key=$ObjectKey)
  has Object: Object(BucketName=$BucketName, Key=$ObjectKey)

resource ObjectSummary [BucketName Key] shape Object
  action CopyFrom: CopyObject(Bucket=$BucketName, Key=$Key)
  action Delete: DeleteObject(Bucket=$BucketName, Key=$Key)
  action Get: GetObject(Bucket=$BucketName, Key=$Key)
  action InitiateMultipartUpload: CreateMultipartUpload(Bucket=$BucketName, Key=$Key)
    => MultipartUpload(BucketName=$BucketName, ObjectKey=$Key, Id=response.UploadId)
  action Put: PutObject(Bucket=$BucketName, Key=$Key)
  action RestoreObject(Bucket=$BucketName, Key=$Key)
  batch Delete: DeleteObjects(Bucket=$BucketName, Delete.Objects[].Key=$Key)
  has Acl: ObjectAcl(BucketName=$BucketName, ObjectKey=$Key)
  has Bucket: Bucket(Name=$BucketName)
  has MultipartUpload: MultipartUpload(BucketName=$BucketName, ObjectKey=$Key, Id=input)
  has Object: Object(BucketName=$BucketName, Key=$Key)
  has Version: ObjectVersion(BucketName=$BucketName, ObjectKey=$Key, Id=input)
  waiter Exists: ObjectExists(Bucket=$BucketName, Key=$Key)
  waiter NotExists: ObjectNotExists(Bucket=$BucketName, Key=$Key)

resource ObjectVersion [BucketName ObjectKey Id] shape ObjectVersion
  action Delete: DeleteObject(Bucket=$BucketName, Key=$ObjectKey, VersionId=$Id)
  action Get: GetObject(Bucket=$BucketName, Key=$ObjectKey, VersionId=$Id)
  action Head: HeadObject(Bucket=$BucketName, Key=$ObjectKey, VersionId=$Id)
  batch Delete: DeleteObjects(Bucket=$BucketName, Delete.Objects[*].Key=$ObjectKey,
    Delete.Objects[*].VersionId=$Id)
  has Object: Object(BucketName=$BucketName, Key=$ObjectKey)
`;
