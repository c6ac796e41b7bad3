import { copyOf, inBothForms, isCommand, targetOf, tellOfMock } from '../calls/index.js';
import { CommandBehavior, type Behavior } from './command-behavior.js';
import { isWanted, type CommandConstructor, type Reply, type Wanted } from './rules.js';
import { sendStub, stateOf, type SendStub } from './send-stub.js';
import { settingsOf, type MockSettings } from './settings.js';
import type { SpyCall } from './spy-call.js';
import { Strict } from './strict.js';
import type { AwsCommand, AwsError, Client, CommandResponse, MetadataBearer } from './types.js';

/** The type of a client's mock: `AwsClientStub<S3Client>`. */
export type AwsClientStub<TClient> =
  TClient extends Client<infer TInput, infer TOutput, infer TConfiguration>
    ? AwsStub<TInput, TOutput, TConfiguration>
    : never;

/** What `send` is put on, and where other libraries' mocks of it stand. */
export type Mockable = object & { send?: unknown };

const MOCK = Symbol.for('aws-sdk-stubber.client-mock');

/**
 * A mocked client: says what its commands are answered with, and what it was called with.
 *
 * A command that nothing answers gives `undefined`, as in aws-sdk-client-mock.
 */
export class AwsStub<
  TInput extends object,
  TOutput extends MetadataBearer,
  TConfiguration,
> implements Behavior<TInput, TOutput, TOutput, TConfiguration> {
  /** What takes the place of the client's `send`, and is a spy. */
  send: SendStub<[AwsCommand<TInput, TOutput>], Promise<TOutput>>;
  /** The client, or the prototype of its class. */
  private readonly client: Mockable;
  readonly #settings: MockSettings;
  /** The `send` that the client had of its own. */
  #before: PropertyDescriptor | undefined;
  readonly #strict: Strict;

  /**
   * @param client - the client, or the prototype of its class
   * @param settings - how far it departs from aws-sdk-client-mock
   * @param replace - puts `send` there in another way
   */
  constructor(client: Mockable, settings: MockSettings, replace?: (send: SendStub) => void) {
    this.client = client;
    this.#settings = settings;
    const name = `mockClient(${this.clientName()})`;
    this.#strict = new Strict(name, () => targetOf(this, name));
    const send = sendStub({
      original: () => this.#original(),
      restore: () => {
        this.#putBack();
      },
      answer: (call, take) => this.#answer(call, take),
    });
    this.send = send as typeof this.send;
    this.#install(replace);
  }

  /** True for mocks of every copy of this package, such as one that `jest.resetModules()` left. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MOCK in value;
  }

  /** The name of the client's class. */
  clientName(): string {
    return this.client.constructor.name;
  }

  /** Forgets the calls and the replies. The client is mocked afterwards, also where it was not before. */
  reset(): this {
    this.send.reset();
    this.#install(undefined);
    return this;
  }

  /** Forgets the calls; replies for one call each begin anew. */
  resetHistory(): this {
    this.send.resetHistory();
    return this;
  }

  /** Forgets the replies; the calls stay. */
  resetBehavior(): this {
    this.send.resetBehavior();
    return this;
  }

  /** Gives the client its own `send` back. */
  restore(): void {
    this.send.restore();
  }

  /** The calls since the last reset, of all commands. */
  calls(): SpyCall<[AwsCommand<TInput, TOutput>], Promise<TOutput>>[] {
    return this.send.getCalls();
  }

  /** @param n - from 0, or from the end where it is negative; null comes back where there is no such call */
  call(n: number): SpyCall<[AwsCommand<TInput, TOutput>], Promise<TOutput>> {
    return this.send.getCall(n);
  }

  /**
   * The calls of a command.
   *
   * @param commandType - a command class
   * @param input - what the input must have: every given member, deeply; lists match whole
   * @param strict - the input must be this and no more
   */
  commandCalls<
    TCmd extends AwsCommand<any, any>,
    TCmdInput extends (TCmd extends AwsCommand<infer TIn, any> ? TIn : never),
    TCmdOutput extends (TCmd extends AwsCommand<any, infer TOut> ? TOut : never),
  >(
    commandType: new (input: TCmdInput) => TCmd,
    input?: Partial<TCmdInput>,
    strict = false,
  ): SpyCall<[TCmd], Promise<TCmdOutput>>[] {
    const wanted = { command: commandType, input, isStrict: strict };
    const found = this.calls().filter(({ args }) => isWanted(wanted, args));
    return found as unknown as SpyCall<[TCmd], Promise<TCmdOutput>>[];
  }

  /**
   * One call of a command.
   *
   * @param n - from 0, or from the end where it is negative; null comes back where there is no such call
   * @param commandType - a command class
   * @param input - what the input must have
   * @param strict - the input must be this and no more
   */
  commandCall<
    TCmd extends AwsCommand<any, any>,
    TCmdInput extends (TCmd extends AwsCommand<infer TIn, any> ? TIn : never),
    TCmdOutput extends (TCmd extends AwsCommand<any, infer TOut> ? TOut : never),
  >(
    n: number,
    commandType: new (input: TCmdInput) => TCmd,
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): SpyCall<[TCmd], Promise<TCmdOutput>> {
    const calls = this.commandCalls(commandType, input, strict);
    const at = n < 0 ? n + calls.length : n;
    // As aws-sdk-client-mock: null after the end, undefined before the beginning.
    return (at >= calls.length ? null : calls[at]) as SpyCall<[TCmd], Promise<TCmdOutput>>;
  }

  /**
   * Says what answers every command, or every one with this input.
   *
   * @param input - what the input must have: every given member, deeply; lists match whole
   * @param strict - the input must be this and no more
   */
  onAnyCommand<TCmdInput extends TInput>(
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): CommandBehavior<TInput, TOutput, TOutput, TConfiguration> {
    return this.#behavior(undefined, input, strict);
  }

  /**
   * Says what answers a command, or those with this input. The latest that fits a call answers it.
   *
   * @param command - a command class
   * @param input - what the input must have: every given member, deeply; lists match whole. Matchers of sinon and of the
   *   runner hold at any depth
   * @param strict - the input must be this and no more
   */
  on<TCmdInput extends TInput, TCmdOutput extends TOutput>(
    command: new (input: TCmdInput) => AwsCommand<TCmdInput, TCmdOutput>,
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): CommandBehavior<TInput, TOutput, TCmdOutput, TConfiguration> {
    return this.#behavior(command, input, strict);
  }

  /** Answers every command with this output. */
  resolves(response?: CommandResponse<TOutput>): AwsStub<TInput, TOutput, TConfiguration> {
    return this.onAnyCommand().resolves(response);
  }

  /** Answers one call with this output. */
  resolvesOnce(
    response?: CommandResponse<TOutput>,
  ): CommandBehavior<TInput, TOutput, TOutput, TConfiguration> {
    return this.onAnyCommand().resolvesOnce(response);
  }

  /** @param error - an error, the text of one, or its members */
  rejects(error?: string | Error | AwsError): AwsStub<TInput, TOutput, TConfiguration> {
    return this.onAnyCommand().rejects(error);
  }

  /** Rejects one call. */
  rejectsOnce(
    error?: string | Error | AwsError,
  ): CommandBehavior<TInput, TOutput, TOutput, TConfiguration> {
    return this.onAnyCommand().rejectsOnce(error);
  }

  /** @param fn - gets the input, and a function that gives the client of this call */
  callsFake(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): AwsStub<TInput, TOutput, TConfiguration> {
    return this.onAnyCommand().callsFake(fn);
  }

  /** Answers one call with what a function gives. */
  callsFakeOnce(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): CommandBehavior<TInput, TOutput, TOutput, TConfiguration> {
    return this.onAnyCommand().callsFakeOnce(fn);
  }

  #behavior<TCmdOutput extends TOutput>(
    command: CommandConstructor | undefined,
    input: unknown,
    strict: boolean | undefined,
  ): CommandBehavior<TInput, TOutput, TCmdOutput, TConfiguration> {
    const { strict: isAlways, validate } = settingsOf(this.#settings);
    const wanted: Wanted = { command, input, isStrict: strict ?? isAlways ?? false };
    if (validate === true) this.#strict.params(command, input, wanted.isStrict);
    const { rules } = stateOf(this.send);
    return new CommandBehavior(this, {
      rules,
      rule: rules.add(wanted),
      copies: () => settingsOf(this.#settings).copies === true,
      checked: (method, output, reply) => this.#checked(command, method, output, reply),
    });
  }

  /** A wrong output rejects what it would answer. */
  #checked(
    command: CommandConstructor | undefined,
    method: string,
    output: unknown,
    reply: Reply,
  ): Reply {
    if (settingsOf(this.#settings).validate !== true) return reply;
    const problem = this.#strict.output(command, method, output);
    return problem === undefined ? reply : () => Promise.reject(problem);
  }

  #answer(call: SpyCall, take: () => Reply | undefined): unknown {
    const settings = settingsOf(this.#settings);
    const { args } = call;
    const client: unknown = call.thisValue;
    if (settings.copies === true) call.args = withOwnInput(args);
    if (typeof args[1] !== 'function' && typeof args[2] !== 'function') {
      return (call.returnValue = this.#reply(settings, client, args, take));
    }
    return inBothForms(args, () => {
      const answer = this.#reply(settings, client, args, take);
      call.returnValue = answer;
      return Promise.resolve(answer as object);
    });
  }

  #reply(
    settings: MockSettings,
    client: unknown,
    args: readonly unknown[],
    take: () => Reply | undefined,
  ): unknown {
    const [command] = args;
    if (settings.validate === true) {
      const wrong = this.#strict.input(command);
      if (wrong !== undefined) return Promise.reject(wrong);
    }
    const reply = take();
    if (reply !== undefined) return reply(client, args);
    switch (settings.unstubbed) {
      case 'throw':
      case 'fail':
        return Promise.reject(this.#strict.unstubbed(command, settings));
      case 'empty':
        return Promise.resolve({});
      default:
        return undefined;
    }
  }

  #install(replace: ((send: SendStub) => void) | undefined): void {
    let own = Object.getOwnPropertyDescriptor(this.client, 'send');
    if (own?.value === this.send) return;
    tellOfMock(this.client);
    // A mock that stands there goes, of whichever library. One of the class stays where only a client is mocked.
    if (isMock(own?.value)) {
      own.value.restore();
      own = Object.getOwnPropertyDescriptor(this.client, 'send');
    }
    this.#before = own;
    if (replace !== undefined) {
      replace(this.send);
      return;
    }
    const replaced = { value: this.send, configurable: true, writable: true, enumerable: true };
    Object.defineProperty(this.client, 'send', replaced);
  }

  /** Not where another mock took its place: that one gives back what it found there. */
  #putBack(): void {
    if (Object.getOwnPropertyDescriptor(this.client, 'send')?.value !== this.send) return;
    if (this.#before === undefined) delete this.client.send;
    else Object.defineProperty(this.client, 'send', this.#before);
  }

  #original(): (...args: unknown[]) => unknown {
    const own: unknown = this.#before?.value;
    const inherited = (Object.getPrototypeOf(this.client) as Mockable).send;
    return (own ?? inherited) as (...args: unknown[]) => unknown;
  }
}

Object.defineProperty(AwsStub.prototype, MOCK, { value: true });

/** Known by what sinon's mocks have, and ours too. */
function isMock(send: unknown): send is SendStub {
  return typeof send === 'function' && 'isSinonProxy' in send && 'restore' in send;
}

/** The arguments with a command that keeps its input as it is now. */
function withOwnInput(args: any[]): any[] {
  const [command, ...others] = args as unknown[];
  if (!isCommand(command)) return args;
  const prototype = Object.getPrototypeOf(command) as object;
  const kept: unknown = Object.assign(Object.create(prototype) as object, command, {
    input: copyOf(command.input),
  });
  return [kept, ...others];
}
