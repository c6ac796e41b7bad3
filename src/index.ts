export type * from './aws-services.cjs';
export { type Call, type ClientLike } from './calls/index.js';
export {
  InvalidInputError,
  InvalidStubError,
  LateCallError,
  PendingExpectationsError,
  StubberError,
  UnstubbedOperationError,
  WrongUseError,
  type StubberErrorCode,
} from './errors.js';
export { install } from './install.js';
export type { ErrorDetails } from './model/index.js';
export { ANY, configure, exactly, stub, Stubber } from './stubs/index.js';
export type {
  AnswerContext,
  AsymmetricMatcher,
  ClientErrorOptions,
  Exactly,
  ExpectationReplies,
  InputParams,
  Params,
  Settings,
  StubOutput,
  StubReplies,
  TargetStubs,
  Unstubbed,
} from './stubs/index.js';
