import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['aws-sdk-stubber/vitest'],
    env: { AWS_REGION: 'eu-central-1' },
  },
});
