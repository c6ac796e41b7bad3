import { describe, expect, test } from 'vitest';
import { definitions, type ServiceName } from '../../src/resources/definitions/index.js';
import type { KindModel } from '../../src/resources/model.js';
import { parseService, serviceModel } from '../../src/resources/parse.js';
import { problemsOf } from './check-table.js';

const names = Object.keys(definitions) as ServiceName[];

describe.each(names)('the table of %s', (name) => {
  test('says nothing that the installed SDK does not know', () => {
    expect(problemsOf(serviceModel(name))).toEqual([]);
  });

  test('gives each kind members of different names', () => {
    for (const kind of kindsOf(name)) {
      const members = membersOf(kind);
      expect(members, kind.name).toEqual([...new Set(members)]);
    }
  });
});

describe('a wrong line in a table is found:', () => {
  test.each([
    ['an operation', 'DescribeVpcs(VpcIds[0]', 'DescribeVpc(VpcIds[0]', 'DescribeVpc'],
    ['a path of an answer', '@Vpcs[0]', '@Vpc[0]', 'has no such path'],
    ['an entry of what is no list', '@Subnet\n', '@Subnet[0]\n', 'no attributes stand there'],
    ['a member of an input', 'CreateSubnet(VpcId=$Id)', 'CreateSubnet(Vpc=$Id)', 'no Vpc'],
    ['an identifier', 'CreateSubnet(VpcId=$Id)', 'CreateSubnet(VpcId=$VpcId)', 'identifier vpcId'],
    ['an attribute', 'data.DhcpOptionsId', 'data.DhcpId', 'data has no DhcpId'],
    ['a kind', '=> Subnet(Id=.SubnetId', '=> Subnets(Id=.SubnetId', 'no kind Subnets'],
    ['a member of what is given', 'Subnet(Id=.SubnetId', 'Subnet(Id=.SubnetIdd', 'SubnetIdd'],
    [
      'an identifier left out',
      'Tag(ResourceId=$Id, Key',
      'Tag(Key',
      'Tag takes Key,ResourceId,Value',
    ],
    ['the attribute of an identifier', '[Id~VpcId]', '[Id~VPCId]', 'no attribute VPCId'],
    ['a waiter', 'VpcAvailable(', 'VpcReady(', 'no such waiter'],
    ['a shape', 'shape Vpc\n', 'shape VPC\n', 'no VPC'],
  ])('%s', (_what, right, wrong, problem) => {
    const table = definitions.ec2.replace(right, wrong);

    expect(table).not.toBe(definitions.ec2);
    expect(problemsOf(parseService('ec2', table)).join('\n')).toContain(problem);
  });

  test('a line that cannot be read', () => {
    const table = definitions.ec2.replace('action CreateVpc()', 'action CreateVpc');

    expect(() => parseService('ec2', table)).toThrow('cannot be read: action CreateVpc');
  });
});

test('all of boto3’s resource interface is there', () => {
  const kinds = names.flatMap(kindsOf);
  const count = (list: 'actions' | 'collections' | 'waiters' | 'batchActions') =>
    kinds.reduce((sum, kind) => sum + kind[list].length, 0);

  expect(names).toHaveLength(9);
  expect(kinds.filter(({ name }) => name !== 'ServiceResource')).toHaveLength(80);
  expect(count('actions')).toBe(318);
  expect(count('collections')).toBe(87);
  expect(count('waiters')).toBe(17);
  expect(count('batchActions')).toBe(15);
});

function kindsOf(name: ServiceName): KindModel[] {
  const service = serviceModel(name);
  return [service.root, ...service.kindNames.map((each) => service.kind(each))];
}

function membersOf(kind: KindModel): string[] {
  const lower = ({ name }: { name: string }) => name.charAt(0).toLowerCase() + name.slice(1);
  return [
    ...kind.identifiers.map(({ property }) => property),
    ...kind.actions.map(lower),
    ...kind.relations.map((each) => (each.needsData ? lower(each) : each.name)),
    ...kind.collections.map(lower),
    ...kind.waiters.map(({ name }) => `waitUntil${name}`),
  ];
}
