import { expect, test } from 'vitest';
import { initIn, manifest } from './project-folder.js';

const TYPES = 'aws-sdk-stubber.d.ts';
const VITEST = "import 'aws-sdk-stubber/vitest';\n";

test('the types stand where the tests’ tsconfig.json finds them', async () => {
  const whole = await initIn({ 'tsconfig.json': '{ /* all */ "compilerOptions": {}, }' });
  expect(whole.files[TYPES]).toBe(VITEST);
  const inSources = await initIn({
    'tsconfig.json': '{ "include": ["src"] }',
    'src/deep/network.test.ts': '',
  });
  expect(inSources.files[`src/${TYPES}`]).toBe(VITEST);
  const inTests = await initIn({
    'tsconfig.json': '{ "include": ["src/**/*.ts", "test/**/*.ts"], "exclude": ["test/old"] }',
    'src/network.ts': '',
    'test/network.test.ts': '',
  });
  expect(inTests.files[`test/${TYPES}`]).toBe(VITEST);
  expect((await inTests.again()).files).toEqual(inTests.files);
});

test('a tsconfig.json that refers to others, or extends one, is followed', async () => {
  const run = await initIn({
    'tsconfig.json':
      '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
    'tsconfig.node.json': '{ "include": ["vite.config.ts"] }',
    'tsconfig.app.json': '{ "extends": "./tsconfig.base" }',
    'tsconfig.base.json': '{ "include": ["src"] }',
    'src/network.spec.tsx': '',
  });
  expect(run.files[`src/${TYPES}`]).toBe(VITEST);
});

test('each client that package.json lists has its operations typed by name', async () => {
  const run = await initIn({
    'tsconfig.json': '{}',
    'package.json': manifest(
      { jest: '*' },
      { dependencies: { '@aws-sdk/lib-dynamodb': '3', '@aws-sdk/client-s3-control': '3' } },
    ),
    'network.test.ts': "import { expect, test } from '@jest/globals';\n",
  });
  expect(run.files[TYPES]).toBe(`import 'aws-sdk-stubber/jest-globals';
import 'aws-sdk-stubber/services/lib-dynamodb';
import 'aws-sdk-stubber/services/s3-control';
`);
  expect(run.printed).toContain(`${TYPES}: new; the types of matchers and operations`);
});

test.each([
  ['a declaration', { 'tsconfig.json': '{}', 'types/aws.d.ts': VITEST }],
  [
    'the list types',
    { 'tsconfig.json': '{ "compilerOptions": { "types": ["node", "aws-sdk-stubber/vitest"] } }' },
  ],
  ['no TypeScript', {}],
])('nothing is written where there is %s', async (_, files) => {
  const run = await initIn(files);
  expect(Object.keys(run.files).filter((path) => path.endsWith(TYPES))).toEqual([]);
  expect(run.code).toBe(0);
});

test('tests that no tsconfig.json includes are told of', async () => {
  const run = await initIn({
    'tsconfig.json': '{ "include": ["src"] }',
    'src/network.ts': '',
    'test/network.test.ts': '',
  });
  expect(run.code).toBe(1);
  expect(run.printed).toContain(`Left to you:

tsconfig.json: it includes no tests, so their editor finds no types. Write into a file that the tsconfig of your tests includes:

    import 'aws-sdk-stubber/vitest';
`);
});
