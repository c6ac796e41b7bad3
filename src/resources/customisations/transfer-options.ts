import { WrongUseError } from '../../errors.js';
import type { SendOptions } from '../context.js';

export interface Progress {
  /** Bytes so far. */
  readonly loaded: number;
  /** Bytes in all, where that is known. */
  readonly total?: number | undefined;
}

/** How a transfer goes about it. */
export interface TransferOptions {
  /** Bytes of a part. */
  readonly partSize?: number;
  /** How many parts are on their way at once. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

const NAMES = ['partSize', 'concurrency', 'onProgress', 'signal'];

/** @throws WrongUseError for what no transfer has, or has otherwise */
export function checkTransferOptions(given: unknown, what: string): TransferOptions {
  if (given === undefined) return {};
  const options = (typeof given === 'object' && given !== null ? given : { given }) as Readonly<
    Record<string, unknown>
  >;
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    throw new WrongUseError(
      `${what} has no option ${unknown}: it takes { ${NAMES.join(', ')} }.`,
      'what-a-resource-takes',
    );
  }
  for (const name of ['partSize', 'concurrency']) {
    const value = options[name];
    if (value === undefined || (Number.isInteger(value) && (value as number) > 0)) continue;
    throw new WrongUseError(
      `${what} takes a whole number from 1 on for its ${name}.`,
      'what-a-resource-takes',
    );
  }
  return options;
}

/** What `client.send()` is to know of them. */
export function sendOptions({ signal }: TransferOptions): SendOptions | undefined {
  return signal && { abortSignal: signal };
}

/** Bytes of a part, and how many are on their way at once, unless the caller says otherwise; s3transfer's own. */
export const PART_SIZE = 8 * 1024 * 1024;
export const CONCURRENCY = 10;

/** Does something for each of a list, so many at once, and gives the results in order. */
export async function inTurns<T, R>(
  list: readonly T[],
  concurrency: number,
  act: (each: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < list.length) {
      const index = next++;
      results[index] = await act(list[index] as T, index);
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, list.length) }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    // The others take no more, and their own failures are of no interest.
    next = list.length;
    await Promise.allSettled(workers);
    throw error;
  }
  return results;
}

/** A byte range from `start` to `end`, both included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function rangesOf(size: number, partSize: number): Range[] {
  return Array.from({ length: Math.ceil(size / partSize) }, (_, i) => ({
    start: i * partSize,
    end: Math.min((i + 1) * partSize, size) - 1,
  }));
}
