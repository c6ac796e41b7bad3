import {
  currentScope,
  EVERY_CLIENT,
  needSetup,
  samplesOfLoaded,
  targetOf,
  type ClientLike,
} from '../src/calls/index.js';
import { InvalidStubError, StubberError, WrongUseError } from '../src/errors.js';
import { meantCode, modelledError } from '../src/model/index.js';
import {
  fits,
  isAsymmetric,
  isExactly,
  settingFor,
  wantedErrorProblem,
  withAbsence,
} from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { message } from './message.js';

/** What is looked at of an error. */
interface AwsError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly $metadata?: unknown;
  readonly $service?: unknown;
}

/** An error as a service gives it: of this code, and with this message, status and members. */
export function toBeAwsError(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const [code, details] = args;
  check(actual, code, details, args);
  const error = actual as AwsError;
  const wanted = wantedOf(error, code, details);
  const how = comparisonOf(this);
  const pass = fits(wanted, membersOf(error), how);
  return {
    pass,
    message: () => {
      const { matcherHint, printExpected, printReceived, diff } = this.utils;
      const isOurs = error instanceof StubberError;
      const view = viewOf(wanted, membersOf(error), how);
      return message(
        matcherHint('toBeAwsError', 'error', details === undefined ? 'code' : 'code, details', {
          ...(this.isNot === undefined ? {} : { isNot: this.isNot }),
          ...(this.promise ? { promise: this.promise } : {}),
        }),
        isOurs ? `The code met this:\n\n${error.message}` : undefined,
        `Expected: ${pass ? 'not ' : ''}${printExpected(wanted.name)}\n` +
          `Received: ${printReceived(error.name)}${isOurs ? '' : said(error)}`,
        pass || isOurs ? undefined : (diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

function check(actual: unknown, code: unknown, details: unknown, args: readonly unknown[]): void {
  const from = 'expect(error).toBeAwsError()';
  needSetup(from);
  if (typeof actual !== 'object' || actual === null) {
    throw new WrongUseError(
      `${from} looks at an error, but got ${typeof actual === 'function' ? 'a function; write await expect(call()).rejects.toBeAwsError(…)' : String(actual)}.`,
      'a-matcher-on-something-else',
    );
  }
  if (typeof (actual as { then?: unknown }).then === 'function') {
    throw new WrongUseError(
      `${from} got a promise; write await expect(promise).rejects.toBeAwsError(…).`,
      'a-matcher-on-something-else',
    );
  }
  if (args.length > 2) {
    throw new WrongUseError(
      `${from} takes (code, details?), but got ${String(args.length)} arguments.`,
      'what-a-matcher-takes',
    );
  }
  if ((typeof code !== 'string' || code === '') && !isAsymmetric(code)) {
    throw new WrongUseError(
      `${from} takes the error's code first, such as 'NoSuchKey'.`,
      'what-a-matcher-takes',
    );
  }
  const isObject = typeof details === 'object' && details !== null && !Array.isArray(details);
  if (details !== undefined && (!isObject || isAsymmetric(details) || isExactly(details))) {
    throw new WrongUseError(
      `${from} takes details as an object: { message: 'No such key.', $metadata: { httpStatusCode: 404 } }.` +
        (isObject
          ? ' Matchers may stand in it, and members that it does not name may be there.'
          : ''),
      'what-a-matcher-takes',
    );
  }
}

interface Wanted {
  readonly name: unknown;
  readonly [member: string]: unknown;
}

function wantedOf(error: AwsError, code: unknown, details: unknown): Wanted {
  const { $service } = error;
  const service = typeof $service === 'string' ? targetOf($service, '', true) : EVERY_CLIENT;
  const sample = service.sample?.();
  const modelled = sample && typeof code === 'string' ? modelledError(sample, code) : undefined;
  // Query protocols have two words for some errors, and the SDK names the error by the model's.
  const name = error.name === code ? code : (modelled?.name ?? code);
  const given = textPattern(details);
  if (settingFor('validate', EVERY_CLIENT.keys, currentScope()) !== false) {
    refuseMisspelt(error, name, sample);
    refuseUnknownDetails(error, { name, ...given }, sample);
  }
  return { name, ...(withAbsence(modelled?.shape, given) as object) };
}

/** A code that no service has: with `.not` it would hold for ever. */
function refuseMisspelt(error: AwsError, code: unknown, sample: ClientLike | undefined): void {
  if (typeof code !== 'string' || code === error.name || error instanceof StubberError) return;
  const { name } = error;
  const isOwn = typeof name === 'string' && name.toLowerCase() === code.toLowerCase();
  const meant = isOwn ? name : meantCode(code, sample ? [sample] : samplesOfLoaded());
  if (meant === undefined) return;
  throw new WrongUseError(
    `expect(error).toBeAwsError(): no error has the code '${code}'. Did you mean '${meant}'? ` +
      'For a code that is not in the model: configure({ validate: false }).',
    'a-code-that-no-service-has',
  );
}

/** Details that no error of the code has. */
function refuseUnknownDetails(
  error: AwsError,
  wanted: Wanted,
  sample: ClientLike | undefined,
): void {
  const code = typeof wanted.name === 'string' ? wanted.name : String(error.name);
  // What the error itself has is no mistake, whatever its model says.
  const unseen = Object.entries(wanted).filter(
    ([name]) => name !== 'name' && (name.startsWith('$') || !(name in error)),
  );
  const problem = wantedErrorProblem(sample, code, Object.fromEntries(unseen));
  if (problem !== undefined) {
    throw new InvalidStubError(`expect(error).toBeAwsError(): ${problem}`, 'an-error');
  }
}

/** A message may be given as a pattern. */
function textPattern(details: unknown): object {
  const given = (details ?? {}) as { message?: unknown };
  const { message: text } = given;
  if (!(text instanceof RegExp)) return given;
  const matcher = {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (other: unknown) => typeof other === 'string' && other.search(text) !== -1,
    toAsymmetricMatcher: () => String(text),
    toString: () => String(text),
  };
  return { ...given, message: matcher };
}

/** An error's members, with those that are not enumerable. */
function membersOf(error: AwsError): Record<string, unknown> {
  return { ...error, name: error.name, message: error.message };
}

function said({ message: text }: AwsError): string {
  return typeof text === 'string' && text !== '' ? `: ${text.split('\n')[0] ?? ''}` : '';
}
