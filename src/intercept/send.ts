import {
  currentScope,
  fileScope,
  finishedTest,
  openCall,
  type ClientLike,
  type CommandLike,
  type OpenCall,
  type Scope,
} from '../calls/index.js';
import { InvalidStubError, LateCallError } from '../errors.js';
import {
  abortError,
  checkToken,
  deliver,
  findReply,
  hasStream,
  inputError,
  readBodies,
  keysOf,
  settingFor,
  unstubbedError,
} from '../stubs/index.js';

interface SendOptions {
  readonly abortSignal?: AbortSignal;
}
type Callback = (error: unknown, output?: unknown) => void;

/** `Client.prototype.send` as the SDK has it. */
export type Send = (this: ClientLike, ...args: unknown[]) => unknown;

/**
 * Answers one `client.send()` in both of its forms: with a promise, or through a callback.
 *
 * @param original - the SDK's own `send`, for calls that pass through
 */
export function send(client: ClientLike, original: Send, args: readonly unknown[]): unknown {
  const [command, second, third] = args;
  // Not a command: the SDK's own error says so best.
  if (!isCommand(command)) return original.apply(client, [...args]);
  const options = (typeof second === 'function' ? undefined : second) as SendOptions | undefined;
  const callback = (typeof second === 'function' ? second : third) as Callback | undefined;
  const answer = answerCall(client, command, options, original);
  if (typeof callback !== 'function') return answer;
  answer
    .then(
      (output) => {
        callback(null, output);
      },
      (error: unknown) => {
        callback(error);
      },
    )
    // The SDK drops what a callback throws; a test written for it must see the same.
    .catch(() => undefined);
  return undefined;
}

async function answerCall(
  client: ClientLike,
  command: CommandLike,
  options: SendOptions | undefined,
  original: Send,
): Promise<unknown> {
  const late = finishedTest();
  if (late !== undefined) throw lateError(openCall(client, command), late);
  const scope = currentScope();
  const call = openCall(client, command);
  scope.calls.push(call);
  try {
    const output = await reply(call, scope, options, original);
    call.output = output;
    return output;
  } catch (error) {
    call.error = error;
    throw error;
  }
}

async function reply(
  call: OpenCall,
  scope: Scope,
  options: SendOptions | undefined,
  original: Send,
): Promise<object> {
  const signal = options?.abortSignal;
  if (signal?.aborted === true) throw abortError(signal);
  if (hasStream(call.input)) await readBodies(call.input, call.command);
  const found = findReply(call, scope);
  if (found instanceof Error) throw violation(found, scope);
  const validates = settingFor('validate', keysOf(call), scope) ?? true;
  const invalid = validates ? inputError(call) : undefined;
  if (invalid !== undefined) throw violation(invalid, scope);
  if (found !== undefined) return delivered(found.take(), call, scope, { signal, validates });
  const unstubbed = settingFor('unstubbed', keysOf(call), scope) ?? 'fail';
  switch (unstubbed) {
    case 'passthrough':
      return original.call(call.client, call.command, options) as Promise<object>;
    case 'empty':
      return deliver({ kind: 'output', output: {}, isChecked: true }, call, { signal });
    case 'throw':
      throw unstubbedError(call, scope);
    case 'fail':
      throw violation(unstubbedError(call, scope), scope);
    default: {
      const output = await unstubbed(call);
      if (output === undefined) throw violation(unstubbedError(call, scope), scope);
      return deliver({ kind: 'output', output, isChecked: false }, call, { signal, validates });
    }
  }
}

/** A wrong stub, found out only now, fails the test like a wrong call. */
async function delivered(
  reply: Parameters<typeof deliver>[0],
  call: OpenCall,
  scope: Scope,
  options: Parameters<typeof deliver>[2],
): Promise<object> {
  try {
    const output = await deliver(reply, call, options);
    checkToken(call, output, scope);
    return output;
  } catch (error) {
    if (error instanceof InvalidStubError) scope.violations.push(error);
    throw error;
  }
}

/** Remembers what must fail the test, for code that swallows errors (the SDK's waiters do). */
function violation<E extends Error>(error: E, scope: Scope): E {
  scope.violations.push(error);
  return error;
}

function lateError(call: OpenCall, test: string): Error {
  const error = new LateCallError(
    `${call.service} ${call.operation} was called after its test was over: "${test}".\n` +
      'Await what the test starts, or stop it before the test ends.',
  );
  return violation(error, fileScope());
}

function isCommand(value: unknown): value is CommandLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<CommandLike>).resolveMiddleware === 'function'
  );
}
