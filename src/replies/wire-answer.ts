import { Readable } from 'node:stream';
import { copyOf, type OpenCall } from '../calls/index.js';
import type { ErrorDetails } from '../model/index.js';
import { WrongUseError } from '../errors.js';
import {
  encodeOutput,
  neverEmpty,
  streamIn,
  withDerived,
  type Answer,
  type WireResponse,
} from '../wire/index.js';
import { pause, unlessAborted } from './abort.js';
import { bodyStream, brokenBody } from './bodies.js';
import { givenOutput, refuseDetails } from './deliver.js';
import { madeOf, runAnswer, type OutputReply, type Reply } from './reply.js';
import {
  errorResponse,
  eventBody,
  malformed,
  plainOutput,
  travelling,
  wiredOf,
  type Wired,
} from './round-trip.js';
import type { Validates } from './unanswerable.js';

interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly validates: Validates;
}

/** How a call travels; a client that does not say cannot be answered on the wire. */
export function wiredOrRefused(call: OpenCall): Wired {
  const wired = wiredOf(call);
  if (wired !== undefined) return wired;
  throw new WrongUseError(
    `delivery: 'wire' needs a client that carries its service's schemas (from 3.930 on); ${call.identity.className} carries none. Use delivery: 'direct' for it.`,
    'what-a-stub-takes',
  );
}

/**
 * A reply as the HTTP response that the service would send.
 *
 * @throws what the transport would throw: a reset connection, an `Error` that a stub gave
 */
export async function wireAnswer(reply: Reply, call: OpenCall, options: Options): Promise<Answer> {
  const wired = wiredOrRefused(call);
  const { delay } = reply;
  const { validates } = options;
  if (delay !== undefined) await unlessAborted(options.signal, (givenUp) => pause(delay, givenUp));
  switch (reply.kind) {
    case 'output':
      if (validates !== false && !reply.isChecked) givenOutput(reply.output, call, validates);
      return outputAnswer(reply, call, wired);
    case 'error':
      throw reply.error;
    case 'transport-error':
      throw reply.make();
    case 'malformed':
      return streamed(malformed(wired.protocol));
    case 'code': {
      const { code, details } = reply;
      return errorAnswer(call, wired, typeof code === 'string' ? code : code.name, copyOf(details));
    }
    case 'service-code':
      return errorAnswer(call, wired, ...reply.codeFor(call.client));
    case 'answer':
      try {
        const given = await unlessAborted(options.signal, (givenUp) =>
          runAnswer(reply, call, givenUp),
        );
        const asked = reply.isRead === true && validates !== false ? 'strict' : validates;
        const output = givenOutput(given, call, asked);
        return await outputAnswer({ kind: 'output', output, isChecked: true }, call, wired);
      } catch (thrown) {
        const given = madeOf(thrown);
        if (given === undefined) throw thrown;
        refuseDetails(given, reply, call, validates);
        return errorAnswer(call, wired, ...given);
      }
  }
}

async function outputAnswer(reply: OutputReply, call: OpenCall, wired: Wired): Promise<Answer> {
  const { output, breaksOff } = reply;
  const { plain, response } = await travelling(call, () => encoded(reply, call, wired));
  const { $metadata = {} } = output as {
    $metadata?: { httpStatusCode?: number; requestId?: string };
  };
  const head = {
    statusCode: $metadata.httpStatusCode ?? response.statusCode,
    headers: {
      ...idHeader(call, $metadata.requestId ?? call.requestIds.wire()),
      ...response.headers,
    },
  };
  const stream = streamIn(wired.model.output);
  if (stream?.isEvents === true) return { ...head, body: eventBody(wired, plain, call) };
  const given =
    stream === undefined
      ? neverEmpty(call.service, call.operation, response.body)
      : ((plain as Record<string, unknown>)[stream.name] ?? Buffer.alloc(0));
  return {
    ...head,
    body: breaksOff === undefined ? await bodyStream(given) : await brokenBody(given, breaksOff),
  };
}

interface Encoded {
  /** What of the output is no part of the response's text: its stream, its events. */
  readonly plain: object;
  readonly response: WireResponse;
}

const encodedReplies = new WeakMap<OutputReply, WeakMap<object, Encoded>>();

/** A reply's output as it travels: the same for each caller of the operation, but for SQS's sums. */
function encoded(reply: OutputReply, call: OpenCall, { protocol, model }: Wired): Encoded {
  const known = encodedReplies.get(reply)?.get(call.command.constructor);
  if (known !== undefined) return known;
  const plain = withDerived(call, plainOutput(call, reply.output));
  const result = { plain, response: encodeOutput(model, protocol, plain) };
  if (call.service === 'SQS') return result;
  let ofReply = encodedReplies.get(reply);
  if (ofReply === undefined) encodedReplies.set(reply, (ofReply = new WeakMap()));
  ofReply.set(call.command.constructor, result);
  return result;
}

/** S3 has a name of its own for the header. */
function idHeader({ service }: OpenCall, id: string): Record<string, string> {
  return service === 'S3'
    ? { 'x-amz-request-id': id, 'x-amz-id-2': 'aws-sdk-stubber' }
    : { 'x-amzn-requestid': id };
}

async function errorAnswer(
  call: OpenCall,
  { protocol }: Wired,
  code: string,
  details: ErrorDetails,
): Promise<Answer> {
  const { statusCode, headers, body } = await travelling(call, () =>
    errorResponse(call.client, protocol, code, details),
  );
  const id = details.$metadata?.['requestId'];
  return streamed({
    statusCode,
    headers: {
      ...idHeader(call, typeof id === 'string' ? id : call.requestIds.wire()),
      ...headers,
    },
    body,
  });
}

function streamed({ statusCode, headers, body }: Answer & { body: Buffer }): Answer {
  return { statusCode, headers, body: Readable.from(body.length === 0 ? [] : [body]) };
}
