import { describe, expect, test } from 'vitest';
import { inEachWay, project, runJest, runVitest, type Results, type Run } from './project.js';

const esm = `
  import { afterAll, beforeAll, describe, expect, test } from 'vitest';
  import { EC2Client } from '@aws-sdk/client-ec2';
  import { createVpc } from './code.js';
  import { configure, stub } from 'aws-sdk-stubber';`;

const code = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'code.js': `
    import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
    const ec2 = new EC2Client({});
    export const createVpc = () => ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));`,
};

/** Two files, since what goes wrong in a shared worker goes wrong in the second. */
const files = {
  ...code,
  ...Object.fromEntries(
    ['first', 'second'].map((name) => [
      `${name}.test.js`,
      `${esm}
      test('${name}: is stubbed', async () => {
        stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
        expect((await createVpc()).Vpc).toEqual({ VpcId: 'vpc-1' });
        expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
      });
      test('${name}: fails at its end', async () => {
        await createVpc().catch(() => undefined);
      });`,
    ]),
  ),
};

function statuses({ tests }: Results): Record<string, string> {
  return Object.fromEntries(Object.entries(tests).map(([name, { status }]) => [name, status]));
}

const allInPlace = {
  'first: is stubbed': 'passed',
  'first: fails at its end': 'failed',
  'second: is stubbed': 'passed',
  'second: fails at its end': 'failed',
};

describe('the setup entry for Vitest', () => {
  const entry = `setupFiles: ['aws-sdk-stubber/vitest']`;
  const ways = {
    forks: `${entry}, pool: 'forks'`,
    threads: `${entry}, pool: 'threads'`,
    'vm-threads': `${entry}, pool: 'vmThreads'`,
    'files-that-share-a-worker': `${entry}, isolate: false`,
    'the-sdk-inlined': `${entry}, server: { deps: { inline: [/aws-sdk/, /smithy/] } }`,
    globals: `${entry}, globals: true`,
    'hooks-in-parallel': `${entry}, sequence: { hooks: 'parallel' }`,
    'install-where-files-share-a-worker': `setupFiles: ['./setup.js'], isolate: false`,
  };
  // A setup file of the user's own calls it.
  const setup = `
    import { install } from 'aws-sdk-stubber/vitest';
    install();`;

  let run: Promise<Run> | undefined;
  const inAllWays = (): Promise<Run> =>
    (run ??= runVitest(
      project({
        'package.json': code['package.json'],
        ...inEachWay(ways, { ...files, 'setup.js': setup }),
      }),
    ));

  test.each(Object.keys(ways))('stubs every client with %s', async (way) => {
    const { fileFailures, tests } = (await inAllWays()).in(way);
    expect(fileFailures).toEqual([]);
    expect(statuses({ tests, fileFailures })).toEqual(allInPlace);
  });

  test('works with test.extend, with .each, with retries and with tests that must fail', async () => {
    const run = await runVitest(
      project({
        ...code,
        'extend.test.js': `${esm}
          const extended = test.extend({
            vpc: async ({}, use) => {
              stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-of-fixture' } });
              await use((await createVpc()).Vpc);
            },
          });
          extended('a fixture stubs for its test', ({ vpc }) => {
            expect(vpc).toEqual({ VpcId: 'vpc-of-fixture' });
            expect(EC2Client).toHaveCalledOperation('CreateVpc');
          });
          test.each([1, 2])('each %i', async (n) => {
            expect(EC2Client).not.toHaveCalledAnyOperation();
            stub(EC2Client).on('CreateVpc').resolves({});
            await createVpc();
          });
          let attempt = 0;
          test('a retry begins anew', { retry: 1 }, async () => {
            attempt += 1;
            if (attempt === 1) stub(EC2Client).on('CreateVpc').resolves({});
            if (attempt === 2) {
              expect(EC2Client).not.toHaveCalledAnyOperation();
              configure({ unstubbed: 'throw' });
              await expect(createVpc()).rejects.toThrow('No stub answers');
              return;
            }
            await createVpc();
            throw new Error('again');
          });
          test.fails('a test that must fail', async () => {
            await createVpc().catch(() => undefined);
          });`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      }),
    );
    expect(statuses(run)).toEqual({
      'a fixture stubs for its test': 'passed',
      'each 1': 'passed',
      'each 2': 'passed',
      'a retry begins anew': 'passed',
      'a test that must fail': 'passed',
    });
  });

  test('keeps stubs and calls of beforeAll for the file', async () => {
    const run = await runVitest(
      project({
        ...code,
        'before-all.test.js': `${esm}
          let created;
          beforeAll(async () => {
            stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-of-file' } });
            created = await createVpc();
          });
          test('sees its calls', () => {
            expect(created.Vpc.VpcId).toBe('vpc-of-file');
            expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
          });
          test('has its stubs, under its own', async () => {
            expect((await createVpc()).Vpc.VpcId).toBe('vpc-of-file');
            stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-of-test' } });
            expect((await createVpc()).Vpc.VpcId).toBe('vpc-of-test');
          });
          test('has them back', async () => {
            expect((await createVpc()).Vpc.VpcId).toBe('vpc-of-file');
          });`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      }),
    );
    expect(statuses(run)).toEqual({
      'sees its calls': 'passed',
      'has its stubs, under its own': 'passed',
      'has them back': 'passed',
    });
  });

  test('reports a call that comes late, with the name of its test', async () => {
    const run = await runVitest(
      project({
        ...code,
        'late.test.js': `${esm}
          let late;
          describe('a block', () => {
            test('goes home early', () => {
              late = new Promise((resolve) => setTimeout(resolve, 30)).then(createVpc).catch(() => undefined);
            });
          });
          test('is not to blame', async () => {
            stub(EC2Client).expects('CreateVpc').resolves({});
            await createVpc();
            await late;
            expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
          });`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      }),
    );
    expect(statuses(run)).toEqual({
      'a block goes home early': 'failed',
      'is not to blame': 'passed',
    });
    expect(run.fileFailures).toEqual([]);
    expect(run.output).toContain(
      'LateCallError: EC2 CreateVpc was called after its test was over: "a block > goes home early".\n' +
        'Await what the test starts, or stop it before the test ends.',
    );
  });

  test('fails the run for a call that comes late from a file’s last test', async () => {
    const run = await runVitest(
      project({
        ...code,
        'last.test.js': `${esm}
          test('forgets to await', () => {
            setTimeout(() => createVpc().catch(() => undefined), 0);
          });`,
        'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      }),
    );
    expect(statuses(run)).toEqual({ 'forgets to await': 'failed' });
    expect(run.output).toMatch(/Test Files.*1 failed/);
  });

  test('refuses the install() that is for programs', async () => {
    const run = await runVitest(
      project({
        ...files,
        'setup.js': `
          import { install } from 'aws-sdk-stubber';
          install();`,
        'vitest.config.js': `export default { test: { setupFiles: ['./setup.js'] } };`,
      }),
    );
    expect(run.output).toContain(
      "WrongUseError: install() of 'aws-sdk-stubber' is for programs without a test runner. " +
        "In a setup file import it from 'aws-sdk-stubber/vitest' or from 'aws-sdk-stubber/jest'.",
    );
  });
});

const cjsTests = (name: string): string => `
  test('${name}: is stubbed', async () => {
    stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
    expect((await createVpc()).Vpc).toEqual({ VpcId: 'vpc-1' });
    expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
  });
  test('${name}: fails at its end', async () => {
    await createVpc().catch(() => undefined);
  });`;

const cjs = {
  'code.js': `
    const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
    const ec2 = new EC2Client({});
    exports.createVpc = () => ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));`,
  ...Object.fromEntries(
    ['first', 'second'].map((name) => [
      `${name}.test.js`,
      `const { EC2Client } = require('@aws-sdk/client-ec2');
      const { createVpc } = require('./code.js');
      const { stub } = require('aws-sdk-stubber');
      ${cjsTests(name)}`,
    ]),
  ),
};

describe('the setup entry for Jest', () => {
  test.each([
    { how: 'CommonJS', options: '' },
    { how: 'one process', options: `maxWorkers: 1,` },
    { how: 'reset modules', options: `resetModules: true,` },
    { how: 'reset and restored mocks', options: `resetMocks: true, restoreMocks: true,` },
    {
      how: 'the entry for @jest/globals',
      options: `setupFilesAfterEnv: ['aws-sdk-stubber/jest-globals'],`,
    },
  ])('stubs every client with $how', async ({ options }) => {
    const config = `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], ${options} };`;
    const run = await runJest(project({ ...cjs, 'jest.config.js': config }));
    expect(run.fileFailures).toEqual([]);
    expect(statuses(run)).toEqual(allInPlace);
  });

  test('stubs every client with native ES modules', async () => {
    const run = await runJest(
      project({
        ...code,
        ...Object.fromEntries(
          ['first', 'second'].map((name) => [
            `${name}.test.js`,
            `import { EC2Client } from '@aws-sdk/client-ec2';
            import { stub } from 'aws-sdk-stubber';
            import { createVpc } from './code.js';
            ${cjsTests(name)}`,
          ]),
        ),
        'jest.config.js': `export default { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {} };`,
      }),
    );
    expect(run.fileFailures).toEqual([]);
    expect(statuses(run)).toEqual(allInPlace);
  });

  test('works with injectGlobals: false', async () => {
    const withImports = Object.fromEntries(
      Object.entries(cjs).map(([path, text]) => [
        path,
        path === 'code.js' ? text : `const { expect, test } = require('@jest/globals');\n${text}`,
      ]),
    );
    const run = await runJest(
      project({
        ...withImports,
        'jest.config.js': `module.exports = {
          setupFilesAfterEnv: ['aws-sdk-stubber/jest-globals'], injectGlobals: false,
        };`,
      }),
    );
    expect(statuses(run)).toEqual(allInPlace);
  });

  test('refuses another test runner, which does not tell one test from the next', async () => {
    const run = await runJest(
      project({
        'jasmine.test.js': `test('runs', () => {});`,
        'jest.config.js': `module.exports = {
          setupFilesAfterEnv: ['aws-sdk-stubber/jest'], testRunner: 'jest-jasmine2',
        };`,
      }),
    );
    expect(run.output).toContain('Take testRunner out of the Jest config');
  });

  test('keeps clients stubbed after jest.resetModules() and inside isolateModules', async () => {
    const run = await runJest(
      project({
        ...cjs,
        'reset.test.js': `
          const { EC2Client } = require('@aws-sdk/client-ec2');
          const { stub } = require('aws-sdk-stubber');
          test('after resetModules', async () => {
            stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
            jest.resetModules();
            const again = require('@aws-sdk/client-ec2');
            expect(again.EC2Client).not.toBe(EC2Client);
            expect((await require('./code.js').createVpc()).Vpc.VpcId).toBe('vpc-1');
            expect(again.EC2Client).toHaveCalledOperation('CreateVpc');
            require('aws-sdk-stubber').stub(again.EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-2' } });
            expect((await require('./code.js').createVpc()).Vpc.VpcId).toBe('vpc-2');
          });
          test('inside isolateModules', async () => {
            let createVpc;
            jest.isolateModules(() => { ({ createVpc } = require('./code.js')); });
            stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-3' } });
            expect((await createVpc()).Vpc.VpcId).toBe('vpc-3');
          });`,
        'jest.config.js': `module.exports = {
          setupFilesAfterEnv: ['aws-sdk-stubber/jest'], testMatch: ['**/reset.test.js'],
        };`,
      }),
    );
    expect(run.fileFailures).toEqual([]);
    expect(statuses(run)).toEqual({
      'after resetModules': 'passed',
      'inside isolateModules': 'passed',
    });
  });
});
