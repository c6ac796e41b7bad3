import type { OpenCall, Scope } from '../calls/index.js';
import { InvalidStubError } from '../errors.js';

/** After how many answers of one token in a row a loop is taken to have no end. */
const MAX_SAME = 1000;

interface Seen {
  readonly token: unknown;
  times: number;
}

/**
 * Stops code that would page for ever, since a stub answers the token that it was asked with.
 *
 * A few such answers are right: CloudWatch Logs' `GetLogEvents` answers its caller's token at the end.
 *
 * @throws InvalidStubError which names the token, after 1000 in a row
 */
export function checkToken(call: OpenCall, output: object, scope: Scope): void {
  for (const name in output) {
    const token = (output as Record<string, unknown>)[name];
    if (typeof token !== 'string' || !isToken(name)) continue;
    if (Object.values(call.input ?? {}).includes(token)) count(call, name, token, scope);
  }
}

const tokens = new Map<string, boolean>();

/** Looked at once for each name: this is asked at every call. */
function isToken(name: string): boolean {
  let is = tokens.get(name);
  if (is === undefined) tokens.set(name, (is = /token|marker/i.test(name)));
  return is;
}

function count({ service, operation }: OpenCall, name: string, token: string, scope: Scope): void {
  const seen = scope.part('same tokens', () => new Map<string, Seen>());
  const key = `${service} ${operation} ${name}`;
  const last = seen.get(key);
  if (last?.token !== token) {
    seen.set(key, { token, times: 1 });
    return;
  }
  last.times += 1;
  if (last.times < MAX_SAME) return;
  throw new InvalidStubError(
    `The stub of ${service} ${operation} answers the same ${name} for ever: '${token}', ${MAX_SAME} times. ` +
      'Leave the token out of the last page, or write resolvesPages([…]).',
  );
}
