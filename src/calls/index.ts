export { OpenCall } from './call.js';
export type { SentRequest } from '../wire/index.js';
export { environment } from './environment.js';
export { DUMMY_ACCESS_KEY_ID, DUMMY_SECRET_ACCESS_KEY } from './dummy-keys.js';
export { answersInARow, breath, nextTurnOfLoop, waitReally } from './breath.js';
export { presentCaller, runAsCaller } from './caller.js';
export { inBothForms, type SendOptions } from './both-forms.js';
export { DOCUMENT_CLIENT, type ClientLike, type TargetKey } from './client.js';
export { commandForParams, isCommand, namesOf, type CommandLike, type Form } from './command.js';
export { builtinTag, copyOf, isPlainObject } from './copy.js';
export { endlessLoop } from './endless-loop.js';
export { callsOf, printCalls } from './log.js';
export { passOn, tellOfMock } from './mocked-calls.js';
export { inputShapeOf, outputShapeOf, operationOf, type Operation } from './operation.js';
export { mockedClients } from './mocked-classes.js';
export { needSetup, notSetUp } from './need-setup.js';
export { answeredHere, duringPoll, type Poll } from './poll.js';
export { toCode, toLine } from './print.js';
export { RecordedCall, type Call } from './recorded-call.js';
export { RequestIds } from './request-ids.js';
export { Mark, RUNNER_LIMITS, SENSITIVE, shown, type Limits, type Path } from './shown.js';
export { samplesOfLoaded } from './samples.js';
export { rememberedKeys, rememberKeys, type SigningKeys } from './signing-keys.js';
export {
  chainOf,
  currentScope,
  fileScope,
  finishBlock,
  finishFile,
  finishTest,
  hasRunner,
  isLoading,
  isFileOver,
  isRunning,
  isSetUp,
  onEachTest,
  onViolation,
  projectFolders,
  remember,
  setProgram,
  setRunner,
  startTest,
  whereabouts,
  workOf,
  type Block,
  type RunningTest,
  type Scope,
} from './scope.js';
export { EVERY_CLIENT, isWithin, targetOf, type Target } from './target.js';
export { TARGET } from './target-symbol.js';
export {
  type Delivered,
  THING,
  thingOf,
  THINGS,
  type PublishedView,
  type ThingMessage,
  type ThingView,
} from './thing.js';
