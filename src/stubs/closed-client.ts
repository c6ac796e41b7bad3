import { AsyncContext } from '../async-context.js';
import { isSetUp, notSetUp, remember, type ClientLike } from '../calls/index.js';
import { WrongUseError } from '../errors.js';

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
/** After what signs: presigned URLs do not come so far, and are no calls. */
const LAST = { step: 'deserialize', priority: 'low', name: 'aws-sdk-stubber-last', override: true };

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
  middlewareStack.add((next, context) => refuseUnlessCaught(middlewareStack, next, context), LAST);
}

function refuseUnlessSetUp(next: Next, { clientName, commandName }: Context): Next {
  return async (args) => {
    if (isSetUp()) return next(args);
    throw notSetUp(
      `${commandName ?? 'A command'} was called on this ${clientName ?? 'client'}, which a Stubber was made for. ` +
        'Such a client sends nothing by itself; nothing was sent to AWS.',
    );
  };
}

/** What the SDK works for; `src/intercept/current-call.ts` keeps there what came by our `send`. */
const caught = new AsyncContext<{ readonly client: unknown }>('call');

/** Whether the SDK works for a call of this client, or of a document client over it. */
function isCaught(stack: Middleware['middlewareStack']): boolean {
  const client = caught.get()?.client as Partial<Middleware> | undefined;
  return client?.middlewareStack === stack;
}

function refuseUnlessCaught(
  stack: Middleware['middlewareStack'],
  next: Next,
  { clientName, commandName }: Context,
): Next {
  return (args) => {
    if (isCaught(stack)) return next(args);
    const error = new WrongUseError(
      `${commandName ?? 'A command'} was called on this ${clientName ?? 'client'}. You made a Stubber for it, but the call did not ` +
        'reach the Stubber: the client comes from a copy of the SDK that stubs cannot reach. Nothing was sent to AWS.\n\n' +
        "If Vite builds in the SDK's ES modules, add the plugin 'aws-sdk-stubber/vite'. If a bundler built the SDK into a " +
        'file, let it leave the SDK out.',
      'a-copy-of-the-sdk-that-is-out-of-reach',
    );
    remember(error);
    return Promise.reject(error);
  };
}
