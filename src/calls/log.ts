import type { OpenCall } from './call.js';
import { mockedCallsOf } from './mocked-calls.js';
import { toLine } from './print.js';
import { chainOf, type Scope } from './scope.js';
import { isFor, type Target } from './target.js';

/**
 * The calls of a target's clients, in the order they were made: those of `beforeAll`, then the test's;
 * then those that aws-sdk-client-mock or a spy on `send` answered.
 */
export function callsOf(target: Target, scope: Scope): OpenCall[] {
  const all = [...chainOf(scope)].reverse().flatMap(({ calls }) => calls);
  const own = target.key === '*' ? all : all.filter(({ client }) => isFor(target, client));
  const mocked = mockedCallsOf(target);
  return mocked.length === 0 ? own : [...own, ...mocked];
}

/** The calls as a table for people: number, service, operation, input and how each ended. */
export function printCalls(calls: readonly OpenCall[]): string {
  return calls
    .map(
      (call, i) =>
        `${String(i + 1).padStart(3)}. ${call.service} ${call.operation} ${toLine(call.input, call.model?.input)}${by(call)}\n${' '.repeat(5)}${ending(call)}`,
    )
    .join('\n');
}

function by({ caller }: OpenCall): string {
  return caller === undefined ? '' : `  (${caller})`;
}

function ending(call: OpenCall): string {
  if ('error' in call) return `! ${String(call.error).split('\n')[0] ?? ''}`;
  if (!('output' in call)) return '… not answered yet';
  return `→ ${toLine({ ...call.output, $metadata: undefined }, call.model?.output)}`;
}
