import * as vitest from 'vitest';

/** Runs the set-up of a fixture; it calls `done` where the value is ready for the tests. */
export type RunSetup = (setUp: (done: () => void) => unknown) => unknown;

type Fixture = (context: unknown, second: unknown) => unknown;
type Extend = ((this: unknown, ...args: unknown[]) => { extend: Extend }) & { [WRAPPED]?: true };

const WRAPPED = Symbol.for('aws-sdk-stubber.extend');

/**
 * Lets fixtures that last for the file or the worker be set up as the file's, whichever test asks for them first: a
 * server that one starts works for all tests.
 *
 * `test.extend` of Vitest gets them; there is no hook around their set-up.
 */
export function prepareFixtures(run: RunSetup): void {
  wrapExtend(vitest.test, run);
}

function wrapExtend(test: { extend: Extend }, run: RunSetup): void {
  const { extend } = test;
  if (extend[WRAPPED] === true) return;
  const wrapped: Extend = function (this: unknown, ...args) {
    const extended = extend.apply(this, prepared(args, run));
    wrapExtend(extended, run);
    return extended;
  };
  wrapped[WRAPPED] = true;
  test.extend = wrapped;
}

/** extend({ name: [fixture, options] }), or from Vitest 4.1 on extend('name', options, fixture). */
function prepared(args: readonly unknown[], run: RunSetup): unknown[] {
  const [first, options, fixture] = args;
  if (typeof first === 'string') {
    return isLong(options) && typeof fixture === 'function'
      ? [first, options, setUpByValue(fixture as Fixture, run)]
      : [...args];
  }
  const fixtures = Object.entries(first as object).map(([name, given]): [string, unknown] => {
    const [act, itsOptions, ...rest] = Array.isArray(given) ? (given as unknown[]) : [];
    return typeof act === 'function' && isLong(itsOptions)
      ? [name, [setUpByUse(act as Fixture, run), itsOptions, ...rest]]
      : [name, given];
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
      const value = await fixture(context, tools);
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
