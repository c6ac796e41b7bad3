import { describe, expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runVitest } from './project.js';

const tests = `
  const ec2 = new EC2Client({});
  const swallow = () => undefined;
  const createVpc = (CidrBlock = '10.0.0.0/16') => ec2.send(new CreateVpcCommand({ CidrBlock }));
  const describeVpcs = () => ec2.send(new DescribeVpcsCommand({}));

  describe('refused', () => {
    test('a call when the queue is empty', async () => {
      new Stubber(ec2).activate();
      await createVpc();
    });

    test('a call that is not the next', async () => {
      const stubber = new Stubber(ec2)
        .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY })
        .addResponse('DescribeVpcs', { Vpcs: [] })
        .activate();
      await describeVpcs().catch(swallow);
      expect((await createVpc()).Vpc.VpcId).toBe('vpc-1');
      expect((await describeVpcs()).Vpcs).toEqual([]);
      stubber.assertNoPendingResponses();
    });

    test('a call with other parameters, with more, and with fewer', async () => {
      const stubber = new Stubber(ec2)
        .addResponse('CreateVpc', {}, { CidrBlock: '10.0.0.0/16', DryRun: false })
        .activate();
      await createVpc().catch(swallow);
      const input = { CidrBlock: '10.1.0.0/16', DryRun: false, Ipv6Pool: 'pool-1' };
      await ec2.send(new CreateVpcCommand(input)).catch(swallow);
      await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: false }));
      stubber.assertNoPendingResponses();
    });

    test('a call with parameters where none are expected', async () => {
      const stubber = new Stubber(ec2).addResponse('DescribeVpcs', {}, {}).activate();
      await ec2.send(new DescribeVpcsCommand({ MaxResults: 5 })).catch(swallow);
      await describeVpcs();
      stubber.assertNoPendingResponses();
    });

    test('a call of another operation, before its parameters are looked at', async () => {
      new Stubber(ec2)
        .addClientError('CreateVpc', { code: 'VpcLimitExceeded', expectedParams: { CidrBlock: ANY } })
        .activate();
      await ec2.send(new DescribeVpcsCommand({ MaxResults: 'five' })).catch(swallow);
      await createVpc().catch(swallow);
    });

    test('an input that the service would not take, and which uses up nothing', async () => {
      const stubber = new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      await createVpc(10).catch(swallow);
      await createVpc();
      stubber.assertNoPendingResponses();
    });

    test('other parameters, before the model is asked', async () => {
      new Stubber(ec2).addResponse('CreateVpc', {}, { CidrBlock: '10.0.0.0/16' }).activate();
      await createVpc(10).catch(swallow);
      await createVpc();
    });

    test('a call that another stub would answer, for the Stubber is strict', async () => {
      stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });
      new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      await describeVpcs().catch(swallow);
      await createVpc();
    });

    test('by two Stubbers, as the one that was activated last says', async () => {
      new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      new Stubber(EC2Client).addResponse('CreateVpc', {}).activate();
      new Stubber(ec2).addResponse('CreateVpc', {}, { CidrBlock: '10.0.0.0/16' }).activate();
      await describeVpcs().catch(swallow);
      await createVpc();
      await createVpc();
      await new EC2Client({}).send(new CreateVpcCommand({}));
    });

    test('as the empty queue says, where a call more is made', async () => {
      new Stubber('EC2').addResponse('DescribeVpcs', {}).activate();
      await describeVpcs();
      await describeVpcs().catch(swallow);
    });
  });

  describe('left over', () => {
    test('fails the test at its end', async () => {
      new Stubber(ec2)
        .addResponse('CreateVpc', {})
        .addResponse('DescribeVpcs', {}, {})
        .addClientError('CreateVpc', { code: 'VpcLimitExceeded', expectedParams: { CidrBlock: ANY } })
        .activate();
      await createVpc();
    });

    test('fails it for each Stubber that is active', () => {
      new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      new Stubber(EC2Client).addResponse('DescribeVpcs', {}).activate();
      new Stubber(EC2Client).addResponse('DescribeVpcs', {}, {}).activate();
    });

    test('fails using', async () => {
      await new Stubber(ec2).addResponse('CreateVpc', {}).using(async () => undefined);
    });

    test('at the end of a block fails it too', () => {
      const stubber = new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      stubber[Symbol.dispose]();
    });

    test('is no failure of one that was deactivated', () => {
      const stubber = new Stubber(ec2).addResponse('CreateVpc', {}).activate();
      stubber.deactivate();
    });

    test('fails it for one that was never activated', async () => {
      stub(ec2).on('CreateVpc').resolves({});
      new Stubber(ec2).addResponse('CreateVpc', {}).addResponse('DescribeVpcs', {}, {});
      new Stubber(ec2);
      await createVpc();
    });

    test('fails it for answers that were added after a refusal told of it', async () => {
      configure({ unstubbed: 'throw' });
      const stubber = new Stubber(ec2).addResponse('CreateVpc', {});
      await createVpc().catch(swallow);
      stubber.addResponse('DescribeVpcs', {}, {});
    });

    test('fails it for one that got answers after it was closed', () => {
      const stubber = new Stubber(EC2Client).activate();
      stubber.deactivate();
      stubber.addResponse('CreateVpc', {});
    });

    test('by a test that failed is not told', async () => {
      await new Stubber(ec2).addResponse('CreateVpc', {}).using(() => {
        throw new Error('of the code under test');
      });
    });

    test('is gone with its test', async () => {
      stub(ec2).on('DescribeVpcs').resolves({ Vpcs: [] });
      expect((await describeVpcs()).Vpcs).toEqual([]);
    });
  });

  describe('deactivated', () => {
    test('leaves the next call unstubbed', async () => {
      const stubber = new Stubber(ec2).addResponse('DescribeVpcs', {}).activate();
      stubber.deactivate();
      await describeVpcs().catch(swallow);
    });
  });

  describe('for a file', () => {
    const stubber = new Stubber(EC2Client);
    beforeAll(() => {
      stubber.activate();
    });
    afterAll(() => {
      stubber.deactivate();
    });

    test('answers each test', async () => {
      stubber.addResponse('DescribeVpcs', { NextToken: 'one' });
      expect((await describeVpcs()).NextToken).toBe('one');
    });

    test('and the next', async () => {
      stubber.addResponse('DescribeVpcs', { NextToken: 'other' });
      expect((await describeVpcs()).NextToken).toBe('other');
    });
  });
`;

const runs = describe.each([
  {
    runner: 'Vitest',
    runTests: () =>
      runVitest(
        project({
          'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
          'stubber.test.js': `
            import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
          'stubber.test.js': `
            const { CreateVpcCommand, DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
            const { ANY, configure, stub, Stubber } = require('aws-sdk-stubber');
            ${tests}`,
        }),
      ),
  },
]);

const EMPTY = 'Its queue is empty: every answer was used.';

/** What a Stubber says to a call that is not the next in its queue. */
function refused(operation: string, input: string, reason: string, of = 'this EC2Client'): string {
  return `UnstubbedOperationError: The Stubber of ${of} does not answer EC2 ${operation}. Nothing was sent to AWS.

  EC2Client was called with
    ${input}

${reason}

${linkTo('the-stubber-does-not-answer')}`;
}

function other(next: string): string {
  return `It expects another call next:

  this EC2Client ${next}
     in stubber.test.js:LINE`;
}

function pending(what: string, ...answers: string[]): string {
  return leftOver(
    what,
    answers,
    'An answer that may be left unused is written with stub(client).on(…).',
  );
}

function inactive(of: string, ...answers: string[]): string {
  return leftOver(
    `A Stubber of ${of} has answers, and was not activated after they were added: it answers nothing.`,
    answers,
    'Call activate() before the code under test, or run that in using(…).',
  );
}

function leftOver(what: string, answers: readonly string[], advice: string): string {
  const lines = answers.map((each, i) => `  ${i + 1}. ${each}\n     in stubber.test.js:LINE`);
  return `PendingExpectationsError: ${what}\n\n${lines.join('\n')}\n\n${advice}\n\n${linkTo('pendingexpectationserror')}`;
}

runs('a Stubber in $runner', ({ runTests }) => {
  test('fails the test for each call that it refuses, which uses up nothing, and for what is left over', async () => {
    const { tests: outcomes, fileFailures } = await runTests();
    const failures = Object.fromEntries(
      Object.entries(outcomes).map(([name, { messages }]) => [
        name,
        // Line numbers differ by an import line between the runners.
        messages.map((text) =>
          text.replaceAll(/stubber\.test\.js:\d+:\d+/g, 'stubber.test.js:LINE'),
        ),
      ]),
    );
    expect(fileFailures).toEqual([]);
    expect(failures).toEqual({
      'refused a call when the queue is empty': [
        refused('CreateVpc', "{ CidrBlock: '10.0.0.0/16' }", 'It was given no answer.'),
      ],
      'refused a call that is not the next': [
        refused('DescribeVpcs', '{}', other('CreateVpc { CidrBlock: ANY }')),
      ],
      'refused a call with other parameters, with more, and with fewer': [
        `UnstubbedOperationError: 2 problems with this test's calls to AWS:

1. The Stubber of this EC2Client does not answer EC2 CreateVpc. Nothing was sent to AWS.

     EC2Client was called with
       { CidrBlock: '10.0.0.0/16' }

   It expects other parameters:

     this EC2Client CreateVpc { CidrBlock: '10.0.0.0/16', DryRun: false }
        in stubber.test.js:LINE
        - DryRun: false
        + DryRun: (not given)

2. The Stubber of this EC2Client does not answer EC2 CreateVpc. Nothing was sent to AWS.

     EC2Client was called with
       { CidrBlock: '10.1.0.0/16', DryRun: false, Ipv6Pool: 'pool-1' }

   It expects other parameters:

     this EC2Client CreateVpc { CidrBlock: '10.0.0.0/16', DryRun: false }
        in stubber.test.js:LINE
        - CidrBlock: '10.0.0.0/16'
        + CidrBlock: '10.1.0.0/16'
        + Ipv6Pool: 'pool-1'

${linkTo('the-stubber-does-not-answer')}`,
      ],
      'refused a call with parameters where none are expected': [
        refused(
          'DescribeVpcs',
          '{ MaxResults: 5 }',
          `It expects other parameters:

  this EC2Client DescribeVpcs {}
     in stubber.test.js:LINE
     + MaxResults: 5`,
        ),
      ],
      'refused a call of another operation, before its parameters are looked at': [
        refused('DescribeVpcs', "{ MaxResults: 'five' }", other('CreateVpc { CidrBlock: ANY }')),
      ],
      'refused an input that the service would not take, and which uses up nothing': [
        `InvalidInputError: EC2 CreateVpc does not take this input. No stub was used, and nothing was sent to AWS.

  CidrBlock: expected a string, got the number 10

For a service that is off its model: stub(EC2Client, { validate: false }).

${linkTo('invalidinputerror')}`,
      ],
      'refused other parameters, before the model is asked': [
        refused(
          'CreateVpc',
          '{ CidrBlock: 10 }',
          `It expects other parameters:

  this EC2Client CreateVpc { CidrBlock: '10.0.0.0/16' }
     in stubber.test.js:LINE
     - CidrBlock: '10.0.0.0/16'
     + CidrBlock: 10`,
        ),
      ],
      'refused a call that another stub would answer, for the Stubber is strict': [
        refused('DescribeVpcs', '{}', other('CreateVpc (any input)')),
      ],
      'refused by two Stubbers, as the one that was activated last says': [
        refused('DescribeVpcs', '{}', other("CreateVpc { CidrBlock: '10.0.0.0/16' }")),
      ],
      'refused as the empty queue says, where a call more is made': [
        refused('DescribeVpcs', '{}', EMPTY, 'EC2'),
      ],
      'left over fails the test at its end': [
        pending(
          '2 answers of Stubbers were not used: the code under test did not make these calls.',
          'this EC2Client DescribeVpcs {}',
          'this EC2Client CreateVpc { CidrBlock: ANY }',
        ),
      ],
      'left over fails it for each Stubber that is active': [
        pending(
          '3 answers of Stubbers were not used: the code under test did not make these calls.',
          'this EC2Client CreateVpc (any input)',
          'EC2Client DescribeVpcs {}',
          'EC2Client DescribeVpcs (any input)',
        ),
      ],
      'left over fails using': [
        pending(
          '1 answer of a Stubber was not used: the code under test did not make this call.',
          'this EC2Client CreateVpc (any input)',
        ),
      ],
      'left over at the end of a block fails it too': [
        pending(
          '1 answer of a Stubber was not used: the code under test did not make this call.',
          'this EC2Client CreateVpc (any input)',
        ),
      ],
      'left over is no failure of one that was deactivated': [],
      'left over fails it for one that was never activated': [
        inactive(
          'this EC2Client',
          'this EC2Client CreateVpc (any input)',
          'this EC2Client DescribeVpcs {}',
        ),
      ],
      'left over fails it for answers that were added after a refusal told of it': [
        inactive(
          'this EC2Client',
          'this EC2Client CreateVpc (any input)',
          'this EC2Client DescribeVpcs {}',
        ),
      ],
      'left over fails it for one that got answers after it was closed': [
        inactive('EC2Client', 'EC2Client CreateVpc (any input)'),
      ],
      'left over by a test that failed is not told': ['Error: of the code under test'],
      'left over is gone with its test': [],
      'deactivated leaves the next call unstubbed': [
        `UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.

  EC2Client was called with
    {}

A Stubber of this EC2Client has an answer for this operation, and is not active:

  this EC2Client DescribeVpcs (any input)
     in stubber.test.js:LINE

Call its activate() before the code under test, or run that in its using(…).

To answer it, add to the test:

  stub(EC2Client).on('DescribeVpcs').resolves({ /* NextToken, Vpcs */ });

${linkTo('no-stub-answers')}`,
      ],
      'for a file answers each test': [],
      'for a file and the next': [],
    });
  });
});
