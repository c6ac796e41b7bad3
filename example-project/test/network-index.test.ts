import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import { stub, useAwsFixture } from 'aws-sdk-stubber';
import { describe, expect, test } from 'vitest';

import { buildNetwork } from '../src/build-network.js';
import { main } from '../src/cli.js';
import { lockName, networksOf, releaseName } from '../src/network-index.js';
import { tearDown } from '../src/tear-down.js';
import { failureOf } from './failure-of.js';

const entry = (name: string, owner: string) => ({
  name,
  owner,
  manifest: `s3://manifests/${name}`,
});

const table = useAwsFixture('table', {
  name: 'networks',
  key: { name: 'S' },
  indexes: { byOwner: { pk: 'owner', sk: 'name' } },
  items: [entry('wiki', 'docs'), entry('shop', 'web'), entry('blog', 'web')],
});

describe('the index', () => {
  test('lists the networks of one owner, by name', async () => {
    expect(await networksOf({ table: 'networks', owner: 'web' })).toEqual(['blog', 'shop']);
    expect(await networksOf({ table: 'networks', owner: 'nobody' })).toEqual([]);
  });

  test('is read page by page', async () => {
    for (let n = 10; n < 15; n += 1) table.put(entry(`n-${n}`, 'web'));

    const names = await networksOf({ table: 'networks', owner: 'web' }, 3);

    expect(names).toEqual(['blog', 'n-10', 'n-11', 'n-12', 'n-13', 'n-14', 'shop']);
    expect(DynamoDBClient).toHaveCalledOperationTimes('Query', 3, { Limit: 3 });
  });

  test('locks a name for one owner, until it is released', async () => {
    const { message, cause } = await failureOf(lockName('networks', entry('shop', 'docs')));

    expect(message).toBe("the name 'shop' is taken by web: choose another name");
    expect(cause).toBeAwsError('ConditionalCheckFailedException');
    expect(table.get({ name: 'shop' })).toEqual(entry('shop', 'web'));

    await releaseName('networks', 'shop');
    await lockName('networks', entry('shop', 'docs'));
    expect(table).toHaveItem({ name: 'shop' }, { owner: 'docs' });
  });

  test('gives a name to one of several who want it at once', async () => {
    const owners = ['a', 'b', 'c'];

    const all = await Promise.allSettled(
      owners.map((owner) => lockName('networks', entry('new', owner))),
    );

    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(table.count).toBe(4);
  });
});

describe('a network with an index', () => {
  const account = useAwsFixture('account');
  useAwsFixture('bucket', { name: 'manifests' });
  const index = { table: 'networks', owner: 'web' };
  const plan = { cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests', index };

  test('has its name as long as it stands', async () => {
    await buildNetwork({ ...plan, name: 'new' });
    expect(table).toHaveItem({ name: 'new' }, { manifest: 's3://manifests/networks/new.json' });

    await tearDown('manifests', 'new', { table: 'networks' });
    expect(table).not.toHaveItem({ name: 'new' });
  });

  test('is not built where the name is taken', async () => {
    await expect(buildNetwork({ ...plan, name: 'wiki' })).rejects.toThrow(
      "the name 'wiki' is taken by docs",
    );
    expect(EC2Client).not.toHaveCalledOperation('CreateVpc');
    expect(table.count).toBe(3);
  });

  test('gives its name back where AWS refuses half-way', async () => {
    stub(account).on('CreateSubnet').rejects('SubnetLimitExceeded');

    await expect(buildNetwork({ ...plan, name: 'new' })).rejects.toThrow("name 'new' in networks");

    expect(table.items().map(({ name }) => name as string)).not.toContain('new');
  });

  test('is listed on the command line', async () => {
    const written: string[] = [];
    const output = { write: (text: string) => written.push(text) };

    const line = 'list --table networks --owner web';
    expect(await main(line.split(' '), { stdout: output, stderr: output })).toBe(0);

    expect(written.join('')).toBe('blog\nshop\n');
  });
});
