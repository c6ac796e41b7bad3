import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

/**
 * Ten thousand tests, each with a stub, settings, a call and a failure to count, and 20 kB in each of them.
 * The heap is measured once all is warm, and at the end.
 */
const TESTS = `
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc');
  const s3 = new S3Client({});
  const heap = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    gc();
    gc();
    return process.memoryUsage().heapUsed;
  };
  let before;
  for (let i = 0; i < 10_000; i++) {
    test('test ' + i, async () => {
      if (!process.env.IDLE) {
        configure({ unstubbed: 'throw' });
        stub(S3Client).on('GetObject', { Key: 'k' + i }).resolves({ ETag: 'e' + i + '.'.repeat(20_000) });
        await s3.send(new GetObjectCommand({ Bucket: 'b' + '.'.repeat(20_000) + i, Key: 'k' + i }));
        await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'unknown' })).catch(() => undefined);
        expect(S3Client).toHaveCalledOperation('GetObject', { Key: 'k' + i });
      }
      if (i === 1_000) before = await heap();
    });
  }
  test('grown', async () => {
    console.log('grown by ' + ((await heap()) - before) + ' bytes');
  });`;

/** How much 9,000 tests left on the heap, in bytes for each. */
function grownBy({ output, tests }: Run): number {
  expect(Object.values(tests).every(({ status }) => status === 'passed')).toBe(true);
  const [, bytes] = /grown by (-?\d+) bytes/.exec(output) ?? [];
  return Number(bytes) / 9_000;
}

describe('ten thousand tests with stubs and calls leave no more behind than as many empty ones', () => {
  test('in Vitest', async () => {
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'growth.test.js': `
        import v8 from 'node:v8';
        import vm from 'node:vm';
        import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
        import { configure, stub } from 'aws-sdk-stubber';
        import { expect, test } from 'vitest';
        ${TESTS}`,
      'vitest.config.js': `export default {
        test: { setupFiles: ['aws-sdk-stubber/vitest'], silent: false },
      };`,
    });
    const idle = grownBy(await runVitest(folder, { env: { IDLE: 'yes' } }));
    expect(grownBy(await runVitest(folder)) - idle).toBeLessThan(500);
  });

  test('in Jest', async () => {
    const folder = project({
      'growth.test.js': `
        const v8 = require('node:v8');
        const vm = require('node:vm');
        const { GetObjectCommand, S3Client } = require('@aws-sdk/client-s3');
        const { configure, stub } = require('aws-sdk-stubber');
        ${TESTS}`,
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
    });
    const idle = grownBy(await runJest(folder, { env: { IDLE: 'yes' } }));
    expect(grownBy(await runJest(folder)) - idle).toBeLessThan(500);
  });
});

/** With a part of Node that each wrapper stands around, and the heap at its end in MB. */
const ONE_OF_MANY = `
  const { appendFileSync } = require('node:fs');
  const { Worker } = require('node:worker_threads');
  const { createSocket } = require('node:dgram');
  require('node:v8').setFlagsFromString('--expose-gc');
  const gc = require('node:vm').runInNewContext('gc');
  const { install } = require('aws-sdk-stubber/jest');
  install();
  test('leaves nothing', async () => {
    createSocket('udp4').close();
    await require('node:dns').promises.lookup('localhost');
    gc();
    appendFileSync('heap.txt', process.pid + ' ' + process.memoryUsage().heapUsed / 1e6 + '\\n');
  });`;

/** A setup file of the user's that keeps functions of Node's for as long as its sandbox is there. */
const KEEPER = `
  const kept = [
    require('node:worker_threads').Worker,
    require('node:dgram').createSocket,
    require('node:dns').lookup,
    require('node:fs').readFile,
    require('node:http').request,
    require('node:net').Socket.prototype.connect,
  ];
  Object.defineProperty(globalThis, Symbol('kept'), { value: () => kept });`;

test.each(['--runInBand', '--maxWorkers=2'])(
  'in Jest with %s thirty files leave no more behind than a few',
  async (how) => {
    const files = Array.from({ length: 30 }, (_, i) => [`${String(i)}.test.js`, ONE_OF_MANY]);
    const folder = project({
      ...(Object.fromEntries(files) as Record<string, string>),
      'before.js': KEEPER,
      'after.js': KEEPER,
      'jest.config.js': `module.exports = {
        setupFilesAfterEnv: ['./before.js', 'aws-sdk-stubber/jest', './after.js'],
      };`,
    });
    const { exitCode } = await runJest(folder, how);
    expect(exitCode).toBe(0);
    const byProcess = new Map<string, number[]>();
    for (const line of readFileSync(join(folder, 'heap.txt'), 'utf8').trim().split('\n')) {
      const [pid = '', heap] = line.split(' ');
      byProcess.set(pid, [...(byProcess.get(pid) ?? []), Number(heap)]);
    }
    for (const heaps of byProcess.values()) {
      const [, , third = 0, ...others] = heaps;
      // A sandbox that is kept takes 5 MB and more.
      if (others.length > 5) expect((others.at(-1)! - third) / others.length).toBeLessThan(1);
    }
  },
);

/** What V8 says of each collection of all garbage: how much is left, in MB. */
function leftIn({ output }: Run): number[] {
  return [...output.matchAll(/Mark-Compact[^>]*-> ([\d.]+)/g)].map(([, size]) => Number(size));
}

/**
 * V8 holds what it compiled through some collections, and so would what hangs on that. A collection that is asked for lets it
 * go; so it is V8 that collects here, when it wants to, which differs from run to run.
 */
test(
  'in Jest 120 files with clients are let go as they are without this package',
  { retry: 2 },
  async () => {
    const files = Array.from({ length: 120 }, (_, i) => [
      `${String(i)}.test.js`,
      `
      const { EC2Client } = require('@aws-sdk/client-ec2');
      const { S3Client } = require('@aws-sdk/client-s3');
      const { DynamoDBClient, ListTablesCommand } = require('@aws-sdk/client-dynamodb');
      test('calls', async () => {
        const client = new DynamoDBClient({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' } });
        if (process.env.IDLE) client.send = async () => ({});
        else require('aws-sdk-stubber').stub(DynamoDBClient).on('ListTables').resolves({});
        await client.send(new ListTablesCommand({}));
        expect([new EC2Client({}), new S3Client({})]).toHaveLength(2);
      });`,
    ]);
    const all = Object.fromEntries(files) as Record<string, string>;
    const trace = `require('node:v8').setFlagsFromString('--trace-gc');`;
    const run = async (
      entries: readonly string[],
      env: Record<string, string>,
    ): Promise<number> => {
      const folder = project({
        ...all,
        'trace.js': trace,
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ${JSON.stringify(entries)} };`,
      });
      const result = await runJest(folder, '--runInBand', { env });
      expect(result.exitCode).toBe(0);
      const left = leftIn(result);
      expect(left.length).toBeGreaterThan(5);
      // Until then it may have let go of nothing, also without this package.
      return Math.min(...left.slice(-3));
    };
    const without = await run(['./trace.js'], { IDLE: 'yes' });
    const withIt = await run(['./trace.js', 'aws-sdk-stubber/jest'], {});
    expect(withIt / without).toBeLessThan(1.8);
  },
);
