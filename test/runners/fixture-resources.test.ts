import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

const names = {
  '@aws-sdk/client-ec2': 'DescribeSubnetsCommand, EC2Client, EC2ServiceException',
  '@aws-sdk/client-s3': 'NoSuchKey, S3Client',
  'aws-sdk-stubber': 'stub, useAwsFixture',
  'aws-sdk-stubber/resource': 'batch, resource',
};

const body = `
  const network = useAwsFixture('vpc', { subnets: 2 });
  const files = useAwsFixture('bucket', { objects: { 'a.txt': 'a', 'b.txt': 'b' } });
  const server = useAwsFixture('instance', () => ({ subnet: network.subnets[0] }));

  test('looks and arranges', async () => {
    stub('EC2').on('DescribeSubnets').rejects('RequestLimitExceeded');
    expect(await network.vpc.subnets.toArray()).toHaveLength(2);
    expect((await network.vpc.createSubnet({ CidrBlock: '10.0.9.0/24' })).id).toMatch(/^subnet-/);
    const { Body } = await files.Object('a.txt').get();
    expect(await Body.transformToString()).toBe('a');
    await files.objects.delete();
    expect(files.keys).toEqual([]);
    await server.terminate();
    await server.waitUntilTerminated();
    expect(server).not.toExist();
    expect(EC2Client).not.toHaveCalledAnyOperation();
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('has the classes of the SDK', async () => {
    expect(network.vpc.meta.client).toBeInstanceOf(EC2Client);
    await expect(network.vpc.delete()).rejects.toBeInstanceOf(EC2ServiceException);
    await expect(files.Object('c').get()).rejects.toBeInstanceOf(NoSuchKey);
  });

  test('agrees with resources of its own', async () => {
    const vpc = resource(new EC2Client({})).Vpc(network.vpc.id);
    expect(vpc.equals(network.vpc)).toBe(true);
    expect(network.vpc.equals(vpc)).toBe(true);
    expect(await vpc.subnets.toArray()).toEqual(await network.vpc.subnets.toArray());
  });

  test('takes things of fixtures for a batch', async () => {
    await batch([server]).stop();
    await batch(await network.vpc.instances.toArray()).createTags({ Tags: [{ Key: 'a', Value: 'b' }] });
    expect(server).toHaveState({ State: { Name: 'stopped' }, Tags: [{ Key: 'a', Value: 'b' }] });
    const other = resource(new EC2Client({})).Instance(server.id);
    expect(() => batch([other, server])).toThrow('batch() makes one request');
  });

  test('gives what matchers can look at', async () => {
    const subnet = await network.vpc.createSubnet({ CidrBlock: '10.0.9.0/24' });
    expect(subnet).toHaveState({ CidrBlock: '10.0.9.0/24' });
    await subnet.delete();
    expect(subnet).not.toExist();
    stub(subnet).on('DescribeSubnets').resolves({ Subnets: [] });
    await new EC2Client({}).send(new DescribeSubnetsCommand({}));
    expect(subnet).toHaveCalledOperationOnce('DescribeSubnets');
  });`;

const TESTS = body.match(/^ {2}test\(/gm)?.length;

const entries = Object.entries(names);
const imports = entries.map(([from, all]) => `import { ${all} } from '${from}';`).join('\n');
const requires = entries.map(([from, all]) => `const { ${all} } = require('${from}');`).join('\n');
const esm = { 'package.json': '{ "name": "project", "private": true, "type": "module" }' };

function expectAllPassed({ tests, fileFailures }: Run): void {
  const messages = Object.values(tests).flatMap(({ messages: all }) => all);
  expect([...fileFailures, ...messages]).toEqual([]);
  expect(Object.keys(tests)).toHaveLength(TESTS ?? 0);
}

describe('what fixtures hand out are resources', () => {
  test.each([
    ['forks', `pool: 'forks'`],
    ['threads', `pool: 'threads'`],
    ['vmThreads', `pool: 'vmThreads', maxWorkers: 1`],
    ['this package inlined', `server: { deps: { inline: [/aws-sdk-stubber/] } }`],
  ])('in Vitest, %s', async (_, options) => {
    const run = await runVitest(
      project({
        ...esm,
        'a.test.js': `import { expect, test } from 'vitest';\n${imports}${body}`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], ${options} } };`,
      }),
    );
    expectAllPassed(run);
  });

  test('in Jest, CommonJS', async () => {
    const run = await runJest(
      project({
        'a.test.js': `${requires}${body}`,
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      }),
    );
    expectAllPassed(run);
  });

  test('in Jest, ES modules', async () => {
    const run = await runJest(
      project({
        ...esm,
        'a.test.js': `${imports}${body}`,
        'jest.config.js': `export default { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {} };`,
      }),
    );
    expectAllPassed(run);
  });
});
