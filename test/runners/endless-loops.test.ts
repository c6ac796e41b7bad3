import { describe, expect, test } from 'vitest';
import { linkTo } from '../link-to.js';
import { project, runJest, runVitest } from './project.js';

const tests = `
  const sqs = new SQSClient({});
  const receive = () => sqs.send(new ReceiveMessageCommand({ QueueUrl: 'https://sqs/1/orders' }));
  const swallow = () => undefined;

  test('polls for ever', async () => {
    stub(SQSClient).on('ReceiveMessage').resolves({});
    for (;;) await receive();
  }, 300);

  test('polls for ever on the wire', async () => {
    stub(SQSClient, { delivery: 'wire' }).on('ReceiveMessage').resolves({});
    for (;;) await receive();
  }, 500);

  test('polls for ever under fake timers', async () => {
    fakes.useFakeTimers();
    stub(SQSClient).on('ReceiveMessage').answers(() => ({}));
    setTimeout(() => { throw new Error('A fake timer ran.'); }, 1);
    for (;;) await receive();
  }, 300);

  test('has ever more pages', async () => {
    fakes.useRealTimers();
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers(({ NextToken = '0' }) => ({ NextToken: String(Number(NextToken) + 1) }));
    for await (const page of paginateDescribeVpcs({ client: new EC2Client({}) }, {})) swallow(page);
  }, 300);

  test('waits without an end', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [{ State: 'pending' }] });
    await waitUntilVpcAvailable({ client: new EC2Client({}), maxWaitTime: Infinity }, {});
  }, 300);

  test('calls back for ever', () => new Promise(() => {
    stub(SQSClient).on('ReceiveMessage').resolves({});
    const again = () => sqs.send(new ReceiveMessageCommand({ QueueUrl: 'https://sqs/1/orders' }), again);
    again();
  }), 300);

  test('swallows refusals for ever', async () => {
    for (;;) await receive().catch(swallow);
  }, 300);

  test('gets the same page for ever', async () => {
    stub(DynamoDBClient).on('Scan').resolves({ Items: [], LastEvaluatedKey: { id: { S: '1' } } });
    for await (const page of paginateScan({ client: new DynamoDBClient({}) }, { TableName: 't' })) swallow(page);
  }, 20000);

  test('is stopped by its signal', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [{ State: 'pending' }] });
    const waiting = waitUntilVpcAvailable(
      { client: new EC2Client({}), maxWaitTime: Infinity, abortSignal: AbortSignal.timeout(100) },
      {},
    );
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('is stopped by its timer', async () => {
    stub(SQSClient).on('ReceiveMessage').resolves({});
    let isStopped = false;
    setTimeout(() => { isStopped = true; }, 100);
    while (!isStopped) await receive();
  });
`;

const loops = describe.each([
  {
    runner: 'Vitest',
    runTests: () =>
      runVitest(
        project({
          'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
          'loops.test.js': `
            import { expect, test, vi as fakes } from 'vitest';
            import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
            import { EC2Client, paginateDescribeVpcs, waitUntilVpcAvailable } from '@aws-sdk/client-ec2';
            import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
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
          'loops.test.js': `
            const fakes = jest;
            const { DynamoDBClient, paginateScan } = require('@aws-sdk/client-dynamodb');
            const { EC2Client, paginateDescribeVpcs, waitUntilVpcAvailable } = require('@aws-sdk/client-ec2');
            const { ReceiveMessageCommand, SQSClient } = require('@aws-sdk/client-sqs');
            const { stub } = require('aws-sdk-stubber');
            ${tests}`,
        }),
      ),
  },
]);

/** What the runner says beside the time that was up. */
const byLoop = (text: string): RegExp =>
  new RegExp(
    `EndlessLoopError: ${text}\\n\\n.* If it runs until it is stopped, stop it in the test\\.\\n\\n${linkTo('endlesslooperror')}$`,
  );
const QUEUE = `{ QueueUrl: 'https://sqs/1/orders' }`;
const receivedFor = byLoop(
  `SQS ReceiveMessage was called [\\d,]+ times until the time of the test was up, each time with\\n\\n  ${QUEUE}`,
);

loops('a loop of calls without an end, in $runner', ({ runTests }) => {
  test('fails its test, which says what goes round, and the run ends', async () => {
    const { tests: ended, fileFailures, exitCode } = await runTests();
    const last = (name: string): string | undefined => ended[name]?.messages.at(-1);

    expect(last('polls for ever')).toMatch(receivedFor);
    expect(last('polls for ever on the wire')).toMatch(receivedFor);
    expect(last('polls for ever under fake timers')).toMatch(receivedFor);
    expect(last('calls back for ever')).toMatch(receivedFor);
    expect(last('waits without an end')).toMatch(
      byLoop(
        'EC2 DescribeVpcs was called [\\d,]+ times until the time of the test was up, each time with\\n\\n  {}',
      ),
    );
    expect(last('has ever more pages')).toMatch(
      byLoop(
        'EC2 DescribeVpcs was called [\\d,]+ times until the time of the test was up, ' +
          "each time with another NextToken, at last with\\n\\n  { NextToken: '\\d+' }",
      ),
    );
    expect(last('swallows refusals for ever')).toMatch(
      /^UnstubbedOperationError: \d+ problems with this test's calls to AWS:\n\n1\. \(\d+ times\) No stub answers SQS ReceiveMessage\./,
    );
    expect(last('gets the same page for ever')).toMatch(
      /^InvalidStubError: The stub of DynamoDB Scan answers the same LastEvaluatedKey for ever: \{ id: \{ S: '1' \} \}, \d+ times\./,
    );
    expect(ended['is stopped by its signal']).toEqual({ status: 'passed', messages: [] });
    expect(ended['is stopped by its timer']).toEqual({ status: 'passed', messages: [] });
    // What goes on after its time was up is told of no more.
    const all = Object.values(ended).flatMap(({ messages }) => messages);
    expect(all.filter((text) => text.includes('LateCallError'))).toEqual([]);
    expect(fileFailures).toEqual([]);
    expect(exitCode).toBe(1);
  });
});
