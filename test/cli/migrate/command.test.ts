import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { recordingTerminal } from '../recording-terminal.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

async function migrate(...args: string[]) {
  const terminal = recordingTerminal(folder);
  const code = await main(['migrate', ...args], COMMANDS, '0.2.0', terminal);
  return { code, printed: terminal.printed(), complained: terminal.complained() };
}

const THEIRS = `import { mockClient } from 'aws-sdk-client-mock';\n`;
const OURS = `import { mockClient } from 'aws-sdk-stubber/client-mock';\n`;
const MANIFEST = `{
  "name": "a",
  "devDependencies": {
    "@types/sinon": "^17.0.0",
    "aws-sdk-client-mock": "^4.1.0",
    "aws-sdk-client-mock-jest": "^4.1.0",
    "jest": "^30.0.0",
    "sinon": "^18.0.0"
  }
}
`;

test('shows what would be changed, and changes nothing', async () => {
  write({ 'test/a.test.ts': THEIRS, 'package.json': MANIFEST });
  expect(await migrate()).toEqual({
    code: 0,
    printed: `--- a/test/a.test.ts
+++ b/test/a.test.ts
@@ -1,1 +1,1 @@
-import { mockClient } from 'aws-sdk-client-mock';
+import { mockClient } from 'aws-sdk-stubber/client-mock';
--- a/package.json
+++ b/package.json
@@ -1,10 +1,7 @@
 {
   "name": "a",
   "devDependencies": {
-    "@types/sinon": "^17.0.0",
-    "aws-sdk-client-mock": "^4.1.0",
-    "aws-sdk-client-mock-jest": "^4.1.0",
-    "jest": "^30.0.0",
-    "sinon": "^18.0.0"
+    "aws-sdk-stubber": "^0.2.0",
+    "jest": "^30.0.0"
   }
 }
To be changed: 2 files
     1 × aws-sdk-client-mock → aws-sdk-stubber/client-mock
     1 × @types/sinon out of package.json
     1 × aws-sdk-client-mock out of package.json
     1 × aws-sdk-client-mock-jest out of package.json
     1 × sinon out of package.json
     1 × aws-sdk-stubber into package.json

Nothing is written yet. Add --write to do it.
`,
    complained: '',
  });
  expect(read('test/a.test.ts')).toBe(THEIRS);
  expect(read('package.json')).toBe(MANIFEST);
});

test('--write changes it, once', async () => {
  write({ 'a.test.ts': THEIRS, 'package.json': MANIFEST, 'pnpm-lock.yaml': '' });
  const { code, printed } = await migrate('--write');
  expect(code).toBe(0);
  expect(printed).toContain('Changed: 2 files\n');
  expect(printed).toContain('Now install, and run your tests: pnpm install');
  expect(read('a.test.ts')).toBe(OURS);
  expect(JSON.parse(read('package.json'))).toEqual({
    name: 'a',
    devDependencies: { 'aws-sdk-stubber': '^0.2.0', jest: '^30.0.0' },
  });
  expect(await migrate('--write')).toEqual({
    code: 0,
    printed: 'Nothing to do: no file names aws-sdk-client-mock or its kin.\n',
    complained: '',
  });
});

describe('package.json', () => {
  test('sinon stays where something else uses it', async () => {
    write({
      'a.test.ts': THEIRS,
      'b.test.js': `const sinon = require('sinon');`,
      'package.json': MANIFEST,
    });
    await migrate('--write');
    expect(read('package.json')).toContain('"sinon": "^18.0.0"');
    expect(read('package.json')).toContain('"@types/sinon": "^17.0.0"');
  });

  test('what files still use stays, and is said', async () => {
    write({
      'a.test.ts': THEIRS,
      'b.test.ts': `${THEIRS}const = ;`,
      'package.json': MANIFEST,
    });
    const { code, printed } = await migrate('--write');
    expect(code).toBe(1);
    expect(printed).toContain(`Left alone, for they cannot be read: 1 file
  b.test.ts:2
    Unexpected token
`);
    expect(printed).toContain(`Left to you: 1 place
  package.json:5
    aws-sdk-client-mock stays: files that were not changed use it.
`);
    expect(
      Object.keys(
        (JSON.parse(read('package.json')) as { devDependencies: object }).devDependencies,
      ),
    ).toEqual(['@types/sinon', 'aws-sdk-client-mock', 'aws-sdk-stubber', 'jest', 'sinon']);
  });

  test('of a workspace each has what its own files need', async () => {
    const manifest = (name: string, more = '') =>
      `{ "name": "${name}", "devDependencies": { "aws-sdk-client-mock": "4.1.0"${more} } }\n`;
    write({
      'package.json': '{ "name": "root", "workspaces": ["a", "b"] }\n',
      'a/package.json': manifest('a'),
      'a/src/a.test.ts': THEIRS,
      'b/package.json': manifest('b', ', "zod": "4.0.0"'),
      'b/b.test.ts': THEIRS,
    });
    await migrate('--write');
    expect(read('a/package.json')).toBe(
      '{ "name": "a", "devDependencies": { "aws-sdk-stubber": "^0.2.0" } }\n',
    );
    expect(read('b/package.json')).toBe(
      '{ "name": "b", "devDependencies": { "aws-sdk-stubber": "^0.2.0", "zod": "4.0.0" } }\n',
    );
    expect(read('package.json')).toBe('{ "name": "root", "workspaces": ["a", "b"] }\n');
  });

  test('is changed with the only file that is asked for', async () => {
    write({ 'src/a.test.ts': THEIRS, 'src/b.test.ts': THEIRS, 'package.json': MANIFEST });
    await migrate('--write', 'src/a.test.ts');
    expect(read('src/b.test.ts')).toBe(THEIRS);
    expect(read('package.json')).toContain('"aws-sdk-client-mock": "^4.1.0"');
    expect(read('package.json')).toContain('"aws-sdk-stubber": "^0.2.0"');
  });

  test('stays as it is above one that has this package already', async () => {
    write({
      'package.json': MANIFEST,
      'a/package.json': '{ "devDependencies": { "aws-sdk-stubber": "1" } }',
    });
    write({ 'a/a.test.ts': THEIRS });
    await migrate('--write', 'a');
    expect(read('a/a.test.ts')).toBe(OURS);
    expect(read('package.json')).toBe(MANIFEST);
  });

  test('where it configures Jest, it loads the facade', async () => {
    write({
      'package.json': `{ "jest": { "setupFilesAfterEnv": ["aws-sdk-client-mock-jest"] }, "devDependencies": { "aws-sdk-client-mock-jest": "1" } }`,
    });
    await migrate('--write');
    expect(read('package.json')).toBe(
      `{ "jest": { "setupFilesAfterEnv": ["aws-sdk-stubber/client-mock/jest"] }, "devDependencies": { "aws-sdk-stubber": "^0.2.0" } }`,
    );
  });
});

test('a tsconfig.json with comments names the types of the facade', async () => {
  write({
    'tsconfig.test.json': `{\n  // what is global\n  "compilerOptions": { "types": ["jest", "aws-sdk-client-mock-jest",] },\n}\n`,
    'package.json': '{ "scripts": { "test": "jest" } }',
  });
  await migrate('--write');
  expect(read('tsconfig.test.json')).toBe(
    `{\n  // what is global\n  "compilerOptions": { "types": ["jest", "aws-sdk-stubber/client-mock/jest",] },\n}\n`,
  );
});

describe('paths', () => {
  const files = {
    'src/a.test.ts': THEIRS,
    'src/deep/b.test.js': THEIRS,
    'made/c.test.ts': THEIRS,
    'dist/d.test.js': THEIRS,
    'node_modules/e/e.test.js': THEIRS,
    'src/deep/made.ts': THEIRS,
    'src/deep/kept.ts': THEIRS,
    '.gitignore': '/made/\nkept.ts\n',
    'src/.gitignore': 'made.ts\n!kept.ts\n',
  };
  const changed = () => Object.keys(files).filter((path) => read(path) === OURS);

  test.each([
    [[], ['src/a.test.ts', 'src/deep/b.test.js', 'src/deep/kept.ts']],
    [['src/deep'], ['src/deep/b.test.js', 'src/deep/kept.ts']],
    [['src/a.test.ts'], ['src/a.test.ts']],
    [['**/*.test.{ts,tsx}'], ['src/a.test.ts']],
    [
      ['./src/**/*.js', 'made/c.test.ts'],
      ['src/deep/b.test.js', 'made/c.test.ts'],
    ],
    [['made'], ['made/c.test.ts']],
    [['src/*.nothing'], []],
  ])('%j', async (args, expected) => {
    write(files);
    expect((await migrate('--write', ...args)).code).toBe(0);
    expect(changed()).toEqual(expected);
  });

  test('one that there is not is a mistake', async () => {
    expect(await migrate('srk')).toEqual({
      code: 2,
      printed: '',
      complained: `aws-sdk-stubber migrate: there is no file or folder srk in ${folder}.\nWhat it takes: npx aws-sdk-stubber migrate --help\n`,
    });
  });
});

describe('with --idiomatic', () => {
  const MOCK = `import { mockClient } from 'aws-sdk-client-mock';
const sns = mockClient(SNSClient);
test('a', () => sns.on(PublishCommand).resolves({}));
`;
  const vitest = (version: string) => `{ "devDependencies": { "vitest": "${version}" } }`;

  test('a file loads the setup entry, where the config does not name it', async () => {
    write({ 'a/package.json': vitest('^4.0.0'), 'a/a.test.ts': MOCK, 'b/b.test.ts': MOCK });
    write({
      'b/vitest.config.ts': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
    });
    expect((await migrate('--idiomatic', '--write')).code).toBe(0);
    expect(read('a/a.test.ts')).toContain(`import 'aws-sdk-stubber/vitest';\n`);
    expect(read('b/b.test.ts')).not.toContain(`'aws-sdk-stubber/vitest'`);
    expect(read('b/b.test.ts')).toContain('stub(SNSClient');
  });

  test.each([
    ['1.6.0', 'stub() works in Vitest 3.2 and later, and this is 1.6.0'],
    ['~3.1.4', 'stub() works in Vitest 3.2 and later, and this is 3.1.4'],
  ])('nothing becomes a stub in Vitest %s', async (version, reason) => {
    write({ 'package.json': vitest(version), 'a.test.ts': MOCK });
    const { code, printed } = await migrate('--idiomatic', '--write');
    expect(code).toBe(1);
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(
      `a.test.ts:2 stays on the facade: ${reason}.`,
    );
    expect(read('a.test.ts')).toContain('mockClient(SNSClient)');
  });

  test('nothing becomes a stub without Vitest or Jest', async () => {
    write({ 'package.json': '{ "devDependencies": { "mocha": "11" } }', 'a.test.ts': MOCK });
    const { printed } = await migrate('--idiomatic');
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(
      'stays on the facade: stub() works in Vitest and Jest, and this file seems to be for neither.',
    );
  });
});

test('the help fits a terminal', async () => {
  const { code, printed } = await migrate('--help');
  expect(code).toBe(0);
  expect(printed.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
