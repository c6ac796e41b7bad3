import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeAvailabilityZonesCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';

/** An AWS that grants everything `netkit up` asks for; a test stubs what goes differently on top. */
export function befriendAws(): void {
  const made = { subnets: 0, associations: 0 };
  stub(EC2Client)
    .on(DescribeAvailabilityZonesCommand)
    .resolves({
      // EC2 promises no order.
      AvailabilityZones: [
        { ZoneName: 'eu-central-1c' },
        { ZoneName: 'eu-central-1a' },
        { ZoneName: 'eu-central-1b' },
      ],
    })
    .on(CreateVpcCommand)
    .resolves({ Vpc: { VpcId: 'vpc-1', State: 'pending' } })
    .on(DescribeVpcsCommand, { VpcIds: ['vpc-1'] })
    .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] })
    .on(CreateSubnetCommand, { VpcId: 'vpc-1' })
    .answers(() => ({ Subnet: { SubnetId: `subnet-${(made.subnets += 1)}` } }))
    .on(CreateInternetGatewayCommand)
    .resolves({ InternetGateway: { InternetGatewayId: 'igw-1' } })
    .on(AttachInternetGatewayCommand, { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' })
    .resolves()
    .on(CreateRouteTableCommand, { VpcId: 'vpc-1' })
    .resolves({ RouteTable: { RouteTableId: 'rtb-1' } })
    .on(CreateRouteCommand, { RouteTableId: 'rtb-1', GatewayId: 'igw-1' })
    .resolves({ Return: true })
    .on(AssociateRouteTableCommand, { RouteTableId: 'rtb-1' })
    .answers(() => ({ AssociationId: `rtbassoc-${(made.associations += 1)}` }));
  stub(S3Client)
    .on(HeadObjectCommand)
    .rejects('NotFound')
    .on(PutObjectCommand)
    .resolves({ ETag: '"1"' });
}
