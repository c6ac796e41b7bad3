import { createServer } from 'node:http';
import Module, { createRequire } from 'node:module';
import { stub } from 'aws-sdk-stubber';
import { test, vi } from 'vitest';
import { describeVpcs } from './clients.js';

export const loadAgain = async () => {
  vi.resetModules();
  return await import('./clients.js');
};

/** What made the import of EC2, where it is to be `require`: by Node, where it has a hook for that, or by the plugin. */
export const importedBy = () => {
  const by = process.env.FAST_IMPORTS;
  if (by === undefined || (by === 'node' && Module.registerHooks === undefined)) return undefined;
  const require = createRequire(import.meta.url);
  const path = require.resolve('@aws-sdk/client-ec2');
  return require.cache[path].parent?.filename === path ? 'require' : 'import';
};

/** Vitest has no `isolateModules`. */
export const loadAlone = undefined;

/** A test with a fixture that needs time, stubs and calls; Vitest makes one that is `auto` before it runs hooks. */
export const extended = test.extend({
  token: [
    async ({ task }, use) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stub('EC2').on('DescribeVpcs').resolves({ NextToken: task.name });
      await use((await describeVpcs()).NextToken);
    },
    { auto: true },
  ],
});

/** One whose fixture lasts for the file, and starts a server. */
export const lasting = test.extend({
  ask: [
    async ({}, use) => {
      const server = createServer(async (_, response) => {
        response.end((await describeVpcs()).NextToken);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(async () => (await fetch(`http://127.0.0.1:${server.address().port}`)).text());
      server.close();
    },
    { scope: 'file' },
  ],
});
