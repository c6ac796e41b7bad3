import process from 'node:process';
import { copyOf, type OpenCall } from '../calls/index.js';
import { arrivesAsGiven } from '../wire/index.js';
import type { OutputReply } from './reply.js';
import { wiredOf, type Wired } from './round-trip.js';

/** An output as clients read it. */
export interface Prepared {
  /** Without `$metadata`, and without a streaming body: each caller has its own. */
  readonly output: object;
  readonly status: number;
}

/** By the reply that they were written in, and by who reads it. */
const ofReplies = new WeakMap<OutputReply, WeakMap<object, Prepared>>();

/** How many outputs of one operation are kept beyond the reply that they were prepared for. */
const MAX_KEPT = 50;
/** How long what was written may be, in bytes: large outputs would stay for nothing. */
const MAX_LENGTH = 4000;

/**
 * By what was written, too: tests write the same stub again and again (in `beforeEach`), and what is
 * prepared seldom runs in code that is not compiled yet, which is slow.
 */
const ofTexts = new WeakMap<object, Map<string, Prepared>>();

/** What a reply's output was prepared to, for this caller or for the same output before. */
export function preparedOf(
  reply: OutputReply,
  call: OpenCall,
  streamName: string | undefined,
): Prepared | undefined {
  const known = ofReplies.get(reply)?.get(readerOf(call));
  if (known !== undefined) return known;
  const wired = wiredOf(call);
  if (wired === undefined) return undefined;
  const ready = asGiven(reply, call, wired, streamName) ?? sameAsBefore(reply, call, streamName);
  if (ready !== undefined) keepForReply(reply, call, ready);
  return ready;
}

/** What needs no preparing: the client would read it as it was written. */
function asGiven(
  { output }: OutputReply,
  call: OpenCall,
  { model, protocol }: Wired,
  streamName: string | undefined,
): Prepared | undefined {
  if ('clientCommand' in call.command) return undefined;
  // The SDK puts a text of its own beside it.
  if (call.service === 'S3' && 'Expires' in output) return undefined;
  if (!arrivesAsGiven(model, protocol, output)) return undefined;
  // Made anew: an object that something was deleted from is copied in twice the time.
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(output)) {
    if (name !== '$metadata' && name !== streamName) own[name] = value;
  }
  return { output: own, status: protocol.hasBindings ? (model.http?.[2] ?? 200) : 200 };
}

function sameAsBefore(
  reply: OutputReply,
  call: OpenCall,
  streamName: string | undefined,
): Prepared | undefined {
  const text = textOf(reply, call, streamName);
  return text === undefined ? undefined : ofTexts.get(readerOf(call))?.get(text);
}

/** Keeps what a reply's output was prepared to. */
export function keepPrepared(
  reply: OutputReply,
  call: OpenCall,
  streamName: string | undefined,
  { output, status }: Prepared,
): void {
  // A copy, since copies of what a parser made, member by member, are slower to make.
  const kept = { output: copyOf(output), status };
  keepForReply(reply, call, kept);
  const text = textOf(reply, call, streamName);
  if (text === undefined) return;
  const texts = ofTexts.get(readerOf(call)) ?? new Map<string, Prepared>();
  ofTexts.set(readerOf(call), texts);
  if (texts.size >= MAX_KEPT) texts.clear();
  texts.set(text, kept);
}

function keepForReply(reply: OutputReply, call: OpenCall, kept: Prepared): void {
  let ofReply = ofReplies.get(reply);
  if (ofReply === undefined) ofReplies.set(reply, (ofReply = new WeakMap()));
  ofReply.set(readerOf(call), kept);
}

/** The same for callers that read alike: document clients each have a way of their own. */
function readerOf({ client, command }: OpenCall): object {
  return 'clientCommand' in command ? client : command.constructor;
}

/** An output in words that tell it from every other; undefined for one that has more than values in it. */
function textOf(
  { output }: OutputReply,
  { command }: OpenCall,
  streamName: string | undefined,
): string | undefined {
  // Classes such as lib-dynamodb's NumberValue would lose their class.
  if ('clientCommand' in command) return undefined;
  const own = streamName === undefined ? output : { ...output, [streamName]: undefined };
  try {
    const bytes = process.getBuiltinModule('node:v8').serialize(own);
    return bytes.length > MAX_LENGTH ? undefined : bytes.toString('latin1');
  } catch {
    return undefined;
  }
}
