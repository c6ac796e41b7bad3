import awsSdkStubber from 'aws-sdk-stubber/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({ plugins: [awsSdkStubber()] });
