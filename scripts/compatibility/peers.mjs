// Under which runners, Nodes, set-ups and package managers the suite in test/peers/suite runs.

const plugin = (test, more = '') =>
  `plugins: [awsSdkStubber()], ${more} test: { globals: true, ${test} }`;
const setupFile = (test) =>
  `test: { setupFiles: ['aws-sdk-stubber/vitest'], globals: true, ${test} }`;

/** Imports of the SDK are made by `require`: of which the suite has a test. */
const byNode = `env: { FAST_IMPORTS: 'node' }`;
const byPlugin = `env: { FAST_IMPORTS: 'plugin' }`;

const VITEST = [
  { name: 'forks', config: setupFile(`pool: 'forks', ${byNode}`) },
  { name: 'threads', config: setupFile(`pool: 'threads', ${byNode}`) },
  { name: 'vmThreads', config: setupFile(`pool: 'vmThreads'`) },
  { name: 'isolate: false', config: setupFile(`isolate: false, ${byNode}`) },
  { name: 'Vite plugin', config: plugin(byPlugin) },
  { name: 'dependencies inlined', config: setupFile(`server: { deps: { inline: true } }`) },
  {
    name: 'ES modules inlined, Vite plugin',
    config: plugin(
      `server: { deps: { inline: true } }`,
      `ssr: { resolve: { mainFields: ['module'], conditions: ['module', 'node'] } },`,
    ),
  },
];

const after = `setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: {}`;
const JEST = [
  { name: 'CommonJS', config: after },
  { name: 'native ES modules', config: after, isEsm: true },
  { name: 'injectGlobals: false', config: `${after}, injectGlobals: false`, isImporting: true },
  { name: 'resetMocks, restoreMocks', config: `${after}, resetMocks: true, restoreMocks: true` },
  { name: 'resetModules', config: `${after}, resetModules: true` },
];

const only = (cells, ...names) => cells.filter(({ name }) => names.includes(name));

/**
 * `nodes` are the major versions that a runner is tried with, and `quick` the cells that CI runs, each under
 * one Node.
 */
export const PEERS = [
  {
    folder: 'vitest-3',
    runner: 'vitest',
    nodes: [20, 22, 24],
    cells: VITEST,
    quick: { 20: ['forks', 'vmThreads'] },
  },
  {
    folder: 'vitest-4.0',
    runner: 'vitest',
    nodes: [20],
    cells: only(VITEST, 'forks', 'vmThreads'),
    quick: { 20: ['vmThreads'] },
  },
  {
    folder: 'vitest-4',
    runner: 'vitest',
    nodes: [20, 22, 24],
    cells: VITEST,
    quick: { 20: ['threads', 'ES modules inlined, Vite plugin'], 24: ['forks'] },
  },
  {
    folder: 'vitest-5',
    runner: 'vitest',
    nodes: [22, 24],
    cells: VITEST,
    quick: { 22: ['forks', 'vmThreads'], 24: ['isolate: false'] },
  },
  {
    folder: 'jest-29',
    runner: 'jest',
    nodes: [20, 22, 24],
    cells: JEST,
    quick: { 20: ['CommonJS', 'resetModules'] },
  },
  {
    folder: 'jest-30',
    runner: 'jest',
    nodes: [20, 22, 24],
    cells: JEST,
    quick: { 20: ['native ES modules', 'injectGlobals: false'], 24: ['CommonJS'] },
  },
  {
    folder: 'pnpm',
    layout: 'pnpm',
    runner: 'vitest',
    nodes: [20, 24],
    cells: only(VITEST, 'forks', 'Vite plugin', 'dependencies inlined'),
    quick: { 20: ['forks', 'Vite plugin'] },
  },
  {
    folder: 'pnpm',
    layout: 'pnpm',
    runner: 'jest',
    nodes: [20, 24],
    cells: only(JEST, 'CommonJS', 'native ES modules'),
    quick: { 20: ['CommonJS'] },
  },
  {
    folder: 'yarn',
    layout: 'Yarn PnP',
    runner: 'vitest',
    nodes: [20, 24],
    cells: only(VITEST, 'forks', 'Vite plugin'),
    quick: { 20: ['forks', 'Vite plugin'] },
  },
  {
    folder: 'yarn',
    layout: 'Yarn PnP',
    runner: 'jest',
    nodes: [20, 24],
    cells: only(JEST, 'CommonJS'),
    quick: { 20: ['CommonJS'] },
  },
];
