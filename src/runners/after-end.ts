/**
 * Tells on the terminal of what happened when the results of a test file were made already.
 *
 * @param process - the one that the runner shows the output of; a sandbox may have another
 * @param testPath - of the file
 */
export function tellAfterEnd(
  process: NodeJS.Process,
  { name, message }: Error,
  testPath: string | undefined,
): void {
  process.stderr.write(
    `\naws-sdk-stubber: after the end of ${testPath ?? 'a test file'}\n${name}: ${message}\n`,
  );
}
