import {
  isPlainObject,
  shown,
  type Limits,
  type OpenCall,
  type SentRequest,
} from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { nearest } from '../src/model/index.js';
import {
  exactly,
  fits,
  insideExactly,
  isAsymmetric,
  isExactly,
  patternOf,
} from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, hint, message, oneLine } from './message.js';
import { namesIn, requestShape } from './request-shape.js';
import { Received } from './received.js';

const MEMBERS = ['method', 'hostname', 'path', 'query', 'headers', 'body'];
/** Up to how many requests are listed. */
const MAX_REQUESTS = 12;
const LIMITS: Limits = { depth: 6, entries: 20, text: 300, values: 100, absent: true };

/** A request as the SDK would have sent it, with these parts: only where calls went over the wire. */
export function toHaveSentRequest(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const received = new Received(this, 'toHaveSentRequest', actual, args, ['request']);
  const wanted = wantedOf(received, args[0]);
  refuseMisspelt(received, wanted);
  const requests = received.calls.flatMap(
    (call) => call.requests?.map((request, i) => ({ call, request, attempt: i + 1 })) ?? [],
  );
  refuseWithoutWire(received, requests.length);
  const how = comparisonOf(this);
  const found = requests.filter(({ request }) => fits(wanted, withBody(request, wanted), how));
  const pass = found.length > 0;
  return {
    pass,
    message: () => {
      const last = requests.at(-1);
      const { body } = insideExactly(wanted) as { readonly body?: unknown };
      const shape = last && requestShape(last.call, body);
      const view = last && viewOf(wanted, withBody(last.request, wanted), how, shape);
      const diff =
        pass || view === undefined ? undefined : this.utils.diff(view.expected, view.actual);
      return message(
        hint(received, 'request'),
        `Expected ${pass ? 'no request' : 'a request'} with ${this.utils.EXPECTED_COLOR(oneLine(this.utils.stringify(shown(wanted, shape, LIMITS))))}`,
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

function wantedOf({ from }: Received, given: unknown): unknown {
  if (isAsymmetric(given) && !isExactly(given)) {
    const parts = patternOf(given)?.members;
    if (parts !== undefined) refuseUnknownParts(from, parts, true);
    return given;
  }
  const inside = insideExactly(given);
  if (!isPlainObject(inside)) {
    throw new WrongUseError(
      `${from} takes parts of a request: { method: 'PUT', path: '/docs/a.txt', headers: { … }, body: '…' }.`,
      'what-a-matcher-takes',
    );
  }
  refuseUnknownParts(from, inside, false);
  const wanted = { ...inside, ...withSmallNames(inside['headers']) };
  return isExactly(given) ? exactly(wanted) : wanted;
}

/** @param inMatcher - they stand in one of the runner, which cannot be given other names */
function refuseUnknownParts(from: string, parts: object, inMatcher: boolean): void {
  const unknown = Object.keys(parts).filter((name) => !MEMBERS.includes(name));
  if (unknown.length > 0) {
    throw new WrongUseError(
      `${from}: a request has no ${unknown.join(', ')}; its parts are ${MEMBERS.join(', ')}.`,
      'what-a-matcher-takes',
    );
  }
  for (const [name, allowed] of Object.entries(PARTS)) {
    const part = (parts as Readonly<Record<string, unknown>>)[name];
    const isMatcher = isAsymmetric(part) && !isExactly(part);
    if (name === 'headers') {
      const names = isMatcher
        ? patternOf(part)?.members
        : inMatcher
          ? insideExactly(part)
          : undefined;
      refuseCapitals(from, Object.keys(names ?? {}));
    }
    if (part === undefined || isMatcher) continue;
    if (!allowed.test(insideExactly(part)))
      throw new WrongUseError(`${from}: '${name}' is ${allowed.text}.`, 'what-a-matcher-takes');
  }
}

function refuseCapitals(from: string, names: readonly string[]): void {
  const wrong = names.find((name) => name !== name.toLowerCase());
  if (wrong === undefined) return;
  throw new WrongUseError(
    `${from}: inside a matcher a header is named in lower case: '${wrong.toLowerCase()}' instead of '${wrong}'.`,
    'what-a-matcher-takes',
  );
}

interface Part {
  readonly text: string;
  test(value: unknown): boolean;
}

/** Those that AWS's services are called with. */
const METHODS = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/** What the parts of a request may be; anything else no request ever has. */
const PARTS: Readonly<Record<string, Part>> = {
  method: {
    text: `one of ${METHODS.join(', ')}`,
    test: (value) => METHODS.includes(value as string),
  },
  hostname: {
    text: "a name without scheme and path, such as 'docs.s3.eu-west-1.amazonaws.com'",
    test: (value) => typeof value === 'string' && !/[/:]/.test(value),
  },
  path: {
    text: "a text that begins with a slash, without the query, such as '/docs/a.txt'",
    test: (value) => typeof value === 'string' && /^\/[^?]*$/.test(value),
  },
  query: {
    text: "an object of names and texts (or lists of texts): { 'list-type': '2' }",
    test: (value) =>
      isPlainObject(value) &&
      Object.values(value).every((each) =>
        Array.isArray(each) ? each.every(isText) : each === null || isText(each),
      ),
  },
  headers: {
    text: "an object of names and texts: { 'content-type': 'text/plain' }",
    test: (value) => isPlainObject(value) && Object.values(value).every(isText),
  },
};

/**
 * Names that no request of the operations that were called has, but nearly: with `.not` they would hold for ever.
 * Others are let be, since middleware may have put them there.
 */
function refuseMisspelt({ from, calls }: Received, wanted: unknown): void {
  const requests = calls.flatMap((call) => call.requests ?? []);
  const parts = membersIn(wanted);
  const inputs = new Set(calls.map(({ model }) => model?.input));
  for (const part of ['headers', 'query', 'body'] as const) {
    const names = Object.keys(membersIn(parts[part]));
    const known = names.length === 0 ? [] : [...inputs].flatMap((input) => namesIn(input, part));
    for (const name of names) {
      const wasSent = requests.some((request) => Object.hasOwn(membersIn(request[part]), name));
      if (wasSent || known.includes(name)) continue;
      const [meant] = nearest(name, known, 1, name.length < 8 ? 1 : 2);
      if (meant === undefined || name.startsWith('x-amz-meta-')) continue;
      throw new WrongUseError(
        `${from}: no request of these calls has '${name}' in its ${part}. Did you mean '${meant}'?`,
        'what-a-matcher-takes',
      );
    }
  }
}

function membersIn(value: unknown): Readonly<Record<string, unknown>> {
  const inside = isExactly(value) ? insideExactly(value) : (patternOf(value)?.members ?? value);
  return isPlainObject(inside) ? inside : {};
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || isAsymmetric(value);
}

/** Headers are kept by their names in lower case. */
function withSmallNames(headers: unknown): { headers?: unknown } {
  const inside = insideExactly(headers);
  if (!isPlainObject(inside)) return {};
  const small = Object.entries(inside).map(([name, value]) => [name.toLowerCase(), value]);
  const found = Object.fromEntries(small) as Record<string, unknown>;
  return { headers: isExactly(headers) ? exactly(found) : found };
}

function refuseWithoutWire({ from, calls, target }: Received, sent: number): void {
  if (sent > 0 || calls.length === 0) return;
  throw new WrongUseError(
    `${from}: ${count(calls.length, 'call')} of ${target.name} ${calls.length === 1 ? 'was' : 'were'} answered directly, so nothing was sent. ` +
      "For requests write configure({ delivery: 'wire' }) before the code is called.",
    'what-a-matcher-takes',
  );
}

/** A request with its body in the form that is asked for: a text, an object of JSON, or bytes. */
function withBody(request: SentRequest, wanted: unknown): object {
  const { body } = insideExactly(wanted) as { readonly body?: unknown };
  if (body === undefined || ArrayBuffer.isView(body)) return request;
  const text = request.body.toString();
  if (typeof body === 'string' || (isAsymmetric(body) && !isExactly(body)))
    return { ...request, body: text };
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
    const { path } = shown({ path: request.path }, requestShape(call, undefined), LIMITS) as {
      path: unknown;
    };
    return `${lead} ${request.method} ${request.hostname}${String(path)} (${call.names.alias}${which})`;
  });
  return [`${count(requests.length, 'request')} of ${name}:`, ...lines].join('\n');
}
