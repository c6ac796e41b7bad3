import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

type Exports = Readonly<Record<string, unknown>>;

/** A command class, as far as it is used. */
export type CommandClass = new (input: object) => object;

/** `paginateDescribeVpcs` and its kin. */
export type Paginate = (
  config: { readonly client: object; readonly pageSize?: number },
  input: object,
) => AsyncGenerator<object>;

/** `waitUntilVpcAvailable` and its kin. */
export type WaitUntil = (options: object, input: object) => Promise<unknown>;

/** A client package of the SDK. */
export interface ClientPackage {
  readonly client: (new (config: object) => object) | undefined;
  readonly command: (operation: string) => CommandClass | undefined;
  readonly paginate: (operation: string) => Paginate | undefined;
  readonly waitUntil: (name: string) => WaitUntil | undefined;
}

/**
 * The package that a client's class is from, or else the project's own copy of it.
 *
 * @param name - such as `@aws-sdk/client-ec2`
 * @param client - a client of it, where there is one
 */
export function clientPackage(name: string, client?: object): ClientPackage | undefined {
  const own = fromProject(name);
  if (client === undefined || (own !== undefined && isFrom(own, client))) return own && read(own);
  // A project can hold several copies of a package; Node keeps what they export by their file.
  const loaded = Object.values(createRequire(projectFile()).cache).find(
    (module) => module !== undefined && isModuleOf(module.exports, client, own),
  );
  const exported = (loaded?.exports as Exports | undefined) ?? own;
  return exported && read(exported);
}

const packages = new Map<string, Exports>();

/** What a package of the project exports, or undefined where the project does not have it. */
export function fromProject(name: string, from = projectFile()): Exports | undefined {
  const key = `${from}\0${name}`;
  const known = packages.get(key);
  if (known !== undefined) return known;
  const require = createRequire(from);
  try {
    require.resolve(name);
  } catch {
    return undefined;
  }
  const exported = require(name) as Exports;
  packages.set(key, exported);
  return exported;
}

/** The file that a package of the project would be loaded by, or undefined. */
export function resolveFromProject(name: string): string | undefined {
  try {
    return createRequire(projectFile()).resolve(name);
  } catch {
    return undefined;
  }
}

function projectFile(): string {
  return join(process.cwd(), 'package.json');
}

function read(exported: Exports): ClientPackage {
  const get = <T>(name: string) => exported[name] as T | undefined;
  return {
    client: clientClass(exported),
    command: (operation) => get(`${operation}Command`),
    paginate: (operation) => get(`paginate${operation}`),
    waitUntil: (name) => get(`waitUntil${name}`),
  };
}

function isFrom(exported: Exports, client: object): boolean {
  const Client = clientClass(exported);
  return Client !== undefined && client instanceof Client;
}

function isModuleOf(exported: unknown, client: object, own: Exports | undefined): boolean {
  // Looking into a module must not load more of it: the SDK's getters do.
  if (typeof exported !== 'object' || exported === null || !('__Client' in exported)) return false;
  if (!isFrom(exported, client)) return false;
  // lib-dynamodb has a client too, but not the service's commands.
  return own === undefined || clientClass(own)?.name === clientClass(exported)?.name;
}

const clientClasses = new WeakMap<Exports, ClientPackage['client']>();

function clientClass(exported: Exports): ClientPackage['client'] {
  if (clientClasses.has(exported)) return clientClasses.get(exported);
  const name = Object.keys(exported).find((each) => /^[A-Z]\w*Client$/.test(each));
  const found = name === undefined ? undefined : (exported[name] as ClientPackage['client']);
  clientClasses.set(exported, found);
  return found;
}
