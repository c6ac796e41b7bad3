/** What a test file of each suite is like. */
export const SUITES = {
  many: { about: '10 tests of 3 calls each', tests: 10 },
  single: { about: 'one test of 3 calls each', tests: 1 },
};
