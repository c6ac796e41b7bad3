import type { ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message, oneLine } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many executions a message shows. */
const MAX_EXECUTIONS = 5;

/** An execution was started, with an input that has all of this where it is given. */
export function toHaveStarted(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveStarted', actual, args, ['input?']);
  const inputs = inputsOf(thing);
  const [input] = args;
  const how = comparisonOf(this);
  const fitting = inputs.filter((each) => input === undefined || fits(input, each, how));
  const pass = fitting.length > 0;
  return {
    pass,
    message: () => {
      const { EXPECTED_COLOR, stringify, diff } = this.utils;
      const last = inputs.at(-1);
      const view = viewOf(input, last, how);
      const withInput =
        input === undefined ? '' : ` with ${EXPECTED_COLOR(oneLine(stringify(input)))}`;
      const difference = pass || inputs.length !== 1 ? undefined : diff(view.expected, view.actual);
      return message(
        thingHint(this, 'toHaveStarted', thing, ...(input === undefined ? [] : ['input'])),
        `Expected ${pass ? 'no' : 'an'} execution${withInput}`,
        executionsOf(inputs, this),
        difference ?? undefined,
      );
    },
  };
}

function inputsOf(thing: ThingView): readonly unknown[] {
  if (thing.inputs !== undefined) return thing.inputs();
  throw new WrongUseError(
    `expect(…).toHaveStarted() looks at what useAwsFixture('state-machine') made, but got the ${thing.title}.`,
  );
}

function executionsOf(
  inputs: readonly unknown[],
  { utils: { RECEIVED_COLOR, stringify } }: MatcherContext,
): string {
  if (inputs.length === 0) return 'None was started';
  const lines = linesOf(inputs, MAX_EXECUTIONS, (input) =>
    RECEIVED_COLOR(oneLine(stringify(input))),
  );
  return [`${count(inputs.length, 'execution')}:`, ...lines].join('\n');
}
