import type { OperationModel } from '../model/index.js';
import type { SentRequest } from '../wire/index.js';
import type { ClientLike } from './client.js';
import { printedAs, RUNNER_LIMITS, shown } from './shown.js';

/**
 * One `client.send()` of an operation during a test.
 *
 * What was called (`service`, `operation`, `input`) is what a call is compared by (`toEqual`), printed as and
 * written to JSON as; the rest is there to be asked for.
 */
export interface Call<Input = unknown, Output = unknown, Client = ClientLike> {
  /** The service's id, such as `EC2`. */
  readonly service: string;
  /** The operation's name, such as `CreateVpc`. */
  readonly operation: string;
  /** The input as it was at the call, without what the SDK leaves out of a request: `null` in structures. */
  readonly input: Input;
  /** The client that was called. */
  readonly client: Client;
  /** What the caller got, once it got it. */
  readonly output?: Output | undefined;
  /** What the caller was refused with. */
  readonly error?: unknown;
  /** Whose code made it, where a fixture ran that: `function orders`. */
  readonly caller?: string | undefined;
  /** How often the request was made; 1 but for retries. */
  readonly attempts: number;
  /** What was sent, a request for each attempt; with `delivery: 'wire'` only. */
  readonly requests?: readonly SentRequest[] | undefined;
}

/** A call that may still be under way. */
export interface Source extends Call<unknown, object> {
  readonly model: OperationModel | undefined;
}

/**
 * A call as a test sees it: a plain object of three members to whatever prints or compares it. The others
 * stand on the prototype: there `toMatchObject` and asymmetric matchers find them, and nothing else does.
 */
export class RecordedCall implements Call {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly #source: Source;

  constructor(source: Source) {
    this.service = source.service;
    this.operation = source.operation;
    this.input = printedAs(source.input, source.model?.input);
    this.#source = source;
  }

  /** What a call was made of; undefined for a copy. */
  static sourceOf(call: Call): Source | undefined {
    return #source in call ? call.#source : undefined;
  }

  get client(): ClientLike {
    return get(this, 'client') as ClientLike;
  }

  get output(): unknown {
    return get(this, 'output');
  }

  get error(): unknown {
    return get(this, 'error');
  }

  get caller(): string | undefined {
    return get(this, 'caller') as string | undefined;
  }

  get attempts(): number {
    return get(this, 'attempts') as number;
  }

  get requests(): readonly SentRequest[] | undefined {
    return get(this, 'requests') as readonly SentRequest[] | undefined;
  }

  /** For `JSON.stringify`, and for both runners' printers. */
  toJSON(): object {
    const { service, operation, input } = this;
    const shape = RecordedCall.sourceOf(this)?.model?.input;
    return { service, operation, input: shown(input, shape, RUNNER_LIMITS) };
  }
}

/** Runners compare and print copies of a call, made past its constructor: those have three members, no more. */
function get(call: RecordedCall, member: keyof Call): unknown {
  return RecordedCall.sourceOf(call)?.[member];
}

Object.defineProperties(RecordedCall.prototype, {
  // No class of ours in what is printed, and equal to a literal for `toStrictEqual`.
  constructor: { value: Object },
  // What Jest copies of an object before it prints it: else the whole client.
  [Symbol.for('@jest/serializableProperties')]: { value: ['service', 'operation', 'input'] },
});
