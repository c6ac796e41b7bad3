/**
 * Test files of which the sides take turns, so that a slow moment of the machine is everybody's.
 *
 * @param {number} rounds - how many files each side gets
 * @param {Readonly<Record<string, (round: number) => string>>} sides - a file's code, by side
 * @returns {Record<string, string>} code by name, in the order of the names
 */
export function inTurns(rounds, sides) {
  const files = {};
  for (let round = 0; round < rounds; round++) {
    for (const [side, code] of Object.entries(sides)) {
      files[`${String(round).padStart(3, '0')}.${side}.test.mjs`] = code(round);
    }
  }
  return files;
}

/** A file that runs a test module of the benchmark with one side: `run(ours, round)`. */
export function runs(module, side) {
  return (round) =>
    `import { run } from '../${module}.mjs';\nimport * as side from '../${side}.mjs';\nrun(side, ${round});\n`;
}
