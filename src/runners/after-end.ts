/** What was told already, and is told once more as the process ends: by then it says how often it happened. */
const told = new WeakSet<Error>();
const again = new Map<Error, string>();

/**
 * Tells on the terminal of what happened when the results of a test file were made already; the same error again says
 * something else now.
 *
 * @param process - the one that the runner shows the output of; a sandbox may have another
 * @param testPath - of the file
 */
export function tellAfterEnd(
  process: NodeJS.Process,
  error: Error,
  testPath: string | undefined,
): void {
  const where = testPath ?? 'a test file';
  if (!told.has(error)) {
    told.add(error);
    write(process, error, where);
    return;
  }
  if (again.size === 0) {
    process.once('exit', () => {
      for (const [each, place] of again) write(process, each, place);
    });
  }
  again.set(error, where);
}

function write(process: NodeJS.Process, { name, message }: Error, where: string): void {
  process.stderr.write(`\naws-sdk-stubber: after the end of ${where}\n${name}: ${message}\n`);
}
