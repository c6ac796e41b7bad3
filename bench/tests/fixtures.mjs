import {
  AppConfigDataClient,
  StartConfigurationSessionCommand,
} from '@aws-sdk/client-appconfigdata';
import {
  CreateVpcCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { matchesPattern, useAwsFixture } from 'aws-sdk-stubber';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, timeObjects } from './objects.mjs';
import { measurePlayed, timeCalls } from './played.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 20;
const TESTS = 30;
const CALLS = 200;
const SUBNETS = [100, 1000, 10_000];
const KEYS = 100_000;
const BLOCK = 60;

// Other credentials would be another account's.
const ec2 = new EC2Client({});
const s3 = new S3Client({});
const events = new EventBridgeClient({});
const sns = new SNSClient({});
const iam = new IAMClient({});
const kms = new KMSClient({});
const sts = new STSClient({});
const configurations = new AppConfigDataClient({});

/** Operations that are played on an account, in many tests, each with an account of its own. */
export function run({ side }) {
  const measure = (row, prepare, client = ec2) => measurePlayed(row, side, client, prepare);
  measure('CreateVpc', () => {
    useAwsFixture('account');
    return () => new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' });
  });
  measure('DescribeVpcs', () => {
    const { vpc } = useAwsFixture('vpc');
    return () => new DescribeVpcsCommand({ VpcIds: [vpc.id] });
  });
  measure(
    'PutEvents',
    () => {
      const other = useAwsFixture('bus');
      const rules = [{ pattern: { source: ['shop'] }, targets: [other.arn] }];
      useAwsFixture('bus', { name: 'shop', rules });
      return (n) => new PutEventsCommand({ Entries: [entry(n)] });
    },
    events,
  );
  measure(
    'Publish',
    () => {
      const MessageAttributes = { kind: { DataType: 'String', StringValue: 'order' } };
      const [all, some] = [useAwsFixture('queue'), useAwsFixture('queue')];
      const { arn: TopicArn } = useAwsFixture('topic', {
        subscriptions: [all, { to: some, filterPolicy: { kind: ['order'] } }],
      });
      return (n) => new PublishCommand({ TopicArn, Message: `{"id":${n}}`, MessageAttributes });
    },
    sns,
  );
  measure(
    'GetRole',
    () => {
      const { name: RoleName } = useAwsFixture('role', { policies: ['ReadOnlyAccess'] });
      return () => new GetRoleCommand({ RoleName });
    },
    iam,
  );
  measure(
    'PutRolePolicy',
    () => {
      const { name: RoleName } = useAwsFixture('role');
      const Statement = [{ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::b/*' }];
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
      return () => new PutRolePolicyCommand({ RoleName, PolicyName: 'read', PolicyDocument });
    },
    iam,
  );
  keyOperations();
  measure(
    'AssumeRole',
    () => {
      const { arn: RoleArn } = useAwsFixture('role', { trust: '123456789012' });
      return (n) => new AssumeRoleCommand({ RoleArn, RoleSessionName: `session-${n}` });
    },
    sts,
  );
  measure(
    'StartConfigurationSession',
    () => {
      const { applicationId, environmentId, profileId } = useAwsFixture('configuration');
      const input = {
        ApplicationIdentifier: applicationId,
        EnvironmentIdentifier: environmentId,
        ConfigurationProfileIdentifier: profileId,
      };
      return () => new StartConfigurationSessionCommand(input);
    },
    configurations,
  );
  pattern();
  objects();
  for (const count of SUBNETS) subnets(count);
  keys();
  accounts();

  /** Those of KMS with symmetric keys. */
  function keyOperations() {
    const Plaintext = new Uint8Array(32).fill(7);
    const withKey = (row, command, options = {}) =>
      measure(row, () => command(useAwsFixture('key', { alias: 'app', ...options })), kms);
    withKey(
      'Encrypt',
      ({ id: KeyId }) =>
        () =>
          new EncryptCommand({ KeyId, Plaintext }),
    );
    withKey('Decrypt', (key) => {
      const CiphertextBlob = key.encrypt('a text to keep');
      return () => new DecryptCommand({ CiphertextBlob });
    });
    withKey('GenerateDataKey', ({ alias: KeyId }) => {
      return () => new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' });
    });
    const mac = { Message: Plaintext, MacAlgorithm: 'HMAC_SHA_256' };
    withKey(
      'GenerateMac',
      ({ id: KeyId }) =>
        () =>
          new GenerateMacCommand({ KeyId, ...mac }),
      {
        spec: 'HMAC_256',
      },
    );
  }

  /** A pattern of ten conditions, against 1,000 events. */
  function pattern() {
    test('a pattern of ten conditions', () => {
      const all = Array.from({ length: 1000 }, (_, n) => event(n));
      const look = () => all.filter((each) => matchesPattern(each, PATTERN)).length;
      for (let i = 0; i < WARM_UP; i++) expect(look()).toBe(500);
      const start = process.cpuUsage();
      for (let i = 0; i < TESTS; i++) look();
      record('pattern', side, cpuSince(start) / TESTS);
    });
  }

  function objects() {
    const spent = { PutObject: 0, GetObject: 0 };
    for (let i = 0; i < WARM_UP + TESTS; i++) {
      test(`objects, test ${i}`, async () => {
        const bucket = useAwsFixture('bucket');
        const times = await timeObjects(s3, bucket.name, CALLS);
        if (i < WARM_UP) return;
        for (const row of Object.keys(spent)) spent[row] += times[row];
      });
    }
    test('objects, the figures', () => {
      for (const [row, time] of Object.entries(spent)) record(row, side, time / TESTS / CALLS);
    });
  }

  /** So many subnets in one account, looked for by id and by a filter that finds one of them. */
  function subnets(count) {
    test(`among ${count} subnets`, async () => {
      const account = useAwsFixture('account');
      const ids = createSubnets(account, count);
      const some = (n) => ids[(n * 7919) % count];
      const byId = (n) => new DescribeSubnetsCommand({ SubnetIds: [some(n)] });
      const byFilter = (n) =>
        new DescribeSubnetsCommand({ Filters: [{ Name: 'tag:n', Values: [String(n % count)] }] });
      const { Subnets } = await ec2.send(byFilter(7));
      expect(Subnets).toMatchObject([{ SubnetId: ids[7] }]);
      await timeCalls(ec2, 200, byId);
      record(`id-${count}`, side, (await timeCalls(ec2, 500, byId)) / 500);
      await timeCalls(ec2, 10, byFilter);
      record(`filter-${count}`, side, (await timeCalls(ec2, 20, byFilter)) / 20);
    });
  }

  /** A page of the middle of a large bucket, and the same page of one that has no more than it. */
  function keys() {
    for (const count of [1000, KEYS]) {
      test(`a page among ${count} keys`, async () => {
        const account = useAwsFixture('account');
        const { name } = useAwsFixture('bucket');
        for (let n = 0; n < count; n++) {
          account.call('S3', 'PutObject', { Bucket: name, Key: keyOf(n), Body: '' });
        }
        const StartAfter = count === KEYS ? keyOf(KEYS / 2) : undefined;
        const page = () => new ListObjectsV2Command({ Bucket: name, StartAfter });
        expect((await s3.send(page())).Contents).toHaveLength(1000);
        await timeCalls(s3, 20, page);
        record(`page-${count}`, side, (await timeCalls(s3, 50, page)) / 50);
      });
    }
  }

  /** Blocks of empty tests, in turns with blocks of tests that have an account. */
  function accounts() {
    const spent = { empty: 0, account: 0, call: 0 };
    for (let block = 0; block < 12; block++) {
      const isMeasured = block >= 6;
      wholeTests(
        'empty',
        isMeasured,
        () => undefined,
        () => undefined,
      );
      wholeTests(
        'account',
        isMeasured,
        () => useAwsFixture('account'),
        () => undefined,
      );
      wholeTests(
        'call',
        isMeasured,
        () => useAwsFixture('account'),
        () => ec2.send(new DescribeVpcsCommand({})),
      );
    }
    afterAll(() => {
      for (const [row, time] of Object.entries(spent)) record(row, side, time / 6 / BLOCK);
    });

    function wholeTests(row, isMeasured, declare, body) {
      describe(row, () => {
        let begin;
        declare();
        beforeAll(() => {
          begin = process.cpuUsage();
        });
        for (let i = 0; i < BLOCK; i++) test(`test ${i}`, body);
        afterAll(() => {
          if (isMeasured) spent[row] += cpuSince(begin);
        });
      });
    }
  }
}

/** Subnets in as many VPCs as hold them, each with a tag that tells it apart. */
function createSubnets(account, count) {
  const ids = [];
  let VpcId;
  for (let n = 0; n < count; n++) {
    if (n % 256 === 0) {
      VpcId = account.call('EC2', 'CreateVpc', { CidrBlock: '10.0.0.0/16' }).Vpc.VpcId;
    }
    const { Subnet } = account.call('EC2', 'CreateSubnet', {
      VpcId,
      CidrBlock: `10.0.${n % 256}.0/24`,
      TagSpecifications: [{ ResourceType: 'subnet', Tags: [{ Key: 'n', Value: String(n) }] }],
    });
    ids.push(Subnet.SubnetId);
  }
  return ids;
}

function entry(n) {
  return {
    EventBusName: 'shop',
    Source: 'shop',
    DetailType: 'Order Placed',
    Detail: JSON.stringify({ id: n, total: 3, customer: { id: 'c-1' } }),
  };
}

const PATTERN = {
  source: ['shop'],
  'detail-type': [{ prefix: 'Order' }],
  account: [{ 'anything-but': '210987654321' }],
  detail: {
    id: [{ numeric: ['>=', 500] }],
    state: [{ 'anything-but': ['cancelled', 'lost'] }],
    file: [{ suffix: '.pdf' }],
    path: [{ wildcard: 'orders/*/open' }],
    address: [{ cidr: '10.0.0.0/8' }],
    customer: [{ 'equals-ignore-case': 'ann' }],
    none: [{ exists: false }],
  },
};

function event(n) {
  return {
    source: 'shop',
    'detail-type': 'Order Placed',
    account: '123456789012',
    detail: {
      id: n,
      state: 'open',
      file: `order-${n}.pdf`,
      path: `orders/${n}/open`,
      address: '10.1.2.3',
      customer: 'Ann',
    },
  };
}
