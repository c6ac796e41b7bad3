import { describe, expect, test } from 'vitest';
import { inEachWay, project, runJest, runVitest, type Results } from './project.js';

/** As suites for an emulator are written: set up once, then each test goes on where the one before it ended. */
const suite = `
  const s3 = new S3Client({ region: 'us-east-1' });
  const ec2 = new EC2Client({ region: 'us-east-1' });
  const db = new DynamoDBClient({ region: 'us-east-1' });
  const text = async (Key) =>
    (await s3.send(new GetObjectCommand({ Bucket: 'orders', Key }))).Body.transformToString();
  const put = (Key, Body) => s3.send(new PutObjectCommand({ Bucket: 'orders', Key, Body }));
  const keys = async () =>
    ((await s3.send(new ListObjectsV2Command({ Bucket: 'orders' }))).Contents ?? []).map(({ Key }) => Key);
  const item = async (id) =>
    (await db.send(new GetItemCommand({ TableName: 'orders', Key: { id: { S: id } } }))).Item;
  const codeOf = (promise) => promise.then(() => 'none', ({ name }) => name);

  describe('S3', () => {
    beforeAll(async () => {
      useAwsFixture('account');
      await s3.send(new CreateBucketCommand({ Bucket: 'orders' }));
    });
    afterAll(async () => {
      await s3.send(new DeleteBucketCommand({ Bucket: 'orders' }));
    });
    test('has an empty bucket', async () => expect(await keys()).toEqual([]));
    test('puts an object', () => put('1.json', '{"total":1}'));
    test('reads it', async () => expect(await text('1.json')).toBe('{"total":1}'));
    test('puts another', () => put('2.json', '{}'));
    test('lists both', async () => expect(await keys()).toEqual(['1.json', '2.json']));
    test('writes the first again', () => put('1.json', '{"total":2}'));
    test('reads what is new', async () => expect(await text('1.json')).toBe('{"total":2}'));
    test('copies it', () =>
      s3.send(new CopyObjectCommand({ Bucket: 'orders', Key: '3.json', CopySource: 'orders/1.json' })));
    test('reads the copy', async () => expect(await text('3.json')).toBe('{"total":2}'));
    test('deletes all', async () => {
      for (const Key of await keys()) await s3.send(new DeleteObjectCommand({ Bucket: 'orders', Key }));
    });
    test('finds none', async () => expect(await codeOf(text('1.json'))).toBe('NoSuchKey'));
  });

  describe('EC2', () => {
    let network, VpcId, SubnetId;
    const subnets = async () => (await ec2.send(new DescribeSubnetsCommand({}))).Subnets;
    beforeAll(() => {
      network = useAwsFixture('vpc', { subnets: 1 });
      VpcId = network.vpc.id;
    });
    test('has a network', async () =>
      expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toMatchObject([{ VpcId }]));
    test('adds a subnet', async () => {
      const input = { VpcId, CidrBlock: '10.0.9.0/24' };
      SubnetId = (await ec2.send(new CreateSubnetCommand(input))).Subnet.SubnetId;
    });
    test('lists two', async () => expect(await subnets()).toHaveLength(2));
    test('does not add it twice', async () =>
      expect(await codeOf(ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.0.9.0/24' })))).toBe(
        'InvalidSubnet.Conflict',
      ));
    test('tags it', () =>
      ec2.send(new CreateTagsCommand({ Resources: [SubnetId], Tags: [{ Key: 'team', Value: 'web' }] })));
    test('finds it by its tag', async () => {
      const Filters = [{ Name: 'tag:team', Values: ['web'] }];
      const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ Filters }));
      expect(Subnets).toMatchObject([{ SubnetId }]);
    });
    test('puts a bucket on top', () => expect(useAwsFixture('bucket')).toExist());
    test('puts another network on top', async () => {
      const other = useAwsFixture('vpc', { CidrBlock: '10.1.0.0/16', subnets: 1 });
      await ec2.send(new CreateSubnetCommand({ VpcId: other.vpc.id, CidrBlock: '10.1.9.0/24' }));
      expect(await subnets()).toHaveLength(4);
    });
    test('has two again', async () => expect(await subnets()).toHaveLength(2));
    test('deletes the subnet', () => ec2.send(new DeleteSubnetCommand({ SubnetId })));
    test('lists one', async () => expect(await subnets()).toHaveLength(1));
  });

  let account;
  beforeAll(() => {
    account = useAwsFixture('account', { accountId: '111122223333' });
    account.call('S3', 'CreateBucket', { Bucket: 'of-the-file' });
  });

  describe('DynamoDB', () => {
    let before;
    beforeAll(async () => {
      await db.send(
        new CreateTableCommand({
          TableName: 'orders',
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        }),
      );
      await waitUntilTableExists({ client: db, maxWaitTime: 60 }, { TableName: 'orders' });
    });
    const put = (id, total) =>
      db.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: id }, total: { N: total } } }));
    const count = async () => (await db.send(new ScanCommand({ TableName: 'orders' }))).Count;
    test('has an empty table', async () => expect(await count()).toBe(0));
    test('puts an item', () => put('a', '1'));
    test('gets it', async () => expect(await item('a')).toEqual({ id: { S: 'a' }, total: { N: '1' } }));
    test('remembers the account', () => {
      before = account.snapshot();
    });
    test('deletes it', () => db.send(new DeleteItemCommand({ TableName: 'orders', Key: { id: { S: 'a' } } })));
    test('does not get it', async () => expect(await item('a')).toBeUndefined());
    test('has it once the account is put back', async () => {
      account.restore(before);
      expect(await count()).toBe(1);
    });
    test('sees the account of the file', async () => {
      const { Buckets } = await s3.send(new ListBucketsCommand({}));
      expect(Buckets).toMatchObject([{ Name: 'of-the-file' }]);
      expect(account.id).toBe('111122223333');
    });
    describe('at once', () => {
      const later = () => new Promise((resolve) => setTimeout(resolve, 20));
      test.concurrent('writes what the other sees', () => put('b', '2'));
      test.concurrent('sees what the other writes', async () => {
        const own = useAwsFixture('table', { name: 'on-top', key: { id: 'S' } });
        await later();
        expect(await item('b')).toBeDefined();
        expect(own).toExist();
      });
    });
    test('has what both wrote, and nothing that was on top', async () => {
      const { TableNames } = await db.send(new ListTablesCommand({}));
      expect(TableNames).toEqual(['orders']);
      expect(await count()).toBeGreaterThan(0);
    });
  });
`;

const NAMES = {
  '@aws-sdk/client-s3':
    'CopyObjectCommand, CreateBucketCommand, DeleteBucketCommand, DeleteObjectCommand, GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, PutObjectCommand, S3Client',
  '@aws-sdk/client-ec2':
    'CreateSubnetCommand, CreateTagsCommand, DeleteSubnetCommand, DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client',
  '@aws-sdk/client-dynamodb':
    'CreateTableCommand, DeleteItemCommand, DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand, ScanCommand, waitUntilTableExists',
  'aws-sdk-stubber': 'useAwsFixture',
};

const imports = Object.entries(NAMES)
  .map(([from, names]) => `import { ${names} } from '${from}';`)
  .join('\n');
const requires = Object.entries(NAMES)
  .map(([from, names]) => `const { ${names} } = require('${from}');`)
  .join('\n');

/** What is not shared by files, even where they share a worker. */
const nothingLeft = `
  test('another file has nothing of it', async () => {
    const account = useAwsFixture('account');
    expect(account.call('S3', 'ListBuckets').Buckets ?? []).toEqual([]);
  });`;

function problems({ fileFailures, tests }: Results): string[] {
  return [...fileFailures, ...Object.values(tests).flatMap(({ messages }) => messages)];
}

describe('a suite of over 30 tests for an emulator, with fixtures in beforeAll', () => {
  const ways = Object.fromEntries(
    Object.entries({
      forks: `pool: 'forks'`,
      threads: `pool: 'threads'`,
      'vm-threads': `pool: 'vmThreads'`,
      'files-that-share-a-worker': `isolate: false, maxWorkers: 1`,
    }).map(([name, options]) => [name, `setupFiles: ['aws-sdk-stubber/vitest'], ${options}`]),
  );

  test('runs in Vitest, in each pool', async () => {
    const files = {
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'a.test.js': `import { afterAll, beforeAll, describe, expect, test } from 'vitest';\n${imports}${suite}`,
      'b.test.js': `import { expect, test } from 'vitest';
        import { useAwsFixture } from 'aws-sdk-stubber';${nothingLeft}`,
    };
    const run = await runVitest(project(inEachWay(ways, files)));
    for (const way of Object.keys(ways)) {
      const own = run.in(way);
      expect(problems(own)).toEqual([]);
      expect(Object.keys(own.tests)).toHaveLength(34);
    }
  });

  test('runs in Jest', async () => {
    const run = await runJest(
      project({
        'a.test.js': requires + suite,
        'b.test.js': `const { useAwsFixture } = require('aws-sdk-stubber');${nothingLeft}`,
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      }),
    );
    expect(problems(run)).toEqual([]);
    expect(Object.keys(run.tests)).toHaveLength(34);
  });
});
