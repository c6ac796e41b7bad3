import {
  callsOf,
  currentScope,
  isWithin,
  needSetup,
  operationOf,
  printCalls,
  TARGET,
  targetOf,
  type Call,
  type Operation,
  type Scope,
  type Target,
} from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import type { ErrorDetails } from '../model/index.js';
import type { Reply } from '../replies/index.js';
import { Checks } from './checks.js';
import { inputIn } from './forms.js';
import { fits } from './params.js';
import type { ClientOf, ServiceId, Unchecked } from './named-operations.js';
import { knowOtherWords } from './other-words.js';
import { existingRegistry, registryOf } from './registry.js';
import { writableScope } from './writable-scope.js';
import { setFor, stubSettings, type Settings } from './settings.js';
import { ANY_OPERATION, type Stub } from './stub.js';
import type { StubSet } from './stub-set.js';
import type { TargetStubs } from './target-stubs.js';

/**
 * The stubs of a target: a client class, a client, a service id, or nothing for every client. All
 * is gone after the test; what `beforeAll` stubs lasts for its `describe`, what a setup file stubs for the
 * test file.
 *
 * @param target - whose calls are answered
 * @param settings - how calls of this target are treated, such as `{ unstubbed: 'empty' }`
 * @throws WrongUseError where the target is none of these, and where this package is not set up
 * @example
 * stub(EC2Client).on(CreateVpcCommand).resolves({ Vpc: { VpcId: 'vpc-1' } });
 */
export function stub(): TargetStubs;
export function stub<T extends object | ServiceId>(
  target: T | undefined,
  settings: Settings & { readonly validate: false },
): TargetStubs<Unchecked<ClientOf<T>>>;
export function stub<T extends object | ServiceId>(
  target: T | undefined,
  settings?: Settings,
): TargetStubs<ClientOf<T>>;
export function stub(target?: unknown, settings?: Settings): TargetStubs {
  needSetup('stub()');
  if (arguments.length > 0 && target === undefined) {
    throw new WrongUseError(
      'stub() got undefined for a target: is the client made before it is stubbed? ' +
        'stub() without an argument stubs every client.',
      'something-that-is-no-client',
    );
  }
  const found = targetOf(target, 'stub()', settings?.unknownService === true);
  if (settings !== undefined) {
    const from = `stub(${found.code})`;
    setFor(found.key, settings, from);
    const { unknownMembers } = settings;
    if (typeof unknownMembers === 'object')
      for (const operation of Object.keys(unknownMembers)) operationOf(operation, found, from);
  }
  return new Writer(found) as TargetStubs;
}

/** What `stub(target)` gives, and what its replies continue. */
class Writer {
  /** The functions that a stub's author calls; a stub's place is above them. */
  private static readonly written = {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
    on: this.prototype.on,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
    onAnyOperation: this.prototype.onAnyOperation,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
    expects: this.prototype.expects,
  };

  /** Lets `expect(stub(EC2Client))` and `stub(stub(EC2Client))` mean the same clients. */
  readonly [TARGET]: Target;

  constructor(protected readonly target: Target) {
    this[TARGET] = target;
  }

  on(operation: unknown, params?: unknown, given?: unknown): Replies {
    const from = `stub(${this.target.code}).on()`;
    needSetup(from);
    return this.#on(operationOf(operation, this.target, from), params, given, from, 'on');
  }

  onAnyOperation(params?: unknown, given?: unknown): Replies {
    const from = `stub(${this.target.code}).onAnyOperation()`;
    const wanted = { name: ANY_OPERATION, model: undefined };
    return this.#on(wanted, params, given, from, 'onAnyOperation');
  }

  #on(
    wanted: Operation,
    params: unknown,
    given: unknown,
    from: string,
    written: 'on' | 'onAnyOperation',
  ): Replies {
    const scope = writableScope(from);
    const settings = stubSettings(given, from);
    const checks = new Checks(this.target, wanted, scope, from, settings);
    const set = registryOf(scope).setOf(this.target);
    const checked = checks.params(params, false);
    const stub = set.on(wanted, checked, Writer.written[written], settings);
    return new Replies(this.target, { scope, set, stub }, checks);
  }

  expects(operation: unknown, params?: unknown, given?: unknown): Replies {
    const from = `stub(${this.target.code}).expects()`;
    const scope = writableScope(from);
    const wanted = operationOf(operation, this.target, from);
    const settings = stubSettings(given, from);
    const checks = new Checks(this.target, wanted, scope, from, settings);
    const set = registryOf(scope).setOf(this.target);
    const checked = checks.params(params, true);
    const stub = set.expects(wanted, checked, Writer.written.expects, settings);
    return new Replies(this.target, { scope, set, stub }, checks);
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

  reset(): this {
    const scope = writableScope(`stub(${this.target.code}).reset()`);
    for (const set of existingRegistry(scope)?.sets.values() ?? []) {
      if (isWithin(set.target, this.target)) set.reset();
    }
    return this;
  }

  calls(operation?: unknown, params?: unknown): Call[] {
    const from = `stub(${this.target.code}).calls()`;
    needSetup(from);
    const all = callsOf(this.target, currentScope());
    if (operation === undefined) {
      if (params === undefined) return all.map(({ recorded }) => recorded);
      throw new WrongUseError(
        `${from} takes parameters after an operation, not without one.`,
        'what-a-stub-takes',
      );
    }
    const wanted = operationOf(operation, this.target, from);
    const checked = new Checks(this.target, wanted, currentScope(), from).params(params, false);
    return all
      .filter(
        (call) =>
          (call.names.operation === wanted.name || call.names.alias === wanted.name) &&
          (checked === undefined || fits(checked, inputIn(wanted.form, call))),
      )
      .map(({ recorded }) => recorded);
  }

  debug(): void {
    needSetup(`stub(${this.target.code}).debug()`);
    const calls = callsOf(this.target, currentScope());
    const head = `${String(calls.length)} ${calls.length === 1 ? 'call' : 'calls'} of ${this.target.name}`;
    // eslint-disable-next-line no-console -- what debug() is for
    console.log(calls.length === 0 ? head : `${head}\n${printCalls(calls)}`);
  }
}

knowOtherWords(Writer.prototype);

/** A stub, and the scope that it is written in. */
interface Writing {
  readonly scope: Scope;
  readonly set: StubSet;
  readonly stub: Stub;
  /** The reply that was given last. */
  last?: Reply;
}

class Replies extends Writer {
  #writing: Writing;

  constructor(
    target: Target,
    writing: Writing,
    private readonly checks: Checks,
  ) {
    super(target);
    this.#writing = writing;
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
    needSetup(`${this.checks.from}.after()`);
    const delay = this.checks.delay(ms);
    const { scope, last } = this.#writing;
    if (last === undefined) {
      throw new WrongUseError(
        `${this.checks.from}: after(ms) delays the reply before it; write .resolves({ … }).after(${String(delay)}).`,
        'where-a-reply-belongs',
      );
    }
    if (scope !== writableScope(`${this.checks.from}.after()`)) {
      throw new WrongUseError(
        `${this.checks.from}: after(ms) delays the reply before it, which was given outside of this test; ` +
          `give one here: .resolves({ … }).after(${String(delay)}).`,
        'where-a-reply-belongs',
      );
    }
    last.delay = delay;
    return this;
  }

  #always(reply: Reply): this {
    needSetup(this.checks.from);
    const { stub, set } = this.#here();
    if (stub.isExpectation) return this.#met(reply);
    set.replyAlways(stub, reply);
    return this.#given(reply);
  }

  #once(reply: Reply): this {
    needSetup(this.checks.from);
    const { stub, set } = this.#here();
    if (stub.isExpectation) return this.#met(reply);
    set.replyOnce(stub, reply);
    return this.#given(reply);
  }

  #met(reply: Reply): this {
    const { stub } = this.#writing;
    if (stub.hasReplies) {
      throw new WrongUseError(
        `${this.checks.from}: an expectation is met once, so it has one reply; write another .expects() for the next call.`,
        'where-a-reply-belongs',
      );
    }
    stub.addOnce(reply);
    return this.#given(reply);
  }

  #given(reply: Reply): this {
    this.#writing.last = reply;
    return this;
  }

  /**
   * Where a reply belongs: a stub that was written outside of the test that gives it one is written again in
   * the test, so that the reply goes with it.
   */
  #here(): Writing {
    const scope = writableScope(this.checks.from);
    const { scope: before, stub } = this.#writing;
    if (stub.isExpectation && (scope !== before || !stub.isWritten)) {
      throw new WrongUseError(
        `${this.checks.from}: this expectation ${scope === before ? 'was taken away by reset()' : 'was written outside of this test, and would keep its reply in the next one'}; ` +
          'write .expects(…) and its reply together, where they belong.',
        'where-a-reply-belongs',
      );
    }
    if (scope === before) return this.#writing;
    // Where it was written it was to be given its replies, and not to answer.
    if (!stub.hasReplies) stub.wasUsed = true;
    this.#writing = { scope, set: registryOf(scope).setOf(this.target), stub: stub.again() };
    return this.#writing;
  }
}
