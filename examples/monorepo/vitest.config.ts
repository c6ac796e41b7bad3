import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['aws-sdk-stubber/vitest'],
    projects: [
      { extends: true, test: { name: 'network', include: ['packages/network/**/*.test.ts'] } },
      { extends: true, test: { name: 'orders', include: ['packages/orders/**/*.test.ts'] } },
    ],
  },
});
