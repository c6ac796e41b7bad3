import { defineConfig, type Options } from 'tsup';

const entry = {
  index: 'src/index.ts',
  jest: 'src/runners/jest.ts',
  'jest-globals': 'src/runners/jest-globals.ts',
};

// In a file of its own: shared with it, a piece would be loaded by those who use no resources too.
const resource = { resource: 'src/resources/index.ts' };

const shared: Options = {
  outDir: 'dist',
  target: 'node20',
  platform: 'node',
  external: ['vitest', '@jest/globals', '@jest/expect'],
};

// tsup's declaration build sets an option that TypeScript 6 calls deprecated.
const dts = { compilerOptions: { ignoreDeprecations: '6.0' } };

export default defineConfig([
  {
    ...shared,
    // Vitest itself is an ES module only.
    entry: { ...entry, vitest: 'src/runners/vitest.ts' },
    format: 'esm',
    splitting: true,
    dts,
  },
  { ...shared, entry: resource, format: 'esm', splitting: false, dts },
  // Declarations for CommonJS; its code is made from the ES modules, by tsup.cjs.config.ts. (Those of
  // resources are the same for both: scripts/resource-declarations.mjs.)
  { ...shared, entry, format: 'cjs', dts: { ...dts, only: true } },
]);
