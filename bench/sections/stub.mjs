import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

export const about = 'CPU time of writing a stub in a test, with the clean-up between tests';
export const title = 'a test that writes one stub, µs CPU more than an empty test';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 3 : 9, {
    neither: runs('stub', 'neither'),
    ours: runs('stub', 'ours'),
    theirs: runs('stub', 'theirs'),
  });
  const figures = new Figures(await workspace.vitest(files));
  // Where nothing is stubbed, all tests are empty ones, and the writing is what reading the clock takes.
  const empty = (figures.median('empty', 'neither') + figures.median('stub', 'neither')) / 2;
  const reading = figures.median('writing', 'neither');
  const row = (key, name, without) => ({
    key,
    name,
    ours: figures.median(key, 'ours') - without,
    theirs: figures.median(key, 'theirs') - without,
  });
  return [
    row('stub', 'stub and clean-up', empty),
    row('empty', 'the clean-up alone, in a test that writes none', empty),
    row('writing', 'the writing alone, each of 5 stubs in a test', reading),
  ];
}

export function ratiosOf(rows) {
  return ratioOf(rows.find(({ key }) => key === 'stub'));
}
