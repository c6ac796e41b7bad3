import { modelOf, type OperationModel } from '../model/index.js';
import type { KeyNodes } from '../wire/index.js';
import { toCode } from './print.js';

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

/** Which parts of a document command's input and output are plain JavaScript; lib-dynamodb's own words. */
export interface DocumentForm {
  readonly inputKeyNodes?: KeyNodes;
  readonly outputKeyNodes?: KeyNodes;
}

/** How items are written: as attribute values (`GetItem`), or as plain JavaScript (`Get`). */
export type Form = 'values' | DocumentForm;

/** What a command does: as AWS names it, and as lib-dynamodb does. */
export interface OperationNames {
  /** `GetItem`, for the document client's `GetCommand` too. */
  readonly operation: string;
  /** `Get` for `GetCommand`; elsewhere the same as `operation`. */
  readonly alias: string;
  /** What its input and output may be, where the SDK says so. */
  readonly model: OperationModel | undefined;
  /** Of DynamoDB's operations. */
  readonly form: Form | undefined;
}

const names = new WeakMap<object, OperationNames>();

/** A command of the SDK, of any copy and age. */
export function isCommand(value: unknown): value is CommandLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<CommandLike>).resolveMiddleware === 'function'
  );
}

/** The names of the operation that this command calls. */
export function namesOf(command: CommandLike): OperationNames {
  const known = names.get(command.constructor);
  if (known !== undefined) return known;
  const own = nameOfClass(command.constructor);
  const { clientCommand } = command as { clientCommand?: CommandLike };
  const model = modelOf(command);
  const operation =
    clientCommand === undefined ? (model?.name ?? own) : namesOf(clientCommand).operation;
  const alias = clientCommand === undefined ? operation : own;
  const found = { operation, alias, model, form: formOf(command, model) };
  names.set(command.constructor, found);
  return found;
}

function formOf(
  command: CommandLike & DocumentForm,
  model: OperationModel | undefined,
): Form | undefined {
  if ('clientCommand' in command) {
    const { inputKeyNodes = {}, outputKeyNodes = {} } = command;
    return { inputKeyNodes, outputKeyNodes };
  }
  return model?.namespace === 'com.amazonaws.dynamodb' ? 'values' : undefined;
}

function nameOfClass(command: { name: string }): string {
  return command.name.replace(/Command$/, '');
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
