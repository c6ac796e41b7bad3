import { describe, expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runVitest } from './project.js';

const tests = `
  const ec2 = new EC2Client({});
  const swallow = () => undefined;

  test('an unstubbed call', async () => {
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  });

  test('an unstubbed call that the code swallowed', async () => {
    stub(EC2Client).on(CreateVpcCommand, { CidrBlock: '172.16.0.0/16' }).resolves({});
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' })).catch(swallow);
  });

  test('an expectation left over', () => {
    stub(EC2Client).expects(CreateVpcCommand, { CidrBlock: ANY }).resolves({});
    stub(EC2Client).expects('DescribeVpcs').resolves({});
  });

  test('an expectation left over by a test that failed', () => {
    stub(EC2Client).expects(CreateVpcCommand).resolves({});
    throw new Error('something else');
  });

  test('several problems', async () => {
    stub(EC2Client).expects('CreateSubnet').resolves({});
    for (let i = 0; i < 3; i++) await ec2.send(new DescribeVpcsCommand({})).catch(swallow);
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' })).catch(swallow);
  });

  test('stubs are there', async () => {
    stub(EC2Client).on(DescribeVpcsCommand).resolves({ Vpcs: [] });
    await ec2.send(new DescribeVpcsCommand({}));
    expect(ec2).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('and gone', async () => {
    expect(ec2).not.toHaveCalledAnyOperation();
    await ec2.send(new DescribeVpcsCommand({})).catch(swallow);
  });

  test('configured to throw only', async () => {
    configure({ unstubbed: 'throw' });
    await ec2.send(new DescribeVpcsCommand({})).catch(swallow);
  });

  describe('an afterEach', () => {
    afterEach(async () => {
      await ec2.send(new DescribeVpcsCommand({})).catch(swallow);
    });
    test('still belongs to its test', () => undefined);
  });

  describe('unused stubs', () => {
    beforeEach(() => {
      configure({ unused: 'fail' });
      stub(EC2Client).on('CreateVpc').resolves({});
      stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
    });
    test('fail it', async () => {
      stub(ec2).onAnyOperation({ DryRun: true }).rejects('DryRunOperation');
      await ec2.send(new DescribeVpcsCommand({}));
    });
    test('do not where they are replaced, taken away, or may be', async () => {
      stub(EC2Client).on('CreateVpc').rejects('VpcLimitExceeded');
      stub(EC2Client).on('DeleteVpc', undefined, { unused: 'ignore' }).resolves({});
      stub(ec2, { unused: 'ignore' }).on('DeleteSubnet').resolves({});
      await ec2.send(new CreateVpcCommand({})).catch(swallow);
      await ec2.send(new DescribeVpcsCommand({}));
      stub('S3').on('ListBuckets').resolves({});
      stub('S3').reset();
    });
  });

  describe('a Stubber of its block', () => {
    const shared = new Stubber(EC2Client);
    beforeAll(() => {
      shared.activate();
    });
    test('with an answer left over', () => {
      shared.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'left over' }] });
    });
    test('with an answer of its own', async () => {
      shared.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'mine' }] });
      expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs[0].VpcId).toBe('mine');
    });
  });
`;

const ends = describe.each([
  {
    runner: 'Vitest',
    runTests: () =>
      runVitest(
        project({
          'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
          'end.test.js': `
            import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
            import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
            import { ANY, configure, stub, Stubber } from 'aws-sdk-stubber';
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
          'end.test.js': `
            const { CreateVpcCommand, DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
            const { ANY, configure, stub, Stubber } = require('aws-sdk-stubber');
            ${tests}`,
        }),
      ),
  },
]);

/** What an unstubbed call says, with what stands between the call and the advice. */
function unstubbed(operation: string, input: string, advice: string, nearest = ''): string {
  const heading = nearest === '' ? 'no-stub-answers' : 'the-nearest-stub';
  return `UnstubbedOperationError: No stub answers EC2 ${operation}. Nothing was sent to AWS.

  EC2Client was called with
    ${input}
${nearest}
To answer it, add to the test:

  ${advice}

${linkTo(heading)}`;
}

const createVpc = ['CreateVpc', "{ CidrBlock: '10.0.0.0/16' }"] as const;
const stubCreateVpc =
  "stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({ /* Vpc */ });";
const stubDescribeVpcs = "stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });";

ends('the end of a test in $runner', ({ runTests }) => {
  test('tells what was wrong with its calls, and is quiet where nothing was', async () => {
    const { tests: outcomes, fileFailures } = await runTests();
    const failures = Object.fromEntries(
      Object.entries(outcomes).map(([name, { messages }]) => [
        name,
        // Line numbers differ by an import line between the runners.
        messages.map((text) => text.replaceAll(/end\.test\.js:\d+/g, 'end.test.js:LINE')),
      ]),
    );
    expect(fileFailures).toEqual([]);
    expect(failures).toEqual({
      'an unstubbed call': [unstubbed(...createVpc, stubCreateVpc)],
      'an unstubbed call that the code swallowed': [
        unstubbed(
          ...createVpc,
          stubCreateVpc,
          `
The nearest stub:

  EC2Client CreateVpc { CidrBlock: '172.16.0.0/16' }
     in end.test.js:LINE:21
     - CidrBlock: '172.16.0.0/16'
     + CidrBlock: '10.0.0.0/16'
`,
        ),
      ],
      'an expectation left over': [
        `PendingExpectationsError: 2 expectations were not met: the code under test did not make these calls.

  1. EC2Client CreateVpc { CidrBlock: ANY }
     in end.test.js:LINE:21
  2. EC2Client DescribeVpcs (any input)
     in end.test.js:LINE:21

A stub that may be left unused is written with on(…) instead of expects(…).

${linkTo('pendingexpectationserror')}`,
      ],
      'an expectation left over by a test that failed': ['Error: something else'],
      'several problems': [
        `UnstubbedOperationError: 4 problems with this test's calls to AWS:

1. (3 times) No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

     EC2Client was called with
       {}

   The nearest stub:

     EC2Client CreateSubnet (any input)
        in end.test.js:LINE:21
        is the call that was expected next

   To answer it, add to the test:

     ${stubDescribeVpcs}

2. No stub answers EC2 CreateVpc. Nothing was sent to AWS.

     EC2Client was called with
       { CidrBlock: '10.0.0.0/16' }

   The nearest stub:

     EC2Client CreateSubnet (any input)
        in end.test.js:LINE:21
        is the call that was expected next

   To answer it, add to the test:

     ${stubCreateVpc}

${linkTo('no-stub-answers')}`,
      ],
      'stubs are there': [],
      'and gone': [unstubbed('DescribeVpcs', '{}', stubDescribeVpcs)],
      'configured to throw only': [],
      'unused stubs fail it': [
        `UnusedStubsError: 2 stubs were not used: no call was answered by them.

  1. EC2Client CreateVpc (any input)
     in end.test.js:LINE:23
  2. this EC2Client (any operation) { DryRun: true }
     in end.test.js:LINE:17

Take out what is not needed. A stub that may stay unused says so: on(operation, params, { unused: 'ignore' }).

${linkTo('unusedstubserror')}`,
      ],
      'unused stubs do not where they are replaced, taken away, or may be': [],
      'a Stubber of its block with an answer left over': [
        `PendingExpectationsError: 1 answer of a Stubber was not used: the code under test did not make this call.

  1. EC2Client DescribeVpcs (any input)
     in end.test.js:LINE:14

An answer that may be left unused is written with stub(client).on(…).

${linkTo('pendingexpectationserror')}`,
      ],
      'a Stubber of its block with an answer of its own': [],
      'an afterEach still belongs to its test': [unstubbed('DescribeVpcs', '{}', stubDescribeVpcs)],
    });
  });
});
