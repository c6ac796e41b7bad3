import { dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** How far down the stack the caller's file is looked for. */
const MOST_FRAMES = 30;

/** The files from where packages are looked for, nearest first; worked out when they are asked for. */
export type Places = () => readonly string[];

/**
 * The file that the call came from, and this one, which is the caller's where a build tool built them into one. The
 * working directory says nothing of what a program has installed; only what is typed in, and stands in no file, belongs
 * there.
 */
export function placesOfCaller(): Places {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = MOST_FRAMES;
  // V8 takes the frames down now, and makes a text of them, which takes ten times as long, when it is asked for one.
  const here = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  let places: readonly string[] | undefined;
  return () => (places ??= placesOf(filesIn(here)));
}

function placesOf(files: readonly string[]): string[] {
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

/** Of its frames, without Node's own. */
function filesIn(error: { stack?: unknown }): string[] {
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  try {
    Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName() ?? 'node:');
    const { stack } = error;
    const names = Array.isArray(stack) ? (stack as string[]) : [];
    return names.filter((name) => !name.startsWith('node:')).map(path);
  } finally {
    if (prepare === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Object.defineProperty(Error, 'prepareStackTrace', prepare);
  }
}

function path(name: string): string {
  return name.startsWith('file:') ? fileURLToPath(name) : name;
}
