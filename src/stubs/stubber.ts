import {
  copyOf,
  currentScope,
  operationOf,
  targetOf,
  toCode,
  type OpenCall,
  type Scope,
  type Target,
  type TargetKey,
} from '../calls/index.js';
import { UnstubbedOperationError, WrongUseError } from '../errors.js';
import { Checks } from './checks.js';
import type { ClientOf, InputOf, OutputOf, ParamsOf, OperationOf } from './named-operations.js';
import { differences, printDifferences } from './params.js';
import { describeStub, pendingError } from './pending.js';
import type { Reply } from './reply.js';
import { Stub } from './stub.js';
import type { InputParams, WholeOutput } from './types.js';
import { writableScope } from './writable-scope.js';

/** What `addClientError` may say of its error; botocore's arguments by name. */
export interface ClientErrorOptions<Input = Record<string, unknown>> {
  /** The error's code, such as `'NoSuchKey'`. */
  readonly code?: string;
  readonly message?: string;
  /** 400 unless the model of the error says otherwise. */
  readonly httpStatusCode?: number;
  /** Members of the error beside code and message; botocore's `service_error_meta`. */
  readonly errorMeta?: Readonly<Record<string, unknown>>;
  /** The whole input that the call must have; any where it is left out. */
  readonly expectedParams?: InputParams<Input> | undefined;
  /** Members of `$metadata`, such as `requestId`; botocore's `response_meta`. */
  readonly responseMeta?: Readonly<Record<string, unknown>>;
  /** Members that the service's model gives this error. */
  readonly modeledFields?: Readonly<Record<string, unknown>>;
}

const PART = 'stubbers';
type ActiveStubbers = Map<TargetKey, Stubber[]>;

/**
 * botocore's `Stubber`, name for name: one queue of answers for one client. While it is active, the
 * client's next call must be the next in the queue.
 *
 * @example
 * const stubber = new Stubber(ec2);
 * stubber.addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY });
 * await stubber.using(async () => createNetwork(ec2));
 * @see https://docs.aws.amazon.com/botocore/latest/reference/stubber.html
 */
export class Stubber<T extends object | string = any> {
  readonly #target: Target;
  readonly #queue: Stub[] = [];
  #used = 0;
  #scope: Scope | undefined;

  /**
   * @param target - a client, or a client class or service id for all of its clients
   * @throws WrongUseError where it is none of these
   */
  constructor(target: T) {
    if ((target as unknown) === undefined) {
      throw new WrongUseError(
        'new Stubber() got undefined for a client: is the client made before the Stubber?',
      );
    }
    this.#target = targetOf(target, 'new Stubber()');
  }

  /**
   * Queues an answer.
   *
   * @param operation - a command class, or the operation's name
   * @param response - the output; empty where it is left out
   * @param expectedParams - the whole input that the call must have: `undefined` for any, `{}` for none
   * @throws InvalidStubError where the service's model does not allow the output or the parameters
   */
  addResponse<Operation extends OperationOf<ClientOf<T>>>(
    operation: Operation,
    response?: WholeOutput<OutputOf<ClientOf<T>, Operation>>,
    expectedParams?: ParamsOf<ClientOf<T>, Operation>,
  ): this;
  addResponse(operation: unknown, response?: object, expectedParams?: object): this {
    return this.#add('addResponse', operation, expectedParams, (checks) =>
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
  addClientError<Operation extends OperationOf<ClientOf<T>>>(
    operation: Operation,
    options?: ClientErrorOptions<InputOf<ClientOf<T>, Operation>>,
  ): this;
  addClientError(operation: unknown, options: ClientErrorOptions<never> = {}): this {
    const { code, message, httpStatusCode, errorMeta, responseMeta, modeledFields } = options;
    return this.#add('addClientError', operation, options.expectedParams, (checks) => {
      const reply = checks.error(code ?? 'UnknownError', { ...modeledFields, message }, '');
      const status = httpStatusCode === undefined ? {} : { httpStatusCode };
      const said = message === undefined ? {} : { message };
      const details = copyOf({ ...modeledFields, ...errorMeta, ...said });
      return reply.kind === 'code'
        ? { ...reply, details: { ...details, $metadata: copyOf({ ...responseMeta, ...status }) } }
        : reply;
    });
  }

  /** From now on the queue answers the client's calls; a Stubber activated later comes first. */
  activate(): this {
    const scope = writableScope('Stubber.activate()');
    if (this.#scope === scope) return this;
    // A Stubber that tests share goes with the scope of each, and is activated anew in the next.
    this.deactivate();
    this.#scope = scope;
    const active = scope.part<ActiveStubbers>(PART, (own) => {
      own.finalChecks.push(() => pendingError(pendingIn(own)));
      return new Map();
    });
    active.set(this.#target.key, [this, ...(active.get(this.#target.key) ?? [])]);
    return this;
  }

  /** The queue answers no more; other stubs do, and where there are none the call is unstubbed. */
  deactivate(): void {
    const active = this.#scope?.existingPart<ActiveStubbers>(PART);
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
   * Asserts that every answer was used.
   *
   * @throws PendingExpectationsError which names those that were not
   */
  assertNoPendingResponses(): void {
    const error = pendingError(this.pending);
    if (error !== undefined) throw error;
  }

  /** Answers that were not used yet. */
  get pending(): Stub[] {
    return this.#queue.slice(this.#used);
  }

  /** The next answer for a call that is the next in the queue; used up by being taken. */
  find(call: OpenCall): Stub | undefined {
    const next = this.#queue[this.#used];
    return next?.isFor(call) === true ? next : undefined;
  }

  /** To be called with what `find` gave. */
  use(): void {
    this.#used += 1;
  }

  /** Why the next answer is not for this call. */
  refusal(call: OpenCall): UnstubbedOperationError {
    const { service, operation, input, identity } = call;
    const next = this.#queue[this.#used];
    const isOther = next !== undefined && !next.isForOperation(call);
    const reason =
      next === undefined
        ? ['Its queue is empty: every answer was used.']
        : [
            isOther ? 'It expects another call next:' : 'It expects other parameters:',
            '',
            `  ${describeStub(next)}`,
            ...(isOther ? [] : [printDifferences(differencesOf(next, call), '     ')]),
          ];
    const message = [
      `The Stubber of ${this.#target.name} does not answer ${service} ${operation}. Nothing was sent to AWS.`,
      '',
      `  ${identity.className} was called with`,
      `    ${toCode(input, 80, 4)}`,
      '',
      ...reason,
    ].join('\n');
    return new UnstubbedOperationError(message, { service, operation, input });
  }

  #add(
    method: string,
    operation: unknown,
    params: unknown,
    makeReply: (checks: Checks) => Reply,
  ): this {
    const from = `Stubber.${method}()`;
    const wanted = operationOf(operation, this.#target, from);
    const checks = new Checks(this.#target, wanted, currentScope(), from, {}, true);
    const checked = checks.params(params, true);
    const order = this.#queue.length;
    const written = Stubber.#written[method];
    if (written === undefined) throw new WrongUseError(`There is no ${from}.`);
    const stub = new Stub(this.#target, wanted.name, checked, true, order, written);
    stub.addOnce(makeReply(checks));
    this.#queue.push(stub);
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

const NONE: readonly Stubber[] = [];

/** The Stubbers that are active in a scope for a target, the last activated first. */
export function activeStubbers(scope: Scope, key: TargetKey): readonly Stubber[] {
  return scope.existingPart<ActiveStubbers>(PART)?.get(key) ?? NONE;
}

function pendingIn(scope: Scope): Stub[] {
  const active = scope.existingPart<ActiveStubbers>(PART) ?? new Map<TargetKey, Stubber[]>();
  return [...active.values()].flat().flatMap(({ pending }) => pending);
}

function differencesOf(stub: Stub, call: OpenCall): ReturnType<typeof differences> {
  return differences(stub.params, call.input, { whole: true });
}
