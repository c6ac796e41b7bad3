import { WrongUseError } from '../errors.js';
import {
  meantOperation,
  modelOf,
  nearest,
  packagesOf,
  servicePackage,
  type OperationModel,
  type Shape,
  type ServicePackage,
} from '../model/index.js';
import { DOCUMENT_CLIENT, EVERY_KEY } from './client.js';
import { isCommandClass, namesOf, type CommandClass, type Form } from './command.js';
import { chainOf, currentScope, projectFolders } from './scope.js';
import { hasOtherServices } from './service-id.js';
import type { Target } from './target.js';

/** An operation that a test gave. */
export interface Operation {
  /** As AWS names it. */
  readonly name: string;
  /** What its input and output may be, where the SDK says so. */
  readonly model: OperationModel | undefined;
  /** Of DynamoDB's operations; undefined for the form that each call has. */
  readonly form?: Form | undefined;
}

/**
 * The operation that a test gave, as a command class or by name.
 *
 * @throws WrongUseError when it is neither, or when the target's service has no such operation
 */
export function operationOf(operation: unknown, target: Target, from: string): Operation {
  if (typeof operation === 'string') return namedOperation(operation, target, from);
  if (isCommandClass(operation)) return checkedCommand(operation as CommandClass, target, from);
  throw new WrongUseError(
    `${from} takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), ` +
      `but got ${describeOther(operation)}.`,
    'a-command-in-place-of-its-class',
  );
}

/** What the input of a target's operation may be; undefined where nothing says so. */
export function inputShapeOf(operation: string, target: Target): Shape | undefined {
  return namedModel(operation, target)?.input;
}

/** The same of its output. */
export function outputShapeOf(operation: string, target: Target): Shape | undefined {
  return namedModel(operation, target)?.output;
}

function namedModel(operation: string, target: Target): OperationModel | undefined {
  try {
    return namedOperation(operation, target, '').model;
  } catch {
    return undefined;
  }
}

const operations = new WeakMap<object, Operation>();

/** What a command class calls; worked out once for each. */
function operationOfClass(command: CommandClass): Operation {
  let operation = operations.get(command);
  if (operation === undefined) {
    const sample = new command({} as never);
    const { operation: name, form } = namesOf(sample);
    operation = { name, model: modelOf(sample), form };
    operations.set(command, operation);
  }
  return operation;
}

function checkedCommand(command: CommandClass, target: Target, from: string): Operation {
  const operation = operationOfClass(command);
  const namespace = operation.model?.namespace;
  // By the name alone, where that says so: most services' namespaces do, and a client need not be made.
  if (namespace !== undefined && target.keys.includes(lastWord(namespace))) return operation;
  const own = target.sample?.()?.config.protocolSettings?.defaultNamespace;
  const isOwn =
    own === undefined || namespace === undefined
      ? isKnown(operation.name, target)
      : own === namespace;
  if (isOwn) return operation;
  throw new WrongUseError(
    `${from}: ${target.name} has no operation '${operation.name}'. ${command.name} is of another service.`,
    'a-command-of-another-service',
  );
}

/** `ec2` of `com.amazonaws.ec2`. */
function lastWord(namespace: string): string {
  return namespace.slice(namespace.lastIndexOf('.') + 1);
}

/** For a service id, whose client may not be at hand; a client class knows its namespace. */
function isKnown(operation: string, target: Target): boolean {
  if (target.sample?.() !== undefined) return true;
  const services = [...servicesOf(target)];
  return services.length === 0 || services.some(({ command }) => command(operation) !== undefined);
}

function namedOperation(given: string, target: Target, from: string): Operation {
  const services: ServicePackage[] = [];
  for (const service of servicesOf(target)) {
    services.push(service);
    const command = service.command(given);
    if (command === undefined) continue;
    const operation = operationOfClass(command as CommandClass);
    return hasNoSchemas(target) ? { ...operation, model: undefined } : operation;
  }
  if (services.length === 0) {
    if (target.key === EVERY_KEY) refuseMisspelt(given, from);
    return { name: given, model: undefined };
  }
  const known = services.flatMap(({ operations: names }) => [...names]);
  const withoutSuffix = given.replace(/Command$/, '');
  const suggestion = known.includes(withoutSuffix) ? withoutSuffix : nearest(given, known)[0];
  throw new WrongUseError(
    `${from}: ${target.name} has no operation '${given}'.` +
      (suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`),
    'there-is-no-such-operation',
  );
}

/** For every client's calls: nothing tells what those may be that are not AWS's. */
function refuseMisspelt(given: string, from: string): void {
  const scopes = [...chainOf(currentScope())];
  const wasCalled = scopes.some(({ calls }) =>
    calls.some(({ names: { operation, alias } }) => operation === given || alias === given),
  );
  if (wasCalled || hasOtherServices(scopes)) return;
  const meant = meantOperation(given, projectFolders());
  if (meant === undefined) return;
  throw new WrongUseError(
    `${from}: no AWS client of this project has an operation '${given}'. Did you mean '${meant}'? ` +
      'For an operation of a client of your own give its command class.',
    'there-is-no-such-operation',
  );
}

/** True for a client from before 3.930 in a project that has a newer one of its service, too. */
function hasNoSchemas({ sample }: Target): boolean {
  const client = sample?.();
  return client !== undefined && client.config.protocolSettings === undefined;
}

/** What the target's operations are looked for in; nothing where the project has no such client. */
function* servicesOf(target: Target): Generator<ServicePackage> {
  const serviceId = target.serviceId?.();
  if (serviceId === undefined) return;
  const folders = projectFolders();
  if (serviceId === DOCUMENT_CLIENT) {
    const documents = servicePackage(['@aws-sdk/lib-dynamodb'], folders);
    const plain = servicePackage(packagesOf('DynamoDB'), folders);
    if (documents === undefined || plain === undefined) return;
    // A document client takes the plain client's other commands, too (CreateTable).
    yield* [documents, underAwsNames(documents), plain];
    return;
  }
  const service = servicePackage(packagesOf(serviceId), folders);
  if (service === undefined) return;
  yield service;
  if (serviceId !== 'DynamoDB') return;
  // A plain client sends lib-dynamodb's commands, too, and document clients are made from it. Loading it takes time.
  const documents = servicePackage(['@aws-sdk/lib-dynamodb'], folders);
  if (documents !== undefined) yield documents;
}

/** lib-dynamodb's commands by the names of the operations that they call: `GetItem` for `Get`. */
function underAwsNames(documents: ServicePackage): ServicePackage {
  const { operations: names, command } = documents;
  const commands = new Map(
    [...names].map((name) => {
      const found = command(name) as CommandClass;
      return [operationOfClass(found).name, found];
    }),
  );
  return {
    ...documents,
    operations: new Set(commands.keys()),
    command: (name) => commands.get(name) as never,
  };
}

function describeOther(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  if ('input' in value && 'resolveMiddleware' in value) {
    const name = value.constructor.name;
    return `an instance of ${name} (give the class itself: ${name})`;
  }
  return `a value of type ${(value.constructor as { name?: string } | undefined)?.name ?? 'Object'}`;
}
