import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { SFN } from '@aws-sdk/client-sfn';
import { awsFixtures, defineAwsFixture, matchesPattern, useAwsFixture } from '../../src/index.js';
import type { Provocations } from './provocations.js';

const account = () => useAwsFixture('account');
const queue = () => useAwsFixture('queue', { name: 'orders' });
const topic = () => useAwsFixture('topic', { name: 'orders' });
const bucket = () => useAwsFixture('bucket', { name: 'docs' });

export const ofFixtures: Provocations = {
  'a-fixture-or-an-option-that-there-is-not': [
    () => useAwsFixture(5 as never),
    () => useAwsFixture('qqqqqqqq' as never),
    () => useAwsFixture('vpc', [] as never),
  ],
  'an-option-that-takes-something-else': [
    () => useAwsFixture('vpc', { tags: { a: 1 } as never }),
    () => useAwsFixture('bucket', { objects: { a: 1 as never } }),
    () => useAwsFixture('queue', { name: 'a', fifo: true }),
    () => useAwsFixture('vpc', { CidrBlock: '10.0.0.0/28', subnets: 3 }),
    () => useAwsFixture('vpc', { natGateway: true, privateSubnets: 1 }),
    () => useAwsFixture('vpc', { internetGateway: false, publicSubnets: 1 }),
    () => useAwsFixture('queue', { fifo: 'yes' as never }),
    () => {
      bucket();
      return useAwsFixture('account', { zones: ['a'] });
    },
  ],
  'a-fixture-of-your-own': [
    () => {
      defineAwsFixture('' as never, () => ({}) as never);
    },
    () => {
      defineAwsFixture('shop' as never, 5 as never);
    },
    () => {
      defineAwsFixture('shop' as never, (() => 5) as never);
      return useAwsFixture('shop' as never);
    },
    () => awsFixtures(5 as never),
  ],
  'a-fixture-that-aws-would-refuse': [
    () => {
      topic().publish('');
    },
    () => matchesPattern({}, { source: 'shop' }),
  ],
  'what-a-fixture-hands-out': [
    () => {
      const made = bucket();
      account().call('S3', 'DeleteBucket', { Bucket: 'docs' });
      return made.state;
    },
    () => useAwsFixture('vpc').natGateway,
    () => queue().deadLetterQueue,
    () => topic().tokenOf('a@example.com'),
    () => topic().subscribe(5 as never),
    () => queue().send(undefined as never),
    () => {
      account().call('S3', 'PutObject', {
        Bucket: bucket().name,
        Key: 'a',
        Body: new ReadableStream(),
      });
    },
    () => useAwsFixture('key').alias,
    () => {
      useAwsFixture('table', { name: 'orders', key: { id: 'S' } }).put({ id: (() => 1) as never });
    },
    () => {
      account().restore({} as never);
    },
    () => {
      useAwsFixture('function', { name: 'work', handler: () => Promise.resolve('done') });
      return account().call('Lambda', 'Invoke', { FunctionName: 'work' });
    },
    () => matchesPattern(5 as never, {}),
    () => matchesPattern('no', { source: ['shop'] }),
  ],
  'what-fixtures-do-not-play': [
    () => {
      useAwsFixture('vpc');
      return new EC2({}).createVpc({ Ipv4IpamPoolId: 'ipam-pool-1' });
    },
    () => account().call('S3', 'CreateBuckt', {}),
    () => account().call('Glacier', 'ListVaults', {}),
    async () => {
      account();
      const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
      const { Policy } = await new IAM({}).getPolicy({ PolicyArn });
      return new IAM({}).getPolicyVersion({ PolicyArn, VersionId: Policy?.DefaultVersionId });
    },
    () => {
      const { arn } = useAwsFixture('state-machine', { name: 'fast', type: 'EXPRESS' });
      return new SFN({}).startSyncExecution({ stateMachineArn: arn });
    },
    async () => {
      account();
      const { arn } = useAwsFixture('role', { trust: ['lambda.amazonaws.com'] });
      await new Lambda({}).createFunction({
        FunctionName: 'other',
        Role: arn,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: Buffer.from('') },
      });
      return new Lambda({}).invoke({ FunctionName: 'other' });
    },
  ],
};
