import { defineConfig, type Options } from 'tsup';

const entry = {
  index: 'src/index.ts',
  jest: 'src/runners/jest.ts',
  'jest-globals': 'src/runners/jest-globals.ts',
};

const shared: Options = {
  outDir: 'dist',
  target: 'node20',
  platform: 'node',
  external: [/aws-services\.cjs$/, 'vitest', '@jest/globals', '@jest/expect'],
  // tsup's declaration build sets an option that TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
};

export default defineConfig([
  {
    ...shared,
    // Vitest itself is an ES module only.
    entry: { ...entry, vitest: 'src/runners/vitest.ts' },
    format: 'esm',
    splitting: true,
  },
  // Declarations for CommonJS; its code is made from the ES modules, by tsup.cjs.config.ts.
  { ...shared, entry, format: 'cjs', dts: { ...(shared.dts as object), only: true } },
]);
