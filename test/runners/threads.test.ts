import { describe, expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runVitest, type Run } from './project.js';

const CODE = `
  const inThread = (source) => new Promise((resolve, reject) => {
    new Worker(source, { eval: true }).on('message', resolve).on('error', reject);
  });
  const CALL = \`
    const { parentPort } = require('node:worker_threads');
    const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
    const ec2 = new EC2Client({});
    const call = () => ec2.send(new DescribeVpcsCommand({}))
      .then(({ NextToken }) => parentPort.postMessage(NextToken), ({ message }) => parentPort.postMessage(message));\`;
  const CONNECT = \`
    const { parentPort } = require('node:worker_threads');
    require('node:net').connect({ host: 'example.org', port: 9, lookup: (_, options, done) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4) })
      .on('error', ({ code }) => parentPort.postMessage(code));\`;

  test('a client in a thread says that it is not stubbed', async () => {
    stub('EC2').on('DescribeVpcs').resolves({});
    expect(await inThread(CALL + 'call();')).toBe(
      'EC2 DescribeVpcs was called in a worker thread, where no stub of the test is. Nothing was sent to AWS.\\n\\n' +
      "Let the test call the thread's code itself, or call install() of 'aws-sdk-stubber' in the thread, and stub there.\\n\\n${linkTo('other-calls-that-nothing-answers')}");
  });
  test('the thread can stub for itself', async () => {
    const stubbing = \`
      const { install, stub } = require('aws-sdk-stubber');
      install();
      stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'of the thread' });
      call();\`;
    expect(await inThread(CALL + stubbing)).toBe('of the thread');
  });
  test('the network is shut in it', async () => {
    expect(await inThread(CONNECT)).toBe('NETWORK_BLOCKED');
  });
  test('but for what is allowed', async () => {
    configure({ network: { allow: ['example.org'] }, unstubbed: 'throw' });
    expect(await inThread(CONNECT)).toBe('ECONNREFUSED');
    expect(await inThread(CALL + 'call();')).toMatch('was called in a worker thread');
  });
  test('and says what to write', async () => {
    configure({ network: { blocked: 'throw' } });
    expect(await inThread(CONNECT.replaceAll('code', 'message'))).toMatch("To let it through, write:\\n\\n  configure(");
  });
  let outliving;
  test('a thread that outlives its test fails it', () => {
    outliving = new Worker(CALL + "parentPort.once('message', call);", { eval: true });
  });
  test('and not the next one', async () => {
    await new Promise((resolve) => {
      outliving.on('message', resolve).postMessage('go on');
    });
    await outliving.terminate();
  });
  const KEEPING = \`
    const { parentPort, Worker } = require('node:worker_threads');
    const http = require('node:http');
    const agent = new http.Agent({ keepAlive: true });
    const lookup = (_, options, done) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
    parentPort.on('message', (port) => {
      http.get({ host: 'example.org', port, agent, lookup }, (response) =>
        response.resume().on('end', () => parentPort.postMessage(response.statusCode)))
        .on('error', ({ code }) => parentPort.postMessage(code));
    });\`;
  let server, kept;
  test('a thread has what its test allows', async () => {
    configure({ network: { allow: ['example.org'], blocked: 'throw' } });
    await new Promise((resolve) => {
      server = http.createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1', resolve);
    });
    const nesting = \`
      const { parentPort, Worker } = require('node:worker_threads');
      const inner = new Worker(\${JSON.stringify(KEEPING)}, { eval: true });
      inner.on('message', (message) => parentPort.postMessage(message));
      parentPort.on('message', (message) => inner.postMessage(message));\`;
    kept = [KEEPING, nesting].map((source) => new Worker(source, { eval: true }));
    for (const each of kept) expect(await asked(each)).toBe(200);
  });
  const asked = (thread) => new Promise((resolve) => {
    thread.once('message', resolve).postMessage(server.address().port);
  });
  test('and only for the time of that test', async () => {
    configure({ network: { allow: ['example.org'] } });
    for (const each of kept) {
      expect(await asked(each)).toBe('NETWORK_BLOCKED');
      await each.terminate();
    }
    server.close();
  });
  test('the network is shut in the threads that it starts', async () => {
    const nested = \`
      const { parentPort, Worker } = require('node:worker_threads');
      new Worker(\${JSON.stringify(CONNECT)}, { eval: true }).on('message', (message) => parentPort.postMessage(message));\`;
    expect(await inThread(nested)).toBe('NETWORK_BLOCKED');
  });
  test('a child process that inherits the flags of a thread runs', async () => {
    const forking = \`
      const { execFileSync } = require('node:child_process');
      const { parentPort } = require('node:worker_threads');
      const args = [...process.execArgv, '--print', '"as it would without us"'];
      parentPort.postMessage(execFileSync(process.execPath, args, { encoding: 'utf8' }));\`;
    expect(await inThread(forking)).toBe('as it would without us\\n');
  });`;

/** Each test's status, with the first line of what it failed with. */
function outcomes({ tests }: Run): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tests).map(([name, { status, messages }]) => [
      name,
      [status, ...messages.map((message) => message.split('\n')[0])].join(' '),
    ]),
  );
}

const BLOCKED =
  'failed NetworkBlockedError: A connection to example.org:9 was blocked: tests reach nothing but this machine. Nothing was sent.';
/** The threads' code catches each error, and the tests' assertions all hold. */
const ALL = {
  'a client in a thread says that it is not stubbed':
    'failed UnstubbedOperationError: EC2 DescribeVpcs was called in a worker thread, where no stub of the test is. Nothing was sent to AWS.',
  'the thread can stub for itself': 'passed',
  'the network is shut in it': BLOCKED,
  'but for what is allowed': 'passed',
  'and says what to write': 'passed',
  'a thread that outlives its test fails it':
    'failed LateCallError: A worker thread went on after its test was over: "a thread that outlives its test fails it".',
  'and not the next one': 'passed',
  'a thread has what its test allows': 'passed',
  'and only for the time of that test': 'passed',
  'the network is shut in the threads that it starts': BLOCKED,
  'a child process that inherits the flags of a thread runs': 'passed',
};

describe('a worker thread that the code under test starts', () => {
  test.each(['forks', 'threads'])('in Vitest’s pool %s', async (pool) => {
    const run = await runVitest(
      project({
        'package.json': '{ "name": "project", "private": true, "type": "module" }',
        'threads.test.js': `
          import http from 'node:http';
          import { Worker } from 'node:worker_threads';
          import { configure, stub } from 'aws-sdk-stubber';
          import { expect, test } from 'vitest';
          ${CODE}`,
        'vitest.config.js': `export default {
          // A flag that no thread may be given.
          test: { setupFiles: ['aws-sdk-stubber/vitest'], pool: '${pool}'${pool === 'forks' ? ", execArgv: ['--expose-gc']" : ''} },
        };`,
      }),
    );
    expect(outcomes(run)).toEqual(ALL);
  });

  test('in Jest', async () => {
    const run = await runJest(
      project({
        'threads.test.js': `
          const http = require('node:http');
          const { Worker } = require('node:worker_threads');
          const { configure, stub } = require('aws-sdk-stubber');
          ${CODE}`,
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      }),
    );
    expect(outcomes(run)).toEqual(ALL);
  });

  describe('by a class that was taken before the setup', () => {
    const early = `
      let result;
      try {
        new Early('', { eval: true });
        result = 'started';
      } catch (error) {
        result = error.message;
      }`;
    const REFUSED =
      'failed WrongUseError: A worker thread was not started, since it could not be guarded: your code imported Worker from ' +
      "node:worker_threads before aws-sdk-stubber was set up. Name aws-sdk-stubber's setup entry before all other setup files.";

    test('is not started in Vitest', async () => {
      const run = await runVitest(
        project({
          'package.json': '{ "name": "project", "private": true, "type": "module" }',
          'early.js': `
            import { Worker } from 'node:worker_threads';
            globalThis.Early = class extends Worker {};`,
          'threads.test.js': `
            import { register } from 'node:module';
            import { expect, test } from 'vitest';
            import { Worker } from 'node:worker_threads';
            test('starts one', () => { ${early} expect(result).toMatch('was not started'); });
            test('starts none', () => { register('data:text/javascript,'); });
            test('starts one of its own', async () => {
              await new Promise((resolve) => { new Worker('', { eval: true }).on('exit', resolve); });
            });`,
          'vitest.config.js': `export default { test: { setupFiles: ['./early.js', 'aws-sdk-stubber/vitest'] } };`,
        }),
      );
      expect(outcomes(run)).toEqual({
        'starts one': REFUSED,
        'starts none': 'passed',
        'starts one of its own': 'passed',
      });
    });

    test('is not started in Jest, but for what is its own', async () => {
      const run = await runJest(
        project({
          'early.js': `
            globalThis.Early = require('node:worker_threads').Worker;
            globalThis.started = new Promise((resolve) => {
              // As a tool of Jest's would, outside of tests.
              setTimeout(() => new Early('', { eval: true }).on('exit', resolve), 100);
            });`,
          'threads.test.js': `
            test('starts one', () => { ${early} expect(result).toMatch('was not started'); });
            test('starts none', async () => { expect(await started).toBe(0); });`,
          'jest.config.js': `module.exports = { setupFilesAfterEnv: ['./early.js', 'aws-sdk-stubber/jest'] };`,
        }),
      );
      expect(outcomes(run)).toEqual({ 'starts one': REFUSED, 'starts none': 'passed' });
    });
  });
});
