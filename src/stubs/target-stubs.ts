import type { Call, ClientLike } from '../calls/index.js';
import type { ErrorDetails } from '../model/index.js';
import type { AnswerContext, ErrorClass, Fault } from '../replies/index.js';
import type { ErrorCodeOf, InputOf, OperationOf, OutputOf, ParamsOf } from './named-operations.js';
import type { StubSettings } from './settings.js';
import type { StubOutput } from './types.js';

/** A function that answers calls. */
export type Answer<Input, Output, Client> = (
  input: Input,
  context: AnswerContext<Client>,
) => StubOutput<Output> | undefined | Promise<StubOutput<Output> | undefined>;

/** Where the next stub or expectation of a target is written. */
export interface StubWriter<Client> {
  /**
   * Answers every call of an operation whose input has these parameters. Of several that fit, the
   * one written last answers.
   *
   * @param operation - a command class, or the operation's name
   * @param params - what the input must have: every given member, deeply; lists match whole
   * @param settings - `delivery`, `validate` and `unused` of this stub only
   * @throws WrongUseError where the service has no such operation
   * @example
   * stub(EC2Client).on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).resolves({ Vpc: { VpcId: 'vpc-1' } });
   */
  on<Operation extends OperationOf<Client, Operation>>(
    operation: Operation,
    params: object | undefined,
    settings: StubSettings & { readonly validate: false },
  ): StubReplies<InputOf<Client, Operation>, any, Client>;
  on<Operation extends OperationOf<Client, Operation>>(
    operation: Operation,
    params?: ParamsOf<Client, Operation>,
    settings?: StubSettings,
  ): StubReplies<InputOf<Client, Operation>, OutputOf<Client, Operation>, Client>;

  /**
   * Answers every call of any operation whose input has these parameters. Of several stubs that fit, also
   * those for one operation, the one written last answers.
   *
   * @param params - what the input must have: every given member, deeply; lists match whole
   * @param settings - `delivery`, `validate` and `unused` of this stub only
   * @example
   * stub(S3Client).onAnyOperation().rejects('SlowDown');
   */
  onAnyOperation(params?: object, settings?: StubSettings): StubReplies<any, any, Client>;

  /**
   * Queues a call that must be made exactly once, after those queued before it, and with this whole
   * input; an expectation left over fails the test. Without params any input will do.
   *
   * @param operation - a command class, or the operation's name
   * @param params - the whole input: nothing but these parameters may be there
   * @param settings - `delivery` and `validate` of this expectation only
   * @throws WrongUseError where the service has no such operation
   * @example
   * stub(EC2Client).expects(CreateVpcCommand, { CidrBlock: ANY }).resolves({ Vpc: { VpcId: 'vpc-1' } });
   */
  expects<Operation extends OperationOf<Client, Operation>>(
    operation: Operation,
    params: object | undefined,
    settings: StubSettings & { readonly validate: false },
  ): ExpectationReplies<InputOf<Client, Operation>, any, Client>;
  expects<Operation extends OperationOf<Client, Operation>>(
    operation: Operation,
    params?: ParamsOf<Client, Operation>,
    settings?: StubSettings,
  ): ExpectationReplies<InputOf<Client, Operation>, OutputOf<Client, Operation>, Client>;
}

/** The reply of an expectation. */
export interface ExpectationReplies<Input, Output, Client> extends StubWriter<Client> {
  /**
   * Answers with an output; each caller gets its own copy, with `$metadata`.
   *
   * @param output - the output's members, none for an empty output; a promise of one, which is waited for at
   *   the call; or what goes wrong in an answer: `slow(50)`, `partialFailure()`, `brokenOff()`
   */
  resolves(output?: StubOutput<Output> | PromiseLike<StubOutput<Output>> | Fault): this;
  /**
   * Answers with pages: the first to a call without a token, each other to a call with the token that
   * the page before it had. The tokens are made up, in the members that the operation pages with.
   *
   * @param pages - outputs in their order, without tokens
   * @throws InvalidStubError at a call of an operation that has no pages
   * @example
   * stub(EC2Client).on(DescribeVpcsCommand).resolvesPages([{ Vpcs: [a, b] }, { Vpcs: [c] }]);
   */
  resolvesPages(pages: readonly StubOutput<Output>[]): this;
  /** Answers one call so; the next reply answers the next one. */
  resolvesOnce(output?: StubOutput<Output> | PromiseLike<StubOutput<Output>> | Fault): this;
  /**
   * Refuses with an error, as the service would.
   *
   * @param error - a code such as `'NoSuchKey'`, a class of the SDK's errors, an error to throw as it is, or
   *   what goes wrong on the way: `throttled()`, `serverError()`, `timeout()`, `connectionReset()`
   * @param details - message, members, and `$metadata` of an error that is given by code or class
   * @example
   * stub(S3Client).on(GetObjectCommand).rejects('NoSuchKey', { message: 'No such key.' });
   */
  rejects(error: ErrorCodeOf<Client> | Error | ErrorClass | Fault, details?: ErrorDetails): this;
  /** Refuses one call so; the next reply answers the next one. */
  rejectsOnce(
    error: ErrorCodeOf<Client> | Error | ErrorClass | Fault,
    details?: ErrorDetails,
  ): this;
  /**
   * Answers with what a function makes of the input; what it throws is what the caller is refused with.
   *
   * @param answer - gets a copy of the input, and the client and the call
   */
  answers(answer: Answer<Input, Output, Client>): this;
  /** Answers one call so; the next reply answers the next one. */
  answersOnce(answer: Answer<Input, Output, Client>): this;
  /**
   * Delays the reply before it.
   *
   * @param ms - in milliseconds, on the clock of the test: fake timers rule it
   */
  after(ms: number): this;
}

/** The replies of a stub: any number of once-replies, then one for all further calls. */
export type StubReplies<Input, Output, Client> = ExpectationReplies<Input, Output, Client>;

/** The stubs of one target. */
export interface TargetStubs<Client = ClientLike> extends StubWriter<Client> {
  /** Lets this target's expectations be met in any order, for code that calls in parallel. */
  inAnyOrder(): this;
  /**
   * Lets the calls that no stub answers go on to the client's own endpoint, such as an emulator on this
   * machine; they are recorded like any other. The way to AWS stays shut (see `configure({ network })`).
   *
   * @example
   * stub(S3Client).passthrough(); // new S3Client({ endpoint: 'http://localhost:9000', … })
   */
  passthrough(): this;
  /**
   * Takes away what was stubbed and expected of this target in this test, of its single clients too. What
   * `beforeAll` or a setup file stubbed answers again; settings and calls stay.
   *
   * @example
   * stub(EC2Client).reset().on('DescribeVpcs').resolves({ Vpcs: [] });
   */
  reset(): this;
  /**
   * The calls so far, in the order they were made.
   *
   * @param operation - only calls of this one
   * @param params - only calls whose input has these parameters
   */
  calls<Operation extends OperationOf<Client, Operation>>(
    operation: Operation,
    params?: ParamsOf<Client, Operation>,
  ): Call<InputOf<Client, Operation>, OutputOf<Client, Operation>, Client>[];
  calls(): Call<any, any, Client>[];
  /** Prints the calls so far, and how each ended. */
  debug(): void;
}
