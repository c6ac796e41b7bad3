import { describe, expect, test } from 'vitest';
import { project, runVitest } from './project.js';

/** Clients whose SDK is built in by Vite, from its ES modules. */
const FILES = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'code.js': `
    import { DescribeVpcsCommand, EC2, EC2Client, waitUntilVpcAvailable } from '@aws-sdk/client-ec2';
    import { ListQueuesCommand, SQSClient } from 'sqs-3.600';
    const ec2 = new EC2Client({});
    export const describeVpcs = () => ec2.send(new DescribeVpcsCommand({}));
    export const aggregated = () => new EC2({}).describeVpcs({});
    export const wait = () => waitUntilVpcAvailable({ client: ec2, maxWaitTime: 60 }, { VpcIds: ['vpc-1'] });
    export const older = () => new SQSClient({}).send(new ListQueuesCommand({}));`,
  'inlined.test.js': `
    import { EC2Client } from '@aws-sdk/client-ec2';
    import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
    import { fromHttp } from '@aws-sdk/credential-providers';
    import { configure, NetworkBlockedError, stub } from 'aws-sdk-stubber';
    import { expect, test } from 'vitest';
    import { aggregated, describeVpcs, older, wait } from './code.js';

    test('is stubbed, in every form', async () => {
      stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
      expect((await describeVpcs()).NextToken).toBe('stubbed');
      expect((await aggregated()).NextToken).toBe('stubbed');
      expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 2);
    });
    test('and of every age', async () => {
      stub('SQS').on('ListQueues').resolves({ QueueUrls: ['stubbed'] });
      expect((await older()).QueueUrls).toEqual(['stubbed']);
    });
    test('document clients too', async () => {
      stub(DynamoDBDocumentClient).on(GetCommand).resolves({ Item: { id: 1 } });
      const { Item } = await DynamoDBDocumentClient.from(new DynamoDBClient({}))
        .send(new GetCommand({ TableName: 't', Key: { id: 1 } }));
      expect(Item).toEqual({ id: 1 });
    });
    test('has its own error classes', async () => {
      stub(S3Client).on('GetObject').rejects('NoSuchKey');
      const error = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })).catch((e) => e);
      expect(error).toBeInstanceOf(NoSuchKey);
    });
    test('its waiters do not sleep', { timeout: 14_000 }, async () => {
      // The SDK would wait for 15 s.
      stub(EC2Client).on('DescribeVpcs')
        .resolvesOnce({ Vpcs: [{ VpcId: 'vpc-1', State: 'pending' }] })
        .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
      expect((await wait()).state).toBe('SUCCESS');
    });
    test('its credentials of a container are asked for once', { timeout: 2_900 }, async () => {
      // The SDK would ask three times more, a second later each.
      configure({ network: { blocked: 'throw' } });
      const awsContainerCredentialsFullUri = 'http://localhost:47313/';
      await expect(fromHttp({ awsContainerCredentialsFullUri })()).rejects.toThrow(NetworkBlockedError);
    });
    test('fails at its end', async () => {
      await describeVpcs().catch(() => undefined);
    });
    test('was built in as ES modules', () => {
      expect(globalThis.builtIn).toEqual(['core', 'smithy-client']);
    });`,
};

/** Tells the tests that the SDK's ES modules were built in: else they would show nothing. */
const WITNESS = `{
  name: 'witness',
  transform: (code, id) => {
    const [, name] = /@smithy.(core|smithy-client).dist-es.(?:.*.)?client.js/.exec(id) ?? [];
    if (name === undefined || !code.includes('class Client')) return undefined;
    return { code: code + ';(globalThis.builtIn ??= []).push("' + name + '"); globalThis.builtIn.sort();', map: null };
  },
}`;

describe('the plugin aws-sdk-stubber/vite', () => {
  test('adds the setup file, and stubs an SDK that Vite builds in from its ES modules', async () => {
    const run = await runVitest(
      project({
        ...FILES,
        'vitest.config.js': `
          import awsSdkStubber from 'aws-sdk-stubber/vite';
          export default {
            plugins: [awsSdkStubber(), ${WITNESS}],
            ssr: { resolve: { mainFields: ['module'], conditions: ['module', 'node'] } },

            test: { server: { deps: { inline: true } } },
          };`,
      }),
      // A place that is shut, though it is on this machine.
      { env: { HTTP_PROXY: 'http://localhost:47313/' } },
    );
    expect(run.fileFailures).toEqual([]);
    expect(run.tests).toMatchObject({
      'is stubbed, in every form': { status: 'passed' },
      'and of every age': { status: 'passed' },
      'document clients too': { status: 'passed' },
      'has its own error classes': { status: 'passed' },
      'its waiters do not sleep': { status: 'passed' },
      'its credentials of a container are asked for once': { status: 'passed' },
      'fails at its end': { status: 'failed' },
      'was built in as ES modules': { status: 'passed' },
    });
  });

  test.each([
    { how: 'before a setup file', given: `'./setup.js'` },
    { how: 'before a list of them', given: `['./setup.js']` },
    { how: 'once, where it is named already', given: `['./setup.js', 'aws-sdk-stubber/vitest']` },
  ])('puts its setup file $how', async ({ given }) => {
    const run = await runVitest(
      project({
        'package.json': '{ "name": "project", "private": true, "type": "module" }',
        'setup.js': `
          import { stub } from 'aws-sdk-stubber';
          stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'setup' });`,
        'a.test.js': `
          import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
          import { expect, test } from 'vitest';
          test('a', async () => {
            expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('setup');
          });`,
        'vitest.config.js': `
          import awsSdkStubber from 'aws-sdk-stubber/vite';
          export default { plugins: [awsSdkStubber()], test: { setupFiles: ${given} } };`,
      }),
    );
    expect(run.tests['a']).toEqual({ status: 'passed', messages: [] });
  });

  test('blocks without it what it would have stubbed, and says so', async () => {
    const run = await runVitest(
      project({
        ...FILES,
        'inlined.test.js': `
          import { test } from 'vitest';
          import { describeVpcs } from './code.js';
          test('is blocked', async () => { await describeVpcs(); });`,
        'vitest.config.js': `
          export default {
            plugins: [${WITNESS}],
            ssr: { resolve: { mainFields: ['module'], conditions: ['module', 'node'] } },

            test: { setupFiles: ['aws-sdk-stubber/vitest'], server: { deps: { inline: true } } },
          };`,
      }),
    );
    const { status, messages } = run.tests['is blocked'] ?? {};
    expect(status).toBe('failed');
    expect(messages?.[0]).toContain('ec2.us-east-1.amazonaws.com is AWS. The client that called');
    expect(messages?.[0]).toContain("add the plugin of 'aws-sdk-stubber/vite' to the config.");
  });
});
