import { describe, expect, test } from 'vitest';
import { migrateFile } from '../../../src/cli/migrate/migrate-file.js';

/** What becomes of the text of a file; what is left to the reader stands in the other list. */
function migrated(text: string, options: { path?: string; runner?: 'vitest' | 'jest' } = {}) {
  const { path = 'a.test.ts', runner = 'vitest' } = options;
  const { after, left, failure } = migrateFile(path, text, runner);
  return { after, left: [...left, ...(failure === undefined ? [] : [failure])] };
}

describe('imports', () => {
  test.each([
    [
      `import { mockClient } from 'aws-sdk-client-mock';`,
      `import { mockClient } from 'aws-sdk-stubber/client-mock';`,
    ],
    [
      `import * as mock from "aws-sdk-client-mock"`,
      `import * as mock from "aws-sdk-stubber/client-mock"`,
    ],
    [
      `import type { AwsStub } from 'aws-sdk-client-mock/dist/types/awsClientStub';`,
      `import type { AwsStub } from 'aws-sdk-stubber/client-mock';`,
    ],
    [
      `const { mockClient } = require('aws-sdk-client-mock');`,
      `const { mockClient } = require('aws-sdk-stubber/client-mock');`,
    ],
    [
      `import mock = require('aws-sdk-client-mock');`,
      `import mock = require('aws-sdk-stubber/client-mock');`,
    ],
    [
      `const { mockClient } = await import('aws-sdk-client-mock');`,
      `const { mockClient } = await import('aws-sdk-stubber/client-mock');`,
    ],
    [
      `let mock: import('aws-sdk-client-mock').AwsClientStub<S3Client>;`,
      `let mock: import('aws-sdk-stubber/client-mock').AwsClientStub<S3Client>;`,
    ],
    [`export * from 'aws-sdk-client-mock';`, `export * from 'aws-sdk-stubber/client-mock';`],
    [
      `vi.mock('aws-sdk-client-mock', () => ({}));`,
      `vi.mock('aws-sdk-stubber/client-mock', () => ({}));`,
    ],
    [
      `jest.requireActual('aws-sdk-client-mock');`,
      `jest.requireActual('aws-sdk-stubber/client-mock');`,
    ],
    [`import 'aws-sdk-client-mock-jest/vitest';`, `import 'aws-sdk-stubber/client-mock/vitest';`],
    [`import 'aws-sdk-client-mock-vitest/extend';`, `import 'aws-sdk-stubber/client-mock/vitest';`],
    [
      `import { allCustomMatcher } from 'aws-sdk-client-mock-vitest';`,
      `import { allCustomMatcher } from 'aws-sdk-stubber/client-mock/vitest';`,
    ],
    [
      `/// <reference types="aws-sdk-client-mock-jest/vitest" />\n`,
      `/// <reference types="aws-sdk-stubber/client-mock/vitest" />\n`,
    ],
    [
      `declare module 'aws-sdk-client-mock' { interface Mine {} }`,
      `declare module 'aws-sdk-stubber/client-mock' { interface Mine {} }`,
    ],
    [
      `export default { test: { setupFiles: ['aws-sdk-client-mock-jest/vitest', './mine.ts'] } };`,
      `export default { test: { setupFiles: ['aws-sdk-stubber/client-mock/vitest', './mine.ts'] } };`,
    ],
  ])('%s', (before, after) => {
    expect(migrated(before)).toEqual({ after, left: [] });
  });

  test('aws-sdk-client-mock-jest is the entry of the runner that the file is for', () => {
    const text = `import 'aws-sdk-client-mock-jest';`;
    expect(migrated(text, { runner: 'jest' }).after).toBe(
      `import 'aws-sdk-stubber/client-mock/jest';`,
    );
    expect(migrated(text, { runner: 'vitest' }).after).toBe(
      `import 'aws-sdk-stubber/client-mock/vitest';`,
    );
  });

  test('an entry that would be loaded twice is loaded once', () => {
    const text = `import 'aws-sdk-client-mock-jest/vitest';\nimport 'aws-sdk-client-mock-vitest/extend';\nrun();\n`;
    expect(migrated(text).after).toBe(`import 'aws-sdk-stubber/client-mock/vitest';\nrun();\n`);
  });
});

test('a text that names a package, and loads nothing, is left to the reader', () => {
  expect(migrated(`const project = {\n  devDeps: ['aws-sdk-client-mock'],\n};`)).toEqual({
    after: `const project = {\n  devDeps: ['aws-sdk-client-mock'],\n};`,
    left: [{ line: 2, text: "'aws-sdk-client-mock' stands here as a text." }],
  });
  expect(migrated(`describe('aws-sdk-client-mock', () => {});`).left).toEqual([]);
});

test('aws-sdk-vitest-mock, whose ways are others, is left to the reader', () => {
  const text = `import { mockClient } from 'aws-sdk-vitest-mock';`;
  expect(migrated(text)).toEqual({
    after: text,
    left: [
      {
        line: 1,
        text: 'aws-sdk-vitest-mock is not changed: --idiomatic makes stubs of its mocks, and docs/migrating-vitest-mock.md says what its calls are here.',
        untilGone: 'aws-sdk-vitest-mock',
      },
    ],
  });
});

test('everything else stays byte for byte', () => {
  const text = (name: string) =>
    `#!/usr/bin/env node\r\n// aws-sdk-client-mock\r\nimport {mockClient   } from   "${name}" ;\r\n\tconst a = <T,>(x:T)=>x\t;;\r\n`;
  expect(migrated(text('aws-sdk-client-mock')).after).toBe(text('aws-sdk-stubber/client-mock'));
});

test.each([
  [
    'a.test.tsx',
    `import { mockClient } from 'aws-sdk-client-mock';\nconst a = <T,>(x: T) => <b>{x}</b>;`,
  ],
  ['a.test.jsx', `import { mockClient } from 'aws-sdk-client-mock';\nconst a = <b>{x}</b>;`],
  [
    'a.test.js',
    `// @flow\nimport { mockClient } from 'aws-sdk-client-mock';\nconst a = (x: ?string) => x;`,
  ],
  ['a.test.mjs', `import { mockClient } from 'aws-sdk-client-mock';\nawait using a = b;`],
  [
    'a.test.cts',
    `import mock = require('aws-sdk-client-mock');\nconst a = <string>b satisfies string;`,
  ],
  [
    'a.test.ts',
    `import { mockClient } from 'aws-sdk-client-mock';\n@a() class B { constructor(private readonly c: D) {} }`,
  ],
])('%s is read', (path, text) => {
  expect(migrated(text, { path })).toEqual({
    after: text.replace('aws-sdk-client-mock', 'aws-sdk-stubber/client-mock'),
    left: [],
  });
});

test('a file that cannot be read is left alone, with the place', () => {
  const text = `import { mockClient } from 'aws-sdk-client-mock';\nconst = ;`;
  expect(migrated(text)).toEqual({
    after: text,
    left: [{ line: 2, text: 'Unexpected token' }],
  });
});
