import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stub } from '../../src/index.js';

const client = new EC2Client({});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A call, and whether its answer has come. */
function call(): { settled: () => boolean; answer: Promise<unknown> } {
  let settled = false;
  const answer = client.send(new DescribeVpcsCommand({})).then(
    (output) => output.NextToken,
    (error: unknown) => (error as Error).name,
  );
  void answer.finally(() => {
    settled = true;
  });
  return { settled: () => settled, answer };
}

describe('after(ms)', () => {
  test('delays an output, on the clock of the test', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'late' }).after(5000);
    const { settled, answer } = call();
    await vi.advanceTimersByTimeAsync(4999);
    expect(settled()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(settled()).toBe(true);
    expect(await answer).toBe('late');
  });

  test('delays an error', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('RequestLimitExceeded').after(5000);
    const { settled, answer } = call();
    await vi.advanceTimersByTimeAsync(4999);
    expect(settled()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('RequestLimitExceeded');
  });

  test('delays the asking of a function', async () => {
    const answer = vi.fn(() => ({}));
    stub(EC2Client).on('DescribeVpcs').answers(answer).after(5000);
    const delayed = call();
    await vi.advanceTimersByTimeAsync(4999);
    expect(answer).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toHaveBeenCalledOnce();
    await delayed.answer;
  });

  test('delays an expectation’s reply; the expectation is met by the call, not by its answer', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({ NextToken: 'late' }).after(5000);
    const { answer } = call();
    expect(EC2Client).toHaveNoPendingStubs();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toBe('late');
  });

  test('delays the reply before it only', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ NextToken: 'slow' })
      .after(5000)
      .resolvesOnce({ NextToken: 'fast' });
    const [slow, fast] = [call(), call()];
    await vi.advanceTimersByTimeAsync(0);
    expect([slow.settled(), fast.settled()]).toEqual([false, true]);
    expect(await fast.answer).toBe('fast');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await slow.answer).toBe('slow');
  });

  test('the last delay of a reply holds', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({}).after(5000).after(0);
    const { answer } = call();
    await vi.advanceTimersByTimeAsync(0);
    await answer;
  });

  test('delays each call by itself', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'late' }).after(1000);
    const first = call();
    await vi.advanceTimersByTimeAsync(600);
    const second = call();
    await vi.advanceTimersByTimeAsync(400);
    expect([first.settled(), second.settled()]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(600);
    expect(second.settled()).toBe(true);
  });
});

describe('wrong use: after() refuses', () => {
  const on = () => stub(EC2Client).on('DescribeVpcs');

  test('to come before a reply', () => {
    expect(() => on().after(100)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): after(ms) delays the reply before it; write .resolves({ … }).after(100).]`,
    );
  });

  test.each([-1, NaN, Infinity])('%s', (ms) => {
    expect(() => on().resolves({}).after(ms)).toThrow(
      `stub(EC2Client).on(): after(ms) takes milliseconds, 0 or more, but got ${String(ms)}.`,
    );
  });

  test('what is no number', () => {
    expect(() =>
      on()
        .resolves({})
        .after('100' as never),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): after(ms) takes milliseconds, 0 or more, but got a string.]`,
    );
    expect(() =>
      on()
        .resolves({})
        .after(undefined as never),
    ).toThrow('stub(EC2Client).on(): after(ms) takes milliseconds, 0 or more, but got nothing.');
  });
});
