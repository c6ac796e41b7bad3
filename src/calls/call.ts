import { copyOf } from './copy.js';
import { namesOf, type CommandLike, type OperationNames } from './operation.js';
import { identityOf, type ClientIdentity, type ClientLike } from './target.js';

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
}

/** A call while it is being answered, with what finding its reply needs. */
export interface OpenCall extends Call {
  readonly names: OperationNames;
  readonly identity: ClientIdentity;
  readonly command: CommandLike;
  output?: object;
  error?: unknown;
}

/** Takes down that this client was asked to send this command. */
export function openCall(client: ClientLike, command: CommandLike): OpenCall {
  const names = namesOf(command);
  const identity = identityOf(client);
  const call = {
    service: identity.service,
    operation: names.operation,
    input: copyOf(command.input),
    client,
    attempts: 1,
  };
  // Not enumerable: a printed or compared call is what its documentation says, no more.
  return Object.defineProperties(call as OpenCall, {
    names: { value: names },
    identity: { value: identity },
    command: { value: command },
  });
}
