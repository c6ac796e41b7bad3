import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest } from './project.js';

const ROOT = join(import.meta.dirname, '../..');

/**
 * A project whose dependencies bring copies of the SDK of their own: one of today, beside the
 * project's, and two older clients (on @smithy/smithy-client 4, and on a copy of 3).
 */
function projectWithCopies(files: Readonly<Record<string, string>>): string {
  const folder = project({
    ...files,
    'node_modules/dependency/package.json': '{ "name": "dependency", "main": "index.js" }',
    'node_modules/dependency/index.js': `
      const { STS } = require('@aws-sdk/client-sts');
      exports.whoAmI = () => new STS({}).getCallerIdentity({});`,
  });
  copySdk(join(folder, 'node_modules/dependency/node_modules'));
  return folder;
}

/** Puts a client and its base packages into a node_modules. */
function copySdk(modules: string): void {
  for (const name of ['@smithy/core', '@aws-sdk/client-sts', '@aws-sdk/core']) {
    mkdirSync(join(modules, name), { recursive: true });
    cpSync(join(ROOT, 'node_modules', name), join(modules, name), { recursive: true });
  }
}

const tests = `
  test('a copy inside a dependency', async () => {
    stub('STS').on('GetCallerIdentity').resolves({ Account: '111122223333' });
    expect((await whoAmI()).Account).toBe('111122223333');
    expect('STS').toHaveCalledOperationOnce('GetCallerIdentity');
  });
  test('the project’s own', async () => {
    stub(STSClient).on('GetCallerIdentity').resolves({ Account: '444455556666' });
    const identity = await new STSClient({}).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe('444455556666');
  });
  test('a client of 2025', async () => {
    stub('SQS').on('ListQueues').resolves({ QueueUrls: ['of 2025'] });
    expect((await new sqsOf2025.SQS({}).listQueues({})).QueueUrls).toEqual(['of 2025']);
  });
  test('a client of 2024', async () => {
    stub(sqsOf2024.SQSClient).on(sqsOf2024.ListQueuesCommand).resolves({ QueueUrls: ['of 2024'] });
    expect((await new sqsOf2024.SQS({}).listQueues({})).QueueUrls).toEqual(['of 2024']);
    await new Promise((resolve, reject) => {
      new sqsOf2024.SQS({}).listQueues({}, (error, output) => (error ? reject(error) : resolve(output)));
    });
    expect('SQS').toHaveCalledOperationTimes('ListQueues', 2);
  });`;

const passed = {
  'a copy inside a dependency': [],
  'the project’s own': [],
  'a client of 2025': [],
  'a client of 2024': [],
};

function failures(tests: Readonly<Record<string, { messages: readonly string[] }>>): object {
  return Object.fromEntries(Object.entries(tests).map(([name, { messages }]) => [name, messages]));
}

const esm = `
  import { expect, test } from 'vitest';
  import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
  import * as sqsOf2025 from 'sqs-3.840';
  import * as sqsOf2024 from 'sqs-3.600';
  import { whoAmI } from 'dependency';
  import { stub } from 'aws-sdk-stubber';
  ${tests}`;

const cjs = `
  const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
  const sqsOf2025 = require('sqs-3.840');
  const sqsOf2024 = require('sqs-3.600');
  const { whoAmI } = require('dependency');
  const { stub } = require('aws-sdk-stubber');
  ${tests}`;

describe('every copy of the SDK in node_modules is stubbed', () => {
  test.each([
    { how: 'forks', options: '' },
    { how: 'threads', options: `pool: 'threads'` },
    { how: 'vmThreads', options: `pool: 'vmThreads'` },
    {
      how: 'the SDK inlined',
      options: `server: { deps: { inline: [/aws-sdk/, /smithy/, /sqs/] } }`,
    },
  ])('in Vitest, with $how', async ({ options }) => {
    const run = await runVitest(
      projectWithCopies({
        'copies.test.js': esm,
        'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], ${options} } };`,
      }),
    );
    expect(failures(run.tests)).toEqual(passed);
  });

  test('in Jest', async () => {
    const run = await runJest(
      projectWithCopies({
        'copies.test.js': cjs,
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      }),
    );
    expect(failures(run.tests)).toEqual(passed);
  });

  test('in Jest, a package of a monorepo whose copy is its own', async () => {
    const folder = project({
      'packages/a/package.json': '{ "name": "a" }',
      'packages/a/jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      'packages/a/a.test.js': `
        const { STS } = require('@aws-sdk/client-sts');
        const { stub } = require('aws-sdk-stubber');
        test('is stubbed', async () => {
          stub('STS').on('GetCallerIdentity').resolves({ Account: '111122223333' });
          expect((await new STS({}).getCallerIdentity({})).Account).toBe('111122223333');
        });`,
    });
    copySdk(join(folder, 'packages/a/node_modules'));
    const run = await runJest(folder, '--projects', 'packages/a');
    expect(failures(run.tests)).toEqual({ 'is stubbed': [] });
  });

  test('in Jest, also where a setup file before ours loaded the SDK', async () => {
    const run = await runJest(
      project({
        'early.js': `require('@aws-sdk/client-sts');`,
        'late.test.js': `
          const { STS } = require('@aws-sdk/client-sts');
          const { stub } = require('aws-sdk-stubber');
          test('is stubbed', async () => {
            stub('STS').on('GetCallerIdentity').resolves({ Account: '111122223333' });
            expect((await new STS({}).getCallerIdentity({})).Account).toBe('111122223333');
          });`,
        'jest.config.js': `module.exports = {
          setupFiles: ['./early.js'], setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
        };`,
      }),
    );
    expect(failures(run.tests)).toEqual({ 'is stubbed': [] });
  });

  test('in Jest, looked for once a run and not once a test file', async () => {
    // A search puts a new file in place, so as many inodes as searches are seen.
    const seen = `
      const place = require('path').join(__dirname, 'node_modules/.cache/aws-sdk-stubber/copies.json');
      require('fs').appendFileSync(__dirname + '/searches.txt', require('fs').statSync(place).ino + '\\n');`;
    const folder = projectWithCopies({
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.test.js`, cjs + seen])),
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
    });
    const kept = join(folder, 'node_modules/.cache/aws-sdk-stubber/copies.json');
    const searches = (): Set<string> =>
      new Set(readFileSync(join(folder, 'searches.txt'), 'utf8').trim().split('\n'));

    await runJest(folder, '--runInBand');
    expect(searches().size).toBe(1);
    const { copies } = JSON.parse(readFileSync(kept, 'utf8')) as { copies: string[] };
    expect(copies.filter((path) => path.includes('dependency'))).toEqual([
      join(
        folder,
        'node_modules/dependency/node_modules/@smithy/core/dist-cjs/submodules/client/index.js',
      ),
    ]);

    // What one run kept is not believed by the next: packages may have been linked in between.
    const first = JSON.parse(readFileSync(kept, 'utf8')) as object;
    writeFileSync(kept, JSON.stringify({ ...first, copies: [] }));
    const run = await runJest(folder, '--runInBand');
    expect(failures(run.tests)).toEqual(passed);
    expect(searches().size).toBe(2);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ copies });
  });
});
