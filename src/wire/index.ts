export {
  isInsideExchange,
  sendOnWire,
  type Answer,
  type Exchange,
  type WireClient,
} from './delivery.js';
export { arrivesAsGiven } from './as-given.js';
export {
  withAttributeValues,
  withoutAttributeValues,
  NoAttributeValue,
  type KeyNodes,
} from './attribute-values.js';
export { decode } from './decode.js';
export {
  fromAttributeValues,
  isDocumentCommand,
  marshalled,
  toAttributeValues,
  type Marshalled,
} from './document-command.js';
export { neverEmpty, withDateText, withDerived } from './derived.js';
export { encodeError, unmodelledMembers, type WireError } from './error.js';
export { frames, initialResponse } from './event-stream.js';
export { md5 } from './md5.js';
export { encodeOutput, streamIn, type WireResponse } from './output.js';
export { protocolOf, type ClientWithProtocol, type Protocol } from './protocol.js';
export type { SentRequest } from './request.js';
export { alwaysTravels, travelProblems } from './travel.js';
