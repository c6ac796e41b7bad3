import { WrongUseError } from '../errors.js';
import type { BaseResource } from './base.js';
import { Context, notFound, packageOf, type ClientLike } from './context.js';
import { PlainValuesContext } from './customisations/plain-values.js';
import { TRANSLATIONS } from './customisations/translations.js';
import { definitions, type ServiceName } from './definitions/index.js';
import { newResource } from './factory.js';
import { clientPackage } from './packages.js';
import { serviceModel } from './parse.js';
import { placesOfCaller, type Places } from './places.js';

export interface ResourceOptions {
  /** False for a service that is off its model: inputs are sent as they are. */
  readonly validate?: boolean;
}

/** The service resource of a client, or of a service that is only named: then its client's settings come first. */
export function serviceResource(target: unknown, ...more: readonly object[]): BaseResource {
  const places = placesOfCaller();
  const isNamed = typeof target === 'string';
  const client = isNamed ? newClient(target, places, more[0]) : checkClient(target);
  const { validate = true } = checkOptions(isNamed ? more[1] : more[0]);
  const service = serviceModel(serviceNameOf(client));
  const Class = service.name === 'dynamodb' ? PlainValuesContext : Context;
  const translation = TRANSLATIONS[service.name];
  const context = new Class(service, client, { places, validate, translation });
  return newResource(context, service.root, {});
}

function newClient(name: string, places: Places, config: object = {}): ClientLike {
  const service = serviceModel(checkService(name));
  const Client = clientPackage(packageOf(service), places)?.client;
  if (Client === undefined)
    throw new WrongUseError(notFound(packageOf(service), places), 'what-a-resource-takes');
  return new Client(config) as ClientLike;
}

function checkOptions(given: object = {}): ResourceOptions {
  const unknown = Object.keys(given).find((name) => name !== 'validate');
  if (unknown === undefined) return given;
  throw new WrongUseError(
    `resource() has no option ${unknown}: it takes { validate: false }. What configures a client is given to the client.`,
    'what-a-resource-takes',
  );
}

function checkClient(value: unknown): ClientLike {
  if (isClient(value)) return value;
  const isClass = typeof value === 'function' && /Client$/.test(value.name);
  throw new WrongUseError(
    `resource() takes a client or the name of a service, such as 'ec2', but got ` +
      (isClass ? `the class ${value.name}: write resource(new ${value.name}())` : show(value)) +
      '.',
    'what-a-resource-takes',
  );
}

function serviceNameOf({ config }: ClientLike): ServiceName {
  return checkService(config.serviceId ?? '');
}

function checkService(id: string): ServiceName {
  const name = id.toLowerCase();
  if (Object.hasOwn(definitions, name)) return name as ServiceName;
  const names = Object.keys(definitions);
  throw new WrongUseError(
    `There are no resources for ${id === '' ? 'this client' : id}: boto3 has them for ` +
      `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}.`,
    'what-a-resource-takes',
  );
}

function isClient(value: unknown): value is ClientLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'send' in value &&
    typeof value.send === 'function' &&
    'config' in value &&
    typeof value.config === 'object'
  );
}

function show(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
