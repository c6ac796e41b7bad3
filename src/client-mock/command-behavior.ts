import type { AwsStub } from './aws-stub.js';
import { errorReply, fakeReply, outputReply } from './replies.js';
import type { Reply, Rule, Rules } from './rules.js';
import type { AwsCommand, AwsError, Client, CommandResponse, MetadataBearer } from './types.js';

/** What answers some of a mock's calls: those of the mock itself, of an `onAnyCommand()` or of an `on()`. */
export interface Behavior<
  TInput extends object,
  TOutput extends MetadataBearer,
  TCommandOutput extends TOutput,
  TConfiguration,
> {
  onAnyCommand<TCmdInput extends TInput>(
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): Behavior<TInput, TOutput, TOutput, TConfiguration>;
  on<TCmdInput extends TInput, TCmdOutput extends TOutput>(
    command: new (input: TCmdInput) => AwsCommand<TCmdInput, TCmdOutput>,
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): Behavior<TInput, TOutput, TCmdOutput, TConfiguration>;
  resolves(response?: CommandResponse<TCommandOutput>): AwsStub<TInput, TOutput, TConfiguration>;
  resolvesOnce(
    response?: CommandResponse<TCommandOutput>,
  ): Behavior<TInput, TOutput, TCommandOutput, TConfiguration>;
  rejects(error?: string | Error | AwsError): AwsStub<TInput, TOutput, TConfiguration>;
  rejectsOnce(
    error?: string | Error | AwsError,
  ): Behavior<TInput, TOutput, TCommandOutput, TConfiguration>;
  callsFake(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): AwsStub<TInput, TOutput, TConfiguration>;
  callsFakeOnce(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): Behavior<TInput, TOutput, TCommandOutput, TConfiguration>;
}

/** The behaviour of a client's mock. */
export type AwsClientBehavior<TClient> =
  TClient extends Client<infer TInput, infer TOutput, infer TConfiguration>
    ? Behavior<TInput, TOutput, TOutput, TConfiguration>
    : never;

/** Where a behaviour's replies go. */
interface Place {
  readonly rules: Rules;
  readonly rule: Rule;
  /** Each caller gets an output of its own. */
  readonly copies: () => boolean;
  /** Looks at an output as it is written, and says what answers with it. */
  checked(method: string, response: unknown, reply: Reply): Reply;
}

/** What `on()` and `onAnyCommand()` give: takes the replies for their calls. */
export class CommandBehavior<
  TInput extends object,
  TOutput extends MetadataBearer,
  TCommandOutput extends TOutput,
  TConfiguration,
> implements Behavior<TInput, TOutput, TCommandOutput, TConfiguration> {
  readonly #stub: AwsStub<TInput, TOutput, TConfiguration>;
  readonly #place: Place;
  #isFirst = true;

  /** @param place - where its replies go */
  constructor(stub: AwsStub<TInput, TOutput, TConfiguration>, place: Place) {
    this.#stub = stub;
    this.#place = place;
  }

  /** @deprecated The `on()` before it got no reply. */
  onAnyCommand<TCmdInput extends TInput>(
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): Behavior<TInput, TOutput, TOutput, TConfiguration> {
    return this.#stub.onAnyCommand(input, strict);
  }

  /** @deprecated The `on()` before it got no reply. */
  on<TCmdInput extends TInput, TCmdOutput extends TOutput>(
    command: new (input: TCmdInput) => AwsCommand<TCmdInput, TCmdOutput>,
    input?: Partial<TCmdInput>,
    strict?: boolean,
  ): CommandBehavior<TInput, TOutput, TCmdOutput, TConfiguration> {
    return this.#stub.on(command, input, strict);
  }

  /**
   * Answers the calls with an output, the same object each time.
   *
   * @param response - an output, or a promise of one
   */
  resolves(response?: CommandResponse<TCommandOutput>): AwsStub<TInput, TOutput, TConfiguration> {
    return this.#lasting(this.#output('resolves', response));
  }

  /** Answers one call with an output, in the order in which these are written. */
  resolvesOnce(response?: CommandResponse<TCommandOutput>): this {
    return this.#once(this.#output('resolvesOnce', response));
  }

  /** @param error - an error, the text of one, or its members */
  rejects(error?: string | Error | AwsError): AwsStub<TInput, TOutput, TConfiguration> {
    return this.#lasting(errorReply(error));
  }

  /** Rejects one call, in the order in which these are written. */
  rejectsOnce(error?: string | Error | AwsError): this {
    return this.#once(errorReply(error));
  }

  /** @param fn - gets the input, and a function that gives the client of this call; what it throws rejects the call */
  callsFake(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): AwsStub<TInput, TOutput, TConfiguration> {
    return this.#lasting(fakeReply(fn));
  }

  /** Answers one call with what a function gives, in the order in which these are written. */
  callsFakeOnce(
    fn: (input: any, getClient: () => Client<TInput, TOutput, TConfiguration>) => any,
  ): this {
    return this.#once(fakeReply(fn));
  }

  #output(method: string, response: unknown): Reply {
    const { copies } = this.#place;
    return this.#place.checked(method, response, outputReply(response, copies));
  }

  #lasting(reply: Reply): AwsStub<TInput, TOutput, TConfiguration> {
    this.#place.rules.setLasting(this.#place.rule, reply);
    return this.#stub;
  }

  #once(reply: Reply): this {
    this.#place.rules.addOnce(this.#place.rule, reply, this.#isFirst);
    this.#isFirst = false;
    return this;
  }
}
