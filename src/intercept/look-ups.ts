import { isIP } from 'node:net';
import process from 'node:process';
import { isLocalName, type Destination } from './destination.js';
import { wrap } from './wrap.js';

/** Not imported: see src/intercept/threads.ts. */
const dns = process.getBuiltinModule('node:dns');

type Callback = (error: Error) => void;

/** Guards the look-ups of names: a name alone can carry data out, and would wait for a server. */
export function guardLookUps(refusal: (to: Destination) => Error | undefined): void {
  for (const { owner, gives } of OWNERS) {
    for (const name of namesOf(owner)) {
      wrap(
        owner,
        name,
        (original) =>
          function (this: unknown, ...args: unknown[]): unknown {
            const [host, ...others] = args;
            const callback = args.findLast((each) => typeof each === 'function');
            // What is wrong with the arguments Node says best.
            const isFit = gives === 'promise' || callback !== undefined;
            if (typeof host !== 'string' || !isFit) return original.apply(this, args);
            if (name === 'lookup') {
              // That of an address asks nobody; for a name below this machine's Node asks a server.
              if (isIP(host) !== 0 || host === '') return original.apply(this, args);
              if (isLocalName(host)) return original.call(this, 'localhost', ...others);
            }
            const error = refusal({ what: 'look-up', host, port: undefined });
            if (error === undefined) return original.apply(this, args);
            if (gives === 'promise') return Promise.reject(error);
            void Promise.resolve().then(() => {
              (callback as Callback)(error);
            });
            return {};
          },
      );
    }
  }
}

const OWNERS: readonly { readonly owner: object; readonly gives: 'callback' | 'promise' }[] = [
  { owner: dns, gives: 'callback' },
  { owner: dns.Resolver.prototype, gives: 'callback' },
  { owner: dns.promises, gives: 'promise' },
  { owner: dns.promises.Resolver.prototype, gives: 'promise' },
];

/** `lookup`, and `resolve`, `resolve4`, `resolveMx` and all the others of this Node. */
function namesOf(owner: object): string[] {
  return Object.getOwnPropertyNames(owner).filter((name) =>
    /^(lookup|lookupService|resolve\w*|reverse)$/.test(name),
  );
}
