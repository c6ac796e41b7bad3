export {
  ANY,
  differences,
  equalValues,
  exactly,
  fits,
  insideExactly,
  isAsymmetric,
  isExactly,
} from './params.js';
export type { AsymmetricMatcher, Comparison, Difference, Exactly } from './params.js';
export { patternOf } from './pattern-of.js';
export {
  expectedIn,
  hasStream,
  mayHaveBodies,
  readBodies,
  sendBytes,
  takeEvents,
} from './bodies.js';
export { inputIn } from './forms.js';
export { describeStub, pendingError } from './pending.js';
export { fakesFor, setFakes, type Fakes } from './fakes.js';
export { isAllowedHost } from './hosts.js';
export { findReply } from './find-reply.js';
export type { FoundReply } from './found-reply.js';
export type { ClientOf, InputOf, OutputOf, ParamsOf, OperationOf } from './named-operations.js';
export { registriesOf, registryOf } from './registry.js';
export type { ClientErrorOptions } from './client-error-options.js';
export { Stubber } from './stubber.js';
export { abortError, unlessAborted } from './abort.js';
export { deliver } from './deliver.js';
export { untravelled } from './round-trip.js';
export { runUnstubbed, type AnswerContext, type Reply } from './reply.js';
export {
  brokenOff,
  connectionReset,
  malformedResponse,
  partialFailure,
  serverError,
  slow,
  throttled,
  timeout,
  type Fault,
} from './faults.js';
export type { PartialFailure } from './partial-failure.js';
export { checkPages } from './endless-pages.js';
export {
  configure,
  keepSettings,
  networkIn,
  setFor,
  settingFor,
  type Network,
  type Settings,
  type StubSettings,
  type Unstubbed,
} from './settings.js';
export { stub, type ExpectationReplies, type StubReplies, type TargetStubs } from './stubbing.js';
export type * from './types.js';
export type { Stub } from './stub.js';
export { outputProblem, type Validates } from './unanswerable.js';
export {
  inputError,
  inputProblem,
  paramsProblem,
  refuse,
  stateProblem,
  wantedErrorProblem,
} from './validation.js';
export { givenParams, withAbsence } from './absence.js';
export { dropsUnknown } from './unknown-members.js';
export { lineToAdd, unstubbedError } from './unstubbed.js';
export { wireAnswer, wiredOrRefused } from './wire-answer.js';
export { isLocalName, isLoopback } from './loopback.js';
export { tellOfEndpoint } from './own-endpoint.js';
