import { copyOf } from './copy.js';
import type { SentRequest } from '../wire/index.js';
import { namesOf, type CommandLike, type OperationNames } from './operation.js';
import { identityOf, type ClientIdentity, type ClientLike, type TargetKey } from './target.js';

/** One `client.send()` of an operation during a test. */
export interface Call<Input = unknown, Output = unknown, Client = ClientLike> {
  /** The service's id, such as `EC2`. */
  readonly service: string;
  /** The operation's name, such as `CreateVpc`. */
  readonly operation: string;
  /** The input as it was at the call. */
  readonly input: Input;
  /** The client that was called. */
  readonly client: Client;
  /** What the caller got, once it got it. */
  readonly output?: Output;
  /** What the caller was refused with. */
  readonly error?: unknown;
  /** How often the request was made; 1 but for retries. */
  readonly attempts: number;
  /** What was sent, a request for each attempt; with `delivery: 'wire'` only. */
  readonly requests?: readonly SentRequest[];
}

/**
 * A call while it is being answered. What finding its reply needs stands behind getters: a printed or
 * compared call is what `Call` says, no more.
 */
export class OpenCall implements Call {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly client: ClientLike;
  attempts = 1;
  declare requests?: SentRequest[];
  declare output?: object;
  declare error?: unknown;
  readonly #names: OperationNames;
  readonly #identity: ClientIdentity;
  #command: CommandLike | undefined;
  #keys: readonly TargetKey[] | undefined;

  /** Takes down that this client was asked to send this command. */
  constructor(client: ClientLike, command: CommandLike) {
    this.#names = namesOf(command);
    this.#identity = identityOf(client);
    this.#command = command;
    this.service = this.#identity.service;
    this.operation = this.#names.operation;
    this.input = copyOf(command.input);
    this.client = client;
  }

  get names(): OperationNames {
    return this.#names;
  }

  /** Every key that the client's stubs may be under, nearest first: itself, its classes, every client. */
  get keys(): readonly TargetKey[] {
    return (this.#keys ??= [this.client, ...this.#identity.keys]);
  }

  get identity(): ClientIdentity {
    return this.#identity;
  }

  /** Takes down a request that the SDK sent for the call. */
  sent(request: SentRequest): void {
    this.requests ??= [];
    this.requests.push(request);
    this.attempts = this.requests.length;
  }

  /** The command, until the call is answered. */
  get command(): CommandLike {
    if (this.#command === undefined) throw new Error('The call is answered: its command is gone.');
    return this.#command;
  }

  /** Takes down how the call ended. A command is large (a middleware stack of its own), so it goes. */
  end(ending: { readonly output: object } | { readonly error: unknown }): void {
    if ('output' in ending) this.output = ending.output;
    else this.error = ending.error;
    this.#command = undefined;
  }
}
