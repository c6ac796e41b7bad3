import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['aws-sdk-stubber/vitest'],
    // The same tests run in Jest, which has its functions there.
    globals: true,
  },
});
