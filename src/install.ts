import { hasRunner, setProgram } from './calls/index.js';
import { WrongUseError } from './errors.js';
import { hookLoading, intercept, ofMachine } from './intercept/index.js';
import { runnerHere } from './setup-advice.js';
import { configure, type Settings } from './stubs/index.js';

/**
 * Stubs every client of the AWS SDK in a program without a test runner (a demo, a script): stubs
 * and calls last until it ends. The setup entries for Vitest and Jest have an `install` of their own,
 * which also ends the stubs of each test.
 *
 * @param settings - as `configure` takes them
 * @throws WrongUseError inside a test runner whose setup entry did not run
 * @example
 * import { install, stub } from 'aws-sdk-stubber';
 * install();
 * stub(S3Client).on('ListBuckets').resolves({ Buckets: [] });
 */
export function install(settings: Settings = {}): void {
  if (!hasRunner()) {
    if (runnerHere() !== undefined) {
      throw new WrongUseError(
        "install() of 'aws-sdk-stubber' is for programs without a test runner. " +
          "In a setup file import it from 'aws-sdk-stubber/vitest' or from 'aws-sdk-stubber/jest'.",
        'this-package-is-not-set-up',
      );
    }
    // What a program set before it called this is its own.
    intercept(ofMachine('self', () => true));
    hookLoading();
    setProgram();
  }
  configure(settings);
}
