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
