import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/projects/**', 'test/types/**'],
    // Tests of the runners start some in child processes.
    testTimeout: 60_000,
    globalSetup: ['./test/runners/pack.ts'],
    setupFiles: ['./src/runners/vitest.ts'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
