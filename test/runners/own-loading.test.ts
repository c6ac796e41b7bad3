import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

const failed = ({ tests, fileFailures }: Run): string[] => [
  ...fileFailures,
  ...Object.entries(tests).flatMap(([name, { status, messages }]) =>
    status === 'passed' ? [] : [`${name}: ${messages.join('\n')}`],
  ),
];

/** Its own files, by name, of those that are loaded. */
const LOADED = `
  const loaded = () => Object.keys(require.cache)
    .map((path) => /aws-sdk-stubber.dist.(.*)$/.exec(path)?.[1]).filter(Boolean).sort();`;

describe('a test file loads of this package what it uses', () => {
  test('in Vitest', async () => {
    const head = `
      import { createRequire } from 'node:module';
      import { stub } from 'aws-sdk-stubber';
      import { expect, test, vi } from 'vitest';
      const require = createRequire(import.meta.url);
      ${LOADED}`;
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      'idle.test.js': `${head}
        test('nothing, and no more is loaded', () => {
          expect(stub.name).toBe('stub');
          expect(loaded()).toEqual(['core.cjs']);
        });`,
      'later.test.js': `${head}
        vi.mock('node:fs', () => ({ existsSync: () => { throw new Error('mocked'); } }));
        test('late, among mocks and fake timers', async () => {
          vi.useFakeTimers();
          vi.resetModules();
          const { ListBucketsCommand, S3Client } = await import('@aws-sdk/client-s3');
          expect(loaded()).toContain('rest.cjs');
          stub(S3Client).on('ListBuckets').resolves({ Buckets: [{ Name: 'b' }] });
          expect((await new S3Client({}).send(new ListBucketsCommand({}))).Buckets[0].Name).toBe('b');
          expect(S3Client).toHaveCalledOperation('ListBuckets');
          expect(() => expect(S3Client).toHaveCalledOperation('CreateBucket')).toThrow('Expected a call of');
        });`,
    });
    expect(failed(await runVitest(folder))).toEqual([]);
  });

  test('in Jest', async () => {
    const head = `
      const { stub } = require('aws-sdk-stubber');
      ${LOADED}`;
    const folder = project({
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      'idle.test.js': `${head}
        test('nothing, and no more is loaded', () => {
          expect(stub.name).toBe('stub');
          expect(loaded()).toEqual(['core.cjs', 'index.cjs', 'jest-setup.cjs', 'jest.cjs']);
        });`,
      'later.test.js': `${head}
        jest.mock('fs', () => ({ existsSync: () => { throw new Error('mocked'); } }));
        test('late, after resetModules, among mocks and fake timers', async () => {
          jest.useFakeTimers();
          jest.resetModules();
          const { ListBucketsCommand, S3Client } = require('@aws-sdk/client-s3');
          stub(S3Client).on('ListBuckets').resolves({ Buckets: [{ Name: 'b' }] });
          expect((await new S3Client({}).send(new ListBucketsCommand({}))).Buckets[0].Name).toBe('b');
          expect(S3Client).toHaveCalledOperation('ListBuckets');
          expect(() => expect(S3Client).toHaveCalledOperation('CreateBucket')).toThrow('Expected a call of');
        });
        test('a name that is not there is looked for in the packages, not in what is mocked', () => {
          expect(() => stub('S3').on('ListBucket')).toThrow('ListBuckets');
        });`,
    });
    expect(failed(await runJest(folder))).toEqual([]);
  });
});
