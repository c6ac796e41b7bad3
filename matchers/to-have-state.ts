import { currentScope, isPlainObject, targetOf, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import {
  fits,
  isAsymmetric,
  isExactly,
  refuse,
  settingFor,
  stateProblem,
  withAbsence,
} from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { message, oneLine } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** AWS would describe the thing so: with these members, deeply; lists match whole. */
export function toHaveState(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveState', actual, args, ['state']);
  const wanted = wantedOf(actual, thing, args[0]);
  const how = comparisonOf(this);
  const state = thing.state();
  const pass = state !== undefined && fits(wanted, state, how);
  return {
    pass,
    message: () => {
      const { EXPECTED_COLOR, stringify } = this.utils;
      const view = viewOf(wanted, state, how, thing.shape?.());
      return message(
        thingHint(this, 'toHaveState', thing, 'state'),
        pass
          ? `Expected the ${thing.title} not to have ${EXPECTED_COLOR(oneLine(stringify(wanted)))}`
          : undefined,
        state === undefined ? `The ${thing.title} is gone` : undefined,
        pass || state === undefined
          ? undefined
          : (this.utils.diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

/** With `.not`, what no such thing can have would hold for ever. */
function wantedOf(actual: unknown, thing: ThingView, wanted: unknown): unknown {
  const from = 'expect(…).toHaveState()';
  if (!isPlainObject(wanted) && !isAsymmetric(wanted) && !isExactly(wanted)) {
    throw new WrongUseError(
      `${from} takes the members that the thing should have: { State: 'available' }.`,
      'what-a-matcher-takes',
    );
  }
  const target = targetOf(actual, from);
  const shape = thing.shape?.();
  if (settingFor('validate', target.keys, currentScope()) !== false) {
    refuse(stateProblem(shape, thing.title, wanted), from, target, 'parameters');
  }
  return withAbsence(shape, wanted);
}
