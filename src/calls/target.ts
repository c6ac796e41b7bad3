import { WrongUseError } from '../errors.js';
import { loadedClients, squeeze } from '../model/index.js';
import {
  classesOf,
  DOCUMENT_CLIENT,
  EVERY_KEY,
  identityOf,
  isClient,
  isClientClass,
  isDocumentClient,
  keysOf,
  ownClassesOf,
  servicesOf,
  type ClientClass,
  type ClientLike,
  type TargetKey,
} from './client.js';
import { isCommandClass } from './command.js';
import { gotMock, isMockFunction, isOfMockedClass, refuseMocked } from './mocked-classes.js';
import { sampleOf, sampleOfService } from './samples.js';
import { allowOtherService, checkedServiceId } from './service-id.js';
import { TARGET } from './target-symbol.js';

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

export const EVERY_CLIENT: Target = {
  key: EVERY_KEY,
  keys: [EVERY_KEY],
  name: 'every client',
  code: '',
  serviceId: undefined,
  senders: sendersOfLoaded,
};

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
    'something-that-is-no-client',
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

const classTargets = new WeakMap<ClientClass, Target>();

function classTarget(value: ClientClass, from: string): Target {
  if (isMockFunction(value)) throw gotMock(value, from);
  if (!isClientClass(Object.getPrototypeOf(value))) {
    throw new WrongUseError(
      `${from} got ${value.name}, the base class of all clients. For every client write stub().`,
      'something-that-is-no-client',
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
    keys: [...(isOwn ? [value] : []), ...servicesOf(service), EVERY_KEY],
    name: value.name,
    code: value.name,
    serviceId: () =>
      isDocumentClient(className) ? DOCUMENT_CLIENT : sampleOf(serviceClass)?.config.serviceId,
    sample: () =>
      isDocumentClient(className) ? sampleOfService('DynamoDB') : sampleOf(serviceClass),
    // A plain client of DynamoDB stands for document clients, which are of another class.
    senders: () =>
      service === 'dynamodb'
        ? [...new Set([...prototypesOf(value), ...sendersOfLoaded()])]
        : prototypesOf(value),
  };
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
    throw new WrongUseError(
      `${from} takes a service id such as 'EC2', but got an empty name.`,
      'something-that-is-no-client',
    );
  }
  if (isAnyService) allowOtherService(service);
  const serviceId = checkedServiceId(id, service, from);
  if (!isAnyService) refuseMocked(serviceId, from);
  return {
    key: service,
    keys: [...servicesOf(service), EVERY_KEY],
    name: id,
    code: `'${id}'`,
    serviceId: () => serviceId,
    sample: () => sampleOfService(serviceId),
    senders: sendersOfLoaded,
  };
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'key' in value && 'code' in value;
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
