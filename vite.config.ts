import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import awsSdkStubber from './src/runners/vite.js';

const ALL = 'test/{*,!(projects|types)/**/*}.test.ts';
/**
 * They do to the process, or to modules, what others must not find: each has a process of its own. Mocks of client-mock and
 * definitions of fixtures last as long as their process.
 */
const APART = [
  'test/async-context.test.ts',
  'test/calls/mock-as-client.test.ts',
  'test/client-mock/*.test.ts',
  'test/fixtures/define-aws-fixture.test.ts',
  'test/fixtures/iam/simulate-without-package.test.ts',
  'test/intercept/aws-sdk-client-mock.test.ts',
  'test/messages/*.test.ts',
  'test/resources/transfers.test.ts',
];
/** They start runners in child processes, on the package as it was built: `npm run runners`. */
const RUNNERS = ['test/runners/*.test.ts', 'test/package.test.ts'];
/** Those that take half a minute and more, and are not needed at each change, and the commands: `npm run long`. */
const LONG = [
  'test/package.test.ts',
  ...['client-mock-suite', 'documentation', 'examples', 'init', 'migrate'].map(
    (name) => `test/runners/${name}.test.ts`,
  ),
];
/** They measure the heap, which others would disturb: a part of `npm run long`. */
const ALONE = ['test/runners/growth.test.ts'];

const IN_CHILD_PROCESSES = {
  globalSetup: ['./test/runners/pack.ts'],
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

export default defineConfig({
  // The SDK is loaded as users' tests load it, faster; the setup entry is the one of the sources.
  plugins: [{ ...awsSdkStubber(), config: () => undefined }],
  resolve: {
    // In the package a service's fakes are a file of their own; here they are made of the sources.
    alias: [
      {
        find: /^\.\.?\/load-service\.js$/,
        replacement: join(import.meta.dirname, 'test/fixtures/load-from-source.ts'),
      },
    ],
  },
  test: {
    setupFiles: ['./src/runners/vitest.ts'],
    execArgv: ['--require', join(import.meta.dirname, 'test/no-way-out.cjs')],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Each core has a file: Vitest leaves one of them idle otherwise, and there may be two.
    maxWorkers: '100%',
    // Nothing here takes long but where the machine is busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [ALL],
          exclude: [...RUNNERS, ...APART],
          // Loading the package and the SDK anew for each file took most of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'runners',
          include: RUNNERS,
          exclude: [...LONG, ...ALONE],
          ...IN_CHILD_PROCESSES,
        },
      },
      { extends: true, test: { name: 'long', include: LONG, ...IN_CHILD_PROCESSES } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          ...IN_CHILD_PROCESSES,
          fileParallelism: false,
          // After all others.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
