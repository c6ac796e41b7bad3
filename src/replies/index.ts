export { abortError, unlessAborted } from './abort.js';
export {
  expectedIn,
  hasStream,
  mayHaveBodies,
  readBodies,
  readExpected,
  sendBytes,
  takeEvents,
} from './bodies.js';
export { knownBytes } from './bytes.js';
export { deliver } from './deliver.js';
export {
  brokenOff,
  connectionReset,
  faultOf,
  malformedResponse,
  partialFailure,
  serverError,
  slow,
  throttled,
  timeout,
  type Fault,
} from './faults.js';
export { notACode } from './not-a-code.js';
export { describe, notAnOutput } from './not-an-output.js';
export { pageFor } from './pages.js';
export type { PartialFailure } from './partial-failure.js';
export {
  runUnstubbed,
  type AnswerContext,
  type ErrorClass,
  type OutputReply,
  type Reply,
} from './reply.js';
export { untravelled } from './round-trip.js';
export {
  errorProblem,
  errorReport,
  misspeltCode,
  outputProblem,
  report,
  travelProblem,
  type Validates,
} from './unanswerable.js';
export { wireAnswer, wiredOrRefused } from './wire-answer.js';
