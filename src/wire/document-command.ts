import { withAttributeValues, type KeyNodes } from './attribute-values.js';

type Handler = (args: object) => Promise<{ readonly output: object }>;

interface Stack {
  clone(): Stack;
  add(middleware: (next: Handler) => Handler, options: object): void;
  resolve(handler: Handler, context: object): Handler;
}

/** A command of lib-dynamodb: it takes and gives plain JavaScript, and sends another one's values. */
export interface DocumentCommand {
  readonly clientCommand: { readonly middlewareStack: Stack };
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

/**
 * What lib-dynamodb makes of the plain client's output, with the client's own `translateConfig`: by the
 * middleware that the command adds for it.
 */
export async function fromAttributeValues(
  command: DocumentCommand,
  configuration: object,
  output: object,
): Promise<object> {
  command.addMarshallingMiddleware(configuration);
  const stack = command.clientCommand.middlewareStack.clone();
  // The command's middleware wants to stand beside these.
  stack.add((next) => next, { name: 'serializerMiddleware', step: 'serialize' });
  stack.add((next) => next, { name: 'deserializerMiddleware', step: 'deserialize' });
  const handler = stack.resolve(() => Promise.resolve({ output }), {});
  return (await handler({ input: {} })).output;
}
