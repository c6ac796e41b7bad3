import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { useAwsFixture } from 'aws-sdk-stubber';

import { lockName, networksOf, releaseName } from '../src/network-index.js';
import { failureOf } from '../test/failure-of.js';

describe('the index', () => {
  const entry = (name: string, owner: string) => ({ name, owner, manifest: `s3://a/${name}` });
  const table = useAwsFixture('table', {
    name: 'networks',
    key: { name: 'S' },
    indexes: { byOwner: { pk: 'owner', sk: 'name' } },
    items: [entry('wiki', 'docs'), entry('shop', 'web'), entry('blog', 'web')],
  });

  test('lists the networks of one owner, page by page', async () => {
    expect(await networksOf({ table: 'networks', owner: 'web' }, 1)).toEqual(['blog', 'shop']);
    expect(DynamoDBClient).toHaveCalledOperationTimes('Query', 3, { IndexName: 'byOwner' });
  });

  test('locks a name until it is released', async () => {
    const { message, cause } = await failureOf(lockName('networks', entry('shop', 'docs')));
    expect(message).toBe("the name 'shop' is taken by web: choose another name");
    expect(cause).toBeAwsError('ConditionalCheckFailedException');

    await releaseName('networks', 'shop');
    await lockName('networks', entry('shop', 'docs'));
    expect(table).toHaveItem({ name: 'shop' }, { owner: 'docs' });
  });
});
