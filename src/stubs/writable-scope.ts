import { needSetup, whereabouts, type Scope } from '../calls/index.js';
import { WrongUseError } from '../errors.js';

/**
 * The scope that stubs and settings are written to.
 *
 * @param from - the call that writes, for the error
 * @throws WrongUseError from a test that is over: what it wrote would be another test's; and where nothing is stubbed
 */
export function writableScope(from: string): Scope {
  needSetup(from);
  const { scope, finishedTest } = whereabouts();
  if (finishedTest === undefined) return scope;
  throw new WrongUseError(
    `${from} was called after its test was over: "${finishedTest}".`,
    'where-a-reply-belongs',
  );
}
