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

/** How an upload, a download or a copy goes about it. */
export interface TransferOptions {
  /** How long a part is, in bytes. A download is one request where neither this nor `concurrency` is said. */
  readonly partSize?: number;
  /** How many parts are on their way at once. */
  readonly concurrency?: number;
  /** Called with the bytes so far, and those in all where they are known. */
  readonly onProgress?: (progress: { loaded: number; total?: number | undefined }) => void;
  /** Ends the transfer with an `AbortError`. */
  readonly signal?: AbortSignal;
}

/** An object to copy, or one version of it; an object's resource says so too. */
export type CopySource =
  | { readonly Bucket: string; readonly Key: string; readonly VersionId?: string }
  | { readonly bucketName: string; readonly key: string };

/** An input that takes its source as an object, which is encoded then, or as S3 reads it. */
export type WithCopySource<Input> = {
  [N in keyof Input]: N extends 'CopySource'
    ? Input[N] | { Bucket: string; Key: string; VersionId?: string }
    : Input[N];
};

/** Files and streams of a bucket, under boto3's names and in its order of arguments. */
export interface BucketTransfers<PutInput, GetInput, CopyInput> {
  /** Copies an object to this bucket: in one request, or in parts from 8 MiB on. */
  copy(
    source: CopySource,
    key: string,
    input?: Partial<CopyInput>,
    options?: TransferOptions,
  ): Promise<Record<string, unknown>>;
  /** Uploads a file: through `@aws-sdk/lib-storage` where it is installed, else in one PutObject. */
  uploadFile(
    filename: string,
    key: string,
    input?: Partial<PutInput>,
    options?: TransferOptions,
  ): Promise<Uploaded>;
  /** Uploads a body of any kind: a stream, a blob, bytes, a text. */
  uploadStream(
    body: UploadBody,
    key: string,
    input?: Partial<PutInput>,
    options?: TransferOptions,
  ): Promise<Uploaded>;
  /** Downloads an object to a file, which is only there once all of it is. */
  downloadFile(
    key: string,
    filename: string,
    input?: Partial<GetInput>,
    options?: TransferOptions,
  ): Promise<void>;
  /** Downloads an object into a stream of Node or of the web, and ends it. */
  downloadStream(
    key: string,
    sink: DownloadSink,
    input?: Partial<GetInput>,
    options?: TransferOptions,
  ): Promise<void>;
}

/** Files and streams of an object, as of its bucket. */
export interface ObjectTransfers<PutInput, GetInput, CopyInput> {
  /** Copies another object to this one: in one request, or in parts from 8 MiB on. */
  copy(
    source: CopySource,
    input?: Partial<CopyInput>,
    options?: TransferOptions,
  ): Promise<Record<string, unknown>>;
  /** Uploads a file: through `@aws-sdk/lib-storage` where it is installed, else in one PutObject. */
  uploadFile(
    filename: string,
    input?: Partial<PutInput>,
    options?: TransferOptions,
  ): Promise<Uploaded>;
  /** Uploads a body of any kind: a stream, a blob, bytes, a text. */
  uploadStream(
    body: UploadBody,
    input?: Partial<PutInput>,
    options?: TransferOptions,
  ): Promise<Uploaded>;
  /** Downloads the object to a file, which is only there once all of it is. */
  downloadFile(
    filename: string,
    input?: Partial<GetInput>,
    options?: TransferOptions,
  ): Promise<void>;
  /** Downloads the object into a stream of Node or of the web, and ends it. */
  downloadStream(
    sink: DownloadSink,
    input?: Partial<GetInput>,
    options?: TransferOptions,
  ): Promise<void>;
}
