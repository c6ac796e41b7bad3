import type { Call, ClientLike } from '../calls/index.js';
import { modelledErrors, type ErrorDetails } from '../model/index.js';
import { protocolOf } from '../wire/index.js';
import { failedPart, type PartialFailure } from './partial-failure.js';
import type { OutputReply, Reply } from './reply.js';

const FAULT = Symbol.for('aws-sdk-stubber.fault');

/** What goes wrong between a caller and AWS, in place of an output or of an error's code. */
export interface Fault {
  readonly [FAULT]: FaultReply;
}

interface FaultReply {
  /** As it is written: `throttled()`. */
  readonly code: string;
  /** Whether the call is refused with it, or answered. */
  readonly kind: 'error' | 'output';
  /**
   * @internal
   * @param output - makes a reply of an output that the fault has in it, checked
   */
  reply(output: (given: unknown) => OutputReply): Reply;
}

export function faultOf(value: unknown): FaultReply | undefined {
  return typeof value === 'object' && value !== null && FAULT in value
    ? (value as Fault)[FAULT]
    : undefined;
}

function fault(code: string, kind: FaultReply['kind'], reply: FaultReply['reply']): Fault {
  return { [FAULT]: { code, kind, reply } };
}

/**
 * Refuses a call as the service does when there are too many, with its own code. The SDK retries it in
 * the `wire` delivery.
 *
 * @param details - message, `$metadata` and members of the error
 * @example
 * stub(DynamoDBClient).on('GetItem').rejectsOnce(throttled()).resolves({});
 */
export function throttled(details: ErrorDetails = {}): Fault {
  return fault('throttled()', 'error', () => ({
    kind: 'service-code',
    codeFor: (client) => {
      const [code, httpStatusCode] = throttlingCode(client);
      const $metadata = { ...(httpStatusCode === undefined ? {} : { httpStatusCode }) };
      return [
        code,
        { message: 'Rate exceeded', ...details, $metadata: { ...$metadata, ...details.$metadata } },
      ];
    },
  }));
}

/**
 * Refuses a call as a service that has a fault of its own. The SDK retries 500, 502, 503 and 504 in the
 * `wire` delivery.
 *
 * @param status - from 500 to 599
 * @example
 * stub(S3Client).on('PutObject').rejectsOnce(serverError(503)).resolves({});
 */
export function serverError(status = 500): Fault {
  return fault(`serverError(${status})`, 'error', () => ({
    kind: 'service-code',
    codeFor: (client) => [
      serverCode(client, status),
      {
        message: 'We encountered an internal error. Please try again.',
        $fault: 'server',
        $metadata: { httpStatusCode: status },
      },
    ],
  }));
}

/** Lets the connection time out, as the SDK's transport says it. The SDK retries it. */
export function timeout(): Fault {
  return transportFault('timeout()', () =>
    // As node-http-handler of the SDK says it.
    Object.assign(new Error('connect ETIMEDOUT'), { name: 'TimeoutError', code: 'ETIMEDOUT' }),
  );
}

/** Resets the connection before an answer, as the SDK's transport says it. The SDK retries it. */
export function connectionReset(): Fault {
  return transportFault('connectionReset()', resetError);
}

/** The error of a connection that broke (`NodeHttpHandler` names those of these codes so). */
export function resetError(): Error {
  return Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
}

function transportFault(code: string, make: () => Error): Fault {
  return fault(code, 'error', () => ({ kind: 'transport-error', make }));
}

/**
 * Answers a batch in which some entries failed: unprocessed items and keys of DynamoDB, failed entries of
 * SQS, SNS, EventBridge, Kinesis and Firehose, errors of S3's `DeleteObjects`.
 *
 * @param failure - which entries fail (the first, unless said otherwise), and their code and message
 * @example
 * stub(SQSClient).on('SendMessageBatch').resolves(partialFailure({ failed: [1] }));
 */
export function partialFailure(failure: PartialFailure = {}): Fault {
  return fault('partialFailure(…)', 'output', () => ({
    kind: 'answer',
    answer: (input: never, { call }: { call: Call }) => failedPart(call, input, failure),
  }));
}

/**
 * Answers late.
 *
 * @param ms - how late, in milliseconds, on the test's (fake) clock
 * @param output - what is answered
 */
export function slow(ms: number, output: object = {}): Fault {
  return fault(`slow(${ms})`, 'output', (checked) => ({ ...checked(output), delay: ms }));
}

/**
 * Breaks the connection off in the middle of an answer: a stream gives its first bytes, then an error;
 * an answer without one is refused like a reset connection.
 *
 * @param output - what would have been answered
 * @param after - how many bytes of the body come through; half of them, unless said otherwise
 */
export function brokenOff(output: object = {}, { after }: { readonly after?: number } = {}): Fault {
  return fault('brokenOff(…)', 'output', (checked) => ({
    ...checked(output),
    breaksOff: { after },
  }));
}

/** Answers what the service's protocol does not allow, as a proxy between might. */
export function malformedResponse(): Fault {
  return fault('malformedResponse()', 'error', () => ({ kind: 'malformed' }));
}

/**
 * The codes by which services say that there are too many calls, likeliest first.
 *
 * Source: `THROTTLING_ERROR_CODES` of @smithy/core, which the SDK retries by.
 */
const THROTTLING_CODES = [
  'ThrottlingException',
  'TooManyRequestsException',
  'ThrottledException',
  'RequestThrottledException',
  'RequestThrottled',
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
];

function throttlingCode(client: ClientLike): readonly [code: string, status?: number] {
  const modelled = modelledErrors(client);
  const own = THROTTLING_CODES.slice(0, 6).find((code) => modelled.includes(code));
  if (own !== undefined) return [own];
  // Sources: "Error responses" of Amazon S3; "Error codes" of Amazon EC2; "Common errors" of the others.
  if (client.config.serviceId === 'S3') return ['SlowDown', 503];
  const protocol = protocolOf(client)?.id;
  if (protocol === 'ec2Query') return ['RequestLimitExceeded', 503];
  if (protocol === 'awsQuery' || protocol === 'restXml') return ['Throttling', 400];
  return ['ThrottlingException', 400];
}

function serverCode(client: ClientLike, status: number): string {
  const protocol = protocolOf(client)?.id;
  if (status === 503) return 'ServiceUnavailable';
  return protocol === 'ec2Query' || client.config.serviceId === 'S3'
    ? 'InternalError'
    : 'InternalFailure';
}
