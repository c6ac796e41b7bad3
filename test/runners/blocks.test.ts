import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Run } from './project.js';

const TESTS = `
  const ec2 = new EC2Client({});
  const swallow = () => undefined;
  const answerWith = (NextToken) => stub(EC2Client).on('DescribeVpcs').resolves({ NextToken });
  const nextToken = async () => (await ec2.send(new DescribeVpcsCommand({}))).NextToken;

  describe('outer', () => {
    beforeAll(() => { answerWith('outer'); });
    test('first', async () => { expect(await nextToken()).toBe('outer'); });
    describe('inner', () => {
      beforeAll(() => { answerWith('inner'); });
      afterAll(async () => { if ((await nextToken()) !== 'inner') throw new Error('not in inner'); });
      test('first', async () => { expect(await nextToken()).toBe('inner'); });
    });
    test('last', async () => { expect(await nextToken()).toBe('outer'); });
    afterAll(async () => { if ((await nextToken()) !== 'outer') throw new Error('not in outer'); });
  });

  describe('after', () => {
    test('has the setup file’s stubs again', async () => {
      expect(EC2Client).not.toHaveCalledAnyOperation();
      expect(await nextToken()).toBe('setup');
    });
  });`;

const LEFT_OVER = `
  describe('leaves an expectation of its beforeAll', () => {
    beforeAll(() => { stub(EC2Client).expects('CreateSubnet').resolves({}); });
    test('unused', () => {});
  });`;

const LATE = `
  const ec2 = new EC2Client({});
  let goOn;
  const next = new Promise((resolve) => { goOn = resolve; });
  let calling;

  test('leaves a call behind', () => {
    calling = next.then(() => ec2.send(new DescribeVpcsCommand({}))).catch(() => undefined);
  });
  test('leaves a connection behind', () => {
    calling = Promise.all([calling, next.then(() => fetch('https://example.org/')).catch(() => undefined)]);
  });
  test('has nothing to do with them', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    goOn();
    await calling;
    expect(EC2Client).not.toHaveCalledAnyOperation();
  });`;

const SETUP = `stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'setup' });`;

function vitest(tests: string): Promise<Run> {
  const imports = `
    import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
    import { stub } from 'aws-sdk-stubber';`;
  return runVitest(
    project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'setup.js': `${imports}\n${SETUP}`,
      'blocks.test.js': `${imports}
        import { afterAll, beforeAll, describe, expect, test } from 'vitest';
        ${tests}`,
      'vitest.config.js': `export default {
        test: { setupFiles: ['aws-sdk-stubber/vitest', './setup.js'] },
      };`,
    }),
  );
}

function jest(tests: string): Promise<Run> {
  const imports = `
    const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
    const { stub } = require('aws-sdk-stubber');`;
  return runJest(
    project({
      'setup.js': `${imports}\n${SETUP}`,
      'blocks.test.js': `${imports}\n${tests}`,
      'jest.config.js': `module.exports = {
        setupFilesAfterEnv: ['aws-sdk-stubber/jest', './setup.js'],
      };`,
    }),
  );
}

function statuses({ tests }: Run): Record<string, string> {
  return Object.fromEntries(Object.entries(tests).map(([name, { status }]) => [name, status]));
}

describe.each([
  { runner: 'Vitest', run: vitest },
  { runner: 'Jest', run: jest },
])('in $runner', ({ runner, run }) => {
  test('stubs of beforeAll last for their describe, those of a setup file for the file', async () => {
    const result = await run(TESTS);
    expect(result.fileFailures).toEqual([]);
    expect(statuses(result)).toEqual({
      'outer first': 'passed',
      'outer inner first': 'passed',
      'outer last': 'passed',
      'after has the setup file’s stubs again': 'passed',
    });
  });

  test('an expectation of beforeAll that is left over fails the describe', async () => {
    const { output, fileFailures } = await run(LEFT_OVER);
    expect(output).toContain('PendingExpectationsError');
    expect(output).toContain('EC2Client CreateSubnet');
    // Vitest's JSON says nothing of a block's own errors.
    if (runner === 'Vitest') expect(output).toContain('Failed Suites 1');
    else expect(fileFailures).toHaveLength(1);
  });

  test('what comes late counts for no other test', async () => {
    const result = await run(LATE);
    const late = /EC2 DescribeVpcs was called after its test was over: "leaves a call behind"/;
    expect(result.output).toMatch(late);
    expect(result.output).toContain('A connection to example.org:443 was blocked');
    expect(result.output).toContain('after its test was over: "leaves a connection behind"');
    expect(statuses(result)).toEqual({
      'leaves a call behind': 'failed',
      'leaves a connection behind': 'failed',
      'has nothing to do with them': 'passed',
    });
    expect(result.fileFailures).toEqual([]);
  });
});
