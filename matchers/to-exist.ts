import { isPlainObject } from '../src/calls/index.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { message } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** States in which AWS still describes a thing for a while after it is gone. */
const GONE = new Set(['terminated', 'deleted']);

/** The thing is there. */
export function toExist(this: MatcherContext, actual: unknown, ...args: unknown[]): MatcherResult {
  const thing = receivedThing('toExist', actual, args, []);
  const state = thing.state();
  const stateName = nameOf(state?.['State']);
  const pass = state !== undefined && !GONE.has(stateName ?? '');
  return {
    pass,
    message: () => {
      const is = stateName === undefined ? 'it does' : `it is ${stateName}`;
      return message(
        thingHint(this, 'toExist', thing),
        pass
          ? `Expected the ${thing.title} to be gone, but ${is}`.replace('it does', 'it exists')
          : `Expected the ${thing.title} to exist, but ${stateName === undefined ? 'it is gone' : is}`,
      );
    },
  };
}

/** A state is a text, or the object that instances have. */
function nameOf(state: unknown): string | undefined {
  const name = isPlainObject(state) ? state['Name'] : state;
  return typeof name === 'string' ? name : undefined;
}
