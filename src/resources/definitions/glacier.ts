/**
 * Glacier's resources; parse.ts says how to read a line.
 */
export const glacier = `
action CreateVault(accountId="-") => Vault(AccountId=request.accountId, Name=request.vaultName)
hasMany Vaults: ListVaults(accountId="-")
  => Vault(AccountId=request.accountId, Name=.VaultName) @VaultList[]

resource Account [Id]
  action CreateVault(accountId=$Id) => Vault(AccountId=$Id, Name=request.vaultName)
  has Vault: Vault(AccountId=$Id, Name=input)
  hasMany Vaults: ListVaults(accountId=$Id) => Vault(AccountId=$Id, Name=.VaultName) @VaultList[]

resource Archive [AccountId VaultName Id]
  action Delete: DeleteArchive(accountId=$AccountId, vaultName=$VaultName, archiveId=$Id)
  action InitiateArchiveRetrieval: InitiateJob(vaultName=$VaultName, accountId=$AccountId,
    jobParameters.Type="archive-retrieval", jobParameters.ArchiveId=$Id)
    => Job(Id=response.jobId, AccountId=$AccountId, VaultName=$VaultName)
  has Vault: Vault(AccountId=$AccountId, Name=$VaultName)

resource Job [AccountId VaultName Id~JobId] shape GlacierJobDescription
  load DescribeJob(accountId=$AccountId, vaultName=$VaultName, jobId=$Id) @@
  action GetOutput: GetJobOutput(accountId=$AccountId, vaultName=$VaultName, jobId=$Id)
  has Vault: Vault(AccountId=$AccountId, Name=$VaultName)

resource MultipartUpload [AccountId VaultName Id~MultipartUploadId] shape UploadListElement
  action Abort: AbortMultipartUpload(accountId=$AccountId, vaultName=$VaultName, uploadId=$Id)
  action Complete: CompleteMultipartUpload(accountId=$AccountId, vaultName=$VaultName,
    uploadId=$Id)
  action Parts: ListParts(accountId=$AccountId, vaultName=$VaultName, uploadId=$Id)
  action UploadPart: UploadMultipartPart(accountId=$AccountId, vaultName=$VaultName, uploadId=$Id)
  has Vault: Vault(AccountId=$AccountId, Name=$VaultName)

resource Notification [AccountId VaultName] shape VaultNotificationConfig
  load GetVaultNotifications(accountId=$AccountId, vaultName=$VaultName) @vaultNotificationConfig
  action Delete: DeleteVaultNotifications(accountId=$AccountId, vaultName=$VaultName)
  action Set: SetVaultNotifications(accountId=$AccountId, vaultName=$VaultName)
  has Vault: Vault(AccountId=$AccountId, Name=$VaultName)

resource Vault [AccountId Name~VaultName] shape DescribeVaultOutput
  load DescribeVault(vaultName=$Name, accountId=$AccountId) @@
  action Create: CreateVault(vaultName=$Name, accountId=$AccountId)
  action Delete: DeleteVault(vaultName=$Name, accountId=$AccountId)
  action InitiateInventoryRetrieval: InitiateJob(vaultName=$Name, accountId=$AccountId,
    jobParameters.Type="inventory-retrieval")
    => Job(Id=response.jobId, AccountId=$AccountId, VaultName=$Name)
  action InitiateMultipartUpload(vaultName=$Name, accountId=$AccountId)
    => MultipartUpload(Id=response.uploadId, AccountId=$AccountId, VaultName=$Name)
  action UploadArchive(vaultName=$Name, accountId=$AccountId)
    => Archive(Id=response.archiveId, AccountId=$AccountId, VaultName=$Name)
  has Account: Account(Id=$AccountId)
  has Archive: Archive(AccountId=$AccountId, VaultName=$Name, Id=input)
  has Job: Job(AccountId=$AccountId, VaultName=$Name, Id=input)
  has MultipartUpload: MultipartUpload(AccountId=$AccountId, VaultName=$Name, Id=input)
  has Notification: Notification(AccountId=$AccountId, VaultName=$Name)
  hasMany CompletedJobs: ListJobs(accountId=$AccountId, vaultName=$Name, completed="true")
    => Job(AccountId=$AccountId, VaultName=$Name, Id=.JobId) @JobList[]
  hasMany FailedJobs: ListJobs(accountId=$AccountId, vaultName=$Name, statuscode="Failed")
    => Job(AccountId=$AccountId, VaultName=$Name, Id=.JobId) @JobList[]
  hasMany Jobs: ListJobs(accountId=$AccountId, vaultName=$Name)
    => Job(AccountId=$AccountId, VaultName=$Name, Id=.JobId) @JobList[]
  hasMany JobsInProgress: ListJobs(accountId=$AccountId, vaultName=$Name, statuscode="InProgress")
    => Job(AccountId=$AccountId, VaultName=$Name, Id=.JobId) @JobList[]
  hasMany MultipartUplaods: ListMultipartUploads(vaultName=$Name, accountId=$AccountId)
    => MultipartUpload(AccountId=$AccountId, VaultName=$Name,
      Id=.MultipartUploadId) @UploadsList[]
  hasMany MultipartUploads: ListMultipartUploads(vaultName=$Name, accountId=$AccountId)
    => MultipartUpload(AccountId=$AccountId, VaultName=$Name,
      Id=.MultipartUploadId) @UploadsList[]
  hasMany SucceededJobs: ListJobs(accountId=$AccountId, vaultName=$Name, statuscode="Succeeded")
    => Job(AccountId=$AccountId, VaultName=$Name, Id=.JobId) @JobList[]
`;
