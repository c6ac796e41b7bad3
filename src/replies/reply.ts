import { copyOf, type Call, type ClientLike, type OpenCall } from '../calls/index.js';
import { InvalidStubError } from '../errors.js';
import { serviceError, type ErrorDetails } from '../model/index.js';
import { withEvents } from './bodies.js';
import { notACode } from './not-a-code.js';
import { notAnAnswer } from './not-an-output.js';

/** What a stub's function gets beside the input. */
export interface AnswerContext<Client = unknown> {
  /** The client that was called. */
  readonly client: Client;
  /** The call, as `stub(target).calls()` will show it. */
  readonly call: Call;
  /**
   * Makes an error as the service would, to be thrown.
   *
   * @param code - such as `'NoSuchKey'`
   * @param details - message, members and `$metadata`
   */
  readonly error: (code: string, details?: ErrorDetails) => Error;
}

/** An error class of the SDK, such as `NoSuchKey`, or any other. */
export type ErrorClass = new (...args: never[]) => Error;

/** An output that is ready. */
export interface OutputReply {
  readonly kind: 'output';
  /** How long the answer takes, in ms. */
  delay?: number;
  readonly output: object;
  /** Checked against the operation's model when it was written. */
  readonly isChecked: boolean;
  /** The connection breaks off in it, after so many bytes of its body, or after half of them. */
  readonly breaksOff?: { readonly after: number | undefined };
}

export interface AnswerReply {
  readonly kind: 'answer';
  /** Its outputs are what the SDK would have read of AWS's already, so they are not prepared. */
  readonly isRead?: boolean;
  /** @param givenUp - only what is read already gets it: other functions are the user's, and see no more than is said */
  readonly answer: (input: never, context: AnswerContext<never>, givenUp?: AbortSignal) => unknown;
}

/** An error's code, and what else it says. */
export type CodeAndDetails = readonly [code: string, details: ErrorDetails];

/** One answer: an output, an error, or a function of the input. */
export type Reply =
  | OutputReply
  | ({
      /** How long the answer takes, in ms. */
      delay?: number;
    } & (
      | AnswerReply
      | { readonly kind: 'error'; readonly error: Error }
      | {
          readonly kind: 'code';
          readonly code: string | ErrorClass;
          readonly details: ErrorDetails;
        }
      | {
          readonly kind: 'service-code';
          /** The code that the client's own service has for it. */
          readonly codeFor: (client: ClientLike) => CodeAndDetails;
        }
      | { readonly kind: 'transport-error'; readonly make: () => Error }
      | { readonly kind: 'malformed' }
    ));

/** Errors that a stub's function made with `error`, by what they were made of. */
const made = new WeakMap<object, CodeAndDetails>();

/** What an error was made of, where a stub's function made it with `error`. */
export function madeOf(thrown: unknown): CodeAndDetails | undefined {
  return typeof thrown === 'object' && thrown !== null ? made.get(thrown) : undefined;
}

/** Runs a stub's function: what it gives is an output, or nothing. */
export async function runAnswer(
  { answer, isRead }: AnswerReply,
  call: OpenCall,
  givenUp: AbortSignal | undefined,
): Promise<object | undefined> {
  const { client } = call;
  const error = (code: string, details: ErrorDetails = {}): Error => {
    const problem = notACode(code);
    if (problem !== undefined) throw new InvalidStubError(`error() ${problem}`, 'an-error');
    const own = copyOf(details);
    const result = serviceError(client, code, own);
    made.set(result, [code, own]);
    return result;
  };
  const input = withEvents(call.input, call.command) as never;
  const context = { client, call: call.recorded, error } as never;
  const given = isRead === true ? answer(input, context, givenUp) : answer(input, context);
  return checkedOutput(await given, call);
}

/** What `unstubbed` gives for a call, the same way. */
export async function runUnstubbed(
  unstubbed: (call: Call) => unknown,
  call: OpenCall,
): Promise<object | undefined> {
  return checkedOutput(await unstubbed(call.recorded), call);
}

function checkedOutput(output: unknown, { service, operation }: OpenCall): object | undefined {
  const problem = output === undefined ? undefined : notAnAnswer(output);
  if (problem === undefined) return output as object | undefined;
  throw new InvalidStubError(
    `The answer to ${service} ${operation} is no output: it is ${problem}.`,
    'an-answer-of-a-function',
  );
}
