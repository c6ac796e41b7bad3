import { OpenCall } from './call.js';
import { isCommand } from './operation.js';
import { RequestIds } from './request-ids.js';
import { isFor, type ClientLike, type Target } from './target.js';

/** What aws-sdk-client-mock puts in place of `send`: a stub of sinon, as far as it is read. */
interface MockedSend {
  getCalls(): readonly MockedCall[];
}

interface MockedCall {
  readonly args: readonly unknown[];
  readonly thisValue: unknown;
  readonly returnValue: unknown;
}

/**
 * The calls that aws-sdk-client-mock's `mockClient` answered for a target's clients. Its stub stands
 * before the SDK's `send`, so they never come to this package.
 */
export function mockedCallsOf(target: Target): OpenCall[] {
  return (target.senders?.() ?? [])
    .flatMap((sender) => mockedSend(sender)?.getCalls() ?? [])
    .flatMap((call) => openCall(call) ?? [])
    .filter(({ client }) => isFor(target, client));
}

function mockedSend(sender: object): MockedSend | undefined {
  const send: unknown = Object.getOwnPropertyDescriptor(sender, 'send')?.value;
  const isMocked =
    typeof send === 'function' &&
    typeof (send as Partial<MockedSend>).getCalls === 'function' &&
    'restore' in send;
  return isMocked ? (send as unknown as MockedSend) : undefined;
}

const known = new WeakMap<object, OpenCall>();
/** Their answers are the other package's. */
const NO_ANSWERS = new RequestIds();

/** One for each call, so that it is found again in the list of another assertion. */
function openCall({ args, thisValue, returnValue }: MockedCall): OpenCall | undefined {
  const [command] = args;
  if (!isCommand(command)) return undefined;
  let call = known.get(args);
  if (call === undefined) {
    known.set(args, (call = new OpenCall(thisValue as ClientLike, command, NO_ANSWERS)));
    void takeDown(call, returnValue);
  }
  return call;
}

async function takeDown(call: OpenCall, returned: unknown): Promise<void> {
  try {
    call.end({ output: (await returned) as object });
  } catch (error) {
    call.end({ error });
  }
}
