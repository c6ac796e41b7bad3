import type { MatcherContext, MatcherResult } from './context.js';
import { toBeAwsError } from './to-be-aws-error.js';
import { toExist } from './to-exist.js';
import { toHaveBeenInvoked } from './to-have-been-invoked.js';
import { toHaveBeenInvokedTimes } from './to-have-been-invoked-times.js';
import { toHaveCalledAnyOperation } from './to-have-called-any-operation.js';
import { toHaveCalledOnlyOperations } from './to-have-called-only-operations.js';
import { toHaveCalledOperation } from './to-have-called-operation.js';
import { toHaveCalledOperationOnce } from './to-have-called-operation-once.js';
import { toHaveCalledOperationTimes } from './to-have-called-operation-times.js';
import { toHaveCalledOperationsInOrder } from './to-have-called-operations-in-order.js';
import { toHaveDelivered } from './to-have-delivered.js';
import { toHaveLastCalledOperation } from './to-have-last-called-operation.js';
import { toHaveNoPendingStubs } from './to-have-no-pending-stubs.js';
import { toHaveNthCallOfOperation } from './to-have-nth-call-of-operation.js';
import { toHaveNthCalledOperation } from './to-have-nth-called-operation.js';
import { toHaveSentRequest } from './to-have-sent-request.js';
import { toHaveItem } from './to-have-item.js';
import { toHaveMessage } from './to-have-message.js';
import { toHaveObject } from './to-have-object.js';
import { toHaveParameter } from './to-have-parameter.js';
import { toHaveReceivedEvent } from './to-have-received-event.js';
import { toHavePublished } from './to-have-published.js';
import { toHaveStarted } from './to-have-started.js';
import { toHaveState } from './to-have-state.js';

type Matcher = (this: MatcherContext, actual: unknown, ...args: unknown[]) => MatcherResult;

/** By their names, as `expect.extend` takes them. Each is looked for when it is called, so that it is loaded then. */
export const matchers = {
  toBeAwsError: lazily(() => toBeAwsError),
  toExist: lazily(() => toExist),
  toHaveBeenInvoked: lazily(() => toHaveBeenInvoked),
  toHaveBeenInvokedTimes: lazily(() => toHaveBeenInvokedTimes),
  toHaveDelivered: lazily(() => toHaveDelivered),
  toHaveCalledAnyOperation: lazily(() => toHaveCalledAnyOperation),
  toHaveCalledOnlyOperations: lazily(() => toHaveCalledOnlyOperations),
  toHaveCalledOperation: lazily(() => toHaveCalledOperation),
  toHaveCalledOperationOnce: lazily(() => toHaveCalledOperationOnce),
  toHaveCalledOperationTimes: lazily(() => toHaveCalledOperationTimes),
  toHaveCalledOperationsInOrder: lazily(() => toHaveCalledOperationsInOrder),
  toHaveLastCalledOperation: lazily(() => toHaveLastCalledOperation),
  toHaveNoPendingStubs: lazily(() => toHaveNoPendingStubs),
  toHaveNthCallOfOperation: lazily(() => toHaveNthCallOfOperation),
  toHaveNthCalledOperation: lazily(() => toHaveNthCalledOperation),
  toHaveSentRequest: lazily(() => toHaveSentRequest),
  toHaveItem: lazily(() => toHaveItem),
  toHaveMessage: lazily(() => toHaveMessage),
  toHaveObject: lazily(() => toHaveObject),
  toHaveParameter: lazily(() => toHaveParameter),
  toHaveReceivedEvent: lazily(() => toHaveReceivedEvent),
  toHavePublished: lazily(() => toHavePublished),
  toHaveStarted: lazily(() => toHaveStarted),
  toHaveState: lazily(() => toHaveState),
};

function lazily(matcher: () => Matcher): Matcher {
  return function (...given) {
    return matcher().apply(this, given);
  };
}
