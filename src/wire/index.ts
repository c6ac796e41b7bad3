export { NoAttributeValue } from './attribute-values.js';
export { decode } from './decode.js';
export { fromAttributeValues, isDocumentCommand, toAttributeValues } from './document-command.js';
export { encodeError, type WireError } from './error.js';
export { frames, initialResponse } from './event-stream.js';
export { encodeOutput, streamIn, type WireResponse } from './output.js';
export { protocolOf, type ClientWithProtocol, type Protocol } from './protocol.js';
export { travelProblems } from './travel.js';
