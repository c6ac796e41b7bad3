import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { project, runJest, runNode, runVitest, type Run } from './project.js';

/** What the tests are about: each of them is given its client, or makes one. */
const STORE = `
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

export class Store {
  constructor(client) {
    this.client = client;
  }
  async read(Key) {
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: 'docs', Key }));
    return Body.transformToString();
  }
  async write(Key, Body) {
    const Metadata = { by: 'store' };
    return this.client.send(new PutObjectCommand({ Bucket: 'docs', Key, Body, Metadata }));
  }
}
export const store = () => new Store(new S3Client({ region: 'eu-west-1' }));

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
export const userOf = async (id) => (await documents.send(new GetCommand({ TableName: 'users', Key: { id } }))).Item;
export const keep = (Item) => documents.send(new PutCommand({ TableName: 'users', Item }));
`;

/**
 * Tests of the store, on a client that it makes and on one that it is given.
 *
 * @param ts - what only TypeScript has
 */
const storeTests = (ts: (text: string) => string) => `
describe('a store', () => {
  let s3Mock${ts(': AwsClientStub<S3Client>')};
  beforeEach(() => {
    s3Mock = mockClient(S3Client);
  });
  afterEach(() => {
    s3Mock.restore();
  });

  test('reads a stream', async () => {
    s3Mock.on(GetObjectCommand, { Key: 'a' }).resolves({ Body: sdkStreamMixin(Readable.from(['hello'])) });
    expect(await store().read('a')).toBe('hello');
    expect(s3Mock).toHaveReceivedCommandWith(GetObjectCommand, { Bucket: 'docs' });
  });

  test('writes', async () => {
    s3Mock.on(PutObjectCommand).resolvesOnce({ ETag: '1' }).resolves({ ETag: '2' });
    await store().write('a', 'one');
    await store().write('b', 'two');
    expect(s3Mock).toHaveReceivedCommandTimes(PutObjectCommand, 2);
    expect(s3Mock).toHaveReceivedCommandWith(PutObjectCommand, { Key: 'b', Metadata: { by: 'store' } });
    expect(s3Mock).not.toHaveReceivedCommand(GetObjectCommand);
    expect(s3Mock.commandCalls(PutObjectCommand)[0]${ts('!')}.args[0].input.Body).toBe('one');
    expect(s3Mock.calls().map((call) => (call.args[0].input${ts(' as any')}).Key)).toEqual(['a', 'b']);
  });

  test('fails', async () => {
    s3Mock.on(GetObjectCommand).rejects({ name: 'NoSuchKey', message: 'not there' });
    await expect(store().read('a')).rejects.toMatchObject({ name: 'NoSuchKey', message: 'not there' });
    s3Mock.on(PutObjectCommand).rejects('no space');
    await expect(store().write('a', '')).rejects.toThrow('no space');
  });

  test('answers by a function', async () => {
    s3Mock.on(PutObjectCommand).callsFake(async (input) => ({ ETag: input.Key }));
    expect((await store().write('key', '')).ETag).toBe('key');
  });
});

describe('a store that is given its client', () => {
  const client = new S3Client({ region: 'eu-west-1' });
  const mock = mockClient(client);
  beforeEach(() => mock.reset());

  test('uses it', async () => {
    mock.on(GetObjectCommand).resolves({ Body: sdkStreamMixin(Readable.from(['mine'])) });
    expect(await new Store(client).read('a')).toBe('mine');
  });

  test('and no other', async () => {
    await new Store(client).write('b', '');
    expect(mock.commandCalls(PutObjectCommand)).toHaveLength(1);
  });

  test('or a mock of it', async () => {
    const handed = mockClient(S3Client);
    handed.on(PutObjectCommand).resolves({ ETag: '3' });
    expect((await new Store(handed${ts(' as any')}).write('b', '')).ETag).toBe('3');
    handed.restore();
  });
});
`;

const DOCUMENT_TESTS = `
const ddb = mockClient(DynamoDBDocumentClient);
beforeEach(() => {
  ddb.reset();
});

test('users are found', async () => {
  ddb.on(GetCommand, { TableName: 'users', Key: { id: '1' } }).resolves({ Item: { id: '1', name: 'Ada' } });
  expect(await userOf('1')).toEqual({ id: '1', name: 'Ada' });
});

test('users are kept', async () => {
  ddb.onAnyCommand().resolves({});
  await keep({ id: '2', tags: ['a'] });
  expect(ddb).toHaveReceivedCommandWith(PutCommand, { Item: { id: '2', tags: ['a'] } });
});
`;

const NUMBERED = (arguments_: string) => `
test('users are kept one by one', async () => {
  ddb.on(PutCommand).resolves({});
  await keep({ id: '1' });
  await keep({ id: '2' });
  expect(ddb).toHaveReceivedNthCommandWith(${arguments_}, { Item: { id: '2' } });
});
`;

const S3_IMPORTS = `
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { Readable } from 'node:stream';
`;
const DOCUMENT_IMPORTS = `import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';\n`;
const NO = () => '';
const YES = (text: string) => text;
const required = (text: string) =>
  text
    .replaceAll(/import (\{.*?\}) from (.*?);/g, 'const $1 = require($2);')
    .replaceAll(/^import ('.*');/gm, 'require($1);');

/** The same tests, green: as they were, on the facade, and as this package's own. */
async function expectGreenAllTheWay(
  folder: string,
  runner: (folder: string) => Promise<Run>,
  count: number,
): Promise<Run> {
  const before = await runner(folder);
  const migrate = (...args: string[]) =>
    runNode(folder, 'node_modules/aws-sdk-stubber/dist/cli.js', 'migrate', '--write', ...args);
  expect((await migrate()).output).toContain('aws-sdk-client-mock → aws-sdk-stubber/client-mock');
  const facade = await runner(folder);
  await migrate('--idiomatic');
  const idiomatic = await runner(folder);
  const outcome = ({ tests, fileFailures, exitCode }: Run) => ({ tests, fileFailures, exitCode });
  expect(outcome(before)).toMatchObject({ fileFailures: [], exitCode: 0 });
  expect(Object.keys(before.tests)).toHaveLength(count);
  expect(outcome(facade)).toEqual(outcome(before));
  expect(outcome(idiomatic)).toEqual(outcome(before));
  return idiomatic;
}

/** ts-jest reads them; other projects go without, for there are hundreds. */
function withDeclarations(folder: string): void {
  const place = join(folder, 'node_modules/aws-sdk-stubber');
  execFileSync('tar', ['-xzf', inject('packed').tarball, '-C', place, '--strip-components=1']);
}

const textIn = (folder: string) => (path: string) => readFileSync(join(folder, path), 'utf8');

test('a project in TypeScript for Vitest, with the matchers of both packages', async () => {
  const folder = project({
    'package.json': `{ "name": "a", "type": "module", "devDependencies": { "aws-sdk-client-mock": "4.1.0", "aws-sdk-client-mock-jest": "4.1.0", "aws-sdk-client-mock-vitest": "7.1.0", "vitest": "4.1.12" } }\n`,
    'vitest.config.js': `export default { test: { setupFiles: ['./setup.ts'] } };\n`,
    'setup.ts': `import 'aws-sdk-client-mock-vitest/extend';\n`,
    'store.js': STORE,
    'test/store.test.ts': `import { afterEach, beforeEach, describe, expect, test } from 'vitest';${S3_IMPORTS}import { mockClient, type AwsClientStub } from 'aws-sdk-client-mock';
import { Store, store } from '../store.js';
${storeTests(YES)}`,
    'test/users.test.ts': `import { beforeEach, expect, test } from 'vitest';
${DOCUMENT_IMPORTS}import { mockClient } from 'aws-sdk-client-mock';
import { keep, userOf } from '../store.js';
${DOCUMENT_TESTS}${NUMBERED('PutCommand, 2')}`,
  });
  await expectGreenAllTheWay(folder, runVitest, 10);
  const text = textIn(folder);
  expect(text('setup.ts')).toBe(`import 'aws-sdk-stubber/client-mock/vitest';\n`);
  expect(text('package.json')).not.toContain('client-mock');
  expect(text('test/users.test.ts')).not.toMatch(/mockClient|Receive/);
  expect(text('test/store.test.ts').match(/\b(stub|mockClient)\((S3Client|client)/g)).toEqual([
    'stub(S3Client',
    'stub(client',
    'mockClient(S3Client',
  ]);
});

test('a project for Jest in CommonJS, of TypeScript by ts-jest and of JavaScript', async () => {
  const folder = project({
    'package.json': `{ "name": "a", "devDependencies": { "aws-sdk-client-mock": "4.1.0", "aws-sdk-client-mock-jest": "4.1.0", "jest": "30.5.2" } }\n`,
    'jest.config.js': `module.exports = {
  transform: { '\\\\.ts$': ['ts-jest', {}], 'store\\\\.js$': '@swc/jest' },
  setupFilesAfterEnv: ['aws-sdk-client-mock-jest'],
};\n`,
    'tsconfig.json': `{ "compilerOptions": { "module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0", "target": "es2022", "strict": true, "noImplicitAny": true, "allowJs": true, "checkJs": false, "skipLibCheck": true, "types": ["jest", "node", "aws-sdk-client-mock-jest"], "esModuleInterop": true } }\n`,
    'store.js': STORE,
    'store.d.ts': `export declare class Store { constructor(client: object); read(key: string): Promise<string>; write(key: string, body: string): Promise<{ ETag?: string }>; }
export declare function store(): Store;\n`,
    'store.test.ts': `${S3_IMPORTS.replace("'@smithy/core/serde'", "'@smithy/util-stream'")}import { AwsClientStub, mockClient } from 'aws-sdk-client-mock';
import { Store, store } from './store';
${storeTests(YES)}`,
    'users.test.js': `${required(`${DOCUMENT_IMPORTS}import { mockClient } from 'aws-sdk-client-mock';
import { keep, userOf } from './store';`)}
${DOCUMENT_TESTS}${NUMBERED('2, PutCommand')}`,
  });
  withDeclarations(folder);
  await expectGreenAllTheWay(folder, runJest, 10);
  const text = textIn(folder);
  expect(text('jest.config.js')).toContain(
    `setupFilesAfterEnv: ['aws-sdk-stubber/client-mock/jest']`,
  );
  expect(text('tsconfig.json')).toContain('"aws-sdk-stubber/client-mock/jest"');
  expect(text('users.test.js')).toContain(`const { exactly, stub } = require('aws-sdk-stubber');`);
  expect(text('users.test.js')).not.toMatch(/mockClient|Receive/);
});

test('a project for Jest in ES modules', async () => {
  const folder = project({
    'package.json': `{ "name": "a", "type": "module", "devDependencies": { "aws-sdk-client-mock": "4.1.0", "jest": "30.5.2" } }\n`,
    'jest.config.js': `export default { transform: {} };\n`,
    'store.js': STORE,
    'store.test.js': `import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';${S3_IMPORTS}import { mockClient } from 'aws-sdk-client-mock';
import { Store, store } from './store.js';
${storeTests(NO).replaceAll(/^ *expect\(\w+\)(\.not)?\.toHaveReceived.*\n/gm, '')}`,
  });
  await expectGreenAllTheWay(folder, runJest, 7);
  expect(textIn(folder)('store.test.js')).toContain(`import 'aws-sdk-stubber/jest-globals';`);
});
