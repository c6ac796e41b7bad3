import { OpenCall } from './call.js';
import { isClient, type ClientLike } from './client.js';
import { isCommand, type CommandLike } from './command.js';
import { mockedClient } from './mocked-client.js';
import { RequestIds } from './request-ids.js';
import { chainOf, currentScope, isSetUp } from './scope.js';
import { isFor, type Target } from './target.js';

/** A call of what a test put in place of `send`. */
interface MockedCall {
  /** Always the same object for the same call. */
  readonly args: readonly unknown[];
  readonly command: CommandLike;
  readonly client: ClientLike;
  readonly returned: unknown;
  readonly thrown: { readonly error: unknown } | undefined;
  /** Its place among all calls of mocks of its library. */
  readonly order: number;
}

/** A stub or a spy of sinon, as far as it is read; aws-sdk-client-mock's `mockClient` makes one. */
interface OfSinon {
  getCalls(): readonly {
    readonly args: readonly unknown[];
    readonly thisValue: unknown;
    readonly returnValue: unknown;
    readonly exception?: unknown;
    readonly callId: number;
  }[];
}

/** What `vi.spyOn` and `jest.spyOn` put in place of a function, as far as it is read. */
interface OfRunner {
  readonly mock: {
    readonly calls: readonly (readonly unknown[])[];
    readonly contexts?: readonly unknown[];
    readonly results: readonly { readonly type: string; readonly value?: unknown }[];
    readonly invocationCallOrder: readonly number[];
  };
}

/**
 * The calls of a target's clients that a mock answered: that of aws-sdk-client-mock's `mockClient`, or a spy on
 * `send`. It stands before the SDK's `send`, so they never come to this package. What a spy passes on does.
 */
export function mockedCallsOf(target: Target): OpenCall[] {
  const known = new Map<CommandLike, number>();
  const senders = new Set([...target.senders(), ...toldMocks()]);
  return [...senders]
    .flatMap((sender) => without(known, callsAt(sender)))
    .filter(({ client }) => isFor(target, client))
    .sort((a, b) => a.order - b.order)
    .map(openCall);
}

const MOCKS = 'mocks';

/**
 * Takes down that a mock is put on something: the prototype of a class that no registry of modules has any more, or one
 * of many clients.
 *
 * @param sender - what the mocked `send` stands on
 */
export function tellOfMock(sender: object): void {
  if (!isSetUp()) return;
  currentScope()
    .part(MOCKS, () => new Set<object>())
    .add(sender);
}

function toldMocks(): object[] {
  return [...chainOf(currentScope())].flatMap((scope) => [
    ...(scope.existingPart<Set<object>>(MOCKS) ?? []),
  ]);
}

/**
 * Of a mock's calls those that neither came to this package nor to a mock before: one on a client may pass on to
 * one on its class. A command may be sent more than once.
 */
function without(known: Map<CommandLike, number>, calls: readonly MockedCall[]): MockedCall[] {
  const seen = new Map<CommandLike, number>();
  const others = calls.filter(({ command }) => {
    const count = (seen.get(command) ?? 0) + 1;
    seen.set(command, count);
    return count > (known.get(command) ?? passedOn().get(command) ?? 0);
  });
  for (const [command, count] of seen) {
    known.set(command, Math.max(count, known.get(command) ?? passedOn().get(command) ?? 0));
  }
  return others;
}

const PASSED_ON = Symbol.for('aws-sdk-stubber.passed-on');

/** How often a command came to this package through what stands before `send`; for all copies of this package. */
function passedOn(): WeakMap<CommandLike, number> {
  const home = globalThis as unknown as {
    [PASSED_ON]: WeakMap<CommandLike, number> | undefined;
  };
  return (home[PASSED_ON] ??= new WeakMap());
}

/** Takes down that a command came through what stands before `send`, which may be a spy that tells of it, too. */
export function passOn(command: CommandLike): void {
  passedOn().set(command, (passedOn().get(command) ?? 0) + 1);
}

function callsAt(sender: object): MockedCall[] {
  const send: unknown = Object.getOwnPropertyDescriptor(sender, 'send')?.value;
  if (typeof send !== 'function') return [];
  if ('getCalls' in send && typeof send.getCalls === 'function' && 'restore' in send) {
    return (send as unknown as OfSinon)
      .getCalls()
      .flatMap(({ args, thisValue, returnValue, exception, callId }) =>
        mockedCall(args, thisValue, sender, {
          returned: returnValue,
          thrown: exception === undefined ? undefined : { error: exception },
          order: callId,
        }),
      );
  }
  return isOfRunner(send) ? callsOfSpy(send, sender) : [];
}

function isOfRunner(send: object): send is OfRunner {
  if (!('mock' in send) || typeof send.mock !== 'object' || send.mock === null) return false;
  // That of node:test has other calls.
  return 'calls' in send.mock && 'results' in send.mock && Array.isArray(send.mock.results);
}

function callsOfSpy({ mock }: OfRunner, sender: object): MockedCall[] {
  return mock.calls.flatMap((args, i) => {
    const result = mock.results[i];
    return mockedCall(args, mock.contexts?.[i], sender, {
      returned: result?.value,
      thrown: result?.type === 'throw' ? { error: result.value } : undefined,
      order: mock.invocationCallOrder[i] ?? 0,
    });
  });
}

function mockedCall(
  args: readonly unknown[],
  thisValue: unknown,
  sender: object,
  rest: Pick<MockedCall, 'returned' | 'thrown' | 'order'>,
): MockedCall[] {
  const [command] = args;
  if (!isCommand(command)) return [];
  const client = isClient(thisValue) ? thisValue : mockedClient(sender);
  return client === undefined ? [] : [{ args, command, client, ...rest }];
}

const opened = new WeakMap<object, OpenCall>();
/** Their answers are the mock's. */
const NO_ANSWERS = new RequestIds();

/** One for each call, so that it is found again in the list of another assertion. */
function openCall(mocked: MockedCall): OpenCall {
  let call = opened.get(mocked.args);
  if (call === undefined) {
    call = new OpenCall(mocked.client, mocked.command, NO_ANSWERS);
    opened.set(mocked.args, call);
    void takeDown(call, mocked);
  }
  return call;
}

async function takeDown(call: OpenCall, { returned, thrown }: MockedCall): Promise<void> {
  if (thrown !== undefined) {
    call.end(thrown);
    return;
  }
  try {
    call.end({ output: (await returned) as object });
  } catch (error) {
    call.end({ error });
  }
}
