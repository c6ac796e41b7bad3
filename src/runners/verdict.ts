import { endlessLoop, type Scope } from '../calls/index.js';
import { StubberError, type StubberErrorCode } from '../errors.js';

/** What a test failed with so far, as its runner keeps it. */
export interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string | undefined;
  readonly cause?: unknown;
}

/** How many different problems of one test are told in full. */
const MAX_SHOWN = 5;

/**
 * What a test must fail with at its end, or undefined where all is well.
 *
 * A violation that the test failed with already is not said twice, and after any failure or violation
 * nothing is said of expectations left over: the code under test may not have come so far.
 *
 * @param scope - of the test that ends
 * @param failures - what it failed with already
 */
export function verdict(scope: Scope | undefined, failures: readonly Failure[]): Error | undefined {
  if (scope === undefined) return undefined;
  const { violations, finalChecks } = scope;
  if (violations.length + finalChecks.length + failures.length === 0) return undefined;
  const told = failures.map(textOf).join('\n');
  // By the first line: where the error stands inside another one's diff, the others are marked.
  const problems = violations.filter(
    ({ message }) => !told.includes(message.split('\n')[0] ?? message),
  );
  if (failures.length === 0 && problems.length === 0) {
    for (const check of finalChecks) {
      const problem = check();
      if (problem !== undefined) problems.push(problem);
    }
  }
  if (problems.length === 0 && isTimedOut(failures)) return endlessLoop(scope);
  return inOne(problems);
}

/**
 * Whether the runner gave a test up since its time was up.
 *
 * Sources: `makeTimeoutError` of @vitest/runner, 3.2 to 5; `_makeTimeoutMessage` of jest-circus, 29.7 to 30.5.
 */
export function isTimedOut(failures: readonly Failure[]): boolean {
  return failures.some((each) => /timed out in \d+ms|Exceeded timeout of \d/.test(textOf(each)));
}

function inOne(problems: readonly Error[]): Error | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const times = new Map<string, number>();
  for (const { message } of problems) times.set(message, (times.get(message) ?? 0) + 1);
  if (times.size === 1 && problems.length === 1) return first;
  const parts = [...times].slice(0, MAX_SHOWN).map(([message, count], i) => {
    const repeated = count === 1 ? '' : ` (${String(count)} times)`;
    return `${String(i + 1)}.${repeated} ${message.replaceAll(/\n(?=.)/g, '\n   ')}`;
  });
  const rest = times.size - parts.length;
  if (rest > 0) parts.push(`… ${String(rest)} more`);
  const { code } = first as unknown as { code: StubberErrorCode };
  const error = new StubberError(
    code,
    `${String(problems.length)} problems with this test's calls to AWS:\n\n${parts.join('\n\n')}`,
  );
  // The first call's own stack leads to the code that made it; ours would lead to this file.
  const frames = first.stack?.slice(first.stack.indexOf('\n    at '));
  if (frames !== undefined) error.stack = `${error.name}: ${error.message}${frames}`;
  return error;
}

/** The messages of an error and of its causes. */
function textOf(failure: Failure): string {
  // Jest's own are texts.
  if (typeof failure === 'string') return failure;
  // `throw null` is one as well.
  const { message = '', cause } = (failure as Failure | null | undefined) ?? {};
  return typeof cause === 'object' && cause !== null ? `${message}\n${textOf(cause)}` : message;
}
