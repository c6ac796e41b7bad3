import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project, runJest, runNode, runVitest, type Run } from './project.js';

/** A test that passes only where the setup entry is named. */
const tests = (imports: string, runner: 'vitest' | '@jest/globals' | undefined) => `
  ${runner === undefined ? '' : `import { expect, test } from '${runner}';`}
  ${imports}
  test('is set up', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    const { NextToken } = await new EC2Client({}).send(new DescribeVpcsCommand({}));
    expect(NextToken).toBe('stubbed');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });`;
const ESM = `
  import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
  import { stub } from 'aws-sdk-stubber';`;
const COMMON_JS = `
  const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');`;

const init = (folder: string) =>
  runNode(folder, 'node_modules/aws-sdk-stubber/dist/cli.js', 'init');
const statuses = (run: Run) =>
  Object.fromEntries(Object.entries(run.tests).map(([name, { status }]) => [name, status]));

test('what init writes sets Vitest up, in projects of every kind', async () => {
  const folder = project({
    'package.json':
      '{ "private": true, "devDependencies": { "vitest": "*", "aws-sdk-stubber": "*" } }',
    'vitest.config.ts': `import { defineConfig, mergeConfig } from 'vitest/config';
      const shared = { setupFiles: './setup.ts' };
      export default defineConfig(async () => ({
        test: {
          ...shared,
          projects: [
            'packages/*',
            { extends: true, test: { name: 'taken', include: ['taken.test.ts'] } },
            { test: { name: 'own', include: ['own.test.ts'] } },
            { extends: './shared.config.ts', test: { name: 'other', include: ['other.test.ts'] } },
          ],
        },
      }));`,
    'setup.ts': "(globalThis as { own?: string }).own = 'own set-up';",
    'shared.config.ts': 'export default { test: { globals: true } };',
    'packages/configured/vite.config.mjs': 'export default { test: { name: "configured" } };',
    'packages/plain/package.json': '{ "name": "plain" }',
    ...Object.fromEntries(
      ['taken', 'own', 'other', 'packages/configured/a', 'packages/plain/b'].map((name) => [
        `${name}.test.ts`,
        tests(ESM, 'vitest').replace('is set up', `${name} is set up`),
      ]),
    ),
    'kept.test.ts': '',
  });
  const first = await init(folder);
  expect(first.output).toBe(`vitest.config.ts: setupFiles name aws-sdk-stubber/vitest
shared.config.ts: setupFiles name aws-sdk-stubber/vitest
packages/configured/vite.config.mjs: setupFiles name aws-sdk-stubber/vitest
packages/plain/vitest.config.mjs: new; setupFiles name aws-sdk-stubber/vitest
`);
  expect(first.exitCode).toBe(0);
  const run = await runVitest(folder);
  expect(statuses(run)).toEqual({
    'taken is set up': 'passed',
    'own is set up': 'passed',
    'other is set up': 'passed',
    'packages/configured/a is set up': 'passed',
    'packages/plain/b is set up': 'passed',
  });
  const config = readFileSync(join(folder, 'vitest.config.ts'), 'utf8');
  expect((await init(folder)).output).toContain('Nothing to do.');
  expect(readFileSync(join(folder, 'vitest.config.ts'), 'utf8')).toBe(config);
});

test('what init writes sets Jest up', async () => {
  const folder = project({
    'package.json':
      '{ "private": true, "devDependencies": { "jest": "*", "aws-sdk-stubber": "*" } }',
    'jest.config.js': `const base = { transform: {} };
      module.exports = async () => ({
        ...base,
        projects: [
          'packages/*',
          { ...base, displayName: 'inline', testMatch: ['<rootDir>/inline.test.js'] },
        ],
      });`,
    'inline.test.js': tests(COMMON_JS, undefined).replace('is set up', 'inline is set up'),
    'packages/a/package.json': '{ "jest": { "transform": {} } }',
    'packages/a/a.test.js': tests(COMMON_JS, undefined).replace('is set up', 'a is set up'),
    'packages/b/package.json': '{ "type": "module" }',
    'packages/b/jest.config.mjs': 'export default { transform: {} };',
    'packages/b/b.test.js': tests(ESM, '@jest/globals').replace('is set up', 'b is set up'),
  });
  expect((await init(folder)).exitCode).toBe(0);
  expect(statuses(await runJest(folder))).toEqual({
    'inline is set up': 'passed',
    'a is set up': 'passed',
    'b is set up': 'passed',
  });
});

test('where there is no config, the one that init makes does', async () => {
  const one = (name: 'vitest' | 'jest') =>
    project({
      'package.json': `{ "private": true, "devDependencies": { "${name}": "*" } }`,
      'a.test.js': tests(name === 'jest' ? COMMON_JS : ESM, name === 'jest' ? undefined : name),
    });
  const [vitest, jest] = [one('vitest'), one('jest')];
  expect((await init(vitest)).output)
    .toBe(`vitest.config.mjs: new; setupFiles name aws-sdk-stubber/vitest
package.json does not name aws-sdk-stubber: npm install --save-dev aws-sdk-stubber
`);
  expect(statuses(await runVitest(vitest))).toEqual({ 'is set up': 'passed' });
  await init(jest);
  expect(statuses(await runJest(jest))).toEqual({ 'is set up': 'passed' });
});
