import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeAvailabilityZonesCommand,
  EC2Client,
  type ResourceType,
  waitUntilVpcAvailable,
} from '@aws-sdk/client-ec2';

import { carve } from './cidr.js';
import { InputError } from './input-error.js';
import { manifestUrl, refuseExisting, saveManifest } from './manifest.js';
import type { Manifest, SubnetRecord } from './manifest.js';
import { lockName, type NetworkIndex } from './network-index.js';
import * as parts from './parts.js';
import { present } from './present.js';
import { undo } from './undo.js';
import type { WorkOptions } from './work-options.js';

const ec2 = new EC2Client({});

export interface NetworkPlan {
  name: string;
  cidrBlock: string;
  /** How many availability zones; each gets one public and one private subnet. */
  zones: number;
  /** The bucket that keeps the manifest. */
  bucket: string;
  /** Where its name is locked for its owner, and found again. */
  index?: NetworkIndex | undefined;
}

interface Site {
  name: string;
  /** Everything made so far, in order: what has to go if the next step fails. */
  built: parts.Part[];
  begin(step: string): void;
}

/** Builds a network and records it; what fails half-way is undone (`BuildFailedError`). */
export async function buildNetwork(
  plan: NetworkPlan,
  options: WorkOptions = {},
): Promise<Manifest> {
  const { name, cidrBlock, bucket } = plan;
  const blocks = carve(cidrBlock, plan.zones * 2);
  await refuseExisting(bucket, name);
  const region = await ec2.config.region();
  const zones = await chooseZones(plan.zones);

  let step = '';
  const begin = (next: string): void => {
    step = next;
    options.onProgress?.(next);
  };
  const site: Site = { name, built: [], begin };
  try {
    if (plan.index) await indexNetwork(site, bucket, plan.index);
    const vpcId = await createVpc(site, cidrBlock);
    const subnets = await createSubnets(site, vpcId, zones, blocks);
    const internetGatewayId = await createInternetGateway(site, vpcId);
    const routeTableId = await createPublicRouteTable(site, vpcId, internetGatewayId);
    const associationIds = await associatePublicSubnets(site, routeTableId, subnets);
    const ids = { vpcId, subnets, internetGatewayId, routeTableId, associationIds };
    const manifest = { name, region, cidrBlock, ...ids };
    begin(`saving ${manifestUrl(bucket, name)}`);
    await saveManifest(bucket, manifest);
    return manifest;
  } catch (error) {
    throw await undo(ec2, site.built, { step, error }, options);
  }
}

async function chooseZones(count: number): Promise<string[]> {
  const { AvailabilityZones = [] } = await ec2.send(
    new DescribeAvailabilityZonesCommand({
      Filters: [
        { Name: 'state', Values: ['available'] },
        // Local and Wavelength Zones are listed too once an account opts in.
        { Name: 'zone-type', Values: ['availability-zone'] },
      ],
    }),
  );
  const names = AvailabilityZones.map(({ ZoneName }) => present(ZoneName, 'ZoneName')).sort();
  if (names.length < count) {
    throw new InputError(`only ${names.length} zones are available: write --zones ${names.length}`);
  }
  return names.slice(0, count);
}

async function indexNetwork(site: Site, bucket: string, index: NetworkIndex): Promise<void> {
  const { name } = site;
  const { table, owner } = index;
  site.begin(`locking the name '${name}' in ${table}`);
  await lockName(table, { name, owner, manifest: manifestUrl(bucket, name) });
  site.built.push(parts.lockedName(table, name));
}

function tags({ name }: Site, type: ResourceType, suffix = '') {
  const Tags = [
    { Key: 'Name', Value: name + suffix },
    { Key: 'netkit:network', Value: name },
  ];
  return { TagSpecifications: [{ ResourceType: type, Tags }] };
}

async function createVpc(site: Site, cidrBlock: string): Promise<string> {
  site.begin(`creating VPC ${cidrBlock}`);
  const { Vpc } = await ec2.send(
    new CreateVpcCommand({ CidrBlock: cidrBlock, ...tags(site, 'vpc') }),
  );
  const id = present(Vpc?.VpcId, 'VpcId');
  site.built.push(parts.vpc(id));

  site.begin(`waiting for VPC ${id}`);
  const patience = { minDelay: 1, maxDelay: 5, maxWaitTime: 120 };
  await waitUntilVpcAvailable({ client: ec2, ...patience }, { VpcIds: [id] });
  return id;
}

async function createSubnets(
  site: Site,
  vpcId: string,
  zones: string[],
  blocks: string[],
): Promise<SubnetRecord[]> {
  const subnets: SubnetRecord[] = [];
  for (const [index, cidrBlock] of blocks.entries()) {
    const access = index < zones.length ? 'public' : 'private';
    const availabilityZone = present(zones[index % zones.length], 'ZoneName');
    site.begin(`creating ${access} subnet ${cidrBlock} in ${availabilityZone}`);
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: vpcId,
        CidrBlock: cidrBlock,
        AvailabilityZone: availabilityZone,
        ...tags(site, 'subnet', `-${access}-${availabilityZone}`),
      }),
    );
    const subnetId = present(Subnet?.SubnetId, 'SubnetId');
    site.built.push(parts.subnet(subnetId));
    subnets.push({ subnetId, cidrBlock, availabilityZone, access });
  }
  return subnets;
}

async function createInternetGateway(site: Site, vpcId: string): Promise<string> {
  site.begin('creating internet gateway');
  const { InternetGateway } = await ec2.send(
    new CreateInternetGatewayCommand(tags(site, 'internet-gateway')),
  );
  const id = present(InternetGateway?.InternetGatewayId, 'InternetGatewayId');
  site.built.push(parts.internetGateway(id));

  site.begin(`attaching internet gateway ${id}`);
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: id, VpcId: vpcId }));
  site.built.push(parts.attachment(id, vpcId));
  return id;
}

async function createPublicRouteTable(
  site: Site,
  vpcId: string,
  gatewayId: string,
): Promise<string> {
  site.begin('creating public route table');
  const { RouteTable } = await ec2.send(
    new CreateRouteTableCommand({ VpcId: vpcId, ...tags(site, 'route-table', '-public') }),
  );
  const id = present(RouteTable?.RouteTableId, 'RouteTableId');
  site.built.push(parts.routeTable(id));

  const destination = '0.0.0.0/0';
  site.begin(`routing ${destination} to ${gatewayId}`);
  const route = { RouteTableId: id, DestinationCidrBlock: destination, GatewayId: gatewayId };
  await ec2.send(new CreateRouteCommand(route));
  return id;
}

async function associatePublicSubnets(
  site: Site,
  routeTableId: string,
  subnets: SubnetRecord[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { subnetId } of subnets.filter(({ access }) => access === 'public')) {
    site.begin(`associating ${routeTableId} with ${subnetId}`);
    const { AssociationId } = await ec2.send(
      new AssociateRouteTableCommand({ RouteTableId: routeTableId, SubnetId: subnetId }),
    );
    const id = present(AssociationId, 'AssociationId');
    site.built.push(parts.association(id));
    ids.push(id);
  }
  return ids;
}
