/** The SDK's own error for a request that its caller gave up (`buildAbortError` of @smithy/node-http-handler). */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  const name = 'AbortError';
  if (reason instanceof Error || reason === undefined) {
    return Object.assign(new Error('Request aborted', { cause: reason }), { name });
  }
  return Object.assign(new Error(String(reason as number)), { name });
}

/** Waits for what is done, or for the signal to give it up. */
export function unlessAborted<T>(
  signal: AbortSignal | undefined,
  act: (givenUp: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (signal === undefined) return act(undefined);
  if (signal.aborted) return Promise.reject(abortError(signal));
  const own = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => {
      own.abort();
      reject(abortError(signal));
    };
    // Both forms that the SDK takes: an EventTarget, and what only knows `onabort`.
    const listens = typeof (signal as Partial<AbortSignal>).addEventListener === 'function';
    if (listens) signal.addEventListener('abort', giveUp, { once: true });
    else signal.onabort = giveUp;
    act(own.signal)
      .then(resolve, reject)
      .finally(() => {
        if (listens) signal.removeEventListener('abort', giveUp);
        else signal.onabort = null;
      });
  });
}

/** Waits on the test's clock; given up, it leaves no timer behind. */
export function pause(ms: number, givenUp: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    givenUp?.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}
