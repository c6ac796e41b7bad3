import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

/**
 * The project of `client-mock-suite`, written for aws-sdk-client-mock and the runners' globals.
 *
 * @param other - the runner whose own tests stay behind
 * @param written - a file's text, as this runner wants it
 */
function suiteWithout(
  other: 'jest' | 'vitest',
  written: (text: string) => string,
): Record<string, string> {
  const folder = join(import.meta.dirname, 'client-mock-suite');
  const names = readdirSync(folder).filter((name) => name !== `of-${other}.test.js`);
  return Object.fromEntries(
    names.map((name) => [name, written(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** A call that no mock answers goes nowhere, also where nothing but the mocks stands before AWS. */
const MACHINE = { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } };

const MINUTES = 60_000;

/** How many tests passed, and what was not as it should be. */
function summary({ tests, fileFailures, output, exitCode }: Run): object {
  const all = Object.entries(tests);
  const failed = all.filter(([, { status }]) => status !== 'passed');
  return {
    passed: all.length - failed.length,
    failed: Object.fromEntries(failed),
    fileFailures,
    unhandled: /Unhandled (Rejection|Error)/.exec(output)?.[0],
    exitCode,
  };
}

/** The one test of the suite that our `mockClient` is not to pass: docs/client-mock.md. */
const OTHERWISE = 'the very body comes back, once read it is empty';

/**
 * All runs of a suite: the first writes the snapshots that the others compare with.
 *
 * @param facade - those with our `mockClient`
 */
function expectGreen(runs: readonly Run[], facade: readonly Run[], passed: number): void {
  const green = { passed, failed: {}, fileFailures: [], unhandled: undefined, exitCode: 0 };
  expect(runs.map(summary)).toEqual(runs.map(() => green));
  expect(facade.map(({ tests }) => tests[OTHERWISE]?.status)).toEqual(facade.map(() => 'failed'));
  const others = facade.map((run) => {
    const tests = Object.entries(run.tests).filter(([name]) => name !== OTHERWISE);
    return summary({ ...run, tests: Object.fromEntries(tests), exitCode: 0 });
  });
  expect(others).toEqual(facade.map(() => ({ ...green, passed: passed - 1 })));
}

test(
  'a suite written for aws-sdk-client-mock stays green with our entry added, and on our mockClient, in Vitest',
  async () => {
    const config = (
      matchers: string,
      setupFiles: string[],
      alias: object,
    ): string => `export default {
      resolve: { alias: ${JSON.stringify(alias)} },
      test: {
        globals: true,
        env: { AWS_OF_CONFIG: 'of-config' },
        setupFiles: ${JSON.stringify([...setupFiles, './setup.js', matchers])},
      },
    };`;
    const theirs = 'aws-sdk-client-mock-vitest/extend';
    const ours = './extend.js';
    const facade = { 'aws-sdk-client-mock': 'aws-sdk-stubber/client-mock' };
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      ...suiteWithout('jest', (text) => text),
      'extend.js': `
        import { allCustomMatcherWithAliases } from 'aws-sdk-stubber/client-mock/vitest';
        expect.extend(allCustomMatcherWithAliases);`,
      'alone.config.js': config(theirs, [], {}),
      'stubbed.config.js': config(theirs, ['aws-sdk-stubber/vitest'], {}),
      'facade.config.js': config(ours, [], facade),
      'stubbed-facade.config.js': config(ours, ['aws-sdk-stubber/vitest'], facade),
    });
    expectGreen(
      [
        await runVitest(folder, '--config=alone.config.js', MACHINE),
        await runVitest(folder, '--config=stubbed.config.js', MACHINE, { env: { CI: 'true' } }),
      ],
      [
        await runVitest(folder, '--config=facade.config.js', MACHINE, { env: { CI: 'true' } }),
        await runVitest(folder, '--config=stubbed-facade.config.js', MACHINE, {
          env: { CI: 'true' },
        }),
      ],
      222,
    );
  },
  5 * MINUTES,
);

test(
  'a suite written for aws-sdk-client-mock stays green with our entry added, and on our mockClient, in Jest',
  async () => {
    const config = (entries: string[], moduleNameMapper: object): string => `
      process.env.AWS_OF_CONFIG = 'of-config';
      module.exports = {
        moduleNameMapper: ${JSON.stringify(moduleNameMapper)},
        transform: { '[.]js$': '@swc/jest' },
        setupFiles: ['./setup.js'],
        setupFilesAfterEnv: ${JSON.stringify(entries)},
      };`;
    const facade = { '^aws-sdk-client-mock$': 'aws-sdk-stubber/client-mock' };
    const ours = 'aws-sdk-stubber/client-mock/jest';
    const folder = project({
      ...suiteWithout('vitest', (text) => text.replaceAll(/\bvi\./g, 'jest.')),
      'alone.config.js': config(['aws-sdk-client-mock-jest'], {}),
      'stubbed.config.js': config(['aws-sdk-client-mock-jest', 'aws-sdk-stubber/jest'], {}),
      'facade.config.js': config([ours], facade),
      'stubbed-facade.config.js': config([ours, 'aws-sdk-stubber/jest'], facade),
    });
    expectGreen(
      [
        await runJest(folder, '--ci=false', '--config=alone.config.js', MACHINE),
        await runJest(folder, '--ci', '--config=stubbed.config.js', MACHINE),
      ],
      [
        await runJest(folder, '--ci', '--config=facade.config.js', MACHINE),
        await runJest(folder, '--ci', '--config=stubbed-facade.config.js', MACHINE),
      ],
      223,
    );
  },
  5 * MINUTES,
);

test('a suite against an emulator is told of passthrough(), and is green with it', async () => {
  const suite = (name: string): string => `
    import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
    import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
    import { mockClient } from 'aws-sdk-client-mock';
    import { createServer } from 'node:http';
    describe('${name}', () => {
      const emulator = createServer((request, response) => response.end());
      let s3;
      beforeAll(async () => {
        await new Promise((resolve) => emulator.listen(0, '127.0.0.1', resolve));
        const endpoint = 'http://127.0.0.1:' + emulator.address().port;
        s3 = new S3Client({ endpoint, forcePathStyle: true });
      });
      afterAll(() => emulator.close());
      test('what goes to it', async () => {
        expect((await s3.send(new HeadBucketCommand({ Bucket: 'b' }))).$metadata.httpStatusCode).toBe(200);
      });
      test('what is mocked beside it', async () => {
        mockClient(STSClient).resolves({ Account: '1' });
        expect(await new STSClient({}).send(new GetCallerIdentityCommand({}))).toEqual({ Account: '1' });
      });
    });`;
  const config = (name: string, ...setupFiles: string[]): string =>
    `{ test: { name: '${name}', globals: true, include: ['${name}.test.js'],
       setupFiles: ${JSON.stringify(['aws-sdk-stubber/vitest', ...setupFiles])} } }`;
  const run = await runVitest(
    project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'told.test.js': suite('told'),
      'through.test.js': suite('through'),
      'passthrough.js': `
        import { configure } from 'aws-sdk-stubber';
        configure({ unstubbed: 'passthrough' });`,
      'vitest.config.js': `export default { test: { projects: [
        ${config('told')},
        ${config('through', './passthrough.js')},
      ] } };`,
    }),
  );
  const { 'told what goes to it': told, ...others } = run.tests;
  expect(told?.status).toBe('failed');
  expect(told?.messages.join('\n')).toContain('stub(S3Client).passthrough()');
  expect(others).toEqual({
    'told what is mocked beside it': { status: 'passed', messages: [] },
    'through what goes to it': { status: 'passed', messages: [] },
    'through what is mocked beside it': { status: 'passed', messages: [] },
  });
});
