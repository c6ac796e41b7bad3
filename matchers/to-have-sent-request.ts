import type { OpenCall, SentRequest } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, hint, message, oneLine } from './message.js';
import { Received } from './received.js';

const MEMBERS = ['method', 'hostname', 'path', 'query', 'headers', 'body'];
/** Up to how many requests are listed. */
const MAX_REQUESTS = 12;

/** A request as the SDK would have sent it, with these parts: only where calls went over the wire. */
export function toHaveSentRequest(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const received = new Received(this, 'toHaveSentRequest', actual, args, ['request']);
  const wanted = wantedOf(received, args[0]);
  const requests = received.calls.flatMap(
    (call) => call.requests?.map((request, i) => ({ call, request, attempt: i + 1 })) ?? [],
  );
  refuseWithoutWire(received, requests.length);
  const how = comparisonOf(this);
  const found = requests.filter(({ request }) => fits(wanted, shown(request, wanted), how));
  const pass = found.length > 0;
  return {
    pass,
    message: () => {
      const last = requests.at(-1);
      const view = last && viewOf(wanted, shown(last.request, wanted), how);
      const diff =
        pass || view === undefined ? undefined : this.utils.diff(view.expected, view.actual);
      return message(
        hint(received, 'request'),
        `Expected ${pass ? 'no request' : 'a request'} with ${this.utils.EXPECTED_COLOR(oneLine(this.utils.stringify(wanted)))}`,
        diff ? `What differs in the last one:\n\n${diff}` : undefined,
        list(received, requests, found),
      );
    },
  };
}

interface Sent {
  readonly call: OpenCall;
  readonly request: SentRequest;
  readonly attempt: number;
}

function wantedOf({ from }: Received, given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new WrongUseError(
      `${from} takes parts of a request: { method: 'PUT', path: '/docs/a.txt', headers: { … }, body: '…' }.`,
    );
  }
  const unknown = Object.keys(given).filter((name) => !MEMBERS.includes(name));
  if (unknown.length > 0) {
    throw new WrongUseError(
      `${from}: a request has no ${unknown.join(', ')}; its parts are ${MEMBERS.join(', ')}.`,
    );
  }
  const { headers } = given as { headers?: Record<string, unknown> };
  if (typeof headers !== 'object' || isAsymmetric(headers)) return { ...given };
  const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...given, headers: Object.fromEntries(small) as unknown };
}

function refuseWithoutWire({ from, calls, target }: Received, sent: number): void {
  if (sent > 0 || calls.length === 0) return;
  throw new WrongUseError(
    `${from}: ${count(calls.length, 'call')} of ${target.name} ${calls.length === 1 ? 'was' : 'were'} answered directly, so nothing was sent. ` +
      "For requests write configure({ delivery: 'wire' }) before the code is called.",
  );
}

/** A request with its body in the form that is asked for: a text, an object of JSON, or bytes. */
function shown(request: SentRequest, { body }: Record<string, unknown>): object {
  if (body === undefined || ArrayBuffer.isView(body)) return request;
  const text = request.body.toString();
  if (typeof body === 'string' || isAsymmetric(body)) return { ...request, body: text };
  try {
    return { ...request, body: JSON.parse(text) as unknown };
  } catch {
    return { ...request, body: text };
  }
}

function list({ target }: Received, requests: readonly Sent[], marked: readonly Sent[]): string {
  const name = target.key === '*' ? 'any client' : target.name;
  if (requests.length === 0) return `Nothing was sent by ${name}.`;
  const lines = requests.slice(-MAX_REQUESTS).map((each) => {
    const { call, request, attempt } = each;
    const lead = marked.includes(each) ? '→' : ' ';
    const which = attempt === 1 ? '' : `, attempt ${attempt}`;
    return `${lead} ${request.method} ${request.hostname}${request.path} (${call.names.alias}${which})`;
  });
  return [`${count(requests.length, 'request')} of ${name}:`, ...lines].join('\n');
}
