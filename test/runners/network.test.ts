import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

/** Where a proxy of the machine would be: a place that is shut, though it is on this machine. */
const MACHINE = { env: { HTTP_PROXY: 'http://localhost:47313/' } };

/** The same tests for both runners. */
const TESTS = `
  const get = (url) => new Promise((resolve, reject) => {
    http.get(url, (response) => resolve(response.resume())).on('error', reject);
  });
  test('only asserts that it throws', async () => {
    await expect(get('http://example.org:8080/')).rejects.toThrow();
  });
  test('swallows the error', async () => {
    await fetch('https://example.org/').catch(() => undefined);
  });
  test('tells the error itself, once', async () => {
    await get('http://[fd00::7]:8080/');
  });
  test('means to see it fail', async () => {
    configure({ network: { blocked: 'throw' } });
    await expect(get('http://example.org:8080/')).rejects.toThrow(NetworkBlockedError);
  });
  test('passes through to AWS, and swallows the error', async () => {
    stub(STSClient).passthrough();
    await new STSClient({}).send(new GetCallerIdentityCommand({})).catch(() => undefined);
  });
  test('asks the container for credentials, in every way, once', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = 'http://localhost:47313/';
    await fromNodeProviderChain()();
  });
  test('asks the machine for credentials, in every way, and swallows the error', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_EC2_METADATA_DISABLED;
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = 'http://localhost:47313/';
    await fromNodeProviderChain({ maxRetries: 2 })().catch(() => undefined);
  });
  describe('a server on this machine', () => {
    let server;
    beforeAll(() => new Promise((resolve) => {
      server = http.createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1', resolve);
    }));
    afterAll(() => server.close());
    test('is reached', async () => {
      await get(\`http://127.0.0.1:\${server.address().port}/\`);
    });
  });`;

const blocked = (place: string) =>
  `A connection to ${place} was blocked: tests reach nothing but this machine. Nothing was sent.`;

function expectAll({ tests, fileFailures }: Run): void {
  const first = Object.fromEntries(
    Object.entries(tests).map(([name, { status, messages }]) => [
      name,
      [status, ...messages.map((text) => text.split('\n')[0])],
    ]),
  );
  expect(fileFailures).toEqual([]);
  expect(first).toEqual({
    'only asserts that it throws': [
      'failed',
      `NetworkBlockedError: ${blocked('example.org:8080')}`,
    ],
    'swallows the error': ['failed', `NetworkBlockedError: ${blocked('example.org:443')}`],
    'tells the error itself, once': ['failed', `NetworkBlockedError: ${blocked('[fd00::7]:8080')}`],
    'means to see it fail': ['passed'],
    'passes through to AWS, and swallows the error': [
      'failed',
      `NetworkBlockedError: ${blocked('sts.us-east-1.amazonaws.com:443')}`,
    ],
    'asks the container for credentials, in every way, once': [
      'failed',
      `NetworkBlockedError: ${blocked('localhost:47313')}`,
    ],
    'asks the machine for credentials, in every way, and swallows the error': [
      'failed',
      `NetworkBlockedError: ${blocked('localhost:47313')}`,
    ],
    'a server on this machine is reached': ['passed'],
  });
}

describe('a way out that is shut fails the test', () => {
  test('in Vitest', async () => {
    const run = await runVitest(
      project({
        'package.json': '{ "name": "project", "private": true, "type": "module" }',
        'network.test.js': `
          import http from 'node:http';
          import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
          import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
          import { configure, NetworkBlockedError, stub } from 'aws-sdk-stubber';
          import { afterAll, beforeAll, describe, expect, test } from 'vitest';
          ${TESTS}`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      }),
      MACHINE,
    );
    expectAll(run);
  });

  test('in Jest, whose global teardown still reaches the network', async () => {
    const run = await runJest(
      project({
        'network.test.js': `
          const http = require('node:http');
          const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
          const { fromNodeProviderChain } = require('@aws-sdk/credential-providers');
          const { configure, NetworkBlockedError, stub } = require('aws-sdk-stubber');
          ${TESTS}`,
        'teardown.js': `module.exports = () => new Promise((resolve) => {
          require('node:net').connect({ host: 'example.org', port: 9, lookup: (_, options, done) =>
            options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4) })
            .on('error', ({ code }) => { console.log('teardown: ' + code); resolve(); });
        });`,
        'jest.config.js': `module.exports = {
          setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
          globalTeardown: './teardown.js',
        };`,
      }),
      MACHINE,
    );
    expectAll(run);
    expect(run.output).toContain('teardown: ECONNREFUSED');
  });
});
