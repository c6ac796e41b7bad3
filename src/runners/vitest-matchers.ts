import type { Assertion } from 'vitest';
import type { AwsMatchers, Expected } from './matchers.js';

interface ExpectedByVitest extends Expected {
  readonly given: this['matchers'] extends Assertion<infer T> ? T : unknown;
}

// Without type parameters: Vitest 3 and 4 declare one, Vitest 5 two, and all have defaults.
declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an augmentation adds by extending
  interface Matchers extends AwsMatchers<void, ExpectedByVitest> {}
}

export type { AwsMatchers };
