import { WrongUseError } from '../errors.js';
import { nearest, operationSchemaOf, operationsIn, packageOf } from '../model/index.js';
import { projectFolders } from './scope.js';
import { DOCUMENT_CLIENT, type Target } from './target.js';

/** The shape of a command of the SDK, of every copy and age. */
export interface CommandLike<Input extends object = object, Output extends object = object> {
  readonly input: Input;
  resolveMiddleware(
    stack: never,
    configuration: never,
    options: never,
  ): (args: never) => Promise<{ output: Output }>;
}

/** A command class of the SDK: `CreateVpcCommand`. */
export type CommandClass<Input extends object = never, Output extends object = object> = new (
  input: Input,
) => CommandLike<Input, Output>;

/** What a command does: as AWS names it, and as lib-dynamodb does. */
export interface OperationNames {
  /** `GetItem`, for the document client's `GetCommand` too. */
  readonly operation: string;
  /** `Get` for `GetCommand`; elsewhere the same as `operation`. */
  readonly alias: string;
}

const names = new WeakMap<object, OperationNames>();

/** The names of the operation that this command calls. */
export function namesOf(command: CommandLike): OperationNames {
  const known = names.get(command.constructor);
  if (known !== undefined) return known;
  const own = nameOfClass(command.constructor);
  const { clientCommand } = command as { clientCommand?: CommandLike };
  const operation =
    clientCommand === undefined
      ? (operationSchemaOf(command)?.name ?? own)
      : namesOf(clientCommand).operation;
  const found = { operation, alias: clientCommand === undefined ? operation : own };
  names.set(command.constructor, found);
  return found;
}

/**
 * The name of an operation that a test gave, as a command class or by name.
 *
 * @throws WrongUseError when it is neither, or when the target's service has no such operation
 */
export function operationOf(operation: unknown, target: Target, from: string): string {
  if (typeof operation === 'string') return checkedName(operation, target, from);
  if (isCommandClass(operation)) {
    const name = nameOfClass(operation);
    // A shortened class name (a bundle's) says nothing; the command's own schema still does.
    return operation.name.endsWith('Command')
      ? name
      : namesOf(new operation({} as never)).operation;
  }
  throw new WrongUseError(
    `${from} takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), ` +
      `but got ${describeOther(operation)}.`,
  );
}

function nameOfClass(command: { name: string }): string {
  return command.name.replace(/Command$/, '');
}

function checkedName(given: string, target: Target, from: string): string {
  const known = operationsOf(target);
  if (known === undefined || known.has(given)) return given;
  const withoutSuffix = given.replace(/Command$/, '');
  const suggestion = known.has(withoutSuffix) ? withoutSuffix : nearest(given, known)[0];
  throw new WrongUseError(
    `${from}: ${target.name} has no operation '${given}'.` +
      (suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`),
  );
}

/** The operations of the target's service, where the project has its client. */
function operationsOf(target: Target): ReadonlySet<string> | undefined {
  const serviceId = target.serviceId?.();
  if (serviceId === undefined) return undefined;
  const folders = projectFolders();
  if (serviceId !== DOCUMENT_CLIENT) return operationsIn(packageOf(serviceId), folders);
  const document = operationsIn('@aws-sdk/lib-dynamodb', folders);
  const plain = operationsIn(packageOf('DynamoDB'), folders);
  return document && plain && new Set([...document, ...plain]);
}

function isCommandClass(value: unknown): value is CommandClass {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as Record<string, unknown> | undefined;
  return typeof prototype?.['resolveMiddleware'] === 'function';
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
