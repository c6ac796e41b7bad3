import { describe, expect, test } from 'vitest';
import { project, runJest, type Run } from './project.js';

/**
 * Without a call of its own to another machine: a host that is not this machine, at an address that is.
 */
const REACH = `
  const net = require('node:net');
  exports.reach = (port) => new Promise((resolve) => {
    const socket = net.connect({
      host: 'example.org', port,
      lookup: (host, options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    socket.on('connect', () => { socket.destroy(); resolve('reached'); });
    socket.on('error', ({ name, code }) => resolve(name === 'Error' ? code : name));
  });`;

const IMPORTS = `
  const { EC2Client, DescribeVpcsCommand } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');
  const { reach } = require('../reach.js');
  const call = () => new EC2Client({}).send(new DescribeVpcsCommand({}));`;

const CONFIG = `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`;

const firstLines = (texts: readonly string[]): (string | undefined)[] =>
  texts.map((text) => text.split('\n').find((line) => line.includes('Error: ')));

function statuses({ tests }: Run): object {
  return Object.fromEntries(Object.entries(tests).map(([name, { status }]) => [name, status]));
}

describe("in Jest a file's own afterAll", () => {
  test('comes before the end of the file', async () => {
    const run = await runJest(
      project({
        'jest.config.js': CONFIG,
        'reach.js': REACH,
        'tests/a.test.js': `${IMPORTS}
          beforeAll(() => { stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] }); });
          test('passes', async () => { expect(await call()).toEqual(expect.objectContaining({ Vpcs: [] })); });
          afterAll(async () => {
            expect(await call()).toEqual(expect.objectContaining({ Vpcs: [] }));
            expect(process.env.AWS_ACCESS_KEY_ID).toBe('AKIASTUBBEREXAMPLE00');
          });
          afterAll(async () => { expect(await reach(9)).toBe('NetworkBlockedError'); });`,
        'tests/b.test.js': `${IMPORTS}
          afterAll((done) => { call().catch(() => undefined).then(() => done()); });
          test('passes too', () => undefined);`,
      }),
      '--runInBand',
      { env: { AWS_ACCESS_KEY_ID: 'the-machines-own' } },
    );
    expect(statuses(run)).toEqual({ passes: 'passed', 'passes too': 'passed' });
    expect(firstLines(run.fileFailures)).toEqual([
      expect.stringContaining('NetworkBlockedError: A connection to example.org:9 was blocked'),
      expect.stringContaining('UnstubbedOperationError: '),
    ]);
  });
});

describe('in Jest in band, what a file leaves running', () => {
  const LATE = (ms: number) => `${IMPORTS}
    const fs = require('node:fs');
    test('leaves a connection', () => {
      setTimeout(async () => fs.appendFileSync('log.txt', 'connection ' + await reach(9) + '\\n'), ${String(ms)});
    });
    test('leaves a call', () => {
      setTimeout(() => call().catch(({ name }) => fs.appendFileSync('log.txt', 'call ' + name + '\\n')), ${String(ms)});
    });
    beforeAll(() => {
      setTimeout(async () => fs.appendFileSync('log.txt', 'hook ' + await reach(9) + '\\n'), ${String(ms)});
    });`;
  test.each([0, 60, 400])('is told, after %i ms, of no other file', async (ms) => {
    const folder = project({
      'jest.config.js': CONFIG,
      'reach.js': REACH,
      'tests/a.test.js': LATE(ms),
      'tests/b.test.js': `
        const fs = require('node:fs');
        const wait = () => new Promise((resolve) => { setTimeout(resolve, 300); });
        test('waits', wait);
        test('waits again', wait);
        test('has seen all', () => {
          expect(fs.readFileSync('log.txt', 'utf8').trim().split('\\n').sort()).toEqual([
            'call LateCallError', 'connection NetworkBlockedError', 'hook NetworkBlockedError',
          ]);
        });`,
      'sequencer.js': `
        const { default: Sequencer } = require('@jest/test-sequencer');
        module.exports = class extends Sequencer {
          sort(tests) { return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1)); }
        };`,
    });
    const run = await runJest(folder, '--runInBand', '--testSequencer=./sequencer.js');
    const after = `after the end of ${folder}/tests/a.test.js`;
    const blocked = expect.stringContaining(
      'NetworkBlockedError: A connection to example.org:9 was blocked',
    ) as unknown;
    const told = run.output.split('aws-sdk-stubber: ').slice(1);
    expect(told.map((text) => text.split('\n').slice(0, 2)).sort()).toEqual([
      [
        after,
        expect.stringContaining(
          'LateCallError: EC2 DescribeVpcs was called after its test was over: "leaves a call".',
        ),
      ],
      [after, blocked],
      [after, blocked],
    ]);
    expect(statuses(run)).toMatchObject({
      'leaves a call': 'passed',
      'leaves a connection': 'passed',
      waits: 'passed',
      'waits again': 'passed',
      'has seen all': 'passed',
    });
    expect(run.exitCode).toBe(1);
  });
});

test("in Jest in band the global teardown has the machine's own way out and environment", async () => {
  const folder = project({
    'jest.config.js': `module.exports = {
      setupFilesAfterEnv: ['aws-sdk-stubber/jest'], globalTeardown: './teardown.js',
    };`,
    'reach.js': REACH,
    'teardown.js': `
      const http = require('node:http');
      const { reach } = require('./reach.js');
      module.exports = async () => {
        const server = http.createServer();
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        const reached = await reach(server.address().port);
        server.close();
        const { AWS_ACCESS_KEY_ID, AWS_REGION } = process.env;
        console.log(JSON.stringify({ reached, AWS_ACCESS_KEY_ID, AWS_REGION }));
      };`,
    'tests/a.test.js': `${IMPORTS}
      test('is shut', async () => {
        const { configure } = require('aws-sdk-stubber');
        configure({ network: { blocked: 'throw' } });
        expect(await reach(9)).toBe('NetworkBlockedError');
      });`,
  });
  const run = await runJest(folder, {
    env: { AWS_ACCESS_KEY_ID: 'the-machines-own', AWS_REGION: 'eu-north-1' },
  });
  expect(statuses(run)).toEqual({ 'is shut': 'passed' });
  expect(run.output).toContain(
    '{"reached":"reached","AWS_ACCESS_KEY_ID":"the-machines-own","AWS_REGION":"eu-north-1"}',
  );
  expect(run.exitCode).toBe(0);
});
