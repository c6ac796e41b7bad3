export { AwsStub, type AwsClientStub } from './aws-stub.js';
export { CommandBehavior, type AwsClientBehavior, type Behavior } from './command-behavior.js';
export { mockClient, type MockOptions } from './mock-client.js';
export { SendStub } from './send-stub.js';
export { configure, type MockSettings } from './settings.js';
export { SpyCall } from './spy-call.js';
export type * from './types.js';
// So that the declarations of all three entries share them.
export type {
  Aliased,
  Matcher,
  MatcherContext,
  MatcherResult,
  MockMatchers,
  ReadCommandClass,
  ReadMock,
} from './matchers/index.js';
