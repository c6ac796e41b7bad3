import { createTwoFilesPatch } from 'diff';
import type { FileReport } from './report.js';

const COLOURS = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' } as const;
const PLAIN = '\u001b[39m';

/** What is to be changed in a file, as `git apply` takes it. */
export function diffOf(
  { path, before, after }: Pick<FileReport, 'path' | 'before' | 'after'>,
  colours: boolean,
): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', {
    context: 3,
  });
  // Without the line of `=` that Git does not write, and the tabs for dates.
  const text = patch
    .slice(patch.indexOf('---'))
    .replaceAll(/^((?:---|\+\+\+) .*?)\t$/gm, '$1')
    .trimEnd();
  if (!colours) return text;
  return text.replaceAll(/^(?!---|\+\+\+)([-+@]).*$/gm, (line, first: keyof typeof COLOURS) => {
    return COLOURS[first] + line + PLAIN;
  });
}
