import { withAttributeValues, type KeyNodes } from './attribute-values.js';

type Handler = (args: { readonly input: object }) => Promise<{ readonly output: object }>;
type Middleware = (next: Handler, context: object) => Handler;

interface Stack {
  add(middleware: Middleware, options: { readonly name?: string }): void;
  addRelativeTo(middleware: Middleware, options: { readonly name?: string }): void;
}

/** A command of lib-dynamodb: it takes and gives plain JavaScript, and sends another one's values. */
export interface DocumentCommand {
  readonly clientCommand: { readonly middlewareStack: Stack };
  readonly input: object;
  readonly inputKeyNodes?: KeyNodes;
  readonly outputKeyNodes?: KeyNodes;
  addMarshallingMiddleware(configuration: object): void;
}

export function isDocumentCommand(command: object): command is DocumentCommand {
  return 'clientCommand' in command && 'addMarshallingMiddleware' in command;
}

/** What DynamoDB would send for this output of a document command. */
export function toAttributeValues(
  { outputKeyNodes = {} }: DocumentCommand,
  output: object,
): object {
  return Object.keys(outputKeyNodes).length === 0
    ? output
    : (withAttributeValues(output, outputKeyNodes) as object);
}

/** A client's configuration, as far as lib-dynamodb looks at it. */
interface Configuration {
  readonly translateConfig?: object;
}

/** A command class's own way with values, by the client's options. */
interface Marshaller {
  /** What the middleware takes for the command. */
  readonly command: { input: object };
  readonly middleware: ReadonlyMap<string, Middleware>;
}

const marshallers = new WeakMap<object, WeakMap<object, Marshaller>>();

/**
 * What lib-dynamodb's command adds for its values to the command that it sends, taken out of it: so the
 * project's own copy of the SDK marshals, whatever its version does.
 *
 * Source: `addMarshallingMiddleware` of lib-dynamodb's `DynamoDBDocumentClientCommand`
 */
function marshallerOf(command: DocumentCommand, configuration: object): Marshaller {
  const options = (configuration as Configuration).translateConfig ?? configuration;
  let ofClass = marshallers.get(options);
  if (ofClass === undefined) marshallers.set(options, (ofClass = new WeakMap()));
  let marshaller = ofClass.get(command.constructor);
  if (marshaller === undefined) {
    const middleware = new Map<string, Middleware>();
    const add: Stack['add'] = (each, { name = '' }) => middleware.set(name, each);
    const own = Object.assign(Object.create(Object.getPrototypeOf(command) as object) as object, {
      clientCommand: { middlewareStack: { add, addRelativeTo: add } },
      inputKeyNodes: command.inputKeyNodes,
      outputKeyNodes: command.outputKeyNodes,
      input: command.input,
    }) as DocumentCommand & { input: object };
    own.addMarshallingMiddleware(configuration);
    ofClass.set(command.constructor, (marshaller = { command: own, middleware }));
  }
  return marshaller;
}

/** An input as DynamoDB gets it, or the SDK's own refusal to send it. */
export type Marshalled = { readonly input: object } | { readonly refusal: Promise<never> };

/** What lib-dynamodb makes of an input, with the client's own `translateConfig`. */
export function marshalled(
  command: DocumentCommand,
  configuration: object,
  input: object,
): Marshalled {
  const marshaller = marshallerOf(command, configuration);
  const middleware = marshaller.middleware.get('DocumentMarshall');
  if (middleware === undefined) return { input };
  let sent: object | undefined;
  marshaller.command.input = input;
  // It is asynchronous for what comes after it; its own work is done before the first promise.
  const done = middleware((args) => {
    sent = args.input;
    return Promise.resolve({ output: {} });
  }, {})({ input });
  return sent === undefined
    ? { refusal: Promise.resolve(done as Promise<never>) }
    : { input: sent };
}

/** What lib-dynamodb makes of the plain client's output, with the client's own `translateConfig`. */
export async function fromAttributeValues(
  command: DocumentCommand,
  configuration: object,
  output: object,
): Promise<object> {
  const middleware = marshallerOf(command, configuration).middleware.get('DocumentUnmarshall');
  if (middleware === undefined) return output;
  const unmarshall = middleware(() => Promise.resolve({ output }), {});
  return (await unmarshall({ input: {} })).output;
}
