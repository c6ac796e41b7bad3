import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.js';
import { COMMANDS } from '../../../src/cli/commands.js';
import { recordingTerminal } from '../recording-terminal.js';
import { initIn, manifest } from './project-folder.js';

const NEW_VITEST = `import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { setupFiles: ['aws-sdk-stubber/vitest'] },
});
`;
const NEW_JEST = `module.exports = {
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
};
`;

test('where no config is, one is made for the runner that is installed', async () => {
  const vitest = await initIn({ 'tsconfig.json': '{}' });
  expect(vitest.files['vitest.config.ts']).toBe(NEW_VITEST);
  expect(vitest.printed).toBe(`vitest.config.ts: new; setupFiles name aws-sdk-stubber/vitest
aws-sdk-stubber.d.ts: new; the types of matchers
`);
  const plain = await initIn({});
  expect(plain.files).toEqual({ ...plain.files, 'vitest.config.mjs': NEW_VITEST });
  const esm = await initIn({ 'package.json': manifest({ vitest: '*' }, { type: 'module' }) });
  expect(esm.files).toHaveProperty(['vitest.config.js'], NEW_VITEST);
  const jest = await initIn({ 'package.json': manifest({ jest: '*' }) });
  expect(jest.files).toHaveProperty(['jest.config.js'], NEW_JEST);
  const esmJest = await initIn({ 'package.json': manifest({ jest: '*' }, { type: 'module' }) });
  expect(esmJest.files['jest.config.js']).toBe(
    NEW_JEST.replace('module.exports =', 'export default'),
  );
  expect((await esmJest.again()).files).toEqual(esmJest.files);
});

test('both runners are set up where both are used, and one where one is asked for', async () => {
  const files = { 'package.json': manifest({ jest: '*', vitest: '*' }) };
  const both = await initIn(files);
  expect(Object.keys(both.files).sort()).toEqual([
    'jest.config.js',
    'package.json',
    'vitest.config.mjs',
  ]);
  const one = await initIn(files, '--runner', 'jest');
  expect(Object.keys(one.files).sort()).toEqual(['jest.config.js', 'package.json']);
});

test('where neither runner is, it says so', async () => {
  const run = await initIn({ 'package.json': '{}' });
  expect(run).toMatchObject({
    code: 1,
    printed:
      'Left to you:\n\nNeither Vitest nor Jest is installed here. Install one, and run this again.\n',
  });
});

test('where it cannot be sure, it says what to write and where, and writes nothing there', async () => {
  const text = `import { buildConfig } from '@company/build';
export default buildConfig('web', {});
`;
  const run = await initIn({ 'vitest.config.ts': text });
  expect(run.code).toBe(1);
  expect(run.files['vitest.config.ts']).toBe(text);
  expect(run.printed).toBe(`Left to you:

vitest.config.ts: what it exports cannot be told. Write into \`test\` of the config, before what is there:

    setupFiles: ['aws-sdk-stubber/vitest'],
`);
});

test.each([
  ['jest.config.ts', "import base from '@company/jest';\nexport default { ...base };\n"],
  ['jest.config.js', "module.exports = { ...require('@company/jest')() };\n"],
  ['jest.config.js', 'module.exports = { projects: findProjects() };\n'],
  ['jest.config.js', 'module.exports = {\n'],
])('so with %s: %j', async (path, text) => {
  const run = await initIn({ 'package.json': manifest({ jest: '*' }), [path]: text });
  expect(run.code).toBe(1);
  expect(run.files[path]).toBe(text);
  expect(run.printed).toContain("    setupFilesAfterEnv: ['aws-sdk-stubber/jest'],");
});

test('--dry-run shows a diff, and writes nothing', async () => {
  const files = {
    'package.json': manifest({ jest: '*' }),
    'jest.config.json': '{\n  "verbose": true\n}\n',
  };
  const run = await initIn(files, '--dry-run');
  expect(run.files).toEqual(files);
  expect(run.code).toBe(0);
  expect(run.printed).toBe(`--- a/jest.config.json
+++ b/jest.config.json
@@ -1,3 +1,4 @@
 {
+  "setupFilesAfterEnv": ["aws-sdk-stubber/jest"],
   "verbose": true
 }
jest.config.json: setupFilesAfterEnv name aws-sdk-stubber/jest

Nothing is written yet. Leave --dry-run out to do it.
`);
});

test('a package.json that does not name this package is told of', async () => {
  const run = await initIn({ 'package.json': '{ "devDependencies": { "vitest": "*" } }' });
  expect(run.code).toBe(0);
  expect(run.printed).toContain(
    'package.json does not name aws-sdk-stubber: npm install --save-dev aws-sdk-stubber',
  );
});

test.each([
  [['--runner', 'mocha'], '--runner is vitest or jest, but got mocha.'],
  [['a', 'b'], 'it takes one folder.'],
  [['nowhere'], 'there is no folder /project/nowhere.'],
  [['--wrong'], "Unknown option '--wrong'"],
])('the command refuses %j', async (args, message) => {
  const terminal = recordingTerminal('/project');
  expect(await main(['init', ...args], COMMANDS, '1.2.3', terminal)).toBe(2);
  expect(terminal.complained()).toContain(`aws-sdk-stubber init: ${message}`);
});
