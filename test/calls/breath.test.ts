import { Readable } from 'node:stream';
import { scheduler } from 'node:timers/promises';
import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client, waitUntilVpcAvailable } from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { configure, stub, throttled, useAwsFixture } from '../../src/index.js';

const ec2 = new EC2Client({});
const describeVpcs = () => ec2.send(new DescribeVpcsCommand({}));

/** Where no timer can run, a loop has an end all the same. */
const MOST = 20_000;

function timer(): { isOver: boolean } {
  const started = { isOver: false };
  setTimeout(() => {
    started.isOver = true;
  }, 1);
  return started;
}

/** Loops until a timer runs, and says whether it did. */
async function loopUntilTimer(step: () => unknown): Promise<boolean> {
  const started = timer();
  for (let n = 0; n < MOST && !started.isOver; n++) await step();
  return started.isOver;
}

/** Gives the same in microtasks, until a timer runs. */
async function* endless<T>(value: T, until = timer()): AsyncGenerator<T, void> {
  for (let n = 0; n < MOST && !until.isOver; n++) yield await Promise.resolve(value);
}

describe('timers run in a loop of calls that', () => {
  test.each(['direct', 'wire'] as const)('a stub answers (%s)', async (delivery) => {
    stub(EC2Client, { delivery }).on('DescribeVpcs').resolves({});
    expect(await loopUntilTimer(describeVpcs)).toBe(true);
  });

  test('a function answers', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers(() => ({}));
    expect(await loopUntilTimer(describeVpcs)).toBe(true);
  });

  test.each(['empty', () => ({})] as const)('no stub answers (%o)', async (unstubbed) => {
    configure({ unstubbed });
    expect(await loopUntilTimer(describeVpcs)).toBe(true);
  });

  test('are refused, and swallow it', async () => {
    configure({ unstubbed: 'throw' });
    expect(await loopUntilTimer(() => describeVpcs().catch(() => undefined))).toBe(true);
  });

  test('are aborted, and swallow it', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const abortSignal = AbortSignal.abort();
    const call = () =>
      ec2.send(new DescribeVpcsCommand({}), { abortSignal }).catch(() => undefined);
    expect(await loopUntilTimer(call)).toBe(true);
  });

  test('a document client makes', async () => {
    stub(DynamoDBDocumentClient).on(GetCommand).resolves({});
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const get = new GetCommand({ TableName: 't', Key: { id: 1 } });
    expect(await loopUntilTimer(() => documents.send(get))).toBe(true);
  });

  test('have callbacks', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const call = () =>
      new Promise((resolve) => {
        ec2.send(new DescribeVpcsCommand({}), resolve);
      });
    expect(await loopUntilTimer(call)).toBe(true);
  });

  test('the SDK itself retries', async () => {
    stub(EC2Client, { delivery: 'wire' }).on('DescribeVpcs').rejects(throttled());
    const client = new EC2Client({ maxAttempts: MOST });
    const started = timer();
    client.middlewareStack.add(
      (next) => (args) => {
        if (started.isOver) throw new Error('The timer ran.');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow('The timer ran.');
  });

  test('fixtures answer', async () => {
    expect(await loopUntilTimer(() => new EC2Client({}).send(new DescribeVpcsCommand({})))).toBe(
      true,
    );
  });

  test('what fixtures hand out makes', async () => {
    expect(await loopUntilTimer(() => network.vpc.reload())).toBe(true);
  });

  const network = useAwsFixture('vpc');
});

test('timers run in a waiter that never sees its state', async () => {
  stub(EC2Client)
    .on('DescribeVpcs')
    .resolves({ Vpcs: [{ State: 'pending' }] });
  const waiting = waitUntilVpcAvailable(
    { client: ec2, maxWaitTime: Infinity, abortSignal: AbortSignal.timeout(1) },
    {},
  );
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('timers run while events without an end are read', async () => {
  const started = timer();
  const event = { contentBlockDelta: { delta: { text: 'a' }, contentBlockIndex: 0 } };
  stub(BedrockRuntimeClient)
    .on('ConverseStream')
    .resolves({ stream: endless(event, started) });
  const { stream = [] } = await new BedrockRuntimeClient({}).send(
    new ConverseStreamCommand({ modelId: 'model' }),
  );
  let last: unknown;
  for await (const each of stream) last = each;
  expect(last).toEqual(event);
  expect(started.isOver).toBe(true);
});

test('timers run while a body without an end is sent', async () => {
  stub(S3Client).on('PutObject').resolves({});
  const started = timer();
  const Body = Readable.from(endless(Buffer.from('a'), started));
  await new S3Client({}).send(new PutObjectCommand({ Bucket: 'docs', Key: 'a', Body }));
  expect(started.isOver).toBe(true);
});

describe('under fake timers', () => {
  test('the event loop turns, and no fake timer runs', async () => {
    vi.useFakeTimers();
    const fake = vi.fn();
    setTimeout(fake, 0);
    setImmediate(fake);
    stub(EC2Client).on('DescribeVpcs').resolves({});
    let turns = 0;
    const count = async () => {
      for (; turns < 3; turns++) await scheduler.yield();
    };
    const counting = count();
    for (let n = 0; n < 2000; n++) await describeVpcs();
    expect(turns).toBe(3);
    expect(fake).not.toHaveBeenCalled();
    vi.useRealTimers();
    await counting;
  });
});

describe('a test with fewer than 100 calls in a row', () => {
  test('has all its answers in microtasks', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    for (let round = 0; round < 5; round++) {
      await scheduler.yield();
      let hasTurned = false;
      const turn = scheduler.yield().then(() => {
        hasTurned = true;
      });
      for (let n = 0; n < 99; n++) await describeVpcs();
      expect(hasTurned).toBe(false);
      await turn;
    }
  });
});

test('calls made at once are answered in their order, however many they are', async () => {
  stub(EC2Client).on('DescribeVpcs').resolves({});
  await describeVpcs();
  const order = Array.from({ length: 10_000 }, (_, n) => n);
  const ended: number[] = [];
  await Promise.all(order.map((n) => describeVpcs().then(() => ended.push(n))));
  expect(ended).toEqual(order);
  expect(ec2).toHaveCalledOperationTimes('DescribeVpcs', 10_001);
});
