import { Figures } from '../figures.mjs';

const KINDS = ['cpu', 'wall'];

/** By side: seconds of CPU and of the clock, medians of the runs. */
export function figuresOf(records) {
  const sides = [...new Set(records.map(({ side }) => side))];
  const figures = new Figures(
    records.flatMap(({ side, ...measured }) =>
      KINDS.map((row) => ({ row, side, value: measured[row] })),
    ),
  );
  return Object.fromEntries(
    sides.map((side) => [
      side,
      Object.fromEntries(KINDS.map((kind) => [kind, figures.median(kind, side)])),
    ]),
  );
}

/** For each of our sides: the whole by the floor, and what is above the floor by what theirs is. */
export function ratiosOf(figures) {
  const { floor, theirs, ...ours } = figures;
  const ratios = {};
  for (const [side, measured] of Object.entries({ ...ours, theirs })) {
    ratios[side] = Object.fromEntries(
      KINDS.flatMap((kind) => [
        [`${kind}ByFloor`, rounded(measured[kind] / floor[kind])],
        [
          `${kind}OverheadByTheirs`,
          rounded((measured[kind] - floor[kind]) / (theirs[kind] - floor[kind])),
        ],
      ]),
    );
  }
  return ratios;
}

export function tableOf(title, figures) {
  const ratios = ratiosOf(figures);
  const head = ['CPU s', 'by floor', 'overhead', 'wall s', 'by floor', 'overhead'];
  const lines = Object.entries(figures).map(([side, { cpu, wall }]) => {
    const { cpuByFloor, cpuOverheadByTheirs, wallByFloor, wallOverheadByTheirs } =
      ratios[side] ?? {};
    return [
      `  ${side}`,
      fixed(cpu, 1),
      fixed(cpuByFloor),
      fixed(cpuOverheadByTheirs),
      fixed(wall, 1),
      fixed(wallByFloor),
      fixed(wallOverheadByTheirs),
    ];
  });
  const first = Math.max(title.length, ...lines.map(([name]) => name.length)) + 2;
  return [[title, ...head], ...lines]
    .map(([name, ...cells]) => name.padEnd(first) + cells.map((each) => each.padStart(10)).join(''))
    .join('\n');
}

function fixed(value, digits = 2) {
  return value === undefined ? '–' : value.toFixed(digits);
}

function rounded(value) {
  return Number(value.toFixed(3));
}
