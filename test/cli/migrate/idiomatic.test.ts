import { describe, expect, test } from 'vitest';
import { migrateFile } from '../../../src/cli/migrate/migrate-file.js';

/** What becomes of the text of a file, and what stays of it on the facade. */
function idiomatic(text: string, path = 'a.test.ts', runner: 'vitest' | 'jest' = 'vitest') {
  const { after, left, failure } = migrateFile(path, text, runner, { idiomatic: true });
  expect(failure).toBeUndefined();
  return { after, left: left.map(({ line, text: why }) => `${line}: ${why}`) };
}

const before = (
  tests: string,
) => `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

const s3Mock = mockClient(S3Client);
beforeEach(() => s3Mock.reset());

test('a', async () => {
  ${tests}
});
`;
const after = (tests: string, names = 'stub') => `import 'aws-sdk-stubber/vitest';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ${names} } from 'aws-sdk-stubber';

const s3Mock = stub(S3Client, { unstubbed: 'empty', validate: false });

test('a', async () => {
  ${tests}
});
`;

describe('what means the same', () => {
  test.each([
    // Stubs
    [
      's3Mock.on(GetObjectCommand).resolves({ ETag: 1 });',
      's3Mock.on(GetObjectCommand).resolves({ ETag: 1 });',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }, false).resolvesOnce({});',
      's3Mock.on(GetObjectCommand, { Key: "a" }).resolvesOnce({});',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: "a" }, true).resolves({});',
      's3Mock.on(GetObjectCommand, exactly({ Key: "a" })).resolves({});',
      'exactly, stub',
    ],
    ['s3Mock.onAnyCommand().resolves({});', 's3Mock.onAnyOperation().resolves({});'],
    [
      's3Mock.on(GetObjectCommand).resolves({}).on(PutObjectCommand).rejects("no");',
      's3Mock.on(GetObjectCommand).resolves({}).on(PutObjectCommand).rejects(new Error("no"));',
    ],
    [
      's3Mock.reset();\n  s3Mock.on(GetObjectCommand).resolves({});',
      's3Mock.reset();\n  s3Mock.on(GetObjectCommand).resolves({});',
    ],
    // Replies of the mock itself
    ['s3Mock.resolves({});', 's3Mock.onAnyOperation().resolves({});'],
    [
      's3Mock.rejectsOnce("no").resolves({});',
      's3Mock.onAnyOperation().rejectsOnce(new Error("no")).resolves({});',
    ],
    [
      's3Mock.callsFake((input) => ({ ETag: input.Key }));',
      's3Mock.onAnyOperation().answers((input: any) => ({ ETag: input.Key }));',
    ],
    // Errors
    ['s3Mock.on(GetObjectCommand).rejects();', 's3Mock.on(GetObjectCommand).rejects(new Error());'],
    [
      's3Mock.on(GetObjectCommand).rejectsOnce(`no ${key}`);',
      's3Mock.on(GetObjectCommand).rejectsOnce(new Error(`no ${key}`));',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects(new NoSuchKey({ message: "" }));',
      's3Mock.on(GetObjectCommand).rejects(new NoSuchKey({ message: "" }));',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects({ name: "NoSuchKey", message: "no" });',
      's3Mock.on(GetObjectCommand).rejects("NoSuchKey", { message: "no" });',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects({ name: "NoSuchKey" });',
      's3Mock.on(GetObjectCommand).rejects("NoSuchKey");',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects({ name: "A", $metadata: {} });',
      's3Mock.on(GetObjectCommand).rejects(Object.assign(new Error(), { name: "A", $metadata: {} }));',
    ],
    // Fakes
    [
      's3Mock.on(GetObjectCommand).callsFake(() => ({}));',
      's3Mock.on(GetObjectCommand).answers(() => ({}));',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake(input => ({ ETag: input.Key }));',
      's3Mock.on(GetObjectCommand).answers((input: any) => ({ ETag: input.Key }));',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFakeOnce(async ({ Key }) => { throw new Error(Key); });',
      's3Mock.on(GetObjectCommand).answersOnce(async ({ Key }: any) => { throw new Error(Key); });',
    ],
    // Bodies
    [
      's3Mock.on(GetObjectCommand).resolves({ Body: sdkStreamMixin(Readable.from(["text"])) });',
      's3Mock.on(GetObjectCommand).resolves({ Body: "text" });',
    ],
    [
      's3Mock.on(GetObjectCommand).resolves({ Body: sdkStreamMixin(stream) as any });',
      's3Mock.on(GetObjectCommand).resolves({ Body: stream });',
    ],
    // Calls
    [
      's3Mock.commandCalls(PutObjectCommand)[0].args[0].input.Key;',
      's3Mock.calls(PutObjectCommand)[0].input.Key;',
    ],
    [
      's3Mock.commandCalls(PutObjectCommand)[0]?.args[0].input;',
      's3Mock.calls(PutObjectCommand)[0]?.input;',
    ],
    [
      's3Mock.commandCalls(PutObjectCommand)[0]!.args[0]!.input;',
      's3Mock.calls(PutObjectCommand)[0]!.input;',
    ],
    ['(s3Mock.call(0).args[0] as any).input.Key;', 's3Mock.calls()[0].input.Key;'],
    ['s3Mock.call(1).firstArg.input.Key;', 's3Mock.calls()[1].input.Key;'],
    [
      's3Mock.commandCall(0, PutObjectCommand, { Key: 1 }).args[0].input;',
      's3Mock.calls(PutObjectCommand, { Key: 1 })[0].input;',
    ],
    [
      'const keys = s3Mock.calls().map((call) => call.args[0].input.Key);',
      'const keys = s3Mock.calls().map((call) => call.input.Key);',
    ],
    [
      'const calls = s3Mock.calls();\n  expect(calls).toHaveLength(1);\n  use(calls[0].args[0].input, calls.length);',
      'const calls = s3Mock.calls();\n  expect(calls).toHaveLength(1);\n  use(calls[0].input, calls.length);',
    ],
    [
      'const [call] = s3Mock.calls();\n  use(call.lastArg.input);',
      'const [call] = s3Mock.calls();\n  use(call.input);',
    ],
    // Matchers
    [
      'expect(s3Mock).toHaveReceivedCommand(PutObjectCommand);',
      'expect(s3Mock).toHaveCalledOperation(PutObjectCommand);',
    ],
    [
      'expect(s3Mock).not.toReceiveCommandTimes(PutObjectCommand, 2);',
      'expect(s3Mock).not.toHaveCalledOperationTimes(PutObjectCommand, 2);',
    ],
    [
      'expect(s3Mock).toHaveReceivedCommandOnce(PutObjectCommand);',
      'expect(s3Mock).toHaveCalledOperationOnce(PutObjectCommand);',
    ],
    ['expect(s3Mock).toHaveReceivedAnyCommand();', 'expect(s3Mock).toHaveCalledAnyOperation();'],
    [
      'expect(s3Mock).toHaveReceivedCommandWith(PutObjectCommand, { Key: "a", Tags: ["b"] });',
      'expect(s3Mock).toHaveCalledOperation(PutObjectCommand, { Key: "a", Tags: ["b"] });',
    ],
    [
      'expect(s3Mock).toHaveReceivedCommandWith(PutObjectCommand, { Metadata: { a: "b" } });',
      'expect(s3Mock).toHaveCalledOperation(PutObjectCommand, { Metadata: exactly({ a: "b" }) });',
      'exactly, stub',
    ],
    [
      'expect(s3Mock).toHaveReceivedNthCommandWith(1, PutObjectCommand, { Key: "a" });',
      'expect(s3Mock).toHaveNthCalledOperation(1, PutObjectCommand, { Key: "a" });',
    ],
    [
      'expect(s3Mock).toHaveReceivedNthCommandWith(PutObjectCommand, 1, { Key: "a" });',
      'expect(s3Mock).toHaveNthCallOfOperation(PutObjectCommand, 1, { Key: "a" });',
    ],
    [
      'expect(s3Mock).toHaveReceivedNthSpecificCommandWith(1, PutObjectCommand, { Key: "a" });',
      'expect(s3Mock).toHaveNthCallOfOperation(PutObjectCommand, 1, { Key: "a" });',
    ],
    [
      'expect(s3Mock).toHaveReceivedLastCommandWith(PutObjectCommand, { Tags: { a: "b" } });',
      'expect(s3Mock).toHaveNthCallOfOperation(PutObjectCommand, s3Mock.calls(PutObjectCommand).length, { Tags: exactly({ a: "b" }) });',
      'exactly, stub',
    ],
    [
      'expect(s3Mock).toHaveReceivedCommandExactlyOnceWith(PutObjectCommand, { Key: "a" });',
      'expect(s3Mock).toHaveCalledOperationOnce(PutObjectCommand);\n  expect(s3Mock).toHaveNthCallOfOperation(PutObjectCommand, 1, { Key: "a" });',
    ],
  ])('%s', (theirs, ours, names?: string) => {
    expect(idiomatic(before(theirs))).toEqual({ after: after(ours, names), left: [] });
  });

  test('imports and hooks that nothing uses any more go', () => {
    const text = `import { beforeEach, expect, test, vi } from 'vitest';
import { SNSClient } from '@aws-sdk/client-sns';
import { mockClient, AwsClientStub } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-jest/vitest';

let snsMock: AwsClientStub<SNSClient>;

beforeEach(() => {
  snsMock = mockClient(SNSClient);
});

afterEach(() => {
  vi.clearAllMocks();
  snsMock.restore();
});

test('a', () => {
  expect(snsMock).not.toHaveReceivedAnyCommand();
});
`;
    expect(idiomatic(text).after).toBe(`import 'aws-sdk-stubber/vitest';
import { beforeEach, expect, test, vi } from 'vitest';
import { SNSClient } from '@aws-sdk/client-sns';
import { stub, type TargetStubs } from 'aws-sdk-stubber';

let snsMock: TargetStubs<SNSClient>;

beforeEach(() => {
  snsMock = stub(SNSClient, { unstubbed: 'empty', validate: false });
});

afterEach(() => {
  vi.clearAllMocks();
});

test('a', () => {
  expect(snsMock).not.toHaveCalledAnyOperation();
});
`);
  });

  test('in CommonJS', () => {
    const text = `const { SNSClient, PublishCommand } = require("@aws-sdk/client-sns");
const { mockClient } = require("aws-sdk-client-mock");
require("aws-sdk-client-mock-jest");

const sns = mockClient(SNSClient);
beforeEach(() => {
  sns.reset();
});
it("a", () => {
  sns.on(PublishCommand).callsFake((input) => ({ MessageId: input.Message }));
});
`;
    expect(idiomatic(text, 'a.test.js', 'jest').after).toBe(`require("aws-sdk-stubber/jest");
const { SNSClient, PublishCommand } = require("@aws-sdk/client-sns");
const { stub } = require("aws-sdk-stubber");

const sns = stub(SNSClient, { unstubbed: 'empty', validate: false });
it("a", () => {
  sns.on(PublishCommand).answers((input) => ({ MessageId: input.Message }));
});
`);
  });

  test('a reset stays where it takes away what a hook before it stubbed', () => {
    const text = before('use();').replace(
      "test('a'",
      `beforeEach(() => {
  s3Mock.on(GetObjectCommand).resolves({});
});

describe('of none', () => {
  beforeEach(() => {
    s3Mock.reset();
  });
  test('b', () => use());
});

test('a'`,
    );
    const { after: text2, left } = idiomatic(text);
    expect(left).toEqual([]);
    expect(text2).toContain(`describe('of none', () => {
  beforeEach(() => {
    s3Mock.reset();
  });`);
    expect(text2).not.toContain('beforeEach(() => s3Mock.reset());');
  });

  test('a mock that is stubbed where it is made', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
test('a', () => {
  const sns = mockClient(SNSClient)
    .on(PublishCommand)
    .resolves({});
  expect(sns).toReceiveCommand(PublishCommand);
});
`;
    expect(idiomatic(text).after).toBe(`import 'aws-sdk-stubber/vitest';
import { stub } from 'aws-sdk-stubber';
test('a', () => {
  const sns = stub(SNSClient, { unstubbed: 'empty', validate: false });
  sns
    .on(PublishCommand)
    .resolves({});
  expect(sns).toHaveCalledOperation(PublishCommand);
});
`);
  });

  test('mocks that are kept nowhere', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
beforeEach(() => {
  mockClient(SNSClient).on(PublishCommand).resolves({ MessageId: '1' });
});
test('a', () => {
  mockClient(SQSClient).resolves({}).on(SendMessageCommand).rejects('no');
});
test('b', () => {
  mockClient(SQSClient).on(SendMessageCommand).resolvesOnce({});
});
`;
    expect(idiomatic(text)).toEqual({
      after: `import 'aws-sdk-stubber/vitest';
import { stub } from 'aws-sdk-stubber';
beforeEach(() => {
  stub(SNSClient, { unstubbed: 'empty', validate: false }).on(PublishCommand).resolves({ MessageId: '1' });
});
test('a', () => {
  stub(SQSClient, { unstubbed: 'empty', validate: false }).onAnyOperation().resolves({}).on(SendMessageCommand).rejects(new Error('no'));
});
test('b', () => {
  stub(SQSClient, { unstubbed: 'empty', validate: false }).on(SendMessageCommand).resolvesOnce({});
});
`,
      left: [],
    });
  });

  test('a mock on the facade already', () => {
    const text = before('use();').replace('aws-sdk-client-mock', 'aws-sdk-stubber/client-mock');
    expect(idiomatic(text).after).toContain('stub(S3Client');
  });
});

describe('what stays on the facade, with the reason', () => {
  test.each([
    ['run(s3Mock as unknown as S3Client);', '8: s3Mock stays a mock: it is handed over.'],
    ['run(s3Mock);', '8: s3Mock stays a mock: it is handed over.'],
    ['const all = [s3Mock];', '8: s3Mock stays a mock: it is kept in something else too.'],
    [
      'expect(s3Mock.send.callCount).toBe(1);',
      '8: s3Mock stays a mock: its send is used as a spy.',
    ],
    ['use();\n  s3Mock.reset();', '9: s3Mock stays a mock: reset() in the middle of a test.'],
    [
      's3Mock.on(GetObjectCommand).resolves(null);',
      '8: s3Mock stays a mock: it resolves to what is no output.',
    ],
    [
      'const output = {};\n  s3Mock.on(GetObjectCommand).resolves(output);\n  expect(run()).toBe(output);',
      '9: s3Mock stays a mock: output is compared with what the client gives: it would be a copy with $metadata.',
    ],
    [
      's3Mock.on(GetObjectCommand).resolves({ ETag: "a" });\n  expect(keep).toHaveBeenCalledWith(\n    {\n      ETag: "a",\n    },\n    true,\n  );',
      '8: s3Mock stays a mock: its output is compared with what the client gives: it would be a copy with $metadata.',
    ],
    [
      'const output = { ETag: "a" };\n  s3Mock.on(GetObjectCommand).resolves({ ETag: "a" });\n  assert.deepEqual(run(), output);',
      '9: s3Mock stays a mock: its output is compared with what the client gives: it would be a copy with $metadata.',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake((input, getClient) => ({}));',
      '8: s3Mock stays a mock: its fake asks for the client.',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake(() => {});',
      '8: s3Mock stays a mock: its fake may give undefined.',
    ],
    [
      's3Mock.on(GetObjectCommand).callsFake(fake);',
      '8: s3Mock stays a mock: its fake is a function from elsewhere.',
    ],
    [
      's3Mock.on(GetObjectCommand).rejects(failure);',
      '8: s3Mock stays a mock: it rejects with what may be a text, or an object.',
    ],
    [
      's3Mock.on(GetObjectCommand, { Key: sinon.match("a") }).resolves({});',
      '8: s3Mock stays a mock: it matches inputs with sinon.',
    ],
    [
      'expect(s3Mock.call(0).thisValue).toBe(client);',
      '8: s3Mock stays a mock: its calls are used in a way of their own.',
    ],
    [
      'expect(s3Mock.calls()[0].args[0]).toBeInstanceOf(GetObjectCommand);',
      '8: s3Mock stays a mock: its calls are used in a way of their own.',
    ],
    [
      'expect(s3Mock).not.toHaveReceivedCommandWith(PutObjectCommand, input);',
      '8: s3Mock stays a mock: ours take an input in part, and this must not be there whole.',
    ],
    [
      'expect(s3Mock).not.toHaveReceivedLastCommandWith(PutObjectCommand, {});',
      '8: s3Mock stays a mock: not.toHaveReceivedLastCommandWith has no equal here.',
    ],
    [
      'expect(s3Mock).not.toReceiveCommandExactlyOnceWith(PutObjectCommand, {});',
      '8: s3Mock stays a mock: not.toHaveReceivedCommandExactlyOnceWith has no equal here.',
    ],
    [
      'use(() => expect(s3Mock).toReceiveCommandExactlyOnceWith(PutObjectCommand, {}));',
      '8: s3Mock stays a mock: it is expected in an expression, and takes two here.',
    ],
    [
      "vi.mock('@aws-sdk/client-sns');",
      '8: s3Mock stays a mock: the module of a client is replaced here.',
    ],
    ['const stub = 1;', '8: s3Mock stays a mock: stub means something else in this file.'],
    [
      'const other = mockClient(S3Client);',
      '4: s3Mock stays a mock: other mocks the same client, or one over it.',
    ],
  ])('%s', (tests, reason) => {
    const { after: text, left } = idiomatic(before(tests));
    expect(text).toBe(before(tests).replace('aws-sdk-client-mock', 'aws-sdk-stubber/client-mock'));
    expect(left).toContain(reason);
  });

  test('a mock that is not reset, for its tests may see what others did', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
const sns = mockClient(SNSClient);
test('a', () => sns.on(PublishCommand).resolves({}));
test('b', () => expect(sns).toReceiveCommand(PublishCommand));
`;
    expect(idiomatic(text).left).toEqual([
      '2: sns stays a mock: it is not reset between tests, so that they may see what others stubbed and called.',
    ]);
  });

  test('a mock of a client that another mock stays of, which is never restored', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
test('a', () => {
  run(mockClient(SNSClient));
});
test('b', () => {
  const sns = mockClient(SNSClient);
});
`;
    expect(idiomatic(text).left).toEqual([
      '3: stays a mock: it is kept in no variable of its own.',
      '6: sns stays a mock: another one of its client does, and is never restored.',
    ]);
  });

  test('a mock that is kept nowhere, and that another one takes the place of', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
const sns = mockClient(SNSClient);
beforeEach(() => sns.reset());
test('a', () => {
  mockClient(SNSClient).on(PublishCommand).resolves({});
  expect(sns).not.toReceiveAnyCommand();
});
`;
    expect(idiomatic(text).left).toEqual([
      '2: sns stays a mock: another one of its client does, and is never restored.',
      '5: stays a mock: its client is mocked more than once.',
    ]);
  });

  test('a mock that is kept nowhere, and answers one call of all tests', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
mockClient(SNSClient).on(PublishCommand).resolvesOnce({});
mockClient(SQSClient);
`;
    expect(idiomatic(text).left).toEqual([
      '2: stays a mock: it answers one call of all tests, and here one of each.',
      '3: stays a mock: it is kept in no variable of its own.',
    ]);
  });

  test('a mock whose output holds what is to be the same object afterwards', () => {
    const tests = (value: string) =>
      before(`const bytes = ${value};
  s3Mock.on(GetObjectCommand).resolves({ Body: bytes });
  expect(run()).toBe(bytes);`);
    expect(idiomatic(tests('encode()')).left).toEqual([
      '9: s3Mock stays a mock: bytes is to be the same object afterwards: it would be a copy.',
    ]);
    expect(idiomatic(tests("'text'")).left).toEqual([]);
  });

  test('no mock whose output is empty, and compared with nothing by its name', () => {
    const tests = `s3Mock.on(GetObjectCommand).resolves({});
  expect(run()).toEqual({});`;
    expect(idiomatic(before(tests)).left).toEqual([]);
  });

  test('a mock that other files use', () => {
    const text = `import { mockClient } from 'aws-sdk-client-mock';
export const sns = mockClient(SNSClient);
const sqs = mockClient(SQSClient);
export { sqs };
export const all = { iam: mockClient(IAMClient) };
`;
    expect(idiomatic(text).left).toEqual([
      '2: sns stays a mock: it is exported: other files use it.',
      '4: sqs stays a mock: it is exported: other files use it.',
      '5: stays a mock: it is kept in no variable of its own.',
    ]);
  });

  test('one mock, while the other becomes a stub', () => {
    const { after: text, left } = idiomatic(
      before('run(s3Mock);').replace(
        'test(',
        `const sns = mockClient(SNSClient);
beforeEach(() => sns.reset());
test(`,
      ),
    );
    expect(left).toEqual(['10: s3Mock stays a mock: it is handed over.']);
    expect(text).toContain(`import { stub } from 'aws-sdk-stubber';
import { mockClient } from 'aws-sdk-stubber/client-mock';`);
    expect(text).toContain("stub(SNSClient, { unstubbed: 'empty', validate: false });");
    expect(text).toContain('const s3Mock = mockClient(S3Client);');
  });
});
