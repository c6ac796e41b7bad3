import { expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runVitest } from './project.js';

const handler = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'handler.js': `
    import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
    const { Vpc } = await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    export const handler = () => Vpc?.VpcId;`,
};

const tests = `
  import { handler } from './handler.js';
  beforeEach(() => {
    stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
  });
  test('gives its VPC', () => expect(handler()).toBe('vpc-1'));`;

const refused = `No stub answers EC2 CreateVpc. Nothing was sent to AWS.

  EC2Client was called with
    { CidrBlock: '10.0.0.0/16' }

It was called while the test file was loaded, before any test or hook runs. To answer it, write`;

const line = `stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({ /* Vpc */ });`;

const loadedLater = `- in the test, or in a hook, before the module that calls is loaded there:

  ${line}
  const { handler } = await import('./handler');`;

test('a call of a module that is loaded, in Vitest, says what helps, and that helps', async () => {
  const esm = `
    import { beforeEach, expect, test, vi } from 'vitest';
    import { EC2Client } from '@aws-sdk/client-ec2';
    import { stub } from 'aws-sdk-stubber';`;
  const run = await runVitest(
    project({
      ...handler,
      'vitest.config.js': `
        const project = (name, ...others) =>
          ({ test: { name, include: [name + '.test.js'], setupFiles: ['aws-sdk-stubber/vitest', ...others] } });
        export default {
          test: { projects: [project('bare'), project('later'), project('hoisted'), project('set-up', './set-up.js')] },
        };`,
      'bare.test.js': `${esm} ${tests}`,
      'set-up.js': `
        import { stub } from 'aws-sdk-stubber';
        stub('EC2').on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });`,
      'set-up.test.js': `
        import { expect, test } from 'vitest';
        import { handler } from './handler.js';
        test('a setup file', () => expect(handler()).toBe('vpc-1'));`,
      'hoisted.test.js': `
        import { expect, test, vi } from 'vitest';
        import { handler } from './handler.js';
        await vi.hoisted(async () => {
          const { stub } = await import('aws-sdk-stubber');
          stub('EC2').on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
        });
        test('hoisted', () => expect(handler()).toBe('vpc-1'));`,
      'later.test.js': `${esm}
        test('loaded in the test', async () => {
          stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
          const { handler } = await import('./handler.js');
          expect(handler()).toBe('vpc-1');
        });`,
    }),
  );
  expect(run.fileFailures).toEqual([
    `${refused}

- in a setup file, named after 'aws-sdk-stubber/vitest' in setupFiles:

  ${line}

- in the test file itself, before what it imports:

  await vi.hoisted(async () => {
    const { stub } = await import('aws-sdk-stubber');
    stub('EC2').on(…).resolves({ … });
  });

${loadedLater}

${linkTo('no-stub-answers')}`,
  ]);
  expect(Object.entries(run.tests).map(([name, { status }]) => `${name}: ${status}`)).toEqual(
    expect.arrayContaining([
      'a setup file: passed',
      'hoisted: passed',
      'loaded in the test: passed',
    ]),
  );
});

test('a call of a module that is loaded, in Jest, says what helps, and that helps', async () => {
  const esm = `
    import { beforeEach, expect, test } from '@jest/globals';
    import { EC2Client } from '@aws-sdk/client-ec2';
    import { stub } from 'aws-sdk-stubber';`;
  const run = await runJest(
    project({
      ...handler,
      'jest.config.js': `
        const project = (displayName, ...others) => ({
          displayName,
          transform: {},
          testMatch: ['**/' + displayName + '.test.js'],
          setupFilesAfterEnv: ['aws-sdk-stubber/jest-globals', ...others],
        });
        export default { projects: [project('bare'), project('later'), project('first'), project('set-up', './stubs.js')] };`,
      'bare.test.js': `${esm} ${tests}`,
      'stubs.js': `
        import { stub } from 'aws-sdk-stubber';
        stub('EC2').on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });`,
      'set-up.test.js': `
        import { expect, test } from '@jest/globals';
        import { handler } from './handler.js';
        test('a setup file', () => expect(handler()).toBe('vpc-1'));`,
      'first.test.js': `
        import './stubs.js';
        import { expect, test } from '@jest/globals';
        import { handler } from './handler.js';
        test('imported first', () => expect(handler()).toBe('vpc-1'));`,
      'later.test.js': `${esm}
        test('loaded in the test', async () => {
          stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-1' } });
          const { handler } = await import('./handler.js');
          expect(handler()).toBe('vpc-1');
        });`,
    }),
  );
  expect(run.fileFailures.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringContaining(
      `${refused}

- in a setup file, named after 'aws-sdk-stubber/jest' in setupFilesAfterEnv:

  ${line}

- in a file of your own, which the test file imports before what calls:

  import './stubs';

${loadedLater}

${linkTo('no-stub-answers')}`.replaceAll(/\s+/g, ' '),
    ),
  ]);
  expect(Object.entries(run.tests).map(([name, { status }]) => `${name}: ${status}`)).toEqual(
    expect.arrayContaining([
      'a setup file: passed',
      'imported first: passed',
      'loaded in the test: passed',
    ]),
  );
});
