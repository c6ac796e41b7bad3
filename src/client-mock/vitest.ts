import { expect } from 'vitest';
import {
  matchersWith,
  withAliases,
  wordingOfJestInVitest,
  wordingOfVitest,
  type FullMatchers,
  type MockMatchers,
  type ShorterMatchers,
} from './matchers/index.js';

const orders = { numberFirst: wordingOfJestInVitest, commandFirst: wordingOfVitest };

/** The matchers by their full names, for `expect.extend()`; in the words of aws-sdk-client-mock-vitest. */
export const allCustomMatcher = matchersWith(wordingOfVitest, orders);

/** The same, and by their shorter names too. */
export const allCustomMatcherWithAliases = withAliases(allCustomMatcher);

export const {
  toHaveReceivedAnyCommand,
  toHaveReceivedCommand,
  toHaveReceivedCommandExactlyOnceWith,
  toHaveReceivedCommandOnce,
  toHaveReceivedCommandTimes,
  toHaveReceivedCommandWith,
  toHaveReceivedLastCommandWith,
  toHaveReceivedNthCommandWith,
  toHaveReceivedNthSpecificCommandWith,
  toReceiveAnyCommand,
  toReceiveCommand,
  toReceiveCommandExactlyOnceWith,
  toReceiveCommandOnce,
  toReceiveCommandTimes,
  toReceiveCommandWith,
  toReceiveLastCommandWith,
  toReceiveNthCommandWith,
  toReceiveNthSpecificCommandWith,
} = allCustomMatcherWithAliases;

export { formatCalls, ordinalOf } from './matchers/index.js';

/** The types of the matchers, as aws-sdk-client-mock-vitest calls them. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- projects write CustomMatcher<T> in an augmentation of their own
export type CustomMatcher<R = unknown> = MockMatchers<void>;

/** Those by their full names, as aws-sdk-client-mock-vitest calls them. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- as that of CustomMatcher
export type BaseMatcher<R> = FullMatchers<void>;

/** Those by their shorter names, as aws-sdk-client-mock-vitest calls them. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- as that of CustomMatcher
export type AliasMatcher<R> = ShorterMatchers<void>;

// The words of aws-sdk-client-mock-jest, whose entry registers them as this one does.
const matchers = withAliases(matchersWith(wordingOfJestInVitest, orders));
expect.extend(matchers);

/** What suites import by default from aws-sdk-client-mock-jest, and hand to `expect.extend()`. */
export default matchers;

// Without type parameters: Vitest 3 and 4 declare one, Vitest 5 two, and all have defaults.
declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an augmentation adds by extending
  interface Matchers extends MockMatchers<void> {}
}
