/** The runners that suites are run in, and the arguments of each. */
export const RUNNERS = {
  'vitest-forks': { script: 'vitest/vitest.mjs', args: ['run', '--pool=forks', '--silent'] },
  'vitest-threads': { script: 'vitest/vitest.mjs', args: ['run', '--pool=threads', '--silent'] },
  jest: { script: 'jest/bin/jest.js', args: ['--silent'] },
};

export function isJest(runner) {
  return runner === 'jest';
}
