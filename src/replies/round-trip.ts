import { Readable } from 'node:stream';
import { currentScope, type ClientLike, type OpenCall } from '../calls/index.js';
import { InvalidStubError, StubberError } from '../errors.js';
import {
  modelledError,
  modelOf,
  printProblems,
  problemsOf,
  type ErrorDetails,
  type OperationModel,
  type StructureShape,
} from '../model/index.js';
import {
  decode,
  encodeError,
  encodeOutput,
  frames,
  fromAttributeValues,
  initialResponse,
  isDocumentCommand,
  NoAttributeValue,
  protocolOf,
  streamIn,
  toAttributeValues,
  withDateText,
  type Protocol,
  type WireResponse,
} from '../wire/index.js';
import { plainEvent, sharedEvents } from './events.js';

/** What the SDK reads of a stub's output or error, once it was written as the service would send it. */
export interface Wired {
  readonly protocol: Protocol;
  /** Of the operation that travels: that of the plain client for a document client's. */
  readonly model: OperationModel;
}

/** How a call's operation travels; undefined for clients from before 3.930, which do not say. */
export function wiredOf({ client, command }: OpenCall): Wired | undefined {
  const protocol = protocolOf(client);
  const model = modelOf(isDocumentCommand(command) ? command.clientCommand : command);
  return protocol && model && { protocol, model };
}

/**
 * An output as the client would have read it from its service.
 *
 * A streaming body is not in it, since each caller gets its own.
 */
export async function readOutput(
  call: OpenCall,
  { protocol, model }: Wired,
  given: object,
): Promise<object> {
  const { client, command } = call;
  const plain = plainOutput(call, call.service === 'S3' ? withDateText(given) : given);
  const stream = streamIn(model.output);
  const read = await travelling(call, () => {
    const response = encodeOutput(model, protocol, plain);
    const body =
      stream === undefined
        ? undefined
        : stream.isEvents
          ? eventBody({ protocol, model }, plain, call)
          : Readable.from([]);
    return decode(client, model, response, body);
  });
  if ('error' in read) throw read.error as Error;
  const output = read.output as Record<string, unknown>;
  if (stream?.isEvents === false) Reflect.deleteProperty(output, stream.name);
  return isDocumentCommand(command) ? fromAttributeValues(command, client.config, output) : output;
}

/**
 * Whatever breaks on the way of a stub's output or error is the stub's: no error of an encoding, or of the
 * SDK's decoder, passes for one of AWS.
 */
export async function travelling<T>(call: OpenCall, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw untravelled(call, error);
  }
}

/** The error for a stub whose output or error broke on its way. */
export function untravelled({ names, service }: OpenCall, error: unknown): Error {
  if (error instanceof StubberError) return error;
  const told = error instanceof Error ? error.message : String(error);
  return Object.assign(
    new InvalidStubError(
      `The stub of ${service}: what it answers to ${names.alias} could not travel:\n\n  ${told}`,
      'what-cannot-travel',
    ),
    { cause: error },
  );
}

/** An output as the plain client's service gives it. */
export function plainOutput({ command, names, service }: OpenCall, given: object): object {
  if (!isDocumentCommand(command)) return given;
  try {
    return toAttributeValues(command, given);
  } catch (error) {
    if (!(error instanceof NoAttributeValue)) throw error;
    throw new InvalidStubError(
      `The stub of ${service}: ${names.alias} cannot answer this output:\n\n  ${error.message}`,
      'what-cannot-travel',
    );
  }
}

/** A stream of the events in an output; one without events ends at once. */
export function eventBody({ protocol, model }: Wired, output: object, call: OpenCall): Readable {
  const stream = streamIn(model.output);
  if (stream?.isEvents !== true || model.output.kind !== 'structure') return Readable.from([]);
  const given = (output as Readonly<Record<string, unknown>>)[stream.name];
  const events = given === undefined ? [] : checkedEvents(given, stream.shape, call);
  const first = protocol.hasBindings ? undefined : initialResponse(model.output, output, protocol);
  return Readable.from(frames(stream.shape, events, protocol, first), { objectMode: false });
}

/** Events as they come, each of them one that the operation can answer; the rest is the stub's fault. */
async function* checkedEvents(
  given: unknown,
  shape: StructureShape,
  call: OpenCall,
): AsyncGenerator<unknown, void> {
  const one = { ...shape, members: shape.members, traits: {} };
  for await (const each of sharedEvents(given as AsyncIterable<unknown>)) {
    const event = plainEvent(each);
    const problems =
      event instanceof Error ? [] : problemsOf(one, event, { required: false, isOutput: true });
    if (problems.length > 0) {
      const error = new InvalidStubError(
        `The stub of ${call.service}: ${call.names.alias} cannot answer this event:\n\n${printProblems(problems)}`,
        'what-cannot-travel',
      );
      currentScope().violate(error);
      throw error;
    }
    yield event;
  }
}

/** An error as the response that the service would send. */
export function errorResponse(
  client: ClientLike,
  protocol: Protocol,
  code: string,
  details: ErrorDetails,
): WireResponse {
  const { serviceId } = client.config;
  // AWS says something, nearly always; S3 says nothing to a HEAD.
  const isSilent = serviceId === 'S3' && code === 'NotFound';
  const message = details.message ?? (isSilent ? undefined : code);
  const model = modelledError(client, code);
  return encodeError({ code, model, details: { ...details, message }, serviceId }, protocol);
}

/** An error as the client would have read it from its service. */
export async function readError(
  call: OpenCall,
  { protocol, model }: Wired,
  code: string,
  details: ErrorDetails,
): Promise<Error> {
  const { client } = call;
  const read = await travelling(call, async () => {
    const response = errorResponse(client, protocol, code, details);
    const result = await decode(client, model, response);
    if ('error' in result) return result;
    throw new Error(`The SDK takes status ${response.statusCode} for no error.`);
  });
  const { $metadata = {}, $fault } = details;
  const error = read.error as Error & { $metadata: object };
  Object.assign(error, {
    $service: client.config.serviceId,
    $metadata: { ...error.$metadata, attempts: 1, totalRetryDelay: 0, ...$metadata },
    ...($fault === undefined ? {} : { $fault }),
  });
  return error;
}

/** What a client makes of an answer that its protocol does not allow. */
export async function readMalformed(call: OpenCall): Promise<unknown> {
  const wired = wiredOf(call);
  if (wired === undefined) return new SyntaxError('Unexpected end of the response.');
  try {
    await decode(call.client, wired.model, malformed(wired.protocol));
  } catch (error) {
    return error;
  }
  throw new Error('The SDK takes a malformed response for an answer.');
}

/** A response whose body ends before its first value does. */
export function malformed({ body }: Protocol): WireResponse {
  const text = { xml: '<html><body>', json: '{"message":', cbor: '\u00bf' }[body];
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(text, 'latin1'),
  };
}
