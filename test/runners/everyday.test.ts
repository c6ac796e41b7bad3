import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Outcome, type Run } from './project.js';

/** What tests do that has nothing to do with us; `fake` is the runner's `vi` or `jest`. */
const TESTS = `
  const ec2 = new EC2Client({});
  const answerWith = (NextToken) => stub(EC2Client).on('DescribeVpcs').resolves({ NextToken });
  const describeVpcs = () => ec2.send(new DescribeVpcsCommand({}));

  describe('fake timers', () => {
    afterEach(() => { fake.useRealTimers(); });

    test('leave a call alone', async () => {
      fake.useFakeTimers();
      answerWith('answered');
      expect((await describeVpcs()).NextToken).toBe('answered');
    });
    test('also with nextTick and queueMicrotask faked', async () => {
      fake.useFakeTimers(everything);
      answerWith('answered');
      expect((await describeVpcs()).NextToken).toBe('answered');
      stub(EC2Client).on('DescribeSubnets').rejects('InvalidVpcID.NotFound');
      await expect(ec2.send(new DescribeSubnetsCommand({}))).rejects.toBeAwsError('InvalidVpcID.NotFound');
    });
    test('rule the delay of a reply', async () => {
      fake.useFakeTimers();
      stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'late' }).after(60_000);
      const answer = describeVpcs();
      await fake.advanceTimersByTimeAsync(60_000);
      expect((await answer).NextToken).toBe('late');
    });
    test('leave the network shut', async () => {
      configure({ network: { blocked: 'throw' } });
      fake.useFakeTimers();
      const socket = net.connect(443, '10.0.0.7');
      const error = await new Promise((resolve) => socket.on('error', resolve));
      expect(error.code).toBe('NETWORK_BLOCKED');
    });
    test('leave the wire and the waiters alone', async () => {
      fake.useFakeTimers();
      stub(EC2Client, { delivery: 'wire' }).on('DescribeVpcs')
        .resolvesOnce({ Vpcs: [{ VpcId: 'vpc-1', State: 'pending' }] })
        .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
      const { state } = await waitUntilVpcAvailable({ client: ec2, maxWaitTime: 60 }, { VpcIds: ['vpc-1'] });
      expect(state).toBe('SUCCESS');
    });
  });

  describe('assertions are counted', () => {
    test('as they are written', async () => {
      expect.assertions(2);
      answerWith('answered');
      expect((await describeVpcs()).NextToken).toBe('answered');
      expect(EC2Client).toHaveCalledOperation('DescribeVpcs');
    });
    test('and a missing one is told', async () => {
      expect.assertions(1);
      answerWith('answered');
      await describeVpcs();
    });
    test('also where there is to be any', async () => {
      expect.hasAssertions();
      answerWith('answered');
      await describeVpcs();
    });
  });

  test('snapshots take outputs, errors and calls', async () => {
    answerWith('answered');
    const output = await describeVpcs();
    expect(output.$metadata.httpStatusCode).toBe(200);
    expect({ ...output, $metadata: undefined }).toMatchSnapshot('output');
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.NotFound', { message: 'No VPC.' });
    await expect(describeVpcs()).rejects.toThrowErrorMatchingSnapshot('error');
    const calls = stub(EC2Client).calls().map(({ operation, input }) => ({ operation, input }));
    expect(calls).toMatchSnapshot('calls');
  });

  test('a spy on send hides no call', async () => {
    const spy = fake.spyOn(EC2Client.prototype, 'send').mockResolvedValue({});
    await describeVpcs();
    spy.mockRestore();
    fake.spyOn(EC2Client.prototype, 'send').mockResolvedValue({});
    await describeVpcs();
    answerWith('answered');
    const passing = fake.spyOn(ec2, 'send');
    await describeVpcs();
    for (const target of [EC2Client, ec2, 'EC2', stub()]) {
      expect(target).toHaveCalledOperationTimes('DescribeVpcs', 2);
    }
    EC2Client.prototype.send.mockRestore();
    await describeVpcs();
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
    passing.mockRestore();
  });
  `;

const NAMED = {
  'a mocked client class is named': 'passed',
  'so is an instance of it, which still is its author’s': 'passed',
  'so is its service, whose calls nobody records': 'passed',
};

const EXPECTED = {
  'fake timers leave a call alone': 'passed',
  'fake timers also with nextTick and queueMicrotask faked': 'passed',
  'fake timers rule the delay of a reply': 'passed',
  'fake timers leave the network shut': 'passed',
  'fake timers leave the wire and the waiters alone': 'passed',
  'assertions are counted as they are written': 'passed',
  'assertions are counted and a missing one is told': 'failed',
  'assertions are counted also where there is to be any': 'failed',
  'snapshots take outputs, errors and calls': 'passed',
  'a spy on send hides no call': 'passed',
};

const MOCKED_BY_ITSELF = `
  test('a mocked client class is named', () => {
    expect(() => stub(EC2Client)).toThrow(
      'stub() got a mock of EC2Client: vi.mock or jest.mock replaced its package, and calls of it reach no stub. ' +
        'Take that mock out; every client is stubbed without it.',
    );
  });
  test('so is an instance of it, which still is its author’s', async () => {
    const ec2 = new EC2Client({});
    ec2.send.mockResolvedValue({ NextToken: 'of the mock' });
    expect(await ec2.send(new DescribeVpcsCommand({}))).toEqual({ NextToken: 'of the mock' });
    const text = /^(stub|expect\\(…\\)\\.toHaveCalledOperation)\\(\\) got a mock of (EC2Client|a client class): vi.mock or jest.mock/;
    expect(() => stub(ec2).on('DescribeVpcs')).toThrow(text);
    expect(() => expect(ec2).not.toHaveCalledOperation('DescribeVpcs')).toThrow(text);
  });
  test('so is its service, whose calls nobody records', async () => {
    const text = "means clients of @aws-sdk/client-ec2, which vi.mock or jest.mock replaced with mocks: calls of them reach no stub";
    expect(() => stub('EC2').on('DescribeVpcs')).toThrow('stub() ' + text);
    expect(() => expect('EC2').not.toHaveCalledOperation('DescribeVpcs')).toThrow(text);
    stub('STS').on('GetCallerIdentity').resolves({ Account: 'ours' });
    expect((await new STSClient({}).send(new GetCallerIdentityCommand({}))).Account).toBe('ours');
    expect(STSClient).toHaveCalledOperationOnce('GetCallerIdentity');
    expect('STS').toHaveCalledOperationOnce('GetCallerIdentity');
    const error = Object.assign(new Error('gone'), { name: 'InvalidVpcID.NotFound', $service: 'EC2' });
    expect(error).toBeAwsError('InvalidVpcID.NotFound');
    expect(error).not.toBeAwsError('DependencyViolation');
  });`;

/** In Vitest, which tells what is mocked. */
const OF_EVERY_CLIENT = `
  test('so is every client', () => {
    expect(() => expect(stub()).not.toHaveCalledAnyOperation()).toThrow(
      'looks at the calls of every client, but vi.mock replaced @aws-sdk/client-ec2 with mocks, whose calls are not recorded.',
    );
  });`;

const SDK = `DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client, waitUntilVpcAvailable`;

function statuses({ tests }: Run): Record<string, Outcome['status']> {
  return Object.fromEntries(Object.entries(tests).map(([name, { status }]) => [name, status]));
}

function expectSnapshots(folder: string, file: string, run: Run): void {
  const text = readFileSync(join(folder, '__snapshots__', file), 'utf8');
  expect(text).toContain('"NextToken": "answered"');
  expect(text.match(/"operation": "DescribeVpcs"/g)).toHaveLength(2);
  expect(run.tests['assertions are counted and a missing one is told']?.messages[0]).toMatch(
    /one assertion to be called|assertions to be 1/,
  );
}

describe('what tests do every day works as it would without us', () => {
  test('in Vitest', async () => {
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'code.js': `
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        export const describeVpcs = () => new EC2Client({}).send(new DescribeVpcsCommand({}));`,
      'everyday.test.js': `
        import net from 'node:net';
        import { ${SDK} } from '@aws-sdk/client-ec2';
        import { configure, stub } from 'aws-sdk-stubber';
        import { afterEach, describe, expect, test, vi as fake } from 'vitest';
        const everything = { toFake: ['setTimeout', 'setImmediate', 'setInterval', 'Date', 'queueMicrotask', 'performance', 'nextTick'] };
        ${TESTS}
        describe('modules', () => {
          test('that are reset are stubbed again', async () => {
            fake.resetModules();
            const { describeVpcs } = await import('./code.js');
            const { EC2Client: Anew } = await import('@aws-sdk/client-ec2');
            const { stub: stubAnew } = await import('aws-sdk-stubber');
            stubAnew(Anew).on('DescribeVpcs').resolves({ NextToken: 'anew' });
            expect((await describeVpcs()).NextToken).toBe('anew');
            expect('EC2').toHaveCalledOperationOnce('DescribeVpcs');
          });
        });`,
      'mocked.test.js': `
        import { S3Client } from '@aws-sdk/client-s3';
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        import { stub } from 'aws-sdk-stubber';
        import { expect, test, vi } from 'vitest';
        vi.mock('@aws-sdk/client-s3', () => ({
          S3Client: class { send = async () => 'of the mock'; },
          ListBucketsCommand: class {},
        }));
        test('a mocked client package is the mock’s', async () => {
          expect(await new S3Client().send()).toBe('of the mock');
          stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
          expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
        });`,
      'mocked-by-itself.test.js': `
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
        import { stub } from 'aws-sdk-stubber';
        import { expect, test, vi } from 'vitest';
        vi.mock('@aws-sdk/client-ec2');
        ${MOCKED_BY_ITSELF} ${OF_EVERY_CLIENT}`,
      'spied.test.js': `
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        import { stub } from 'aws-sdk-stubber';
        import { expect, test, vi } from 'vitest';
        vi.mock('@aws-sdk/client-ec2', { spy: true });
        test('clients of a package that is only spied on are stubbed', async () => {
          stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'ours' });
          const ec2 = new EC2Client({});
          stub(ec2).on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'five' });
          expect((await ec2.send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
          expect((await ec2.send(new DescribeVpcsCommand({ MaxResults: 5 }))).NextToken).toBe('five');
          expect(ec2.send).toHaveBeenCalledTimes(2);
          expect('EC2').toHaveCalledOperationTimes('DescribeVpcs', 2);
          expect(stub()).toHaveCalledOperationTimes('DescribeVpcs', 2);
        });`,
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], pool: 'threads' } };`,
    });
    const run = await runVitest(folder);
    expect(run.fileFailures).toEqual([]);
    expect(statuses(run)).toEqual({
      ...EXPECTED,
      'modules that are reset are stubbed again': 'passed',
      'a mocked client package is the mock’s': 'passed',
      ...NAMED,
      'so is every client': 'passed',
      'clients of a package that is only spied on are stubbed': 'passed',
    });
    expectSnapshots(folder, 'everyday.test.js.snap', run);
  });

  test('in Jest', async () => {
    const folder = project({
      'everyday.test.js': `
        const net = require('node:net');
        const { ${SDK} } = require('@aws-sdk/client-ec2');
        const { configure, stub } = require('aws-sdk-stubber');
        const fake = jest;
        const everything = {};
        ${TESTS}`,
      'mocked.test.js': `
        jest.mock('@aws-sdk/client-s3', () => ({
          S3Client: class { send = async () => 'of the mock'; },
          ListBucketsCommand: class {},
        }));
        const { S3Client } = require('@aws-sdk/client-s3');
        const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
        const { stub } = require('aws-sdk-stubber');
        test('a mocked client package is the mock’s', async () => {
          expect(await new S3Client().send()).toBe('of the mock');
          stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
          expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
        });`,
      'mocked-by-itself.test.js': `
        jest.mock('@aws-sdk/client-ec2');
        const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
        const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
        const { stub } = require('aws-sdk-stubber');
        ${MOCKED_BY_ITSELF}`,
      'global-fakes.test.js': `
        const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
        const { stub } = require('aws-sdk-stubber');
        test('mocks that are reset and restored', async () => {
          stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
          jest.restoreAllMocks();
          jest.resetAllMocks();
          expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
        });
        test('with fake timers from the start', async () => {
          stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'ours' });
          expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('ours');
        });`,
      'jest.config.js': `module.exports = {
        transform: {},
        setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
        fakeTimers: { enableGlobally: true },
        resetMocks: true,
        restoreMocks: true,
        snapshotFormat: { escapeString: false, printBasicPrototype: false },
      };`,
    });
    const run = await runJest(folder);
    expect(run.fileFailures).toEqual([]);
    expect(statuses(run)).toEqual({
      ...EXPECTED,
      'a mocked client package is the mock’s': 'passed',
      ...NAMED,
      'mocks that are reset and restored': 'passed',
      'with fake timers from the start': 'passed',
    });
    expectSnapshots(folder, 'everyday.test.js.snap', run);
  });
});

test('in Jest what a test or a hook fails with shows the user’s own code alone', async () => {
  const fail = `expect(1).toBe(2);`;
  const run = await runJest(
    project({
      'stacks.test.js': `
          test('plain', () => { ${fail} });
          test('with done', (done) => { ${fail} done(); });
          test('async', async () => { ${fail} });
          test('later', async () => { await null; ${fail} });
          test('a generator', function* () { ${fail} });
          test('a generator later', function* () { yield Promise.resolve(); ${fail} });
          test.concurrent('concurrent', async () => { ${fail} });
          test.concurrent('a concurrent generator', function* () { yield Promise.resolve(); ${fail} });
          test.concurrent('concurrent with done', (done) => { ${fail} done(); });
          test('an error', () => { missing(); });
          test('null', () => { throw null; });
          describe('hooks', () => {
            beforeAll(() => { ${fail} });
            beforeEach(() => { ${fail} });
            afterEach(function* () { yield Promise.resolve(); ${fail} });
            test('of a block', () => undefined);
          });
          afterAll(() => { ${fail} });`,
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
    }),
  );
  expect(run.output).toMatch(/at Object\.toBe \(stacks\.test\.js:\d+:\d+\)|at toBe \(/);
  expect(run.output).not.toContain('node_modules/aws-sdk-stubber');
  expect(run.output).not.toContain('Cannot read properties of null');
  expect(run.exitCode).toBe(1);
});
