import { isSetUp, notSetUp, type ClientLike } from '../calls/index.js';

/** What is used of a client's middleware; its document client has the same stack, and the same config. */
interface Middleware {
  readonly config: { cacheMiddleware?: boolean };
  readonly middlewareStack: {
    add(middleware: (next: Next, context: Context) => Next, options: object): void;
  };
}

type Next = (args: unknown) => Promise<unknown>;

interface Context {
  readonly clientName?: string;
  readonly commandName?: string;
}

const FIRST = { step: 'initialize', priority: 'high', name: 'aws-sdk-stubber', override: true };

/**
 * Lets a client never send by itself again: where nothing is stubbed its calls are refused before the SDK looks for
 * credentials. In its middleware, since all that sends comes by there: document clients over it, aggregated clients,
 * copies of the SDK that are not patched.
 */
export function closeClient(client: ClientLike): void {
  const { config, middlewareStack } = client as unknown as Middleware;
  // Handlers that the SDK made before, and would use again, are without it.
  if (config.cacheMiddleware === true) Reflect.set(config, 'cacheMiddleware', false);
  middlewareStack.add(refuseUnlessSetUp, FIRST);
}

function refuseUnlessSetUp(next: Next, { clientName, commandName }: Context): Next {
  return async (args) => {
    if (isSetUp()) return next(args);
    throw notSetUp(
      `${commandName ?? 'A command'} was called on this ${clientName ?? 'client'}, which a Stubber was made for. ` +
        'It sends nothing by itself any more; nothing was sent to AWS.',
    );
  };
}
