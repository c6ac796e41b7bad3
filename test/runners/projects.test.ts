import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BY_PATH, REACH } from './files-of-jest.js';
import { project, runJest, runVitest } from './project.js';

const OURS = (name: string): string => `
  const { appendFileSync } = require('node:fs');
  const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
  const { configure, stub } = require('aws-sdk-stubber');
  const { reach } = require('../reach.js');
  const later = (who) => setTimeout(async () => {
    appendFileSync('late.txt', who + ': ' + await reach(9) + '\\n');
  }, 300);
  later('top level');
  test('${name}', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
    // As jsdom does, and as Jest does for its next file.
    require('node:vm').createContext({});
    configure({ network: { blocked: 'throw' } });
    await expect(reach(9)).resolves.toBe('NetworkBlockedError');
    later('test');
  });`;

/** What the guard needs is loaded when something connects: here after the end of the file. */
const IDLE = `
  const { appendFileSync } = require('node:fs');
  const { reach } = require('../reach.js');
  test('connects to nothing', () => {
    setTimeout(async () => { appendFileSync('late.txt', 'test: ' + await reach(9) + '\\n'); }, 300);
  });`;

const THEIRS = (name: string): string => `
  const net = require('node:net');
  const { execFileSync } = require('node:child_process');
  const { reach } = require('../reach.js');
  test('${name}', async () => {
    expect(process.env.AWS_ACCESS_KEY_ID).toBe('of-the-machine');
    expect(process.env.AWS_REGION).toBe('eu-north-1');
    expect(process.env.AWS_CONFIG_FILE).toBe('/of-the-machine');
    expect(String(execFileSync(process.execPath, ['-p', 'process.env.AWS_ACCESS_KEY_ID']))).toBe('of-the-machine\\n');
    const server = net.createServer((socket) => { socket.destroy(); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const reached = await reach(server.address().port);
    // What the files before left behind comes now.
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    server.close();
    expect(reached).toBe('reached');
  });`;

test.each(['--runInBand', '--maxWorkers=2'])(
  'in Jest with %s a project that does not name the entry finds the process as if we had not been there',
  async (how) => {
    const folder = project({
      'reach.js': REACH,
      'sequencer.js': BY_PATH,
      'idle-1/1.test.js': IDLE,
      'idle-2/1.test.js': THEIRS('theirs 0'),
      'ours/1.test.js': OURS('ours 1'),
      'ours/2.test.js': OURS('ours 2'),
      'theirs-1/1.test.js': THEIRS('theirs 1'),
      'theirs-1/2.test.js': THEIRS('theirs 2'),
      'ours-too/1.test.js': "test.skip('none', () => undefined);",
      'ours-too/2.test.js': "throw new Error('not loaded');",
      'theirs-2/1.test.js': THEIRS('theirs 3'),
      'theirs-2/2.test.js': THEIRS('theirs 4'),
      'jest.config.js': `
        const setupFilesAfterEnv = ['aws-sdk-stubber/jest'];
        module.exports = { projects: [
          { displayName: '0', rootDir: __dirname + '/idle-1', setupFilesAfterEnv },
          { displayName: '00', rootDir: __dirname + '/idle-2' },
          { displayName: '1', rootDir: __dirname + '/ours', setupFilesAfterEnv },
          { displayName: '2', rootDir: __dirname + '/theirs-1' },
          { displayName: '3', rootDir: __dirname + '/ours-too', setupFilesAfterEnv },
          { displayName: '4', rootDir: __dirname + '/theirs-2' },
        ] };`,
    });
    const run = await runJest(
      folder,
      how,
      // The files of a project after those of the one before it.
      `--testSequencer=${folder}/sequencer.js`,
      {
        env: {
          AWS_ACCESS_KEY_ID: 'of-the-machine',
          AWS_SECRET_ACCESS_KEY: 'of-the-machine',
          AWS_REGION: 'eu-north-1',
          AWS_CONFIG_FILE: '/of-the-machine',
        },
      },
    );
    const passed = { status: 'passed', messages: [] };
    expect(run.tests).toMatchObject({
      'connects to nothing': passed,
      'theirs 0': passed,
      'ours 1': passed,
      'ours 2': passed,
      'theirs 1': passed,
      'theirs 2': passed,
      'theirs 3': passed,
      'theirs 4': passed,
    });
    const late = readFileSync(join(folder, 'late.txt'), 'utf8').trim().split('\n');
    // In band what comes from a top level cannot be told from a reporter's.
    const told = how === '--runInBand' ? late.filter((line) => line.startsWith('test')) : late;
    expect(new Set(told.map((line) => line.split(': ')[1]))).toEqual(
      new Set(['NetworkBlockedError']),
    );
    expect(told.filter((line) => line.startsWith('test'))).toHaveLength(3);
  },
);

/** As the vm pools of Vitest 3 do, whose workers run files of several projects: they import `node:vm` for each file. */
test('in Vitest whatever imports what makes the next sandbox tells us of it', async () => {
  const folder = project({
    'ours.test.js': `
      import { AsyncResource } from 'node:async_hooks';
      import * as vm from 'node:vm';
      import { expect, test } from 'vitest';
      const outside = new AsyncResource('as the runner');
      test('the next file finds the machine', () => {
        expect(process.env.AWS_ACCESS_KEY_ID).not.toBe('of-the-machine');
        const worker = globalThis.__vitest_worker__;
        worker.environmentTeardownRun = true;
        outside.runInAsyncScope(() => vm.createContext());
        worker.environmentTeardownRun = false;
        expect(process.env.AWS_ACCESS_KEY_ID).toBe('of-the-machine');
      });`,
    'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
  });
  const run = await runVitest(folder, { env: { AWS_ACCESS_KEY_ID: 'of-the-machine' } });
  expect(run.tests).toEqual({
    'the next file finds the machine': { status: 'passed', messages: [] },
  });
});
