/**
 * IAM's resources; parse.ts says how to read a line.
 *
 * Two things differ from boto3's: a signing certificate that was uploaded has its user (boto3 fails
 * for want of it), and an update that does not rename gives the same name back (boto3: None).
 */
export const iam = `
action ChangePassword()
action CreateAccountAlias()
action CreateAccountPasswordPolicy: UpdateAccountPasswordPolicy() => AccountPasswordPolicy()
action CreateGroup() => Group(Name=request.GroupName) @Group
action CreateInstanceProfile()
  => InstanceProfile(Name=request.InstanceProfileName) @InstanceProfile
action CreatePolicy() => Policy(Arn=response.Policy.Arn)
action CreateRole() => Role(Name=request.RoleName) @Role
action CreateSamlProvider: CreateSAMLProvider() => SamlProvider(Arn=response.SAMLProviderArn)
action CreateServerCertificate: UploadServerCertificate()
  => ServerCertificate(Name=request.ServerCertificateName)
action CreateSigningCertificate: UploadSigningCertificate()
  => SigningCertificate(UserName=.UserName,
    Id=.CertificateId) @Certificate
action CreateUser() => User(Name=request.UserName) @User
action CreateVirtualMfaDevice: CreateVirtualMFADevice()
  => VirtualMfaDevice(SerialNumber=.SerialNumber) @VirtualMFADevice
hasMany Groups: ListGroups() => Group(Name=.GroupName) @Groups[]
hasMany InstanceProfiles: ListInstanceProfiles()
  => InstanceProfile(Name=.InstanceProfileName) @InstanceProfiles[]
hasMany Policies: ListPolicies() => Policy(Arn=.Arn) @Policies[]
hasMany Roles: ListRoles() => Role(Name=.RoleName) @Roles[]
hasMany SamlProviders: ListSAMLProviders() => SamlProvider(Arn=response.SAMLProviderList[].Arn)
hasMany ServerCertificates: ListServerCertificates()
  => ServerCertificate(Name=response.ServerCertificateMetadataList[].ServerCertificateName)
hasMany Users: ListUsers() => User(Name=.UserName) @Users[]
hasMany VirtualMfaDevices: ListVirtualMFADevices()
  => VirtualMfaDevice(SerialNumber=.SerialNumber) @VirtualMFADevices[]

resource AccessKey [UserName~UserName Id~AccessKeyId] shape AccessKeyMetadata
  action Activate: UpdateAccessKey(UserName=$UserName, AccessKeyId=$Id, Status="Active")
  action Deactivate: UpdateAccessKey(UserName=$UserName, AccessKeyId=$Id, Status="Inactive")
  action Delete: DeleteAccessKey(UserName=$UserName, AccessKeyId=$Id)
  has User: User(Name=$UserName)

resource AccessKeyPair [UserName~UserName Id~AccessKeyId Secret~SecretAccessKey] shape AccessKey
  action Activate: UpdateAccessKey(UserName=$UserName, AccessKeyId=$Id, Status="Active")
  action Deactivate: UpdateAccessKey(UserName=$UserName, AccessKeyId=$Id, Status="Inactive")
  action Delete: DeleteAccessKey(UserName=$UserName, AccessKeyId=$Id)

resource AccountPasswordPolicy [] shape PasswordPolicy
  load GetAccountPasswordPolicy() @PasswordPolicy
  action Delete: DeleteAccountPasswordPolicy()
  action Update: UpdateAccountPasswordPolicy()

resource AccountSummary [] shape GetAccountSummaryResponse
  load GetAccountSummary() @@

resource AssumeRolePolicy [RoleName]
  action Update: UpdateAssumeRolePolicy(RoleName=$RoleName)
  has Role: Role(Name=$RoleName)

resource CurrentUser [] shape User
  load GetUser() @User
  has User: User(Name=data.UserName)
  hasMany AccessKeys: ListAccessKeys()
    => AccessKey(UserName=.UserName,
      Id=.AccessKeyId) @AccessKeyMetadata[]
  hasMany MfaDevices: ListMFADevices()
    => MfaDevice(UserName=.UserName,
      SerialNumber=.SerialNumber) @MFADevices[]
  hasMany SigningCertificates: ListSigningCertificates()
    => SigningCertificate(UserName=.UserName,
      Id=.CertificateId) @Certificates[]

resource Group [Name~GroupName] shape Group
  load GetGroup(GroupName=$Name) @Group
  action AddUser: AddUserToGroup(GroupName=$Name)
  action AttachPolicy: AttachGroupPolicy(GroupName=$Name)
  action Create: CreateGroup(GroupName=$Name) => Group(Name=request.GroupName) @Group
  action CreatePolicy: PutGroupPolicy(GroupName=$Name)
    => GroupPolicy(GroupName=$Name, Name=request.PolicyName)
  action Delete: DeleteGroup(GroupName=$Name)
  action DetachPolicy: DetachGroupPolicy(GroupName=$Name)
  action RemoveUser: RemoveUserFromGroup(GroupName=$Name)
  action Update: UpdateGroup(GroupName=$Name) => Group(Name=request.NewGroupName||$Name)
  has Policy: GroupPolicy(GroupName=$Name, Name=input)
  hasMany AttachedPolicies: ListAttachedGroupPolicies(GroupName=$Name)
    => Policy(Arn=response.AttachedPolicies[].PolicyArn)
  hasMany Policies: ListGroupPolicies(GroupName=$Name)
    => GroupPolicy(GroupName=$Name, Name=response.PolicyNames[])
  hasMany Users: GetGroup(GroupName=$Name) => User(Name=.UserName) @Users[]

resource GroupPolicy [GroupName~GroupName Name~PolicyName] shape GetGroupPolicyResponse
  load GetGroupPolicy(GroupName=$GroupName, PolicyName=$Name) @@
  action Delete: DeleteGroupPolicy(GroupName=$GroupName, PolicyName=$Name)
  action Put: PutGroupPolicy(GroupName=$GroupName, PolicyName=$Name)
  has Group: Group(Name=$GroupName)

resource InstanceProfile [Name~InstanceProfileName] shape InstanceProfile
  load GetInstanceProfile(InstanceProfileName=$Name) @InstanceProfile
  action AddRole: AddRoleToInstanceProfile(InstanceProfileName=$Name)
  action Delete: DeleteInstanceProfile(InstanceProfileName=$Name)
  action RemoveRole: RemoveRoleFromInstanceProfile(InstanceProfileName=$Name)
  has Roles: Role(Name=.RoleName) @Roles[]

resource LoginProfile [UserName~UserName] shape LoginProfile
  load GetLoginProfile(UserName=$UserName) @LoginProfile
  action Create: CreateLoginProfile(UserName=$UserName)
    => LoginProfile(UserName=.UserName) @LoginProfile
  action Delete: DeleteLoginProfile(UserName=$UserName)
  action Update: UpdateLoginProfile(UserName=$UserName)
  has User: User(Name=$UserName)

resource MfaDevice [UserName~UserName SerialNumber~SerialNumber] shape MFADevice
  action Associate: EnableMFADevice(UserName=$UserName, SerialNumber=$SerialNumber)
  action Disassociate: DeactivateMFADevice(UserName=$UserName, SerialNumber=$SerialNumber)
  action Resync: ResyncMFADevice(UserName=$UserName, SerialNumber=$SerialNumber)
  has User: User(Name=$UserName)

resource Policy [Arn~Arn] shape Policy
  load GetPolicy(PolicyArn=$Arn) @Policy
  action AttachGroup: AttachGroupPolicy(PolicyArn=$Arn)
  action AttachRole: AttachRolePolicy(PolicyArn=$Arn)
  action AttachUser: AttachUserPolicy(PolicyArn=$Arn)
  action CreateVersion: CreatePolicyVersion(PolicyArn=$Arn)
    => PolicyVersion(Arn=$Arn, VersionId=response.PolicyVersion.VersionId)
  action Delete: DeletePolicy(PolicyArn=$Arn)
  action DetachGroup: DetachGroupPolicy(PolicyArn=$Arn)
  action DetachRole: DetachRolePolicy(PolicyArn=$Arn)
  action DetachUser: DetachUserPolicy(PolicyArn=$Arn)
  has DefaultVersion: PolicyVersion(Arn=$Arn, VersionId=data.DefaultVersionId)
  hasMany AttachedGroups: ListEntitiesForPolicy(PolicyArn=$Arn, EntityFilter="Group")
    => Group(Name=response.PolicyGroups[].GroupName)
  hasMany AttachedRoles: ListEntitiesForPolicy(PolicyArn=$Arn, EntityFilter="Role")
    => Role(Name=response.PolicyRoles[].RoleName)
  hasMany AttachedUsers: ListEntitiesForPolicy(PolicyArn=$Arn, EntityFilter="User")
    => User(Name=response.PolicyUsers[].UserName)
  hasMany Versions: ListPolicyVersions(PolicyArn=$Arn)
    => PolicyVersion(Arn=$Arn, VersionId=.VersionId) @Versions[]

resource PolicyVersion [Arn VersionId] shape PolicyVersion
  load GetPolicyVersion(PolicyArn=$Arn, VersionId=$VersionId) @PolicyVersion
  action Delete: DeletePolicyVersion(PolicyArn=$Arn, VersionId=$VersionId)
  action SetAsDefault: SetDefaultPolicyVersion(PolicyArn=$Arn, VersionId=$VersionId)

resource Role [Name~RoleName] shape Role
  load GetRole(RoleName=$Name) @Role
  action AttachPolicy: AttachRolePolicy(RoleName=$Name)
  action Delete: DeleteRole(RoleName=$Name)
  action DetachPolicy: DetachRolePolicy(RoleName=$Name)
  has AssumeRolePolicy: AssumeRolePolicy(RoleName=$Name)
  has Policy: RolePolicy(RoleName=$Name, Name=input)
  hasMany AttachedPolicies: ListAttachedRolePolicies(RoleName=$Name)
    => Policy(Arn=response.AttachedPolicies[].PolicyArn)
  hasMany InstanceProfiles: ListInstanceProfilesForRole(RoleName=$Name)
    => InstanceProfile(Name=.InstanceProfileName) @InstanceProfiles[]
  hasMany Policies: ListRolePolicies(RoleName=$Name)
    => RolePolicy(RoleName=$Name, Name=response.PolicyNames[])

resource RolePolicy [RoleName~RoleName Name~PolicyName] shape GetRolePolicyResponse
  load GetRolePolicy(RoleName=$RoleName, PolicyName=$Name) @@
  action Delete: DeleteRolePolicy(RoleName=$RoleName, PolicyName=$Name)
  action Put: PutRolePolicy(RoleName=$RoleName, PolicyName=$Name)
  has Role: Role(Name=$RoleName)

resource SamlProvider [Arn] shape GetSAMLProviderResponse
  load GetSAMLProvider(SAMLProviderArn=$Arn) @@
  action Delete: DeleteSAMLProvider(SAMLProviderArn=$Arn)
  action Update: UpdateSAMLProvider(SAMLProviderArn=$Arn)

resource ServerCertificate [Name] shape ServerCertificate
  load GetServerCertificate(ServerCertificateName=$Name) @ServerCertificate
  action Delete: DeleteServerCertificate(ServerCertificateName=$Name)
  action Update: UpdateServerCertificate(ServerCertificateName=$Name)
    => ServerCertificate(Name=request.NewServerCertificateName||$Name)

resource SigningCertificate [UserName~UserName Id~CertificateId] shape SigningCertificate
  action Activate: UpdateSigningCertificate(UserName=$UserName, CertificateId=$Id,
    Status="Active")
  action Deactivate: UpdateSigningCertificate(UserName=$UserName, CertificateId=$Id,
    Status="Inactive")
  action Delete: DeleteSigningCertificate(UserName=$UserName, CertificateId=$Id)
  has User: User(Name=$UserName)

resource User [Name~UserName] shape User
  load GetUser(UserName=$Name) @User
  action AddGroup: AddUserToGroup(UserName=$Name)
  action AttachPolicy: AttachUserPolicy(UserName=$Name)
  action Create: CreateUser(UserName=$Name) => User(Name=request.UserName) @User
  action CreateAccessKeyPair: CreateAccessKey(UserName=$Name)
    => AccessKeyPair(UserName=$Name, Id=.AccessKeyId,
      Secret=.SecretAccessKey) @AccessKey
  action CreateLoginProfile(UserName=$Name) => LoginProfile(UserName=.UserName) @LoginProfile
  action CreatePolicy: PutUserPolicy(UserName=$Name)
    => UserPolicy(UserName=$Name, Name=request.PolicyName)
  action Delete: DeleteUser(UserName=$Name)
  action DetachPolicy: DetachUserPolicy(UserName=$Name)
  action EnableMfa: EnableMFADevice(UserName=$Name)
    => MfaDevice(UserName=$Name, SerialNumber=request.SerialNumber)
  action RemoveGroup: RemoveUserFromGroup(UserName=$Name)
  action Update: UpdateUser(UserName=$Name) => User(Name=request.NewUserName||$Name)
  has AccessKey: AccessKey(UserName=$Name, Id=input)
  has LoginProfile: LoginProfile(UserName=$Name)
  has MfaDevice: MfaDevice(UserName=$Name, SerialNumber=input)
  has Policy: UserPolicy(UserName=$Name, Name=input)
  has SigningCertificate: SigningCertificate(UserName=$Name, Id=input)
  hasMany AccessKeys: ListAccessKeys(UserName=$Name)
    => AccessKey(UserName=$Name, Id=.AccessKeyId) @AccessKeyMetadata[]
  hasMany AttachedPolicies: ListAttachedUserPolicies(UserName=$Name)
    => Policy(Arn=response.AttachedPolicies[].PolicyArn)
  hasMany Groups: ListGroupsForUser(UserName=$Name) => Group(Name=.GroupName) @Groups[]
  hasMany MfaDevices: ListMFADevices(UserName=$Name)
    => MfaDevice(UserName=$Name, SerialNumber=.SerialNumber) @MFADevices[]
  hasMany Policies: ListUserPolicies(UserName=$Name)
    => UserPolicy(UserName=$Name, Name=response.PolicyNames[])
  hasMany SigningCertificates: ListSigningCertificates(UserName=$Name)
    => SigningCertificate(UserName=$Name,
      Id=.CertificateId) @Certificates[]

resource UserPolicy [UserName~UserName Name~PolicyName] shape GetUserPolicyResponse
  load GetUserPolicy(UserName=$UserName, PolicyName=$Name) @@
  action Delete: DeleteUserPolicy(UserName=$UserName, PolicyName=$Name)
  action Put: PutUserPolicy(UserName=$UserName, PolicyName=$Name)
  has User: User(Name=$UserName)

resource VirtualMfaDevice [SerialNumber~SerialNumber] shape VirtualMFADevice
  action Delete: DeleteVirtualMFADevice(SerialNumber=$SerialNumber)
  has User: User(Name=data.User.UserName)
`;
