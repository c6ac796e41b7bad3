import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

/** A developer's machine: keys of all kinds, a profile, files in the home folder. */
const SECRET = 'do-not-tell-anybody';
const MACHINE = {
  AWS_ACCESS_KEY_ID: `${SECRET}-id`,
  AWS_SECRET_ACCESS_KEY: `${SECRET}-key`,
  AWS_SESSION_TOKEN: `${SECRET}-session`,
  AWS_BEARER_TOKEN_BEDROCK: `${SECRET}-bearer`,
  AWS_CONTAINER_AUTHORIZATION_TOKEN: `${SECRET}-container`,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://169.254.170.2/${SECRET}`,
  AWS_WEB_IDENTITY_TOKEN_FILE: `/${SECRET}/token`,
  AWS_ROLE_ARN: `arn:aws:iam::999999999999:role/${SECRET}`,
  AWS_PROFILE: SECRET,
  AWS_REGION: 'ap-southeast-2',
  AWS_DEFAULT_REGION: 'ap-southeast-2',
  AWS_ENDPOINT_URL: `https://${SECRET}.example.org`,
  AWS_ACCOUNT_ID: '999999999999',
  HTTPS_PROXY: `http://user:${SECRET}@127.0.0.1:47311/`,
  all_proxy: `socks5://${SECRET}.example.org`,
  npm_config_proxy: 'localhost:47312',
  no_proxy: 'localhost',
};

const START = 'https://example.org/start';
const LOG_IN = `.aws/sso/cache/${createHash('sha1').update(START).digest('hex')}.json`;

const FILES = {
  [`home/${LOG_IN}`]: JSON.stringify({ accessToken: SECRET, expiresAt: '2999-01-01T00:00:00Z' }),
  'home/.aws/credentials': `[default]\naws_access_key_id = ${SECRET}-file\naws_secret_access_key = ${SECRET}\n[${SECRET}]\naws_access_key_id = ${SECRET}-file\naws_secret_access_key = ${SECRET}\n`,
  'home/.aws/config': `[default]\nregion = ap-southeast-2\n[profile ${SECRET}]\nregion = ap-southeast-2\n`,
};

const TESTS = `
  const ec2 = new EC2Client({});
  test('finds a region and dummy keys', async () => {
    expect(await ec2.config.region()).toBe('us-east-1');
    expect(await ec2.config.credentials()).toMatchObject({ accessKeyId: 'AKIASTUBBEREXAMPLE00' });
    expect((await ec2.config.credentials()).sessionToken).toBeUndefined();
    expect(await fromNodeProviderChain()()).toMatchObject({ accessKeyId: 'AKIASTUBBEREXAMPLE00' });
    expect(ec2.config.isCustomEndpoint).not.toBe(true);
  });
  test('finds no log-in, and leaves it as it is', async () => {
    const logIn = fromSSO({ ssoStartUrl: '${START}', ssoAccountId: '1', ssoRegion: 'us-east-1', ssoRoleName: 'r' })();
    await expect(logIn).rejects.toThrow('The SSO session associated with this profile is invalid');
    const path = homedir() + '/${LOG_IN}';
    for (const act of ['readFileSync', 'writeFileSync']) {
      expect(() => fs[act](path, 'utf8')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    }
    await expect(fs.promises.writeFile(path, '')).rejects.toMatchObject({ code: 'ENOENT' });
  });
  test('takes a snapshot', async () => {
    stub(EC2Client, { unstubbed: 'empty' });
    stub(EC2Client, { delivery: 'wire' });
    await ec2.send(new DescribeVpcsCommand({}));
    expect(stub(EC2Client).calls()[0].requests).toMatchSnapshot();
    expect(process.env).toMatchObject({ AWS_REGION: 'us-east-1' });
  });
  test('fails', async () => {
    console.log(JSON.stringify(process.env), execFileSync(process.execPath, ['-p', 'JSON.stringify(process.env)']).toString());
    await ec2.send(new DescribeVpcsCommand({}));
  });
  test('prints the whole environment as a difference', () => {
    expect(process.env).toEqual({});
  });`;

/** A file of its own, since Jest's second file in a process finds the variables gone. */
const PROXY_TEST = `
  test('goes through no proxy of the machine', async () => {
    configure({ network: { blocked: 'throw' } });
    const { HTTPS_PROXY, all_proxy, npm_config_proxy, no_proxy } = process.env;
    expect([HTTPS_PROXY, all_proxy, npm_config_proxy]).toEqual([undefined, undefined, undefined]);
    // Node's fetch, told to use proxies at its start, asks for it at every request.
    expect(no_proxy).toBe('localhost');
    for (const [host, port] of [['127.0.0.1', 47311], ['localhost', 47312]]) {
      const error = await new Promise((resolve) => { net.connect(port, host).on('error', resolve); });
      expect(error.message).toContain('A variable of the environment names it as a proxy.');
    }
    const { code } = await new Promise((resolve) => { net.connect(9, 'localhost').on('error', resolve); });
    expect(code).not.toBe('NETWORK_BLOCKED');
    process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
  });
  test('puts back what a test sets', () => {
    expect(process.env.HTTPS_PROXY).toBeUndefined();
  });`;

function expectNoSecret(folder: string, run: Run): void {
  expect(readFileSync(join(folder, 'home', LOG_IN), 'utf8')).toContain(SECRET);
  expect(run.output).not.toContain(SECRET);
  expect(run.output).not.toContain('ap-southeast-2');
  expect(run.output).toContain('AKIASTUBBEREXAMPLE00');
  const [snapshot = ''] = readdirSync(join(folder, '__snapshots__'));
  expect(readFileSync(join(folder, '__snapshots__', snapshot), 'utf8')).not.toContain(SECRET);
  const statuses = Object.entries(run.tests).map(([name, { status }]) => [name, status]);
  expect(Object.fromEntries(statuses)).toEqual({
    'finds a region and dummy keys': 'passed',
    'finds no log-in, and leaves it as it is': 'passed',
    'takes a snapshot': 'passed',
    fails: 'failed',
    'goes through no proxy of the machine': 'passed',
    'puts back what a test sets': 'passed',
    'prints the whole environment as a difference': 'failed',
  });
}

describe('nothing of the machine that runs the tests is read or told', () => {
  test('in Vitest', async () => {
    const folder = project({
      ...FILES,
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'environment.test.js': `
        import { execFileSync } from 'node:child_process';
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        import fs from 'node:fs';
        import { homedir } from 'node:os';
        import { fromNodeProviderChain, fromSSO } from '@aws-sdk/credential-providers';
        import { stub } from 'aws-sdk-stubber';
        import { expect, test } from 'vitest';
        ${TESTS}`,
      'proxy.test.js': `
        import net from 'node:net';
        import { configure } from 'aws-sdk-stubber';
        import { expect, test } from 'vitest';
        ${PROXY_TEST}`,
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
    });
    const run = await runVitest(folder, { env: { ...MACHINE, HOME: join(folder, 'home') } });
    expectNoSecret(folder, run);
  });

  test.each(['--runInBand', '--maxWorkers=2'])('in Jest with %s', async (how) => {
    const folder = project({
      ...FILES,
      'environment.test.js': `
        const { execFileSync } = require('node:child_process');
        const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
        const fs = require('node:fs');
        const { homedir } = require('node:os');
        const { fromNodeProviderChain, fromSSO } = require('@aws-sdk/credential-providers');
        const { stub } = require('aws-sdk-stubber');
        ${TESTS}`,
      // Jest starts workers for more than one file only.
      'proxy.test.js': `
        const net = require('node:net');
        const { configure } = require('aws-sdk-stubber');
        ${PROXY_TEST}`,
      'teardown.js': `module.exports = () => {
        const { AWS_REGION, no_proxy } = process.env;
        if (AWS_REGION !== 'ap-southeast-2' || no_proxy !== 'localhost') throw new Error('not put back');
      };`,
      'jest.config.js': `module.exports = {
        setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
        globalTeardown: './teardown.js',
      };`,
    });
    const run = await runJest(folder, how, {
      env: { ...MACHINE, HOME: join(folder, 'home') },
    });
    expect(run.output).not.toContain('not put back');
    expectNoSecret(folder, run);
  });
});

/** What the project and the machine both say is the machine's. */
const OF_PROJECT = `
  test('what the project sets stays', async () => {
    expect(await new EC2Client({}).config.region()).toBe('eu-central-2');
    const { AWS_ACCESS_KEY_ID, AWS_ACCOUNT_ID, AWS_PROFILE, AWS_SESSION_TOKEN } = process.env;
    expect({ AWS_ACCESS_KEY_ID, AWS_ACCOUNT_ID, AWS_PROFILE, AWS_SESSION_TOKEN }).toEqual({
      AWS_ACCESS_KEY_ID: 'of-the-project',
      AWS_ACCOUNT_ID: '111122223333',
      AWS_PROFILE: 'of-the-project',
      AWS_SESSION_TOKEN: 'of-the-project',
    });
  });
  test('what is of the machine does not', () => {
    expect(JSON.stringify(process.env)).not.toContain('${SECRET}');
    expect(process.env.AWS_SECRET_ACCESS_KEY).toMatch(/dummy/);
    expect(process.env.AWS_ROLE_ARN).toBeUndefined();
  });`;

/** What lasts longer than a test may set something for all its tests. */
const OF_HOOKS = `
  beforeAll(() => { process.env.AWS_TABLE = 'of-the-file'; });
  describe.each(['one', 'another'])('in %s block', (block) => {
    beforeAll(() => { process.env.AWS_BUCKET = block; });
    test.each([1, 2])('test %d finds what hooks set', () => {
      const { AWS_BUCKET, AWS_QUEUE, AWS_TABLE } = process.env;
      expect({ AWS_BUCKET, AWS_QUEUE, AWS_TABLE }).toEqual({
        AWS_BUCKET: block,
        AWS_QUEUE: 'of-a-setup-file',
        AWS_TABLE: 'of-the-file',
      });
      process.env.AWS_BUCKET = 'of-a-test';
      delete process.env.AWS_TABLE;
    });
  });`;

const passed = { status: 'passed', messages: [] };

const OF_HOOKS_PASSED = {
  'in one block test 1 finds what hooks set': passed,
  'in one block test 2 finds what hooks set': passed,
  'in another block test 1 finds what hooks set': passed,
  'in another block test 2 finds what hooks set': passed,
};

describe('what a project sets for its tests stays, and only that', () => {
  test.each(['forks', 'threads'])('in Vitest’s pool %s', async (pool) => {
    const run = await runVitest(
      project({
        'package.json': '{ "name": "project", "private": true, "type": "module" }',
        'project.test.js': `
          import { EC2Client } from '@aws-sdk/client-ec2';
          import { beforeAll, describe, expect, test, vi } from 'vitest';
          ${OF_PROJECT}
          ${OF_HOOKS}
          const started = test.extend({
            server: [async ({}, use) => { process.env.AWS_PORT = '1'; await use('server'); }, { scope: 'file' }],
          });
          started.for([1, 2])('test %d finds what a fixture of the file set', (n, { server }) => {
            expect(process.env.AWS_PORT).toBe('1');
            process.env.AWS_PORT = '2';
          });
          test('nor when stubs of the environment go', () => {
            vi.unstubAllEnvs();
            expect(JSON.stringify(process.env)).not.toContain('${SECRET}');
          });`,
        'globals.test.js': `
          import { EC2Client } from '@aws-sdk/client-ec2';
          import { stub } from 'aws-sdk-stubber';
          import { expect, test, vi } from 'vitest';
          test('pretends to be a browser', () => {
            vi.stubGlobal('process', undefined);
            expect(typeof process).toBe('undefined');
          });
          test('has a part of a process', () => {
            vi.stubGlobal('process', { platform: 'win32' });
            expect(process.platform).toBe('win32');
          });
          test('takes the environment away', () => {
            const { env } = process;
            process.env = undefined;
            stub(EC2Client).on('DescribeVpcs').resolves({});
            setTimeout(() => undefined);
            globalThis.putBack = () => { process.env = env; };
          });
          test('puts it back', () => {
            putBack();
            expect(process.env.AWS_REGION).toBe('eu-central-2');
          });`,
        'after.js': `process.env.AWS_QUEUE = 'of-a-setup-file';`,
        'before.js': `
          import { vi } from 'vitest';
          process.env.AWS_SESSION_TOKEN = 'of-the-project';
          vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'stubbed');`,
        'global.js': `export const setup = () => { process.env.AWS_PROFILE = 'of-the-project'; };`,
        'vitest.config.js': `export default {
          test: {
            pool: '${pool}',
            unstubGlobals: true,
            globalSetup: './global.js',
            setupFiles: ['./before.js', 'aws-sdk-stubber/vitest', './after.js'],
            env: {
              AWS_REGION: 'eu-central-2',
              AWS_ACCOUNT_ID: '111122223333',
              AWS_ACCESS_KEY_ID: 'of-the-project',
              AWS_SECRET_ACCESS_KEY: process.env.AWS_SECRET_ACCESS_KEY,
            },
          },
        };`,
      }),
      { env: MACHINE },
    );
    expect(run.tests).toEqual({
      'what the project sets stays': passed,
      'what is of the machine does not': passed,
      ...OF_HOOKS_PASSED,
      'test 1 finds what a fixture of the file set': passed,
      'test 2 finds what a fixture of the file set': passed,
      'nor when stubs of the environment go': passed,
      'pretends to be a browser': passed,
      'has a part of a process': passed,
      'takes the environment away': passed,
      'puts it back': passed,
    });
  });

  test.each(['--runInBand', '--maxWorkers=2'])('in Jest with %s', async (how) => {
    const run = await runJest(
      project({
        'project.test.js': `
          const { EC2Client } = require('@aws-sdk/client-ec2');
          ${OF_PROJECT}
          ${OF_HOOKS}`,
        // Jest starts workers for more than one file only.
        'other.test.js': `test('another', () => undefined);`,
        'after.js': `process.env.AWS_QUEUE = 'of-a-setup-file';`,
        'before.js': `
          process.env.AWS_REGION = 'eu-central-2';
          process.env.AWS_SESSION_TOKEN = 'of-the-project';
          process.env.AWS_SECRET_ACCESS_KEY = process.env.AWS_SECRET_ACCESS_KEY;`,
        'global.js': `module.exports = () => { process.env.AWS_PROFILE = 'of-the-project'; };`,
        'jest.config.js': `
          process.env.AWS_ACCOUNT_ID = '111122223333';
          process.env.AWS_ACCESS_KEY_ID = 'of-the-project';
          module.exports = {
            globalSetup: './global.js',
            setupFiles: ['./before.js'],
            setupFilesAfterEnv: ['aws-sdk-stubber/jest', './after.js'],
          };`,
      }),
      how,
      { env: MACHINE },
    );
    expect(run.tests).toEqual({
      another: passed,
      ...OF_HOOKS_PASSED,
      'what the project sets stays': passed,
      'what is of the machine does not': passed,
    });
  });
});
