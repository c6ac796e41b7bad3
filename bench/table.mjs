/**
 * One line of a table.
 *
 * @typedef {object} Row
 * @property {string} name - what was measured, with its unit where the title has none
 * @property {number} ours
 * @property {number | undefined} theirs - undefined where the peer has no such thing
 * @property {number} [target] - what the ratio should be at the most
 * @property {number} [limit] - what `ours` should be at the most, where nobody else has such a thing
 */

const HEAD = ['ours', 'theirs', 'ratio', 'target', ''];
const WIDTH = 9;

/** What ours costs for each that theirs costs; undefined where there is no comparison. */
export function ratioOf({ ours, theirs }) {
  return theirs === undefined ? undefined : ours / theirs;
}

/** True where a row missed its target. */
export function isOver(row) {
  if (row.limit !== undefined) return row.ours > row.limit;
  return row.target !== undefined && ratioOf(row) > row.target;
}

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 */
export function table(title, rows) {
  const first = Math.max(title.length, ...rows.map(({ name }) => name.length + 2)) + 2;
  const lines = rows.map((row) => [
    `  ${row.name}`,
    figure(row.ours),
    figure(row.theirs),
    ratio(ratioOf(row)),
    row.target?.toFixed(2) ?? row.limit?.toFixed(1) ?? '',
    row.target === undefined && row.limit === undefined ? '' : isOver(row) ? 'over' : 'ok',
  ]);
  return [[title, ...HEAD], ...lines]
    .map(([name, ...cells]) =>
      (name.padEnd(first) + cells.map((cell) => cell.padStart(WIDTH)).join('')).trimEnd(),
    )
    .join('\n');
}

function ratio(value) {
  if (value === undefined) return '–';
  return value >= 0 && value < 0.005 ? '< 0.01' : value.toFixed(2);
}

function figure(value) {
  if (value === undefined) return '–';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
