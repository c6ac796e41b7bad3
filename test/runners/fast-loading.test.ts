import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runNode, runVitest, type Run } from './project.js';

const CODE = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'code.js': `
    import { DescribeVpcsCommand, EC2Client, waitUntilVpcAvailable } from '@aws-sdk/client-ec2';
    import * as S3 from '@aws-sdk/client-s3';
    import wholeS3 from '@aws-sdk/client-s3';
    import { Client } from '@smithy/core/client';
    import { ListQueuesCommand, SQSClient } from 'sqs-3.600';
    export * from '@aws-sdk/client-dynamodb';
    export { SQSClient as Queues } from '@aws-sdk/client-sqs';
    export * as sns from '@aws-sdk/client-sns';
    export { Upload } from '@aws-sdk/lib-storage';
    export { Client, EC2Client, S3, wholeS3 };
    export const describeVpcs = () => new EC2Client({}).send(new DescribeVpcsCommand({}));
    export const older = () => new SQSClient({}).send(new ListQueuesCommand({}));
    export const identities = () => import('@aws-sdk/client-sts');
    export const wrongly = () => waitUntilVpcAvailable({ client: null, maxWaitTime: -1 }, {});`,
  'loaded.test.js': `
    import { createRequire } from 'node:module';
    import { stub } from 'aws-sdk-stubber';
    import { expect, test } from 'vitest';
    import * as code from './code.js';
    const require = createRequire(import.meta.url);

    test('is one instance, however it is reached', async () => {
      expect(code.EC2Client).toBe(require('@aws-sdk/client-ec2').EC2Client);
      expect(code.S3.S3Client).toBe(require('@aws-sdk/client-s3').S3Client);
      expect(code.wholeS3).toBe(require('@aws-sdk/client-s3'));
      expect(code.DynamoDBClient).toBe(require('@aws-sdk/client-dynamodb').DynamoDBClient);
      expect(code.Queues).toBe(require('@aws-sdk/client-sqs').SQSClient);
      expect(code.sns.SNSClient).toBe(require('@aws-sdk/client-sns').SNSClient);
      expect(code.Upload).toBe(require('@aws-sdk/lib-storage').Upload);
      expect(code.Client).toBe(require('@smithy/core/client').Client);
      expect((await code.identities()).STSClient).toBe(require('@aws-sdk/client-sts').STSClient);
      const { EC2Client } = await import('@aws-sdk/client-ec2');
      expect(code.EC2Client).toBe(EC2Client);
    });
    test('exports the same names', () => {
      expect(Object.keys(code.S3).filter((name) => name !== 'default')).toEqual(
        expect.arrayContaining(Object.keys(require('@aws-sdk/client-s3'))));
      expect('S3Client' in code.S3).toBe(true);
      expect(code.S3.NoSuchThing).toBeUndefined();
    });
    test('is stubbed', async () => {
      stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
      stub('SQS').on('ListQueues').resolves({ QueueUrls: ['stubbed'] });
      expect((await code.describeVpcs()).NextToken).toBe('stubbed');
      expect((await code.older()).QueueUrls).toEqual(['stubbed']);
    });
    test('fails with the stack that it has', async () => {
      const { stack } = await code.wrongly().catch((error) => error);
      console.log('STACK ' + JSON.stringify(stack.split('\\n').filter((line) => line.includes('dist-cjs'))));
    });`,
  'mocks.test.js': `
    import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
    import * as SNS from '@aws-sdk/client-sns';
    import { STSClient } from '@aws-sdk/client-sts';
    import { S3Client } from '@aws-sdk/client-s3';
    import { expect, test, vi } from 'vitest';
    import { describeVpcs } from './code.js';

    vi.mock('@aws-sdk/client-sqs', async (original) => ({ ...(await original()), SendMessageCommand: 'mocked' }));
    vi.mock('@aws-sdk/client-sns', { spy: true });
    vi.mock('@aws-sdk/client-s3');
    vi.mock('@aws-sdk/client-sts');
    vi.mock('@aws-sdk/client-ec2', () => ({ DescribeVpcsCommand: class {}, EC2Client: class { send = () => 'mocked'; } }));

    test('vi.mock with the original', async () => {
      expect(SendMessageCommand).toBe('mocked');
      const actual = await vi.importActual('@aws-sdk/client-sqs');
      expect(actual.SendMessageCommand.name).toBe('SendMessageCommand');
      expect(actual.SQSClient).toBe(SQSClient);
    });
    test('vi.mock with spies, without a factory, and with a file in __mocks__', () => {
      expect(vi.isMockFunction(SNS.SNSClient)).toBe(true);
      expect(vi.isMockFunction(S3Client)).toBe(true);
      expect(STSClient).toBe('a file in __mocks__');
    });
    test('vi.mock reaches the code under test', () => {
      expect(describeVpcs()).toBe('mocked');
    });
    test('vi.doMock and vi.resetModules', async () => {
      vi.resetModules();
      vi.doMock('@aws-sdk/client-dynamodb', () => ({ DynamoDBClient: 'mocked' }));
      expect((await import('./code.js')).DynamoDBClient).toBe('mocked');
    });`,
  '__mocks__/@aws-sdk/client-sts.js': `export const STSClient = 'a file in __mocks__';`,
};

/** Says which packages were imported by `require`. */
const WITNESS = `{
  name: 'witness',
  transform: (code) => {
    const [, name] = /createRequire\\("[^"]*node_modules.((?:@aws-sdk.)?[\\w-]+)/.exec(code) ?? [];
    if (name !== undefined) console.log('REQUIRED ' + name.replace('\\\\', '/'));
  },
}`;

const config = (options: string, more = ''): string => `
  import awsSdkStubber from 'aws-sdk-stubber/vite';
  export default { plugins: [awsSdkStubber(${options}), ${WITNESS}], ${more} };`;

const said = (run: Pick<Run, 'output'>, word: string): string[] => linesOf(run, word).sort();

/** What follows a word in the lines that begin with it, in their order. */
const linesOf = (run: Pick<Run, 'output'>, word: string): string[] =>
  [...run.output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, text]) => text ?? '');

const failed = (run: Run): string[] => [
  ...run.fileFailures,
  ...Object.entries(run.tests).flatMap(([name, { status, messages }]) =>
    status === 'passed' ? [] : [`${name}: ${messages.join('\n')}`],
  ),
];

const cachesIn = (folder: string): string[] => {
  const place = join(
    folder,
    'node_modules/.cache/aws-sdk-stubber',
    `${process.version}-${process.arch}`,
  );
  return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
};

describe('the plugin loads the SDK faster', () => {
  test('in every form of import, with mocks, and with the stacks that it has', async () => {
    const folder = project({ ...CODE, 'vitest.config.js': config('') });
    const fast = await runVitest(folder);
    expect(failed(fast)).toEqual([]);
    expect(said(fast, 'REQUIRED')).toEqual(
      expect.arrayContaining([
        '@aws-sdk/client-ec2',
        '@aws-sdk/client-dynamodb',
        '@aws-sdk/lib-storage',
      ]),
    );
    expect(cachesIn(folder)).not.toEqual([]);

    // Once more, with what the first run kept; and as Node loads it.
    const again = await runVitest(folder);
    expect(failed(again)).toEqual([]);
    writeFileSync(join(folder, 'vitest.config.js'), config('{ fastLoading: false }'));
    const slow = await runVitest(folder);
    expect(failed(slow)).toEqual([]);
    expect(said(slow, 'REQUIRED')).toEqual([]);
    const [stack] = said(slow, 'STACK');
    expect(stack).toContain('dist-cjs');
    expect(said(fast, 'STACK')).toEqual([stack]);
    expect(said(again, 'STACK')).toEqual([stack]);
  });

  test('but for what Vite is to build in, and in pools with loaders of their own', async () => {
    const folder = project({
      ...CODE,
      'mocks.test.js': '',
      'vitest.config.js': config(
        '',
        `test: { include: ['loaded.test.js'], server: { deps: { inline: ['@aws-sdk/client-sns', /client-sqs/] } } }`,
      ),
    });
    const inlined = said(await runVitest(folder), 'REQUIRED');
    expect(inlined).toContain('@aws-sdk/client-ec2');
    expect(inlined).not.toContain('@aws-sdk/client-sns');
    expect(inlined).not.toContain('@aws-sdk/client-sqs');
    expect(said(await runVitest(folder, '--pool=vmThreads'), 'REQUIRED')).toEqual([]);
  });

  test('and passes over a cache that is damaged, or another text’s', async () => {
    const folder = project({
      ...CODE,
      'mocks.test.js': '',
      'vitest.config.js': config('', `test: { include: ['loaded.test.js'] }`),
    });
    expect(failed(await runVitest(folder))).toEqual([]);
    const caches = cachesIn(folder);
    const whole = caches.map((path) => readFileSync(path));
    caches.forEach((path, i) => {
      const bytes = Buffer.from(whole[i] ?? '');
      // Within the data, cut short, empty, and the next file's.
      if (i % 4 === 0) bytes.fill(7, bytes.length >> 1);
      const damaged = [bytes, bytes.subarray(0, -9), '', whole[(i + 1) % whole.length] ?? ''];
      writeFileSync(path, damaged[i % 4] ?? '');
    });
    expect(failed(await runVitest(folder))).toEqual([]);
    // They are made anew.
    expect(caches.map((path) => readFileSync(path).length > 100)).not.toContain(false);
  });

  test('in watch mode, where code imports another package later', async () => {
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'vitest.config.js': config(''),
      'code.js': `export { EC2Client as Client } from '@aws-sdk/client-ec2';`,
      'one.test.js': `
        import { createRequire } from 'node:module';
        import { expect, test } from 'vitest';
        import { Client } from './code.js';
        const require = createRequire(import.meta.url);
        test('one', () => {
          const [name] = ['client-ec2', 'client-s3'].filter((each) => {
            const path = require.resolve('@aws-sdk/' + each);
            return require.cache[path]?.parent?.filename === path;
          });
          console.log('LOADED ' + Client.name + ' ' + name);
        });`,
      'watch.js': `
        import { writeFileSync } from 'node:fs';
        import { startVitest } from 'vitest/node';
        let done;
        const run = () => new Promise((resolve) => { done = resolve; });
        const first = run();
        const vitest = await startVitest('test', [], {
          watch: true,
          reporters: ['default', { onTestRunEnd: (files) => done(files.every((file) => file.ok())) }],
        });
        console.log('RAN ' + (await first));
        const second = run();
        writeFileSync('code.js', "export { S3Client as Client } from '@aws-sdk/client-s3';");
        console.log('RAN ' + (await second));
        await vitest.close();
        process.exit();`,
    });
    const run = await runNode(folder, 'watch.js');
    expect(linesOf(run, 'RAN')).toEqual(['true', 'true']);
    expect(linesOf(run, 'LOADED')).toEqual(['EC2Client client-ec2', 'S3Client client-s3']);
  });

  test('refuses an option that it does not have', async () => {
    const folder = project({ ...CODE, 'vitest.config.js': config('{ fastLoding: false }') });
    const error = await runVitest(folder).catch((reason: unknown) => String(reason));
    expect(error).toContain(
      'awsSdkStubber() takes fastLoading: true or false, but got fastLoding: false.',
    );
  });
});

/** Node's hook for imports: from 22.15 on. */
const hasHooks = 'registerHooks' in Module;

test('the setup entry loads the SDK faster too, where Node has a hook for imports', async () => {
  const folder = project({
    ...CODE,
    'odd.test.js': `
      import { createRequire } from 'node:module';
      import { expect, test } from 'vitest';
      import * as odd from '@smithy/odd';
      import '@aws-sdk/client-ec2';
      import * as ES from '@smithy/es';
      const require = createRequire(import.meta.url);

      test('is made by require', () => {
        for (const name of ['@aws-sdk/client-ec2', '@smithy/odd']) {
          const path = require.resolve(name);
          // Of what Node's own import makes there is no parent.
          expect(require.cache[path].parent?.filename).toBe(${String(hasHooks)} ? path : undefined);
        }
      });
      test('has exports of every name', () => {
        const all = { createRequire: 1, delete: 2, 'a name': 3, own_0: 4, plain: 5 };
        expect(odd.default).toEqual(all);
        expect(odd).toMatchObject(all);
      });
      test('leaves ES modules alone', () => {
        expect({ ...ES }).toEqual({ kind: 'ES module' });
      });`,
    'node_modules/@smithy/odd/package.json':
      '{ "name": "@smithy/odd", "main": "dist-cjs/index.js" }',
    'node_modules/@smithy/odd/dist-cjs/index.js': `
      exports.createRequire = 1;
      exports.delete = 2;
      exports['a name'] = 3;
      exports.own_0 = 4;
      exports.plain = 5;`,
    // Node finds out by its text what it is.
    'node_modules/@smithy/es/package.json': '{ "name": "@smithy/es", "main": "index.js" }',
    'node_modules/@smithy/es/index.js': `export const kind = 'ES module';`,
    'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
  });
  const fast = await runVitest(folder);
  expect(failed(fast)).toEqual([]);
  const again = await runVitest(folder);
  expect(failed(again)).toEqual([]);

  // As Node alone does it.
  const slow = await runVitest(folder, 'loaded', {
    env: { AWS_SDK_STUBBER_FAST_LOADING: 'false' },
  });
  expect(failed(slow)).toEqual([]);
  const [stack] = said(slow, 'STACK');
  expect(stack).toContain('dist-cjs');
  for (const run of [fast, again]) expect(said(run, 'STACK')).toEqual([stack]);
});

/** Passes in Jest: what is stubbed, and stacks and Node's `vm` as they are without this package. */
const IN_JEST = `
  const vm = require('node:vm');
  const { EC2Client, DescribeVpcsCommand, waitUntilVpcAvailable } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');
  test('is stubbed', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    expect((await new EC2Client({}).send(new DescribeVpcsCommand({}))).NextToken).toBe('stubbed');
  });
  test('fails with the stack that it has', async () => {
    const { stack } = await waitUntilVpcAvailable({ client: null, maxWaitTime: -1 }, {}).catch((error) => error);
    process.stderr.write('STACK ' + JSON.stringify(stack.split('\\n').filter((line) => line.includes('dist-cjs'))) + '\\n');
  });
  test('has the vm of Node', () => {
    const filename = '/project/node_modules/@aws-sdk/client-x/index.js';
    const long = '/*' + 'x'.repeat(30000) + '*/';
    const script = new vm.Script(long + 'limit', { filename });
    expect(script).toBeInstanceOf(vm.Script);
    expect(vm.Script.name).toBe('Script');
    expect(script.runInNewContext({ limit: 7 })).toBe(7);
    const context = vm.createContext({ limit: 8 });
    const add = vm.compileFunction(long + 'return limit + more', ['more'], { filename, parsingContext: context });
    expect(add(2)).toBe(10);
    expect(vm.compileFunction('return 1')()).toBe(1);
    expect(() => new vm.Script(long + 'syntax error', { filename })).toThrow("Unexpected identifier 'error'");
    expect(() => vm.compileFunction(long + 'syntax error', [], { filename })).toThrow("Unexpected identifier 'error'");
  });`;

test('Jest compiles the SDK from a cache, unless the environment says otherwise', async () => {
  const folder = project({
    'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {} };`,
    'package.json': '{ "name": "project", "private": true }',
    'one.test.js': IN_JEST,
    'two.test.js': IN_JEST,
  });
  const slow = await runJest(folder, '--runInBand', {
    env: { AWS_SDK_STUBBER_FAST_LOADING: 'false' },
  });
  expect(failed(slow)).toEqual([]);
  expect(cachesIn(folder)).toEqual([]);
  const stacks = said(slow, 'STACK');
  expect(stacks).toHaveLength(2);
  expect(stacks[0]).toContain('client-ec2');

  const first = await runJest(folder, '--runInBand');
  expect(failed(first)).toEqual([]);
  const caches = cachesIn(folder);
  expect(caches.map((path) => path.replace(/.*\/|-\w+$/g, ''))).toContain('client-ec2');
  const again = await runJest(folder, '--runInBand');
  expect(failed(again)).toEqual([]);
  for (const run of [first, again]) expect(said(run, 'STACK')).toEqual(stacks);

  const whole = caches.map((path) => readFileSync(path));
  caches.forEach((path, i) => {
    writeFileSync(
      path,
      [(whole[i] ?? '').slice(0, -9), '', whole[(i + 1) % whole.length] ?? ''][i % 3] ?? '',
    );
  });
  const damaged = await runJest(folder, '--runInBand');
  expect(failed(damaged)).toEqual([]);
  expect(caches.map((path) => readFileSync(path).length > 100)).not.toContain(false);
});
