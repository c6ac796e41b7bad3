import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runNode, runVitest, type Run } from './project.js';

const LINK = linkTo('this-package-is-not-set-up');

/** Stands for AWS: nothing may ever come here. */
let aws: Server;
let received: string[] = [];

beforeAll(async () => {
  aws = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.end('<CreateVpcResponse><vpc><vpcId>vpc-of-aws</vpcId></vpc></CreateVpcResponse>');
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  aws.close();
});

beforeEach(() => {
  received = [];
});

/** The variables of a machine that can call AWS. */
function machine(): { env: Record<string, string> } {
  return {
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
    },
  };
}

/** What is the same in every runner, and in a program. `assert` throws. */
const body = `
  const assert = require('node:assert/strict');
  const { EC2, EC2Client, CreateVpcCommand } = require('@aws-sdk/client-ec2');
  const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
  const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');
  const createVpc = (ec2) => ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const get = (documents) => documents.send(new GetCommand({ TableName: 't', Key: { id: '1' } }));
  const refused = (act, advice) => assert.throws(act, (error) => {
    assert.equal(error.code, 'WRONG_USE');
    assert.ok(error.message.includes(advice), error.message);
    return true;
  });
  const sendsNothing = async (sent) => {
    const error = await sent.then(() => undefined, (thrown) => thrown);
    assert.match(String(error?.message), /which a Stubber was made for. Such a client sends nothing by itself/);
  };
  const everyFunction = (advice) => {
    refused(() => stub(), advice);
    refused(() => stub(EC2Client), advice);
    refused(() => stub('EC2', { unstubbed: 'empty' }), advice);
    refused(() => configure({}), advice);
    refused(() => configure({ unstubbed: 'passthrough' }), advice);
    refused(() => new Stubber(EC2Client), advice);
    refused(() => new Stubber('EC2'), advice);
    refused(() => useAwsFixture('vpc'), advice);
  };
  const clients = async () => {
    const ec2 = new EC2({ cacheMiddleware: true });
    const dynamodb = new DynamoDBClient({});
    const before = DynamoDBDocumentClient.from(dynamodb);
    assert.throws(() => new Stubber(ec2));
    assert.throws(() => new Stubber(dynamodb));
    await sendsNothing(createVpc(ec2));
    await sendsNothing(ec2.createVpc({ CidrBlock: '10.0.0.0/16' }));
    await sendsNothing(new Promise((resolve, reject) =>
      ec2.createVpc({ CidrBlock: '10.0.0.0/16' }, (error) => (error ? reject(error) : resolve()))));
    await sendsNothing(get(before));
    await sendsNothing(get(DynamoDBDocumentClient.from(dynamodb)));
    await sendsNothing(dynamodb.send(new GetCommand({ TableName: 't', Key: { id: '1' } })));
  };`;

const names = 'configure, stub, Stubber, useAwsFixture';

/** A test or a file that only calls the code under test. */
const call = `new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))`;

/** Each test's status, with what it failed with. */
function outcomes({ tests }: Run): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tests).map(([name, { status, messages }]) => [
      name,
      [status, ...messages].join(' '),
    ]),
  );
}

test('in Vitest, what arranges or asserts is refused without the setup entry, and nothing is sent', async () => {
  const esm = `
    import { createRequire } from 'node:module';
    import { expect, test } from 'vitest';
    import { ${names} } from 'aws-sdk-stubber';
    const require = createRequire(import.meta.url);
    ${body}`;
  const folder = project({
    'package.json': '{ "name": "project", "private": true, "type": "module" }',
    'vitest.config.js': `
      const project = (name, setupFiles) => ({
        test: { name, include: [name + '*.test.js'], setupFiles, isolate: false },
      });
      export default {
        test: {
          setupFiles: ['aws-sdk-stubber/vitest'],
          maxWorkers: 1,
          projects: [
            project('bare'),
            project('index', ['aws-sdk-stubber']),
            project('vite', ['aws-sdk-stubber/vite']),
            project('jest', ['aws-sdk-stubber/jest']),
            project('shared', ['./import-once.js']),
          ],
        },
      };`,
    'bare.test.js': `${esm}
      test('an expectation', () => {
        stub(EC2Client).expects('CreateVpc').resolves({});
      });
      test('every function', () => everyFunction("setupFiles: ['aws-sdk-stubber/vitest']"));
      test('clients that a Stubber was refused for', clients);`,
    ...Object.fromEntries(
      ['index', 'vite', 'jest'].map((name) => [
        `${name}.test.js`,
        `import { test } from 'vitest';
        import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
        test('${name}', () => ${call});`,
      ]),
    ),
    // Vitest evaluates it for the first of the files only.
    'import-once.js': `import 'aws-sdk-stubber/vitest';`,
    'kept.js': `export const kept = {};`,
    // Vitest begins with the longest file.
    'shared-1.test.js': `${esm}
      // ${' '.repeat(10_000)}
      import { kept } from './kept.js';
      test('the file that it ran for', async () => {
        kept.stubs = stub(EC2Client);
        kept.replies = kept.stubs.on('CreateVpc').resolves({});
        kept.client = new EC2Client({});
        kept.stubber = new Stubber(kept.client);
        await createVpc(kept.client);
        expect(EC2Client).toHaveCalledOperation('CreateVpc');
      });`,
    'shared-2.test.js': `${esm}
      import { kept } from './kept.js';
      test('a stub', () => kept.stubs.on('CreateVpc').resolves({}));
      test('what the first file kept', () => {
        everyFunction("import { install } from 'aws-sdk-stubber/vitest'");
        const { stubs, replies, stubber } = kept;
        for (const act of [
          () => stubs.expects('CreateVpc'),
          () => stubs.inAnyOrder(),
          () => stubs.passthrough(),
          () => stubs.calls(),
          () => stubs.debug(),
          () => replies.resolves({}),
          () => replies.rejects('Oops'),
          () => replies.answers(() => ({})),
          () => replies.resolvesPages([{}]),
          () => replies.after(5),
          () => stubber.addResponse('CreateVpc', {}),
          () => stubber.addClientError('CreateVpc'),
          () => stubber.activate(),
          () => stubber.assertNoPendingResponses(),
          () => expect(EC2Client).not.toHaveCalledOperation('CreateVpc'),
          () => expect(new Error('Oops')).toBeAwsError('Oops'),
          () => expect(kept.client).toExist(),
        ]) refused(act, 'does nothing here: this package is not set up.');
      });
      test('using', () => expect(kept.stubber.using(() => undefined)).rejects.toThrow('is not set up'));`,
  });
  const run = await runVitest(folder, machine());
  const named = `Name the setup entry in the config of Vitest:

  test: { setupFiles: ['aws-sdk-stubber/vitest'] }`;
  const config = (project: string, files: string): string =>
    `The config of this test file (root ${folder}, project '${project}') names ${files}.
- An entry of \`projects\` inherits setupFiles only with \`extends: true\`. Without that, name them in it.
- Vitest looks for its config in the folder where you start it, unless you give --config or --root.`;
  expect(outcomes(run)).toEqual({
    'an expectation': `failed WrongUseError: stub() does nothing here: this package is not set up. ${named}

${config('bare', 'no setup files')}

${LINK}`,
    'every function': 'passed',
    'clients that a Stubber was refused for': 'passed',
    'the file that it ran for': 'passed',
    'a stub': `failed WrongUseError: stub(EC2Client).on() does nothing here: this package is not set up. ${named}

The entry ran only for another test file of this worker: where test files share a worker, Vitest evaluates an import
once. Call install() in a setup file of your own:

  import { install } from 'aws-sdk-stubber/vitest';
  install();

${config('shared', 'import-once.js')}

${LINK}`,
    'what the first file kept': 'passed',
    using: 'passed',
  });
  expect(run.fileFailures.toSorted()).toEqual([
    `'aws-sdk-stubber/jest' and 'aws-sdk-stubber/jest-globals' are for Jest, which does not run this. ${named}

${config('jest', 'node_modules/aws-sdk-stubber/dist/jest.js')}

${LINK}`,
    `${named}

setupFiles name 'aws-sdk-stubber', which is what tests import: it sets nothing up.

${LINK}`,
    `${named}

setupFiles name 'aws-sdk-stubber/vite', which is a plugin. As a plugin it takes the place of the entry:

  import awsSdkStubber from 'aws-sdk-stubber/vite';
  export default defineConfig({ plugins: [awsSdkStubber()] });

${LINK}`,
  ]);
  expect(received).toEqual([]);
});

test('in Jest, what arranges or asserts is refused without the setup entry, and nothing is sent', async () => {
  const setupFilesOnly = (entry: string): string => `{ setupFiles: ['${entry}'] }`;
  const folder = project({
    'jest.config.js': `
      const project = (name, config) => ({ displayName: name, testMatch: ['**/' + name + '.test.js'], ...config });
      module.exports = {
        setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
        projects: [
          project('bare', {}),
          project('index', { setupFilesAfterEnv: ['aws-sdk-stubber'] }),
          project('early', ${setupFilesOnly('aws-sdk-stubber/jest')}),
          project('early-globals', ${setupFilesOnly('aws-sdk-stubber/jest-globals')}),
          project('early-stub', { setupFiles: ['./early-stub.js'] }),
        ],
      };`,
    'early-stub.js': `require('aws-sdk-stubber').stub('EC2').on('CreateVpc').resolves({});`,
    'bare.test.js': `
      const { ${names} } = require('aws-sdk-stubber');
      ${body}
      test('an expectation', () => {
        stub(EC2Client).expects('CreateVpc').resolves({});
      });
      test('every function', () => everyFunction("setupFilesAfterEnv: ['aws-sdk-stubber/jest']"));
      test('clients that a Stubber was refused for', clients);`,
    'index.test.js': `
      const { stub } = require('aws-sdk-stubber');
      test('index', () => stub('EC2'));`,
    ...Object.fromEntries(
      ['early', 'early-globals', 'early-stub'].map((name) => [
        `${name}.test.js`,
        `const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
        test('${name}', () => ${call});`,
      ]),
    ),
  });
  const run = await runJest(folder, machine());
  const named = `Name the setup entry in the config of Jest:

  setupFilesAfterEnv: ['aws-sdk-stubber/jest']

('aws-sdk-stubber/jest-globals' where tests import expect from '@jest/globals'.)
- Do not name it in setupFiles: those run before Jest's own functions are there.
- 'aws-sdk-stubber' is what tests import. It sets nothing up where it is named.
- With \`projects\`, name it in the config of each project.
- Jest looks for its config in the folder where you start it, unless you give --config or --rootDir.`;
  const refused = `WrongUseError: stub() does nothing here: this package is not set up. ${named}

${LINK}`;
  expect(outcomes(run)).toEqual({
    'an expectation': `failed ${refused}`,
    'every function': 'passed',
    'clients that a Stubber was refused for': 'passed',
    index: `failed ${refused}`,
  });
  const early = `aws-sdk-stubber was named in setupFiles of Jest, which are run too early for it. ${named}

${LINK}`;
  const inOneLine = run.fileFailures.map((text) => text.replaceAll(/\s+/g, ' ')).join('\n');
  for (const [message, times] of [
    [early, 2],
    [refused.replace('WrongUseError: ', ''), 1],
  ] as const) {
    expect(inOneLine.split(message.replaceAll(/\s+/g, ' '))).toHaveLength(times + 1);
  }
  expect(run.fileFailures).toHaveLength(3);
  expect(received).toEqual([]);
});

test('in a program, what arranges or asserts is refused without install(), and nothing is sent', async () => {
  const folder = project({
    'bare.js': `
      const { ${names} } = require('aws-sdk-stubber');
      ${body}
      (async () => {
        everyFunction('call install() first');
        await clients();
        stub(EC2Client);
      })();`,
    // A runner that this package has no entry for, with the expect of Jest.
    'with-expect.test.mjs': `
      import { test } from 'node:test';
      import { expect } from 'expect';
      import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
      import { install, stub, Stubber } from 'aws-sdk-stubber';
      const call = () => ${call};
      test('is refused before install()', () => {
        expect(() => stub(EC2Client)).toThrow('call install() first');
      });
      test('is stubbed after it', async () => {
        install();
        stub(EC2Client).on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
        expect((await call()).Vpc).toEqual({ VpcId: 'vpc-1' });
        await expect(call()).rejects.toThrow('No stub answers EC2 CreateVpc');
      });
      test('is never sent by a client whose Stubber is closed', async () => {
        const client = new EC2Client({});
        const createVpc = () => client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
        const stubber = new Stubber(client).addResponse('CreateVpc', {}).addResponse('CreateVpc', {});
        await stubber.using(async () => { await createVpc(); await createVpc(); });
        await expect(createVpc()).rejects.toThrow('No stub answers EC2 CreateVpc');
        stubber.activate().deactivate();
        await expect(createVpc()).rejects.toThrow('No stub answers EC2 CreateVpc');
      });`,
  });
  const [bare, withExpect] = await Promise.all([
    runNode(folder, 'bare.js', machine()),
    runNode(folder, '--test', 'with-expect.test.mjs', machine()),
  ]);
  expect(bare.output)
    .toContain(`WrongUseError: stub() does nothing here: this package is not set up. In a program without a test runner, call install() first:

  import { install } from 'aws-sdk-stubber';
  install();

For tests, name the setup entry in the config of the runner: 'aws-sdk-stubber/vitest' in setupFiles of Vitest,
'aws-sdk-stubber/jest' in setupFilesAfterEnv of Jest.`);
  expect(bare.exitCode).toBe(1);
  expect(withExpect).toMatchObject({ exitCode: 0 });
  expect(received).toEqual([]);
});
