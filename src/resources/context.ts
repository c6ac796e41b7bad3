import { WrongUseError } from '../errors.js';
import { inputProblem } from './input-problem.js';
import type { ServiceModel } from './model.js';
import { clientPackage, type ClientPackage, type CommandClass } from './packages.js';
import type { Places } from './places.js';

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

/** What an operation is given and what it answers, where a resource has them otherwise than the client. */
export interface Translation {
  readonly input?: (operation: string, input: Input) => Input;
  readonly output?: (operation: string, output: Output) => Output;
}

/** How the resources of one `resource(client)` are made. */
export interface Settings {
  readonly places: Places;
  /** Whether inputs are checked before they are sent; in tests the stubs' own settings say so. */
  readonly validate: boolean;
  readonly translation?: Translation | undefined;
}

/** What all resources of one `resource(client)` share: whom they call, and how. */
export class Context {
  readonly service: ServiceModel;
  readonly client: ClientLike;
  readonly package: ClientPackage;
  readonly settings: Settings;
  readonly #commands = new Map<string, CommandClass>();

  constructor(service: ServiceModel, client: ClientLike, settings: Settings) {
    const name = packageOf(service);
    const found = clientPackage(name, settings.places, client);
    if (found === undefined)
      throw new WrongUseError(notFound(name, settings.places), 'what-a-resource-takes');
    this.service = service;
    this.client = client;
    this.package = found;
    this.settings = settings;
  }

  /** Calls an operation through the client. */
  async call(operation: string, given: Input, options?: SendOptions): Promise<Output> {
    const input = this.settings.translation?.input?.(operation, given) ?? given;
    const output = await this.send(new (this.command(operation))(input), options);
    return this.read(operation, output);
  }

  /** An answer as resources have it. */
  read(operation: string, output: Output): Output {
    return this.settings.translation?.output?.(operation, output) ?? output;
  }

  async send(command: object, options?: SendOptions): Promise<Output> {
    const { client } = this as { client: { send(...args: unknown[]): unknown } };
    this.check(command);
    return client.send(command, options) as Promise<Output>;
  }

  /** @throws InvalidInputError for a command whose input its operation does not take */
  check(command: object): void {
    const problem = this.settings.validate ? inputProblem(this.client, command) : undefined;
    if (problem !== undefined) throw problem;
  }

  /** What stands for the client where the SDK's own functions call it: they take only a client of their own copy. */
  standIn(send: (command: object, options?: SendOptions) => unknown): object {
    const { client } = this;
    const { client: Client } = this.package;
    const isOwn = Client === undefined || client instanceof Client;
    const prototype = isOwn ? client : (Client.prototype as object);
    return Object.create(prototype, { send: { value: send } }) as object;
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
      'what-a-resource-takes',
    );
  }
}

export function packageOf({ name }: ServiceModel): string {
  return `@aws-sdk/client-${name}`;
}

/** What to say where a package is not found. */
export function notFound(name: string, places: Places): string {
  return `resource() finds no ${name} from ${places()[0] ?? 'here'}: install it in this project.`;
}
