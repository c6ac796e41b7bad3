import { breath, type OpenCall, type Scope, type SendOptions } from '../calls/index.js';
import { StubberError } from '../errors.js';
import {
  runUnstubbed,
  sendBytes,
  untravelled,
  wireAnswer,
  wiredOrRefused,
  type Reply,
  type Validates,
} from '../replies/index.js';
import { checkPages, findReply, settingFor, type FoundReply } from '../stubs/index.js';
import { sendOnWire, type Answer, type SentRequest, type WireClient } from '../wire/index.js';
import { answerOfSdk } from './calls-of-sdk.js';
import { duringCall } from './current-call.js';
import { refuseUnstubbed, violation, wrongStub } from './refusals.js';

/** Sends a call through the whole SDK; each attempt uses up a reply of its own. */
export async function onWire(
  call: OpenCall,
  scope: Scope,
  first: FoundReply | undefined,
  { options, validates }: { options: SendOptions | undefined; validates: Validates },
): Promise<object> {
  const { client, command } = call;
  wiredOrRefused(call);
  sendBytes(command, call.input);
  const settings = { signal: options?.abortSignal, validates };
  let next = first;
  let stopped: { readonly error: unknown } | undefined;
  const last = { isMeant: false };
  const answer = async (request: SentRequest): Promise<Answer> => {
    const ofSdk = await answerOfSdk(request, call, scope, settings);
    if (ofSdk !== undefined) return ofSdk;
    call.sent(request);
    // Retries go on inside the SDK.
    const waiting = breath();
    if (waiting !== undefined) await waiting;
    try {
      const found = next ?? findReply(call, scope);
      next = undefined;
      const reply = await replyFor(found, call, scope);
      last.isMeant = reply.kind === 'malformed' || 'breaksOff' in reply;
      return await wireAnswer(reply, call, settings);
    } catch (error) {
      // What this package throws is handed over as it is; the SDK would add to it.
      if (error instanceof StubberError) stopped = { error: wrongStub(error, scope) };
      throw error;
    }
  };
  const retryDelays = settingFor('retryDelays', call.keys, scope) ?? false;
  try {
    const output = await duringCall(call, () =>
      sendOnWire(client as WireClient, command, options, { answer, retryDelays }),
    );
    checkPages(call, output, scope);
    return output;
  } catch (error) {
    if (stopped !== undefined) throw stopped.error;
    throw wrongStub(isUnreadable(error) && !last.isMeant ? untravelled(call, error) : error, scope);
  }
}

/**
 * An error of the SDK's decoder.
 *
 * Source: `deserializerMiddleware` of @smithy/core, which adds this to what it did not understand.
 */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Deserialization error: to see the raw');
}

/** The reply of a stub that was found, or what the settings say of a call that none answers. */
async function replyFor(
  found: FoundReply | Error | undefined,
  call: OpenCall,
  scope: Scope,
): Promise<Reply> {
  const unstubbed = settingFor('unstubbed', call.keys, scope) ?? 'fail';
  if (found instanceof Error) throw unstubbed === 'throw' ? found : violation(found, scope);
  if (found !== undefined) return found.take();
  if (unstubbed === 'empty') return { kind: 'output', output: {}, isChecked: true };
  const output = typeof unstubbed === 'function' ? await runUnstubbed(unstubbed, call) : undefined;
  if (output !== undefined) return { kind: 'output', output, isChecked: false };
  return refuseUnstubbed(call, scope, unstubbed === 'throw');
}
