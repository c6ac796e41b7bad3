import { AsyncResource } from 'node:async_hooks';
import * as vitest from 'vitest';

/** Runs the set-up of a fixture; it calls `done` where the value is ready for the tests. */
export type RunSetup = (setUp: (done: () => void) => unknown) => unknown;

type Fixture = (context: unknown, second: unknown) => unknown;
type Extend = ((this: unknown, ...args: unknown[]) => Extendable) & { [WRAPPED]?: true };

interface Extendable {
  extend: Extend;
}

const WRAPPED = Symbol.for('aws-sdk-stubber.extend');

/**
 * Lets fixtures that last for the file or the worker be set up as the file's, whichever test asks for them first: a
 * server that one starts works for all tests.
 *
 * `test.extend` of Vitest gets them; there is no hook around their set-up.
 */
export function prepareFixtures(run: RunSetup): void {
  wrapExtend(vitest.test, run, new Set());
}

/** @param long - the names of the fixtures of `test` that last: one that takes the place of another lasts as long */
function wrapExtend(test: Extendable, run: RunSetup, long: ReadonlySet<string>): void {
  const { extend } = test;
  if (extend[WRAPPED] === true) return;
  const wrapped: Extend = function (this: unknown, ...args) {
    const all = new Set(long);
    const extended = extend.apply(this, prepared(args, run, all));
    wrapExtend(extended, run, all);
    return extended;
  };
  wrapped[WRAPPED] = true;
  test.extend = wrapped;
}

/** extend({ name: [fixture, options] }), or from Vitest 4.1 on extend('name', options, fixture). */
function prepared(args: readonly unknown[], run: RunSetup, long: Set<string>): unknown[] {
  const [first, second] = args;
  const lasts = (name: string, options: unknown): boolean => {
    if (isLong(options)) long.add(name);
    return long.has(name);
  };
  if (typeof first === 'string') {
    const fixture = args.at(-1);
    return lasts(first, second) && typeof fixture === 'function'
      ? [...args.slice(0, -1), setUpByValue(fixture as Fixture, run)]
      : [...args];
  }
  const fixtures = Object.entries(first as object).map(([name, given]): [string, unknown] => {
    const [act, ...options] = (Array.isArray(given) ? given : [given]) as unknown[];
    if (!lasts(name, options[0]) || typeof act !== 'function') return [name, given];
    const setUp = setUpByUse(act as Fixture, run);
    return [name, Array.isArray(given) ? [setUp, ...options] : setUp];
  });
  return [Object.fromEntries(fixtures)];
}

/** Whether a fixture lasts longer than a test. */
function isLong(options: unknown): boolean {
  const { scope } = (options ?? {}) as { readonly scope?: unknown };
  return scope === 'file' || scope === 'worker';
}

function setUpByUse(fixture: Fixture, run: RunSetup): Fixture {
  return like(fixture, (context, use) =>
    run((done) =>
      fixture(context, (value: unknown) => {
        done();
        return (use as (value: unknown) => unknown)(value);
      }),
    ),
  );
}

function setUpByValue(fixture: Fixture, run: RunSetup): Fixture {
  return like(fixture, (context, tools) =>
    run(async (done) => {
      const { onCleanup } = tools as { readonly onCleanup: (act: () => unknown) => void };
      const value = await fixture(context, {
        // What it cleans up is the file's too.
        onCleanup: (act: () => unknown) => {
          onCleanup(AsyncResource.bind(act));
        },
      });
      done();
      return value;
    }),
  );
}

/** Vitest reads from a fixture's text which others it asks for. */
function like(fixture: Fixture, act: Fixture): Fixture {
  Object.defineProperties(act, Object.getOwnPropertyDescriptors(fixture));
  return Object.defineProperty(act, 'toString', { value: () => fixture.toString() });
}
