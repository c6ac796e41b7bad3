import {
  answeredHere,
  answersInARow,
  currentScope,
  EVERY_CLIENT,
  inBothForms,
  isCommand,
  isFileOver,
  OpenCall,
  passOn,
  remember,
  whereabouts,
  type ClientLike,
  type CommandLike,
  type Scope,
  type SendOptions,
} from '../calls/index.js';
import { UnstubbedOperationError } from '../errors.js';
import {
  abortError,
  deliver,
  expectedIn,
  hasStream,
  mayHaveBodies,
  readBodies,
  runUnstubbed,
  sendBytes,
  takeEvents,
  unlessAborted,
  type Validates,
} from '../replies/index.js';
import {
  checkPages,
  dropsUnknown,
  findReply,
  inputError,
  settingFor,
  type FoundReply,
  type Unstubbed,
} from '../stubs/index.js';
import { isDocumentCommand, marshalled } from '../wire/index.js';
import { cleanUpOfUpload, isOnlySigned, sessionForSdk } from './calls-of-sdk.js';
import { duringCall } from './current-call.js';
import { lateError, refusal, refuseUnstubbed, wrongStub } from './refusals.js';
import { onWire } from './send-on-wire.js';

/** `Client.prototype.send` as the SDK has it. */
export type Send = (this: ClientLike, ...args: unknown[]) => unknown;

/**
 * Answers one `client.send()` in both of its forms: with a promise, or through a callback.
 *
 * @param original - the SDK's own `send`, for calls that pass through
 * @param cameThrough - something stands before `send`, such as a spy
 */
export function send(
  client: ClientLike,
  original: Send,
  args: readonly unknown[],
  cameThrough = false,
): unknown {
  const [command] = args;
  // Not a command: the SDK's own error says so best.
  if (!isCommand(command)) return original.apply(client, [...args]);
  if (cameThrough) passOn(command);
  return inBothForms(args, (options) => answerCall(client, command, options, original));
}

/**
 * `send` in a worker thread that the code under test started, where no stub of the test is.
 *
 * @param original - the SDK's own `send`
 */
export function sendInThread(
  client: ClientLike,
  original: Send,
  args: readonly unknown[],
): unknown {
  const [command] = args;
  if (!isCommand(command)) return original.apply(client, [...args]);
  const { recorded } = new OpenCall(client, command, currentScope().requestIds);
  const error = new UnstubbedOperationError(
    `${recorded.service} ${recorded.operation} was called in a worker thread, where no stub of the test is. Nothing was sent to AWS.\n\n` +
      "Let the test call the thread's code itself, or call install() of 'aws-sdk-stubber' in the thread, and stub there.",
    recorded,
    'unstubbed',
    'other-calls-that-nothing-answers',
  );
  if (settingFor('unstubbed', [EVERY_CLIENT.key], currentScope()) !== 'throw') remember(error);
  return inBothForms(args, () => Promise.reject(error));
}

/** So many answers in a row that come late are those of a loop. */
const MAX_LATE = 1000;

function answerCall(
  client: ClientLike,
  command: CommandLike,
  options: SendOptions | undefined,
  original: Send,
): Promise<object> {
  const { scope, finishedTest, isTimedOut } = whereabouts();
  if (answersInARow() > MAX_LATE && (finishedTest !== undefined || isFileOver())) {
    // A loop that swallows its errors, and that nothing else ends: it would keep the runner from ending.
    return new Promise(() => undefined);
  }
  const call = new OpenCall(client, command, scope.requestIds);
  if (isOnlySigned(call)) return original.call(client, command, options) as Promise<object>;
  if (finishedTest !== undefined) {
    const cleanUp = cleanUpOfUpload(call, undefined);
    return cleanUp === undefined
      ? Promise.reject(lateError(call, finishedTest, isTimedOut))
      : Promise.resolve(cleanUp);
  }
  const session = sessionForSdk(call, scope);
  if (session !== undefined) return Promise.resolve(session);
  scope.calls.push(call);
  answeredHere(true);
  const cleanUp = cleanUpOfUpload(call, scope);
  if (cleanUp !== undefined) {
    call.end({ output: cleanUp });
    return Promise.resolve(cleanUp);
  }
  const mayHave = mayHaveBodies(call);
  if (mayHave) takeEvents(call.input, command);
  // Nearly every answer is ready: more promises than the caller's own would cost more than all else.
  try {
    const expected = expectedIn(scope);
    const answer =
      expected.length > 0 || (mayHave && hasStream(call.input, command))
        ? unlessAborted(options?.abortSignal, () =>
            Promise.all([readBodies(call.input, command), ...expected]),
          ).then(() => reply(call, scope, options, original))
        : reply(call, scope, options, original);
    if (answer instanceof Promise) return recorded(call, answer as Promise<object>);
    call.end({ output: answer });
    return Promise.resolve(answer);
  } catch (error) {
    return refused(call, error);
  }
}

function recorded(call: OpenCall, answer: Promise<object>): Promise<object> {
  return answer.then(
    (output) => {
      call.end({ output });
      return output;
    },
    (error: unknown) => refused(call, error),
  );
}

function refused(call: OpenCall, error: unknown): Promise<never> {
  call.end({ error });
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a stub may throw anything
  return Promise.reject(error);
}

/** Answers a call of which everything is known: its input's streams are read. */
function reply(
  call: OpenCall,
  scope: Scope,
  options: SendOptions | undefined,
  original: Send,
): object | Promise<object> {
  const signal = options?.abortSignal;
  if (signal?.aborted === true) throw abortError(signal);
  const found = findReply(call, scope);
  if (found instanceof Error) throw refusal(found, call, scope);
  const own = found?.settings;
  const validates = own?.validate ?? settingFor('validate', call.keys, scope) ?? true;
  const invalid =
    validates !== false ? inputError(call, () => dropsUnknown(call, own, scope)) : undefined;
  if (invalid !== undefined) throw refusal(invalid, call, scope);
  const delivery = own?.delivery ?? settingFor('delivery', call.keys, scope) ?? 'direct';
  if (delivery === 'wire' && isAnswered(found, call, scope)) {
    return onWire(call, scope, found, { options, validates });
  }
  const unmarshalled = isAnswered(found, call, scope) ? refusalToMarshal(call) : undefined;
  if (unmarshalled !== undefined) return unmarshalled;
  if (found !== undefined) return delivered(found.take(), call, scope, { signal, validates });
  return unstubbedReply(call, scope, { signal, validates }, () => {
    sendBytes(call.command, call.input);
    answeredHere(false);
    return duringCall(
      call,
      () => original.call(call.client, call.command, options) as Promise<object>,
    );
  });
}

/** The SDK's own error for plain values of a document client that it does not send. */
function refusalToMarshal({ client, command }: OpenCall): Promise<never> | undefined {
  if (!isDocumentCommand(command)) return undefined;
  const result = marshalled(command, client.config, command.input);
  return 'refusal' in result ? result.refusal : undefined;
}

/** What is not answered goes the same way in every delivery. */
function isAnswered(found: FoundReply | undefined, call: OpenCall, scope: Scope): boolean {
  if (found !== undefined) return true;
  const unstubbed = settingFor('unstubbed', call.keys, scope);
  return unstubbed === 'empty' || typeof unstubbed === 'function';
}

function unstubbedReply(
  call: OpenCall,
  scope: Scope,
  options: { signal: AbortSignal | undefined; validates: Validates },
  passThrough: () => Promise<object>,
): object | Promise<object> {
  const unstubbed = settingFor('unstubbed', call.keys, scope) ?? 'fail';
  switch (unstubbed) {
    case 'passthrough':
      return passThrough();
    case 'empty':
      return deliver({ kind: 'output', output: {}, isChecked: true }, call, options);
    case 'throw':
    case 'fail':
      return refuseUnstubbed(call, scope, unstubbed === 'throw');
    default:
      return answeredUnstubbed(unstubbed, call, scope, options);
  }
}

async function answeredUnstubbed(
  unstubbed: Exclude<Unstubbed, string>,
  call: OpenCall,
  scope: Scope,
  options: Parameters<typeof deliver>[2],
): Promise<object> {
  const output = await runUnstubbed(unstubbed, call).catch((error: unknown) => {
    throw wrongStub(error, scope);
  });
  if (output === undefined) return refuseUnstubbed(call, scope, false);
  return delivered({ kind: 'output', output, isChecked: false }, call, scope, options);
}

/** A wrong stub, found out only now, fails the test like a wrong call. */
function delivered(
  found: Parameters<typeof deliver>[0],
  call: OpenCall,
  scope: Scope,
  options: Parameters<typeof deliver>[2],
): object | Promise<object> {
  try {
    const output = deliver(found, call, options);
    if (output instanceof Promise) return deliveredLater(output, call, scope);
    checkPages(call, output, scope);
    return output;
  } catch (error) {
    throw wrongStub(error, scope);
  }
}

async function deliveredLater(
  answer: Promise<object>,
  call: OpenCall,
  scope: Scope,
): Promise<object> {
  try {
    const output = await answer;
    checkPages(call, output, scope);
    return output;
  } catch (error) {
    throw wrongStub(error, scope);
  }
}
