import type { AwsMatchers } from './matchers.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- @types/jest declares its matchers in one
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the parameters must be those of @types/jest
    interface Matchers<R, T = {}> extends AwsMatchers<R, { matchers: unknown; given: T }> {}
  }
}

export type { AwsMatchers };
