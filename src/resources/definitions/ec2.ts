/**
 * EC2's resources; parse.ts says how to read a line.
 *
 * Four things differ from boto3's: a tag loads by its resource too, a tag without a value has an empty one, an
 * association has the attributes that DescribeNetworkInterfaces answers with, and a route that is created has any of
 * the three destinations.
 */
export const ec2 = `
action CreateDhcpOptions() => DhcpOptions(Id=.DhcpOptionsId) @DhcpOptions
action CreateInstances: RunInstances() => Instance(Id=.InstanceId) @Instances[]
action CreateInternetGateway() => InternetGateway(Id=.InternetGatewayId) @InternetGateway
action CreateKeyPair() => KeyPair(Name=response.KeyName) @@
action CreateNetworkAcl() => NetworkAcl(Id=.NetworkAclId) @NetworkAcl
action CreateNetworkInterface() => NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterface
action CreatePlacementGroup() => PlacementGroup(Name=request.GroupName)
action CreateRouteTable() => RouteTable(Id=.RouteTableId) @RouteTable
action CreateSecurityGroup() => SecurityGroup(Id=response.GroupId)
action CreateSnapshot() => Snapshot(Id=response.SnapshotId) @@
action CreateSubnet() => Subnet(Id=.SubnetId) @Subnet
action CreateTags()
action CreateVolume() => Volume(Id=response.VolumeId) @@
action CreateVpc() => Vpc(Id=.VpcId) @Vpc
action CreateVpcPeeringConnection()
  => VpcPeeringConnection(Id=.VpcPeeringConnectionId) @VpcPeeringConnection
action DisassociateRouteTable()
action ImportKeyPair() => KeyPairInfo(Name=response.KeyName)
action RegisterImage() => Image(Id=response.ImageId)
has KeyPair: KeyPairInfo(Name=input)
hasMany ClassicAddresses: DescribeAddresses(Filters[domain]="standard")
  => ClassicAddress(PublicIp=.PublicIp) @Addresses[]
hasMany DhcpOptionsSets: DescribeDhcpOptions() => DhcpOptions(Id=.DhcpOptionsId) @DhcpOptions[]
hasMany Images: DescribeImages() => Image(Id=.ImageId) @Images[]
hasMany Instances: DescribeInstances() => Instance(Id=.InstanceId) @Reservations[].Instances[]
hasMany InternetGateways: DescribeInternetGateways()
  => InternetGateway(Id=.InternetGatewayId) @InternetGateways[]
hasMany KeyPairs: DescribeKeyPairs() => KeyPairInfo(Name=.KeyName) @KeyPairs[]
hasMany NetworkAcls: DescribeNetworkAcls() => NetworkAcl(Id=.NetworkAclId) @NetworkAcls[]
hasMany NetworkInterfaces: DescribeNetworkInterfaces()
  => NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterfaces[]
hasMany PlacementGroups: DescribePlacementGroups()
  => PlacementGroup(Name=.GroupName) @PlacementGroups[]
hasMany RouteTables: DescribeRouteTables() => RouteTable(Id=.RouteTableId) @RouteTables[]
hasMany SecurityGroups: DescribeSecurityGroups() => SecurityGroup(Id=.GroupId) @SecurityGroups[]
hasMany Snapshots: DescribeSnapshots() => Snapshot(Id=.SnapshotId) @Snapshots[]
hasMany Subnets: DescribeSubnets() => Subnet(Id=.SubnetId) @Subnets[]
hasMany Volumes: DescribeVolumes() => Volume(Id=.VolumeId) @Volumes[]
hasMany VpcAddresses: DescribeAddresses(Filters[domain]="vpc")
  => VpcAddress(AllocationId=.AllocationId) @Addresses[]
hasMany VpcPeeringConnections: DescribeVpcPeeringConnections()
  => VpcPeeringConnection(Id=.VpcPeeringConnectionId) @VpcPeeringConnections[]
hasMany Vpcs: DescribeVpcs() => Vpc(Id=.VpcId) @Vpcs[]

resource ClassicAddress [PublicIp] shape Address
  load DescribeAddresses(PublicIps[]=$PublicIp) @Addresses[0]
  action Associate: AssociateAddress(PublicIp=$PublicIp)
  action Disassociate: DisassociateAddress(PublicIp=data.PublicIp)
  action Release: ReleaseAddress(PublicIp=data.PublicIp)

resource DhcpOptions [Id~DhcpOptionsId] shape DhcpOptions
  load DescribeDhcpOptions(DhcpOptionsIds[0]=$Id) @DhcpOptions[0]
  action AssociateWithVpc: AssociateDhcpOptions(DhcpOptionsId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteDhcpOptions(DhcpOptionsId=$Id)

resource Image [Id~ImageId] shape Image
  load DescribeImages(ImageIds[0]=$Id) @Images[0]
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Deregister: DeregisterImage(ImageId=$Id)
  action DescribeAttribute: DescribeImageAttribute(ImageId=$Id)
  action ModifyAttribute: ModifyImageAttribute(ImageId=$Id)
  action ResetAttribute: ResetImageAttribute(ImageId=$Id)
  waiter Exists: ImageExists(ImageIds[]=$Id)

resource Instance [Id~InstanceId] shape Instance
  load DescribeInstances(InstanceIds[0]=$Id) @Reservations[0].Instances[0]
  action AttachClassicLinkVpc(InstanceId=$Id)
  action AttachVolume(InstanceId=$Id)
  action ConsoleOutput: GetConsoleOutput(InstanceId=$Id)
  action CreateImage(InstanceId=$Id) => Image(Id=response.ImageId)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action DescribeAttribute: DescribeInstanceAttribute(InstanceId=$Id)
  action DetachClassicLinkVpc(InstanceId=$Id)
  action DetachVolume(InstanceId=$Id)
  action ModifyAttribute: ModifyInstanceAttribute(InstanceId=$Id)
  action Monitor: MonitorInstances(InstanceIds[0]=$Id)
  action PasswordData: GetPasswordData(InstanceId=$Id)
  action Reboot: RebootInstances(InstanceIds[0]=$Id)
  action ReportStatus: ReportInstanceStatus(Instances[0]=$Id)
  action ResetAttribute: ResetInstanceAttribute(InstanceId=$Id)
  action ResetKernel: ResetInstanceAttribute(InstanceId=$Id, Attribute="kernel")
  action ResetRamdisk: ResetInstanceAttribute(InstanceId=$Id, Attribute="ramdisk")
  action ResetSourceDestCheck: ResetInstanceAttribute(InstanceId=$Id, Attribute="sourceDestCheck")
  action Start: StartInstances(InstanceIds[0]=$Id)
  action Stop: StopInstances(InstanceIds[0]=$Id)
  action Terminate: TerminateInstances(InstanceIds[0]=$Id)
  action Unmonitor: UnmonitorInstances(InstanceIds[0]=$Id)
  batch CreateTags(Resources[]=$Id)
  batch Monitor: MonitorInstances(InstanceIds[]=$Id)
  batch Reboot: RebootInstances(InstanceIds[]=$Id)
  batch Start: StartInstances(InstanceIds[]=$Id)
  batch Stop: StopInstances(InstanceIds[]=$Id)
  batch Terminate: TerminateInstances(InstanceIds[]=$Id)
  batch Unmonitor: UnmonitorInstances(InstanceIds[]=$Id)
  has ClassicAddress: ClassicAddress(PublicIp=data.PublicIpAddress)
  has Image: Image(Id=data.ImageId)
  has KeyPair: KeyPairInfo(Name=data.KeyName)
  has NetworkInterfaces: NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterfaces[]
  has PlacementGroup: PlacementGroup(Name=data.Placement.GroupName)
  has Subnet: Subnet(Id=data.SubnetId)
  has Vpc: Vpc(Id=data.VpcId)
  hasMany Volumes: DescribeVolumes(Filters[attachment.instance-id]=$Id)
    => Volume(Id=.VolumeId) @Volumes[]
  hasMany VpcAddresses: DescribeAddresses(Filters[instance-id]=$Id)
    => VpcAddress(AllocationId=.AllocationId) @Addresses[]
  waiter Exists: InstanceExists(InstanceIds[]=$Id)
  waiter Running: InstanceRunning(InstanceIds[]=$Id)
  waiter Stopped: InstanceStopped(InstanceIds[]=$Id)
  waiter Terminated: InstanceTerminated(InstanceIds[]=$Id)

resource InternetGateway [Id~InternetGatewayId] shape InternetGateway
  load DescribeInternetGateways(InternetGatewayIds[0]=$Id) @InternetGateways[0]
  action AttachToVpc: AttachInternetGateway(InternetGatewayId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteInternetGateway(InternetGatewayId=$Id)
  action DetachFromVpc: DetachInternetGateway(InternetGatewayId=$Id)

resource KeyPair [Name~KeyName] shape KeyPair
  action Delete: DeleteKeyPair(KeyName=$Name)

resource KeyPairInfo [Name~KeyName] shape KeyPairInfo
  load DescribeKeyPairs(KeyNames[0]=$Name) @KeyPairs[0]
  action Delete: DeleteKeyPair(KeyName=$Name)

resource NetworkAcl [Id~NetworkAclId] shape NetworkAcl
  load DescribeNetworkAcls(NetworkAclIds[0]=$Id) @NetworkAcls[0]
  action CreateEntry: CreateNetworkAclEntry(NetworkAclId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteNetworkAcl(NetworkAclId=$Id)
  action DeleteEntry: DeleteNetworkAclEntry(NetworkAclId=$Id)
  action ReplaceAssociation: ReplaceNetworkAclAssociation(NetworkAclId=$Id)
  action ReplaceEntry: ReplaceNetworkAclEntry(NetworkAclId=$Id)
  has Vpc: Vpc(Id=data.VpcId)

resource NetworkInterface [Id~NetworkInterfaceId] shape NetworkInterface
  load DescribeNetworkInterfaces(NetworkInterfaceIds[0]=$Id) @NetworkInterfaces[0]
  action AssignPrivateIpAddresses(NetworkInterfaceId=$Id)
  action Attach: AttachNetworkInterface(NetworkInterfaceId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteNetworkInterface(NetworkInterfaceId=$Id)
  action DescribeAttribute: DescribeNetworkInterfaceAttribute(NetworkInterfaceId=$Id)
  action Detach: DetachNetworkInterface(AttachmentId=data.Attachment.AttachmentId)
  action ModifyAttribute: ModifyNetworkInterfaceAttribute(NetworkInterfaceId=$Id)
  action ResetAttribute: ResetNetworkInterfaceAttribute(NetworkInterfaceId=$Id)
  action UnassignPrivateIpAddresses(NetworkInterfaceId=$Id)
  has Association: NetworkInterfaceAssociation(Id=.AssociationId) @Association
  has Subnet: Subnet(Id=data.SubnetId)
  has Vpc: Vpc(Id=data.VpcId)

resource NetworkInterfaceAssociation [Id] shape NetworkInterfaceAssociation
  load DescribeNetworkInterfaces(Filters[association.association-id]=$Id) @NetworkInterfaces[0].Association
  action Delete: DisassociateAddress(AssociationId=$Id)
  has Address: VpcAddress(AllocationId=data.AllocationId)

resource PlacementGroup [Name~GroupName] shape PlacementGroup
  load DescribePlacementGroups(GroupNames[0]=$Name) @PlacementGroups[0]
  action Delete: DeletePlacementGroup(GroupName=$Name)
  hasMany Instances: DescribeInstances(Filters[placement-group-name]=$Name)
    => Instance(Id=.InstanceId) @Reservations[].Instances[]

resource Route [RouteTableId DestinationCidrBlock~DestinationCidrBlock] shape Route
  action Delete: DeleteRoute(RouteTableId=$RouteTableId,
    DestinationCidrBlock=$DestinationCidrBlock)
  action Replace: ReplaceRoute(RouteTableId=$RouteTableId,
    DestinationCidrBlock=$DestinationCidrBlock)
  has RouteTable: RouteTable(Id=$RouteTableId)

resource RouteTable [Id~RouteTableId] shape RouteTable
  load DescribeRouteTables(RouteTableIds[0]=$Id) @RouteTables[0]
  action AssociateWithSubnet: AssociateRouteTable(RouteTableId=$Id)
    => RouteTableAssociation(Id=response.AssociationId)
  action CreateRoute(RouteTableId=$Id)
    => Route(RouteTableId=$Id,
      DestinationCidrBlock=request.DestinationCidrBlock||request.DestinationIpv6CidrBlock||request.DestinationPrefixListId)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteRouteTable(RouteTableId=$Id)
  has Associations: RouteTableAssociation(Id=.RouteTableAssociationId) @Associations[]
  has Routes: Route(RouteTableId=$Id,
    DestinationCidrBlock=.DestinationCidrBlock) @Routes[]
  has Vpc: Vpc(Id=data.VpcId)

resource RouteTableAssociation [Id~RouteTableAssociationId] shape RouteTableAssociation
  action Delete: DisassociateRouteTable(AssociationId=$Id)
  action ReplaceSubnet: ReplaceRouteTableAssociation(AssociationId=$Id)
    => RouteTableAssociation(Id=response.NewAssociationId)
  has RouteTable: RouteTable(Id=data.RouteTableId)
  has Subnet: Subnet(Id=data.SubnetId)

resource SecurityGroup [Id~GroupId] shape SecurityGroup
  load DescribeSecurityGroups(GroupIds[0]=$Id) @SecurityGroups[0]
  action AuthorizeEgress: AuthorizeSecurityGroupEgress(GroupId=$Id)
  action AuthorizeIngress: AuthorizeSecurityGroupIngress(GroupId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteSecurityGroup(GroupId=$Id)
  action RevokeEgress: RevokeSecurityGroupEgress(GroupId=$Id)
  action RevokeIngress: RevokeSecurityGroupIngress(GroupId=$Id)

resource Snapshot [Id~SnapshotId] shape Snapshot
  load DescribeSnapshots(SnapshotIds[0]=$Id) @Snapshots[0]
  action Copy: CopySnapshot(SourceSnapshotId=$Id)
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteSnapshot(SnapshotId=$Id)
  action DescribeAttribute: DescribeSnapshotAttribute(SnapshotId=$Id)
  action ModifyAttribute: ModifySnapshotAttribute(SnapshotId=$Id)
  action ResetAttribute: ResetSnapshotAttribute(SnapshotId=$Id)
  has Volume: Volume(Id=data.VolumeId)
  waiter Completed: SnapshotCompleted(SnapshotIds[]=$Id)

resource Subnet [Id~SubnetId] shape Subnet
  load DescribeSubnets(SubnetIds[0]=$Id) @Subnets[0]
  action CreateInstances: RunInstances(SubnetId=$Id) => Instance(Id=.InstanceId) @Instances[]
  action CreateNetworkInterface(SubnetId=$Id)
    => NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterface
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteSubnet(SubnetId=$Id)
  has Vpc: Vpc(Id=data.VpcId)
  hasMany Instances: DescribeInstances(Filters[subnet-id]=$Id)
    => Instance(Id=.InstanceId) @Reservations[].Instances[]
  hasMany NetworkInterfaces: DescribeNetworkInterfaces(Filters[subnet-id]=$Id)
    => NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterfaces[]

resource Tag [ResourceId~ResourceId Key~Key Value~Value] shape TagDescription
  load DescribeTags(Filters[resource-id]=$ResourceId, Filters[key]=$Key,
    Filters[value]=$Value) @Tags[0]
  action Delete: DeleteTags(Resources[0]=$ResourceId, Tags[0].Key=$Key, Tags[0].Value=$Value)
  batch Delete: DeleteTags(Resources[]=$ResourceId, Tags[*].Key=$Key, Tags[*].Value=$Value)

resource Volume [Id~VolumeId] shape Volume
  load DescribeVolumes(VolumeIds[0]=$Id) @Volumes[0]
  action AttachToInstance: AttachVolume(VolumeId=$Id)
  action CreateSnapshot(VolumeId=$Id) => Snapshot(Id=response.SnapshotId) @@
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteVolume(VolumeId=$Id)
  action DescribeAttribute: DescribeVolumeAttribute(VolumeId=$Id)
  action DescribeStatus: DescribeVolumeStatus(VolumeIds[0]=$Id)
  action DetachFromInstance: DetachVolume(VolumeId=$Id)
  action EnableIo: EnableVolumeIO(VolumeId=$Id)
  action ModifyAttribute: ModifyVolumeAttribute(VolumeId=$Id)
  hasMany Snapshots: DescribeSnapshots(Filters[volume-id]=$Id)
    => Snapshot(Id=.SnapshotId) @Snapshots[]

resource Vpc [Id~VpcId] shape Vpc
  load DescribeVpcs(VpcIds[0]=$Id) @Vpcs[0]
  action AssociateDhcpOptions(VpcId=$Id)
  action AttachClassicLinkInstance: AttachClassicLinkVpc(VpcId=$Id)
  action AttachInternetGateway(VpcId=$Id)
  action CreateNetworkAcl(VpcId=$Id) => NetworkAcl(Id=.NetworkAclId) @NetworkAcl
  action CreateRouteTable(VpcId=$Id) => RouteTable(Id=.RouteTableId) @RouteTable
  action CreateSecurityGroup(VpcId=$Id) => SecurityGroup(Id=response.GroupId)
  action CreateSubnet(VpcId=$Id) => Subnet(Id=.SubnetId) @Subnet
  action CreateTags(Resources[0]=$Id)
    => Tag(ResourceId=$Id, Key=request.Tags[].Key, Value=request.Tags[].Value||"")
  action Delete: DeleteVpc(VpcId=$Id)
  action DescribeAttribute: DescribeVpcAttribute(VpcId=$Id)
  action DetachClassicLinkInstance: DetachClassicLinkVpc(VpcId=$Id)
  action DetachInternetGateway(VpcId=$Id)
  action DisableClassicLink: DisableVpcClassicLink(VpcId=$Id)
  action EnableClassicLink: EnableVpcClassicLink(VpcId=$Id)
  action ModifyAttribute: ModifyVpcAttribute(VpcId=$Id)
  action RequestVpcPeeringConnection: CreateVpcPeeringConnection(VpcId=$Id)
    => VpcPeeringConnection(Id=.VpcPeeringConnectionId) @VpcPeeringConnection
  has DhcpOptions: DhcpOptions(Id=data.DhcpOptionsId)
  hasMany AcceptedVpcPeeringConnections: DescribeVpcPeeringConnections(Filters[accepter-vpc-info.vpc-id]=$Id)
    => VpcPeeringConnection(Id=.VpcPeeringConnectionId) @VpcPeeringConnections[]
  hasMany Instances: DescribeInstances(Filters[vpc-id]=$Id)
    => Instance(Id=.InstanceId) @Reservations[].Instances[]
  hasMany InternetGateways: DescribeInternetGateways(Filters[attachment.vpc-id]=$Id)
    => InternetGateway(Id=.InternetGatewayId) @InternetGateways[]
  hasMany NetworkAcls: DescribeNetworkAcls(Filters[vpc-id]=$Id)
    => NetworkAcl(Id=.NetworkAclId) @NetworkAcls[]
  hasMany NetworkInterfaces: DescribeNetworkInterfaces(Filters[vpc-id]=$Id)
    => NetworkInterface(Id=.NetworkInterfaceId) @NetworkInterfaces[]
  hasMany RequestedVpcPeeringConnections: DescribeVpcPeeringConnections(Filters[requester-vpc-info.vpc-id]=$Id)
    => VpcPeeringConnection(Id=.VpcPeeringConnectionId) @VpcPeeringConnections[]
  hasMany RouteTables: DescribeRouteTables(Filters[vpc-id]=$Id)
    => RouteTable(Id=.RouteTableId) @RouteTables[]
  hasMany SecurityGroups: DescribeSecurityGroups(Filters[vpc-id]=$Id)
    => SecurityGroup(Id=.GroupId) @SecurityGroups[]
  hasMany Subnets: DescribeSubnets(Filters[vpc-id]=$Id) => Subnet(Id=.SubnetId) @Subnets[]
  waiter Available: VpcAvailable(VpcIds[]=$Id)
  waiter Exists: VpcExists(VpcIds[]=$Id)

resource VpcAddress [AllocationId] shape Address
  load DescribeAddresses(AllocationIds[0]=$AllocationId) @Addresses[0]
  action Associate: AssociateAddress(AllocationId=$AllocationId)
  action Release: ReleaseAddress(AllocationId=data.AllocationId)
  has Association: NetworkInterfaceAssociation(Id=data.AssociationId)

resource VpcPeeringConnection [Id~VpcPeeringConnectionId] shape VpcPeeringConnection
  load DescribeVpcPeeringConnections(VpcPeeringConnectionIds[0]=$Id) @VpcPeeringConnections[0]
  action Accept: AcceptVpcPeeringConnection(VpcPeeringConnectionId=$Id)
  action Delete: DeleteVpcPeeringConnection(VpcPeeringConnectionId=$Id)
  action Reject: RejectVpcPeeringConnection(VpcPeeringConnectionId=$Id)
  has AccepterVpc: Vpc(Id=data.AccepterVpcInfo.VpcId)
  has RequesterVpc: Vpc(Id=data.RequesterVpcInfo.VpcId)
  waiter Exists: VpcPeeringConnectionExists(VpcPeeringConnectionIds[]=$Id)
`;
