import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

const suites = join(import.meta.dirname, '../client-mock');
const read = (name: string) => readFileSync(join(suites, name), 'utf8');

/** The suites that ours and the original must both pass, once for each. */
const files = {
  'agreed.ts': read('agreed.ts'),
  'agreed-matchers.ts': read('agreed-matchers.ts'),
  'ours.test.ts': `
    import * as ours from 'aws-sdk-stubber/client-mock';
    import { agreed } from './agreed.js';
    agreed(ours as never);`,
  'theirs.test.ts': `
    import * as theirs from 'aws-sdk-client-mock';
    import { agreed } from './agreed.js';
    agreed(theirs as never);`,
};

/** Jest's functions have the same names. */
const ofJest = (text: string) => text.replace("from 'vitest'", "from '@jest/globals'");

const statuses = ({ tests }: Run) => new Set(Object.values(tests).map(({ status }) => status));
const failed = ({ tests }: Run) =>
  Object.entries(tests).filter(([, { status }]) => status !== 'passed');

describe('without the setup entry', () => {
  test('Vitest runs a suite on the facade as on aws-sdk-client-mock', async () => {
    const folder = project({
      ...files,
      'vitest.config.js': "export default { test: { include: ['*.test.ts'] } };",
      'ours-matchers.test.ts': `
        import { expect } from 'vitest';
        import * as ours from 'aws-sdk-stubber/client-mock';
        import { allCustomMatcherWithAliases } from 'aws-sdk-stubber/client-mock/vitest';
        import { agreedMatchers } from './agreed-matchers.js';
        expect.extend(allCustomMatcherWithAliases);
        agreedMatchers(ours as never, 'vitest');`,
    });
    const run = await runVitest(folder);
    expect([...failed(run), ...run.fileFailures]).toEqual([]);
    expect(statuses(run)).toEqual(new Set(['passed']));
    expect(run.exitCode).toBe(0);
  });

  test('Jest does, with CommonJS', async () => {
    const folder = project({
      ...files,
      'agreed.ts': ofJest(files['agreed.ts']),
      'agreed-matchers.ts': ofJest(files['agreed-matchers.ts']),
      'jest.config.cjs': `module.exports = {
        testMatch: ['**/*.test.ts'],
        transform: { '\\\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
        moduleNameMapper: { '^(\\\\./.*)\\\\.js$': '$1' },
      };`,
      'ours-matchers.test.ts': `
        import * as ours from 'aws-sdk-stubber/client-mock';
        import * as matchers from 'aws-sdk-stubber/client-mock/jest';
        import { agreedMatchers } from './agreed-matchers.js';
        expect.extend(matchers as never);
        agreedMatchers(ours as never, 'jest');`,
      'theirs-matchers.test.ts': `
        import * as theirs from 'aws-sdk-client-mock';
        import * as matchers from 'aws-sdk-client-mock-jest';
        import { agreedMatchers } from './agreed-matchers.js';
        expect.extend(matchers as never);
        agreedMatchers(theirs as never, 'jest');`,
    });
    const run = await runJest(folder);
    expect([...failed(run), ...run.fileFailures]).toEqual([]);
    expect(statuses(run)).toEqual(new Set(['passed']));
    expect(run.exitCode).toBe(0);
  });

  test('Jest does, with ES modules, and with resetModules()', async () => {
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'jest.config.js': "export default { testMatch: ['**/*.test.js'], transform: {} };",
      'a.test.js': `
        import { expect, jest, test } from '@jest/globals';
        import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
        import { mockClient } from 'aws-sdk-stubber/client-mock';
        import * as matchers from 'aws-sdk-stubber/client-mock/jest';
        expect.extend(matchers);
        test('is answered', async () => {
          const sns = mockClient(SNSClient);
          sns.on(PublishCommand).resolves({ MessageId: '1' });
          expect(await new SNSClient({}).send(new PublishCommand({ Message: 'a' }))).toEqual({ MessageId: '1' });
          expect(sns).toHaveReceivedNthCommandWith(1, PublishCommand, { Message: expect.any(String) });
          expect(sns).toHaveReceivedLastCommandWith(PublishCommand, { Message: 'a' });
        });`,
      'b.test.js': `
        import { expect, jest, test } from '@jest/globals';
        import { createRequire } from 'node:module';
        import 'aws-sdk-stubber/client-mock/jest';
        test('is answered', async () => {
          const { mockClient } = jest.requireActual('aws-sdk-stubber/client-mock');
          const { PublishCommand, SNSClient } = jest.requireActual('@aws-sdk/client-sns');
          const sns = mockClient(SNSClient);
          jest.resetModules();
          const again = jest.requireActual('aws-sdk-stubber/client-mock');
          expect(sns instanceof again.AwsStub).toBe(true);
          await new SNSClient({}).send(new PublishCommand({ Message: 'a' }));
          expect(sns).toHaveReceivedCommandOnce(PublishCommand);
        });`,
    });
    const run = await runJest(folder);
    expect([...failed(run), ...run.fileFailures]).toEqual([]);
    expect(run.exitCode).toBe(0);
  });
});

const strict = `
  import { expect, test } from 'vitest';
  import { ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
  import { mockClient } from 'aws-sdk-stubber/client-mock';
  const client = new SNSClient({ region: 'eu-west-1' });
  const send = (command) => client.send(command).catch(({ name }) => name);
  const publish = () => send(new PublishCommand({ Message: 'a' }));

  test('wrong stubs', async () => {
    const sns = mockClient(SNSClient, { validate: true });
    sns.on(PublishCommand, { Mesage: 'a' });
    sns.on(PublishCommand).resolves({ MesageId: '1' });
    sns.on(ListTopicsCommand).resolves({ Topics: [{ TopicArn: 1 }] });
    await publish();
  });
  test('a right stub after them', async () => {
    const sns = mockClient(SNSClient, { validate: true });
    sns.on(PublishCommand).resolves({ MessageId: '1' });
    expect(await publish()).toEqual({ MessageId: '1' });
  });
  test('a wrong input', async () => {
    const sns = mockClient(SNSClient, { validate: true });
    sns.resolves({});
    expect(await send(new PublishCommand({ Mesage: 'a' }))).toBe('InvalidInputError');
  });
  test('what nothing answers fails', async () => {
    mockClient(SNSClient, { unstubbed: 'fail' });
    expect(await publish()).toBe('UnstubbedOperationError');
  });
  test('what nothing answers throws', async () => {
    mockClient(SNSClient, { unstubbed: 'throw' });
    expect(await publish()).toBe('UnstubbedOperationError');
  });
`;

test('with the setup entry, the stricter ways fail a test at its end, with all that is wrong', async () => {
  const folder = project({
    'vitest.config.js': "export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };",
    'strict.test.js': strict,
  });
  const { tests } = await runVitest(folder);
  const withoutLines = (text: string | undefined) =>
    text?.replaceAll(/(\.test\.js):\d+:\d+/g, '$1:LINE');
  expect(tests['a right stub after them']?.status).toBe('passed');
  expect(tests['what nothing answers throws']?.status).toBe('passed');
  expect(withoutLines(tests['wrong stubs']?.messages[0])).toMatchInlineSnapshot(`
    "InvalidStubError: 3 problems with this test's calls to AWS:

    1. mockClient(SNSClient).on(PublishCommand): no call of Publish has these parameters:

         Mesage: no such member; did you mean Message? (allowed: Message, TopicArn, TargetArn, Subject, MessageGroupId, PhoneNumber, MessageStructure, MessageAttributes, … 1 more)

         in strict.test.js:LINE

       For a service that is off its model: mockClient(SNSClient, { validate: false }).

    2. mockClient(SNSClient).on(PublishCommand).resolves(): Publish cannot answer this output:

         MesageId: no such member; did you mean MessageId? (allowed: MessageId, SequenceNumber)

         in strict.test.js:LINE

       For a service that is off its model: mockClient(SNSClient, { validate: false }).

    3. mockClient(SNSClient).on(ListTopicsCommand).resolves(): ListTopics cannot answer this output:

         Topics[0].TopicArn: expected a string, got the number 1

         in strict.test.js:LINE

       For a service that is off its model: mockClient(SNSClient, { validate: false }).

    See https://aws-sdk-stubber.github.io/aws-sdk-stubber/messages#invalidstuberror"
  `);
  expect(withoutLines(tests['a wrong input']?.messages[0])).toMatchInlineSnapshot(`
    "InvalidInputError: mockClient(SNSClient): Publish does not take this input:

      Mesage: no such member; did you mean Message? (allowed: Message, TopicArn, TargetArn, Subject, MessageGroupId, PhoneNumber, MessageStructure, MessageAttributes, … 1 more)
      Message: missing, and required

    No reply was used, and nothing was sent to AWS.

    For a service that is off its model: mockClient(SNSClient, { validate: false }).

    See https://aws-sdk-stubber.github.io/aws-sdk-stubber/messages#invalidinputerror"
  `);
  expect(withoutLines(tests['what nothing answers fails']?.messages[0])).toMatchInlineSnapshot(`
    "UnstubbedOperationError: No reply of mockClient(SNSClient) answers SNS Publish. Nothing was sent to AWS.

      It was called with
        { Message: 'a' }

    To answer it, write on the mock:

      .on(PublishCommand).resolves({})

    See https://aws-sdk-stubber.github.io/aws-sdk-stubber/messages#other-calls-that-nothing-answers"
  `);
});

test('without it, a call that a wrong stub answers rejects with all that are wrong', async () => {
  const folder = project({
    'vitest.config.js': 'export default {};',
    'strict.test.js': `${strict}
      test('a call', async () => {
        const sns = mockClient(SNSClient, { validate: true });
        sns.on(ListTopicsCommand).resolves({ Topics: [{ TopicArn: 1 }] });
        sns.on(PublishCommand).resolves({ MesageId: '1' });
        await client.send(new PublishCommand({ Message: 'a' }));
      });`,
  });
  const { tests } = await runVitest(folder);
  const { 'a call': call, ...others } = tests;
  expect(Object.values(others).every(({ status }) => status === 'passed')).toBe(true);
  expect(call?.messages[0]).toContain(
    'mockClient(SNSClient).on(ListTopicsCommand).resolves(): ListTopics cannot answer this output',
  );
  expect(call?.messages[0]).toContain(
    'mockClient(SNSClient).on(PublishCommand).resolves(): Publish cannot answer this output',
  );
});
