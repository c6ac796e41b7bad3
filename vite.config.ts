import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // In the package a service's fakes are a file of their own; here they are made of the sources.
    alias: [
      {
        find: /^\.\/load-service\.js$/,
        replacement: join(import.meta.dirname, 'test/fixtures/load-from-source.ts'),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/projects/**', 'test/types/**'],
    // Tests of the runners start some in child processes.
    testTimeout: 60_000,
    globalSetup: ['./test/runners/pack.ts'],
    setupFiles: ['./src/runners/vitest.ts'],
    execArgv: ['--require', join(import.meta.dirname, 'test/no-way-out.cjs')],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
