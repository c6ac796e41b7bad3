import type { AwsServices } from '../aws-services.cjs';
import type { Call, ClientLike, CommandLike } from '../calls/index.js';
import type { Command, InputParams } from './types.js';

/*
 * From a target's type to the package that its service is registered with, and from there to one
 * command by its name. Editing stays quick because only names are listed; the types of a package's
 * hundreds of commands are never looked at together.
 */

/** The client that a target stands for. */
export type ClientOf<T> = T extends { readonly prototype: infer Client }
  ? Client
  : T extends string
    ? ClientOfService<T>
    : T extends { calls(): Call<any, any, infer Client>[] }
      ? Client
      : T;

declare const UNCHECKED: unique symbol;

/** A client of which nothing is checked against the model (`validate: false`): any members will do. */
export type Unchecked<Client> = Client & { readonly [UNCHECKED]: true };

type IsUnchecked<Client> = 0 extends 1 & Client
  ? false
  : Client extends { readonly [UNCHECKED]: true }
    ? true
    : false;

/**
 * An operation as it is given for a client: a command class, or a name.
 *
 * @typeParam Operation - the one that is given: what it is of can be told of itself alone
 */
export type OperationOf<Client, Operation = any> =
  OperationName<Client> | CommandFor<Client, Operation>;

/** An interface, since its members may speak of the type parameter that it is the constraint of. */
interface CommandFor<Client, Operation> {
  new (...args: never[]): CommandLike<IsOf<Client, Operation> extends false ? never : any, any>;
}

/**
 * False for a command of another service. Plain and document client take each other's: the inputs of one are among those of
 * the other. So is a command of another version of the package, where its own input is the same in both.
 */
type IsOf<Client, Operation> = 0 extends 1 & Operation
  ? true
  : Operation extends string
    ? true
    : AreOfOne<InputsOf<Client>, InputsOfCommand<Operation>> extends true
      ? true
      : Operation extends Command<infer Input, any>
        ? [keyof Input] extends [never]
          ? false
          : Has<InputsOf<Client>, Input>
        : false;

type AreOfOne<A, B> = [unknown] extends [A | B]
  ? true
  : [A] extends [never]
    ? true
    : Has<A, B> extends true
      ? true
      : Has<B, A>;

/** One union has all types of another. Not whether they are assignable: to an empty input, all are. */
type Has<All, Some> = Same<All, All | Some>;

/** What the middleware of a command is for: the inputs of all operations of its service. */
type InputsOfCommand<Operation> = Operation extends new (...args: never[]) => {
  resolveMiddleware(stack: infer Stack, ...rest: never[]): unknown;
}
  ? InputsOfStack<Stack>
  : unknown;

type InputsOfStack<Stack> = Stack extends {
  add(middleware: infer Middleware, ...rest: never[]): unknown;
}
  ? Middleware extends (next: infer Next, ...rest: never[]) => unknown
    ? Next extends (args: infer Given) => unknown
      ? Given extends { readonly input: infer Inputs }
        ? Inputs
        : unknown
      : unknown
    : unknown
  : unknown;

/** The input of an operation, given as it may be. */
export type InputOf<Client, Operation> =
  CommandOf<Client, Operation> extends Command<infer Input, object> ? Input : any;

/** The output of an operation, given as it may be. */
export type OutputOf<Client, Operation> =
  IsUnchecked<Client> extends true
    ? any
    : CommandOf<Client, Operation> extends Command<any, infer Output>
      ? Output
      : any;

/** The parameters of an operation, given as it may be. */
export type ParamsOf<Client, Operation> =
  IsUnchecked<Client> extends true
    ? object
    : [Operation] extends [string]
      ? [ModuleOf<Client>] extends [never]
        ? object
        : InputParams<InputOf<Client, Operation>>
      : InputParams<InputOf<Client, Operation>>;

/** Of a service that is not registered, any text is a name. */
type OperationName<Client> = [ModuleOf<Client>] extends [never] ? string : NameIn<ModuleOf<Client>>;

/** Both conditions in tuples: TypeScript would try a plain one with every name that there is. */
type CommandOf<Client, Operation> = [Operation] extends [string]
  ? [ModuleOf<Client>] extends [never]
    ? Command<any, any>
    : CommandIn<ModuleOf<Client>, Operation & string>
  : Operation;

/** Any text; an editor suggests these. */
type Suggested<Names> = Names | (string & Record<never, never>);

/** The id of a service: those that are registered are suggested. */
export type ServiceId = Suggested<keyof AwsServices>;

/** The code of an error: those that the registered package of the client has classes for are suggested. */
export type ErrorCodeOf<Client> = Suggested<
  ErrorCodeIn<ModuleOf<Client>> | ErrorCodeIn<PlainOf<ModuleOf<Client>>>
>;

/** The code of an error of any service that is registered. */
export type ErrorCode = Suggested<ErrorCodeIn<Modules>>;

/** A class is named for its code. What cannot be one is left out by its name, before it is looked at. */
type ErrorCodeIn<Module> = Module extends unknown
  ? {
      [Name in keyof Module]: Name extends NoErrorClass
        ? never
        : Module[Name] extends { readonly prototype: { readonly $fault: unknown } }
          ? Name & string
          : never;
    }[keyof Module]
  : never;

type NoErrorClass =
  | `${string}${'Command' | 'Client' | 'ServiceException' | '$'}`
  | `${'paginate' | 'waitFor' | 'waitUntil' | '$' | '_'}${string}`;

/** The registered packages. */
type Modules = { [Id in keyof AwsServices]: Found<AwsServices[Id]> }[keyof AwsServices];

/**
 * A package that TypeScript does not find is as good as none. It is `any`, and one that a conditional
 * type yields as it is, but for inside of a tuple.
 */
type Found<Module> = [0] extends [1 & Module] ? never : Module;

/** The package of a client, if it is registered. */
type ModuleOf<Client> = ModuleWith<InputsOf<Client>, Modules>;

/**
 * A client's type does not name its service, and many clients' types are assignable to each other.
 * What tells them apart is what their `send` takes: the inputs of all operations of the service.
 */
type InputsOf<Client> = Client extends {
  send(command: { readonly input: infer Inputs }, ...rest: never[]): unknown;
}
  ? Inputs
  : never;

type ModuleWith<Inputs, Module> = [Inputs] extends [never]
  ? never
  : Module extends unknown
    ? Same<Inputs, InputsOf<ClientIn<Module>>> extends true
      ? Module
      : never
    : never;

/**
 * Both types are identical, not only assignable. That the result has `T` in it keeps TypeScript from
 * comparing every `T` with hundreds of inputs.
 */
type Same<A, B> =
  (<T>() => T extends A ? 0 : T) extends <T>() => T extends B ? 0 : T ? true : false;

/** The client of a package: the instances of its `EC2Client`. */
type ClientIn<Module> = Module[ClientName<Module>] extends { readonly prototype: infer Client }
  ? Client
  : never;

/** `__Client` is the base class, which the packages export too. */
type ClientName<Module> = Exclude<keyof Module & `${string}Client`, `__${string}`>;

/** The client of a service id, as `'EC2'` and `'S3 Control'`. */
type ClientOfService<Id extends string> = [ModuleOfService<Squeeze<Id>>] extends [never]
  ? ClientLike
  : ClientIn<ModuleOfService<Squeeze<Id>>>;

type ModuleOfService<Squeezed extends string> = {
  [Id in keyof AwsServices]: Squeeze<Id> extends Squeezed ? Found<AwsServices[Id]> : never;
}[keyof AwsServices];

/** `S3 Control`, `s3-control` and `S3ControlClient` are one service. */
type Squeeze<Id> = Id extends `${infer Name}Client`
  ? Squeeze<Name>
  : Id extends string
    ? Lowercase<Without<Without<Id, ' '>, '-'>>
    : never;

type Without<Text extends string, Sign extends string> = Text extends `${infer A}${Sign}${infer B}`
  ? Without<`${A}${B}`, Sign>
  : Text;

/** A package that has a document client, whose commands have names of their own. */
interface DocumentModule {
  readonly DynamoDBDocumentClient: unknown;
}

/** A document client takes the plain client's other commands, too. */
type PlainOf<Module> = Module extends DocumentModule ? ModuleOfService<'dynamodb'> : never;

/** lib-dynamodb's commands, by the operations of DynamoDB that they call. */
interface DocumentNames {
  BatchGetItem: 'BatchGet';
  BatchWriteItem: 'BatchWrite';
  DeleteItem: 'Delete';
  GetItem: 'Get';
  PutItem: 'Put';
  TransactGetItems: 'TransactGet';
  TransactWriteItems: 'TransactWrite';
  UpdateItem: 'Update';
}

type NameIn<Module> =
  | NameOf<Module>
  | NameOf<PlainOf<Module>>
  | (Module extends DocumentModule ? keyof DocumentNames : never);

type NameOf<Module> = Module extends unknown
  ? NameOfCommand<keyof Module & `${string}Command`>
  : never;

/** Of base classes, which are no operations. */
type NameOfCommand<Exported extends string> = Exported extends
  '$Command' | 'DynamoDBDocumentClientCommand'
  ? never
  : Exported extends `${infer Name}Command`
    ? Name
    : never;

type CommandIn<Module, Name extends string> = `${Name}Command` extends keyof Module
  ? Module[`${Name}Command`]
  : Module extends DocumentModule
    ? Name extends keyof DocumentNames
      ? CommandIn<Module, DocumentNames[Name]>
      : CommandIn<PlainOf<Module>, Name>
    : never;
