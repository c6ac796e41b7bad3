import { isPlainObject, type ThingView } from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import { fits, isAsymmetric, isExactly } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import type { MatcherContext, MatcherResult } from './context.js';
import { count, linesOf, message } from './message.js';
import { receivedThing, thingHint } from './received-thing.js';

/** How many names a message shows. */
const MAX_NAMES = 12;

/** There is a parameter of this name, and with this value where one is given. */
export function toHaveParameter(
  this: MatcherContext,
  actual: unknown,
  ...args: unknown[]
): MatcherResult {
  const thing = receivedThing('toHaveParameter', actual, args, ['name', 'value?']);
  const [name, value] = args;
  check(thing, name, value);
  const text = thing.parameter?.(name as string);
  const how = comparisonOf(this);
  const found = text === undefined ? undefined : readAs(value, text);
  const pass = text !== undefined && (value === undefined || fits(value, found, how));
  return {
    pass,
    message: () => {
      const { printExpected, diff } = this.utils;
      const named = args.length > 1 ? ['name', 'value'] : ['name'];
      const view = viewOf(value, found, how);
      const withValue = value === undefined ? '' : `${pass ? '' : ','} with this value`;
      return message(
        thingHint(this, 'toHaveParameter', thing, ...named),
        `Expected ${pass ? 'no' : 'a'} parameter ${printExpected(name)}${withValue}`,
        text === undefined ? namesOf(thing) : undefined,
        pass || text === undefined ? undefined : (diff(view.expected, view.actual) ?? undefined),
      );
    },
  };
}

function check(thing: ThingView, name: unknown, value: unknown): void {
  const from = `expect(…).toHaveParameter()`;
  if (thing.parameter === undefined) {
    throw new WrongUseError(
      `${from} looks at what useAwsFixture('parameters') made, but got the ${thing.title}.`,
      'a-matcher-on-something-else',
    );
  }
  if (typeof name !== 'string' || name === '') {
    throw new WrongUseError(
      `${from} takes the parameter's name first, such as '/app/url'.`,
      'what-a-matcher-takes',
    );
  }
  const isValue =
    value === undefined || typeof value === 'string' || isJson(value) || isAsymmetric(value);
  if (isValue) return;
  throw new WrongUseError(
    `${from} takes the value as a text, as a list of texts (['a', 'b']), as what its JSON should have ({ port: 1 }), or as a matcher of its text.`,
    'what-a-matcher-takes',
  );
}

function isJson(value: unknown): boolean {
  return isPlainObject(value) || Array.isArray(value) || isExactly(value);
}

/** What is stored, in the form of what is expected: JSON, or a list's texts between commas. */
function readAs(value: unknown, text: string): unknown {
  if (!isJson(value)) return text;
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(value) || Array.isArray(read)) return read;
  } catch {
    // No JSON.
  }
  return Array.isArray(value) ? text.split(',') : text;
}

function namesOf(thing: ThingView): string {
  const names = thing.keys?.() ?? [];
  if (names.length === 0) return 'There are no parameters';
  const head = `There ${names.length === 1 ? 'is' : 'are'} ${count(names.length, 'parameter')}:`;
  return [head, ...linesOf(names, MAX_NAMES, (name) => name)].join('\n');
}
