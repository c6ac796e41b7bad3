/** What an upload takes as a body; a stream of Node or of the web needs `@aws-sdk/lib-storage`. */
export type UploadBody =
  AsyncIterable<Uint8Array | string> | ReadableStream | Blob | Uint8Array | string;

/** A stream of Node or of the web that a download goes into. */
export type DownloadSink =
  { write(...args: never[]): boolean; end(...args: never[]): unknown } | WritableStream;

/** What AWS says of an upload, whether it went in one request or in parts. */
export interface Uploaded {
  readonly ETag?: string;
  readonly VersionId?: string;
  readonly [name: string]: unknown;
}

/** Files and streams of a bucket, under boto3's names and in its order of arguments. */
export interface BucketTransfers<PutInput, GetInput> {
  /** Uploads a file: through `@aws-sdk/lib-storage` where it is installed, else in one PutObject. */
  uploadFile(filename: string, key: string, input?: Partial<PutInput>): Promise<Uploaded>;
  /** Uploads a body of any kind: a stream, a blob, bytes, a text. */
  uploadStream(body: UploadBody, key: string, input?: Partial<PutInput>): Promise<Uploaded>;
  /** Downloads an object to a file, which is only there once all of it is. */
  downloadFile(key: string, filename: string, input?: Partial<GetInput>): Promise<void>;
  /** Downloads an object into a stream of Node or of the web, and ends it. */
  downloadStream(key: string, sink: DownloadSink, input?: Partial<GetInput>): Promise<void>;
}

/** Files and streams of an object, as of its bucket. */
export interface ObjectTransfers<PutInput, GetInput> {
  /** Uploads a file: through `@aws-sdk/lib-storage` where it is installed, else in one PutObject. */
  uploadFile(filename: string, input?: Partial<PutInput>): Promise<Uploaded>;
  /** Uploads a body of any kind: a stream, a blob, bytes, a text. */
  uploadStream(body: UploadBody, input?: Partial<PutInput>): Promise<Uploaded>;
  /** Downloads the object to a file, which is only there once all of it is. */
  downloadFile(filename: string, input?: Partial<GetInput>): Promise<void>;
  /** Downloads the object into a stream of Node or of the web, and ends it. */
  downloadStream(sink: DownloadSink, input?: Partial<GetInput>): Promise<void>;
}
