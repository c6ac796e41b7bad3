import { AsyncResource } from 'node:async_hooks';
import * as vitest from 'vitest';
import { wrap } from '../intercept/index.js';

/** Runs the set-up of a fixture; it calls `done` where the value is ready for the tests. */
export type RunSetup = (setUp: (done: () => void) => unknown) => unknown;

type Fixture = (context: unknown, second: unknown) => unknown;

/** What is used of `test`. From Vitest 4.1 on there is `override` too. */
interface Extendable {
  extend: (...args: never[]) => unknown;
  override?: (...args: never[]) => unknown;
  readonly fn?: object;
}

/**
 * Lets fixtures that last for the file or the worker be set up as the file's, whichever test asks for them first: a
 * server that one starts works for all tests.
 *
 * `test.extend` and `test.override` of Vitest get them; there is no hook around their set-up.
 */
export function prepareFixtures(run: RunSetup): void {
  wrapFixtures(vitest.test, run, new Set());
}

/** @param long - the names of the fixtures of `test` that last: one that takes the place of another lasts as long */
function wrapFixtures(test: Extendable, run: RunSetup, long: Set<string>): void {
  // `test.concurrent` and the like are made from `fn` each time.
  for (const owner of [test, test.fn ?? {}]) {
    wrap(
      owner,
      'extend',
      (extend) =>
        function (this: unknown, ...args): unknown {
          const all = new Set(long);
          const extended = extend.apply(this, prepared(args, run, all));
          wrapFixtures(extended as Extendable, run, all);
          return extended;
        },
    );
    wrap(
      owner,
      'override',
      (override) =>
        function (this: unknown, ...args): unknown {
          return override.apply(this, prepared(args, run, long));
        },
    );
  }
}

/** ({ name: [fixture, options] }), or from Vitest 4.1 on ('name', options, fixture). */
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
