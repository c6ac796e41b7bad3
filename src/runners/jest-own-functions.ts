import { createRequire } from 'node:module';
import { WrongUseError } from '../errors.js';
import { NOT_SET_UP, runnerHere, setupAdvice } from '../setup-advice.js';

/**
 * Jest's own functions. Required, not imported: an import is looked for before any code is run, and where this is named
 * in another runner's config its own error would say nothing of use.
 */
export const { afterAll, afterEach, beforeAll, beforeEach, expect, jest } = own();

function own(): typeof import('@jest/globals') {
  if (runnerHere() !== 'Jest') {
    throw new WrongUseError(
      `'aws-sdk-stubber/jest' and 'aws-sdk-stubber/jest-globals' are for Jest, which does not run this. ${setupAdvice(false)}`,
      NOT_SET_UP,
    );
  }
  return createRequire(import.meta.url)('@jest/globals') as typeof import('@jest/globals');
}
