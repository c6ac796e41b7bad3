import {
  callsOf,
  currentScope,
  operationOf,
  printCalls,
  TARGET,
  targetOf,
  type Call,
  type ClientLike,
  type Target,
} from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import type { ErrorDetails } from '../model/index.js';
import { Checks } from './checks.js';
import type { Fault } from './faults.js';
import { fits } from './params.js';
import type {
  ClientOf,
  InputOf,
  OperationOf,
  OutputOf,
  ParamsOf,
  Unchecked,
} from './named-operations.js';
import { registryOf } from './registry.js';
import { writableScope } from './writable-scope.js';
import type { AnswerContext, ErrorClass, Reply } from './reply.js';
import { setFor, stubSettings, type Settings, type StubSettings } from './settings.js';
import type { Stub } from './stub.js';
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
   * @param settings - `delivery` and `validate` of this stub only
   * @throws WrongUseError where the service has no such operation
   * @example
   * stub(EC2Client).on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).resolves({ Vpc: { VpcId: 'vpc-1' } });
   */
  on<Operation extends OperationOf<Client>>(
    operation: Operation,
    params: object | undefined,
    settings: StubSettings & { readonly validate: false },
  ): StubReplies<InputOf<Client, Operation>, any, Client>;
  on<Operation extends OperationOf<Client>>(
    operation: Operation,
    params?: ParamsOf<Client, Operation>,
    settings?: StubSettings,
  ): StubReplies<InputOf<Client, Operation>, OutputOf<Client, Operation>, Client>;

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
  expects<Operation extends OperationOf<Client>>(
    operation: Operation,
    params: object | undefined,
    settings: StubSettings & { readonly validate: false },
  ): ExpectationReplies<InputOf<Client, Operation>, any, Client>;
  expects<Operation extends OperationOf<Client>>(
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
   * @param output - the output's members, none for an empty output; or what goes wrong in an answer:
   *   `slow(50)`, `partialFailure()`, `brokenOff()`
   */
  resolves(output?: StubOutput<Output> | Fault): this;
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
  resolvesOnce(output?: StubOutput<Output> | Fault): this;
  /**
   * Refuses with an error, as the service would.
   *
   * @param error - a code such as `'NoSuchKey'`, a class of the SDK's errors, an error to throw as it is, or
   *   what goes wrong on the way: `throttled()`, `serverError()`, `timeout()`, `connectionReset()`
   * @param details - message, members, and `$metadata` of an error that is given by code or class
   * @example
   * stub(S3Client).on(GetObjectCommand).rejects('NoSuchKey', { message: 'No such key.' });
   */
  rejects(error: string | Error | ErrorClass | Fault, details?: ErrorDetails): this;
  /** Refuses one call so; the next reply answers the next one. */
  rejectsOnce(error: string | Error | ErrorClass | Fault, details?: ErrorDetails): this;
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
   * The calls so far, in the order they were made.
   *
   * @param operation - only calls of this one
   * @param params - only calls whose input has these parameters
   */
  calls<Operation extends OperationOf<Client>>(
    operation: Operation,
    params?: ParamsOf<Client, Operation>,
  ): Call<InputOf<Client, Operation>, OutputOf<Client, Operation>, Client>[];
  calls(): Call<any, any, Client>[];
  /** Prints the calls so far, and how each ended. */
  debug(): void;
}

/**
 * The stubs of a target: a client class, a client, a service id, or nothing for every client. All
 * is gone after the test; what `beforeAll` stubs lasts for its `describe`, what a setup file stubs for the
 * test file.
 *
 * @param target - whose calls are answered
 * @param settings - how calls of this target are treated, such as `{ unstubbed: 'empty' }`
 * @throws WrongUseError where the target is none of these
 * @example
 * stub(EC2Client).on(CreateVpcCommand).resolves({ Vpc: { VpcId: 'vpc-1' } });
 */
export function stub(): TargetStubs;
export function stub<T extends object | string>(
  target: T | undefined,
  settings: Settings & { readonly validate: false },
): TargetStubs<Unchecked<ClientOf<T>>>;
export function stub<T extends object | string>(
  target: T | undefined,
  settings?: Settings,
): TargetStubs<ClientOf<T>>;
export function stub(target?: unknown, settings?: Settings): TargetStubs {
  if (arguments.length > 0 && target === undefined) {
    throw new WrongUseError(
      'stub() got undefined for a target: is the client made before it is stubbed? ' +
        'stub() without an argument stubs every client.',
    );
  }
  const found = targetOf(target, 'stub()', settings?.unknownService === true);
  if (settings !== undefined) setFor(found.key, settings, `stub(${found.code})`);
  return new Writer(found) as TargetStubs;
}

/** What `stub(target)` gives, and what its replies continue. */
class Writer {
  /** The functions that a stub's author calls; a stub's place is above them. */
  // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
  private static readonly written = { on: this.prototype.on, expects: this.prototype.expects };

  /** Lets `expect(stub(EC2Client))` and `stub(stub(EC2Client))` mean the same clients. */
  readonly [TARGET]: Target;

  constructor(protected readonly target: Target) {
    this[TARGET] = target;
  }

  on(operation: unknown, params?: unknown, given?: unknown): Replies {
    const from = `stub(${this.target.code}).on()`;
    const wanted = operationOf(operation, this.target, from);
    const scope = writableScope(from);
    const settings = stubSettings(given, from);
    const checks = new Checks(this.target, wanted, scope, from, settings);
    const set = registryOf(scope).setOf(this.target);
    const checked = checks.params(params, false);
    const stub = set.on(wanted.name, checked, Writer.written.on, settings);
    return new Replies(this.target, stub, checks);
  }

  expects(operation: unknown, params?: unknown, given?: unknown): Replies {
    const from = `stub(${this.target.code}).expects()`;
    const wanted = operationOf(operation, this.target, from);
    const scope = writableScope(from);
    const settings = stubSettings(given, from);
    const checks = new Checks(this.target, wanted, scope, from, settings);
    const set = registryOf(scope).setOf(this.target);
    const checked = checks.params(params, true);
    const stub = set.expects(wanted.name, checked, Writer.written.expects, settings);
    return new Replies(this.target, stub, checks);
  }

  inAnyOrder(): this {
    const from = `stub(${this.target.code}).inAnyOrder()`;
    registryOf(writableScope(from)).setOf(this.target).inAnyOrder = true;
    return this;
  }

  passthrough(): this {
    setFor(
      this.target.key,
      { unstubbed: 'passthrough' },
      `stub(${this.target.code}).passthrough()`,
    );
    return this;
  }

  calls(operation?: unknown, params?: unknown): Call[] {
    const all = callsOf(this.target, currentScope());
    const from = `stub(${this.target.code}).calls()`;
    if (operation === undefined) {
      if (params === undefined) return all;
      throw new WrongUseError(`${from} takes parameters after an operation, not without one.`);
    }
    const wanted = operationOf(operation, this.target, from);
    const checked = new Checks(this.target, wanted, currentScope(), from).params(params, false);
    return all.filter(
      ({ names, input }) =>
        (names.operation === wanted.name || names.alias === wanted.name) &&
        (checked === undefined || fits(checked, input)),
    );
  }

  debug(): void {
    const calls = callsOf(this.target, currentScope());
    const head = `${String(calls.length)} ${calls.length === 1 ? 'call' : 'calls'} of ${this.target.name}`;
    // eslint-disable-next-line no-console -- what debug() is for
    console.log(calls.length === 0 ? head : `${head}\n${printCalls(calls)}`);
  }
}

class Replies extends Writer {
  #last: Reply | undefined;

  constructor(
    target: Target,
    private readonly stub: Stub,
    private readonly checks: Checks,
  ) {
    super(target);
  }

  resolves(output?: unknown): this {
    return this.#always(this.checks.output(output, 'resolves'));
  }

  resolvesPages(pages: unknown): this {
    return this.#always(this.checks.pages(pages));
  }

  resolvesOnce(output?: unknown): this {
    return this.#once(this.checks.output(output, 'resolvesOnce'));
  }

  rejects(error: unknown, details?: ErrorDetails): this {
    return this.#always(this.checks.error(error, details, 'rejects'));
  }

  rejectsOnce(error: unknown, details?: ErrorDetails): this {
    return this.#once(this.checks.error(error, details, 'rejectsOnce'));
  }

  answers(answer: unknown): this {
    return this.#always(this.checks.answer(answer, 'answers'));
  }

  answersOnce(answer: unknown): this {
    return this.#once(this.checks.answer(answer, 'answersOnce'));
  }

  after(ms: unknown): this {
    const delay = this.checks.delay(ms);
    if (this.#last === undefined) {
      throw new WrongUseError(
        `${this.checks.from}: after(ms) delays the reply before it; write .resolves({ … }).after(${String(delay)}).`,
      );
    }
    this.#last.delay = delay;
    return this;
  }

  #always(reply: Reply): this {
    if (this.stub.isExpectation) return this.#once(reply);
    this.#last = reply;
    this.stub.setAlways(reply);
    return this;
  }

  #once(reply: Reply): this {
    if (this.stub.isExpectation && this.stub.hasReplies) {
      throw new WrongUseError(
        `${this.checks.from}: an expectation is met once, so it has one reply; write another .expects() for the next call.`,
      );
    }
    this.#last = reply;
    this.stub.addOnce(reply);
    return this;
  }
}
