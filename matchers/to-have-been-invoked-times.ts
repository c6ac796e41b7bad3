import { WrongUseError } from '../src/errors.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message, oneLine } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';
import { invocationsOf } from './to-have-been-invoked.js';

/** How many events a message shows. */
const MAX_EVENTS = 5;

/** The function was invoked so often. */
export function toHaveBeenInvokedTimes(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const name = 'toHaveBeenInvokedTimes';
  const thing = receivedThing(name, actual, args, ['times']);
  const events = invocationsOf(name, thing);
  const [times] = args;
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 0) {
    throw new WrongUseError(
      `expect(…).${name}() takes how often it was invoked, such as 2.`,
      'what-a-matcher-takes',
    );
  }
  const pass = events.length === times;
  return {
    pass,
    message: () => {
      const { printExpected, printReceived, RECEIVED_COLOR, stringify } = this.utils;
      return message(
        thingHint(this, name, thing, 'times'),
        `Expected ${pass ? 'another number than ' : ''}${printExpected(times)} invocations, and there ${events.length === 1 ? 'was' : 'were'} ${printReceived(events.length)}`,
        events.length === 0
          ? undefined
          : [
              `${count(events.length, 'invocation')} of the ${thing.title}:`,
              ...linesOf(events, MAX_EVENTS, (each) => RECEIVED_COLOR(oneLine(stringify(each)))),
            ].join('\n'),
      );
    },
  };
}
