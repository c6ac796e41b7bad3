import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test, vi } from 'vitest';
import { stub, StubberError, UnstubbedOperationError, WrongUseError } from '../src/index.js';

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

/** Where a runner points at: the first frame of an error's stack. */
function topFrame(error: unknown): string | undefined {
  return (error as Error).stack?.split('\n').find((line) => /^\s+at /.test(line));
}

const wrongUse = () => thrownBy(() => stub(EC2Client).on('CreateVpcs'));
const unstubbed = async () => {
  stub(EC2Client, { unstubbed: 'throw' });
  return new EC2Client({}).send(new DescribeVpcsCommand({})).catch((error: unknown) => error);
};

describe('the errors of this package', () => {
  test('have a code and a name of their own, and one base', async () => {
    expect(wrongUse()).toMatchObject({ code: 'WRONG_USE', name: 'WrongUseError' });
    expect(wrongUse()).toBeInstanceOf(WrongUseError);
    expect(wrongUse()).toBeInstanceOf(StubberError);
    expect(wrongUse()).not.toBeInstanceOf(UnstubbedOperationError);
    const error = await unstubbed();
    expect(error).toMatchObject({ code: 'UNSTUBBED_OPERATION', name: 'UnstubbedOperationError' });
    expect(error).toBeInstanceOf(UnstubbedOperationError);
    expect(error).not.toBeInstanceOf(WrongUseError);
  });

  test('are recognised by another copy of this package', async () => {
    const errors = [wrongUse(), await unstubbed()];
    vi.resetModules();
    const copy = await import('../src/index.js');
    expect(copy.WrongUseError).not.toBe(WrongUseError);
    expect(errors[0]).toBeInstanceOf(copy.WrongUseError);
    expect(errors[1]).toBeInstanceOf(copy.UnstubbedOperationError);
    expect(errors[1]).toBeInstanceOf(copy.StubberError);
    expect(errors[1]).not.toBeInstanceOf(copy.WrongUseError);
  });

  test('are nothing else', () => {
    for (const value of [new Error('no'), { code: 'WRONG_USE' }, null, undefined, 'WRONG_USE']) {
      expect(value instanceof StubberError).toBe(false);
      expect(value instanceof WrongUseError).toBe(false);
    }
  });

  test('point at the line of the test that was wrong', () => {
    expect(topFrame(wrongUse())).toContain('errors.test.ts');
  });

  test('point at the line that made the unstubbed call', async () => {
    const frame = topFrame(await unstubbed());
    expect(frame).toContain('errors.test.ts');
  });

  test.each([1, 3, 10])('show as many frames as a stack has here: %d', async (limit) => {
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = limit;
    const error = await unstubbed();
    const frames = (error as Error).stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
    expect(Error.stackTraceLimit).toBe(limit);
    Error.stackTraceLimit = before;
    expect(frames.length).toBeLessThanOrEqual(limit);
    expect(frames[0]).toContain('errors.test.ts');
  });
});
