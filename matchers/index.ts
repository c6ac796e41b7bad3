import { toBeAwsError } from './to-be-aws-error.js';
import { toExist } from './to-exist.js';
import { toHaveCalledAnyOperation } from './to-have-called-any-operation.js';
import { toHaveCalledOnlyOperations } from './to-have-called-only-operations.js';
import { toHaveCalledOperation } from './to-have-called-operation.js';
import { toHaveCalledOperationOnce } from './to-have-called-operation-once.js';
import { toHaveCalledOperationTimes } from './to-have-called-operation-times.js';
import { toHaveCalledOperationsInOrder } from './to-have-called-operations-in-order.js';
import { toHaveLastCalledOperation } from './to-have-last-called-operation.js';
import { toHaveNoPendingStubs } from './to-have-no-pending-stubs.js';
import { toHaveNthCallOfOperation } from './to-have-nth-call-of-operation.js';
import { toHaveNthCalledOperation } from './to-have-nth-called-operation.js';
import { toHaveSentRequest } from './to-have-sent-request.js';
import { toHaveObject } from './to-have-object.js';
import { toHaveState } from './to-have-state.js';

/** By their names, as `expect.extend` takes them. */
export const matchers = {
  toBeAwsError,
  toExist,
  toHaveCalledAnyOperation,
  toHaveCalledOnlyOperations,
  toHaveCalledOperation,
  toHaveCalledOperationOnce,
  toHaveCalledOperationTimes,
  toHaveCalledOperationsInOrder,
  toHaveLastCalledOperation,
  toHaveNoPendingStubs,
  toHaveNthCallOfOperation,
  toHaveNthCalledOperation,
  toHaveSentRequest,
  toHaveObject,
  toHaveState,
};
