import { createRequire } from 'node:module';
import { installed } from './installed.js';
import type { Places } from './places.js';

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

/** By a client's class, and by the package's name: what stands for a client may be of any class. */
const known = new WeakMap<object, Map<string, ClientPackage>>();

/**
 * The package that a client's class is from, or else the caller's own copy of it.
 *
 * @param name - such as `@aws-sdk/client-ec2`
 * @param places - from where it is looked for
 * @param client - a client of it, where there is one
 */
export function clientPackage(
  name: string,
  places: Places,
  client?: object,
): ClientPackage | undefined {
  const Class = client?.constructor;
  const before = Class && known.get(Class)?.get(name);
  if (before !== undefined) return before;
  let nearest: Exports | undefined;
  for (const exported of copiesOf(name, places, client)) {
    if (client === undefined) return read(exported);
    nearest ??= exported;
    if (!isFrom(exported, client)) continue;
    nearest = exported;
    break;
  }
  const found = nearest && read(nearest);
  if (Class !== undefined && found !== undefined) {
    known.set(Class, (known.get(Class) ?? new Map<string, ClientPackage>()).set(name, found));
  }
  return found;
}

/** Each copy of a package that can be found. */
function* copiesOf(name: string, places: Places, client: object | undefined): Generator<Exports> {
  for (const place of places()) {
    const found = packageFrom(name, place);
    if (found !== undefined) yield found;
  }
  const builtIn = installed(name) as Exports | undefined;
  if (builtIn !== undefined) yield builtIn;
  // A project can hold several copies of a package; Node keeps what they export by their file.
  for (const module of Object.values(createRequire(places()[0] ?? '').cache)) {
    const exported: unknown = module?.exports;
    if (isClientModule(exported) && (isFrom(exported, client) || isOfService(exported, name))) {
      yield exported;
    }
  }
}

const packages = new Map<string, Exports>();

/** What a package exports that is found from a file, or undefined where there is none. */
function packageFrom(name: string, place: string): Exports | undefined {
  const key = `${place}\0${name}`;
  const before = packages.get(key);
  if (before !== undefined) return before;
  const require = createRequire(place);
  try {
    require.resolve(name);
  } catch {
    return undefined;
  }
  const exported = require(name) as Exports;
  packages.set(key, exported);
  return exported;
}

/** A package of the SDK that builds on a client's: `@aws-sdk/lib-storage`. */
export function libraryFrom(name: string, places: Places): Exports | undefined {
  for (const place of places()) {
    const found = packageFrom(name, place);
    if (found !== undefined) return found;
  }
  return installed(name) as Exports | undefined;
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

function isFrom(exported: Exports, client: object | undefined): boolean {
  const Client = clientClass(exported);
  // lib-dynamodb has a client too, but not the service's commands.
  return (
    Client !== undefined && client instanceof Client && Client.name !== 'DynamoDBDocumentClient'
  );
}

/** Looking into a module must not load more of it: the SDK's getters do. */
function isClientModule(exported: unknown): exported is Exports {
  return typeof exported === 'object' && exported !== null && '__Client' in exported;
}

function isOfService(exported: Exports, name: string): boolean {
  const service = name.slice(name.indexOf('client-') + 'client-'.length);
  return clientClass(exported)?.name.toLowerCase() === `${service}client`;
}

const clientClasses = new WeakMap<Exports, ClientPackage['client']>();

function clientClass(exported: Exports): ClientPackage['client'] {
  if (clientClasses.has(exported)) return clientClasses.get(exported);
  const name = Object.keys(exported).find((each) => /^[A-Z]\w*Client$/.test(each));
  const found = name === undefined ? undefined : (exported[name] as ClientPackage['client']);
  clientClasses.set(exported, found);
  return found;
}
