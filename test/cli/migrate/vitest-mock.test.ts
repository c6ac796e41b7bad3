import { describe, expect, test } from 'vitest';
import { migrateFile } from '../../../src/cli/migrate/migrate-file.js';

/** What becomes of the text of a file, and what of it is left to the reader. */
function idiomatic(text: string) {
  const { after, left, failure } = migrateFile('a.test.ts', text, 'vitest', { idiomatic: true });
  expect(failure).toBeUndefined();
  return { after, left: left.map(({ line, text: why }) => `${line}: ${why}`) };
}

const before = (
  tests: string,
) => `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-vitest-mock';

let s3Mock: ReturnType<typeof mockClient>;
beforeEach(() => {
  s3Mock = mockClient(S3Client);
});
afterEach(() => {
  s3Mock.restore();
});

test('a', async () => {
  ${tests}
});
`;
const after = (tests: string, names = 'stub, type TargetStubs') => `import 'aws-sdk-stubber/vitest';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ${names} } from 'aws-sdk-stubber';

let s3Mock: TargetStubs<any>;
beforeEach(() => {
  s3Mock = stub(S3Client, { unstubbed: 'throw', validate: false });
});

test('a', async () => {
  ${tests}
});
`;
const WITH_EXACTLY = 'exactly, stub, type TargetStubs';

describe('of aws-sdk-vitest-mock, what means the same', () => {
  test.each([
    // Stubs
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolvesOnce({}).resolves({ ETag: "1" });',
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolvesOnce({}).resolves({ ETag: "1" });',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }, { strict: true }).resolves({});',
      's3Mock.on(GetObjectCommand, exactly({ Key: "a" })).resolves({});',
      WITH_EXACTLY,
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }, { strict: false }).resolves({});',
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolves({});',
    ],
    [
      's3Mock.on(GetObjectCommand).resolvesWithDelay({ ETag: "1" }, 50);',
      's3Mock.on(GetObjectCommand).resolves({ ETag: "1" }).after(50);',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolvesOnce({});\n  s3Mock.on(GetObjectCommand, { Key: "b" }).resolves({});',
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolvesOnce({});\n  s3Mock.on(GetObjectCommand, { Key: "b" }).resolves({});',
    ],
    [
      's3Mock.on(GetObjectCommand).resolves({ ETag: "1" });\n  s3Mock.on(GetObjectCommand).resolves({ ETag: "2" });',
      's3Mock.on(GetObjectCommand).resolves({ ETag: "1" });\n  s3Mock.on(GetObjectCommand).resolves({ ETag: "2" });',
    ],
    // Streams
    [
      's3Mock.on(GetObjectCommand).resolvesStreamOnce("first").resolvesStream(data);',
      's3Mock.on(GetObjectCommand).resolvesOnce({ Body: "first" }).resolves({ Body: data });',
    ],
    // Errors
    [
      's3Mock.on(GetObjectCommand).rejects("no");',
      's3Mock.on(GetObjectCommand).rejects(new Error("no"));',
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsOnce(new NoSuchKey({ message: "" }));',
      's3Mock.on(GetObjectCommand).rejectsOnce(new NoSuchKey({ message: "" }));',
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithDelay("late", 20);',
      's3Mock.on(GetObjectCommand).rejects(new Error("late")).after(20);',
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithNoSuchKey("a.txt");',
      "s3Mock.on(GetObjectCommand).rejects('NoSuchKey', { message: 'The specified key does not exist. Key: a.txt' });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithNoSuchBucket();',
      "s3Mock.on(GetObjectCommand).rejects('NoSuchBucket', { message: 'The specified bucket does not exist.' });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithAccessDenied(key);',
      "s3Mock.on(GetObjectCommand).rejects('AccessDenied', { message: `Access Denied for resource: ${key}` });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithResourceNotFound("t");',
      "s3Mock.on(GetObjectCommand).rejects('ResourceNotFoundException', { message: 'Requested resource not found: t' });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithConditionalCheckFailed();',
      "s3Mock.on(GetObjectCommand).rejects('ConditionalCheckFailedException', { message: 'The conditional request failed' });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithThrottling();',
      "s3Mock.on(GetObjectCommand).rejects('Throttling', { message: 'Rate exceeded' });",
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithInternalServerError();',
      "s3Mock.on(GetObjectCommand).rejects('InternalServerError', { message: 'We encountered an internal error. Please try again.', $metadata: { httpStatusCode: 500 } });",
    ],
    // Fakes
    [
      's3Mock.on(GetObjectCommand).callsFake(async (input) => ({ ETag: input.Key }));',
      's3Mock.on(GetObjectCommand).answers(async (input) => ({ ETag: input.Key }));',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFakeOnce(async (input, client) => ({ ETag: name(client) }));',
      's3Mock.on(GetObjectCommand).answersOnce(async (input, { client }) => ({ ETag: name(client) }));',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake(async (_, s3) => ({ ETag: name(s3) }));',
      's3Mock.on(GetObjectCommand).answers(async (_, { client: s3 }) => ({ ETag: name(s3) }));',
    ],
    // Calls
    ['use(s3Mock.calls()[0].input.Key);', 'use(s3Mock.calls()[0].input.Key);'],
    [
      'const calls = s3Mock.calls();\n  expect(calls).toHaveLength(1);\n  use(calls[0]?.input);',
      'const calls = s3Mock.calls();\n  expect(calls).toHaveLength(1);\n  use(calls[0]?.input);',
    ],
    ['use((s3Mock.calls()[0] as any).input.Key);', 'use(s3Mock.calls()[0].input.Key);'],
    [
      'use(s3Mock.calls().map((command) => command.input));',
      'use(s3Mock.calls().map((command) => command.input));',
    ],
    // Matchers
    [
      'expect(s3Mock).not.toHaveReceivedCommand(PutObjectCommand);',
      'expect(s3Mock).not.toHaveCalledOperation(PutObjectCommand);',
    ],
    [
      'expect(s3Mock).toHaveReceivedCommandTimes(PutObjectCommand, 2);',
      'expect(s3Mock).toHaveCalledOperationTimes(PutObjectCommand, 2);',
    ],
    [
      'expect(s3Mock).not.toHaveReceivedCommandWith(PutObjectCommand, input);',
      'expect(s3Mock).not.toHaveCalledOperation(PutObjectCommand, exactly(input));',
      WITH_EXACTLY,
    ],
    [
      'expect(s3Mock).toHaveReceivedCommandWith(PutObjectCommand, expect.objectContaining({ Key: "a" }));',
      'expect(s3Mock).toHaveCalledOperation(PutObjectCommand, expect.objectContaining({ Key: "a" }));',
    ],
    [
      'expect(s3Mock).toHaveReceivedNthCommandWith(2, PutObjectCommand, { Key: "a" });',
      'expect(s3Mock).toHaveNthCalledOperation(2, PutObjectCommand, exactly({ Key: "a" }));',
      WITH_EXACTLY,
    ],
    [
      'expect(s3Mock).toHaveReceivedNoOtherCommands([PutObjectCommand]);',
      'expect(s3Mock).toHaveCalledOnlyOperations([PutObjectCommand]);',
    ],
    [
      'expect(s3Mock).toHaveReceivedNoOtherCommands();',
      'expect(s3Mock).toHaveCalledOnlyOperations([]);',
    ],
  ])('%s', (theirs, ours, names?: string) => {
    expect(idiomatic(before(theirs))).toEqual({ after: after(ours, names), left: [] });
  });

  test('a mock of one client, its matchers and its setup', () => {
    const text = `import { expect, test } from 'vitest';
import { S3Client } from '@aws-sdk/client-s3';
import { matchers, mockClient, mockClientInstance, type AwsClientStub } from 'aws-sdk-vitest-mock';
import 'aws-sdk-vitest-mock/vitest-setup';

expect.extend(matchers);

const client = new S3Client({});
const s3Mock: AwsClientStub<S3Client> = mockClientInstance(client);
s3Mock.on(GetObjectCommand).resolves({});

beforeEach(() => s3Mock.reset());

test('a', () => {
  expect(s3Mock).not.toHaveReceivedCommand(GetObjectCommand);
});

test('b', () => {
  expect(s3Mock).toHaveReceivedCommandTimes(GetObjectCommand, 0);
});
`;
    expect(idiomatic(text)).toEqual({
      after: `import 'aws-sdk-stubber/vitest';
import { expect, test } from 'vitest';
import { S3Client } from '@aws-sdk/client-s3';
import { stub, type TargetStubs } from 'aws-sdk-stubber';

const client = new S3Client({});
const s3Mock: TargetStubs<S3Client> = stub(client, { unstubbed: 'throw', validate: false });
s3Mock.on(GetObjectCommand).resolves({});

test('a', () => {
  expect(s3Mock).not.toHaveCalledOperation(GetObjectCommand);
});

test('b', () => {
  expect(s3Mock).toHaveCalledOperationTimes(GetObjectCommand, 0);
});
`,
      left: [],
    });
  });
});

describe('of aws-sdk-vitest-mock, what stays, with the reason', () => {
  const ORDER = 'of several stubs that fit a call the first answers there, and the last here';
  test.each([
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolves({});\n  s3Mock.on(GetObjectCommand).resolves({});',
      `14: s3Mock stays a mock: ${ORDER}.`,
    ],
    [
      's3Mock.on(GetObjectCommand).resolvesOnce({});\n  s3Mock.on(GetObjectCommand).resolves({});',
      `14: s3Mock stays a mock: ${ORDER}.`,
    ],
    [
      's3Mock.on(GetObjectCommand).resolves({}).resolvesOnce({});',
      '13: s3Mock stays a mock: .resolves() is not its last.',
    ],
    [
      's3Mock.on(PutObjectCommand, { Tags: ["a"] }).resolves({});',
      '13: s3Mock stays a mock: a list in its input is compared by its beginning there.',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }, options).resolves({});',
      '13: s3Mock stays a mock: on() is strict or not by a value.',
    ],
    [
      's3Mock.on(GetObjectCommand).resolves({ Body: "text" });',
      '13: s3Mock stays a mock: a Body is given as it is there, and as a stream here.',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake(async () => ({ Body: "text" }));',
      '13: s3Mock stays a mock: a Body is given as it is there, and as a stream here.',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects({ name: "A" });',
      '13: s3Mock stays a mock: it rejects with what is no error.',
    ],
    [
      's3Mock.on(GetObjectCommand).rejectsWithNoSuchKey();\n  expect(error.code).toBe("NoSuchKey");',
      '14: s3Mock stays a mock: errors of AWS have no code, as those of it have.',
    ],
    [
      's3Mock.on(GetObjectCommand).resolvesPaginated(items, { pageSize: 2 });',
      '13: s3Mock stays a mock: it uses .resolvesPaginated(…).',
    ],
    [
      's3Mock.on(GetObjectCommand).resolvesFromFile("o.json");',
      '13: s3Mock stays a mock: it uses .resolvesFromFile(…).',
    ],
    ['s3Mock.enableDebug();', '13: s3Mock stays a mock: it uses s3Mock.enableDebug().'],
    ['use();\n  s3Mock.reset();', '14: s3Mock stays a mock: reset() in the middle of a test.'],
    [
      'expect(s3Mock.calls()[0]).toBeInstanceOf(PutObjectCommand);',
      '13: s3Mock stays a mock: its calls are used in a way of their own.',
    ],
    [
      'await expect(run()).rejects.toThrow("No mock configured for command");',
      '13: s3Mock stays a mock: its words for a call that nothing answers are asked for.',
    ],
  ])('%s', (tests, reason) => {
    const { after: text, left } = idiomatic(before(tests));
    expect(text).toBe(before(tests));
    expect(left).toEqual([
      '2: aws-sdk-vitest-mock is not changed: --idiomatic makes stubs of its mocks, and docs/migrating-vitest-mock.md says what its calls are here.',
      reason,
    ]);
  });

  const twice = (hook: string, second: string) => `import { mockClient } from 'aws-sdk-vitest-mock';
const sns = mockClient(SNSClient);
afterEach(() => sns.${hook}());
test('a', () => {
  sns.on(PublishCommand).resolves({});
});
test('b', () => {
  ${second}
  expect(sns).toHaveReceivedCommand(PublishCommand);
});
`;

  test('a mock whose reset leaves what another test stubbed', () => {
    expect(idiomatic(twice('reset', 'use();')).left).toContain(
      '9: sns stays a mock: what other tests stubbed may answer here: its reset leaves that.',
    );
    const each = 'sns.on(PublishCommand).resolves({});';
    expect(idiomatic(twice('reset', each)).left).toEqual([]);
  });

  test('a mock that is restored, and not made again', () => {
    expect(idiomatic(twice('restore', 'use();')).left).toContain(
      '2: sns stays a mock: it is restored, and not made again.',
    );
  });
});
