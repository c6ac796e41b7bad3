import type { Dialect } from './dialect.js';
import { planMatcher } from './matchers.js';
import type { Mock } from './mocks.js';
import { planCalls, planCommands } from './recorded-calls.js';
import { planStubbing } from './replies.js';
import { planVitestMockMatcher } from './vitest-mock/matchers.js';
import { refuseOtherAnswers } from './vitest-mock/order.js';
import { planVitestMockStubbing } from './vitest-mock/replies.js';

/** As the facade is: what is unstubbed gives nothing, and an output may be what no service has. */
const CLIENT_MOCK: Dialect = {
  settings: `{ unstubbed: 'empty', validate: false }`,
  stubbing: new Set([
    'on',
    'onAnyCommand',
    'resolves',
    'resolvesOnce',
    'rejects',
    'rejectsOnce',
    'callsFake',
    'callsFakeOnce',
  ]),
  resetTakesStubs: true,
  planStubbing,
  planMatcher,
  planCalls,
};

/** There an unstubbed call throws, and fails no test by itself. */
const VITEST_MOCK: Dialect = {
  settings: `{ unstubbed: 'throw', validate: false }`,
  stubbing: new Set(['on']),
  resetTakesStubs: false,
  planStubbing: planVitestMockStubbing,
  planMatcher: planVitestMockMatcher,
  planCalls: planCommands,
  refuse: refuseOtherAnswers,
};

export function dialectOf({ isOfVitestMock }: Pick<Mock, 'isOfVitestMock'>): Dialect {
  return isOfVitestMock ? VITEST_MOCK : CLIENT_MOCK;
}
