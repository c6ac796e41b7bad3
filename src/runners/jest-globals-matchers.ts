import type { AwsMatchers } from './matchers.js';

declare module '@jest/expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the parameters must be those of @jest/expect
  interface Matchers<R extends void | Promise<void>, T = unknown> extends AwsMatchers<
    R,
    { matchers: unknown; given: T }
  > {}
}

export type { AwsMatchers };
