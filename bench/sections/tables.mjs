import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

/** In µs; 100,000 items are to load in 2 s. */
const LIMITS = { item: 40, query: 100, update: 60, indexed: 100, load: 20 };

export const about = 'CPU time of items in the table fixture, and in dynalite';
export const title = 'items of a table, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 3, {
    ours: runs('table-fixture', 'ours'),
    theirs: runs('dynalite', 'dynalite'),
  });
  const figures = new Figures(await workspace.vitest(files));
  const ours = (key) => figures.median(key, 'ours');
  return [
    beside('PutItem', 'PutItem', LIMITS.item),
    beside('GetItem', 'GetItem', LIMITS.item),
    beside('UpdateItem', 'UpdateItem with a condition', LIMITS.update),
    beside('indexed', 'PutItem, five indexes', LIMITS.indexed),
    beside('query-10000', 'Query of 10 of 10,000 by key', LIMITS.query),
    row('query-100000', 'Query of 10 of 100,000 by key', LIMITS.query),
    beside('load-10000', 'an item of 10,000 loaded'),
    row('load-100000', 'an item of 100,000 loaded', LIMITS.load),
  ];

  function row(key, name, limit) {
    return { key, name, ours: ours(key), theirs: undefined, limit };
  }

  function beside(key, name, limit) {
    return { ...row(key, name, limit), theirs: figures.median(key, 'theirs') };
  }
}

/** Ours by dynalite's; ours by ours for queries, which should not grow with the table. */
export function ratiosOf(rows) {
  const of = (wanted) => rows.find(({ key }) => key === wanted);
  return {
    PutItem: ratioOf(of('PutItem')),
    GetItem: ratioOf(of('GetItem')),
    UpdateItem: ratioOf(of('UpdateItem')),
    indexed: ratioOf(of('indexed')),
    query: ratioOf(of('query-10000')),
    queryGrowth: of('query-100000').ours / of('query-10000').ours,
    load: ratioOf(of('load-10000')),
  };
}
