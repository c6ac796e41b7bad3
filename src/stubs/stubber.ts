import {
  chainOf,
  copyOf,
  currentScope,
  needSetup,
  operationOf,
  targetOf,
  type ClientLike,
  type OpenCall,
  type Scope,
  type Target,
  type TargetKey,
} from '../calls/index.js';
import { WrongUseError, type UnstubbedOperationError } from '../errors.js';
import type { Reply } from '../replies/index.js';
import { AnswerQueues } from './answer-queues.js';
import { Checks } from './checks.js';
import { clientErrorOptions, type ClientErrorOptions } from './client-error-options.js';
import { closeClient } from './closed-client.js';
import type {
  ClientOf,
  ErrorCodeOf,
  InputOf,
  OperationOf,
  OutputOf,
  ParamsOf,
  ServiceId,
} from './named-operations.js';
import { answersLeftError, neverActivated } from './pending.js';
import { Stub } from './stub.js';
import { refusalOf } from './stubber-refusal.js';
import type { WholeOutput } from './types.js';
import { writableScope } from './writable-scope.js';

const PART = 'stubbers';

interface StubbersOfScope {
  /** Those that were activated in it. */
  readonly active: Map<TargetKey, Stubber[]>;
  /** Those that were given answers in it. */
  readonly given: Set<Stubber>;
}

/**
 * botocore's `Stubber`, name for name: one queue of answers for one client. While it is active, the
 * client's next call must be the next in the queue. A client that one was made for never sends by itself again.
 *
 * @example
 * const stubber = new Stubber(ec2);
 * stubber.addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY });
 * await stubber.using(async () => createNetwork(ec2));
 * @see https://docs.aws.amazon.com/botocore/latest/reference/stubber.html
 */
export class Stubber<T extends object | ServiceId = any> {
  readonly #target: Target;
  readonly #queues = new AnswerQueues();
  #activations = 0;
  #scope: Scope | undefined;

  /**
   * @param target - a client, or a client class or service id for all of its clients
   * @throws WrongUseError where it is none of these, and where this package is not set up
   */
  constructor(target: T) {
    if ((target as unknown) === undefined) {
      throw new WrongUseError(
        'new Stubber() got undefined for a client: is the client made before the Stubber?',
        'something-that-is-no-client',
      );
    }
    this.#target = targetOf(target, 'new Stubber()');
    // First: it must not send where it is refused, either.
    const client = clientOf(this.#target);
    if (client !== undefined) closeClient(client);
    needSetup('new Stubber()');
  }

  /**
   * Queues an answer.
   *
   * @param operation - a command class, or the operation's name
   * @param response - the output; empty where it is left out
   * @param expectedParams - the whole input that the call must have: `undefined` for any, `{}` for none
   * @throws InvalidStubError where the service's model does not allow the output or the parameters
   */
  addResponse<Operation extends OperationOf<ClientOf<T>, Operation>>(
    operation: Operation,
    response?: WholeOutput<OutputOf<ClientOf<T>, Operation>>,
    expectedParams?: ParamsOf<ClientOf<T>, Operation>,
  ): this;
  addResponse(operation: unknown, response?: object, expectedParams?: object): this {
    return this.#queue('addResponse', operation, expectedParams, (checks) =>
      checks.output(response, ''),
    );
  }

  /**
   * Queues an error.
   *
   * @param operation - a command class, or the operation's name
   * @param options - code, message and the rest of the error
   * @throws InvalidStubError where the model does not allow the parameters or the error's members
   */
  addClientError<Operation extends OperationOf<ClientOf<T>, Operation>>(
    operation: Operation,
    options?: ClientErrorOptions<InputOf<ClientOf<T>, Operation>, ErrorCodeOf<ClientOf<T>>>,
  ): this;
  addClientError(operation: unknown, ...args: readonly unknown[]): this {
    const { httpStatusCode, responseMeta, modeledFields, expectedParams, ...options } =
      clientErrorOptions(args);
    // As in botocore, what errorMeta says of code and message holds.
    const {
      Code: code = options.code,
      Message: message = options.message,
      ...members
    } = {
      ...options.errorMeta,
    } as { readonly Code?: string; readonly Message?: string };
    return this.#queue('addClientError', operation, expectedParams, (checks) => {
      const status = httpStatusCode === undefined ? {} : { httpStatusCode };
      const $metadata = copyOf({ ...responseMeta, ...status });
      const said = message === undefined ? {} : { message };
      const checked = { ...modeledFields, ...said, $metadata };
      const reply = checks.error(code ?? 'UnknownError', checked, '');
      const details = copyOf({ ...modeledFields, ...members, ...said, $metadata });
      return reply.kind === 'code' ? { ...reply, details } : reply;
    });
  }

  /** From now on the queue answers the client's calls; a Stubber activated later comes first. */
  activate(): this {
    const scope = writableScope('Stubber.activate()');
    this.#activations += 1;
    if (this.#scope === scope) return this;
    // A Stubber that tests share goes with the scope of each, and is activated anew in the next.
    this.deactivate();
    this.#scope = scope;
    const active = stubbersOf(scope).active;
    active.set(this.#target.key, [this, ...(active.get(this.#target.key) ?? [])]);
    return this;
  }

  /** The queue answers no more; other stubs do, and where there are none the call is unstubbed. */
  deactivate(): void {
    const active = this.#scope?.existingPart<StubbersOfScope>(PART)?.active;
    const { key } = this.#target;
    active?.set(key, active.get(key)?.filter((each) => each !== this) ?? []);
    this.#scope = undefined;
  }

  /**
   * Activates for as long as a function runs; botocore's `with Stubber(client)`.
   *
   * @param run - may be asynchronous
   * @returns what the function gave
   * @throws PendingExpectationsError where the function left answers in the queue
   */
  async using<T>(run: (stubber: this) => T | Promise<T>): Promise<T> {
    this.activate();
    try {
      const result = await run(this);
      this.assertNoPendingResponses();
      return result;
    } finally {
      this.deactivate();
    }
  }

  /**
   * Deactivates at the end of a block: `using stubber = new Stubber(ec2).activate()`. Answers that are left over then fail
   * the test at its end; an error of the block's own is thrown as it is.
   */
  [Symbol.dispose](): void {
    const error = answersLeftError(this.pendingIn(currentScope()));
    this.deactivate();
    if (error !== undefined) currentScope().violate(error);
  }

  /** The same for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
    return Promise.resolve();
  }

  /**
   * Asserts that every answer was used.
   *
   * @throws PendingExpectationsError which names those that were not
   */
  assertNoPendingResponses(): void {
    needSetup('Stubber.assertNoPendingResponses()');
    const error = answersLeftError(this.pendingIn(currentScope()));
    if (error !== undefined) throw error;
  }

  /**
   * Answers that were not used yet.
   *
   * @internal
   */
  get pending(): readonly object[] {
    return this.pendingIn(currentScope());
  }

  /**
   * Answers of a scope, and of those that it falls back to, that were not used yet.
   *
   * @internal
   */
  pendingIn(scope: Scope): Stub[] {
    return this.#queues.pendingIn(scope);
  }

  /**
   * The same, without those of wider scopes, where they count as well.
   *
   * @internal
   */
  pendingOnlyIn(scope: Scope): Stub[] {
    return this.#queues.pendingOnlyIn(scope);
  }

  /**
   * Those of them that could answer nothing: it was not activated after they were added.
   *
   * @internal
   */
  forgottenIn(scope: Scope): Stub[] {
    return this.#queues.addedAfter(this.#activations, scope);
  }

  /**
   * To be called where a refusal has said that it is not active: what was added so far is not told again.
   *
   * @internal
   */
  toldIdle(scope: Scope): void {
    this.#queues.forgetActivations(scope);
  }

  /** @internal */
  isActiveIn(scope: Scope): boolean {
    return this.#scope !== undefined && [...chainOf(scope)].includes(this.#scope);
  }

  /**
   * The next answer for a call that is the next in the queue; used up by being taken.
   *
   * @internal
   */
  find(call: OpenCall, scope: Scope): Stub | undefined {
    const next = this.#queues.next(scope);
    return next?.isFor(call) === true ? next : undefined;
  }

  /**
   * To be called with what `find` gave.
   *
   * @internal
   */
  use(scope: Scope): void {
    this.#queues.use(scope);
  }

  /**
   * Why the next answer is not for this call.
   *
   * @internal
   */
  refusal(call: OpenCall, scope: Scope): UnstubbedOperationError {
    const next = this.#queues.next(scope);
    return refusalOf(call, this.#target, next, this.#queues.hadAnswers(scope));
  }

  #queue(
    method: string,
    operation: unknown,
    params: unknown,
    makeReply: (checks: Checks) => Reply,
  ): this {
    const from = `Stubber.${method}()`;
    needSetup(from);
    const wanted = operationOf(operation, this.#target, from);
    const scope = writableScope(from);
    const checks = new Checks(this.#target, wanted, scope, from, {}, true);
    const checked = checks.params(params, true);
    const written = Stubber.#written[method];
    if (written === undefined) throw new WrongUseError(`There is no ${from}.`, 'what-a-stub-takes');
    const stub = new Stub(this.#target, wanted.name, checked, true, written, {}, wanted.form);
    stub.addOnce(makeReply(checks));
    this.#queues.add(stub, scope, this.isActiveIn(scope) ? undefined : this.#activations);
    stubbersOf(scope).given.add(this);
    return this;
  }

  /** The functions that a test calls; an answer's place is above them. */
  static readonly #written: Readonly<Record<string, (...args: never[]) => unknown>> = {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
    addResponse: this.prototype.addResponse,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- only looked for in the stack
    addClientError: this.prototype.addClientError,
  };
}

/** The client that a target is; undefined for classes and services, whose keys are functions and texts. */
function clientOf({ key, sample }: Target): ClientLike | undefined {
  return typeof key === 'object' ? sample?.() : undefined;
}

/** The Stubbers that are active in a scope by target, the last activated first; undefined where none ever was. */
export function activeStubbers(
  scope: Scope,
): ReadonlyMap<TargetKey, readonly Stubber[]> | undefined {
  return scope.existingPart<StubbersOfScope>(PART)?.active;
}

/** An answer for an operation that a Stubber did not give: it is not active, or for another client. */
export interface IdleStubber {
  readonly stub: Stub;
  readonly isForClient: boolean;
}

/** What Stubbers could have answered a call with that is refused; to be told, which it counts as. */
export function idleStubbers(call: OpenCall, scope: Scope): IdleStubber[] {
  return [...chainOf(scope)]
    .flatMap((each) => [...(each.existingPart<StubbersOfScope>(PART)?.given ?? [])])
    .flatMap((each) => {
      const stub = each.pendingIn(scope).find((pending) => pending.isForOperation(call));
      if (stub === undefined) return [];
      const isForClient = call.keys.includes(stub.target.key);
      if (isForClient) each.toldIdle(scope);
      return [{ stub, isForClient }];
    });
}

function stubbersOf(scope: Scope): StubbersOfScope {
  return scope.part<StubbersOfScope>(PART, (own) => {
    own.finalChecks.push(
      () => answersLeftError(pendingIn(own)) ?? neverActivated(forgottenIn(own)),
    );
    return { active: new Map(), given: new Set() };
  });
}

function pendingIn(scope: Scope): Stub[] {
  const { active, given } = stubbersOf(scope);
  const own = [...active.values()].flat();
  // One that is active around the scope answers in it too.
  const others = [...given].filter((each) => !own.includes(each) && each.isActiveIn(scope));
  return [
    ...own.flatMap((each) => each.pendingIn(scope)),
    ...others.flatMap((each) => each.pendingOnlyIn(scope)),
  ];
}

/** Only a test forgets: what is added for a block or a file may be for a test that was left out of this run. */
function forgottenIn(scope: Scope): Stub[] {
  if (scope.name === undefined) return [];
  return [...stubbersOf(scope).given].flatMap((each) => each.forgottenIn(scope));
}
