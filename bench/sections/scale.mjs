import { Figures } from '../figures.mjs';
import { inTurns, runs } from './files.mjs';

export const about = 'whether a call costs the same among very many calls, stubs and expectations';
export const title = 'each call where there are many, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 3, {
    ours: runs('scale', 'ours'),
    theirs: runs('scale', 'theirs'),
  });
  const figures = new Figures(await workspace.vitest(files));
  const ours = (key) => figures.median(key, 'ours');
  const theirs = (key) => figures.median(key, 'theirs');
  return [
    row('calls-10000', 'of 10,000 calls in one test'),
    row('calls-100000', 'of 100,000 calls in one test'),
    row('stubs-10', 'among 10 stubs'),
    row('stubs-1000', 'among 1,000 stubs'),
    // Theirs takes two minutes to write so many, and 0.1 s for each call.
    oursOnly('stubs-10000', 'among 10,000 stubs'),
    oursOnly('expectations-100', 'among 100 expectations in any order'),
    oursOnly('expectations-10000', 'among 10,000 expectations in any order'),
  ];

  function row(key, name) {
    return { key, name, ours: ours(key), theirs: theirs(key) };
  }

  function oursOnly(key, name) {
    return { key, name, ours: ours(key), theirs: undefined };
  }
}

/** Ours against ours: how much dearer a call is among many. */
export function ratiosOf(rows) {
  const ours = (wanted) => rows.find(({ key }) => key === wanted).ours;
  return {
    calls: ours('calls-100000') / ours('calls-10000'),
    stubs: ours('stubs-10000') / ours('stubs-10'),
    expectations: ours('expectations-10000') / ours('expectations-100'),
  };
}
