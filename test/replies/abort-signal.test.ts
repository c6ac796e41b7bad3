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

async function call(abortSignal: AbortSignal): Promise<unknown> {
  return client.send(new DescribeVpcsCommand({}), { abortSignal }).then(
    (output) => output.NextToken,
    (error: unknown) => error,
  );
}

describe('DESIGN: an aborted AbortSignal', () => {
  test('before the call gives AbortError, as the SDK’s transport gives', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const error = await call(AbortSignal.abort());
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'AbortError', message: 'Request aborted' });
  });

  test('with a reason has it, as the SDK’s transport does', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const reason = new Error('shutting down');
    expect(await call(AbortSignal.abort(reason))).toMatchObject({
      name: 'AbortError',
      message: 'Request aborted',
      cause: reason,
    });
    expect(await call(AbortSignal.abort('shutting down'))).toMatchObject({
      name: 'AbortError',
      message: 'shutting down',
    });
  });

  test('before the call uses no reply, and the call is recorded', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({ NextToken: 'for the next call' });
    await call(AbortSignal.abort());
    expect(stub(EC2Client).calls()[0]?.error).toMatchObject({ name: 'AbortError' });
    expect(await call(new AbortController().signal)).toBe('for the next call');
  });

  test('before an unstubbed call gives AbortError, too', async () => {
    expect(await call(AbortSignal.abort())).toMatchObject({ name: 'AbortError' });
  });

  test('during a delayed reply gives AbortError at once', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({}).after(5000);
    const controller = new AbortController();
    const answer = call(controller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await answer).toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('during the work of a function gives AbortError at once', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers(async () => {
        await new Promise((resolve) => setTimeout(resolve, 5000));
        return { NextToken: 'late' };
      });
    const controller = new AbortController();
    const answer = call(controller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toMatchObject({ name: 'AbortError' });
  });

  test('of the SDK’s older AbortController, which knows only onabort, is heeded too', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({}).after(5000);
    const signal: { aborted: boolean; onabort: (() => void) | null } = {
      aborted: false,
      onabort: null,
    };
    const answer = call(signal as unknown as AbortSignal);
    await vi.advanceTimersByTimeAsync(1000);
    signal.aborted = true;
    signal.onabort?.();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toMatchObject({ name: 'AbortError' });
  });

  test('after the answer changes nothing', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'done' }).after(1000);
    const controller = new AbortController();
    const answer = call(controller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await answer).toBe('done');
  });

  test('leaves nothing on the signal once the answer is there', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({}).after(1000);
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const answer = call(signal);
    await vi.advanceTimersByTimeAsync(1000);
    await answer;
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  });
});
