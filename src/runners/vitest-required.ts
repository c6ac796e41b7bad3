import { createRequire } from 'node:module';
import { WrongUseError } from '../errors.js';
import { runnerHere, setupAdvice } from '../setup-advice.js';
import type * as Entry from './vitest.js';

/** What `aws-sdk-stubber/vitest` is where it is required: an ES module to Vitest, and to Jest an error that helps. */
export const { install } = entry();

function entry(): typeof Entry {
  if (runnerHere() !== 'Vitest') {
    throw new WrongUseError(
      `'aws-sdk-stubber/vitest' is for Vitest, which does not run this. ${setupAdvice(false)}`,
    );
  }
  return createRequire(import.meta.url)('./vitest.js') as typeof Entry;
}
