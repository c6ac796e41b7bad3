/**
 * How far a mock departs from aws-sdk-client-mock: each of these is that library's way by default, and ours where it
 * is switched on.
 */
export interface MockSettings {
  /**
   * Outputs, parameters and inputs are checked against the service's own model. Default: false.
   *
   * A wrong stub does not stop the test where it is written: each call that it answers rejects, and with the setup entry
   * the test fails at its end with all that are wrong. So one run lists them all.
   */
  readonly validate?: boolean;
  /**
   * What a call gives that nothing answers. Default: `'undefined'`.
   *
   * `'throw'` rejects with an `UnstubbedOperationError`; `'fail'` does too and, with the setup entry, fails the test also
   * where the code under test swallowed it; `'empty'` resolves to `{}`.
   */
  readonly unstubbed?: 'undefined' | 'throw' | 'fail' | 'empty';
  /** An `input` given to `on()` must be the whole input of a call, where `on()` says nothing of it. Default: false. */
  readonly strict?: boolean;
  /**
   * Each caller gets an output of its own, and a recorded call keeps its input as it was. Default: false, which hands over
   * the same object each time, and shows what the code under test did to an input later.
   */
  readonly copies?: boolean;
}

const DEFAULTS = Symbol.for('aws-sdk-stubber.client-mock.settings');

/** Of the test file: both forms of this package (ES module and CommonJS) agree, and so does one loaded anew. */
function home(): { [DEFAULTS]?: MockSettings } {
  return globalThis as { [DEFAULTS]?: MockSettings };
}

/**
 * Sets how every mock behaves that says nothing else itself.
 *
 * Source: aws-sdk-stubber; aws-sdk-client-mock has no settings.
 *
 * @param settings - those that are not named stay as they are
 * @example
 * configure({ validate: true, unstubbed: 'throw' });
 */
export function configure(settings: MockSettings): void {
  home()[DEFAULTS] = { ...home()[DEFAULTS], ...settings };
}

/** What holds for a mock with settings of its own. */
export function settingsOf(own: MockSettings): MockSettings {
  const defaults = home()[DEFAULTS];
  return defaults === undefined ? own : { ...defaults, ...own };
}
