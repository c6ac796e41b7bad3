import type { OperationModel } from '../model/index.js';
import type { SentRequest } from '../wire/index.js';
import { presentCaller } from './caller.js';
import {
  identityOf,
  keysOf,
  type ClientIdentity,
  type ClientLike,
  type TargetKey,
} from './client.js';
import { namesOf, type CommandLike, type OperationNames } from './command.js';
import { RecordedCall } from './recorded-call.js';
import type { RequestIds } from './request-ids.js';
import { takenInput } from './taken-input.js';

/** A call while it is being answered, with what finding its reply needs; a test sees its `recorded`. */
export class OpenCall {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly client: ClientLike;
  attempts = 1;
  /** Who made it, where that was not the test or what it calls. */
  readonly caller: string | undefined = presentCaller();
  declare requests?: SentRequest[];
  declare output?: object;
  declare error?: unknown;
  #recorded: RecordedCall | undefined;
  readonly #names: OperationNames;
  readonly #identity: ClientIdentity;
  #command: CommandLike | undefined;
  #keys: readonly TargetKey[] | undefined;

  /**
   * Takes down that this client was asked to send this command.
   *
   * @param requestIds - of the scope that the call belongs to
   */
  constructor(
    client: ClientLike,
    command: CommandLike,
    readonly requestIds: RequestIds,
  ) {
    this.#names = namesOf(command);
    this.#identity = identityOf(client);
    this.#command = command;
    this.service = this.#identity.service;
    this.operation = this.#names.operation;
    this.input = takenInput(client, command);
    this.client = client;
  }

  get names(): OperationNames {
    return this.#names;
  }

  /** Every key that the client's stubs may be under, nearest first: what stands for itself, its classes, every client. */
  get keys(): readonly TargetKey[] {
    return (this.#keys ??= keysOf(this.client));
  }

  /** What its input and output may be, where the SDK says so. */
  get model(): OperationModel | undefined {
    return this.#names.model;
  }

  /** The call as tests see it, always the same object. */
  get recorded(): RecordedCall {
    return (this.#recorded ??= new RecordedCall(this));
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
