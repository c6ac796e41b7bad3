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
export { hasStream, readBodies, sendBytes } from './bodies.js';
export { describeStub, pendingError } from './pending.js';
export { fakesFor, setFakes, type Fakes } from './fakes.js';
export { findReply } from './find-reply.js';
export type { ClientOf, InputOf, OutputOf, ParamsOf, OperationOf } from './named-operations.js';
export { registriesOf, registryOf } from './registry.js';
export { Stubber, type ClientErrorOptions } from './stubber.js';
export { abortError, deliver, unlessAborted, type AnswerContext, type Reply } from './reply.js';
export { checkToken } from './same-token.js';
export { configure, settingFor, type Settings, type Unstubbed } from './settings.js';
export { stub, type ExpectationReplies, type StubReplies, type TargetStubs } from './stubbing.js';
export type * from './types.js';
export type { Stub } from './stub.js';
export { inputError, paramsProblem, refuse } from './validation.js';
export { unstubbedError } from './unstubbed.js';
