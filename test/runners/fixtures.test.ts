import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEachWay, project, runJest, runVitest, type Results, type Run } from './project.js';

/** The code under test: it knows nothing of fixtures. */
const functions = `
  const ec2 = new EC2Client({});
  const s3 = new S3Client({});
  const subnetsOf = async (id) => {
    const Filters = [{ Name: 'vpc-id', Values: [id] }];
    return (await ec2.send(new DescribeSubnetsCommand({ Filters }))).Subnets ?? [];
  };
  const create = (CidrBlock) => ec2.send(new CreateVpcCommand({ CidrBlock }));
  const vpcs = async () => ((await ec2.send(new DescribeVpcsCommand({}))).Vpcs ?? []).map(({ CidrBlock }) => CidrBlock);
  const read = async (Bucket, Key) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString();`;

const tests = `
  const dynamodb = new DynamoDBClient({});
  const close = (TableName, id) =>
    dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: { id: { S: id } },
        UpdateExpression: 'SET #status = :closed',
        ConditionExpression: '#status = :open',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':open': { S: 'open' }, ':closed': { S: 'closed' } },
      }),
    );

  const files = useAwsFixture('bucket', { objects: { 'a.txt': 'of the file' } });

  describe('a block', () => {
    const network = useAwsFixture('vpc', { CidrBlock: '10.7.0.0/16', subnets: 2 });

    test.each([1, 2])('has its network and the bucket of the file, anew: %i', async () => {
      expect(await vpcs()).toEqual(['10.7.0.0/16']);
      expect(await subnetsOf(network.vpc.id)).toHaveLength(2);
      expect(await read(files.name, 'a.txt')).toBe('of the file');
      await create('10.8.0.0/16');
      await s3.send(new PutObjectCommand({ Bucket: files.name, Key: 'b.txt', Body: 'b' }));
      expect(files).toHaveObject('b.txt', 'b');
      expect(files.keys).toEqual(['a.txt', 'b.txt']);
      expect(network.vpc).toHaveState({ State: 'available' });
    });

    describe('with a table', () => {
      const orders = useAwsFixture('table', { name: 'orders', items: [{ id: 'a', status: 'open' }] });
      test.each([1, 2])('has its items anew: %i', async () => {
        await close('orders', 'a');
        expect(orders).toHaveItem({ id: 'a' }, { status: 'closed' });
        const error = await close('orders', 'a').catch((thrown) => thrown);
        expect(error).toBeInstanceOf(ConditionalCheckFailedException);
        await orders.putItem({ Item: { id: 'b' } });
        expect(orders.items()).toEqual([{ id: 'a', status: 'closed' }, { id: 'b' }]);
        expect(DynamoDBClient).toHaveCalledOperationTimes('UpdateItem', 2);
      });
    });

    describe('with a secret', () => {
      const db = useAwsFixture('secret', { name: 'db', value: { password: 'a' } });
      test.each([1, 2])('has its value anew: %i', async () => {
        const secrets = new SecretsManager({});
        const { SecretString } = await secrets.getSecretValue({ SecretId: 'db' });
        expect(JSON.parse(SecretString)).toEqual({ password: 'a' });
        await secrets.putSecretValue({ SecretId: db.arn, SecretString: '{"password":"b"}' });
        expect([db.value, db.get('AWSPREVIOUS')]).toEqual([{ password: 'b' }, { password: 'a' }]);
      });
    });

    describe('with a key', () => {
      const key = useAwsFixture('key', { alias: 'app', spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT' });
      test('encrypts for it', async () => {
        const kms = new KMS({});
        const { CiphertextBlob } = await kms.encrypt({
          KeyId: 'alias/app',
          Plaintext: Buffer.from('hello'),
          EncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
        });
        expect(key.decrypt(CiphertextBlob)).toBe('hello');
        const { Plaintext, ...sealed } = await kms.generateDataKey({
          KeyId: 'alias/aws/s3',
          KeySpec: 'AES_256',
        });
        const decrypted = await kms.decrypt({ CiphertextBlob: sealed.CiphertextBlob });
        expect(decrypted.Plaintext).toEqual(Plaintext);
      });
    });

    describe('with a role', () => {
      const role = useAwsFixture('role', { name: 'worker', policies: ['AmazonS3ReadOnlyAccess'] });
      test('is described, and simulated', async () => {
        const iam = new IAM({});
        const { Role } = await iam.getRole({ RoleName: 'worker' });
        expect(Role.Arn).toBe(role.arn);
        const { EvaluationResults } = await iam.simulatePrincipalPolicy({
          PolicySourceArn: role.arn,
          ActionNames: ['s3:GetObject', 's3:PutObject'],
        });
        expect(EvaluationResults.map(({ EvalDecision }) => EvalDecision)).toEqual(['allowed', 'implicitDeny']);
      });
    });

    describe('with a bus', () => {
      const bus = useAwsFixture('bus', { name: 'orders' });
      test.each([1, 2])('has its events anew: %i', async () => {
        const Entries = [{ EventBusName: 'orders', Source: 'shop', DetailType: 'x', Detail: '{"id":1}' }];
        await new EventBridge({}).putEvents({ Entries });
        expect(bus.events).toHaveLength(1);
        expect(bus).toHaveReceivedEvent({ source: 'shop', detail: { id: 1 } });
        expect(matchesPattern(bus.events[0], { detail: { id: [{ numeric: ['>', 0] }] } })).toBe(true);
      });
    });

    describe('with a topic', () => {
      const placed = useAwsFixture('topic', { name: 'placed', subscriptions: ['a@example.com'] });
      test.each([1, 2])('has nothing published to it at first: %i', async () => {
        expect(placed).not.toHavePublished();
        const sns = new SNS({});
        const Token = placed.tokenOf('a@example.com');
        await sns.confirmSubscription({ TopicArn: placed.arn, Token });
        await sns.publish({ TopicArn: placed.arn, Message: '{"id":1}' });
        expect(placed).toHavePublished({ id: 1 });
        expect(placed.published).toMatchObject([{ to: [{ protocol: 'email' }] }]);
      });
    });

    describe('with parameters and a state machine', () => {
      const parameters = useAwsFixture('parameters', { '/app/url': 'https://example.com' });
      const look = async ({ id }) =>
        (await new SSM({}).getParameter({ Name: '/app/url' })).Parameter.Value + '/' + id;
      const machine = useAwsFixture('state-machine', {
        type: 'EXPRESS',
        outcome: { answers: look, after: 5 },
      });
      test.each([1, 2])('has them anew: %i', async () => {
        const input = { stateMachineArn: machine.arn, input: '{"id":1}' };
        const { status, output } = await new SFN({}).startSyncExecution(input);
        expect([status, output]).toEqual(['SUCCEEDED', '"https://example.com/1"']);
        expect(machine).toHaveStarted({ id: 1 });
        expect(machine.executions).toHaveLength(1);
        parameters.put('/app/url', 'changed');
        expect(parameters).toHaveParameter('/app/url', 'changed');
        expect('SSM').toHaveCalledOperationOnce('GetParameter');
      });
    });

    describe('with a role and a configuration', () => {
      const trusting = { accountId: '210987654321', trust: '123456789012' };
      const reader = useAwsFixture('role', { name: 'reader', ...trusting });
      const flags = { beta: { enabled: true } };
      const names = { application: 'shop', environment: 'test', profile: 'flags' };
      useAwsFixture('configuration', { ...names, flags, accountId: '210987654321' });
      const Ids = {
        ApplicationIdentifier: 'shop',
        EnvironmentIdentifier: 'test',
        ConfigurationProfileIdentifier: 'flags',
      };
      test('reads by the credentials of the role', async () => {
        const RoleSessionName = 'reading';
        const { Credentials } = await new STS({}).assumeRole({ RoleArn: reader.arn, RoleSessionName });
        const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials;
        const credentials = {
          accessKeyId: AccessKeyId,
          secretAccessKey: SecretAccessKey,
          sessionToken: SessionToken,
        };
        const { Arn } = await new STS({ credentials }).getCallerIdentity({});
        expect(Arn).toBe('arn:aws:sts::210987654321:assumed-role/reader/reading');
        const data = new AppConfigData({ credentials });
        const { InitialConfigurationToken } = await data.startConfigurationSession(Ids);
        const { Configuration } = await data.getLatestConfiguration({
          ConfigurationToken: InitialConfigurationToken,
        });
        expect(JSON.parse(Configuration.transformToString())).toEqual(flags);
      });
    });

    describe('in it', () => {
      const more = useAwsFixture('subnet', () => ({ vpc: network.vpc }));
      test('adds to the same account', async () => {
        expect(await subnetsOf(network.vpc.id)).toHaveLength(3);
        expect(more).toHaveState({ VpcId: network.vpc.id });
      });
    });
  });

  describe('another block', () => {
    let made;
    beforeEach(() => {
      made = useAwsFixture('vpc');
    });
    const here = useAwsFixture('account');
    test('has what its beforeEach made', async () => {
      expect(await vpcs()).toEqual(['10.0.0.0/16']);
      expect(made.vpc).toExist();
      expect(here.id).toBe('123456789012');
    });
  });

  test('can put one in place by itself', async () => {
    const network = useAwsFixture('vpc', { subnets: 1 });
    expect(await subnetsOf(network.vpc.id)).toHaveLength(1);
  });

  test('without a network leaves EC2 to stubs', async () => {
    configure({ unstubbed: 'throw' });
    await expect(create('10.0.0.0/16')).rejects.toThrow('No stub answers EC2 CreateVpc');
  });

  describe('at once', () => {
    const network = useAwsFixture('vpc');
    for (const n of [1, 2, 3]) {
      test.concurrent('tests have accounts of their own: ' + n, async () => {
        await create('10.' + n + '.0.0/16');
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(await vpcs()).toEqual(['10.0.0.0/16', '10.' + n + '.0.0/16']);
        expect(network.vpc).toExist();
        expect(await read(files.name, 'a.txt')).toBe('of the file');
      });
    }
  });`;

const allPassed = {
  'a block has its network and the bucket of the file, anew: 1': 'passed',
  'a block has its network and the bucket of the file, anew: 2': 'passed',
  'a block with a table has its items anew: 1': 'passed',
  'a block with a table has its items anew: 2': 'passed',
  'a block with a secret has its value anew: 1': 'passed',
  'a block with a secret has its value anew: 2': 'passed',
  'a block with a bus has its events anew: 1': 'passed',
  'a block with a bus has its events anew: 2': 'passed',
  'a block with a key encrypts for it': 'passed',
  'a block with a topic has nothing published to it at first: 1': 'passed',
  'a block with a topic has nothing published to it at first: 2': 'passed',
  'a block with a role is described, and simulated': 'passed',
  'a block with parameters and a state machine has them anew: 1': 'passed',
  'a block with parameters and a state machine has them anew: 2': 'passed',
  'a block with a role and a configuration reads by the credentials of the role': 'passed',
  'a block in it adds to the same account': 'passed',
  'another block has what its beforeEach made': 'passed',
  'can put one in place by itself': 'passed',
  'without a network leaves EC2 to stubs': 'passed',
  'at once tests have accounts of their own: 1': 'passed',
  'at once tests have accounts of their own: 2': 'passed',
  'at once tests have accounts of their own: 3': 'passed',
};

const EC2 = 'CreateVpcCommand, DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client';
const S3 = 'GetObjectCommand, PutObjectCommand, S3Client';
const DYNAMODB = 'ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand';

const esm = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'a.test.js': `
    import { beforeEach, describe, expect, test } from 'vitest';
    import { ${EC2} } from '@aws-sdk/client-ec2';
    import { ${S3} } from '@aws-sdk/client-s3';
    import { ${DYNAMODB} } from '@aws-sdk/client-dynamodb';
    import { AppConfigData } from '@aws-sdk/client-appconfigdata';
    import { EventBridge } from '@aws-sdk/client-eventbridge';
    import { IAM } from '@aws-sdk/client-iam';
    import { KMS } from '@aws-sdk/client-kms';
    import { SecretsManager } from '@aws-sdk/client-secrets-manager';
    import { SNS } from '@aws-sdk/client-sns';
    import { STS } from '@aws-sdk/client-sts';
    import { configure, matchesPattern, useAwsFixture } from 'aws-sdk-stubber';
    import { SFN } from '@aws-sdk/client-sfn';
    import { SSM } from '@aws-sdk/client-ssm';
    ${functions}${tests}`,
};

const cjs = {
  'a.test.js': `
    const { ${EC2} } = require('@aws-sdk/client-ec2');
    const { ${S3} } = require('@aws-sdk/client-s3');
    const { ${DYNAMODB} } = require('@aws-sdk/client-dynamodb');
    const { AppConfigData } = require('@aws-sdk/client-appconfigdata');
    const { EventBridge } = require('@aws-sdk/client-eventbridge');
    const { IAM } = require('@aws-sdk/client-iam');
    const { KMS } = require('@aws-sdk/client-kms');
    const { SecretsManager } = require('@aws-sdk/client-secrets-manager');
    const { SNS } = require('@aws-sdk/client-sns');
    const { STS } = require('@aws-sdk/client-sts');
    const { configure, matchesPattern, useAwsFixture } = require('aws-sdk-stubber');
    const { SFN } = require('@aws-sdk/client-sfn');
    const { SSM } = require('@aws-sdk/client-ssm');
    ${functions}${tests}`,
};

function statuses({ tests: all }: Results): Record<string, string> {
  return Object.fromEntries(Object.entries(all).map(([name, { status }]) => [name, status]));
}

function failures({ tests: all }: Results): string[] {
  return Object.values(all).flatMap(({ messages }) => messages);
}

/** Lets the files that hold a service's fakes, or resources, say that they were loaded. */
function tellLoading(folder: string): string {
  const dist = join(folder, 'node_modules/aws-sdk-stubber/dist');
  for (const name of readdirSync(dist).filter(
    (each) => /^(fixtures-|resource\.)/.test(each) && /js$/.test(each),
  )) {
    appendFileSync(join(dist, name), `\nconsole.log('LOADED ${name}');\n`);
  }
  return folder;
}

function loadedIn({ output }: Run): string[] {
  return [...new Set([...output.matchAll(/LOADED (\S+)/g)].map(([, name = '']) => name))];
}

const vitestConfig = (options = ''): string =>
  `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], ${options} } };`;
const jestConfig = (options = ''): string =>
  `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], ${options} };`;

describe('useAwsFixture in Vitest', () => {
  const ways = Object.fromEntries(
    Object.entries({
      forks: `pool: 'forks'`,
      threads: `pool: 'threads'`,
      'vm-threads': `pool: 'vmThreads'`,
      'files-that-share-a-worker': `isolate: false`,
      'this-package-inlined': `server: { deps: { inline: [/aws-sdk-stubber/] } }`,
      'hooks-in-parallel': `sequence: { hooks: 'parallel' }`,
    }).map(([name, options]) => [name, `setupFiles: ['aws-sdk-stubber/vitest'], ${options}`]),
  );
  let all: Promise<Run> | undefined;
  const inAllWays = (): Promise<Run> => {
    const again = esm['a.test.js'].replaceAll("'a block'", "'the second file'");
    return (all ??= runVitest(project(inEachWay(ways, { ...esm, 'b.test.js': again }))));
  };

  test.each(Object.keys(ways))('works with %s', async (way) => {
    const run = (await inAllWays()).in(way);
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(statuses(run)).toMatchObject({
      ...allPassed,
      'the second file in it adds to the same account': 'passed',
    });
  });

  test('stands in every test of every file where the setup file has it', async () => {
    const run = await runVitest(
      project({
        'package.json': esm['package.json'],
        'setup.js': `
          import { install } from 'aws-sdk-stubber/vitest';
          import { defineAwsFixture, useAwsFixture } from 'aws-sdk-stubber';
          install();
          defineAwsFixture('shop', ({ use }) => ({ bucket: use('bucket', { name: 'shop' }) }));
          useAwsFixture('vpc', { CidrBlock: '10.7.0.0/16' });`,
        ...Object.fromEntries(
          ['first', 'second'].map((name) => [
            `${name}.test.js`,
            `import { expect, test } from 'vitest';
            import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
            import { useAwsFixture } from 'aws-sdk-stubber';
            const shop = useAwsFixture('shop');
            test('${name}', async () => {
              const { Vpcs } = await new EC2Client({}).send(new DescribeVpcsCommand({}));
              expect(Vpcs).toMatchObject([{ CidrBlock: '10.7.0.0/16' }]);
              expect(shop.bucket).toHaveState({ Name: 'shop' });
            });`,
          ]),
        ),
        'vitest.config.js': `export default {
          test: { setupFiles: ['./setup.js'], isolate: false, maxWorkers: 1 },
        };`,
      }),
    );
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(statuses(run)).toEqual({ first: 'passed', second: 'passed' });
  });

  test('gives fixtures to test.extend', async () => {
    const run = await runVitest(
      project({
        'package.json': esm['package.json'],
        'extend.test.js': `
          import { describe, expect, test as base } from 'vitest';
          import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
          import { awsFixtures, configure } from 'aws-sdk-stubber';
          const test = base.extend(awsFixtures({ network: ['vpc', { subnets: 2 }], files: 'bucket' }));
          const vpcs = async () => (await new EC2Client({}).send(new DescribeVpcsCommand({}))).Vpcs;
          test('that name them', async ({ network, files }) => {
            expect(await vpcs()).toMatchObject([{ VpcId: network.vpc.id }]);
            expect(network.subnets).toHaveLength(2);
            expect(files).toExist();
          });
          test('and to no other', async () => {
            configure({ unstubbed: 'throw' });
            await expect(vpcs()).rejects.toThrow('No stub answers');
          });
          for (const n of [1, 2]) {
            test.concurrent('at once ' + n, async ({ network }) => {
              await new Promise((resolve) => setTimeout(resolve, 5));
              expect(await vpcs()).toMatchObject([{ VpcId: network.vpc.id }]);
            });
          }`,
        'vitest.config.js': vitestConfig(),
      }),
    );
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(Object.values(statuses(run))).toEqual(['passed', 'passed', 'passed', 'passed']);
  });
});

describe('useAwsFixture in Jest', () => {
  test.each([
    { how: 'CommonJS', options: '' },
    { how: 'reset modules', options: `resetModules: true,` },
    { how: 'jsdom’s kind of timers faked', options: `fakeTimers: { doNotFake: ['setTimeout'] },` },
  ])('works with $how', async ({ options }) => {
    const run = await runJest(project({ ...cjs, 'jest.config.js': jestConfig(options) }));
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(statuses(run)).toEqual(allPassed);
  });

  test('works with native ES modules', async () => {
    const run = await runJest(
      project({
        ...esm,
        'a.test.js': esm['a.test.js'].replace(/^.*from 'vitest';$/m, ''),
        'jest.config.js': `export default { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {} };`,
      }),
    );
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(statuses(run)).toEqual(allPassed);
  });
});

/** Fails once, after it has changed the account. */
const retried = `
  let attempt = 0;
  describe('again', () => {
    const network = useAwsFixture('vpc');
    again('a retry has its account anew', async () => {
      const ec2 = new EC2Client({});
      expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toMatchObject([{ VpcId: network.vpc.id }]);
      await ec2.send(new CreateVpcCommand({ CidrBlock: '10.1.0.0/16' }));
      attempt += 1;
      expect(attempt).toBe(2);
    });
  });`;

describe('a test that is run again', () => {
  test('in Vitest', async () => {
    const run = await runVitest(
      project({
        'package.json': esm['package.json'],
        'again.test.js': `
          import { describe, expect, test } from 'vitest';
          import { ${EC2} } from '@aws-sdk/client-ec2';
          import { useAwsFixture } from 'aws-sdk-stubber';
          const again = (name, fn) => test(name, { retry: 1 }, fn);
          ${retried}`,
        'vitest.config.js': vitestConfig(),
      }),
    );
    expect(statuses(run)).toEqual({ 'again a retry has its account anew': 'passed' });
  });

  test('in Jest', async () => {
    const run = await runJest(
      project({
        'again.test.js': `
          const { ${EC2} } = require('@aws-sdk/client-ec2');
          const { useAwsFixture } = require('aws-sdk-stubber');
          jest.retryTimes(1);
          const again = test;
          ${retried}`,
        'jest.config.js': jestConfig(),
      }),
    );
    expect(statuses(run)).toEqual({ 'again a retry has its account anew': 'passed' });
  });
});

describe('without a runner, after install(), a fixture stands until the program ends', () => {
  const program = `
    install();
    const network = useAwsFixture('vpc', { subnets: 2 });
    const files = useAwsFixture('bucket', { objects: { 'a.txt': 'text' } });
    ${functions}
    (async () => {
      console.log((await subnetsOf(network.vpc.id)).length, await read(files.name, 'a.txt'), files.keys);
    })();`;

  test('in an ES module', () => {
    const folder = project({
      'program.mjs': `
        import { install, useAwsFixture } from 'aws-sdk-stubber';
        import { ${EC2} } from '@aws-sdk/client-ec2';
        import { ${S3} } from '@aws-sdk/client-s3';
        ${program}`,
    });
    expect(printedBy(join(folder, 'program.mjs'))).toBe("2 text [ 'a.txt' ]");
  });

  test('in CommonJS', () => {
    const folder = project({
      'program.cjs': `
        const { install, useAwsFixture } = require('aws-sdk-stubber');
        const { ${EC2} } = require('@aws-sdk/client-ec2');
        const { ${S3} } = require('@aws-sdk/client-s3');
        ${program}`,
    });
    expect(printedBy(join(folder, 'program.cjs'))).toBe("2 text [ 'a.txt' ]");
  });
});

function printedBy(script: string): string {
  return execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
}

/** What a mistake says, in a test file of either runner. */
const mistakes = `
  const network = useAwsFixture('vpc');
  let outside;
  try { network.vpc; } catch (error) { outside = error.message; }
  test('read outside', () => { expect(outside).toMatch("What useAwsFixture('vpc') makes is there only while a test runs"); });
  describe('one', () => {
    const files = useAwsFixture('bucket');
    globalThis.other = files;
    test('is in its block', () => { expect(files.name).toBe('bucket-1'); });
  });
  test('read in another block', () => {
    expect(() => globalThis.other.name).toThrow('is not in place in "read in another block"');
  });`;

describe('a fixture in the wrong place says so', () => {
  test('in Vitest', async () => {
    const run = await runVitest(
      project({
        'package.json': esm['package.json'],
        'wrong.test.js': `
          import { describe, expect, test } from 'vitest';
          import { useAwsFixture } from 'aws-sdk-stubber';
          ${mistakes}`,
        'vitest.config.js': vitestConfig(),
      }),
    );
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(Object.values(statuses(run))).toEqual(['passed', 'passed', 'passed']);
  });

  test('in Jest', async () => {
    const run = await runJest(
      project({
        'wrong.test.js': `
          const { useAwsFixture } = require('aws-sdk-stubber');
          ${mistakes}`,
        'jest.config.js': jestConfig(),
      }),
    );
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(Object.values(statuses(run))).toEqual(['passed', 'passed', 'passed']);
  });

  test('in a runner whose setup entry did not run', async () => {
    const run = await runVitest(
      project({
        'package.json': esm['package.json'],
        'bare.test.js': `
          import { expect, test } from 'vitest';
          import { useAwsFixture } from 'aws-sdk-stubber';
          test('is refused', () => {
            expect(() => useAwsFixture('vpc')).toThrow("setupFiles: ['aws-sdk-stubber/vitest']");
          });`,
        'vitest.config.js': `export default {};`,
      }),
    );
    expect(failures(run)).toEqual([]);
  });
});

describe('the fakes of a service are loaded', () => {
  const body = `
    test('loads nothing', async () => {
      stub('EC2').on('CreateVpc').resolves({});
      expect(typeof useAwsFixture).toBe('function');
    });`;

  test('by no test that uses none, in Vitest', async () => {
    const files = {
      'package.json': esm['package.json'],
      'none.test.js': `
        import { expect, test } from 'vitest';
        import { stub, useAwsFixture } from 'aws-sdk-stubber';
        ${body}`,
      'vitest.config.js': vitestConfig(),
    };
    const run = await runVitest(tellLoading(project(files)));
    expect(statuses(run)).toEqual({ 'loads nothing': 'passed' });
    expect(loadedIn(run)).toEqual([]);
  });

  test('by no test that uses none, in Jest', async () => {
    const files = {
      'none.test.js': `
        const { stub, useAwsFixture } = require('aws-sdk-stubber');
        ${body}`,
      'jest.config.js': jestConfig(),
    };
    const run = await runJest(tellLoading(project(files)));
    expect(statuses(run)).toEqual({ 'loads nothing': 'passed' });
    expect(loadedIn(run)).toEqual([]);
  });

  test('where one is used, that one alone, and no package of the SDK with it', async () => {
    const files = {
      'package.json': esm['package.json'],
      'one.test.js': `
        import { createRequire } from 'node:module';
        import { expect, test } from 'vitest';
        import { useAwsFixture } from 'aws-sdk-stubber';
        const account = useAwsFixture('account');
        const files = useAwsFixture('bucket', { objects: { 'a.txt': 'a' } });
        test('uses a bucket', () => {
          expect(files).toHaveObject('a.txt', 'a');
          expect(account.region).toBe('us-east-1');
          expect(String(files)).toBe('s3.Bucket(name="bucket-1")');
          expect(JSON.parse(JSON.stringify(files)).kind).toBe('Bucket');
          expect(files).toEqual(files);
          expect(files.equals(useAwsFixture('bucket'))).toBe(false);
          const loaded = Object.keys(createRequire(import.meta.url).cache);
          expect(loaded.filter((path) => /@aws-sdk|smithy/.test(path))).toEqual([]);
        });`,
      'vitest.config.js': vitestConfig(),
    };
    const run = await runVitest(tellLoading(project(files)));
    expect([...run.fileFailures, ...failures(run)]).toEqual([]);
    expect(loadedIn(run)).toEqual(['fixtures-s3.cjs']);
  });
});

describe('the scenarios of a user’s kind', () => {
  test('run in Jest as they do in Vitest', async () => {
    const source = readFileSync(join(import.meta.dirname, '../fixtures/scenarios.test.ts'), 'utf8');
    const run = await runJest(
      project({
        'scenarios.test.ts': source
          .replace("'../../src/index.js'", "'aws-sdk-stubber'")
          .replace("'vitest'", "'@jest/globals'"),
        'jest.config.js': jestConfig(
          `transform: { '\\\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }] }`,
        ),
      }),
    );
    expect(failures(run)).toEqual([]);
    expect(Object.keys(run.tests)).toHaveLength(source.match(/^ {2}test\(/gm)?.length ?? 0);
  });
});
