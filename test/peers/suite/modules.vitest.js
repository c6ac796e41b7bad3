import { stub } from 'aws-sdk-stubber';
import { test, vi } from 'vitest';
import { describeVpcs } from './clients.js';

export const loadAgain = async () => {
  vi.resetModules();
  return await import('./clients.js');
};

/** Vitest has no `isolateModules`. */
export const loadAlone = undefined;

/** A test with a fixture that needs time, stubs and calls. */
export const extended = test.extend({
  token: async ({ task }, use) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    stub('EC2').on('DescribeVpcs').resolves({ NextToken: task.name });
    await use((await describeVpcs()).NextToken);
  },
});
