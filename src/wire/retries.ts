/** What a retry strategy of the SDK is told of a failed attempt (`RetryErrorInfo` of @smithy/types). */
interface RetryErrorInfo {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
}

interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
  getRetryCost(): number;
}

interface RetryStrategy {
  readonly mode?: string;
  acquireInitialRetryToken(scope: string): Promise<RetryToken>;
  refreshRetryTokenForRetry(token: RetryToken, info: RetryErrorInfo): Promise<RetryToken>;
  recordSuccess(token: RetryToken): void;
}

/** The part of a client's configuration that says how it retries. */
export interface RetryConfig {
  retryStrategy?: () => Promise<RetryStrategy>;
  readonly maxAttempts?: () => Promise<number>;
}

const replaced = new WeakSet<object>();

/**
 * Makes a client's retries wait no longer, while `isInstant` says so.
 *
 * The SDK's own strategies sleep on the clock, which a test with fake timers never winds on, and in
 * `adaptive` mode by a rate limiter too. A strategy of the user's own is kept.
 */
export function retryInstantly(config: RetryConfig, isInstant: () => boolean): void {
  const { retryStrategy: original, maxAttempts } = config;
  if (original === undefined || replaced.has(config)) return;
  replaced.add(config);
  // The client's retry middleware looks here at each call.
  config.retryStrategy = async () => {
    const strategy = await original();
    const isOfSdk = strategy.mode === 'standard' || strategy.mode === 'adaptive';
    return isOfSdk && isInstant() ? instant(strategy, maxAttempts) : strategy;
  };
}

/**
 * Retries what the SDK's strategies do (`retryCode` of StandardRetryStrategy in @smithy/core), as often
 * and at once.
 */
function instant(strategy: RetryStrategy, maxAttempts = () => Promise.resolve(3)): RetryStrategy {
  return {
    ...(strategy.mode === undefined ? {} : { mode: strategy.mode }),
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: async (last, { errorType }) => {
      const count = last.getRetryCount() + 1;
      const isWorthIt = errorType === 'TRANSIENT' || errorType === 'THROTTLING';
      if (isWorthIt && count < (await maxAttempts())) return token(count);
      throw new Error('No retry token available');
    },
    recordSuccess: () => undefined,
  };
}

function token(count: number): RetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => 0, getRetryCost: () => 0 };
}
