import {
  DeleteInternetGatewayCommand,
  DeleteRouteTableCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DetachInternetGatewayCommand,
  DisassociateRouteTableCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';

import type { Manifest } from './manifest.js';
import { releaseName } from './network-index.js';

/** One thing that was made, and how to unmake it. */
export interface Part {
  text: string;
  remove(ec2: EC2Client): Promise<unknown>;
}

export const lockedName = (table: string, name: string): Part => ({
  text: `name '${name}' in ${table}`,
  remove: () => releaseName(table, name),
});

export const vpc = (id: string): Part => ({
  text: `VPC ${id}`,
  remove: (ec2) => ec2.send(new DeleteVpcCommand({ VpcId: id })),
});

export const subnet = (id: string): Part => ({
  text: `subnet ${id}`,
  remove: (ec2) => ec2.send(new DeleteSubnetCommand({ SubnetId: id })),
});

export const internetGateway = (id: string): Part => ({
  text: `internet gateway ${id}`,
  remove: (ec2) => ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId: id })),
});

export const attachment = (id: string, vpcId: string): Part => ({
  text: `attachment of internet gateway ${id}`,
  remove: (ec2) =>
    ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId: id, VpcId: vpcId })),
});

/** Its routes go with it. */
export const routeTable = (id: string): Part => ({
  text: `route table ${id}`,
  remove: (ec2) => ec2.send(new DeleteRouteTableCommand({ RouteTableId: id })),
});

export const association = (id: string): Part => ({
  text: `association ${id}`,
  remove: (ec2) => ec2.send(new DisassociateRouteTableCommand({ AssociationId: id })),
});

/** A network's parts in the order in which they were built. */
export function partsOf(manifest: Manifest): Part[] {
  const { vpcId, subnets, internetGatewayId, routeTableId, associationIds } = manifest;
  return [
    vpc(vpcId),
    ...subnets.map(({ subnetId }) => subnet(subnetId)),
    internetGateway(internetGatewayId),
    attachment(internetGatewayId, vpcId),
    routeTable(routeTableId),
    ...associationIds.map(association),
  ];
}
