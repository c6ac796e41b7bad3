import type { CallExpression } from '@babel/types';
import type { Place } from '../syntax.js';
import type { Link } from './chain.js';
import type { Mock } from './mocks.js';
import type { Plan } from './plan.js';
import type { Suite } from './suite.js';

/** How a library of mocks is spoken, and what is said of it here. */
export interface Dialect {
  /** The settings of a stub that takes a mock's place, so that nothing fails that did not. */
  readonly settings: string;
  /** The methods that a stub begins with. */
  readonly stubbing: ReadonlySet<string>;
  /** `reset()` takes what was stubbed too, and not the calls alone. */
  readonly resetTakesStubs: boolean;
  readonly planStubbing: (suite: Suite, links: readonly Link[], plan: Plan) => void;
  readonly planMatcher: (suite: Suite, expectation: Place<CallExpression>, plan: Plan) => void;
  readonly planCalls: (suite: Suite, link: Link, mock: string, plan: Plan) => void;
  /** What of all stubs together does not mean the same here. */
  readonly refuse?: (suite: Suite, mock: Mock) => void;
}
