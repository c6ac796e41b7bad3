import { needSetup, thingOf, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import type { MatcherContext } from './context.js';

/**
 * What an assertion on the state of a fixture works with.
 *
 * @param name - the matcher's
 * @param received - what `expect` got
 * @param args - what the matcher got
 * @param signature - its parameters, as its documentation names them
 * @throws WrongUseError where `expect` got no single thing of a fixture, or the matcher too many arguments
 */
export function receivedThing(
  name: string,
  received: unknown,
  args: readonly unknown[],
  signature: readonly string[],
): ThingView {
  const from = `expect(…).${name}()`;
  needSetup(from);
  const thing = thingOf(received);
  if (thing === undefined) {
    throw new WrongUseError(
      `${from} looks at one thing of a fixture, such as network.vpc or a bucket, but got ${describe(received)}.`,
      'a-matcher-on-something-else',
    );
  }
  if (args.length > signature.length) {
    const takes = signature.length === 0 ? 'no arguments' : `(${signature.join(', ')})`;
    throw new WrongUseError(
      `${from} takes ${takes}, but got ${args.length} ${args.length === 1 ? 'argument' : 'arguments'}.`,
      'what-a-matcher-takes',
    );
  }
  return thing;
}

/** The first line, as the runner writes it: `expect(vpc vpc-1).toHaveState(state)`. */
export function thingHint(
  { isNot, promise, utils }: MatcherContext,
  name: string,
  { title }: ThingView,
  ...args: readonly string[]
): string {
  const [first = '', ...rest] = args;
  return utils.matcherHint(name, title, first, {
    ...(isNot === undefined ? {} : { isNot }),
    ...(promise ? { promise } : {}),
    ...(rest.length === 0 ? {} : { secondArgument: rest.join(', ') }),
  });
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (Array.isArray(value)) return 'a list; expect each of it';
  const things = Object.keys(value).filter((key) =>
    isThingOrThings((value as Record<string, unknown>)[key]),
  );
  return things.length === 0
    ? `a value of type ${(value.constructor as { name?: string } | undefined)?.name ?? 'Object'}`
    : `a fixture of several; expect one of them: .${things.join(', .')}`;
}

function isThingOrThings(value: unknown): boolean {
  if (!Array.isArray(value)) return thingOf(value) !== undefined;
  return value.length > 0 && value.every((each) => thingOf(each) !== undefined);
}
