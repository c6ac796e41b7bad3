import { WrongUseError } from '../errors.js';
import { NOT_SET_UP, setupAdvice } from '../setup-advice.js';
import { hasRunner, isSetUp } from './scope.js';

/**
 * Refuses what arranges or asserts where nothing is stubbed: it would do nothing, and calls would go to AWS.
 *
 * @param from - the call, for the error
 * @throws WrongUseError which says what to write in the runner at hand
 */
export function needSetup(from: string): void {
  if (!isSetUp()) throw notSetUp(`${from} does nothing here: this package is not set up.`);
}

/** The error for what cannot be done where nothing is stubbed. */
export function notSetUp(what: string): WrongUseError {
  return new WrongUseError(`${what} ${setupAdvice(hasRunner())}`, NOT_SET_UP);
}
