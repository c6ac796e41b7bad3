/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as IAM from '@aws-sdk/client-iam';
import type {
  Answer,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
} from './shared.js';
import type { WithDocuments } from './documents.js';

/** IAM: what `resource(client)` gives. */
export interface ServiceResource extends Resource<IAM.IAMClient> {
  /** Calls ChangePassword. */
  changePassword(
    input: IAM.ChangePasswordCommandInput,
    options?: SendOptions,
  ): Promise<IAM.ChangePasswordCommandOutput>;
  /** Calls CreateAccountAlias. */
  createAccountAlias(
    input: IAM.CreateAccountAliasCommandInput,
    options?: SendOptions,
  ): Promise<IAM.CreateAccountAliasCommandOutput>;
  /** Calls UpdateAccountPasswordPolicy. */
  createAccountPasswordPolicy(
    input?: IAM.UpdateAccountPasswordPolicyCommandInput,
    options?: SendOptions,
  ): Promise<AccountPasswordPolicy>;
  /** Calls CreateGroup. */
  createGroup(input: IAM.CreateGroupCommandInput, options?: SendOptions): Promise<Group>;
  /** Calls CreateInstanceProfile. */
  createInstanceProfile(
    input: IAM.CreateInstanceProfileCommandInput,
    options?: SendOptions,
  ): Promise<InstanceProfile>;
  /** Calls CreatePolicy. */
  createPolicy(input: IAM.CreatePolicyCommandInput, options?: SendOptions): Promise<Policy>;
  /** Calls CreateRole. */
  createRole(input: IAM.CreateRoleCommandInput, options?: SendOptions): Promise<Role>;
  /** Calls CreateSAMLProvider. */
  createSamlProvider(
    input: IAM.CreateSAMLProviderCommandInput,
    options?: SendOptions,
  ): Promise<SamlProvider>;
  /** Calls UploadServerCertificate. */
  createServerCertificate(
    input: IAM.UploadServerCertificateCommandInput,
    options?: SendOptions,
  ): Promise<ServerCertificate>;
  /** Calls UploadSigningCertificate. */
  createSigningCertificate(
    input: IAM.UploadSigningCertificateCommandInput,
    options?: SendOptions,
  ): Promise<SigningCertificate>;
  /** Calls CreateUser. */
  createUser(input: IAM.CreateUserCommandInput, options?: SendOptions): Promise<User>;
  /** Calls CreateVirtualMFADevice. */
  createVirtualMfaDevice(
    input: IAM.CreateVirtualMFADeviceCommandInput,
    options?: SendOptions,
  ): Promise<VirtualMfaDevice>;
  AccessKey(userName: string, id: string): AccessKey;
  AccessKey(identifiers: { userName: string; id: string }): AccessKey;
  AccessKeyPair(userName: string, id: string, secret: string): AccessKeyPair;
  AccessKeyPair(identifiers: { userName: string; id: string; secret: string }): AccessKeyPair;
  AccountPasswordPolicy(): AccountPasswordPolicy;
  AccountSummary(): AccountSummary;
  AssumeRolePolicy(roleName: string | { roleName: string }): AssumeRolePolicy;
  CurrentUser(): CurrentUser;
  Group(name: string | { name: string }): Group;
  GroupPolicy(groupName: string, name: string): GroupPolicy;
  GroupPolicy(identifiers: { groupName: string; name: string }): GroupPolicy;
  InstanceProfile(name: string | { name: string }): InstanceProfile;
  LoginProfile(userName: string | { userName: string }): LoginProfile;
  MfaDevice(userName: string, serialNumber: string): MfaDevice;
  MfaDevice(identifiers: { userName: string; serialNumber: string }): MfaDevice;
  Policy(arn: string | { arn: string }): Policy;
  PolicyVersion(arn: string, versionId: string): PolicyVersion;
  PolicyVersion(identifiers: { arn: string; versionId: string }): PolicyVersion;
  Role(name: string | { name: string }): Role;
  RolePolicy(roleName: string, name: string): RolePolicy;
  RolePolicy(identifiers: { roleName: string; name: string }): RolePolicy;
  SamlProvider(arn: string | { arn: string }): SamlProvider;
  ServerCertificate(name: string | { name: string }): ServerCertificate;
  SigningCertificate(userName: string, id: string): SigningCertificate;
  SigningCertificate(identifiers: { userName: string; id: string }): SigningCertificate;
  User(name: string | { name: string }): User;
  UserPolicy(userName: string, name: string): UserPolicy;
  UserPolicy(identifiers: { userName: string; name: string }): UserPolicy;
  VirtualMfaDevice(serialNumber: string | { serialNumber: string }): VirtualMfaDevice;
  /** By ListGroups. */
  readonly groups: Collection<Group, IAM.ListGroupsCommandInput>;
  /** By ListInstanceProfiles. */
  readonly instanceProfiles: Collection<InstanceProfile, IAM.ListInstanceProfilesCommandInput>;
  /** By ListPolicies. */
  readonly policies: Collection<Policy, IAM.ListPoliciesCommandInput>;
  /** By ListRoles. */
  readonly roles: Collection<Role, IAM.ListRolesCommandInput>;
  /** By ListSAMLProviders. */
  readonly samlProviders: Collection<SamlProvider, IAM.ListSAMLProvidersCommandInput>;
  /** By ListServerCertificates. */
  readonly serverCertificates: Collection<
    ServerCertificate,
    IAM.ListServerCertificatesCommandInput
  >;
  /** By ListUsers. */
  readonly users: Collection<User, IAM.ListUsersCommandInput>;
  /** By ListVirtualMFADevices. */
  readonly virtualMfaDevices: Collection<VirtualMfaDevice, IAM.ListVirtualMFADevicesCommandInput>;
}

/** `iam.AccessKey`. */
export interface AccessKey extends ResourceWithData<IAM.IAMClient, IAM.AccessKeyMetadata> {
  readonly userName: string;
  readonly id: string;
  readonly accessKeyId: string;
  /** Calls UpdateAccessKey. */
  activate(
    input?: Filled<IAM.UpdateAccessKeyCommandInput, 'UserName' | 'AccessKeyId' | 'Status'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateAccessKeyCommandOutput>;
  /** Calls UpdateAccessKey. */
  deactivate(
    input?: Filled<IAM.UpdateAccessKeyCommandInput, 'UserName' | 'AccessKeyId' | 'Status'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateAccessKeyCommandOutput>;
  /** Calls DeleteAccessKey. */
  delete(
    input?: Filled<IAM.DeleteAccessKeyCommandInput, 'UserName' | 'AccessKeyId'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteAccessKeyCommandOutput>;
  User(): User;
}

/** `iam.AccessKeyPair`. */
export interface AccessKeyPair extends ResourceWithData<IAM.IAMClient, IAM.AccessKey> {
  readonly userName: string;
  readonly id: string;
  readonly accessKeyId: string;
  readonly secret: string;
  readonly secretAccessKey: string;
  /** Calls UpdateAccessKey. */
  activate(
    input?: Filled<IAM.UpdateAccessKeyCommandInput, 'UserName' | 'AccessKeyId' | 'Status'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateAccessKeyCommandOutput>;
  /** Calls UpdateAccessKey. */
  deactivate(
    input?: Filled<IAM.UpdateAccessKeyCommandInput, 'UserName' | 'AccessKeyId' | 'Status'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateAccessKeyCommandOutput>;
  /** Calls DeleteAccessKey. */
  delete(
    input?: Filled<IAM.DeleteAccessKeyCommandInput, 'UserName' | 'AccessKeyId'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteAccessKeyCommandOutput>;
}

/** `iam.AccountPasswordPolicy`; its attributes are loaded by GetAccountPasswordPolicy. */
export interface AccountPasswordPolicy extends LoadableResource<IAM.IAMClient, IAM.PasswordPolicy> {
  /** Calls DeleteAccountPasswordPolicy. */
  delete(
    input?: IAM.DeleteAccountPasswordPolicyCommandInput,
    options?: SendOptions,
  ): Promise<IAM.DeleteAccountPasswordPolicyCommandOutput>;
  /** Calls UpdateAccountPasswordPolicy. */
  update(
    input?: IAM.UpdateAccountPasswordPolicyCommandInput,
    options?: SendOptions,
  ): Promise<IAM.UpdateAccountPasswordPolicyCommandOutput>;
}

/** `iam.AccountSummary`; its attributes are loaded by GetAccountSummary. */
export type AccountSummary = LoadableResource<
  IAM.IAMClient,
  Answer<IAM.GetAccountSummaryCommandOutput>
>;

/** `iam.AssumeRolePolicy`. */
export interface AssumeRolePolicy extends Resource<IAM.IAMClient> {
  readonly roleName: string;
  /** Calls UpdateAssumeRolePolicy. */
  update(
    input: Filled<IAM.UpdateAssumeRolePolicyCommandInput, 'RoleName'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateAssumeRolePolicyCommandOutput>;
  Role(): Role;
}

/** `iam.CurrentUser`; its attributes are loaded by GetUser. */
export interface CurrentUser extends LoadableResource<IAM.IAMClient, IAM.User> {
  user(): Promise<User | undefined>;
  /** By ListAccessKeys. */
  readonly accessKeys: Collection<AccessKey, IAM.ListAccessKeysCommandInput>;
  /** By ListMFADevices. */
  readonly mfaDevices: Collection<MfaDevice, IAM.ListMFADevicesCommandInput>;
  /** By ListSigningCertificates. */
  readonly signingCertificates: Collection<
    SigningCertificate,
    IAM.ListSigningCertificatesCommandInput
  >;
}

/** `iam.Group`; its attributes are loaded by GetGroup. */
export interface Group extends LoadableResource<IAM.IAMClient, IAM.Group> {
  readonly name: string;
  readonly groupName: string;
  /** Calls AddUserToGroup. */
  addUser(
    input: Filled<IAM.AddUserToGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<IAM.AddUserToGroupCommandOutput>;
  /** Calls AttachGroupPolicy. */
  attachPolicy(
    input: Filled<IAM.AttachGroupPolicyCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<IAM.AttachGroupPolicyCommandOutput>;
  /** Calls CreateGroup. */
  create(
    input?: Filled<IAM.CreateGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<Group>;
  /** Calls PutGroupPolicy. */
  createPolicy(
    input: Filled<IAM.PutGroupPolicyCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<GroupPolicy>;
  /** Calls DeleteGroup. */
  delete(
    input?: Filled<IAM.DeleteGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteGroupCommandOutput>;
  /** Calls DetachGroupPolicy. */
  detachPolicy(
    input: Filled<IAM.DetachGroupPolicyCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<IAM.DetachGroupPolicyCommandOutput>;
  /** Calls RemoveUserFromGroup. */
  removeUser(
    input: Filled<IAM.RemoveUserFromGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<IAM.RemoveUserFromGroupCommandOutput>;
  /** Calls UpdateGroup. */
  update(
    input?: Filled<IAM.UpdateGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<Group>;
  Policy(name: string | { name: string }): GroupPolicy;
  /** By ListAttachedGroupPolicies. */
  readonly attachedPolicies: Collection<Policy, IAM.ListAttachedGroupPoliciesCommandInput>;
  /** By ListGroupPolicies. */
  readonly policies: Collection<GroupPolicy, IAM.ListGroupPoliciesCommandInput>;
  /** By GetGroup. */
  readonly users: Collection<User, IAM.GetGroupCommandInput>;
}

/** `iam.GroupPolicy`; its attributes are loaded by GetGroupPolicy. */
export interface GroupPolicy extends LoadableResource<
  IAM.IAMClient,
  WithDocuments<Answer<IAM.GetGroupPolicyCommandOutput>>
> {
  readonly groupName: string;
  readonly name: string;
  readonly policyName: string;
  /** Calls DeleteGroupPolicy. */
  delete(
    input?: Filled<IAM.DeleteGroupPolicyCommandInput, 'GroupName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteGroupPolicyCommandOutput>;
  /** Calls PutGroupPolicy. */
  put(
    input: Filled<IAM.PutGroupPolicyCommandInput, 'GroupName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.PutGroupPolicyCommandOutput>;
  Group(): Group;
}

/** `iam.InstanceProfile`; its attributes are loaded by GetInstanceProfile. */
export interface InstanceProfile extends LoadableResource<IAM.IAMClient, IAM.InstanceProfile> {
  readonly name: string;
  readonly instanceProfileName: string;
  /** Calls AddRoleToInstanceProfile. */
  addRole(
    input: Filled<IAM.AddRoleToInstanceProfileCommandInput, 'InstanceProfileName'>,
    options?: SendOptions,
  ): Promise<IAM.AddRoleToInstanceProfileCommandOutput>;
  /** Calls DeleteInstanceProfile. */
  delete(
    input?: Filled<IAM.DeleteInstanceProfileCommandInput, 'InstanceProfileName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteInstanceProfileCommandOutput>;
  /** Calls RemoveRoleFromInstanceProfile. */
  removeRole(
    input: Filled<IAM.RemoveRoleFromInstanceProfileCommandInput, 'InstanceProfileName'>,
    options?: SendOptions,
  ): Promise<IAM.RemoveRoleFromInstanceProfileCommandOutput>;
  roles(): Promise<Role[] | undefined>;
}

/** `iam.LoginProfile`; its attributes are loaded by GetLoginProfile. */
export interface LoginProfile extends LoadableResource<IAM.IAMClient, IAM.LoginProfile> {
  readonly userName: string;
  /** Calls CreateLoginProfile. */
  create(
    input?: Filled<IAM.CreateLoginProfileCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<LoginProfile>;
  /** Calls DeleteLoginProfile. */
  delete(
    input?: Filled<IAM.DeleteLoginProfileCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteLoginProfileCommandOutput>;
  /** Calls UpdateLoginProfile. */
  update(
    input?: Filled<IAM.UpdateLoginProfileCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateLoginProfileCommandOutput>;
  User(): User;
}

/** `iam.MfaDevice`. */
export interface MfaDevice extends ResourceWithData<IAM.IAMClient, IAM.MFADevice> {
  readonly userName: string;
  readonly serialNumber: string;
  /** Calls EnableMFADevice. */
  associate(
    input: Filled<IAM.EnableMFADeviceCommandInput, 'UserName' | 'SerialNumber'>,
    options?: SendOptions,
  ): Promise<IAM.EnableMFADeviceCommandOutput>;
  /** Calls DeactivateMFADevice. */
  disassociate(
    input?: Filled<IAM.DeactivateMFADeviceCommandInput, 'UserName' | 'SerialNumber'>,
    options?: SendOptions,
  ): Promise<IAM.DeactivateMFADeviceCommandOutput>;
  /** Calls ResyncMFADevice. */
  resync(
    input: Filled<IAM.ResyncMFADeviceCommandInput, 'UserName' | 'SerialNumber'>,
    options?: SendOptions,
  ): Promise<IAM.ResyncMFADeviceCommandOutput>;
  User(): User;
}

/** `iam.Policy`; its attributes are loaded by GetPolicy. */
export interface Policy extends LoadableResource<IAM.IAMClient, IAM.Policy> {
  readonly arn: string;
  /** Calls AttachGroupPolicy. */
  attachGroup(
    input: Filled<IAM.AttachGroupPolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.AttachGroupPolicyCommandOutput>;
  /** Calls AttachRolePolicy. */
  attachRole(
    input: Filled<IAM.AttachRolePolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.AttachRolePolicyCommandOutput>;
  /** Calls AttachUserPolicy. */
  attachUser(
    input: Filled<IAM.AttachUserPolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.AttachUserPolicyCommandOutput>;
  /** Calls CreatePolicyVersion. */
  createVersion(
    input: Filled<IAM.CreatePolicyVersionCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<PolicyVersion>;
  /** Calls DeletePolicy. */
  delete(
    input?: Filled<IAM.DeletePolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.DeletePolicyCommandOutput>;
  /** Calls DetachGroupPolicy. */
  detachGroup(
    input: Filled<IAM.DetachGroupPolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.DetachGroupPolicyCommandOutput>;
  /** Calls DetachRolePolicy. */
  detachRole(
    input: Filled<IAM.DetachRolePolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.DetachRolePolicyCommandOutput>;
  /** Calls DetachUserPolicy. */
  detachUser(
    input: Filled<IAM.DetachUserPolicyCommandInput, 'PolicyArn'>,
    options?: SendOptions,
  ): Promise<IAM.DetachUserPolicyCommandOutput>;
  defaultVersion(): Promise<PolicyVersion | undefined>;
  /** By ListEntitiesForPolicy. */
  readonly attachedGroups: Collection<Group, IAM.ListEntitiesForPolicyCommandInput>;
  /** By ListEntitiesForPolicy. */
  readonly attachedRoles: Collection<Role, IAM.ListEntitiesForPolicyCommandInput>;
  /** By ListEntitiesForPolicy. */
  readonly attachedUsers: Collection<User, IAM.ListEntitiesForPolicyCommandInput>;
  /** By ListPolicyVersions. */
  readonly versions: Collection<PolicyVersion, IAM.ListPolicyVersionsCommandInput>;
}

/** `iam.PolicyVersion`; its attributes are loaded by GetPolicyVersion. */
export interface PolicyVersion extends LoadableResource<
  IAM.IAMClient,
  WithDocuments<IAM.PolicyVersion>
> {
  readonly arn: string;
  readonly versionId: string;
  /** Calls DeletePolicyVersion. */
  delete(
    input?: Filled<IAM.DeletePolicyVersionCommandInput, 'PolicyArn' | 'VersionId'>,
    options?: SendOptions,
  ): Promise<IAM.DeletePolicyVersionCommandOutput>;
  /** Calls SetDefaultPolicyVersion. */
  setAsDefault(
    input?: Filled<IAM.SetDefaultPolicyVersionCommandInput, 'PolicyArn' | 'VersionId'>,
    options?: SendOptions,
  ): Promise<IAM.SetDefaultPolicyVersionCommandOutput>;
}

/** `iam.Role`; its attributes are loaded by GetRole. */
export interface Role extends LoadableResource<IAM.IAMClient, WithDocuments<IAM.Role>> {
  readonly name: string;
  readonly roleName: string;
  /** Calls AttachRolePolicy. */
  attachPolicy(
    input: Filled<IAM.AttachRolePolicyCommandInput, 'RoleName'>,
    options?: SendOptions,
  ): Promise<IAM.AttachRolePolicyCommandOutput>;
  /** Calls DeleteRole. */
  delete(
    input?: Filled<IAM.DeleteRoleCommandInput, 'RoleName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteRoleCommandOutput>;
  /** Calls DetachRolePolicy. */
  detachPolicy(
    input: Filled<IAM.DetachRolePolicyCommandInput, 'RoleName'>,
    options?: SendOptions,
  ): Promise<IAM.DetachRolePolicyCommandOutput>;
  AssumeRolePolicy(): AssumeRolePolicy;
  Policy(name: string | { name: string }): RolePolicy;
  /** By ListAttachedRolePolicies. */
  readonly attachedPolicies: Collection<Policy, IAM.ListAttachedRolePoliciesCommandInput>;
  /** By ListInstanceProfilesForRole. */
  readonly instanceProfiles: Collection<
    InstanceProfile,
    IAM.ListInstanceProfilesForRoleCommandInput
  >;
  /** By ListRolePolicies. */
  readonly policies: Collection<RolePolicy, IAM.ListRolePoliciesCommandInput>;
}

/** `iam.RolePolicy`; its attributes are loaded by GetRolePolicy. */
export interface RolePolicy extends LoadableResource<
  IAM.IAMClient,
  WithDocuments<Answer<IAM.GetRolePolicyCommandOutput>>
> {
  readonly roleName: string;
  readonly name: string;
  readonly policyName: string;
  /** Calls DeleteRolePolicy. */
  delete(
    input?: Filled<IAM.DeleteRolePolicyCommandInput, 'RoleName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteRolePolicyCommandOutput>;
  /** Calls PutRolePolicy. */
  put(
    input: Filled<IAM.PutRolePolicyCommandInput, 'RoleName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.PutRolePolicyCommandOutput>;
  Role(): Role;
}

/** `iam.SamlProvider`; its attributes are loaded by GetSAMLProvider. */
export interface SamlProvider extends LoadableResource<
  IAM.IAMClient,
  Answer<IAM.GetSAMLProviderCommandOutput>
> {
  readonly arn: string;
  /** Calls DeleteSAMLProvider. */
  delete(
    input?: Filled<IAM.DeleteSAMLProviderCommandInput, 'SAMLProviderArn'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteSAMLProviderCommandOutput>;
  /** Calls UpdateSAMLProvider. */
  update(
    input?: Filled<IAM.UpdateSAMLProviderCommandInput, 'SAMLProviderArn'>,
    options?: SendOptions,
  ): Promise<IAM.UpdateSAMLProviderCommandOutput>;
}

/** `iam.ServerCertificate`; its attributes are loaded by GetServerCertificate. */
export interface ServerCertificate extends LoadableResource<IAM.IAMClient, IAM.ServerCertificate> {
  readonly name: string;
  /** Calls DeleteServerCertificate. */
  delete(
    input?: Filled<IAM.DeleteServerCertificateCommandInput, 'ServerCertificateName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteServerCertificateCommandOutput>;
  /** Calls UpdateServerCertificate. */
  update(
    input?: Filled<IAM.UpdateServerCertificateCommandInput, 'ServerCertificateName'>,
    options?: SendOptions,
  ): Promise<ServerCertificate>;
}

/** `iam.SigningCertificate`. */
export interface SigningCertificate extends ResourceWithData<
  IAM.IAMClient,
  IAM.SigningCertificate
> {
  readonly userName: string;
  readonly id: string;
  readonly certificateId: string;
  /** Calls UpdateSigningCertificate. */
  activate(
    input?: Filled<
      IAM.UpdateSigningCertificateCommandInput,
      'UserName' | 'CertificateId' | 'Status'
    >,
    options?: SendOptions,
  ): Promise<IAM.UpdateSigningCertificateCommandOutput>;
  /** Calls UpdateSigningCertificate. */
  deactivate(
    input?: Filled<
      IAM.UpdateSigningCertificateCommandInput,
      'UserName' | 'CertificateId' | 'Status'
    >,
    options?: SendOptions,
  ): Promise<IAM.UpdateSigningCertificateCommandOutput>;
  /** Calls DeleteSigningCertificate. */
  delete(
    input?: Filled<IAM.DeleteSigningCertificateCommandInput, 'UserName' | 'CertificateId'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteSigningCertificateCommandOutput>;
  User(): User;
}

/** `iam.User`; its attributes are loaded by GetUser. */
export interface User extends LoadableResource<IAM.IAMClient, IAM.User> {
  readonly name: string;
  readonly userName: string;
  /** Calls AddUserToGroup. */
  addGroup(
    input: Filled<IAM.AddUserToGroupCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.AddUserToGroupCommandOutput>;
  /** Calls AttachUserPolicy. */
  attachPolicy(
    input: Filled<IAM.AttachUserPolicyCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.AttachUserPolicyCommandOutput>;
  /** Calls CreateUser. */
  create(
    input?: Filled<IAM.CreateUserCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<User>;
  /** Calls CreateAccessKey. */
  createAccessKeyPair(
    input?: Filled<IAM.CreateAccessKeyCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<AccessKeyPair>;
  /** Calls CreateLoginProfile. */
  createLoginProfile(
    input?: Filled<IAM.CreateLoginProfileCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<LoginProfile>;
  /** Calls PutUserPolicy. */
  createPolicy(
    input: Filled<IAM.PutUserPolicyCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<UserPolicy>;
  /** Calls DeleteUser. */
  delete(
    input?: Filled<IAM.DeleteUserCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteUserCommandOutput>;
  /** Calls DetachUserPolicy. */
  detachPolicy(
    input: Filled<IAM.DetachUserPolicyCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.DetachUserPolicyCommandOutput>;
  /** Calls EnableMFADevice. */
  enableMfa(
    input: Filled<IAM.EnableMFADeviceCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<MfaDevice>;
  /** Calls RemoveUserFromGroup. */
  removeGroup(
    input: Filled<IAM.RemoveUserFromGroupCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<IAM.RemoveUserFromGroupCommandOutput>;
  /** Calls UpdateUser. */
  update(
    input?: Filled<IAM.UpdateUserCommandInput, 'UserName'>,
    options?: SendOptions,
  ): Promise<User>;
  AccessKey(id: string | { id: string }): AccessKey;
  LoginProfile(): LoginProfile;
  MfaDevice(serialNumber: string | { serialNumber: string }): MfaDevice;
  Policy(name: string | { name: string }): UserPolicy;
  SigningCertificate(id: string | { id: string }): SigningCertificate;
  /** By ListAccessKeys. */
  readonly accessKeys: Collection<AccessKey, IAM.ListAccessKeysCommandInput>;
  /** By ListAttachedUserPolicies. */
  readonly attachedPolicies: Collection<Policy, IAM.ListAttachedUserPoliciesCommandInput>;
  /** By ListGroupsForUser. */
  readonly groups: Collection<Group, IAM.ListGroupsForUserCommandInput>;
  /** By ListMFADevices. */
  readonly mfaDevices: Collection<MfaDevice, IAM.ListMFADevicesCommandInput>;
  /** By ListUserPolicies. */
  readonly policies: Collection<UserPolicy, IAM.ListUserPoliciesCommandInput>;
  /** By ListSigningCertificates. */
  readonly signingCertificates: Collection<
    SigningCertificate,
    IAM.ListSigningCertificatesCommandInput
  >;
}

/** `iam.UserPolicy`; its attributes are loaded by GetUserPolicy. */
export interface UserPolicy extends LoadableResource<
  IAM.IAMClient,
  WithDocuments<Answer<IAM.GetUserPolicyCommandOutput>>
> {
  readonly userName: string;
  readonly name: string;
  readonly policyName: string;
  /** Calls DeleteUserPolicy. */
  delete(
    input?: Filled<IAM.DeleteUserPolicyCommandInput, 'UserName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteUserPolicyCommandOutput>;
  /** Calls PutUserPolicy. */
  put(
    input: Filled<IAM.PutUserPolicyCommandInput, 'UserName' | 'PolicyName'>,
    options?: SendOptions,
  ): Promise<IAM.PutUserPolicyCommandOutput>;
  User(): User;
}

/** `iam.VirtualMfaDevice`. */
export interface VirtualMfaDevice extends ResourceWithData<IAM.IAMClient, IAM.VirtualMFADevice> {
  readonly serialNumber: string;
  /** Calls DeleteVirtualMFADevice. */
  delete(
    input?: Filled<IAM.DeleteVirtualMFADeviceCommandInput, 'SerialNumber'>,
    options?: SendOptions,
  ): Promise<IAM.DeleteVirtualMFADeviceCommandOutput>;
  user(): Promise<User | undefined>;
}
