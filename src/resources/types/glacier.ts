/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as Glacier from '@aws-sdk/client-glacier';
import type {
  Answer,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
} from './shared.js';

/** Glacier: what `resource(client)` gives. */
export interface ServiceResource extends Resource<Glacier.GlacierClient> {
  /** Calls CreateVault. */
  createVault(
    input: Filled<Glacier.CreateVaultCommandInput, 'accountId'>,
    options?: SendOptions,
  ): Promise<Vault>;
  Account(id: string | { id: string }): Account;
  Archive(accountId: string, vaultName: string, id: string): Archive;
  Archive(identifiers: { accountId: string; vaultName: string; id: string }): Archive;
  Job(accountId: string, vaultName: string, id: string): Job;
  Job(identifiers: { accountId: string; vaultName: string; id: string }): Job;
  MultipartUpload(accountId: string, vaultName: string, id: string): MultipartUpload;
  MultipartUpload(identifiers: {
    accountId: string;
    vaultName: string;
    id: string;
  }): MultipartUpload;
  Notification(accountId: string, vaultName: string): Notification;
  Notification(identifiers: { accountId: string; vaultName: string }): Notification;
  Vault(accountId: string, name: string): Vault;
  Vault(identifiers: { accountId: string; name: string }): Vault;
  /** By ListVaults. */
  readonly vaults: Collection<Vault, Glacier.ListVaultsCommandInput>;
}

/** `glacier.Account`. */
export interface Account extends Resource<Glacier.GlacierClient> {
  readonly id: string;
  /** Calls CreateVault. */
  createVault(
    input: Filled<Glacier.CreateVaultCommandInput, 'accountId'>,
    options?: SendOptions,
  ): Promise<Vault>;
  Vault(name: string | { name: string }): Vault;
  /** By ListVaults. */
  readonly vaults: Collection<Vault, Glacier.ListVaultsCommandInput>;
}

/** `glacier.Archive`. */
export interface Archive extends Resource<Glacier.GlacierClient> {
  readonly accountId: string;
  readonly vaultName: string;
  readonly id: string;
  /** Calls DeleteArchive. */
  delete(
    input?: Filled<Glacier.DeleteArchiveCommandInput, 'accountId' | 'vaultName' | 'archiveId'>,
    options?: SendOptions,
  ): Promise<Glacier.DeleteArchiveCommandOutput>;
  /** Calls InitiateJob. */
  initiateArchiveRetrieval(
    input?: Filled<Glacier.InitiateJobCommandInput, 'vaultName' | 'accountId' | 'jobParameters'>,
    options?: SendOptions,
  ): Promise<Job>;
  Vault(): Vault;
}

/** `glacier.Job`; its attributes are loaded by DescribeJob. */
export interface Job extends LoadableResource<
  Glacier.GlacierClient,
  Answer<Glacier.DescribeJobCommandOutput>
> {
  readonly accountId: string;
  readonly vaultName: string;
  readonly id: string;
  readonly jobId: string;
  /** Calls GetJobOutput. */
  getOutput(
    input?: Filled<Glacier.GetJobOutputCommandInput, 'accountId' | 'vaultName' | 'jobId'>,
    options?: SendOptions,
  ): Promise<Glacier.GetJobOutputCommandOutput>;
  Vault(): Vault;
}

/** `glacier.MultipartUpload`. */
export interface MultipartUpload extends ResourceWithData<
  Glacier.GlacierClient,
  Glacier.UploadListElement
> {
  readonly accountId: string;
  readonly vaultName: string;
  readonly id: string;
  readonly multipartUploadId: string;
  /** Calls AbortMultipartUpload. */
  abort(
    input?: Filled<
      Glacier.AbortMultipartUploadCommandInput,
      'accountId' | 'vaultName' | 'uploadId'
    >,
    options?: SendOptions,
  ): Promise<Glacier.AbortMultipartUploadCommandOutput>;
  /** Calls CompleteMultipartUpload. */
  complete(
    input?: Filled<
      Glacier.CompleteMultipartUploadCommandInput,
      'accountId' | 'vaultName' | 'uploadId'
    >,
    options?: SendOptions,
  ): Promise<Glacier.CompleteMultipartUploadCommandOutput>;
  /** Calls ListParts. */
  parts(
    input?: Filled<Glacier.ListPartsCommandInput, 'accountId' | 'vaultName' | 'uploadId'>,
    options?: SendOptions,
  ): Promise<Glacier.ListPartsCommandOutput>;
  /** Calls UploadMultipartPart. */
  uploadPart(
    input?: Filled<Glacier.UploadMultipartPartCommandInput, 'accountId' | 'vaultName' | 'uploadId'>,
    options?: SendOptions,
  ): Promise<Glacier.UploadMultipartPartCommandOutput>;
  Vault(): Vault;
}

/** `glacier.Notification`; its attributes are loaded by GetVaultNotifications. */
export interface Notification extends LoadableResource<
  Glacier.GlacierClient,
  Glacier.VaultNotificationConfig
> {
  readonly accountId: string;
  readonly vaultName: string;
  /** Calls DeleteVaultNotifications. */
  delete(
    input?: Filled<Glacier.DeleteVaultNotificationsCommandInput, 'accountId' | 'vaultName'>,
    options?: SendOptions,
  ): Promise<Glacier.DeleteVaultNotificationsCommandOutput>;
  /** Calls SetVaultNotifications. */
  set(
    input?: Filled<Glacier.SetVaultNotificationsCommandInput, 'accountId' | 'vaultName'>,
    options?: SendOptions,
  ): Promise<Glacier.SetVaultNotificationsCommandOutput>;
  Vault(): Vault;
}

/** `glacier.Vault`; its attributes are loaded by DescribeVault. */
export interface Vault extends LoadableResource<
  Glacier.GlacierClient,
  Answer<Glacier.DescribeVaultCommandOutput>
> {
  readonly accountId: string;
  readonly name: string;
  readonly vaultName: string;
  /** Calls CreateVault. */
  create(
    input?: Filled<Glacier.CreateVaultCommandInput, 'vaultName' | 'accountId'>,
    options?: SendOptions,
  ): Promise<Glacier.CreateVaultCommandOutput>;
  /** Calls DeleteVault. */
  delete(
    input?: Filled<Glacier.DeleteVaultCommandInput, 'vaultName' | 'accountId'>,
    options?: SendOptions,
  ): Promise<Glacier.DeleteVaultCommandOutput>;
  /** Calls InitiateJob. */
  initiateInventoryRetrieval(
    input?: Filled<Glacier.InitiateJobCommandInput, 'vaultName' | 'accountId' | 'jobParameters'>,
    options?: SendOptions,
  ): Promise<Job>;
  /** Calls InitiateMultipartUpload. */
  initiateMultipartUpload(
    input?: Filled<Glacier.InitiateMultipartUploadCommandInput, 'vaultName' | 'accountId'>,
    options?: SendOptions,
  ): Promise<MultipartUpload>;
  /** Calls UploadArchive. */
  uploadArchive(
    input?: Filled<Glacier.UploadArchiveCommandInput, 'vaultName' | 'accountId'>,
    options?: SendOptions,
  ): Promise<Archive>;
  Account(): Account;
  Archive(id: string | { id: string }): Archive;
  Job(id: string | { id: string }): Job;
  MultipartUpload(id: string | { id: string }): MultipartUpload;
  Notification(): Notification;
  /** By ListJobs. */
  readonly completedJobs: Collection<Job, Glacier.ListJobsCommandInput>;
  /** By ListJobs. */
  readonly failedJobs: Collection<Job, Glacier.ListJobsCommandInput>;
  /** By ListJobs. */
  readonly jobs: Collection<Job, Glacier.ListJobsCommandInput>;
  /** By ListJobs. */
  readonly jobsInProgress: Collection<Job, Glacier.ListJobsCommandInput>;
  /** By ListMultipartUploads. */
  readonly multipartUplaods: Collection<MultipartUpload, Glacier.ListMultipartUploadsCommandInput>;
  /** By ListMultipartUploads. */
  readonly multipartUploads: Collection<MultipartUpload, Glacier.ListMultipartUploadsCommandInput>;
  /** By ListJobs. */
  readonly succeededJobs: Collection<Job, Glacier.ListJobsCommandInput>;
}
