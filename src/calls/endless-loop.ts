import { EndlessLoopError } from '../errors.js';
import { answersInARow } from './breath.js';
import type { OpenCall } from './call.js';
import { toCode, toLine } from './print.js';
import type { Scope } from './scope.js';

/** From how many calls of one operation on a test is taken to have been in a loop of them. */
const MANY = 1000;
/** The same for calls that still go on, one right after the other. */
const MANY_IN_A_ROW = 100;

/** What a test whose time was up must hear of the loop of calls that it was in; undefined where there was none. */
export function endlessLoop({ calls }: Scope): EndlessLoopError | undefined {
  const [most] = [...byOperation(calls)].sort(([, a], [, b]) => b.length - a.length);
  const many = answersInARow() > 2 * MANY_IN_A_ROW ? MANY_IN_A_ROW : MANY;
  if (most === undefined || most[1].length < many) return undefined;
  const [name, same] = most;
  // Over the last ones: before, the code may have done something else with it.
  const inputs = same.slice(-MANY_IN_A_ROW).map(({ input }) => (input ?? {}) as Members);
  const changing = changingIn(inputs);
  const [how, advice] =
    changing.length === 0
      ? [
          'each time with',
          'If the loop waits for another answer, chain .resolvesOnce({ … }) before the reply that ends it.',
        ]
      : [
          `each time with another ${changing.join(' and ')}, at last with`,
          'If these are pages, write .resolvesPages([…]), or leave the token out of the last one.',
        ];
  return new EndlessLoopError(
    `${name} was called ${same.length.toLocaleString('en')} times until the time of the test was up, ${how}\n\n` +
      `  ${toCode(inputs.at(-1), same.at(-1)?.model?.input, { indent: 2 })}\n\n${advice} If it runs until it is stopped, stop it in the test.`,
  );
}

type Members = Readonly<Record<string, unknown>>;

function byOperation(calls: readonly OpenCall[]): Map<string, OpenCall[]> {
  const all = new Map<string, OpenCall[]>();
  for (const call of calls) {
    const name = `${call.service} ${call.operation}`;
    const same = all.get(name);
    if (same === undefined) all.set(name, [call]);
    else same.push(call);
  }
  return all;
}

/** The members that are not the same in all inputs. */
function changingIn(inputs: readonly Members[]): string[] {
  const names = [...new Set(inputs.flatMap((input) => Object.keys(input)))];
  return names.filter(
    (name) => new Set(inputs.map((input) => toLine(input[name], undefined))).size > 1,
  );
}
