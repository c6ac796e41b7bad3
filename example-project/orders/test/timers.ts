/** The fake timers of the runner: each has the same. */
interface Timers {
  useFakeTimers(): unknown;
  useRealTimers(): unknown;
  advanceTimersByTimeAsync(ms: number): Promise<unknown>;
}

declare const vi: Timers | undefined;

export const timers: Timers = typeof vi === 'undefined' ? jest : vi;
