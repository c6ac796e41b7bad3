import { copyOf, type OpenCall } from '../calls/index.js';
import { InvalidStubError } from '../errors.js';
import { errorShapeOf, printProblems, serviceError, type ErrorDetails } from '../model/index.js';
import { protocolOf, streamIn, travelProblems, unmodelledMembers } from '../wire/index.js';
import { pause, unlessAborted } from './abort.js';
import { brokenBody, withBodies, type BreaksOff } from './bodies.js';
import { resetError } from './faults.js';
import {
  madeOf,
  runAnswer,
  type AnswerReply,
  type CodeAndDetails,
  type ErrorClass,
  type OutputReply,
  type Reply,
} from './reply.js';
import { keepPrepared, preparedOf } from './prepared.js';
import { readError, readMalformed, readOutput, untravelled, wiredOf } from './round-trip.js';
import { errorProblem, outputProblem, type Validates } from './unanswerable.js';

interface DeliveryOptions {
  /** Ends a reply that takes its time as the SDK's transport would. */
  readonly signal?: AbortSignal | undefined;
  /** Outputs that could not be checked when they were written are checked now. */
  readonly validates?: Validates;
}

/**
 * Gives one caller its answer: an output of its own, with `$metadata`, or an error.
 *
 * @throws InvalidStubError where a function's output, or one that was written for no service in
 *   particular, is not what this operation can answer
 */
export function deliver(
  reply: Reply,
  call: OpenCall,
  options: DeliveryOptions = {},
): object | Promise<object> {
  const { delay } = reply;
  if (delay === undefined && reply.kind === 'output') return outputNow(reply, call, options);
  return deliverLater(reply, call, options);
}

async function deliverLater(
  reply: Reply,
  call: OpenCall,
  options: DeliveryOptions,
): Promise<object> {
  const { signal, validates = false } = options;
  const { delay } = reply;
  if (delay !== undefined) await unlessAborted(signal, (givenUp) => pause(delay, givenUp));
  switch (reply.kind) {
    case 'output':
      return outputNow(reply, call, options);
    case 'error':
      throw reply.error;
    case 'code':
      throw await errorOf(reply.code, copyOf(reply.details), call, options);
    case 'service-code':
      throw await errorOf(...reply.codeFor(call.client), call, options);
    case 'transport-error':
      throw reply.make();
    case 'malformed':
      throw await readMalformed(call);
    case 'answer': {
      const output = await unlessAborted(signal, (givenUp) =>
        runAnswer(reply, call, givenUp),
      ).catch(async (thrown: unknown) => {
        const given = madeOf(thrown);
        if (given === undefined) throw thrown;
        refuseDetails(given, reply, call, validates);
        throw await errorOf(...given, call, options);
      });
      if (reply.isRead === true) {
        if (validates !== false && output !== undefined) refuseOutput(output, call, true);
        return finished(withoutAbsent(copyOf(output ?? {})), 200, output ?? {}, call);
      }
      return outputOf(givenOutput(output, call, validates), call, options);
    }
  }
}

/** What a function gave, checked: whatever is wrong with it is the stub's. */
export function givenOutput(
  output: object | undefined,
  call: OpenCall,
  validates: Validates,
): object {
  try {
    const given = copyOf(output ?? {});
    if (validates !== false && output !== undefined) {
      refuseOutput(given, call, validates === 'strict');
      refuseUntravelled(given, call);
    }
    return given;
  } catch (error) {
    throw untravelled(call, error);
  }
}

/** What a function's `error()` got is checked as it is in `rejects()`; fakes know their errors. */
export function refuseDetails(
  [code, details]: CodeAndDetails,
  { isRead }: AnswerReply,
  { client, service, operation }: OpenCall,
  validates: Validates,
): void {
  if (validates === false || isRead === true) return;
  const problem = errorProblem(client, code, details);
  if (problem === undefined) return;
  throw new InvalidStubError(
    `A stub answered ${service} ${operation} with error(): ${problem}`,
    'an-error',
  );
}

/** Most replies are outputs that are ready: no promise is made for them but the caller's own. */
function outputNow(
  reply: OutputReply,
  call: OpenCall,
  options: DeliveryOptions,
): object | Promise<object> {
  const { validates = false } = options;
  if (validates !== false && !reply.isChecked) {
    givenOutput(reply.output, call, validates);
  }
  if (reply.breaksOff === undefined) return outputOf(reply.output, call, options, reply);
  return brokenOutput(reply, reply.breaksOff, call, options);
}

/** What a connection that breaks off leaves of an output: a stream's first bytes, or nothing. */
async function brokenOutput(
  { output }: OutputReply,
  breaksOff: BreaksOff,
  call: OpenCall,
  options: DeliveryOptions,
): Promise<object> {
  const stream = streamIn(call.model?.output);
  const body = stream && (output as Record<string, unknown>)[stream.name];
  if (stream?.isEvents !== false || body === undefined) throw resetError();
  return outputOf({ ...output, [stream.name]: await brokenBody(body, breaksOff) }, call, options);
}

/** An error as the client would have read it; one that is none of the service's as it is. */
async function errorOf(
  code: string | ErrorClass,
  details: ErrorDetails,
  call: OpenCall,
  { validates = false }: DeliveryOptions,
): Promise<Error> {
  const wired = validates !== false ? wiredOf(call) : undefined;
  const error = serviceError(call.client, code, details);
  const isOfService = '$fault' in error;
  if (wired === undefined || !isOfService) return error;
  const name = typeof code === 'string' ? code : code.name;
  // XML has only texts for members off the model, and the test said more.
  const others = unmodelledMembers(details, errorShapeOf(call.client, name));
  return Object.assign(await readError(call, wired, name, details), copyOf(others));
}

/**
 * An output for one caller: as the client would have read it, with its own bodies and `$metadata`.
 *
 * @param reply - whose output it is, where it is to be kept for the next callers
 */
function outputOf(
  given: object,
  call: OpenCall,
  { validates = false }: DeliveryOptions,
  reply?: OutputReply,
): object | Promise<object> {
  const stream = streamIn(call.model?.output);
  // Events are read as they come, so each caller has its own; what is off the model cannot travel.
  const kept = stream?.isEvents === true || validates === false ? undefined : reply;
  const ready = kept && preparedOf(kept, call, stream?.name);
  if (ready !== undefined) return finished(copyOf(ready.output), ready.status, given, call);
  const wired = validates !== false ? wiredOf(call) : undefined;
  if (wired === undefined) return finished(copyOf(given), 200, given, call);
  return readOutput(call, wired, given).then((read) => {
    const { $metadata, ...output } = read as { $metadata: { httpStatusCode: number } };
    const status = $metadata.httpStatusCode;
    if (kept !== undefined) keepPrepared(kept, call, stream?.name, { output, status });
    return finished(output, status, given, call);
  });
}

/** What an output says to be absent is not in what the SDK reads. */
function withoutAbsent<Output extends object>(output: Output): Output {
  for (const [name, value] of Object.entries(output)) {
    if (value === undefined) Reflect.deleteProperty(output, name);
  }
  return output;
}

/** @param output - the caller's own */
function finished(
  output: object,
  status: number,
  given: object,
  call: OpenCall,
): object | Promise<object> {
  const { $metadata } = given as { $metadata?: object };
  const own = output as Record<string, unknown>;
  const made = metadata(status, call.requestIds.direct());
  own['$metadata'] = $metadata === undefined ? made : { ...made, ...$metadata };
  return withBodies(own, given as Record<string, unknown>, call);
}

/** What the SDK says of an answer; source: `ResponseMetadata` of @smithy/types. */
function metadata(httpStatusCode: number, requestId: string): object {
  return {
    httpStatusCode,
    requestId,
    extendedRequestId: undefined,
    cfId: undefined,
    attempts: 1,
    totalRetryDelay: 0,
  };
}

/**
 * Refuses an output that the operation cannot answer.
 *
 * @param isWhole - required members must be there
 */
export function refuseOutput(
  output: object,
  { names, model, service }: OpenCall,
  isWhole: boolean,
): void {
  const problem = outputProblem({ name: names.operation, model }, output, isWhole);
  if (problem !== undefined)
    throw new InvalidStubError(`The stub of ${service}: ${problem}`, 'an-output');
}

function refuseUntravelled(output: object, { client, model, names, service }: OpenCall): void {
  const protocol = protocolOf(client);
  if (model === undefined || protocol === undefined) return;
  const problems = travelProblems(model.output, protocol, output);
  if (problems.length === 0) return;
  throw new InvalidStubError(
    `The stub of ${service}: ${names.operation} cannot answer this output:\n\n${printProblems(problems)}`,
    'what-cannot-travel',
  );
}
