import { refuseAsSetupFile } from './setup-advice.js';
export type * from './aws-services.cjs';
export { type Call, type ClientLike, type SentRequest } from './calls/index.js';
export {
  EndlessLoopError,
  InvalidInputError,
  InvalidStubError,
  LateCallError,
  NetworkBlockedError,
  PendingExpectationsError,
  ResourceError,
  StubberError,
  UnstubbedOperationError,
  UnusedStubsError,
  WrongUseError,
  type StubberErrorCode,
  type UnstubbedReason,
} from './errors.js';
export { awsFixtures, defineAwsFixture, matchesPattern, useAwsFixture } from './fixtures/index.js';
export type * from './fixtures/index.js';
export { install } from './install.js';
export type { ErrorDetails } from './model/index.js';
export {
  brokenOff,
  connectionReset,
  malformedResponse,
  partialFailure,
  serverError,
  slow,
  throttled,
  timeout,
} from './replies/index.js';
export { ANY, configure, exactly, stub, Stubber } from './stubs/index.js';
export type { AnswerContext, Fault, PartialFailure } from './replies/index.js';
export type {
  AsymmetricMatcher,
  ClientErrorOptions,
  Exactly,
  ExpectationReplies,
  InputParams,
  Network,
  Params,
  Settings,
  StubOutput,
  StubReplies,
  StubSettings,
  TargetStubs,
  Unstubbed,
} from './stubs/index.js';

refuseAsSetupFile();
