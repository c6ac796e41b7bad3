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
export type { AsymmetricMatcher, Comparison, Exactly } from './params.js';
export { patternOf } from './pattern-of.js';
export { inputIn } from './forms.js';
export { describeStub } from './pending.js';
export { setFakes } from './fakes.js';
export { isAllowedHost } from './hosts.js';
export {
  onPlayedHosts,
  playedHostsFor,
  playHosts,
  type HostRequest,
  type HostResponse,
  type PlayedHosts,
} from './played-hosts.js';
export { findReply } from './find-reply.js';
export type { FoundReply } from './found-reply.js';
export type { ClientOf, ErrorCode, OperationOf, ParamsOf } from './named-operations.js';
export { registriesOf } from './registry.js';
export type { ClientErrorOptions } from './client-error-options.js';
export { Stubber } from './stubber.js';
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
export { stub } from './stubbing.js';
export type { ExpectationReplies, StubReplies, TargetStubs } from './target-stubs.js';
export type * from './types.js';
export type { Stub } from './stub.js';
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
export { isLocalName, isLoopback } from './loopback.js';
export { tellOfEndpoint } from './own-endpoint.js';
