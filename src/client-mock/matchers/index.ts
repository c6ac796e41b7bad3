export { matchersWith, withAliases, type Aliased, type Matcher } from './matchers.js';
export { ordinalOf } from './wording.js';
export type { FullMatchers, MockMatchers, ShorterMatchers } from './types.js';
export { wordingOfJest } from './wording-of-jest.js';
export { wordingOfJestInVitest } from './wording-of-jest-in-vitest.js';
export { formatCalls, wordingOfVitest } from './wording-of-vitest.js';
export type { MatcherContext, MatcherResult, ReadCommandClass, ReadMock } from './received.js';
