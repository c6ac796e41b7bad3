import { WrongUseError } from '../errors.js';
import {
  hasPackage,
  knownServiceId,
  loadedClients,
  meantServiceId,
  packagesOf,
  servicePackage,
  squeeze,
} from '../model/index.js';
import { toCode } from './print.js';
import { chainOf, currentScope, mockedPackages, projectFolders, type Scope } from './scope.js';
import { TARGET } from './target-symbol.js';

/** What every client of the SDK has, whichever copy of the SDK it came from. */
export interface ClientLike {
  readonly config: {
    readonly serviceId?: string;
    readonly protocol?: unknown;
    readonly protocolSettings?: {
      readonly defaultNamespace?: string;
      readonly errorTypeRegistries?: readonly object[];
    };
  };
  readonly middlewareStack: object;
  send(...args: never[]): unknown;
}

/** A client class of the SDK, or a user's own class that extends one. */
export type ClientClass = abstract new (...args: never[]) => ClientLike;

/** Whose calls are meant: a stub is written for a target, an assertion is made on one. */
export interface Target {
  /** Equal for targets that mean the same clients. */
  readonly key: TargetKey;
  /** Its key, then those of the wider targets that it is part of. */
  readonly keys: readonly TargetKey[];
  /** How messages call it: `EC2Client`, `this EC2Client`, `every client`. */
  readonly name: string;
  /** How code says it, for the line that a message suggests. */
  readonly code: string;
  /** The service's id as AWS writes it (`S3 Control`), where the target is of one service. */
  readonly serviceId: (() => string | undefined) | undefined;
  /** A client of the target, for what its service's model says; never called. */
  readonly sample?: () => ClientLike | undefined;
  /** The objects that a mock may have put a `send` of its own on, nearest first: the client, prototypes. */
  readonly senders: () => readonly object[];
}

/** What stands for a client, a user's own client class, a service's squeezed id, or `*` for every client. */
export type TargetKey = object | string;

/** Who a client is: worked out once for a class. */
export interface ClientIdentity {
  /** The service's id as AWS writes it, or the class's name where there is none. */
  readonly service: string;
  /** `EC2Client`, also for an aggregated `EC2`. */
  readonly className: string;
  /** From the nearest to the widest: own classes, the service, every client; the client itself comes before. */
  readonly keys: readonly TargetKey[];
}

/** Stands for the service id of document clients, which have none of their own. */
export const DOCUMENT_CLIENT = 'DynamoDBDocument';

export const EVERY_CLIENT: Target = {
  key: '*',
  keys: ['*'],
  name: 'every client',
  code: '',
  serviceId: undefined,
  senders: sendersOfLoaded,
};

const identities = new WeakMap<object, ClientIdentity>();

/** Who this client is, and which targets it belongs to. */
export function identityOf(client: ClientLike): ClientIdentity {
  const known = identities.get(client.constructor);
  if (known !== undefined) return known;
  const identity = identify(client);
  identities.set(client.constructor, identity);
  return identity;
}

/** What is put on a document client under this is seen on every Proxy around it. */
const ITSELF = Symbol.for('aws-sdk-stubber.itself');

/**
 * What stands for a client: its configuration, which a Proxy around it and the document clients made from it
 * share with it. A document client has something of its own before that.
 */
export function keysOf(client: ClientLike): readonly TargetKey[] {
  const { className, keys } = identityOf(client);
  const config: TargetKey = typeof client.config === 'object' ? client.config : client;
  return isDocumentClient(className) ? [itself(client), config, ...keys] : [config, ...keys];
}

function itself(client: ClientLike & { readonly [ITSELF]?: object }): object {
  if (client[ITSELF] === undefined && Object.isExtensible(client)) {
    Object.defineProperty(client, ITSELF, { value: {} });
  }
  return client[ITSELF] ?? client;
}

/**
 * The target that a value of a test stands for.
 *
 * @param value - a client, a client class, a service id such as `'EC2'`, something that stands for
 *   one of these (a stub, a resource, a fixture's handle), or nothing for every client
 * @param from - the call that got the value, for the error
 * @param isAnyService - a service id need not be one of AWS's
 * @throws WrongUseError when the value is none of these, or a service id that AWS does not have
 */
export function targetOf(value: unknown, from: string, isAnyService = false): Target {
  if (value === undefined) return EVERY_CLIENT;
  if (typeof value === 'string') return serviceTarget(value, from, isAnyService);
  if (typeof value === 'object' && value !== null && TARGET in value) {
    const target = value[TARGET];
    return isTarget(target) ? target : targetOf(target, from);
  }
  if (isClientClass(value)) return classTarget(value, from);
  if (isMock(value)) return targetOf(clientOrClass(value.client), from);
  if (isClient(value)) {
    const { service, className } = identityOf(value);
    const keys = keysOf(value);
    return {
      key: keys[0] ?? value,
      keys,
      name: `this ${className}`,
      code: variableName(className),
      serviceId: () => (isDocumentClient(className) ? DOCUMENT_CLIENT : service),
      sample: () => value,
      senders: () => [value, ...prototypesOf(value.constructor as ClientClass)],
    };
  }
  if (typeof value === 'object' && value !== null && isOfMockedClass(value)) {
    throw gotMock(value.constructor, from);
  }
  throw new WrongUseError(
    `${from} takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, ` +
      `but got ${describeOther(value)}.`,
  );
}

/** True where the target means calls of this client. */
export function isFor(target: Target, client: ClientLike): boolean {
  return keysOf(client).includes(target.key);
}

/** True where all clients that one target means are meant by the other. */
export function isWithin(target: Target, outer: Target): boolean {
  return target.keys.includes(outer.key);
}

export function isClient(value: unknown): value is ClientLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'config' in value &&
    'middlewareStack' in value &&
    'send' in value &&
    typeof value.send === 'function'
  );
}

export function isClientClass(value: unknown): value is ClientClass {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as Record<string, unknown> | undefined;
  return typeof prototype?.['send'] === 'function' && typeof prototype['destroy'] === 'function';
}

function identify(client: ClientLike): ClientIdentity {
  const chain = classesOf(client.constructor as ClientClass);
  const serviceClass = chain.at(-1);
  const className = serviceClass?.name ?? 'Client';
  // A document client shares its client's config, service id and all, but takes other values.
  const serviceId = isDocumentClient(className) ? undefined : client.config.serviceId;
  // Both names: a bundler may have shortened the class's, and a user may have set another id.
  const services = new Set([squeeze(serviceId ?? className), ...servicesOf(squeeze(className))]);
  return {
    service: client.config.serviceId ?? className.replace(/Client$/, ''),
    className,
    keys: [...ownClassesOf(chain), ...services, EVERY_CLIENT.key],
  };
}

/** A service's key; for that of document clients, the one of the plain clients under them too. */
function servicesOf(service: string): string[] {
  return service === squeeze(DOCUMENT_CLIENT) ? [service, 'dynamodb'] : [service];
}

/** The classes of a client from its own to the service's, without the SDK's base class. */
function classesOf(own: ClientClass): ClientClass[] {
  const chain: ClientClass[] = [];
  let current: unknown = own;
  while (isClientClass(current)) {
    chain.push(current);
    current = Object.getPrototypeOf(current);
  }
  // The last one is `Client` of @smithy/core or @smithy/smithy-client.
  return chain.length > 1 ? chain.slice(0, -1) : chain;
}

/** The user's own classes of a chain: what remains without the service's and its aggregated class. */
function ownClassesOf(chain: readonly ClientClass[]): ClientClass[] {
  const serviceClass = chain.at(-1);
  return chain.slice(0, -1).filter((each) => `${each.name}Client` !== serviceClass?.name);
}

const classTargets = new WeakMap<ClientClass, Target>();

function classTarget(value: ClientClass, from: string): Target {
  if (isMockFunction(value)) throw gotMock(value, from);
  if (!isClientClass(Object.getPrototypeOf(value))) {
    throw new WrongUseError(
      `${from} got ${value.name}, the base class of all clients. For every client write stub().`,
    );
  }
  let target = classTargets.get(value);
  if (target === undefined) classTargets.set(value, (target = targetOfClass(value)));
  return target;
}

function targetOfClass(value: ClientClass): Target {
  const chain = classesOf(value);
  const serviceClass = chain.at(-1) ?? value;
  const className = serviceClass.name;
  const isOwn = ownClassesOf(chain)[0] === value;
  const service = squeeze(className);
  return {
    key: isOwn ? value : service,
    keys: [...(isOwn ? [value] : []), ...servicesOf(service), EVERY_CLIENT.key],
    name: value.name,
    code: value.name,
    serviceId: () =>
      isDocumentClient(className) ? DOCUMENT_CLIENT : sampleOf(serviceClass)?.config.serviceId,
    sample: () =>
      isDocumentClient(className) ? sampleOfService('DynamoDB') : sampleOf(serviceClass),
    senders: () => prototypesOf(value),
  };
}

/** A mock function of either runner. */
function isMockFunction(
  value: unknown,
): value is { readonly name: string; readonly mock: unknown } {
  return typeof value === 'function' && 'mock' in value;
}

/** What `new` gives of such a class: of a client nothing is in it but mocks. */
function isOfMockedClass(value: object): boolean {
  return isMockFunction(value.constructor) || ('send' in value && isMockFunction(value.send));
}

function gotMock(mocked: { readonly name: string }, from: string): WrongUseError {
  const name = /Client$/.test(mocked.name) ? mocked.name : 'a client class';
  return new WrongUseError(
    `${from} got a mock of ${name}: vi.mock or jest.mock replaced its package, and calls of it ` +
      'reach no stub. Take that mock out; every client is stubbed without it.',
  );
}

/** The client packages that the test file mocks as a whole; undefined where the runner does not tell. */
export function mockedClients(): string[] | undefined {
  return mockedPackages()?.filter((name) => /^@aws-sdk\/(?:client-|lib-dynamodb$)/.test(name));
}

/** A service id says nothing of a mock, and its calls would be nobody's. */
function refuseMocked(serviceId: string, from: string): void {
  const names = packagesOf(serviceId);
  const known = mockedClients();
  // Jest does not tell, but gives its mock where the project's package is asked for. A spy of Vitest is in the real one.
  const isMocked =
    known === undefined && isMockFunction(servicePackage(names, projectFolders())?.client);
  const mocked = isMocked ? names[0] : known?.find((name) => names.includes(name));
  if (mocked === undefined) return;
  throw new WrongUseError(
    `${from} means clients of ${mocked}, which vi.mock or jest.mock replaced with mocks: calls of them reach no stub, ` +
      'and are not recorded. Take that mock out; every client is stubbed without it.',
  );
}

/** With that of the SDK's base class. */
function prototypesOf(value: ClientClass): object[] {
  const prototypes: object[] = [];
  let current: unknown = value;
  while (isClientClass(current)) {
    prototypes.push(current.prototype as object);
    current = Object.getPrototypeOf(current);
  }
  return prototypes;
}

/** For targets that no class is given for. */
function sendersOfLoaded(): object[] {
  const prototypes = loadedClients().flatMap((each) => prototypesOf(each as never));
  return [...new Set(prototypes)];
}

/** What `mockClient` of aws-sdk-client-mock gives: `client` is what it was given, or the class's prototype. */
interface Mock {
  readonly client: object;
}

function isMock(value: unknown): value is Mock {
  if (typeof value !== 'object' || value === null || !('client' in value)) return false;
  return 'commandCalls' in value && typeof value.client === 'object' && value.client !== null;
}

function clientOrClass(client: object): unknown {
  return isClientClass(client.constructor) && client.constructor.prototype === client
    ? client.constructor
    : client;
}

function serviceTarget(id: string, from: string, isAnyService: boolean): Target {
  const service = squeeze(id);
  if (service === '') {
    throw new WrongUseError(`${from} takes a service id such as 'EC2', but got an empty name.`);
  }
  if (isAnyService)
    currentScope()
      .part(OTHER_SERVICES, () => new Set<string>())
      .add(service);
  const serviceId = checkedServiceId(id, service, from);
  if (!isAnyService) refuseMocked(serviceId, from);
  return {
    key: service,
    keys: [...servicesOf(service), EVERY_CLIENT.key],
    name: id,
    code: `'${id}'`,
    serviceId: () => serviceId,
    sample: () => sampleOfService(serviceId),
    senders: sendersOfLoaded,
  };
}

/** Services that are not AWS's, by their squeezed ids, as the scope's tests said. */
const OTHER_SERVICES = 'other-services';

const serviceIds = new Map<string, string>();

/** The id by which the service's package is found. */
function checkedServiceId(id: string, service: string, from: string): string {
  const checked = serviceIds.get(id);
  if (checked !== undefined) return checked;
  const given = id.replace(/Client$/, '');
  const found = hasPackage(packagesOf(given), projectFolders()) ? given : knownServiceId(given);
  if (found !== undefined) {
    serviceIds.set(id, found);
    return found;
  }
  if (isOtherService(service)) return given;
  const meant = meantServiceId(id);
  throw new WrongUseError(
    `${from}: there is no service '${id}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`} ` +
      `Where a client of your own has this id, write stub('${id}', { unknownService: true }).`,
  );
}

/** True where a test said that there are services that are not AWS's. */
export function hasOtherServices(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => scope.existingPart(OTHER_SERVICES) !== undefined);
}

/** A service that is not AWS's: a test said so, or a client of it was called. */
function isOtherService(service: string): boolean {
  return [...chainOf(currentScope())].some(
    (scope) =>
      scope.existingPart<Set<string>>(OTHER_SERVICES)?.has(service) === true ||
      scope.calls.some(({ keys }) => keys.includes(service)),
  );
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'key' in value && 'code' in value;
}

const samples = new WeakMap<ClientClass, ClientLike | undefined>();

/** A client of each of AWS's classes that are loaded. */
export function samplesOfLoaded(): ClientLike[] {
  return loadedClients().flatMap((each) => sampleOf(each as unknown as ClientClass) ?? []);
}

/** Only a client knows its service's id; one of the SDK's own classes can be made for nothing. */
function sampleOf(serviceClass: ClientClass): ClientLike | undefined {
  if (!samples.has(serviceClass)) samples.set(serviceClass, makeSample(serviceClass));
  return samples.get(serviceClass);
}

/** A client of a service that is only named, from the project's own package. */
function sampleOfService(serviceId: string): ClientLike | undefined {
  const client = servicePackage(packagesOf(serviceId), projectFolders())?.client;
  return client && sampleOf(client as unknown as ClientClass);
}

function makeSample(serviceClass: ClientClass): ClientLike | undefined {
  try {
    const Client = serviceClass as unknown as new (config: object) => ClientLike;
    const client = new Client({ region: 'us-east-1' });
    // Jest gives its mock where the project's package is asked for.
    return isClient(client) ? client : undefined;
  } catch {
    // A document client is made from another client.
    return undefined;
  }
}

function isDocumentClient(className: string): boolean {
  return className === 'DynamoDBDocumentClient';
}

function variableName(className: string): string {
  return isDocumentClient(className) ? 'documentClient' : squeeze(className);
}

function describeOther(value: unknown): string {
  if (value === null) return 'null';
  if (isOfVersion2(value)) {
    return 'a client of the AWS SDK v2. This package stubs clients of v3, those of @aws-sdk/client-…';
  }
  if (typeof value === 'function') {
    return isCommandClass(value)
      ? `the command class ${value.name} (give the client's class, and the command after it)`
      : `the function ${value.name || '(anonymous)'}`;
  }
  if (typeof value === 'object') {
    const name = (value.constructor as { name?: string } | undefined)?.name ?? 'Object';
    return name.endsWith('Command')
      ? `a ${name} (give the client that sends it)`
      : `a value of type ${name}`;
  }
  return `a ${typeof value}`;
}

/** A client of the AWS SDK v2, or its class; source: `AWS.Service` and `AWS.DynamoDB.DocumentClient` of the package aws-sdk. */
function isOfVersion2(value: unknown): boolean {
  const client: unknown = typeof value === 'function' ? value.prototype : value;
  if (typeof client !== 'object' || client === null) return false;
  return 'makeRequest' in client || 'makeServiceRequest' in client;
}

/** A command of the SDK in place of its parameters: what to write instead. */
export function commandForParams(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !isCommandClass(params.constructor)) return;
  const { name } = params.constructor;
  const { input } = params as { readonly input?: unknown };
  return `takes an object of parameters after the operation, not a ${name}: write (${name}, ${toCode(input, undefined)}).`;
}

/** A command class of the SDK, of any copy and age. */
export function isCommandClass(value: unknown): value is new (input: never) => object {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as Record<string, unknown> | undefined;
  return typeof prototype?.['resolveMiddleware'] === 'function';
}
