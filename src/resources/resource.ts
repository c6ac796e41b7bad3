import process from 'node:process';
import { WrongUseError } from '../errors.js';
import type { BaseResource } from './base.js';
import { Context, packageOf, type ClientLike } from './context.js';
import { PlainValuesContext } from './customisations/plain-values.js';
import { definitions, type ServiceName } from './definitions/index.js';
import { newResource } from './factory.js';
import { clientPackage } from './packages.js';
import { serviceModel } from './parse.js';

/** The service resource of a client, or of a service that is only named. */
export function serviceResource(target: unknown, config?: object): BaseResource {
  const client = typeof target === 'string' ? newClient(target, config) : checkClient(target);
  const service = serviceModel(serviceNameOf(client));
  const Class = service.name === 'dynamodb' ? PlainValuesContext : Context;
  return newResource(new Class(service, client), service.root, {});
}

function newClient(name: string, config: object = {}): ClientLike {
  const service = serviceModel(checkService(name));
  const Client = clientPackage(packageOf(service))?.client;
  if (Client === undefined) {
    throw new WrongUseError(
      `resource('${name}') finds no ${packageOf(service)} from ${process.cwd()}: ` +
        'install it in this project, or write resource(client).',
    );
  }
  return new Client(config) as ClientLike;
}

function checkClient(value: unknown): ClientLike {
  if (isClient(value)) return value;
  const isClass = typeof value === 'function' && /Client$/.test(value.name);
  throw new WrongUseError(
    `resource() takes a client or the name of a service, such as 'ec2', but got ` +
      (isClass ? `the class ${value.name}: write resource(new ${value.name}())` : show(value)) +
      '.',
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
