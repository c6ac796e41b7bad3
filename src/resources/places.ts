import { dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** How far down the stack the caller's file is looked for. */
const MOST_FRAMES = 30;

/**
 * The files from where packages are looked for: the one that the call came from, and this one, which is the caller's
 * where a build tool built them into one. The working directory says nothing of what a program has installed; only
 * what is typed in, and stands in no file, belongs there.
 */
export function placesOfCaller(): string[] {
  const files = filesOnStack();
  const [own = ''] = files;
  const folder = dirname(own);
  const caller = files.find((file) => dirname(file) !== folder && !isBelow(file, folder));
  if (caller === undefined) return [own];
  return isAbsolute(caller) ? [caller, own] : [join(process.cwd(), 'typed-in.js'), own];
}

/** What this package is made of: in the sources, it has folders. */
function isBelow(file: string, folder: string): boolean {
  return file.startsWith(join(folder, '/'));
}

/** Without Node's own. */
function filesOnStack(): string[] {
  const { stackTraceLimit } = Error;
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  try {
    Error.stackTraceLimit = MOST_FRAMES;
    Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName() ?? 'node:');
    const { stack } = new Error() as { stack?: unknown };
    const names = Array.isArray(stack) ? (stack as string[]) : [];
    return names.filter((name) => !name.startsWith('node:')).map(path);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepare === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Object.defineProperty(Error, 'prepareStackTrace', prepare);
  }
}

function path(name: string): string {
  return name.startsWith('file:') ? fileURLToPath(name) : name;
}
