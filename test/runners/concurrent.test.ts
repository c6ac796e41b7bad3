import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest } from './project.js';

const tests = `
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  describe('concurrent tests', () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      test.concurrent('sees its own stubs and calls: ' + id, async () => {
        stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: id } });
        await pause(Math.random() * 20);
        for (let i = 0; i < 5; i++) {
          const { Vpc } = await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: id }));
          if (Vpc.VpcId !== id) throw new Error('got ' + Vpc.VpcId + ' in ' + id);
          await pause(Math.random() * 5);
        }
        const inputs = stub(EC2Client).calls('CreateVpc').map(({ input }) => input.CidrBlock);
        if (inputs.join() !== [id, id, id, id, id].join()) throw new Error(inputs.join() + ' in ' + id);
      });
    }

    test.concurrent('fails for itself', async () => {
      await pause(5);
      await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'none' })).catch(() => undefined);
      await pause(5);
    });

    test.concurrent('expects for itself', async () => {
      stub(EC2Client).expects('DescribeVpcs').resolves({});
      await pause(10);
    });
  });

  test('a sequential one after them', async () => {
    expect(EC2Client).not.toHaveCalledAnyOperation();
    stub(EC2Client).on('CreateVpc').resolves({});
    await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'x' }));
    expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
  });
`;

const runners = describe.each([
  {
    runner: 'Vitest',
    runTests: () =>
      runVitest(
        project({
          'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
          'concurrent.test.js': `
            import { describe, expect, test } from 'vitest';
            import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
            import { stub } from 'aws-sdk-stubber';
            ${tests}`,
        }),
      ),
  },
  {
    runner: 'Jest',
    runTests: () =>
      runJest(
        project({
          'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
          'concurrent.test.js': `
            const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
            const { stub } = require('aws-sdk-stubber');
            ${tests}`,
        }),
      ),
  },
]);

runners('concurrent tests in $runner', ({ runTests }) => {
  test('see their own stubs and calls, and fail for themselves only', async () => {
    const { tests: outcomes, fileFailures } = await runTests();
    expect(fileFailures).toEqual([]);
    expect(
      Object.entries(outcomes).map(([name, { status, messages }]) => [
        name.replace('concurrent tests ', ''),
        status,
        ...messages.map((text) => text.split('\n')[0]),
      ]),
    ).toEqual([
      ['sees its own stubs and calls: a', 'passed'],
      ['sees its own stubs and calls: b', 'passed'],
      ['sees its own stubs and calls: c', 'passed'],
      ['sees its own stubs and calls: d', 'passed'],
      [
        'fails for itself',
        'failed',
        'UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.',
      ],
      [
        'expects for itself',
        'failed',
        'PendingExpectationsError: 1 expectation was not met: the code under test did not make this call.',
      ],
      ['a sequential one after them', 'passed'],
    ]);
  });
});
