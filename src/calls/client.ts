import { squeeze } from '../model/index.js';

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

/** What stands for a client, a user's own client class, a service's squeezed id, or `*` for every client. */
export type TargetKey = object | string;

/** The key of every client. */
export const EVERY_KEY = '*';

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
    keys: [...ownClassesOf(chain), ...services, EVERY_KEY],
  };
}

/** A service's key; for that of document clients, the one of the plain clients under them too. */
export function servicesOf(service: string): string[] {
  return service === squeeze(DOCUMENT_CLIENT) ? [service, 'dynamodb'] : [service];
}

/** The classes of a client from its own to the service's, without the SDK's base class. */
export function classesOf(own: ClientClass): ClientClass[] {
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
export function ownClassesOf(chain: readonly ClientClass[]): ClientClass[] {
  const serviceClass = chain.at(-1);
  return chain.slice(0, -1).filter((each) => `${each.name}Client` !== serviceClass?.name);
}

export function isDocumentClient(className: string): boolean {
  return className === 'DynamoDBDocumentClient';
}
