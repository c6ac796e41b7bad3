import { defineConfig } from 'tsup';

/**
 * CommonJS from the ES modules that tsup.config.ts made, file by file: so both share their pieces
 * in the same way. (tsup's own splitting for CommonJS rewrites the code for engines of 2019.) The ES modules then require
 * these: scripts/one-copy.mjs.
 */
export default defineConfig({
  entry: [
    'dist/*.js',
    '!dist/vitest.js',
    '!dist/client-mock-vitest.js',
    '!dist/vitest-before-41*.js',
  ],
  outDir: 'dist',
  format: 'cjs',
  target: 'node20',
  platform: 'node',
  bundle: false,
  splitting: false,
  esbuildOptions: (options) => {
    // What src/fixtures/load-service.ts looks from; `createRequire` takes either.
    options.define = { ...options.define, 'import.meta.url': '__filename' };
  },
  outExtension: () => ({ js: '.cjs' }),
  plugins: [
    {
      name: 'require-cjs',
      renderChunk: (code) => ({
        code: code.replaceAll(/require\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")'),
      }),
    },
  ],
});
