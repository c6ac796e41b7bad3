import type { EC2Client } from '@aws-sdk/client-ec2';
import type { DeletedObject } from '@aws-sdk/client-s3';
import {
  configure,
  defineAwsFixture,
  stub,
  useAwsFixture,
  type AwsAccountSnapshot,
  type AwsFixtureHandle,
  type BucketFixture,
  type TableFixture,
} from 'aws-sdk-stubber';
import { batch, type EC2Resources } from 'aws-sdk-stubber/resource';

declare module 'aws-sdk-stubber' {
  interface AwsFixtures {
    shop: { options: { orders?: number }; handle: { bucket: BucketFixture; orders: number } };
    tenant: { options: { id: string }; handle: { id: string } };
  }
}

/** Fails to compile unless both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

// The handle is that of the name, the options too.
const network = useAwsFixture('vpc', {
  CidrBlock: '10.0.0.0/16',
  subnets: 2,
  internetGateway: true,
});
same<typeof network.vpc.id, string>(true);
same<typeof network.vpc.state.CidrBlock, string>(true);
same<typeof network.subnets.length, number>(true);
export const zone: string | undefined = network.subnets[0]?.state.AvailabilityZone;
export const gateway: string = network.internetGateway.id;
useAwsFixture('vpc');
useAwsFixture('vpc', { subnets: [{ CidrBlock: '10.0.1.0/24' }, { name: 'b' }], natGateway: false });
useAwsFixture('vpc', { securityGroups: ['web', { GroupName: 'db', ingress: [5432] }] });
useAwsFixture('subnet', () => ({ vpc: network.vpc }));
useAwsFixture('subnet', { vpc: network });
useAwsFixture('instance', { state: 'stopped', subnet: 'subnet-1' });
useAwsFixture('account', { accountId: '210987654321', region: 'eu-west-1', zones: ['a', 'b'] });
// @ts-expect-error -- no such fixture
useAwsFixture('vcp');
// @ts-expect-error -- no such option
useAwsFixture('vpc', { CidrBlok: '10.0.0.0/16' });
// @ts-expect-error -- an option of another fixture
useAwsFixture('bucket', { subnets: 2 });
// @ts-expect-error -- no such state
useAwsFixture('instance', { state: 'stoped' });
// @ts-expect-error -- a function is checked too
useAwsFixture('subnet', () => ({ vcp: network.vpc }));
// @ts-expect-error -- a handle names no such thing
export const nothing: unknown = network.vcp;

const files = useAwsFixture('bucket', {
  objects: { 'a.txt': 'a', 'b.bin': new Uint8Array(2), 'c.json': { total: 3 } },
  versioning: true,
});
same<typeof files, BucketFixture>(true);
same<ReturnType<typeof files.text>, string>(true);

const edge = useAwsFixture('policy', { document: { Version: '2012-10-17', Statement: [] } });
const worker = useAwsFixture('role', {
  trust: ['lambda.amazonaws.com', '111122223333'],
  policies: ['ReadOnlyAccess', edge],
  inlinePolicies: { own: '{}', other: {} },
  permissionsBoundary: edge,
});
same<typeof worker.policyArns, readonly string[]>(true);
export const attaching: Promise<unknown> = worker.attachPolicy({ PolicyArn: edge.arn });
const alice = useAwsFixture('user', { groups: ['developers'], policies: [edge.arn] });
same<typeof alice.credentials.secretAccessKey, string>(true);
// @ts-expect-error -- an option of another fixture
useAwsFixture('user', { trust: 'lambda.amazonaws.com' });

const orders = useAwsFixture('table', {
  key: { customer: 'S', at: 'N' },
  indexes: {
    byStatus: { pk: 'status', sk: { at: 'N' }, projection: ['total'] },
    byDay: { pk: 'day', projection: 'KEYS_ONLY' },
  },
  localIndexes: { byTotal: { sk: { total: 'N' } } },
  items: [{ customer: 'c-1', at: 1 }],
  billing: { read: 1, write: 1 },
  stream: 'NEW_AND_OLD_IMAGES',
});
same<typeof orders, TableFixture>(true);
same<typeof orders.count, number>(true);
same<ReturnType<typeof orders.expire>, Promise<number>>(true);
orders.put({ customer: 'c-2', at: 1 });
export const item: object | undefined = orders.get({ customer: 'c-2', at: 1 });
stub(orders).on('PutItem').rejects('ProvisionedThroughputExceededException');
// @ts-expect-error -- no such type of a key
useAwsFixture('table', { key: { id: 'BOOL' } });
// @ts-expect-error -- an index has a partition key
useAwsFixture('table', { indexes: { byStatus: { sk: 'at' } } });
// @ts-expect-error -- a local index has the table's
useAwsFixture('table', { localIndexes: { byStatus: { pk: 'status', sk: 'at' } } });
// @ts-expect-error -- no such view of a stream
useAwsFixture('table', { stream: 'ALL' });

const account = useAwsFixture('account');
export const made: unknown = account.call('EC2', 'DescribeVpcs').Vpcs;
const before = account.snapshot();
same<typeof before, AwsAccountSnapshot>(true);
account.restore(before);
// @ts-expect-error -- what snapshot() did not give
account.restore({});
stub(network);
stub(network.vpc).on('DeleteVpc').rejects('DependencyViolation');

// Fixtures of one's own.
defineAwsFixture('shop', ({ use, account: shopAccount }, { orders = 0 }) => {
  same<typeof orders, number>(true);
  const bucket = use('bucket', { name: `orders-${shopAccount.id}` });
  return { bucket, orders };
});
const shop = useAwsFixture('shop', { orders: 2 });
useAwsFixture('shop');
same<typeof shop, AwsFixtureHandle<'shop'>>(true);
same<typeof shop.orders, number>(true);
useAwsFixture('tenant', { id: 't-1' });
// @ts-expect-error -- an option that must be given
useAwsFixture('tenant');
// @ts-expect-error -- the handle is not that of AwsFixtures
defineAwsFixture('tenant', ({}, { id }) => ({ ids: [id] }));
// @ts-expect-error -- not declared in AwsFixtures
defineAwsFixture('warehouse', () => ({}));

configure({ region: 'eu-west-1', accountId: '210987654321' });
// @ts-expect-error -- a number would lose its zeros
configure({ accountId: 123456789012 });

// What a fixture hands out is a resource as well, with nothing more imported.
async function look(): Promise<void> {
  for await (const subnet of network.vpc.subnets.filter({ MaxResults: 5 })) {
    same<typeof subnet, EC2Resources.Subnet>(true);
  }
  const subnet = await network.vpc.createSubnet({ CidrBlock: '10.0.9.0/24' });
  same<typeof subnet, EC2Resources.Subnet>(true);
  // @ts-expect-error -- no such parameter
  await network.vpc.createSubnet({ CidrBlok: '10.0.9.0/24' });
  const block = await network.vpc.get('CidrBlock');
  same<typeof block, string | undefined>(true);
  // @ts-expect-error -- no such attribute
  await network.vpc.get('CidrBlok');
  const owner = await network.subnets[0]?.vpc();
  same<typeof owner, EC2Resources.Vpc | undefined>(true);
  same<typeof network.vpc.meta.client, EC2Client>(true);
  same<Awaited<ReturnType<typeof network.vpc.load>>, typeof network.vpc>(true);

  const deleted = await files.objects.delete();
  same<(typeof deleted)[0]['Deleted'], DeletedObject[] | undefined>(true);
  const body: string | undefined = await (
    await files.Object('a.txt').get()
  ).Body?.transformToString();
  void body;

  const server = useAwsFixture('instance');
  await server.terminate();
  await server.waitUntilTerminated();
  // What a handle names itself stands first: it is there, and not asked for.
  same<typeof server.vpc, typeof network.vpc>(true);
  same<typeof server.subnet.state.CidrBlock, string>(true);
  await useAwsFixture('subnet').vpc.createTags({ Tags: [] });
  await useAwsFixture('security-group').authorizeIngress({ IpProtocol: 'tcp' });
  await useAwsFixture('image').deregister();
  await batch([server]).stop();

  // @ts-expect-error -- boto3 has no NAT gateways
  await network.natGateway.get('State');
}
void look;
