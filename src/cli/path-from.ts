import { relative, sep } from 'node:path';

/** A path as it is shown, and as globs and diffs take it: from a folder, with `/` on every system. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
