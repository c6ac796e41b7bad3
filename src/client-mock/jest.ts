import { createRequire } from 'node:module';
import { WrongUseError } from '../errors.js';
import { runnerHere } from '../setup-advice.js';
import {
  matchersWith,
  withAliases,
  wordingOfJest,
  wordingOfVitest,
  type MockMatchers,
} from './matchers/index.js';

// Nothing is exported, as by aws-sdk-client-mock-jest: suites hand all of that to `expect.extend()`, and Jest refuses
// what is no function.
expectOfJest().extend(
  withAliases(
    matchersWith(wordingOfJest, { numberFirst: wordingOfJest, commandFirst: wordingOfVitest }),
  ),
);

/** Required, not imported: an import is looked for before any code is run, and its own error would say nothing of use. */
function expectOfJest(): { extend(matchers: object): void } {
  if (runnerHere() !== 'Jest') {
    throw new WrongUseError(
      "'aws-sdk-stubber/client-mock/jest' is for Jest, which does not run this. In Vitest import 'aws-sdk-stubber/client-mock/vitest'.",
      'this-package-is-not-set-up',
    );
  }
  const own = createRequire(import.meta.url)('@jest/globals') as typeof import('@jest/globals');
  return own.expect;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- @types/jest declares its matchers in one
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- the parameters must be those of @types/jest
    interface Matchers<R, T = {}> extends MockMatchers<R> {}
  }
}

declare module '@jest/expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- the parameters must be its own
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MockMatchers<R> {}
}
