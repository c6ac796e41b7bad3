import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
  type Subnet,
  type Vpc,
} from '@aws-sdk/client-ec2';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';

/** VPCs and subnets are kept; the parts that netkit never reads back are only granted. */
export function playEc2(): void {
  const vpcs = new Map<string, Vpc>();
  const subnets = new Map<string, Subnet>();
  const made = new Map<string, number>();
  const newId = (kind: string): string => {
    const number = (made.get(kind) ?? 0) + 1;
    made.set(kind, number);
    return `${kind}-${number}`;
  };
  stub(EC2Client)
    .on('DescribeAvailabilityZones')
    .resolves({ AvailabilityZones: [{ ZoneName: 'eu-central-1a' }, { ZoneName: 'eu-central-1b' }] })
    .on(CreateVpcCommand)
    .answers(({ CidrBlock }) => {
      const VpcId = newId('vpc');
      const vpc: Vpc = { VpcId, CidrBlock, State: 'pending' };
      vpcs.set(VpcId, vpc);
      return { Vpc: vpc };
    })
    .on(DescribeVpcsCommand)
    .answers(({ VpcIds = [] }) => {
      const found = VpcIds.map((id) => vpcs.get(id)).filter((vpc) => vpc !== undefined);
      const answer = found.map((vpc) => ({ ...vpc }));
      // Whoever looks twice sees it available: netkit's waiter does, and without sleeping.
      for (const vpc of found) vpc.State = 'available';
      return { Vpcs: answer };
    })
    .on(DeleteVpcCommand)
    .answers(({ VpcId = '' }) => {
      vpcs.delete(VpcId);
      return {};
    })
    .on(CreateSubnetCommand)
    .answers(({ VpcId, CidrBlock, AvailabilityZone }) => {
      const SubnetId = newId('subnet');
      const subnet: Subnet = { SubnetId, VpcId, CidrBlock, AvailabilityZone, State: 'available' };
      subnets.set(SubnetId, subnet);
      return { Subnet: subnet };
    })
    .on(DescribeSubnetsCommand)
    .answers(({ Filters = [] }) => {
      const vpcIds = Filters.flatMap(({ Name, Values = [] }) => (Name === 'vpc-id' ? Values : []));
      return {
        Subnets: [...subnets.values()].filter(({ VpcId = '' }) => vpcIds.includes(VpcId)),
      };
    })
    .on(DeleteSubnetCommand)
    .answers(({ SubnetId = '' }) => {
      subnets.delete(SubnetId);
      return {};
    })
    .on('CreateInternetGateway')
    .answers(() => ({ InternetGateway: { InternetGatewayId: newId('igw') } }))
    .on('CreateRouteTable')
    .answers(() => ({ RouteTable: { RouteTableId: newId('rtb') } }))
    .on('AssociateRouteTable')
    .answers(() => ({ AssociationId: newId('rtbassoc') }));
  for (const operation of [
    'AttachInternetGateway',
    'CreateRoute',
    'DisassociateRouteTable',
    'DeleteRouteTable',
    'DetachInternetGateway',
    'DeleteInternetGateway',
  ] as const) {
    stub(EC2Client).on(operation).resolves();
  }
}

/** One bucket's objects. */
export function playS3(): void {
  const objects = new Map<string, string>();
  stub(S3Client)
    .on(HeadObjectCommand)
    .answers(({ Key = '' }, { error }) => {
      if (!objects.has(Key)) throw error('NotFound');
      return {};
    })
    .on(PutObjectCommand)
    .answers(({ Key = '', Body }) => {
      // netkit saves text.
      objects.set(Key, Body as string);
      return {};
    })
    .on(GetObjectCommand)
    .answers(({ Key = '' }, { error }) => {
      const text = objects.get(Key);
      if (text === undefined) throw error('NoSuchKey');
      return { Body: text };
    })
    .on(ListObjectsV2Command)
    .answers(({ Prefix = '' }) => {
      const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
      return { Contents: keys.map((Key) => ({ Key })) };
    })
    .on(DeleteObjectCommand)
    .answers(({ Key = '' }) => {
      objects.delete(Key);
      return {};
    });
}
