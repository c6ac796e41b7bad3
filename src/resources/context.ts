import process from 'node:process';
import { WrongUseError } from '../errors.js';
import type { ServiceModel } from './model.js';
import { clientPackage, type ClientPackage, type CommandClass } from './packages.js';

/** What every client of the SDK has. */
export interface ClientLike {
  readonly config: { readonly serviceId?: string };
  send(...args: never[]): unknown;
}

/** What `client.send()` takes besides the command. */
export interface SendOptions {
  readonly abortSignal?: AbortSignal | undefined;
  readonly [name: string]: unknown;
}

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;

/** What all resources of one `resource(client)` share: whom they call, and how. */
export class Context {
  readonly service: ServiceModel;
  readonly client: ClientLike;
  readonly package: ClientPackage;
  readonly #commands = new Map<string, CommandClass>();

  constructor(service: ServiceModel, client: ClientLike) {
    const name = packageOf(service);
    const found = clientPackage(name, client);
    if (found === undefined) {
      throw new WrongUseError(
        `resource() finds no ${name} from ${process.cwd()}: install it in this project.`,
      );
    }
    this.service = service;
    this.client = client;
    this.package = found;
  }

  /** Calls an operation through the client. */
  call(operation: string, input: Input, options?: SendOptions): Promise<Output> {
    return this.send(new (this.command(operation))(input), options);
  }

  send(command: object, options?: SendOptions): Promise<Output> {
    const { client } = this as { client: { send(...args: unknown[]): unknown } };
    return client.send(command, options) as Promise<Output>;
  }

  /** The command class of an operation, from the client's own package. */
  command(operation: string): CommandClass {
    const known = this.#commands.get(operation);
    if (known !== undefined) return known;
    const Command = this.package.command(operation) ?? this.lacks(`${operation}Command`);
    this.#commands.set(operation, Command);
    return Command;
  }

  /** The error for an older package that lacks what a table needs. */
  lacks(name: string): never {
    throw new WrongUseError(
      `${packageOf(this.service)} of this project exports no ${name}: install a newer version.`,
    );
  }
}

export function packageOf({ name }: ServiceModel): string {
  return `@aws-sdk/client-${name}`;
}
