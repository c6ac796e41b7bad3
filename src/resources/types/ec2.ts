/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as EC2 from '@aws-sdk/client-ec2';
import type {
  Batched,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
  WaiterOptions,
} from './shared.js';

/** EC2: what `resource(client)` gives. */
export interface ServiceResource extends Resource<EC2.EC2Client> {
  /** Calls CreateDhcpOptions. */
  createDhcpOptions(
    input: EC2.CreateDhcpOptionsCommandInput,
    options?: SendOptions,
  ): Promise<DhcpOptions>;
  /** Calls RunInstances. */
  createInstances(input: EC2.RunInstancesCommandInput, options?: SendOptions): Promise<Instance[]>;
  /** Calls CreateInternetGateway. */
  createInternetGateway(
    input?: EC2.CreateInternetGatewayCommandInput,
    options?: SendOptions,
  ): Promise<InternetGateway>;
  /** Calls CreateKeyPair. */
  createKeyPair(input: EC2.CreateKeyPairCommandInput, options?: SendOptions): Promise<KeyPair>;
  /** Calls CreateNetworkAcl. */
  createNetworkAcl(
    input: EC2.CreateNetworkAclCommandInput,
    options?: SendOptions,
  ): Promise<NetworkAcl>;
  /** Calls CreateNetworkInterface. */
  createNetworkInterface(
    input: EC2.CreateNetworkInterfaceCommandInput,
    options?: SendOptions,
  ): Promise<NetworkInterface>;
  /** Calls CreatePlacementGroup. */
  createPlacementGroup(
    input?: EC2.CreatePlacementGroupCommandInput,
    options?: SendOptions,
  ): Promise<PlacementGroup>;
  /** Calls CreateRouteTable. */
  createRouteTable(
    input: EC2.CreateRouteTableCommandInput,
    options?: SendOptions,
  ): Promise<RouteTable>;
  /** Calls CreateSecurityGroup. */
  createSecurityGroup(
    input: EC2.CreateSecurityGroupCommandInput,
    options?: SendOptions,
  ): Promise<SecurityGroup>;
  /** Calls CreateSnapshot. */
  createSnapshot(input: EC2.CreateSnapshotCommandInput, options?: SendOptions): Promise<Snapshot>;
  /** Calls CreateSubnet. */
  createSubnet(input: EC2.CreateSubnetCommandInput, options?: SendOptions): Promise<Subnet>;
  /** Calls CreateVolume. */
  createVolume(input?: EC2.CreateVolumeCommandInput, options?: SendOptions): Promise<Volume>;
  /** Calls CreateVpc. */
  createVpc(input?: EC2.CreateVpcCommandInput, options?: SendOptions): Promise<Vpc>;
  /** Calls CreateVpcPeeringConnection. */
  createVpcPeeringConnection(
    input: EC2.CreateVpcPeeringConnectionCommandInput,
    options?: SendOptions,
  ): Promise<VpcPeeringConnection>;
  /** Calls DisassociateRouteTable. */
  disassociateRouteTable(
    input: EC2.DisassociateRouteTableCommandInput,
    options?: SendOptions,
  ): Promise<EC2.DisassociateRouteTableCommandOutput>;
  /** Calls ImportKeyPair. */
  importKeyPair(input: EC2.ImportKeyPairCommandInput, options?: SendOptions): Promise<KeyPairInfo>;
  /** Calls RegisterImage. */
  registerImage(input: EC2.RegisterImageCommandInput, options?: SendOptions): Promise<Image>;
  KeyPair(name: string | { name: string }): KeyPairInfo;
  ClassicAddress(publicIp: string | { publicIp: string }): ClassicAddress;
  DhcpOptions(id: string | { id: string }): DhcpOptions;
  Image(id: string | { id: string }): Image;
  Instance(id: string | { id: string }): Instance;
  InternetGateway(id: string | { id: string }): InternetGateway;
  NetworkAcl(id: string | { id: string }): NetworkAcl;
  NetworkInterface(id: string | { id: string }): NetworkInterface;
  NetworkInterfaceAssociation(id: string | { id: string }): NetworkInterfaceAssociation;
  PlacementGroup(name: string | { name: string }): PlacementGroup;
  Route(routeTableId: string, destinationCidrBlock: string): Route;
  Route(identifiers: { routeTableId: string; destinationCidrBlock: string }): Route;
  RouteTable(id: string | { id: string }): RouteTable;
  RouteTableAssociation(id: string | { id: string }): RouteTableAssociation;
  SecurityGroup(id: string | { id: string }): SecurityGroup;
  Snapshot(id: string | { id: string }): Snapshot;
  Subnet(id: string | { id: string }): Subnet;
  Tag(resourceId: string, key: string, value: string): Tag;
  Tag(identifiers: { resourceId: string; key: string; value: string }): Tag;
  Volume(id: string | { id: string }): Volume;
  Vpc(id: string | { id: string }): Vpc;
  VpcAddress(allocationId: string | { allocationId: string }): VpcAddress;
  VpcPeeringConnection(id: string | { id: string }): VpcPeeringConnection;
  /** By DescribeAddresses. */
  readonly classicAddresses: Collection<ClassicAddress, EC2.DescribeAddressesCommandInput>;
  /** By DescribeDhcpOptions. */
  readonly dhcpOptionsSets: Collection<DhcpOptions, EC2.DescribeDhcpOptionsCommandInput>;
  /** By DescribeImages. */
  readonly images: Collection<Image, EC2.DescribeImagesCommandInput>;
  /** By DescribeInstances. */
  readonly instances: InstanceCollection<EC2.DescribeInstancesCommandInput>;
  /** By DescribeInternetGateways. */
  readonly internetGateways: Collection<InternetGateway, EC2.DescribeInternetGatewaysCommandInput>;
  /** By DescribeKeyPairs. */
  readonly keyPairs: Collection<KeyPairInfo, EC2.DescribeKeyPairsCommandInput>;
  /** By DescribeNetworkAcls. */
  readonly networkAcls: Collection<NetworkAcl, EC2.DescribeNetworkAclsCommandInput>;
  /** By DescribeNetworkInterfaces. */
  readonly networkInterfaces: Collection<
    NetworkInterface,
    EC2.DescribeNetworkInterfacesCommandInput
  >;
  /** By DescribePlacementGroups. */
  readonly placementGroups: Collection<PlacementGroup, EC2.DescribePlacementGroupsCommandInput>;
  /** By DescribeRouteTables. */
  readonly routeTables: Collection<RouteTable, EC2.DescribeRouteTablesCommandInput>;
  /** By DescribeSecurityGroups. */
  readonly securityGroups: Collection<SecurityGroup, EC2.DescribeSecurityGroupsCommandInput>;
  /** By DescribeSnapshots. */
  readonly snapshots: Collection<Snapshot, EC2.DescribeSnapshotsCommandInput>;
  /** By DescribeSubnets. */
  readonly subnets: Collection<Subnet, EC2.DescribeSubnetsCommandInput>;
  /** By DescribeVolumes. */
  readonly volumes: Collection<Volume, EC2.DescribeVolumesCommandInput>;
  /** By DescribeAddresses. */
  readonly vpcAddresses: Collection<VpcAddress, EC2.DescribeAddressesCommandInput>;
  /** By DescribeVpcPeeringConnections. */
  readonly vpcPeeringConnections: Collection<
    VpcPeeringConnection,
    EC2.DescribeVpcPeeringConnectionsCommandInput
  >;
  /** By DescribeVpcs. */
  readonly vpcs: Collection<Vpc, EC2.DescribeVpcsCommandInput>;
  /** Calls CreateTags; gives a tag for each tag of each resource. */
  createTags(input: EC2.CreateTagsCommandInput, options?: SendOptions): Promise<Tag[]>;
}

/** `ec2.ClassicAddress`; its attributes are loaded by DescribeAddresses. */
export interface ClassicAddress extends LoadableResource<EC2.EC2Client, EC2.Address> {
  readonly publicIp: string;
  /** Calls AssociateAddress. */
  associate(
    input?: Filled<EC2.AssociateAddressCommandInput, 'PublicIp'>,
    options?: SendOptions,
  ): Promise<EC2.AssociateAddressCommandOutput>;
  /** Calls DisassociateAddress. */
  disassociate(
    input?: Filled<EC2.DisassociateAddressCommandInput, 'PublicIp'>,
    options?: SendOptions,
  ): Promise<EC2.DisassociateAddressCommandOutput>;
  /** Calls ReleaseAddress. */
  release(
    input?: Filled<EC2.ReleaseAddressCommandInput, 'PublicIp'>,
    options?: SendOptions,
  ): Promise<EC2.ReleaseAddressCommandOutput>;
}

/** `ec2.DhcpOptions`; its attributes are loaded by DescribeDhcpOptions. */
export interface DhcpOptions extends LoadableResource<EC2.EC2Client, EC2.DhcpOptions> {
  readonly id: string;
  readonly dhcpOptionsId: string;
  /** Calls AssociateDhcpOptions. */
  associateWithVpc(
    input: Filled<EC2.AssociateDhcpOptionsCommandInput, 'DhcpOptionsId'>,
    options?: SendOptions,
  ): Promise<EC2.AssociateDhcpOptionsCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteDhcpOptions. */
  delete(
    input?: Filled<EC2.DeleteDhcpOptionsCommandInput, 'DhcpOptionsId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteDhcpOptionsCommandOutput>;
}

/** `ec2.Image`; its attributes are loaded by DescribeImages. */
export interface Image extends LoadableResource<EC2.EC2Client, EC2.Image> {
  readonly id: string;
  readonly imageId: string;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeregisterImage. */
  deregister(
    input?: Filled<EC2.DeregisterImageCommandInput, 'ImageId'>,
    options?: SendOptions,
  ): Promise<EC2.DeregisterImageCommandOutput>;
  /** Calls DescribeImageAttribute. */
  describeAttribute(
    input: Filled<EC2.DescribeImageAttributeCommandInput, 'ImageId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeImageAttributeCommandOutput>;
  /** Calls ModifyImageAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifyImageAttributeCommandInput, 'ImageId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifyImageAttributeCommandOutput>;
  /** Calls ResetImageAttribute. */
  resetAttribute(
    input: Filled<EC2.ResetImageAttributeCommandInput, 'ImageId'>,
    options?: SendOptions,
  ): Promise<EC2.ResetImageAttributeCommandOutput>;
  waitUntilExists(
    input?: Partial<Parameters<typeof EC2.waitUntilImageExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

/** `ec2.Instance`; its attributes are loaded by DescribeInstances. */
export interface Instance
  extends LoadableResource<EC2.EC2Client, EC2.Instance>, Batched<InstanceBatch> {
  readonly id: string;
  readonly instanceId: string;
  /** Calls AttachClassicLinkVpc. */
  attachClassicLinkVpc(
    input: Filled<EC2.AttachClassicLinkVpcCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachClassicLinkVpcCommandOutput>;
  /** Calls AttachVolume. */
  attachVolume(
    input: Filled<EC2.AttachVolumeCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachVolumeCommandOutput>;
  /** Calls GetConsoleOutput. */
  consoleOutput(
    input?: Filled<EC2.GetConsoleOutputCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.GetConsoleOutputCommandOutput>;
  /** Calls CreateImage. */
  createImage(
    input: Filled<EC2.CreateImageCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<Image>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DescribeInstanceAttribute. */
  describeAttribute(
    input: Filled<EC2.DescribeInstanceAttributeCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeInstanceAttributeCommandOutput>;
  /** Calls DetachClassicLinkVpc. */
  detachClassicLinkVpc(
    input: Filled<EC2.DetachClassicLinkVpcCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachClassicLinkVpcCommandOutput>;
  /** Calls DetachVolume. */
  detachVolume(
    input: Filled<EC2.DetachVolumeCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachVolumeCommandOutput>;
  /** Calls ModifyInstanceAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifyInstanceAttributeCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifyInstanceAttributeCommandOutput>;
  /** Calls MonitorInstances. */
  monitor(
    input?: Filled<EC2.MonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.MonitorInstancesCommandOutput>;
  /** Calls GetPasswordData. */
  passwordData(
    input?: Filled<EC2.GetPasswordDataCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.GetPasswordDataCommandOutput>;
  /** Calls RebootInstances. */
  reboot(
    input?: Filled<EC2.RebootInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.RebootInstancesCommandOutput>;
  /** Calls ReportInstanceStatus. */
  reportStatus(
    input: Filled<EC2.ReportInstanceStatusCommandInput, 'Instances'>,
    options?: SendOptions,
  ): Promise<EC2.ReportInstanceStatusCommandOutput>;
  /** Calls ResetInstanceAttribute. */
  resetAttribute(
    input: Filled<EC2.ResetInstanceAttributeCommandInput, 'InstanceId'>,
    options?: SendOptions,
  ): Promise<EC2.ResetInstanceAttributeCommandOutput>;
  /** Calls ResetInstanceAttribute. */
  resetKernel(
    input?: Filled<EC2.ResetInstanceAttributeCommandInput, 'InstanceId' | 'Attribute'>,
    options?: SendOptions,
  ): Promise<EC2.ResetInstanceAttributeCommandOutput>;
  /** Calls ResetInstanceAttribute. */
  resetRamdisk(
    input?: Filled<EC2.ResetInstanceAttributeCommandInput, 'InstanceId' | 'Attribute'>,
    options?: SendOptions,
  ): Promise<EC2.ResetInstanceAttributeCommandOutput>;
  /** Calls ResetInstanceAttribute. */
  resetSourceDestCheck(
    input?: Filled<EC2.ResetInstanceAttributeCommandInput, 'InstanceId' | 'Attribute'>,
    options?: SendOptions,
  ): Promise<EC2.ResetInstanceAttributeCommandOutput>;
  /** Calls StartInstances. */
  start(
    input?: Filled<EC2.StartInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StartInstancesCommandOutput>;
  /** Calls StopInstances. */
  stop(
    input?: Filled<EC2.StopInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StopInstancesCommandOutput>;
  /** Calls TerminateInstances. */
  terminate(
    input?: Filled<EC2.TerminateInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.TerminateInstancesCommandOutput>;
  /** Calls UnmonitorInstances. */
  unmonitor(
    input?: Filled<EC2.UnmonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.UnmonitorInstancesCommandOutput>;
  classicAddress(): Promise<ClassicAddress | undefined>;
  image(): Promise<Image | undefined>;
  keyPair(): Promise<KeyPairInfo | undefined>;
  networkInterfaces(): Promise<NetworkInterface[] | undefined>;
  placementGroup(): Promise<PlacementGroup | undefined>;
  subnet(): Promise<Subnet | undefined>;
  vpc(): Promise<Vpc | undefined>;
  /** By DescribeVolumes. */
  readonly volumes: Collection<Volume, EC2.DescribeVolumesCommandInput>;
  /** By DescribeAddresses. */
  readonly vpcAddresses: Collection<VpcAddress, EC2.DescribeAddressesCommandInput>;
  waitUntilExists(
    input?: Partial<Parameters<typeof EC2.waitUntilInstanceExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilRunning(
    input?: Partial<Parameters<typeof EC2.waitUntilInstanceRunning>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilStopped(
    input?: Partial<Parameters<typeof EC2.waitUntilInstanceStopped>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilTerminated(
    input?: Partial<Parameters<typeof EC2.waitUntilInstanceTerminated>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  /** Calls DeleteTags. */
  deleteTags(
    input?: Filled<EC2.DeleteTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteTagsCommandOutput>;
}

export interface InstanceBatch {
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<EC2.CreateTagsCommandOutput>;
  /** Calls MonitorInstances. */
  monitor(
    input?: Filled<EC2.MonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.MonitorInstancesCommandOutput>;
  /** Calls RebootInstances. */
  reboot(
    input?: Filled<EC2.RebootInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.RebootInstancesCommandOutput>;
  /** Calls StartInstances. */
  start(
    input?: Filled<EC2.StartInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StartInstancesCommandOutput>;
  /** Calls StopInstances. */
  stop(
    input?: Filled<EC2.StopInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StopInstancesCommandOutput>;
  /** Calls TerminateInstances. */
  terminate(
    input?: Filled<EC2.TerminateInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.TerminateInstancesCommandOutput>;
  /** Calls UnmonitorInstances. */
  unmonitor(
    input?: Filled<EC2.UnmonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.UnmonitorInstancesCommandOutput>;
}

export interface InstanceCollection<Input> extends Collection<Instance, Input> {
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<EC2.CreateTagsCommandOutput[]>;
  /** Calls MonitorInstances. */
  monitor(
    input?: Filled<EC2.MonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.MonitorInstancesCommandOutput[]>;
  /** Calls RebootInstances. */
  reboot(
    input?: Filled<EC2.RebootInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.RebootInstancesCommandOutput[]>;
  /** Calls StartInstances. */
  start(
    input?: Filled<EC2.StartInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StartInstancesCommandOutput[]>;
  /** Calls StopInstances. */
  stop(
    input?: Filled<EC2.StopInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.StopInstancesCommandOutput[]>;
  /** Calls TerminateInstances. */
  terminate(
    input?: Filled<EC2.TerminateInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.TerminateInstancesCommandOutput[]>;
  /** Calls UnmonitorInstances. */
  unmonitor(
    input?: Filled<EC2.UnmonitorInstancesCommandInput, 'InstanceIds'>,
    options?: SendOptions,
  ): Promise<EC2.UnmonitorInstancesCommandOutput[]>;
}

/** `ec2.InternetGateway`; its attributes are loaded by DescribeInternetGateways. */
export interface InternetGateway extends LoadableResource<EC2.EC2Client, EC2.InternetGateway> {
  readonly id: string;
  readonly internetGatewayId: string;
  /** Calls AttachInternetGateway. */
  attachToVpc(
    input: Filled<EC2.AttachInternetGatewayCommandInput, 'InternetGatewayId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachInternetGatewayCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteInternetGateway. */
  delete(
    input?: Filled<EC2.DeleteInternetGatewayCommandInput, 'InternetGatewayId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteInternetGatewayCommandOutput>;
  /** Calls DetachInternetGateway. */
  detachFromVpc(
    input: Filled<EC2.DetachInternetGatewayCommandInput, 'InternetGatewayId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachInternetGatewayCommandOutput>;
}

/** `ec2.KeyPair`. */
export interface KeyPair extends ResourceWithData<EC2.EC2Client, EC2.KeyPair> {
  readonly name: string;
  readonly keyName: string;
  /** Calls DeleteKeyPair. */
  delete(
    input?: Filled<EC2.DeleteKeyPairCommandInput, 'KeyName'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteKeyPairCommandOutput>;
}

/** `ec2.KeyPairInfo`; its attributes are loaded by DescribeKeyPairs. */
export interface KeyPairInfo extends LoadableResource<EC2.EC2Client, EC2.KeyPairInfo> {
  readonly name: string;
  readonly keyName: string;
  /** Calls DeleteKeyPair. */
  delete(
    input?: Filled<EC2.DeleteKeyPairCommandInput, 'KeyName'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteKeyPairCommandOutput>;
}

/** `ec2.NetworkAcl`; its attributes are loaded by DescribeNetworkAcls. */
export interface NetworkAcl extends LoadableResource<EC2.EC2Client, EC2.NetworkAcl> {
  readonly id: string;
  readonly networkAclId: string;
  /** Calls CreateNetworkAclEntry. */
  createEntry(
    input: Filled<EC2.CreateNetworkAclEntryCommandInput, 'NetworkAclId'>,
    options?: SendOptions,
  ): Promise<EC2.CreateNetworkAclEntryCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteNetworkAcl. */
  delete(
    input?: Filled<EC2.DeleteNetworkAclCommandInput, 'NetworkAclId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteNetworkAclCommandOutput>;
  /** Calls DeleteNetworkAclEntry. */
  deleteEntry(
    input: Filled<EC2.DeleteNetworkAclEntryCommandInput, 'NetworkAclId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteNetworkAclEntryCommandOutput>;
  /** Calls ReplaceNetworkAclAssociation. */
  replaceAssociation(
    input: Filled<EC2.ReplaceNetworkAclAssociationCommandInput, 'NetworkAclId'>,
    options?: SendOptions,
  ): Promise<EC2.ReplaceNetworkAclAssociationCommandOutput>;
  /** Calls ReplaceNetworkAclEntry. */
  replaceEntry(
    input: Filled<EC2.ReplaceNetworkAclEntryCommandInput, 'NetworkAclId'>,
    options?: SendOptions,
  ): Promise<EC2.ReplaceNetworkAclEntryCommandOutput>;
  vpc(): Promise<Vpc | undefined>;
}

/** `ec2.NetworkInterface`; its attributes are loaded by DescribeNetworkInterfaces. */
export interface NetworkInterface extends LoadableResource<EC2.EC2Client, EC2.NetworkInterface> {
  readonly id: string;
  readonly networkInterfaceId: string;
  /** Calls AssignPrivateIpAddresses. */
  assignPrivateIpAddresses(
    input?: Filled<EC2.AssignPrivateIpAddressesCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.AssignPrivateIpAddressesCommandOutput>;
  /** Calls AttachNetworkInterface. */
  attach(
    input: Filled<EC2.AttachNetworkInterfaceCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachNetworkInterfaceCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteNetworkInterface. */
  delete(
    input?: Filled<EC2.DeleteNetworkInterfaceCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteNetworkInterfaceCommandOutput>;
  /** Calls DescribeNetworkInterfaceAttribute. */
  describeAttribute(
    input?: Filled<EC2.DescribeNetworkInterfaceAttributeCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeNetworkInterfaceAttributeCommandOutput>;
  /** Calls DetachNetworkInterface. */
  detach(
    input?: Filled<EC2.DetachNetworkInterfaceCommandInput, 'AttachmentId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachNetworkInterfaceCommandOutput>;
  /** Calls ModifyNetworkInterfaceAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifyNetworkInterfaceAttributeCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifyNetworkInterfaceAttributeCommandOutput>;
  /** Calls ResetNetworkInterfaceAttribute. */
  resetAttribute(
    input?: Filled<EC2.ResetNetworkInterfaceAttributeCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.ResetNetworkInterfaceAttributeCommandOutput>;
  /** Calls UnassignPrivateIpAddresses. */
  unassignPrivateIpAddresses(
    input?: Filled<EC2.UnassignPrivateIpAddressesCommandInput, 'NetworkInterfaceId'>,
    options?: SendOptions,
  ): Promise<EC2.UnassignPrivateIpAddressesCommandOutput>;
  association(): Promise<NetworkInterfaceAssociation | undefined>;
  subnet(): Promise<Subnet | undefined>;
  vpc(): Promise<Vpc | undefined>;
}

/** `ec2.NetworkInterfaceAssociation`; its attributes are loaded by DescribeNetworkInterfaces. */
export interface NetworkInterfaceAssociation extends LoadableResource<
  EC2.EC2Client,
  EC2.NetworkInterfaceAssociation
> {
  readonly id: string;
  /** Calls DisassociateAddress. */
  delete(
    input?: Filled<EC2.DisassociateAddressCommandInput, 'AssociationId'>,
    options?: SendOptions,
  ): Promise<EC2.DisassociateAddressCommandOutput>;
  address(): Promise<VpcAddress | undefined>;
}

/** `ec2.PlacementGroup`; its attributes are loaded by DescribePlacementGroups. */
export interface PlacementGroup extends LoadableResource<EC2.EC2Client, EC2.PlacementGroup> {
  readonly name: string;
  readonly groupName: string;
  /** Calls DeletePlacementGroup. */
  delete(
    input?: Filled<EC2.DeletePlacementGroupCommandInput, 'GroupName'>,
    options?: SendOptions,
  ): Promise<EC2.DeletePlacementGroupCommandOutput>;
  /** By DescribeInstances. */
  readonly instances: InstanceCollection<EC2.DescribeInstancesCommandInput>;
}

/** `ec2.Route`. */
export interface Route extends ResourceWithData<EC2.EC2Client, EC2.Route> {
  readonly routeTableId: string;
  readonly destinationCidrBlock: string;
  /** Calls DeleteRoute. */
  delete(
    input?: Filled<EC2.DeleteRouteCommandInput, 'RouteTableId' | 'DestinationCidrBlock'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteRouteCommandOutput>;
  /** Calls ReplaceRoute. */
  replace(
    input?: Filled<EC2.ReplaceRouteCommandInput, 'RouteTableId' | 'DestinationCidrBlock'>,
    options?: SendOptions,
  ): Promise<EC2.ReplaceRouteCommandOutput>;
  RouteTable(): RouteTable;
}

/** `ec2.RouteTable`; its attributes are loaded by DescribeRouteTables. */
export interface RouteTable extends LoadableResource<EC2.EC2Client, EC2.RouteTable> {
  readonly id: string;
  readonly routeTableId: string;
  /** Calls AssociateRouteTable. */
  associateWithSubnet(
    input?: Filled<EC2.AssociateRouteTableCommandInput, 'RouteTableId'>,
    options?: SendOptions,
  ): Promise<RouteTableAssociation>;
  /** Calls CreateRoute. */
  createRoute(
    input?: Filled<EC2.CreateRouteCommandInput, 'RouteTableId'>,
    options?: SendOptions,
  ): Promise<Route>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteRouteTable. */
  delete(
    input?: Filled<EC2.DeleteRouteTableCommandInput, 'RouteTableId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteRouteTableCommandOutput>;
  associations(): Promise<RouteTableAssociation[] | undefined>;
  routes(): Promise<Route[] | undefined>;
  vpc(): Promise<Vpc | undefined>;
}

/** `ec2.RouteTableAssociation`. */
export interface RouteTableAssociation extends ResourceWithData<
  EC2.EC2Client,
  EC2.RouteTableAssociation
> {
  readonly id: string;
  readonly routeTableAssociationId: string;
  /** Calls DisassociateRouteTable. */
  delete(
    input?: Filled<EC2.DisassociateRouteTableCommandInput, 'AssociationId'>,
    options?: SendOptions,
  ): Promise<EC2.DisassociateRouteTableCommandOutput>;
  /** Calls ReplaceRouteTableAssociation. */
  replaceSubnet(
    input: Filled<EC2.ReplaceRouteTableAssociationCommandInput, 'AssociationId'>,
    options?: SendOptions,
  ): Promise<RouteTableAssociation>;
  routeTable(): Promise<RouteTable | undefined>;
  subnet(): Promise<Subnet | undefined>;
}

/** `ec2.SecurityGroup`; its attributes are loaded by DescribeSecurityGroups. */
export interface SecurityGroup extends LoadableResource<EC2.EC2Client, EC2.SecurityGroup> {
  readonly id: string;
  readonly groupId: string;
  /** Calls AuthorizeSecurityGroupEgress. */
  authorizeEgress(
    input?: Filled<EC2.AuthorizeSecurityGroupEgressCommandInput, 'GroupId'>,
    options?: SendOptions,
  ): Promise<EC2.AuthorizeSecurityGroupEgressCommandOutput>;
  /** Calls AuthorizeSecurityGroupIngress. */
  authorizeIngress(
    input?: Filled<EC2.AuthorizeSecurityGroupIngressCommandInput, 'GroupId'>,
    options?: SendOptions,
  ): Promise<EC2.AuthorizeSecurityGroupIngressCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteSecurityGroup. */
  delete(
    input?: Filled<EC2.DeleteSecurityGroupCommandInput, 'GroupId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteSecurityGroupCommandOutput>;
  /** Calls RevokeSecurityGroupEgress. */
  revokeEgress(
    input?: Filled<EC2.RevokeSecurityGroupEgressCommandInput, 'GroupId'>,
    options?: SendOptions,
  ): Promise<EC2.RevokeSecurityGroupEgressCommandOutput>;
  /** Calls RevokeSecurityGroupIngress. */
  revokeIngress(
    input?: Filled<EC2.RevokeSecurityGroupIngressCommandInput, 'GroupId'>,
    options?: SendOptions,
  ): Promise<EC2.RevokeSecurityGroupIngressCommandOutput>;
}

/** `ec2.Snapshot`; its attributes are loaded by DescribeSnapshots. */
export interface Snapshot extends LoadableResource<EC2.EC2Client, EC2.Snapshot> {
  readonly id: string;
  readonly snapshotId: string;
  /** Calls CopySnapshot. */
  copy(
    input: Filled<EC2.CopySnapshotCommandInput, 'SourceSnapshotId'>,
    options?: SendOptions,
  ): Promise<EC2.CopySnapshotCommandOutput>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteSnapshot. */
  delete(
    input?: Filled<EC2.DeleteSnapshotCommandInput, 'SnapshotId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteSnapshotCommandOutput>;
  /** Calls DescribeSnapshotAttribute. */
  describeAttribute(
    input: Filled<EC2.DescribeSnapshotAttributeCommandInput, 'SnapshotId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeSnapshotAttributeCommandOutput>;
  /** Calls ModifySnapshotAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifySnapshotAttributeCommandInput, 'SnapshotId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifySnapshotAttributeCommandOutput>;
  /** Calls ResetSnapshotAttribute. */
  resetAttribute(
    input: Filled<EC2.ResetSnapshotAttributeCommandInput, 'SnapshotId'>,
    options?: SendOptions,
  ): Promise<EC2.ResetSnapshotAttributeCommandOutput>;
  volume(): Promise<Volume | undefined>;
  waitUntilCompleted(
    input?: Partial<Parameters<typeof EC2.waitUntilSnapshotCompleted>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

/** `ec2.Subnet`; its attributes are loaded by DescribeSubnets. */
export interface Subnet extends LoadableResource<EC2.EC2Client, EC2.Subnet> {
  readonly id: string;
  readonly subnetId: string;
  /** Calls RunInstances. */
  createInstances(
    input: Filled<EC2.RunInstancesCommandInput, 'SubnetId'>,
    options?: SendOptions,
  ): Promise<Instance[]>;
  /** Calls CreateNetworkInterface. */
  createNetworkInterface(
    input?: Filled<EC2.CreateNetworkInterfaceCommandInput, 'SubnetId'>,
    options?: SendOptions,
  ): Promise<NetworkInterface>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteSubnet. */
  delete(
    input?: Filled<EC2.DeleteSubnetCommandInput, 'SubnetId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteSubnetCommandOutput>;
  vpc(): Promise<Vpc | undefined>;
  /** By DescribeInstances. */
  readonly instances: InstanceCollection<EC2.DescribeInstancesCommandInput>;
  /** By DescribeNetworkInterfaces. */
  readonly networkInterfaces: Collection<
    NetworkInterface,
    EC2.DescribeNetworkInterfacesCommandInput
  >;
}

/** `ec2.Tag`; its attributes are loaded by DescribeTags. */
export interface Tag
  extends LoadableResource<EC2.EC2Client, EC2.TagDescription>, Batched<TagBatch> {
  readonly resourceId: string;
  readonly key: string;
  readonly value: string;
  /** Calls DeleteTags. */
  delete(
    input?: Filled<EC2.DeleteTagsCommandInput, 'Resources' | 'Tags'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteTagsCommandOutput>;
}

export interface TagBatch {
  /** Calls DeleteTags. */
  delete(
    input?: Filled<EC2.DeleteTagsCommandInput, 'Resources' | 'Tags'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteTagsCommandOutput>;
}

export interface TagCollection<Input> extends Collection<Tag, Input> {
  /** Calls DeleteTags. */
  delete(
    input?: Filled<EC2.DeleteTagsCommandInput, 'Resources' | 'Tags'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteTagsCommandOutput[]>;
}

/** `ec2.Volume`; its attributes are loaded by DescribeVolumes. */
export interface Volume extends LoadableResource<EC2.EC2Client, EC2.Volume> {
  readonly id: string;
  readonly volumeId: string;
  /** Calls AttachVolume. */
  attachToInstance(
    input: Filled<EC2.AttachVolumeCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachVolumeCommandOutput>;
  /** Calls CreateSnapshot. */
  createSnapshot(
    input?: Filled<EC2.CreateSnapshotCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<Snapshot>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteVolume. */
  delete(
    input?: Filled<EC2.DeleteVolumeCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteVolumeCommandOutput>;
  /** Calls DescribeVolumeAttribute. */
  describeAttribute(
    input: Filled<EC2.DescribeVolumeAttributeCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeVolumeAttributeCommandOutput>;
  /** Calls DescribeVolumeStatus. */
  describeStatus(
    input?: Filled<EC2.DescribeVolumeStatusCommandInput, 'VolumeIds'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeVolumeStatusCommandOutput>;
  /** Calls DetachVolume. */
  detachFromInstance(
    input?: Filled<EC2.DetachVolumeCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachVolumeCommandOutput>;
  /** Calls EnableVolumeIO. */
  enableIo(
    input?: Filled<EC2.EnableVolumeIOCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.EnableVolumeIOCommandOutput>;
  /** Calls ModifyVolumeAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifyVolumeAttributeCommandInput, 'VolumeId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifyVolumeAttributeCommandOutput>;
  /** By DescribeSnapshots. */
  readonly snapshots: Collection<Snapshot, EC2.DescribeSnapshotsCommandInput>;
}

/** `ec2.Vpc`; its attributes are loaded by DescribeVpcs. */
export interface Vpc extends LoadableResource<EC2.EC2Client, EC2.Vpc> {
  readonly id: string;
  readonly vpcId: string;
  /** Calls AssociateDhcpOptions. */
  associateDhcpOptions(
    input: Filled<EC2.AssociateDhcpOptionsCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.AssociateDhcpOptionsCommandOutput>;
  /** Calls AttachClassicLinkVpc. */
  attachClassicLinkInstance(
    input: Filled<EC2.AttachClassicLinkVpcCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachClassicLinkVpcCommandOutput>;
  /** Calls AttachInternetGateway. */
  attachInternetGateway(
    input: Filled<EC2.AttachInternetGatewayCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.AttachInternetGatewayCommandOutput>;
  /** Calls CreateNetworkAcl. */
  createNetworkAcl(
    input?: Filled<EC2.CreateNetworkAclCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<NetworkAcl>;
  /** Calls CreateRouteTable. */
  createRouteTable(
    input?: Filled<EC2.CreateRouteTableCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<RouteTable>;
  /** Calls CreateSecurityGroup. */
  createSecurityGroup(
    input: Filled<EC2.CreateSecurityGroupCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<SecurityGroup>;
  /** Calls CreateSubnet. */
  createSubnet(
    input?: Filled<EC2.CreateSubnetCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<Subnet>;
  /** Calls CreateTags. */
  createTags(
    input: Filled<EC2.CreateTagsCommandInput, 'Resources'>,
    options?: SendOptions,
  ): Promise<Tag[]>;
  /** Calls DeleteVpc. */
  delete(
    input?: Filled<EC2.DeleteVpcCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteVpcCommandOutput>;
  /** Calls DescribeVpcAttribute. */
  describeAttribute(
    input: Filled<EC2.DescribeVpcAttributeCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.DescribeVpcAttributeCommandOutput>;
  /** Calls DetachClassicLinkVpc. */
  detachClassicLinkInstance(
    input: Filled<EC2.DetachClassicLinkVpcCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachClassicLinkVpcCommandOutput>;
  /** Calls DetachInternetGateway. */
  detachInternetGateway(
    input: Filled<EC2.DetachInternetGatewayCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.DetachInternetGatewayCommandOutput>;
  /** Calls DisableVpcClassicLink. */
  disableClassicLink(
    input?: Filled<EC2.DisableVpcClassicLinkCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.DisableVpcClassicLinkCommandOutput>;
  /** Calls EnableVpcClassicLink. */
  enableClassicLink(
    input?: Filled<EC2.EnableVpcClassicLinkCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.EnableVpcClassicLinkCommandOutput>;
  /** Calls ModifyVpcAttribute. */
  modifyAttribute(
    input?: Filled<EC2.ModifyVpcAttributeCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<EC2.ModifyVpcAttributeCommandOutput>;
  /** Calls CreateVpcPeeringConnection. */
  requestVpcPeeringConnection(
    input?: Filled<EC2.CreateVpcPeeringConnectionCommandInput, 'VpcId'>,
    options?: SendOptions,
  ): Promise<VpcPeeringConnection>;
  dhcpOptions(): Promise<DhcpOptions | undefined>;
  /** By DescribeVpcPeeringConnections. */
  readonly acceptedVpcPeeringConnections: Collection<
    VpcPeeringConnection,
    EC2.DescribeVpcPeeringConnectionsCommandInput
  >;
  /** By DescribeInstances. */
  readonly instances: InstanceCollection<EC2.DescribeInstancesCommandInput>;
  /** By DescribeInternetGateways. */
  readonly internetGateways: Collection<InternetGateway, EC2.DescribeInternetGatewaysCommandInput>;
  /** By DescribeNetworkAcls. */
  readonly networkAcls: Collection<NetworkAcl, EC2.DescribeNetworkAclsCommandInput>;
  /** By DescribeNetworkInterfaces. */
  readonly networkInterfaces: Collection<
    NetworkInterface,
    EC2.DescribeNetworkInterfacesCommandInput
  >;
  /** By DescribeVpcPeeringConnections. */
  readonly requestedVpcPeeringConnections: Collection<
    VpcPeeringConnection,
    EC2.DescribeVpcPeeringConnectionsCommandInput
  >;
  /** By DescribeRouteTables. */
  readonly routeTables: Collection<RouteTable, EC2.DescribeRouteTablesCommandInput>;
  /** By DescribeSecurityGroups. */
  readonly securityGroups: Collection<SecurityGroup, EC2.DescribeSecurityGroupsCommandInput>;
  /** By DescribeSubnets. */
  readonly subnets: Collection<Subnet, EC2.DescribeSubnetsCommandInput>;
  waitUntilAvailable(
    input?: Partial<Parameters<typeof EC2.waitUntilVpcAvailable>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilExists(
    input?: Partial<Parameters<typeof EC2.waitUntilVpcExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}

/** `ec2.VpcAddress`; its attributes are loaded by DescribeAddresses. */
export interface VpcAddress extends LoadableResource<EC2.EC2Client, EC2.Address> {
  readonly allocationId: string;
  /** Calls AssociateAddress. */
  associate(
    input?: Filled<EC2.AssociateAddressCommandInput, 'AllocationId'>,
    options?: SendOptions,
  ): Promise<EC2.AssociateAddressCommandOutput>;
  /** Calls ReleaseAddress. */
  release(
    input?: Filled<EC2.ReleaseAddressCommandInput, 'AllocationId'>,
    options?: SendOptions,
  ): Promise<EC2.ReleaseAddressCommandOutput>;
  association(): Promise<NetworkInterfaceAssociation | undefined>;
}

/** `ec2.VpcPeeringConnection`; its attributes are loaded by DescribeVpcPeeringConnections. */
export interface VpcPeeringConnection extends LoadableResource<
  EC2.EC2Client,
  EC2.VpcPeeringConnection
> {
  readonly id: string;
  readonly vpcPeeringConnectionId: string;
  /** Calls AcceptVpcPeeringConnection. */
  accept(
    input?: Filled<EC2.AcceptVpcPeeringConnectionCommandInput, 'VpcPeeringConnectionId'>,
    options?: SendOptions,
  ): Promise<EC2.AcceptVpcPeeringConnectionCommandOutput>;
  /** Calls DeleteVpcPeeringConnection. */
  delete(
    input?: Filled<EC2.DeleteVpcPeeringConnectionCommandInput, 'VpcPeeringConnectionId'>,
    options?: SendOptions,
  ): Promise<EC2.DeleteVpcPeeringConnectionCommandOutput>;
  /** Calls RejectVpcPeeringConnection. */
  reject(
    input?: Filled<EC2.RejectVpcPeeringConnectionCommandInput, 'VpcPeeringConnectionId'>,
    options?: SendOptions,
  ): Promise<EC2.RejectVpcPeeringConnectionCommandOutput>;
  accepterVpc(): Promise<Vpc | undefined>;
  requesterVpc(): Promise<Vpc | undefined>;
  waitUntilExists(
    input?: Partial<Parameters<typeof EC2.waitUntilVpcPeeringConnectionExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
}
